package story

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"rebound/engine/diary"
	"rebound/engine/plan"
	"rebound/engine/verdict"
)

// ParsePlan reads a "follow" section, the plan that is followed:
//
//	DATE KIND MIN KM [RUN/WALKxTIMES]          a session, and the stage that a walk-run is
//	week MONDAY KM [deload] [taper] [recovery]
//	goal DATE KM                               the race that it is for
//	recovering DATE KM                         the race whose easy days it is
func ParsePlan(text string) (*plan.Plan, error) {
	p := &plan.Plan{}
	err := words("follow", text, func(w []string) (err error) {
		at := 1
		if w[0] != "week" && w[0] != "goal" && w[0] != "recovering" {
			at = 0
		}
		if len(w) < at+2 {
			return fmt.Errorf("too short")
		}
		date, err := diary.ParseDate(w[at])
		if err != nil {
			return err
		}
		if at == 0 {
			return planned(p, date, w[1:])
		}
		km, err := strconv.ParseFloat(w[2], 64)
		race := plan.Race{Date: date, Km: km}
		switch w[0] {
		case "week":
			is := func(what string) bool { return slices.Contains(w[3:], what) }
			p.Weeks = append(p.Weeks, plan.Week{Start: date, Km: km, Deload: is("deload"), Taper: is("taper"), Recovery: is("recovery")})
		case "goal":
			p.Race = &race
		case "recovering":
			p.Notes = append(p.Notes, plan.Note{Code: plan.Recovering, Race: race})
		}
		return err
	})
	if err == nil {
		err = p.Check()
	}
	return p, err
}

func planned(p *plan.Plan, d diary.Date, w []string) (err error) {
	if len(w) < 3 {
		return fmt.Errorf("a session is DATE KIND MIN KM")
	}
	s := plan.Session{Date: d, Session: verdict.Session{Kind: verdict.SessionKind(w[0])}}
	if s.Minutes, err = strconv.ParseFloat(w[1], 64); err != nil {
		return err
	}
	if s.Km, err = strconv.ParseFloat(w[2], 64); err != nil {
		return err
	}
	if len(w) > 3 {
		if _, err = fmt.Sscanf(strings.NewReplacer("/", " ", "x", " ").Replace(w[3]), "%f %f %d", &s.Stage.Run, &s.Stage.Walk, &s.Stage.Times); err != nil {
			return err
		}
	}
	s.Hard = s.Kind.Hard() || s.Kind == verdict.Race
	p.Sessions = append(p.Sessions, s)
	return nil
}
