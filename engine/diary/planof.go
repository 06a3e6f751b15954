package diary

import (
	"strconv"
	"strings"
)

// PlanOf is a plan as it stood from a moment on: Text is its JSON, "" for
// following none. The diary keeps every version, so that any can come back and a
// past day is seen with the plan that it had.
type PlanOf struct {
	Stamp           // Date: from which it holds, the runner's date of entering
	Change   string // what was done: made, moved, dropped, or "" for a version that came back
	From, To Date   // of a session that was moved; 0 where it is not known
	Text     string
}

// What can be done to a plan.
const (
	PlanMade    = "made"
	PlanMoved   = "moved"
	PlanDropped = "dropped"
	PlanLife    = "life" // days off, limits, or what the race is called
	PlanKept    = "kept" // the runner keeps it, though it has slipped
	PlanBack    = ""     // the version before came back
)

// of is the moment: every version is a thing of its own.
func (v *PlanOf) of() (string, bool) { return strconv.FormatInt(v.At, 10), false }

func (v *PlanOf) pack(p *packer) {
	p.stamp(&v.Stamp)
	if p.version >= 4 {
		p.word(&v.Change)
		signed(p, &v.From)
		signed(p, &v.To)
		v.Text = p.text(v.Text)
		return
	}
	what := p.text("")
	v.Text = p.text("")
	v.Change, v.From, v.To = readChange(what, v.Text, v.Date)
}

func (v *PlanOf) dated() bool { return false }

// readChange is what versions up to 3 of the pack wrote in words, "Moved intervals
// from Tue 24 Nov to Thu 26 Nov", as a code and dates.
func readChange(what, text string, made Date) (change string, from, to Date) {
	if what == "" {
		return PlanBack, 0, 0
	}
	if text == "" {
		return PlanDropped, 0, 0
	}
	rest, ok := strings.CutPrefix(what, "Moved ")
	if !ok {
		return PlanMade, 0, 0
	}
	if i := strings.LastIndex(rest, " from "); i >= 0 {
		if a, b, ok := strings.Cut(rest[i+len(" from "):], " to "); ok {
			from, to = dayNear(a, made), dayNear(b, made)
		}
	}
	if from == 0 || to == 0 {
		from, to = 0, 0
	}
	return PlanMoved, from, to
}

// dayNear reads "Tue 24 Nov" as the date nearest to another; 0 for no such day.
func dayNear(s string, near Date) Date {
	const far = 548 // a year and a half: the years before and after have the day on other weekdays
	for off := Date(0); off <= far; off++ {
		for _, d := range [...]Date{near - off, near + off} {
			if d.Time().Format("Mon 2 Jan") == s {
				return d
			}
		}
	}
	return 0
}
