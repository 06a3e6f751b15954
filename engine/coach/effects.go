package coach

import (
	"math"
	"slices"
	"sort"

	"rebound/engine/diary"
	"rebound/engine/effect"
	"rebound/engine/load"
)

// What a night can come after besides a day's tags, which are asked about by their own
// names.
const (
	AfterHard  = "hard_session"
	AfterLong  = "long_run"
	AfterShort = "short_night"
	AfterLate  = "late_run" // against other days with a run
)

// Answer is what one question comes to.
type Answer struct {
	effect.Shift
	Seen bool // to be believed, of all that were asked at once
}

// Matter is what the nights after something were, against the runner's own others.
type Matter struct {
	Of      string  // a tag, or one of the above
	Over    float64 // nights after more of the tag than this, against nights after so much or less; 0: after any, against after none
	Signals [diary.Kinds]Answer
}

// Had is the nights that it came before, whatever of them is known.
func (m *Matter) Had() (n int) {
	for k := range m.Signals {
		n = max(n, m.Signals[k].Had)
	}
	return n
}

// Matters asks of every tag and of the day before whether they go with another HRV (as
// ln ms), resting heart rate and sleep. A day's tags are of the night that ended that
// morning; what was run, and a short night, are of the day before. A night of which the
// answer is not known is none: without a check-in nobody knows whether there was a drink.
// Of a tag whose dose was said often enough, more of it is asked against less.
// Days of illness are left out, on both sides: no drink is as loud.
func (c *Coach) Matters() []Matter {
	nights := c.nights()
	asked := c.questions()
	out := make([]Matter, len(asked))
	var all []effect.Shift
	for i, q := range asked {
		out[i].Of, out[i].Over = q.of, q.over
		for k := range nights {
			list := make([]effect.Night, 0, len(nights[k]))
			for _, n := range nights[k] {
				if with, known := q.came(n.Date); known {
					n.With = with
					list = append(list, n)
				}
			}
			out[i].Signals[k].Shift = effect.Of(list, effect.Middle, &c.rules)
			all = append(all, out[i].Signals[k].Shift)
		}
	}
	for i, seen := range effect.Seen(all, c.rules.EffectFalse) {
		out[i/len(nights)].Signals[i%len(nights)].Seen = seen
	}
	return out
}

// since is the first date that is looked back to.
func (c *Coach) since() diary.Date {
	return max(c.e.Diary().First, c.date-diary.Date(c.rules.EffectDays)+1)
}

// nights is the readings of each signal that the series of their own days had, without
// days of illness.
func (c *Coach) nights() (out [diary.Kinds][]effect.Night) {
	type series struct {
		source string
		metric diary.Metric
	}
	numbers := map[series]int{}
	d := c.e.Diary()
	for t := c.since(); t <= c.date; t++ {
		if slices.Contains(d.Tags[t], "illness") || d.Reported.IllOn(t) {
			continue
		}
		day, _ := c.e.Day(t)
		for k := range day.Signals {
			s := &day.Signals[k]
			for _, p := range c.e.Signals().Readings(diary.Kind(k), s.Source, s.Metric, t, t) {
				of := series{s.Source, s.Metric}
				if numbers[of] == 0 {
					numbers[of] = len(numbers) + 1
				}
				v := p.Value
				if diary.Kind(k) == diary.HRV {
					v = math.Log(v)
				}
				out[k] = append(out[k], effect.Night{Date: t, Value: v, Series: numbers[of]})
			}
		}
	}
	return out
}

// question is something that may come before a night.
type question struct {
	of   string
	over float64 // as in Matter
	came func(night diary.Date) (with, known bool)
}

func (c *Coach) questions() (out []question) {
	d := c.e.Diary()
	checked := map[diary.Date]bool{}
	for i := range d.Reported.CheckIns {
		checked[d.Reported.CheckIns[i].Date] = true
	}
	for _, tag := range diary.DayTags {
		if tag == "illness" {
			continue
		}
		out = append(out, question{tag, 0, func(t diary.Date) (bool, bool) {
			return slices.Contains(d.Tags[t], tag), checked[t] || len(d.Tags[t]) > 0
		}})
		if over := c.usualDose(tag); over > 0 {
			out = append(out, question{tag, over, func(t diary.Date) (bool, bool) {
				dose := d.Reported.Dose(t, tag)
				return dose > over, dose > 0
			}})
		}
	}
	trained := func(with func(diary.Date, []load.Session) bool) func(diary.Date) (bool, bool) {
		return func(t diary.Date) (bool, bool) {
			day := t - 1
			return c.training(day) && with(day, c.e.History().Between(day, day)), c.training(day)
		}
	}
	return append(out,
		question{AfterHard, 0, trained(func(day diary.Date, _ []load.Session) bool { return c.e.HardOn(day) })},
		question{AfterLong, 0, trained(func(_ diary.Date, list []load.Session) bool {
			return slices.ContainsFunc(list, func(s load.Session) bool { return s.Run && s.Minutes >= c.rules.LongMinutes })
		})},
		question{AfterLate, 0, c.late},
		question{AfterShort, 0, c.short},
	)
}

// usualDose is the dose of a tag that half of its nights had at most; 0 where there are too
// few for both halves to be enough.
func (c *Coach) usualDose(tag string) float64 {
	var doses []float64
	for _, v := range diary.Between(c.e.Diary().Reported.Tags, c.since(), c.date) {
		if v.Tag == tag && v.Dose > 0 {
			doses = append(doses, float64(v.Dose))
		}
	}
	if len(doses) < 2*int(c.rules.EffectNeeds) {
		return 0
	}
	return load.Median(doses)
}

// training reports whether it is known of a day what was trained on it: it lies in no
// pause, and between sessions that are known.
func (c *Coach) training(day diary.Date) bool {
	all := c.e.History().Sessions
	i := sort.Search(len(all), func(i int) bool { return all[i].Date > day })
	if i == 0 {
		return false
	}
	next := c.date
	if i < len(all) && all[i].Date <= c.date {
		next = all[i].Date
	}
	return all[i-1].Date == day || float64(next-all[i-1].Date-1) < c.rules.BackTier1
}

// late reports whether the last run of the day before ended late; without a run whose hour
// is known there is no saying.
func (c *Coach) late(t diary.Date) (with, known bool) {
	day := t - 1
	for _, s := range c.e.History().Between(day, day) {
		if s.Run && s.Start != 0 {
			ended := float64(s.Start+int64(s.Offset)-int64(day)*86400)/3600 + s.Minutes/60
			with, known = with || ended >= c.rules.EffectLate, true
		}
	}
	return with, known
}

// short reports whether the night before was a short one.
func (c *Coach) short(t diary.Date) (with, known bool) {
	day, _ := c.e.Day(t - 1)
	s := &day.Signals[diary.Sleep]
	for _, p := range c.e.Signals().Readings(diary.Sleep, s.Source, s.Metric, t-1, t-1) {
		with, known = p.Value < c.rules.SleepShort, true
	}
	return with, known
}
