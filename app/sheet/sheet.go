// Package sheet is the diary as tables: what it holds of each date, and the sessions,
// for the command line's `diary` and for the files that Settings saves. [Days] looks;
// [DaysCSV], [SessionsCSV] and [WellnessCSV] write.
package sheet

import (
	"math"
	"slices"

	"rebound/engine"
	"rebound/engine/diary"
	"rebound/engine/load"
)

// Day is what the diary holds of one date.
type Day struct {
	Date     diary.Date
	Signals  [diary.Kinds]Signal // in the order of diary.Kind
	Naps     []float64           // minutes asleep, in order of time
	Sessions []Session
}

// Signal is one signal of a date: the reading of the series that the assessment of that
// date reads, or, where that one has none, of the source that goes before the others.
type Signal struct {
	Reading
	Known  bool
	Others []Reading // of other sources, or by another metric
}

// Reading is one source's word on a signal, in the runner's units: ms, bpm, minutes.
type Reading struct {
	Value  float64
	Source string
	Metric diary.Metric
	By     diary.Origin
}

// Session is a recorded session, or a run by the runner's word (Typed).
type Session struct {
	Start   int64 // Unix seconds; 0: not said
	Offset  int32 // of the local clock, seconds east of UTC
	Sport   diary.Sport
	Minutes float64 // in motion, where that is known
	Km      float64 // 0: not known
	HR      float64 // mean, bpm; 0: not known
	Source  string
	Also    []string // other sources of the same session
	Typed   bool
}

// Days is every date of an engine's diary that holds a reading, a nap or a session,
// oldest first.
func Days(e *engine.Engine) []Day {
	d := e.Diary()
	var out []Day
	for t := d.First; t <= d.Last; t++ {
		day := Day{Date: t}
		any := false
		for k := range day.Signals {
			day.Signals[k] = signalOn(e, diary.Kind(k), t)
			any = any || day.Signals[k].Known
		}
		day.Naps = naps(d, t)
		day.Sessions = sessions(e, t)
		if any || len(day.Naps)+len(day.Sessions) > 0 {
			out = append(out, day)
		}
	}
	return out
}

// signalOn is what all series say of a date, the one that is read first.
func signalOn(e *engine.Engine, k diary.Kind, t diary.Date) (out Signal) {
	d, read := e.Diary(), e.Signals().At(k, t)
	for i := range d.Series {
		s := &d.Series[i]
		p, ok := s.On(t)
		if s.Kind != k || !ok {
			continue
		}
		r := Reading{p.Value, s.Source, s.Metric, p.By}
		switch {
		case !out.Known:
			out.Reading, out.Known = r, true
		case s.Source == read.Source && s.Metric == read.Metric:
			out.Others, out.Reading = append([]Reading{out.Reading}, out.Others...), r
		default:
			out.Others = append(out.Others, r)
		}
	}
	return out
}

func naps(d *diary.Diary, t diary.Date) (minutes []float64) {
	from, _ := slices.BinarySearchFunc(d.Nights, int64(t-2)*86400, func(n diary.NightOf, at int64) int { return int(n.Start - at) })
	for i := from; i < len(d.Nights) && d.Nights[i].Start < int64(t+2)*86400; i++ {
		if n := &d.Nights[i]; n.Date == t && n.Nap && n.Known() {
			minutes = append(minutes, math.Round(n.Asleep()))
		}
	}
	return minutes
}

// sessions is those of a date: the recorded ones with what the diary says of them, and
// the reported ones.
func sessions(e *engine.Engine, t diary.Date) (out []Session) {
	list := e.Diary().Activities
	for _, s := range e.History().Between(t, t) {
		one := Session{Start: s.Start, Offset: s.Offset, Sport: s.Sport, Minutes: s.Minutes, Km: s.Km, Source: s.Source, Typed: s.Reported}
		if !s.Reported {
			if a := recorded(list, &s); a != nil {
				one.Also, one.HR = a.Also, float64(a.AvgHR)
			}
			if mean := s.MeanHR(); one.HR == 0 && mean > 0 {
				one.HR = mean
			}
		}
		out = append(out, one)
	}
	return out
}

// recorded is the activity that a session was made of.
func recorded(list []diary.Activity, s *load.Session) *diary.Activity {
	i, _ := slices.BinarySearchFunc(list, s.Start, func(a diary.Activity, at int64) int { return int(a.Start - at) })
	for ; i < len(list) && list[i].Start == s.Start; i++ {
		if a := &list[i]; a.Source == s.Source && a.Sport == s.Sport {
			return a
		}
	}
	return nil
}
