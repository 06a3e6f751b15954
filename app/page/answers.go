package page

import (
	"encoding/json"
	"slices"

	"rebound/app/wire"
)

// The operations whose answer stands while the revision does.
var questions = []string{wire.OpAssess, wire.OpBody, wire.OpPlan, wire.OpTrends, wire.OpEffects, wire.OpSeason, wire.OpSummary}

// The operations that enter something or change the plan. The questions of the
// screen go with them, so that an action is one request.
var actions = []string{
	wire.OpTyped, wire.OpDecide, wire.OpCheckIn, wire.OpNiggle, wire.OpEffort, wire.OpCold, wire.OpTick, wire.OpScreen, wire.OpReaction,
	wire.OpIllness, wire.OpWalk, wire.OpRun, wire.OpNotRan, wire.OpRan, wire.OpStrap,
	wire.OpPlanMake, wire.OpPlanMove, wire.OpPlanLife, wire.OpPlanUndo, wire.OpPlanDrop,
}

// mostAsked is how many questions of a screen are remembered: the verdict's, that
// of another date, the screen's own, and one more.
const mostAsked = 4

// mostAnswers bounds how many answers of one revision are kept.
const mostAnswers = 64

// answers is what the backend has answered of the diary as it is, and what the
// screen has asked.
type answers struct {
	revision int64
	kept     map[string]json.RawMessage
	asked    []wire.Ask // by the screen that is shown, the latest last
}

func keyOf(q wire.Ask) string { return q.Op + " " + string(q.Args) }

// note remembers a question of the screen.
func (a *answers) note(q wire.Ask) {
	a.asked = slices.DeleteFunc(a.asked, func(o wire.Ask) bool { return keyOf(o) == keyOf(q) })
	a.asked = append(a.asked, q)
	a.asked = a.asked[max(0, len(a.asked)-mostAsked):]
}

// at drops what was answered at another revision.
func (a *answers) at(revision int64) {
	if a.kept == nil || a.revision != revision || len(a.kept) >= mostAnswers {
		a.revision, a.kept = revision, map[string]json.RawMessage{}
	}
}

// take keeps the answer to a question.
func (a *answers) take(q wire.Ask, data json.RawMessage) {
	if data != nil && slices.Contains(questions, q.Op) {
		a.kept[keyOf(q)] = data
	}
}

// of is the answer to a question, if it is known.
func (a *answers) of(q wire.Ask) (data json.RawMessage, ok bool) {
	data, ok = a.kept[keyOf(q)]
	return data, ok
}
