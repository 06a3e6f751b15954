package story

import (
	"fmt"
	"strconv"
	"strings"

	"rebound/engine/diary"
)

// run is flat and even: 2.8 m/s at 130 bpm when easy or long, at 136 when
// laboured, 3.6 m/s at 170 bpm when fast; intervals are six times work at 172 bpm and rest at 125, in laps; A/B is A
// minutes of running and B of walking at 1.5 m/s by turns. easy@52 has 52% of its
// stance on the left foot, blind-easy no heart rate, mean-easy none but its mean. hilly goes up and down at an even
// power of 240 W, at 130 bpm, and toiled so at 136.
func run(kind string, minutes float64) (diary.Activity, error) {
	if minutes <= 0 || minutes > 48*60 {
		return diary.Activity{}, fmt.Errorf("no run lasts %g minutes", minutes)
	}
	if kind, blind := strings.CutPrefix(kind, "blind-"); blind {
		a, err := run(kind, minutes)
		a.AvgHR, a.MaxHR, a.Track.HR = 0, 0, nil
		for i := range a.Laps {
			a.Laps[i].AvgHR = 0
		}
		return a, err
	}
	if kind, mean := strings.CutPrefix(kind, "mean-"); mean {
		a, err := run(kind, minutes)
		a.Track, a.Laps = diary.Track{}, nil
		return a, err
	}
	if kind == "hilly" || kind == "toiled" {
		a, err := run(map[string]string{"hilly": "easy", "toiled": "laboured"}[kind], minutes)
		a.Ascent = 300
		for i := range a.Track.Speed {
			a.Track.Speed[i] = uint16(2200 + i/60%2*1200)
			a.Track.Power = append(a.Track.Power, 240)
		}
		return a, err
	}
	if kind, left, ok := strings.Cut(kind, "@"); ok {
		share, err := strconv.ParseFloat(left, 64)
		if err != nil {
			return diary.Activity{}, err
		}
		a, err := run(kind, minutes)
		for range a.Track.Speed {
			a.Track.Balance = append(a.Track.Balance, uint16(100*share))
		}
		return a, err
	}
	a := even(minutes, 130, 2800)
	switch kind {
	case "easy", "long":
	case "raced":
		a = even(minutes, 165, 3200)
	case "laboured": // what the watch says of its mean is what it says of an easy run
		for i := range a.Track.HR {
			a.Track.HR[i] = 136
		}
	case "fast":
		for i := range a.Track.HR {
			a.Track.HR[i], a.Track.Speed[i] = 170, 3600
		}
	case "intervals":
		intervals(&a)
	default:
		work, rest, _ := strings.Cut(kind, "/")
		return walkRun(a, work, rest)
	}
	return a, nil
}

// even is a flat run at one heart rate and one speed, mm/s.
func even(minutes float64, bpm uint8, speed uint16) diary.Activity {
	steps := int(minutes * 60 / diary.TrackStep)
	a := diary.Activity{
		Sport: diary.Running, Elapsed: float32(minutes * 60), Seconds: float32(minutes * 60), HasAscent: true,
		Meters: float32(float64(speed) / 1000 * minutes * 60), AvgHR: bpm, MaxHR: bpm,
		Track: diary.Track{HR: make([]uint8, steps), Speed: make([]uint16, steps)},
	}
	for i := range steps {
		a.Track.HR[i], a.Track.Speed[i] = bpm, speed
	}
	return a
}

func intervals(a *diary.Activity) {
	const laps = 12
	a.AvgHR, a.MaxHR = 148, 172
	steps := len(a.Track.HR)
	for i := range steps {
		a.Track.HR[i], a.Track.Speed[i] = 172, 4000
		if i*laps/steps%2 == 1 {
			a.Track.HR[i], a.Track.Speed[i] = 125, 2000
		}
	}
	for i := range laps {
		l := diary.Lap{Seconds: a.Seconds / laps, Meters: a.Meters / laps, AvgHR: 172, Intensity: diary.LapInterval}
		if i%2 == 1 {
			l.AvgHR, l.Intensity = 125, diary.LapRecovery
		}
		a.Laps = append(a.Laps, l)
	}
}

func walkRun(a diary.Activity, runs, walks string) (diary.Activity, error) {
	r, err1 := strconv.Atoi(runs)
	w, err2 := strconv.Atoi(walks)
	if err1 != nil || err2 != nil || r+w <= 0 {
		return a, fmt.Errorf("no run is called %s/%s", runs, walks)
	}
	a.Meters = 0
	for i := range a.Track.Speed {
		if i*diary.TrackStep/60%(r+w) >= r {
			a.Track.Speed[i] = 1500
		}
		a.Meters += float32(a.Track.Speed[i]) / 1000 * diary.TrackStep
	}
	return a, nil
}
