package verdict

import (
	"math"

	"rebound/engine/diary"
	"rebound/engine/rule"
)

// Raced is a race and the easy days after it: one of a plan, or a run that took what a
// race takes ([load.History.Huge]). A race of a plan of which no run is known counts
// until something says that it was not run.
type Raced struct {
	Date    diary.Date // 0: none
	Name    string     // as the runner calls it; "": by its distance
	Km      float64    // that were raced: the plan's where it was run to its end or nothing is known of it, else the run's
	Planned float64    // the plan's km; 0: of no plan
	Ran     bool       // a run is known to be it
	Full    bool       // and it is as long as was planned
	Until   diary.Date // the last of the easy days
	Held    bool       // the plan that is followed has its easy days itself, as far as it goes
}

// NewRaced is a race with the easy days that follow from its km.
func NewRaced(date diary.Date, km float64, r *rule.Settings) Raced {
	return Raced{Date: date, Km: km, Until: date + EasyDays(km, r)}
}

// EasyDays is how many easy days follow a race: one for each race_easy_km, a
// convention of coaches without a trial, and race_easy_days at least.
func EasyDays(km float64, r *rule.Settings) diary.Date {
	return diary.Date(max(r.RaceEasy, math.Round(km/r.RaceEasyKm)))
}

// RestDays is how many of the easy days after a race have no run.
func RestDays(easy diary.Date) diary.Date {
	const first = 0.25 // of them (ours)
	return diary.Date(math.Ceil(first * float64(easy)))
}

// Easy reports whether t is one of the easy days.
func (x *Raced) Easy(t diary.Date) bool { return x.Date != 0 && t > x.Date && t <= x.Until }

// share is what of the usual day is run on one of the easy days: none on the first of
// them, then more and more.
func (x *Raced) share(t diary.Date, r *rule.Settings) float64 {
	rested := x.Date + RestDays(x.Until-x.Date)
	if t <= rested {
		return 0
	}
	along := float64(t-rested) / float64(x.Until-rested)
	return r.RecoverFrom + along*(r.RecoverTo-r.RecoverFrom)
}

// holdsDay reports whether the race makes a day easy that no plan has made so.
func (x *Raced) holdsDay(t diary.Date, f *Facts) bool {
	return x.Easy(t) && !(x.Held && t <= f.Planned.Last) && !f.HoldDeclined
}

// forRace adjusts one of the easy days after a race. Of two scalings the deeper holds.
func forRace(d *DayPlan, x *Raced, f *Facts, own float64) {
	if !x.holdsDay(d.Date, f) || d.Before.Kind == Cross {
		return
	}
	s := scale(easeTo(d.Before, own), x.share(d.Date, f.Rules))
	if s.Kind == Race {
		return
	}
	if now := easeTo(d.After, own); now.Minutes < s.Minutes {
		s = now
	}
	switch {
	case s.Minutes == 0 && s.Km == 0:
		s = Session{Kind: Rest}
	case s.Kind == Long:
		s.Kind = Easy
	}
	if s == d.After {
		return
	}
	d.adjust(s, AfterRace)
	d.Stage = Stage{}
}

// onlyRaced reports whether a race alone holds quality: what comes after its easy days
// does not wait for it.
func onlyRaced(f *Facts) bool {
	h := holds(f)
	return len(h) == 1 && h[0] == AfterRace
}

// raced is the race that a planned one will be, once it is run.
func (x Session) raced(date diary.Date, f *Facts) Raced {
	out := NewRaced(date, x.Km, f.Rules)
	out.Planned, out.Held = x.Km, date < f.Planned.Last
	return out
}

// raceReasons says which race the easy days follow.
func raceReasons(f *Facts, add func(Reason)) {
	if x := &f.Raced; x.Easy(f.Date) {
		tone := ToneEase
		if !x.holdsDay(f.Date, f) {
			tone = ToneWatch
		}
		add(Reason{Code: AfterRace, Tone: tone, Value: x.Km, Limit: f.Rules.RaceEasyKm, Days: int(x.Until - x.Date), Date: x.Date})
	}
}
