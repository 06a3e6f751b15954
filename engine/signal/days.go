package signal

import (
	"math"
	"slices"
	"sort"

	"rebound/engine/diary"
)

// Day is the three signals on one date, in the order of diary.Kind.
type Day [diary.Kinds]State

// Next is the day after prev: each signal on date t with the days it has been
// out, and the last change of what it is read from. prev is the day before t; its zero value starts a history.
func (v *Reader) Next(prev *Day, t diary.Date) (d Day) {
	for k := range d {
		now, before := &d[k], &prev[k]
		*now = v.At(diary.Kind(k), t)
		if now.Name == Adverse {
			now.DaysOut = before.DaysOut + 1
		}
		now.Break = v.broken(before, now, t)
	}
	return d
}

// Counts is how many of the signals are known, adverse at the gate, and adverse
// at the week cut's k.
func (d Day) Counts() (known, adverse, cut int) {
	for _, s := range d {
		if s.Known() {
			known++
		}
		if s.Name == Adverse {
			adverse++
		}
		if s.Cut {
			cut++
		}
	}
	return
}

// Readings is the valid readings of a series from day a to day b, in the
// runner's units (ms, bpm, minutes).
func (v *Reader) Readings(k diary.Kind, source string, metric diary.Metric, a, b diary.Date) []diary.Point {
	for i := range v.columns[k] {
		if s := &v.columns[k][i].series; s.Source == source && s.Metric == metric {
			lo := sort.Search(len(s.Points), func(i int) bool { return s.Points[i].Date >= a })
			hi := sort.Search(len(s.Points), func(i int) bool { return s.Points[i].Date > b })
			return s.Points[lo:max(lo, hi)]
		}
	}
	return nil
}

// Others is the devices besides a source that have a reading of a kind from day a to
// day b, by name. They are series of their own.
func (v *Reader) Others(k diary.Kind, source string, a, b diary.Date) (names []string) {
	for i := range v.columns[k] {
		c := &v.columns[k][i]
		if s := c.series.Source; c.device() && s != source && !slices.Contains(names, s) && len(v.Readings(k, s, c.series.Metric, a, b)) > 0 {
			names = append(names, s)
		}
	}
	slices.Sort(names)
	return names
}

// Newest is the newest reading of a kind from any source on or before t.
func (v *Reader) Newest(k diary.Kind, t diary.Date) (p diary.Point, ok bool) {
	for i := range v.columns[k] {
		points := v.columns[k][i].series.Points
		hi := sort.Search(len(points), func(i int) bool { return points[i].Date > t })
		if hi > 0 && (!ok || points[hi-1].Date > p.Date) {
			p, ok = points[hi-1], true
		}
	}
	return p, ok
}

// First is the date of the first reading of a kind from any source; 0 for none.
func (v *Reader) First(k diary.Kind) (first diary.Date) {
	for i := range v.columns[k] {
		if points := v.columns[k][i].series.Points; len(points) > 0 && (first == 0 || points[0].Date < first) {
			first = points[0].Date
		}
	}
	return first
}

// Habit is the mean sleep of the nights up to t (habit_nights of them, at least
// habit_needs known), minutes. It is a standing fact about the runner, not a
// drift.
func (v *Reader) Habit(source string, metric diary.Metric, t diary.Date) (mean float64, nights int, ok bool) {
	sum := 0.0
	for _, p := range v.Readings(diary.Sleep, source, metric, t-diary.Date(v.rules.HabitDays)+1, t) {
		sum += p.Value
		nights++
	}
	if nights < int(v.rules.HabitNeeds) {
		return 0, nights, false
	}
	return math.Round(sum/float64(nights)*10) / 10, nights, true
}
