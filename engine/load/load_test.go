package load

import (
	"math"
	"testing"

	"rebound/engine/diary"
	"rebound/engine/rule"
)

func near(t *testing.T, what string, got, want, tol float64) {
	t.Helper()
	if !(math.Abs(got-want) <= tol) { // NaN is near nothing
		t.Errorf("%s = %.4f, want %.4f (tolerance %g)", what, got, want, tol)
	}
}

// Published worked examples of Banister's TRIMP.
func TestTRIMPPublished(t *testing.T) {
	near(t, "fellrnr.com: 30 min at 130, rest 40, max 200", 30*Men.PerMinute(130, 40, 200), 31.8025, 1e-4)
	near(t, "theprimecalculator.com: 45 min at 145, rest 60, max 190", 45*Men.PerMinute(145, 60, 190), 66.0807, 1e-4)
	near(t, "fellrnr: men, a minute at maximum", Men.PerMinute(200, 40, 200), 4.37, 0.01)
	near(t, "Banister 1991: women, a minute at maximum", Women.PerMinute(200, 40, 200), 4.5685, 1e-4)
	near(t, "below rest", Men.PerMinute(35, 40, 200), 0, 0)
	near(t, "maximum below rest", Men.PerMinute(100, 120, 100), 0, 0)
}

// Runalyze's MonotonyTest, population SD.
func TestMonotonyPublished(t *testing.T) {
	m, s := Monotony([7]float64{0, 20, 10, 10, 10, 10, 10})
	near(t, "monotony", m, 1.870829, 1e-6)
	near(t, "strain", s, 130.958, 1e-3)
	m, s = Monotony([7]float64{5, 15, 20, 20, 20, 25, 35})
	near(t, "monotony", m, 20/8.45, 0.01)
	near(t, "strain", s, 7*20*20/8.45, 0.1)
	m, _ = Monotony([7]float64{1, 1, 1, 1, 1, 1, 1})
	near(t, "cap", m, 10, 0)
	m, s = Monotony([7]float64{})
	near(t, "no load", m+s, 0, 0)
}

// GoldenCheetah's decays: a unit impulse fades by e^(-1/42) and e^(-1/7) a day.
func TestFitnessDecays(t *testing.T) {
	b := Balance{}.Next(100)
	near(t, "fitness after the impulse", b.Fitness, 100*(1-math.Exp(-1.0/42)), 1e-9)
	near(t, "fatigue after the impulse", b.Fatigue, 100*(1-math.Exp(-1.0/7)), 1e-9)
	start := b
	for range 42 {
		b = b.Next(0)
	}
	near(t, "fitness 42 days on", b.Fitness/start.Fitness, math.Exp(-1), 1e-9)
	near(t, "fatigue 42 days on", b.Fatigue/start.Fatigue, math.Exp(-6), 1e-9)
}

// Worked values of the fit, and Coyle 1984's measurements within the
// fit's error.
func TestLayoffLoss(t *testing.T) {
	for days, want := range map[float64]float64{7: 4.5, 14: 7.8, 21: 10.1} {
		near(t, "loss", 100*LayoffLoss(days), want, 0.06)
	}
	for days, want := range map[float64]float64{12: 7, 56: 14, 84: 16} {
		near(t, "Coyle", 100*LayoffLoss(days), want, 1.2)
	}
}

// run makes an activity of steady running.
func run(date diary.Date, minutes int, hr uint8, mps float64) diary.Activity {
	n := minutes * 60 / diary.TrackStep
	a := diary.Activity{Date: date, Start: int64(date) * 86400, Sport: diary.Running, Seconds: float32(minutes * 60),
		Meters: float32(float64(minutes) * 60 * mps), HasAscent: true, Source: "garmin fit"}
	for range n {
		a.Track.HR = append(a.Track.HR, hr)
		a.Track.Speed = append(a.Track.Speed, uint16(mps*1000))
	}
	return a
}

func TestMeasure(t *testing.T) {
	a := run(100, 40, 140, 3)
	copy(a.Track.HR[60:], []uint8{180, 180, 180, 180, 180, 180})
	s := Measure(&a, 10)
	near(t, "highest 30 s", s.Max30, 180, 0)
	near(t, "minutes above 150", s.MinutesAbove(150), 0.5, 1e-9)
	near(t, "minutes with heart rate", s.HRMinutes, 40, 1e-9)
	if !s.Steady.OK {
		t.Fatal("a flat steady run must be usable")
	}
	near(t, "steady minutes", s.Steady.Minutes, 30, 1e-9)
	near(t, "steady heart rate: the first ten minutes do not count", s.Steady.HR, 140, 0)
	near(t, "steady speed", s.Steady.Speed, 3, 1e-9)
	near(t, "variation", s.Steady.Vary, 0, 1e-9)

	// What is not known breaks a 30-second mean instead of counting as zero.
	b := run(100, 5, 0, 3)
	copy(b.Track.HR[len(b.Track.HR)-5:], []uint8{190, 190, 190, 190, 190})
	if got := Measure(&b, 10).Max30; got != 0 {
		t.Errorf("highest 30 s of 25 s = %g, want none", got)
	}

	c := run(100, 40, 140, 3)
	c.HasAscent = false
	if Measure(&c, 10).Steady.OK {
		t.Error("without climb a run cannot tell")
	}
}

func history(activities ...diary.Activity) *History {
	return New(&diary.Diary{Activities: activities}, rule.Default())
}

func TestHard(t *testing.T) {
	r := rule.Default()
	r.MaxHR = 190
	laps := func(hr uint8) (out []diary.Lap) {
		for range 5 {
			out = append(out, diary.Lap{Seconds: 60, AvgHR: hr, Intensity: diary.LapActive}, diary.Lap{Seconds: 60, AvgHR: 110, Intensity: diary.LapRest})
		}
		return out
	}
	tempo := run(1, 30, 168, 4)     // 88.4% of 190 throughout
	steadily := run(1, 90, 161, 3)  // 84.7%: long, not hard
	raced := run(1, 90, 166, 3)     // 87.4%: as hard as a race
	intervals := run(1, 30, 150, 3) // by laps
	intervals.Laps = laps(170)
	walkRun := run(1, 30, 130, 2) // the same shape, easy
	walkRun.Laps = laps(130)
	for i, c := range []struct {
		a    diary.Activity
		want bool
	}{{tempo, true}, {steadily, false}, {raced, true}, {intervals, true}, {walkRun, false}, {run(1, 9, 180, 4), false}} {
		h := New(&diary.Diary{Activities: []diary.Activity{c.a}}, r)
		if got := h.Hard(&h.Sessions[0], h.Max(1)); got != c.want {
			t.Errorf("session %d: hard = %v, want %v", i, got, c.want)
		}
	}
}

func TestEasyCheck(t *testing.T) {
	r := rule.Default()
	r.MaxHR = 190
	with := func(lastHR uint8, lastSpeed float64) EasyCheck {
		var list []diary.Activity
		for i := range 5 {
			list = append(list, run(diary.Date(100+5*i), 45, 140, 3))
		}
		list = append(list, run(130, 45, lastHR, lastSpeed), run(133, 45, lastHR, lastSpeed))
		return New(&diary.Diary{Activities: list}, r).Easy(135, 50)
	}
	if c := with(140, 3); c.State != EasyPass || c.Runs != 5 {
		t.Errorf("the same again: %+v", c)
	}
	if c := with(144, 3); c.State != EasyFail || math.Abs(c.HR-c.Usual-4) > 1e-9 {
		t.Errorf("4 bpm more at the same pace: %+v", c)
	}
	// Faster at a heart rate that goes with it is no failure: stand is 76, so at
	// 3.2 m/s the same fitness is 76 + 64*3.2/3 = 144.3 bpm.
	if c := with(144, 3.2); c.State != EasyPass {
		t.Errorf("faster and fitting: %+v", c)
	}
	if c := with(141, 2.7); c.State != EasyFail {
		t.Errorf("slower at the same heart rate: %+v", c)
	}
	few := New(&diary.Diary{Activities: []diary.Activity{run(100, 45, 140, 3), run(103, 45, 150, 3)}}, r)
	if c := few.Easy(105, 50); c.State != EasyUnknown {
		t.Errorf("two runs cannot tell: %+v", c)
	}
	if c := few.Easy(105, 0); c.State != EasyUnknown {
		t.Errorf("without resting heart rate it cannot tell: %+v", c)
	}
}

func TestLoadWithoutHeartRateIsUnknown(t *testing.T) {
	blind := run(100, 60, 0, 3)
	h := history(blind)
	d := h.Next(nil, 100, 50)
	if d.Known || d.Unknown != 1 || d.Load != 0 {
		t.Errorf("a run without heart rate: %+v", d)
	}
	// With measured runs before it, it is estimated from them, and says so.
	r := rule.Default()
	r.MaxHR = 190
	h = New(&diary.Diary{Activities: []diary.Activity{run(90, 60, 140, 3), blind}}, r)
	d = h.Next(nil, 100, 50)
	near(t, "estimate", d.Load, 60*Men.PerMinute(140, 50, 190), 1e-6)
	near(t, "share measured", h.Measured(90, 100), 0.5, 1e-9)
	near(t, "of that day", h.Measured(100, 100), 0, 0)
	near(t, "of a day without a session", h.Measured(99, 99), 1, 0)
}

func TestSpike(t *testing.T) {
	h := history(run(100, 60, 140, 3), run(110, 72, 140, 3))
	ratio, on := h.Spike(112)
	near(t, "spike", ratio, 1.2, 1e-6)
	if on != 110 {
		t.Errorf("on %d", on)
	}
	if ratio, _ := history(run(100, 60, 140, 3)).Spike(101); ratio != 0 {
		t.Errorf("a first run is compared with nothing, got %g", ratio)
	}
}
