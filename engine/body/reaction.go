package body

import (
	"slices"

	"rebound/engine/diary"
	"rebound/engine/load"
	"rebound/engine/rule"
)

// ReactionState is a reaction test against the runner's own.
type ReactionState uint8

const (
	ReactionUnknown ReactionState = iota
	ReactionUsual
	ReactionSlowed
)

// String is the name used in JSON.
func (s ReactionState) String() string {
	return [...]string{"unknown", "usual", "slowed"}[s]
}

// ReactionTest is one simple visual reaction test, after the brief vigilance
// test PVT-B (Basner 2011), which lasts three minutes; ours lasts 20 to 60
// seconds and is compared with nothing but itself. Times are ms.
type ReactionTest struct {
	Date    diary.Date
	Trials  int     // lights answered
	Mean    float64 // of them
	Fastest float64 // mean of the fastest tenth
	Slowest float64 // mean of the slowest tenth
	Lapses  int     // slower than reaction_lapse, or not answered
	Early   int     // false starts
}

// falseStart is the time under which no one can have seen the light (Basner
// 2011), ms.
const falseStart = 100

// Responses is the times of a test's answered lights in order, ms, how many
// presses came before the light, and how many lights were not answered.
func Responses(in *diary.Reaction) (ms []float64, early, missed int) {
	for _, v := range in.Trials {
		switch v := float64(v); {
		case v < falseStart:
			early++
		case v < diary.Unanswered:
			ms = append(ms, v)
		default:
			missed++
		}
	}
	return ms, early, missed
}

// measureReaction condenses a test; ok is false with too few responses. A light
// that was not answered is a lapse: its time is of how long the light stays, and
// has no place in a mean.
func measureReaction(in *diary.Reaction, r *rule.Settings) (out ReactionTest, ok bool) {
	ms, early, missed := Responses(in)
	out = ReactionTest{Date: in.Date, Trials: len(ms), Early: early, Lapses: missed}
	for _, v := range ms {
		out.Mean += v
		if v > r.ReactionLapse {
			out.Lapses++
		}
	}
	if out.Trials < int(r.ReactionTrials) {
		return out, false
	}
	out.Mean /= float64(len(ms))
	slices.Sort(ms)
	tenth := max(1, len(ms)/10)
	out.Fastest, _ = meanSD(ms[:tenth])
	out.Slowest, _ = meanSD(ms[len(ms)-tenth:])
	return out, true
}

// Reaction is the latest test of the last three days against the median of the
// tests of the baseline days before it.
type Reaction struct {
	State  ReactionState
	Latest ReactionTest // with Date 0 there is none in the three days
	Usual  float64      // median of the means before it, ms
	SD     float64      // of them, with the floor
	Behind int          // tests behind Usual
	Past   []ReactionTest
}

// reaction never decides anything alone: slowed, it completes the nervous-system
// flag (see nervous).
func reaction(tests []diary.Reaction, t diary.Date, r *rule.Settings) (out Reaction) {
	for i := range tests {
		d := tests[i].Date
		if d > t || d <= t-diary.Date(r.BaselineDays)-checkDays {
			continue
		}
		if test, ok := measureReaction(&tests[i], r); ok {
			out.Past = append(out.Past, test)
		}
	}
	before := out.Past
	if n := len(before); n > 0 && before[n-1].Date > t-checkDays {
		out.Latest, before = before[n-1], before[:n-1]
	}
	means := make([]float64, len(before))
	for i, p := range before {
		means[i] = p.Mean
	}
	out.Behind = len(means)
	if out.Behind < int(r.ReactionNeeds) {
		return out
	}
	out.Usual = load.Median(means)
	_, out.SD = meanSD(means)
	out.SD = max(out.SD, r.ReactionFloor)
	switch {
	case out.Latest.Date == 0:
	case out.Latest.Mean-out.Usual >= r.ReactionSD*out.SD-1e-9:
		out.State = ReactionSlowed
	default:
		out.State = ReactionUsual
	}
	return out
}
