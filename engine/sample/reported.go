package sample

import (
	"math"
	"math/rand/v2"
	"time"

	"rebound/engine/diary"
)

// The weeks, in days before today, in which the demo runner reported something, and
// what her two hard weeks did to her.
const (
	reportedDays = 12 * 7
	tiring       = 13 // since when each morning is a little worse
	calfBegan    = 62
	hipTight     = 2
	lastCold     = 16
	wedding      = 40
	taggedDays   = 26*7 - 1 // since when she checks in, and says what was unusual
	calmUntil    = 18       // before the hard weeks: what they did is not the drinks'
	reactEvery   = 4
)

// Reported is what the demo runner entered herself by the morning of today, for the
// files that her watch wrote ([Files] of the same day): how the mornings were,
// how hard the runs felt, a calf that hurt and went away, a hip that is tight, a
// movement screen that she repeated, reaction tests, cold water.
func Reported(today diary.Date, files []diary.File) diary.File {
	d := demo(today).day(0)
	f := d.file("typed", "reported", d.said())
	f.Device = diary.Device{}
	for ago := taggedDays; ago > reportedDays; ago-- {
		demo(today).day(ago).checkIn(&f)
	}
	for ago := reportedDays; ago >= 0; ago-- {
		demo(today).day(ago).mornings(&f)
	}
	for ago := taggedDays; ago >= calmUntil; ago-- {
		demo(today).day(ago).unusual(&f)
	}
	for i := range files {
		for j := range files[i].Activities {
			a := &files[i].Activities[j]
			on := diary.DateAt(a.Start, int(d.Offset))
			if ago := today - on; ago <= reportedDays {
				demo(today).day(int(ago)).felt(&f, a)
			}
		}
	}
	d.niggles(&f)
	d.screens(&f)
	for _, tag := range []string{"alcohol", "late_night"} {
		x := demo(today).day(wedding)
		f.Tags = append(f.Tags, diary.DayTag{Stamp: diary.Stamp{At: x.said(), Date: x.date}, Tag: tag})
	}
	x := demo(today).day(lastCold)
	f.Cold = append(f.Cold, diary.Cold{Stamp: diary.Stamp{At: x.said(), Date: x.date}, Minutes: 11, Celsius: 12})
	return f
}

// said is when a day's entries were made.
func (d *day) said() int64 { return d.at(8 * 60) }

// voice is a stream of draws of its own: what is entered moves neither a night nor
// a run.
func (d *day) voice() *rand.Rand { return rand.New(rand.NewPCG(^d.Seed, uint64(d.ago))) }

// tired is how far the hard weeks have got, from 0 to 1.
func (d *day) tired() float64 {
	return math.Max(0, float64(tiring-d.ago+1)/float64(tiring+1))
}

// checkIn is how the morning was, skipped now and then.
func (d *day) checkIn(f *diary.File) (rng *rand.Rand) {
	rng, at := d.voice(), d.said()
	mark := func(mean float64) diary.Score {
		return diary.Score(math.Round(math.Min(float64(diary.MaxSign), math.Max(0, mean+0.5*rng.NormFloat64()))))
	}
	c := diary.NewCheckIn(diary.Stamp{At: at, Date: d.date})
	afterHard := 0.0
	if wd := d.date.Weekday(); wd == time.Thursday || wd == time.Monday {
		afterHard = 1
	}
	tired := d.tired()
	c.Signs = [diary.Signs]diary.Score{mark(0.2 + tired), mark(0.2 + 1.6*tired), mark(0.1 + tired), mark(0.3 + 1.5*tired), mark(0.2 + 0.6*tired)}
	c.Fatigue, c.Tension = mark(0.7+0.5*afterHard+1.6*tired), mark(0.6+0.5*tired)
	c.Soreness, c.Stress = mark(0.5+afterHard+0.5*tired), mark(0.9)
	if rng.IntN(7) > 0 || d.ago == 0 {
		f.CheckIns = append(f.CheckIns, c)
	}
	return rng
}

// mornings is the check-in, and on some days a reaction test and strength work.
func (d *day) mornings(f *diary.File) {
	rng, at := d.checkIn(f), d.said()
	tired := d.tired()
	if d.ago%reactEvery == 1 && d.ago < 45 {
		r := diary.Reaction{Stamp: diary.Stamp{At: at, Date: d.date}}
		mean := 268 + 14*tired + 4*rng.NormFloat64()
		for range 20 {
			r.Trials = append(r.Trials, float32(math.Round(mean+38*math.Abs(rng.NormFloat64())-20)))
		}
		f.Reactions = append(f.Reactions, r)
	}
	if d.date.Weekday() == time.Monday {
		f.Efforts = append(f.Efforts, diary.Effort{Stamp: diary.Stamp{At: at, Date: d.date}, RPE: diary.Unsaid, Strength: true})
	}
}

// unusual is what she says of the night besides: drinks, mostly at weekends, after which
// her HRV tends to be low, late nights that are short, and meals that do nothing. Nights
// are as they were drawn; it is what came before them that goes by how they were.
func (d *day) unusual(f *diary.File) {
	rng := rand.New(rand.NewPCG(^d.Seed, 1<<32|uint64(d.ago)))
	slept := d.night()
	ln := math.Log(float64(d.hrv().HRV[0].Value)) - usualHRV - d.now.HRV
	weekend := 0.0
	if wd := d.date.Weekday(); wd == time.Saturday || wd == time.Sunday {
		weekend = 1
	}
	happened := func(logit float64) bool { return rng.Float64() < 1/(1+math.Exp(-logit)) }
	tag := func(name string, dose float32) {
		f.Tags = append(f.Tags, diary.DayTag{Stamp: diary.Stamp{At: d.said(), Date: d.date}, Tag: name, Dose: dose})
	}
	drank, short := -1.5*ln/hrvSpread, (usualSleep+d.now.Sleep+20*weekend-float64(slept.Asleep()))/sleepSpread
	if d.ago == wedding {
		return // said of it already
	}
	if happened(-2.8 + 2.6*weekend + drank) {
		drinks := float32(1 + rng.IntN(3))
		if ln < -hrvSpread {
			drinks++
		}
		tag("alcohol", drinks)
	}
	if happened(-2.4 + 1.2*weekend + 1.4*short) {
		tag("late_night", 0)
	}
	if happened(-2.2) {
		tag("heavy_meal", 0)
	}
}

// felt is how hard a run felt, by its mean heart rate, and harder than that as
// the hard weeks went on; and what the calf said of it.
func (d *day) felt(f *diary.File, a *diary.Activity) {
	at := d.said()
	share := float64(a.AvgHR) / maxHR
	rpe := 3 + 22*(share-0.70) + float64(a.Seconds)/5400 + 1.5*d.tired() + 0.4*d.voice().NormFloat64()
	f.Efforts = append(f.Efforts, diary.Effort{Stamp: diary.Stamp{At: at, Date: d.date}, Start: a.Start, RPE: diary.Score(math.Round(math.Min(10, math.Max(1, rpe))))})
	pain := diary.Score(0)
	if d.ago <= calfBegan && d.ago > calfBegan-8 {
		pain = 2
	}
	f.Pains = append(f.Pains, diary.RunPain{Stamp: diary.Stamp{At: at, Date: d.date}, Start: a.Start, Pain: pain})
}

// niggles is a calf that came, was eased, and went; and a hip that is tight and
// does not hurt.
func (d *day) niggles(f *diary.File) {
	for _, n := range []struct {
		ago      int
		site     diary.Site
		severity diary.Score
		worse    bool
		tight    bool
	}{
		{calfBegan, "calf", 2, false, true},
		{calfBegan - 2, "calf", 3, true, true},
		{calfBegan - 4, "calf", 2, false, true},
		{calfBegan - 6, "calf", 1, false, false},
		{calfBegan - 9, "calf", 0, false, false},
		{hipTight, "hip", 0, false, true},
	} {
		x := demo(d.Last).day(n.ago)
		f.Niggles = append(f.Niggles, diary.Niggle{Stamp: diary.Stamp{At: x.said(), Date: x.date}, Site: n.site, Side: diary.Left,
			Severity: n.severity, Worse: n.worse, Tightness: n.tight, NightPain: diary.No, Limp: diary.No, BonePoint: diary.No})
	}
}

// screens is the movement screen, done twice: the left hip and calf gained.
func (d *day) screens(f *diary.File) {
	for _, round := range []struct {
		ago     int
		results map[string][2]float32
	}{
		{calfBegan - 12, map[string][2]float32{"knee_to_wall": {9, 10.5}, "hip_rotation": {32, 38}, "calf_raise": {17, 24}, "side_plank": {48, 62}, "single_leg_squat": {2, 2}}},
		{20, map[string][2]float32{"knee_to_wall": {10, 10.5}, "hip_rotation": {33, 39}, "calf_raise": {23, 25}, "side_plank": {58, 64}, "single_leg_squat": {2, 3}}},
	} {
		x := demo(d.Last).day(round.ago)
		for _, test := range []string{"knee_to_wall", "hip_rotation", "calf_raise", "side_plank", "single_leg_squat"} {
			for i, side := range []diary.Side{diary.Left, diary.Right} {
				f.Screens = append(f.Screens, diary.Screen{Stamp: diary.Stamp{At: x.said(), Date: x.date}, Test: test, Side: side, Value: round.results[test][i]})
			}
		}
	}
}
