package coach

import (
	"math"
	"slices"
	"sort"

	"rebound/engine/diary"
	"rebound/engine/effect"
	"rebound/engine/load"
	"rebound/engine/signal"
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
				if with, known := c.came(q, n.Date); known {
					n.With = with
					list = append(list, n)
				}
			}
			out[i].Signals[k].Shift = effect.Of(list, effect.Middle, effect.Nights, &c.rules)
			all = append(all, out[i].Signals[k].Shift)
		}
	}
	for i, seen := range effect.Seen(all, c.rules.EffectFalse) {
		out[i/len(nights)].Signals[i%len(nights)] = answer(all[i], seen)
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
	var names []string // of the series
	d := c.e.Diary()
	for t := c.since(); t <= c.date; t++ {
		if slices.Contains(d.Tags[t], "illness") || d.Reported.IllOn(t) {
			continue
		}
		for k := range out {
			v, s, ok := c.reading(diary.Kind(k), t)
			if !ok {
				continue
			}
			if diary.Kind(k) == diary.HRV {
				v = math.Log(v)
			}
			name := s.Source + "|" + string(s.Metric)
			n := slices.Index(names, name)
			if n < 0 {
				n, names = len(names), append(names, name)
			}
			out[k] = append(out[k], effect.Night{Date: t, Value: v, Series: n})
		}
	}
	return out
}

// reading is a signal's reading of a date, by the series that it was read from then.
func (c *Coach) reading(k diary.Kind, t diary.Date) (v float64, s signal.State, ok bool) {
	day, _ := c.e.Day(t)
	s = day.Signals[k]
	for _, p := range c.e.Signals().Readings(k, s.Source, s.Metric, t, t) {
		v, ok = p.Value, true
	}
	return v, s, ok
}

// question is something that may come before a night.
type question struct {
	of   string
	over float64 // as in Matter
}

func (c *Coach) questions() (out []question) {
	for _, tag := range diary.DayTags {
		if tag == "illness" {
			continue
		}
		out = append(out, question{of: tag})
		if over := c.usualDose(tag); over > 0 {
			out = append(out, question{tag, over})
		}
	}
	for _, of := range [...]string{AfterHard, AfterLong, AfterLate, AfterShort} {
		out = append(out, question{of: of})
	}
	return out
}

// came reports whether something came before the night that ended on a date, and whether
// that is known.
func (c *Coach) came(q question, t diary.Date) (with, known bool) {
	day := t - 1
	runs := c.e.History().Between(day, day)
	switch q.of {
	case AfterShort:
		v, _, ok := c.reading(diary.Sleep, day)
		return v < c.rules.SleepShort, ok
	case AfterHard:
		return c.e.HardOn(day), c.training(day)
	case AfterLong:
		known = c.training(day)
		for i := range runs {
			if s := &runs[i]; s.Run {
				with, known = with || s.Minutes >= c.rules.LongMinutes, known && s.Minutes > 0
			}
		}
		return with, known
	case AfterLate: // against other days with a run whose hour is known
		for i := range runs {
			if s := &runs[i]; s.Run && s.Start != 0 {
				ended := float64(s.Start+int64(s.Offset)-int64(day)*86400)/3600 + s.Minutes/60
				with, known = with || ended >= c.rules.EffectLate, true
			}
		}
		return with, known
	}
	r := &c.e.Diary().Reported
	if q.over > 0 {
		dose := r.Dose(t, q.of)
		return dose > q.over, dose > 0
	}
	tags := c.e.Diary().Tags[t]
	return slices.Contains(tags, q.of), len(tags) > 0 || len(diary.Between(r.CheckIns, t, t)) > 0
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
// pause, between sessions that are known, and there is more than a word that it was run.
func (c *Coach) training(day diary.Date) bool {
	if word, ok := c.e.History().LastWord(day); ok && word == day {
		return false
	}
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
