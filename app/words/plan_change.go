package words

import (
	"fmt"
	"strings"

	"rebound/engine/diary"
	"rebound/engine/plan"
)

// PlanChange is what was done to a plan, as Undo names it: "Moved intervals from
// Tue 24 Nov to Thu 26 Nov". before is the version before, for what was moved; nil
// where it is not known. A version that came back has no words.
func PlanChange(v diary.PlanOf, before *plan.Record) string {
	switch v.Change {
	case diary.PlanMade:
		return "Made a new plan"
	case diary.PlanDropped:
		return "Stopped following the plan"
	case diary.PlanLife:
		return lifeChange(plan.Stored(v), before)
	case diary.PlanKept:
		return "Stayed with the plan"
	case diary.PlanMoved:
		kind := "a session"
		if before != nil {
			if name := kindOfSession[before.On(v.From).Kind]; name != "" {
				kind = strings.ToLower(name)
			}
		}
		if v.From == 0 {
			return "Moved " + kind
		}
		return fmt.Sprintf("Moved %s from %s to %s", kind, shortDay(v.From), shortDay(v.To))
	}
	return ""
}
