package engine_test

import (
	"math/rand/v2"
	"reflect"
	"strconv"
	"testing"

	"rebound/engine"
	"rebound/engine/diary"
	"rebound/engine/rule"
	"rebound/engine/sample"
	"rebound/engine/verdict"
)

const today = diary.Date(20600)

func runner(seed uint64, days int, story ...sample.Chapter) []diary.File {
	return sample.Runner{Seed: seed, Last: today, Days: days, Device: diary.Device{Maker: "garmin", Product: 1, Serial: 9}, Story: story}.Files()
}

func replay(files []diary.File) (out []engine.Report) {
	d := diary.Build(files, nil)
	e := engine.New(d, rule.Default())
	for t := d.First; t <= d.Last; t++ {
		out = append(out, e.Assess(t))
	}
	return out
}

// drift is ten days on which everything goes the wrong way.
var drift = sample.Chapter{From: 9, To: 0, HRV: -0.4, RestingHR: 6, Sleep: -100}

func TestDeterministicWhateverTheOrder(t *testing.T) {
	files := runner(1, 150, drift)
	want := replay(files)
	rng := rand.New(rand.NewPCG(1, 1))
	for range 3 {
		rng.Shuffle(len(files), func(i, j int) { files[i], files[j] = files[j], files[i] })
		if !reflect.DeepEqual(replay(files), want) {
			t.Fatal("another order of files gave another history")
		}
	}
}

// A report sees nothing dated after it.
func TestTheFutureIsNotSeen(t *testing.T) {
	files := runner(2, 200, drift)
	all := diary.Build(files, nil)
	whole := engine.New(all, rule.Default())
	for _, ago := range []diary.Date{120, 60, 20, 5, 1} {
		date := today - ago
		var past []diary.File
		for _, f := range files {
			if d := diary.Build([]diary.File{f}, nil); d.First > d.Last || d.Last <= date {
				past = append(past, f)
			}
		}
		got := engine.New(diary.Build(past, nil), rule.Default()).Assess(date)
		if want := whole.Assess(date); !reflect.DeepEqual(got, want) {
			t.Errorf("%s: with later files\n%+v\nwithout\n%+v", date, want, got)
		}
	}
}

// A cut is in force for its seven days and no more, and not again for 14.
func TestCutHoldsSevenDays(t *testing.T) {
	var fired []diary.Date
	reports := replay(runner(3, 160, sample.Chapter{From: 60, To: 5, Ramp: true, HRV: -0.9, RestingHR: 16}))
	for i, r := range reports {
		c := r.Cuts.Last
		if c.Scale > 0 && c.Fired == r.Date {
			fired = append(fired, r.Date)
			for j := range 14 {
				if i+j >= len(reports) || reports[i+j].Action == verdict.ReturnToRun {
					break
				}
				if in := reports[i+j].Action == verdict.CutWeek; in != (j < 7) {
					t.Errorf("%s: day %d after the cut fired is %s", reports[i+j].Date, j, reports[i+j].Action)
				}
			}
		}
	}
	if len(fired) < 2 {
		t.Fatalf("two months of drift fired %d cuts", len(fired))
	}
	for i := 1; i < len(fired); i++ {
		if fired[i]-fired[i-1] < 14 {
			t.Errorf("cuts on %s and %s", fired[i-1], fired[i])
		}
	}
}

// The day's plan adjusts only where the cut is in force, and loses volume there.
func TestWeekBends(t *testing.T) {
	for _, r := range replay(runner(3, 160, sample.Chapter{From: 60, To: 5, Ramp: true, HRV: -0.9, RestingHR: 16})) {
		if r.Action != verdict.CutWeek {
			continue
		}
		for _, d := range r.Week {
			switch {
			case d.Date > r.Cuts.Last.Until && d.After != d.Before && d.Because[0] == verdict.Code(verdict.CutWeek):
				t.Errorf("%s: %s is past the cut and was changed: %+v", r.Date, d.Date, d)
			case d.Date <= r.Cuts.Last.Until && d.After.Kind.Hard():
				t.Errorf("%s: hard session inside the cut: %+v", r.Date, d)
			case d.Date <= r.Cuts.Last.Until && d.Before.Minutes > 0 && d.After.Minutes > d.Before.Minutes*r.Cuts.Last.Scale+1e-9:
				t.Errorf("%s: not lighter: %+v", r.Date, d)
			}
		}
	}
}

// A clean diary of a steady runner is no reason for alarm.
func TestSteadyRunnerIsLeftAlone(t *testing.T) {
	cuts, days := 0, 0
	for seed := range uint64(12) {
		for _, r := range replay(runner(100+seed, 168)) {
			days++
			if r.Cuts.Last.Scale > 0 && r.Cuts.Last.Fired == r.Date {
				cuts++
			}
		}
	}
	if per12 := float64(cuts) / float64(days) * 84; per12 > 1.5 {
		t.Errorf("%.2f cuts in 12 weeks for a steady runner", per12)
	}
}

// Taking readings away never raises confidence and never turns unknown to known.
func TestMissingNeverRaisesConfidence(t *testing.T) {
	rank := map[verdict.Confidence]int{verdict.Low: 0, verdict.Medium: 1, verdict.High: 2}
	files := runner(5, 120, drift)
	rng := rand.New(rand.NewPCG(7, 7))
	before := engine.New(diary.Build(files, nil), rule.Default()).Assess(today)
	if before.Confidence != verdict.High {
		t.Fatalf("a full diary: %s", before.Confidence)
	}
	for len(files) > 20 {
		for range 15 {
			i := rng.IntN(len(files))
			files = append(files[:i], files[i+1:]...)
		}
		after := engine.New(diary.Build(files, nil), rule.Default()).Assess(today)
		if rank[after.Confidence] > rank[before.Confidence] {
			t.Fatalf("with %d files left: %s, before %s", len(files), after.Confidence, before.Confidence)
		}
		before = after
	}
}

func TestEmptyDiary(t *testing.T) {
	r := engine.New(diary.Build(nil, nil), rule.Default()).Assess(today)
	if r.Action != verdict.Unknown || r.Level != verdict.LevelUnknown || r.Confidence != verdict.Low || r.Week != nil {
		t.Errorf("%+v", r)
	}
}

// Any date can be asked for.
func TestFarDates(t *testing.T) {
	e := engine.New(diary.Build(runner(1, 40), nil), rule.Default())
	for _, d := range []diary.Date{-1 << 30, 0, today - 1000, today + 1000, 1 << 30} {
		r := e.Assess(d)
		if known, _, _ := r.Signals.Counts(); known != 0 || r.Date != d {
			t.Errorf("%d: %+v", d, r)
		}
	}
}

// New measures the activities by their summaries; Assess then works through every
// day of the diary up to the date.
func BenchmarkNew10Years(b *testing.B) {
	d := diary.Build(light(b, runner(1, 3650)), nil)
	b.ReportAllocs()
	for b.Loop() {
		engine.New(d, rule.Default())
	}
}

func BenchmarkAssess10Years(b *testing.B) {
	d := diary.Build(runner(1, 3650), nil)
	b.ResetTimer()
	for range b.N {
		b.StopTimer()
		e := engine.New(d, rule.Default())
		b.StartTimer()
		e.Assess(today)
	}
}

func BenchmarkReplay(b *testing.B) {
	for _, years := range []int{5, 10} {
		d := diary.Build(runner(1, 365*years), nil)
		b.Run(strconv.Itoa(years)+"years", func(b *testing.B) {
			for b.Loop() {
				e := engine.New(d, rule.Default())
				for t := d.First; t <= d.Last; t++ {
					e.Assess(t)
				}
			}
		})
	}
}
