package signal

import "rebound/engine/diary"

// What is which part of a series is another than in the one that was read before it.
type What uint8

const (
	NoChange   What = iota
	NewSource       // another device, or another export
	NewMoment       // of HRV: the night, the morning, any hour
	NewMeasure      // of HRV RMSSD or SDNN; of sleep the stages or a total
)

// Break is the last change of the series that a signal is read from: what is measured
// otherwise has a normal of its own, so a drawn line ends there.
type Break struct {
	Since  diary.Date // the first date that the signal was read from its series of now; 0: no change in sight
	What   What       // the greatest of what changed
	Source string     // of the series that was read before
	Metric diary.Metric
}

// broken is the break as of day t, from the states of the day before and of t. It is
// kept while days before it would be within the window or the baseline.
func (v *Reader) broken(prev, now *State, t diary.Date) Break {
	b := prev.Break
	switch {
	case now.Missing == NoReadings:
		return Break{}
	case prev.Missing != NoReadings && prev.Source != "" && (prev.Source != now.Source || prev.Metric != now.Metric):
		b = Break{Since: t, What: changed(prev, now), Source: prev.Source, Metric: prev.Metric}
	}
	if b.Since == 0 || t-b.Since >= diary.Date(v.rules.WindowDays+v.rules.BaselineDays) {
		return Break{}
	}
	return b
}

func changed(prev, now *State) What {
	was, is := place(prev.Metric), place(now.Metric)
	switch {
	case was/moments != is/moments, now.Kind == diary.Sleep && was != is:
		return NewMeasure
	case now.Kind == diary.HRV && was != is:
		return NewMoment
	}
	return NewSource
}
