package coach

import (
	"rebound/engine"
	"rebound/engine/diary"
	"rebound/engine/signal"
	"rebound/engine/verdict"
)

// SummaryDays is how many days the page for a coach, physio or doctor looks back (ours):
// twelve weeks, which is longer than a normal takes to learn and what one page can show.
const SummaryDays = 12 * 7

// Summary is what some days came to, for who has not seen them: what was eased, when the
// runner was ill, what was run. It takes the days one by one, as each was assessed.
type Summary struct {
	Eased []Eased // in order of their first day
	Ill   []Ill
	Chest []diary.Date // days with chest symptoms
	Races []RaceRun    // planned for their day and, as far as is known, run

	Learning [diary.Kinds]signal.Learning // on the last day that was taken: how far a normal has come
}

// Eased is days on which training was lighter than planned, or would have been.
type Eased struct {
	Action   verdict.Action // cut_week, hold_quality; deload where it was declined
	From, To diary.Date
	Out      [diary.Kinds]bool // of a cut: what was out on the day it fired
	Declined diary.Date        // when the runner last chose to leave it; 0: they did not
	Why      string            // in their own words
}

// RaceRun is a race that was run, and what the runner calls it; "" for nothing.
type RaceRun struct {
	Date diary.Date
	Name string
}

// Ill is days of one illness.
type Ill struct {
	From, To diary.Date // To is the last that is known
	Lasts    bool       // on the last day that was taken
	Where    diary.Where
	Fever    bool
}

// Take adds a day, the one after the last.
func (s *Summary) Take(e *engine.Engine, r *engine.Report) {
	if l := &r.Cuts.Last; r.Cuts.InForce(r.Date) && s.last(verdict.CutWeek).From != l.Fired {
		s.Eased = append(s.Eased, Eased{Action: verdict.CutWeek, From: l.Fired, To: l.Until, Out: l.Out})
	}
	s.Learning = r.Learning
	switch {
	case r.Action == verdict.HoldQuality || r.Declined == verdict.HoldQuality:
		s.stretch(verdict.HoldQuality, r.Date)
	case r.Declined == verdict.Deload:
		s.stretch(verdict.Deload, r.Date)
	}
	if r.Declined != "" {
		s.decided(e, r)
	}
	s.illness(r)
	if x, ok := e.RacedOn(r.Date, r.Date+1); ok && x.Ran { // the day's own runs are known the day after
		s.Races = append(s.Races, RaceRun{r.Date, x.Name})
	}
}

// last is the last stretch of an action; a zero one for none.
func (s *Summary) last(a verdict.Action) *Eased {
	for i := len(s.Eased) - 1; i >= 0; i-- {
		if s.Eased[i].Action == a {
			return &s.Eased[i]
		}
	}
	return &Eased{}
}

// stretch lets a day go on with the stretch that ended the day before, or begin one.
func (s *Summary) stretch(a verdict.Action, t diary.Date) {
	if l := s.last(a); l.To != 0 && l.To == t-1 {
		l.To = t
		return
	}
	s.Eased = append(s.Eased, Eased{Action: a, From: t, To: t})
}

// decided notes that a stretch was declined.
func (s *Summary) decided(e *engine.Engine, r *engine.Report) {
	l := s.last(r.Declined)
	for _, d := range e.Diary().Reported.Decisions {
		if d.Action == string(r.Declined) && d.Date <= r.Date && !d.Accepted {
			l.Declined, l.Why = d.Date, d.Why
		}
	}
}

func (s *Summary) illness(r *engine.Report) {
	if c := r.Body.Chest; c != 0 && c == r.Date {
		s.Chest = append(s.Chest, c)
	}
	n := len(s.Ill)
	if n > 0 {
		s.Ill[n-1].Lasts = false
	}
	i := &r.Body.Illness
	if !i.Lasts() {
		return
	}
	if n == 0 || s.Ill[n-1].From != i.Since {
		s.Ill, n = append(s.Ill, Ill{From: i.Since}), n+1
	}
	x := &s.Ill[n-1]
	x.To, x.Lasts, x.Where, x.Fever = r.Date, true, i.Where, x.Fever || r.Body.Fever != 0
}

// Course is one niggle, from its first entry to the one that says that it is gone.
type Course struct {
	Site    diary.Site
	Side    diary.Side
	Entries []*diary.Niggle // in order of date, without the last one of a niggle that is gone
	Gone    diary.Date      // 0: it holds
}

// Since is the day of its first entry, and Said of its last one.
func (c *Course) Since() diary.Date { return c.Entries[0].Date }

func (c *Course) Said() diary.Date {
	return max(c.Gone, c.Entries[len(c.Entries)-1].Date)
}

// Worst is the entry with the most pain, the earliest of several.
func (c *Course) Worst() (worst *diary.Niggle) {
	for _, n := range c.Entries {
		if worst == nil || n.Severity > worst.Severity {
			worst = n
		}
	}
	return worst
}

// Courses is the niggles that held on a day from a to b: those that hold on b before
// those that are gone, and of each the latest first.
func Courses(d *diary.Diary, a, b diary.Date) []*Course {
	var open, gone []*Course // by what was said of them last
	for i := range d.Reported.Niggles {
		n := &d.Reported.Niggles[i]
		if n.Date > b {
			break
		}
		at := 0
		for at < len(open) && (open[at].Site != n.Site || open[at].Side != n.Side) {
			at++
		}
		c := &Course{Site: n.Site, Side: n.Side}
		if at < len(open) {
			c = open[at]
			open = append(open[:at], open[at+1:]...)
		}
		switch {
		case !n.Gone():
			c.Entries = append(c.Entries, n)
			open = append(open, c)
		case len(c.Entries) > 0:
			if c.Gone = n.Date; n.Date >= a {
				gone = append(gone, c)
			}
		}
	}
	all := append(gone, open...)
	for i, j := 0, len(all)-1; i < j; i, j = i+1, j-1 {
		all[i], all[j] = all[j], all[i]
	}
	return all
}
