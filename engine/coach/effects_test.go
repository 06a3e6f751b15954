package coach_test

import (
	"math"
	"math/rand/v2"
	"testing"

	"rebound/engine"
	"rebound/engine/coach"
	"rebound/engine/diary"
	"rebound/engine/rule"
	"rebound/engine/story"
)

// lived is a year of nights of one runner: drinks, most of them at weekends, that take a
// tenth off the night's HRV; hard runs on Tuesdays and some Fridays; a check-in on most
// mornings, worse where resting heart rate is up.
func lived(files func(*diary.File, diary.Date, *rand.Rand)) []diary.File {
	var f diary.File
	random := rand.New(rand.NewPCG(4, 4))
	for t := mon - 364; t <= mon; t++ {
		files(&f, t, random)
	}
	return []diary.File{f}
}

func stampOf(t diary.Date) diary.Stamp { return diary.Stamp{At: int64(t)*86400 + 8*3600, Date: t} }

func drinks(f *diary.File, t diary.Date, random *rand.Rand) {
	often, ln := 0.05, 4.0+0.08*random.NormFloat64()
	if wd := t.Weekday(); wd == 0 || wd == 6 {
		often, ln = 0.5, ln+0.05
	}
	drank := random.Float64() < often
	if drank {
		ln -= 0.1
	}
	out := (int(t)/10)%4 == 0 // ten days in forty of a higher heart rate
	bpm := 50 + random.NormFloat64()
	if out {
		bpm += 5
	}
	at := int64(t)*86400 + 6*3600
	f.HRV = append(f.HRV, diary.HRVStamp{At: at, Value: float32(math.Exp(ln)), Metric: diary.MetricOvernight})
	f.Resting = append(f.Resting, diary.Stamped{At: at, Value: float32(math.Round(bpm))})
	if random.Float64() < 0.15 {
		return // no check-in: nobody knows
	}
	c := diary.NewCheckIn(stampOf(t))
	c.Signs = [diary.Signs]diary.Score{0, 0, 0, 0, 0}
	for _, s := range []*diary.Score{&c.Signs[0], &c.Signs[1], &c.Fatigue, &c.Soreness} {
		*s = diary.Score(random.IntN(2))
		if out {
			*s++
		}
	}
	f.Reported.CheckIns = append(f.Reported.CheckIns, c)
	if drank {
		f.Reported.Tags = append(f.Reported.Tags, diary.DayTag{Stamp: stampOf(t), Tag: "alcohol"})
	}
}

func matter(t *testing.T, c *coach.Coach, of string) coach.Matter {
	t.Helper()
	for _, m := range c.Matters() {
		if m.Of == of {
			return m
		}
	}
	t.Fatalf("nobody asks of %s", of)
	return coach.Matter{}
}

func TestMattersFindADrink(t *testing.T) {
	c := coach.On(engine.New(diary.Build(lived(drinks), nil), rule.Default()), mon, nil)
	hrv := matter(t, c, "alcohol").Signals[diary.HRV]
	if !hrv.Seen || hrv.Low > -0.1 || hrv.High < -0.1 {
		t.Errorf("a tenth less comes out as %+v", hrv)
	}
	if rest := matter(t, c, "alcohol").Signals[diary.RestingHR]; !rest.Known || rest.Seen {
		t.Errorf("resting heart rate knows of no drink: %+v", rest)
	}
	if sleep := matter(t, c, "alcohol").Signals[diary.Sleep]; sleep.Known || sleep.Had+sleep.Lacked != 0 {
		t.Errorf("no night was slept: %+v", sleep)
	}
	if all := hrv.Had + hrv.Lacked; all > 330 || all < 290 {
		t.Errorf("%d of 365 nights count, and a seventh had no check-in", all)
	}
	for _, of := range []string{coach.AfterHard, coach.AfterLong, coach.AfterLate} {
		if m := matter(t, c, of); m.Had() > 0 || m.Signals[0].Lacked > 0 {
			t.Errorf("%s: no session is known, so that no day is known to be without one: %+v", of, m)
		}
	}
	if m := matter(t, c, "travel"); m.Had() != 0 || m.Signals[0].Lacked == 0 || m.Signals[0].Known {
		t.Errorf("never away: %+v", m)
	}
}

// An ill night is no night, and a watch's readings are set against its own.
func TestMattersLeaveOut(t *testing.T) {
	all := coach.On(engine.New(diary.Build(lived(drinks), nil), rule.Default()), mon, nil)
	want := matter(t, all, "alcohol").Signals[diary.HRV]
	ill := lived(drinks)
	ill[0].Reported.Illnesses = []diary.Illness{{Stamp: stampOf(mon - 20), To: mon - 11, Where: diary.AboveNeck}}
	c := coach.On(engine.New(diary.Build(ill, nil), rule.Default()), mon, nil)
	got := matter(t, c, "alcohol").Signals[diary.HRV]
	if left := want.Had + want.Lacked - got.Had - got.Lacked; left < 7 || left > 10 {
		t.Errorf("%d nights of ten days of illness are left out", left)
	}
	// With a drink the nights are another watch's, whose HRV is a third lower.
	var first, second diary.File
	first.Device = diary.Device{Maker: "garmin", Product: 1, Serial: 1}
	second.Device = diary.Device{Maker: "garmin", Product: 2, Serial: 2}
	for d := mon - 364; d <= mon; d++ {
		f, ms := &first, float32(60+d%5)
		if d > mon-180 {
			f, ms = &second, float32(40+d%5)
		}
		f.HRV = append(f.HRV, diary.HRVStamp{At: int64(d)*86400 + 6*3600, Value: ms, Metric: diary.MetricOvernight})
		first.Reported.CheckIns = append(first.Reported.CheckIns, diary.CheckIn{Stamp: stampOf(d)})
		if d > mon-178 { // from the week of the change on
			first.Reported.Tags = append(first.Reported.Tags, diary.DayTag{Stamp: stampOf(d), Tag: "heat"})
		}
	}
	c = coach.On(engine.New(diary.Build([]diary.File{first, second}, nil), rule.Default()), mon, nil)
	if s := matter(t, c, "heat").Signals[diary.HRV]; s.Known || s.Had < 170 || s.Lacked < 170 || s.With > 20 {
		t.Errorf("one watch without heat and another with it: %+v", s)
	}
}

func TestSaysHeardFromTheCheckIn(t *testing.T) {
	c := coach.On(engine.New(diary.Build(lived(drinks), nil), rule.Default()), mon, nil)
	for _, s := range c.Says() {
		switch s.Of {
		case coach.FeltThen, coach.FeltNext:
			if !s.Seen || s.Low < 0.05 || s.High > 0.6 {
				t.Errorf("%s: %+v", s.Of, s)
			}
		case coach.Hurt:
			if !s.Known || s.Seen || s.By != 0 {
				t.Errorf("nothing ever hurt: %+v", s)
			}
		default:
			if s.Known || s.Had+s.Lacked != 0 {
				t.Errorf("nothing was run: %+v", s)
			}
		}
	}
}

// A day in a pause is neither with a hard session nor without, and one before the first
// session is not known.
func TestMattersOfTraining(t *testing.T) {
	var f diary.File
	runs := runsOn()
	for d := mon - 100; d <= mon; d++ {
		f.HRV = append(f.HRV, diary.HRVStamp{At: int64(d)*86400 + 6*3600, Value: 60, Metric: diary.MetricOvernight})
		ago := int(mon - d)
		if ago > 80 || ago > 20 && ago < 40 || ago%2 == 1 { // it begins 80 days ago, and 18 days are a pause
			continue
		}
		a := diary.Activity{Date: d, Start: int64(d)*86400 + 18*3600, Sport: diary.Running, Seconds: 2400, Meters: 8000}
		switch ago % 10 {
		case 0:
			a.Seconds = 90 * 60
		case 4:
			a.Start = int64(d)*86400 + 20*3600
		}
		runs.Activities = append(runs.Activities, a)
		if ago%10 == 8 {
			runs.Reported.Efforts = append(runs.Reported.Efforts, diary.Effort{Stamp: stampOf(d), Start: a.Start, RPE: 8})
		}
	}
	c := coach.On(engine.New(diary.Build([]diary.File{f, runs}, nil), rule.Default()), mon, nil)
	// Nights after days -80 to -40 and -20 to -1; the run of today is no night's yet.
	for of, want := range map[string][2]int{
		coach.AfterLong: {7, 61 - 7}, // -80, -70, -60, -50, -40, -20, -10
		coach.AfterHard: {6, 61 - 6}, // -78, -68, -58, -48, -18, -8
		coach.AfterLate: {6, 31 - 6}, // of the days with a run
	} {
		s := matter(t, c, of).Signals[diary.HRV]
		if got := [2]int{s.Had, s.Lacked}; got != want {
			t.Errorf("%s: %v, not %v", of, got, want)
		}
	}
}

// Of drinks with a number, more are set against fewer, by how many are usual; nights
// without a number are neither.
func TestMattersOfADose(t *testing.T) {
	files := lived(drinks)
	tags, numbers, three := files[0].Reported.Tags, 0, 0
	for i := range tags {
		if i%5 != 0 {
			tags[i].Dose = float32(1 + i%4) // 1 to 4: 2 and 3 are in the middle
			if numbers++; tags[i].Dose >= 3 {
				three++
			}
		}
	}
	ask := func() (found []coach.Matter) {
		for _, m := range coach.On(engine.New(diary.Build(files, nil), rule.Default()), mon, nil).Matters() {
			if m.Over > 0 {
				found = append(found, m)
			}
		}
		return found
	}
	more := ask()
	if len(more) != 1 || more[0].Of != "alcohol" || more[0].Over < 2 || more[0].Over > 3 {
		t.Fatalf("asked of more: %+v", more)
	}
	if s := more[0].Signals[diary.HRV]; s.Had != three || s.Had+s.Lacked != numbers || s.Seen {
		t.Errorf("of %d nights with a number: %+v", numbers, s)
	}
	for i := range tags { // 15 with one are too few
		if tags[i].Dose > 0 {
			if numbers--; numbers >= 15 {
				tags[i].Dose = 0
			}
		}
	}
	if more := ask(); len(more) != 0 {
		t.Errorf("of 15 is asked: %+v", more)
	}
}

// A night is short below the limit and not at it, by what was slept; one that nobody knows
// of came before nothing.
func TestMattersOfAShortNight(t *testing.T) {
	var f diary.File
	const nights = 60
	for ago := range nights {
		d := mon - diary.Date(ago)
		at := int64(d)*86400 + 6*3600
		f.Resting = append(f.Resting, diary.Stamped{At: at, Value: 50})
		asleep := float32(480)
		switch ago % 10 {
		case 3:
			asleep = 419
		case 5:
			asleep = 420
		case 7:
			continue // not known
		}
		f.Nights = append(f.Nights, diary.Night{Start: at - 9*3600, End: at, Light: asleep, Staged: true})
	}
	c := coach.On(engine.New(diary.Build([]diary.File{f}, nil), rule.Default()), mon, nil)
	s := matter(t, c, coach.AfterShort).Signals[diary.RestingHR]
	// Each night but the first has one before it; of six of those it is not known.
	if got, want := [2]int{s.Had, s.Lacked}, [2]int{6, nights - 1 - 6 - 6}; got != want {
		t.Errorf("after a short night and after another: %v, not %v", got, want)
	}
}

// A run ends late by the clock that the runner had, wherever they were.
func TestMattersOfALateRunElsewhere(t *testing.T) {
	for offset, late := range map[int32]int{0: 0, 2 * 3600: 1, -2 * 3600: 0} {
		var f diary.File
		for d := mon - 20; d <= mon; d++ {
			f.HRV = append(f.HRV, diary.HRVStamp{At: int64(d)*86400 + 6*3600, Value: 60, Metric: diary.MetricOvernight})
		}
		start := int64(mon-5)*86400 + 18*3600 // by UTC it ends at 18:40
		f.Activities = []diary.Activity{{Start: start, Sport: diary.Running, Seconds: 2400, Meters: 8000}}
		f.Clocks = []diary.Clock{{At: start, Offset: offset}}
		c := coach.On(engine.New(diary.Build([]diary.File{f}, nil), rule.Default()), mon, nil)
		if s := matter(t, c, coach.AfterLate).Signals[diary.HRV]; s.Had != late || s.Lacked != 1-late {
			t.Errorf("%d s east of UTC: %d after a late run, %d after another", offset, s.Had, s.Lacked)
		}
	}
}

// Of a day on which there was a run by the runner's word alone nobody knows how hard it was,
// nor of one that is known by its km whether it was long.
func TestMattersOfRunsHardlyKnown(t *testing.T) {
	for more, want := range map[string][2]int{"": {14, 14}, "2026-02-16 ran": {13, 13}, "2026-02-16 report 0 km=20": {14, 13}} {
		told, err := story.Parse("2026-02-01..2026-03-01 hrv 60\n2026-02-15 report 40 rpe=3\n2026-02-22 report 40 rpe=3\n" + more)
		if err != nil {
			t.Fatal(err)
		}
		told.Rules.BackTier1 = 21
		c := coach.On(engine.New(told.Diary(), told.Rules), diary.DateOf(2026, 3, 1), nil)
		hard, long := matter(t, c, coach.AfterHard).Signals[diary.HRV], matter(t, c, coach.AfterLong).Signals[diary.HRV]
		if got := [2]int{hard.Had + hard.Lacked, long.Had + long.Lacked}; got != want {
			t.Errorf("%q: it is known of %v nights, not %v", more, got, want)
		}
	}
}
