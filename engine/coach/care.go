package coach

import (
	"slices"

	"rebound/engine/body"
	"rebound/engine/diary"
	"rebound/engine/load"
)

// seenDays is the days that the Body screen looks back for runs and cold water.
const seenDays = 7

// Triage names what the body allows on the date, the gravest first.
type Triage string

const (
	TriageChest      Triage = "chest"      // no running, and help today
	TriageFever      Triage = "fever"      // no running
	TriageNoRun      Triage = "no_run"     // for the first niggle
	TriageIll        Triage = "ill"        // what its place leaves
	TriageWalk       Triage = "walk"       // pain-free walking before running, after a red flag
	TriageUnresolved Triage = "unresolved" // the first niggle should be looked at; short and easy
	TriageShorter    Triage = "shorter"    // for the first niggle
	TriageWell       Triage = "after_ill"  // the easy days after an illness
	TriageFlagGone   Triage = "flag_gone"  // short runs after a red flag
	TriageNoted      Triage = "noted"      // niggles that forbid nothing
	TriageCheckIn    Triage = "check_in"   // the check-ins ask for easy days
	TriageNothing    Triage = "nothing"    // what was reported speaks against nothing
	TriageUnsaid     Triage = ""           // nothing was reported
)

// Triage is what the body allows.
func (c *Coach) Triage() Triage { return TriageOf(&c.Report.Body) }

// TriageOf is the same of a state of the body.
func TriageOf(b *body.State) Triage {
	switch {
	case b.Chest != 0:
		return TriageChest
	case b.Fever != 0:
		return TriageFever
	case len(b.Niggles) > 0 && b.Niggles[0].Running == body.None:
		return TriageNoRun
	case b.Illness.Lasts():
		return TriageIll
	case b.ToWalk() != nil:
		return TriageWalk
	case b.Triage == body.SeeClinician:
		return TriageUnresolved
	case b.Running == body.Shorter:
		return TriageShorter
	case b.Illness.Returning():
		return TriageWell
	case b.Eased >= b.Date:
		return TriageFlagGone
	case len(b.Niggles) > 0:
		return TriageNoted
	case b.Check.State == body.CheckAdverse || b.Check.Persistent():
		return TriageCheckIn
	case b.Reported:
		return TriageNothing
	}
	return TriageUnsaid
}

// LongFeverDays is the days after which fever is a doctor's (ours).
const LongFeverDays = 3

// LongFever reports whether fever has held so long that a doctor should look.
func LongFever(b *body.State) bool {
	return b.Fever != 0 && b.Date-b.Fever >= LongFeverDays
}

// Misleading is the states that hold on the date and make readings mislead:
// altitude, heat, luteal, under_18. Tagged ones hold while they are in the window.
func (c *Coach) Misleading() []string {
	d := c.e.Diary()
	now := map[string]bool{"luteal": c.Report.Body.Cycle.Luteal}
	for day := c.date; day > c.date-diary.Date(c.rules.WindowDays); day-- {
		for _, tag := range d.Tags[day] {
			now[tag] = true
		}
	}
	age := c.rules.Age
	for _, p := range d.Persons {
		if c.rules.Age == 0 && p.Age > 0 {
			age = float64(p.Age)
		}
	}
	const adult = 18
	now["under_18"] = age > 0 && age < adult
	var out []string
	for _, state := range []string{"altitude", "heat", "luteal", "under_18"} {
		if now[state] {
			out = append(out, state)
		}
	}
	return out
}

// CheckIns is the date's own check-in and the last before it; nil for none.
func (c *Coach) CheckIns() (today, before *diary.CheckIn) {
	list := c.e.Diary().Reported.CheckIns
	for i := range list {
		switch {
		case list[i].Date == c.date:
			today = &list[i]
		case list[i].Date < c.date:
			before = &list[i]
		}
	}
	return today, before
}

// Ticks is the codes of the date's programme that are done, of it or not.
func (c *Coach) Ticks() []string {
	out := []string{}
	for _, v := range c.e.Diary().Reported.Ticks {
		if v.Date == c.date {
			out = append(out, v.Code)
		}
	}
	return out
}

// Cold is the immersions of the last week.
func (c *Coach) Cold() []diary.Cold {
	return diary.Between(c.e.Diary().Reported.Cold, c.date-seenDays+1, c.date)
}

// Effort is a run of the last week with what was reported of it.
type Effort struct {
	load.Session
	Expected load.Expected // with Known
	Known    bool
	Harder   bool
	Pain     diary.Score // not said: unknown
	Asks     Ask         // whether it is asked where it hurt
}

// Ask is what pain during a run asks for, where no place was reported since: by
// itself it stops nothing, because whether one may run depends on what hurts.
type Ask string

const (
	AskNothing Ask = ""
	AskEase    Ask = "ease" // it would have shortened runs
	AskStop    Ask = "stop" // it would have stopped them
)

// Efforts is the last week's runs, the latest first.
func (c *Coach) Efforts() (out []Effort) {
	h := c.e.History()
	list := h.Between(c.date-seenDays+1, c.date)
	for i := len(list) - 1; i >= 0; i-- {
		s := &list[i]
		if !s.Run {
			continue
		}
		x := Effort{Session: *s, Pain: diary.Unsaid}
		if x.Expected, x.Known = h.ExpectedEffort(s); x.Known {
			_, x.Harder = h.Harder(s)
		}
		for _, p := range c.e.Diary().Reported.RunPains(s.Date, s.Date) {
			if p.Start == 0 || load.SameStart(p.Start, s.Start) {
				x.Pain = p.Pain
			}
		}
		if x.Pain.Said() && !c.placed(s.Date) {
			switch {
			case x.Pain.AtLeast(c.rules.PainStop):
				x.Asks = AskStop
			case x.Pain.AtLeast(c.rules.PainModify):
				x.Asks = AskEase
			}
		}
		out = append(out, x)
	}
	return out
}

// Unrated is the latest run of the date or of the day before, while it is fresh, where
// how hard it felt was not said; ok is false for none.
func (c *Coach) Unrated() (s load.Session, ok bool) {
	for _, s := range slices.Backward(c.e.History().Between(c.date-1, c.date)) {
		if s.Run {
			return s, !s.Rated
		}
	}
	return s, false
}

// placed reports whether the body map was used from day a to the date.
func (c *Coach) placed(a diary.Date) bool {
	return len(diary.Between(c.e.Diary().Reported.Niggles, a, c.date)) > 0
}

// unplaced is the last pain of a run, of the last three days (ours), that no entry
// on the body map has followed; nil for none.
func (c *Coach) unplaced() (out *diary.RunPain) {
	const days = 3
	list := c.e.Diary().Reported.RunPains(c.date-days+1, c.date)
	for i := range list {
		if p := &list[i]; p.Pain > 0 && (out == nil || p.Date >= out.Date) {
			out = p
		}
	}
	if out != nil && c.placed(out.Date) {
		return nil
	}
	return out
}
