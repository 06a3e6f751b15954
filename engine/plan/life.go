package plan

import (
	"slices"
	"unicode/utf8"

	"rebound/engine/diary"
	"rebound/engine/verdict"
)

// Off is days that the plan leaves free, or, with Easy, on which nothing is hard or
// long: those of a journey, say.
type Off struct {
	From diary.Date `json:"from"`
	To   diary.Date `json:"to"`
	Why  string     `json:"why,omitempty"` // of Whys; "": not said
	Easy bool       `json:"easy,omitempty"`
}

// Whys are the reasons that can be given.
var Whys = []string{"travel", "work", "family"}

// On reports whether a date is one of the days.
func (o Off) On(d diary.Date) bool { return d >= o.From && d <= o.To }

// What can be asked for (all ours).
const (
	maxOffDays = 366
	maxOffs    = 100  // entries of days to come
	mostOffs   = 1000 // with those that are past
	leastTime  = 10.0 // minutes on a day that is run
	mostTime   = 600.0
	maxName    = 60   // characters
	fastest    = 2.0  // minutes a km
	slowest    = 20.0 // walking
)

// checkLife says what is wrong with days off, limits, and the race's name and time.
func (w *Wish) checkLife() error {
	if len(w.Off) > mostOffs {
		return &Refusal{Code: OffMany, High: maxOffs}
	}
	for _, o := range w.Off {
		switch {
		case o.From < oldest:
			return &Refusal{Code: LongAgo, Date: o.From}
		case o.To < o.From:
			return &Refusal{Code: OffEnds, Date: o.From, Other: o.To}
		case o.To-o.From >= maxOffDays:
			return &Refusal{Code: OffLong, Date: o.From, Value: float64(o.To-o.From) + 1, High: maxOffDays}
		case o.Why != "" && !slices.Contains(Whys, o.Why):
			return &Refusal{Code: OffWhy, Name: o.Why}
		}
	}
	known := 0
	for _, name := range Weekdays {
		if minutes, ok := w.Minutes[name]; ok {
			known++
			if !within(minutes, leastTime, mostTime) {
				return &Refusal{Code: DayTime, Name: name, Value: minutes, Low: leastTime, High: mostTime}
			}
		}
	}
	if known < len(w.Minutes) {
		other := "" // the first that is none, whatever the order of a map
		for name := range w.Minutes {
			if !slices.Contains(Weekdays[:], name) && (other == "" || name < other) {
				other = name
			}
		}
		return &Refusal{Code: NotWeekday, Name: other}
	}
	if w.RaceMinutes != 0 && w.RaceKm == 0 {
		return &Refusal{Code: TimeAlone}
	}
	for _, r := range append([]Race{{Km: w.RaceKm, Name: w.RaceName, Minutes: w.RaceMinutes}}, w.Tune...) {
		if err := r.checkCalled(); err != nil {
			return err
		}
	}
	return nil
}

// checkOff says that more days off lie ahead from a date on than can be asked for. Those
// that are past stay, so that the days of then are shown as they were.
func (w *Wish) checkOff(from diary.Date) error {
	ahead := 0
	for _, o := range w.Off {
		if o.To >= from {
			ahead++
		}
	}
	if ahead > maxOffs {
		return &Refusal{Code: OffMany, High: maxOffs}
	}
	return nil
}

// checkCalled says what is wrong with what a runner calls a race, and the time they are
// after.
func (r Race) checkCalled() error {
	switch {
	case utf8.RuneCountInString(r.Name) > maxName:
		return &Refusal{Code: LongName, High: maxName}
	case r.Minutes != 0 && !within(r.Minutes, fastest*r.Km, slowest*r.Km):
		return &Refusal{Code: RaceTime, Value: r.Minutes, Low: fastest * r.Km, High: slowest * r.Km}
	}
	return nil
}

// OffOn is what the runner said of a date: days off before easy ones; ok is false for
// nothing.
func (w *Wish) OffOn(d diary.Date) (o Off, ok bool) {
	if w == nil {
		return o, false
	}
	for _, one := range w.Off {
		if one.On(d) && (!ok || o.Easy) {
			o, ok = one, true
		}
	}
	return o, ok
}

// TimeOn is the minutes that there are for running on a date; 0: as long as it takes.
func (w *Wish) TimeOn(d diary.Date) float64 {
	if w == nil {
		return 0
	}
	return w.Minutes[Weekdays[d.Weekday()]]
}

// takes says why two days cannot change places for what the runner said of them, a
// [Refusal].
func (w *Wish) takes(s Swap, p *Plan) error {
	for _, s := range [...]Swap{s, {s.To, s.From}} {
		o, ok := w.OffOn(s.To)
		switch kind := p.On(s.From).Kind; {
		case !ok || kind == verdict.Rest:
		case !o.Easy:
			return &Refusal{Code: DayOff, Date: s.To}
		case kind == verdict.Long || kind.Hard():
			return &Refusal{Code: DayEasy, Date: s.To}
		}
	}
	return nil
}

// Live is the record with other days off and other limits, minutes by weekday, from today
// on. Its error is a [Refusal].
func (r *Record) Live(off []Off, minutes map[string]float64, today diary.Date) (Record, error) {
	out := *r
	var w Wish
	if r.Goal != nil {
		w = *r.Goal
	} else if r.Race != nil {
		w.RaceDate, w.RaceKm, w.RaceName, w.RaceMinutes = r.Race.Date, r.Race.Km, r.Race.Name, r.Race.Minutes
	}
	w.Off = append([]Off(nil), off...)
	diary.SortBy(w.Off, func(a, b Off) int { return int(a.From - b.From) })
	w.Minutes = minutes
	if err := w.checkOff(today); err != nil {
		return out, err
	}
	if err := w.checkLife(); err != nil {
		return out, err
	}
	out.Goal = &w
	return out.Fit(today), nil
}

// Call is the record with another name of the race, and another time to be after,
// minutes. Its error is a [Refusal].
func (r *Record) Call(name string, minutes float64) (Record, error) {
	out := *r
	if r.Race == nil {
		return out, &Refusal{Code: TimeAlone}
	}
	var w Wish
	if r.Goal != nil {
		w = *r.Goal
	}
	w.RaceDate, w.RaceKm, w.RaceName, w.RaceMinutes = r.Race.Date, r.Race.Km, name, minutes
	if err := w.checkLife(); err != nil {
		return out, err
	}
	race := *r.Race
	race.Name, race.Minutes = name, minutes
	out.Goal, out.Race = &w, &race
	out.Notes = append([]Note(nil), r.Notes...)
	for i := range out.Notes {
		if n := &out.Notes[i]; n.Race.Date == race.Date {
			n.Race = race
		}
	}
	return out, nil
}
