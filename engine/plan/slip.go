package plan

import (
	"rebound/engine/diary"
	"rebound/engine/rule"
)

// Slip is how much of a plan was run of late: sessions that their own mornings asked
// for, and days on which there was a run, whichever they were.
type Slip struct {
	From, To     diary.Date
	Planned, Ran int
}

// SlipSpan is the days that are looked at, of those up to one; ok is false where the
// plan is too young for it.
func (p *Plan) SlipSpan(to diary.Date, r *rule.Settings) (s Slip, ok bool) {
	first, _, ok := p.Span()
	s = Slip{From: to - diary.Date(r.SlipDays) + 1, To: to}
	return s, ok && first <= s.From
}

// Slipped reports whether so little was run that the plan counts on weeks that were
// another's.
func (s Slip) Slipped(r *rule.Settings) bool {
	return s.Planned >= int(r.SlipNeeds) && float64(s.Ran)/float64(s.Planned) < r.SlipShare
}
