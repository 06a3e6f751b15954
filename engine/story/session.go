package story

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"rebound/engine/diary"
)

// A session's numbers are those of package load, which reads a Summary: the minutes of a
// run that the easy-pace check asks for are made anew, with the mean and the variation
// that the line gives, after as many silent ones as the check leaves out.

// minuteSteps is the steps of a minute.
const minuteSteps = 60 / diary.TrackStep

// session reads "SPORT M:SS KEY=VALUE..."; discard is the minutes that are left out.
func session(sport, length string, rest []string, discard float64) (a diary.Activity, minute int, err error) {
	sum := &diary.Summary{}
	a = diary.Activity{Sport: diary.Sport(sport), Summary: sum}
	if sport == "-" {
		a.Sport = ""
	}
	seconds, err := parseLength(length)
	a.Seconds, a.Elapsed = float32(seconds), float32(seconds)
	minute = 18 * 60
	for _, word := range rest {
		key, text, _ := strings.Cut(word, "=")
		if err != nil {
			break
		}
		if key == "at" {
			minute, err = parseClock(text)
			continue
		}
		if key == "beats" {
			err = beats(sum, text)
			continue
		}
		var v []float64
		if v, err = numbers(key, text); err == nil {
			err = detail(&a, key, v, discard)
		}
	}
	if err == nil && len(sum.Minutes) > 0 && a.Meters == 0 {
		err = fmt.Errorf("a run whose pace is known has metres")
	}
	return a, minute, err
}

// numbers reads numbers with a stroke between; of ran they are M:SS.
func numbers(key, text string) (out []float64, err error) {
	for part := range strings.SplitSeq(text, "/") {
		var v float64
		if key == "ran" {
			v, err = parseLength(part)
		} else {
			v, err = strconv.ParseFloat(part, 64)
		}
		if err != nil {
			return nil, err
		}
		if !(v >= 0 && v < 1e9) {
			return nil, fmt.Errorf("%s: %q cannot be", key, text)
		}
		out = append(out, v)
	}
	return out, nil
}

// detail is one thing that is known of a session.
func detail(a *diary.Activity, key string, v []float64, discard float64) error {
	sum, n := a.Summary, len(v)
	switch {
	case key == "m" && n == 1:
		a.Meters = float32(v[0])
	case key == "hr" && n == 1:
		a.AvgHR = uint8(min(v[0], 255))
	case key == "max30" && n == 1:
		sum.Best30 = uint16(math.Round(v[0] * (30 / diary.TrackStep)))
	case key == "climb" && n == 1:
		a.Ascent, a.HasAscent = float32(v[0]), true
	case key == "laps" && n == 2:
		sum.Turns, sum.Work = int(v[0]), v[1]
	case key == "ran" && n == 2:
		sum.Ran, sum.Stretch, sum.Paced = int(v[0])/diary.TrackStep, int(v[1])/diary.TrackStep, true
	case key == "balance" && n == 1:
		const parts = 100
		sum.Stride[diary.StrideBalance] = diary.Total{Sum: uint32(math.Round(v[0] * 100 * parts)), N: parts}
	case key == "steady" && (n == 5 || n == 8) && v[0] <= 48*60:
		steady(sum, v, discard)
	default:
		return fmt.Errorf("a session has no %q of %d", key, n)
	}
	return nil
}

// beats reads "BPM:N,N,...".
func beats(sum *diary.Summary, text string) error {
	from, list, _ := strings.Cut(text, ":")
	low, err := strconv.ParseUint(from, 10, 8)
	if err != nil {
		return err
	}
	sum.Lowest = uint8(low)
	for part := range strings.SplitSeq(list, ",") {
		n, err := strconv.ParseUint("0"+part, 10, 24)
		if err != nil {
			return err
		}
		sum.Beats = append(sum.Beats, uint32(n)*diary.TrackStep)
	}
	if int(low)+len(sum.Beats) > 256 {
		return fmt.Errorf("no heart beats so fast")
	}
	return nil
}

// steady makes the minutes that v is of.
func steady(sum *diary.Summary, v []float64, discard float64) {
	skip := int(math.Ceil(discard))
	moving := int(math.Round(v[0] * minuteSteps))
	whole, last := moving/minuteSteps, moving%minuteSteps
	sum.Paired = skip*minuteSteps + moving
	sum.Minutes = make([]diary.Minute, skip, skip+whole+1)
	speeds, pulses, counts := spread(v[3]*1000, v[4], whole, last), shares(v[1]*v[2], whole, last), shares(v[2], whole, last)
	for i, speed := range speeds {
		sum.Minutes = append(sum.Minutes, diary.Minute{Speed: uint32(speed), HR: uint16(pulses[i]), Moving: uint8(stepsOf(i, whole, last)), Beats: uint8(counts[i])})
	}
	if len(v) < 8 {
		return
	}
	sum.Watts = make([]diary.Watt, skip, skip+whole+1)
	watts, n := spread(v[5], v[7], whole, last), shares(v[6], whole, last)
	for i, w := range watts {
		sum.Watts = append(sum.Watts, diary.Watt{Sum: uint16(w * n[i] / stepsOf(i, whole, last)), N: uint8(n[i])})
	}
}

// stepsOf is the steps of a minute, of which the one after the whole ones is shorter.
func stepsOf(i, whole, last int) int {
	if i == whole {
		return max(last, 1)
	}
	return minuteSteps
}

// shares parts a total evenly over whole minutes and the steps of the last.
func shares(total float64, whole, last int) (out []int) {
	left, steps := int(math.Round(total)), whole*minuteSteps+last
	for i := range whole + min(last, 1) {
		n := stepsOf(i, whole, last)
		share := (left*n + steps/2) / max(steps, 1)
		out, left, steps = append(out, share), left-share, steps-n
	}
	return out
}

// spread is the sums over minutes of what has a mean by the step and, from minute to
// minute, a coefficient of variation: the one more, the next less.
func spread(mean, vary float64, whole, last int) []int {
	out := shares(mean*float64(whole*minuteSteps+last), whole, last)
	if pairs := whole / 2; pairs > 0 {
		off := int(math.Round(vary * mean * minuteSteps * math.Sqrt(float64(whole-1)/float64(2*pairs))))
		for i := range 2 * pairs {
			out[i] += off * (1 - i%2*2)
		}
	}
	return out
}

// parseLength reads M:SS as seconds, with a fraction where there is one.
func parseLength(s string) (float64, error) {
	m, sec, ok := strings.Cut(s, ":")
	minutes, err := strconv.ParseUint(m, 10, 16)
	if err != nil || !ok {
		return 0, fmt.Errorf("%q is not M:SS", s)
	}
	v, err := strconv.ParseFloat(sec, 64)
	if err == nil && !(v >= 0 && v < 60) {
		err = fmt.Errorf("%q is not M:SS", s)
	}
	return float64(minutes)*60 + v, err
}
