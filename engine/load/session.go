// Package load measures training and what it does.
//
// [Measure] condenses an activity to what every later question needs: seconds at
// each heart rate, the highest 30-second mean, the steady part of an easy run.
// From these come TRIMP and the daily load, fitness, fatigue and form, past and
// ahead ([Forecast]), monotony and strain, hard sessions, the session spike, the
// easy-pace check, how hard a run should have felt ([Expected]), the longest
// stretch run without a walk ([Unbroken]) and what a pause costs ([Loss]). What was
// not recorded is unknown: a run without heart rate has no TRIMP, and a day on
// which it happened says so instead of counting zero.
package load

import (
	"math"

	"rebound/engine/diary"
)

// Session is one activity, measured. Heart-rate numbers do not depend on the
// runner's maximum, so they are computed once.
type Session struct {
	Date       diary.Date
	Start      int64
	Run        bool
	Minutes    float64
	Km         float64
	HR         [256]uint16 // seconds at each bpm, in steps of diary.TrackStep
	HRMinutes  float64     // minutes with heart rate
	HRSum      float64     // sum of bpm over those minutes
	Max30      float64     // highest 30-s mean, bpm; 0 when not known
	Structured bool        // its laps alternate work and rest, three times or more
	WorkHR     float64     // mean heart rate of the work laps, bpm
	Steady     Steady
	Stride     Stride
	Effort     float64 // session RPE as the runner told it; see Rated
	Rated      bool    // there is one
	Offset     int32   // of the local clock, seconds east of UTC
	Source     string
	Partial    bool
}

// Steady is the part of a run after the first minutes (easy_discard), for the
// easy-pace check. OK is false when heart rate, speed or climb is not known:
// then the run cannot tell.
type Steady struct {
	OK      bool
	Minutes float64
	HR      float64 // mean, bpm
	Speed   float64 // mean while moving, m/s
	Vary    float64 // coefficient of variation of the one-minute mean speeds
	Climb   float64 // m of ascent per km, of the whole run
}

// Stride is the means of a run's dynamics while moving; 0 where not recorded.
type Stride struct {
	Speed      float64 // m/s
	Cadence    float64 // steps per minute
	StepLength float64 // mm
	StanceTime float64 // ms
	Balance    float64 // left share of stance time, %
	VertRatio  float64 // %
}

// Moving is the speed above which a runner is not standing, m/s (ours).
const Moving = 0.5

// Measure condenses one activity; discard is the minutes left out at its start
// for Steady.
func Measure(a *diary.Activity, discard float64) Session {
	s := Session{
		Date: a.Date, Start: a.Start, Run: a.Sport == diary.Running,
		Minutes: float64(a.Seconds) / 60, Km: float64(a.Meters) / 1000,
		Source: a.Source, Partial: a.Partial, Offset: a.Offset,
	}
	if s.Minutes == 0 {
		s.Minutes = float64(a.Elapsed) / 60
	}
	s.heartRate(a.Track.HR)
	s.laps(a.Laps)
	if s.Run {
		s.Steady = steady(a, discard)
		s.Stride = stride(&a.Track)
	}
	return s
}

func (s *Session) heartRate(hr []uint8) {
	const span = 30 / diary.TrackStep
	var sum, run int
	for i, h := range hr {
		if h == 0 {
			sum, run = 0, 0
			continue
		}
		if s.HR[h] <= math.MaxUint16-diary.TrackStep {
			s.HR[h] += diary.TrackStep
		}
		s.HRMinutes += diary.TrackStep / 60.0
		s.HRSum += float64(h) * diary.TrackStep / 60
		sum += int(h)
		if run++; run > span {
			sum -= int(hr[i-span])
			run = span
		}
		if run == span {
			s.Max30 = max(s.Max30, float64(sum)/span)
		}
	}
}

// laps looks for a workout's shape: laps of work with laps of rest between.
func (s *Session) laps(laps []diary.Lap) {
	work, turns, sum, secs := false, 0, 0.0, 0.0
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
				turns++
			}
			work = false
		}
	}
	s.Structured = turns >= 3
	if secs > 0 {
		s.WorkHR = sum / secs
	}
}

// MeanHR is the mean heart rate, bpm; 0 where it was recorded over less than half
// of the session.
func (s *Session) MeanHR() float64 {
	if s.HRMinutes == 0 || s.HRMinutes < s.Minutes/2 {
		return 0
	}
	return s.HRSum / s.HRMinutes
}

// MeanSpeed is the mean speed, m/s; 0 where the distance is not known.
func (s *Session) MeanSpeed() float64 {
	if s.Minutes == 0 {
		return 0
	}
	return s.Km * 1000 / (s.Minutes * 60)
}

// MinutesAbove is the minutes at bpm or more.
func (s *Session) MinutesAbove(bpm float64) float64 {
	secs := 0
	for h := int(math.Ceil(bpm)); h < len(s.HR); h++ {
		secs += int(s.HR[h])
	}
	return float64(secs) / 60
}

func steady(a *diary.Activity, discard float64) Steady {
	t := &a.Track
	from := int(discard * 60 / diary.TrackStep)
	n := min(len(t.HR), len(t.Speed))
	climb, known := ascent(a)
	if n <= from || !known || a.Meters <= 0 {
		return Steady{}
	}
	const minute = 60 / diary.TrackStep
	var hr, speed, hrN, speedN, steps float64
	var minutes []float64
	var mSum, mN float64
	for i := from; i < n; i++ {
		if v := float64(t.Speed[i]) / 1000; v > Moving {
			speed, speedN = speed+v, speedN+1
			mSum, mN = mSum+v, mN+1
			steps++
			if t.HR[i] > 0 {
				hr, hrN = hr+float64(t.HR[i]), hrN+1
			}
		}
		if (i-from)%minute == minute-1 {
			if mN >= minute/2 {
				minutes = append(minutes, mSum/mN)
			}
			mSum, mN = 0, 0
		}
	}
	if speedN == 0 || hrN < 0.8*steps || len(minutes) < 3 {
		return Steady{}
	}
	mean, sd := meanSD(minutes)
	return Steady{
		OK: true, Minutes: steps * diary.TrackStep / 60, HR: hr / hrN, Speed: speed / speedN,
		Vary: sd / mean, Climb: climb / (float64(a.Meters) / 1000),
	}
}

// ascent is the metres climbed: what the watch says, else what the altitude
// says in rises of 3 m or more, so that a barometer's jitter is no hill. A
// treadmill is flat.
func ascent(a *diary.Activity) (m float64, known bool) {
	switch {
	case a.Sub == "treadmill" || a.Sub == "indoor_running":
		return 0, true
	case a.HasAscent:
		return float64(a.Ascent), true
	}
	const least = 3.0
	low, have := 0.0, false
	for _, v := range a.Track.Altitude {
		if v == diary.NoAltitude {
			continue
		}
		h := float64(v) / 2
		switch {
		case !have || h < low:
			low, have = h, true
		case h-low >= least:
			m += h - low
			low = h
		}
	}
	return m, have
}

func meanSD(x []float64) (mean, sd float64) {
	for _, v := range x {
		mean += v
	}
	mean /= float64(len(x))
	if len(x) < 2 {
		return mean, 0
	}
	for _, v := range x {
		sd += (v - mean) * (v - mean)
	}
	return mean, math.Sqrt(sd / float64(len(x)-1))
}
