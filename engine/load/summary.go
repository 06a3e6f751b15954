package load

import (
	"math"
	"slices"

	"rebound/engine/diary"
)

// Summarise is what every later question needs of an activity's series and laps,
// before any setting is applied: seconds at each heart rate, the highest 30 s, a
// run's minutes, strides and longest stretch. What it computes is named by
// [diary.SummaryVersion].
func Summarise(a *diary.Activity) *diary.Summary {
	t := &a.Track
	s := &diary.Summary{Print: t.Print(), Steps: t.Len(), Laps: len(a.Laps)}
	hr, speed, power := held(a)
	heartRate(s, hr)
	laps(s, a.Laps)
	if a.Sport == diary.Running || a.Sport == "" || a.Key != 0 { // it may come to be called a run
		minutes(s, hr, speed)
		watts(s, speed, power)
		s.Rise, s.Risen = rise(t.Altitude)
		s.Stride = strides(t)
		s.Stretch, s.Ran, s.Paced = stretch(speed)
	}
	return s
}

// SummariseAll gives the activities of files their summaries, and takes their
// series and laps away.
func SummariseAll(files []diary.File) {
	for i := range files {
		for j := range files[i].Activities {
			a := &files[i].Activities[j]
			if a.Summary == nil {
				a.Summary = Summarise(a)
			}
			a.Track, a.Laps = diary.Track{}, nil
		}
	}
}

// heartRate counts the seconds at each heart rate, and finds the highest 30 s. A
// step that is not known breaks a mean instead of counting as zero.
func heartRate(s *diary.Summary, hr []uint8) {
	const span = 30 / diary.TrackStep
	var beats [256]uint32
	low, high, sum, run := 256, -1, 0, 0
	for i, h := range hr {
		if h == 0 {
			sum, run = 0, 0
			continue
		}
		beats[h] += diary.TrackStep
		low, high = min(low, int(h)), max(high, int(h))
		sum += int(h)
		if run++; run > span {
			sum -= int(hr[i-span])
			run = span
		}
		if run == span {
			s.Best30 = max(s.Best30, uint16(sum))
		}
	}
	if high >= 0 {
		s.Lowest = uint8(low)
		s.Beats = append([]uint32(nil), beats[low:high+1]...)
	}
}

// laps looks for a workout's shape: laps of work with laps of rest between.
func laps(s *diary.Summary, laps []diary.Lap) {
	work, sum, secs := false, 0.0, 0.0
	for _, l := range laps {
		switch l.Intensity {
		case diary.LapActive, diary.LapInterval:
			work = true
			if l.AvgHR > 0 {
				sum += float64(l.AvgHR) * float64(l.Seconds)
				secs += float64(l.Seconds)
			}
		case diary.LapRest, diary.LapRecovery:
			if work {
				s.Turns++
			}
			work = false
		}
	}
	if secs > 0 {
		s.Work = sum / secs
	}
}

const minuteSteps = 60 / diary.TrackStep

// minutes sums what the easy-pace check asks of a run, by the minute, since a
// runner may leave any number of minutes out at the start.
func minutes(s *diary.Summary, hr []uint8, speed []uint16) {
	s.Paired = min(len(hr), len(speed))
	if s.Paired == 0 {
		return
	}
	s.Minutes = make([]diary.Minute, (s.Paired+minuteSteps-1)/minuteSteps)
	for i := range s.Paired {
		if v := speed[i]; v > Moving*1000 {
			m := &s.Minutes[i/minuteSteps]
			m.Speed += uint32(v)
			m.Moving++
			if h := hr[i]; h > 0 {
				m.HR += uint16(h)
				m.Beats++
			}
		}
	}
}

// watts sums the power of the same minutes.
func watts(s *diary.Summary, speed, power []uint16) {
	if !slices.ContainsFunc(power, func(w uint16) bool { return w > 0 }) {
		return
	}
	s.Watts = make([]diary.Watt, len(s.Minutes))
	for i := range min(s.Paired, len(power)) {
		if w := &s.Watts[i/minuteSteps]; speed[i] > Moving*1000 && power[i] > 0 {
			w.Sum += min(power[i], mostWatts)
			w.N++
		}
	}
}

// mostWatts is more than anybody runs at; a minute's sum stays within its 16 bits.
const mostWatts = 4000

// steady is the part of a run after the first minutes.
func steady(a *diary.Activity, s *diary.Summary, discard float64) (out Steady) {
	from := int(math.Ceil(discard))
	var hr, beats, speed, moving, power, powered int
	whole := s.Paired / minuteSteps
	speeds, powers := make([]float64, 0, whole), make([]float64, 0, len(s.Watts))
	for i := from; i < len(s.Minutes); i++ {
		m := &s.Minutes[i]
		hr, beats = hr+int(m.HR), beats+int(m.Beats)
		speed, moving = speed+int(m.Speed), moving+int(m.Moving)
		lasts := i < whole && m.Moving >= minuteSteps/2
		if lasts {
			speeds = append(speeds, float64(m.Speed)/float64(m.Moving))
		}
		if len(s.Watts) == 0 {
			continue
		}
		w := &s.Watts[i]
		power, powered = power+int(w.Sum), powered+int(w.N)
		if lasts && w.N >= minuteSteps/2 {
			powers = append(powers, float64(w.Sum)/float64(w.N))
		}
	}
	if moving == 0 || float64(beats) < 0.8*float64(moving) || len(speeds) < 3 {
		return Steady{}
	}
	if climb, known := ascent(a, s); known && a.Meters > 0 {
		out.OK, out.Climb = true, climb/(float64(a.Meters)/1000)
		mean, sd := meanSD(speeds)
		out.Speed, out.Vary = float64(speed)/1000/float64(moving), sd/mean
	}
	if float64(powered) >= 0.8*float64(moving) && len(powers) >= 3 {
		mean, sd := meanSD(powers)
		out.Power, out.PowerVary = float64(power)/float64(powered), sd/mean
	}
	if out.OK || out.Power > 0 {
		out.Minutes, out.HR = float64(moving)*diary.TrackStep/60, float64(hr)/float64(beats)
	}
	return out
}

// ascent is the metres climbed: what the watch says, else what the altitude says.
// A treadmill is flat.
func ascent(a *diary.Activity, s *diary.Summary) (m float64, known bool) {
	switch {
	case a.Sub == "treadmill" || a.Sub == "indoor_running":
		return 0, true
	case a.HasAscent:
		return float64(a.Ascent), true
	}
	return float64(s.Rise) / 2, s.Risen
}

// rise is what an altitude climbs in rises of 3 m or more, so that a barometer's
// jitter is no hill; in its own unit, 0.5 m.
func rise(altitude []int16) (sum int, known bool) {
	const least = 3 * 2
	low := 0
	for _, v := range altitude {
		if v == diary.NoAltitude {
			continue
		}
		h := int(v)
		switch {
		case !known || h < low:
			low, known = h, true
		case h-low >= least:
			sum += h - low
			low = h
		}
	}
	return sum, known
}
