// Package load measures training and what it does. Package engine asks it for every
// date; readers summarise with it what they read, so that the backend needs no series.
//
// [Summarise] condenses an activity's series to what every later question needs:
// seconds at each heart rate, the highest 30-second mean, the minutes of a run.
// [Measure] reads such a summary by the runner's settings.
// From these come TRIMP and the daily load, fitness, fatigue and form, past and
// ahead ([Forecast]), monotony and strain, hard sessions, the session spike, the
// easy-pace check, how hard a run should have felt ([Expected]), the longest
// stretch run without a walk ([Session.Unbroken]) and what a pause costs ([Loss]). What
// was not recorded is unknown: a run without heart rate has no TRIMP, and a day on
// which it happened says so instead of counting zero.
//
// Loads are TRIMP; distances metres, speeds m/s, heart rates bpm, unless a name says
// otherwise.
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
	Sport      diary.Sport
	Run        bool
	Minutes    float64
	Km         float64
	HR         [256]uint16 // seconds at each bpm
	HRMinutes  float64     // minutes with heart rate
	HRSum      float64     // sum of bpm over those minutes
	MeanOnly   bool        // of heart rate no more is known than the mean: not what was hard or easy in it
	Max30      float64     // highest 30-s mean, bpm; 0 when not known
	Structured bool        // its laps alternate work and rest, three times or more
	WorkHR     float64     // mean heart rate of the work laps, bpm
	Steady     Steady
	Stride     Stride
	Stretch    float64 // the longest stretch of a run without a walk, minutes; see Paced
	Ran        float64 // minutes of a run that were running, between whatever walks; see Paced
	Paced      bool    // a run's speed was recorded
	Effort     float64 // session RPE as the runner gave it; see Rated
	Rated      bool    // there is one
	Reported   bool    // a run by the runner's word alone: no file has come for it
	Said       Said    // what was reported of it before its file came, where that is another run by its length
	Walks      bool    // a reported run was broken by walks, by the runner's word: its minutes and km are of both
	Guessed    bool    // of its minutes and km one was not said, and is by the usual pace; 0 where that is not known
	Offset     int32   // of the local clock, seconds east of UTC
	Source     string
	Partial    bool

	cached cached
}

// Steady is the part of a run after the first minutes (easy_discard), for the
// easy-pace check. OK is false when heart rate, speed or climb is not known: then the
// run's speed cannot tell. Power is 0 when it or heart rate is not known.
type Steady struct {
	OK        bool
	Minutes   float64
	HR        float64 // mean, bpm
	Speed     float64 // mean while moving, m/s
	Vary      float64 // coefficient of variation of the one-minute mean speeds
	Climb     float64 // m of ascent per km, of the whole run
	Power     float64 // mean while moving, W
	PowerVary float64 // coefficient of variation of the one-minute mean powers
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

// Measure condenses one activity, by its summary where it has one; discard is the
// minutes left out at its start for Steady.
func Measure(a *diary.Activity, discard float64) Session {
	sum := a.Summary
	if sum == nil {
		sum = Summarise(a)
	}
	s := Session{
		Date: a.Date, Start: a.Start, Sport: a.Sport, Run: a.Sport == diary.Running,
		Minutes: float64(a.Seconds) / 60, Km: float64(a.Meters) / 1000,
		Max30:      float64(sum.Best30) / (30 / diary.TrackStep),
		Structured: sum.Turns >= 3, WorkHR: sum.Work,
		Source: a.Source, Partial: a.Partial, Offset: a.Offset,
	}
	if s.Minutes == 0 {
		s.Minutes = float64(a.Elapsed) / 60
	}
	s.heartRate(sum)
	if s.HRMinutes == 0 && a.AvgHR > 0 {
		s.meanAlone(a.AvgHR)
	}
	if s.Run {
		s.Steady = steady(a, sum, discard)
		s.Stride = strideOf(sum)
		s.Stretch, s.Paced = float64(sum.Stretch)*diary.TrackStep/60, sum.Paced
		s.Ran = float64(sum.Ran) * diary.TrackStep / 60
	}
	return s
}

func (s *Session) heartRate(sum *diary.Summary) {
	secs, beats := 0, 0
	for i, n := range sum.Beats {
		h := int(sum.Lowest) + i
		s.HR[h] = uint16(min(n, math.MaxUint16))
		secs += int(n)
		beats += h * int(n)
	}
	s.HRMinutes, s.HRSum = float64(secs)/60, float64(beats)/60
}

// meanAlone takes a session's mean heart rate for all of its minutes, where nothing more
// was recorded: Banister's TRIMP is of the mean (Banister 1991). It shows no maximum, and
// nothing of how heart rate and pace went together.
func (s *Session) meanAlone(bpm uint8) {
	s.MeanOnly, s.HRMinutes, s.HRSum = true, s.Minutes, float64(bpm)*s.Minutes
	s.HR[bpm] = uint16(min(60*s.Minutes, math.MaxUint16))
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
