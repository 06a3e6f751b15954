package sample

import (
	"math"

	"rebound/engine/diary"
)

// The runner's usual nights and mornings.
const (
	usualHRV     = 4.13 // ln of 62 ms
	usualResting = 50.0 // bpm
	usualSleep   = 452  // minutes asleep
	hrvSpread    = 0.11
	restSpread   = 1.1
	sleepSpread  = 22
	wakeUp       = 6*60 + 30 // minutes past midnight, on a working day
)

// night draws the window and its stages in whole minutes, as a watch writes
// them. Deep sleep comes out of the night first: a short night is short of REM.
func (d *day) night() diary.Night {
	rng := d.body
	asleep := math.Max(200, usualSleep+d.now.Sleep+sleepSpread*rng.NormFloat64())
	up := wakeUp + 12*rng.NormFloat64()
	if wd := d.date.Weekday(); wd == 0 || wd == 6 {
		asleep += 20
		up += 45
	}
	wake := 8 + math.Abs(9*rng.NormFloat64())
	deep := 70 + 10*rng.NormFloat64()
	rem := math.Max(15, 0.23*(asleep-60)+8*rng.NormFloat64())

	n := diary.Night{Staged: true}
	n.Deep = float32(math.Round(deep))
	n.REM = float32(math.Round(rem))
	n.Wake = float32(math.Round(wake))
	n.Light = float32(math.Round(asleep)) - n.Deep - n.REM
	n.End = d.at(math.Round(up))
	n.Start = n.End - 60*int64(n.Light+n.Deep+n.REM+n.Wake)
	return n
}

func (d *day) sleep() diary.File {
	n := d.night()
	f := d.file("sleep", "Sleep", n.End)
	f.Nights = []diary.Night{n}
	return f
}

// hrv is the overnight RMSSD, in the 1/128 ms that the watch writes.
func (d *day) hrv() diary.File {
	ln := usualHRV + d.now.HRV + hrvSpread*d.body.NormFloat64()
	ms := math.Round(math.Exp(ln)*128) / 128
	at := d.at(wakeUp + 75)
	f := d.file("hrv_status", "HRVStatus", at)
	f.HRV = []diary.HRVStamp{{At: at, Value: float32(ms), Metric: diary.MetricOvernight}}
	return f
}

// monitoring is the day's resting HR as the watch had it when the day was over,
// or at breakfast on the last one.
func (d *day) monitoring() diary.File {
	rng := d.body
	bpm := math.Round(usualResting + d.now.RestingHR + restSpread*rng.NormFloat64())
	stress := math.Round(30 + 1.5*d.now.RestingHR + 4*rng.NormFloat64())
	breaths := math.Round(100*(14.2+0.3*rng.NormFloat64())) / 100
	at := d.at(23*60 + 59)
	if d.ago == 0 {
		at = d.at(wakeUp + 80)
	}
	f := d.file("monitoring", "Monitor", at)
	f.Clocks = []diary.Clock{{At: d.at(0), Offset: d.Offset}}
	f.Resting = []diary.Stamped{{At: at, Value: float32(bpm)}}
	f.Daily = []diary.DailyStamp{
		{At: d.at(5 * 60), Name: "respiration", Value: float32(breaths)},
		{At: d.at(6 * 60), Name: "stress", Value: float32(stress)},
	}
	return f
}
