package load

import (
	"math"
	"slices"
	"testing"

	"rebound/engine/diary"
	"rebound/engine/rule"
)

const perMinute = 60 / diary.TrackStep // steps

// What a session is, in minutes, km, bpm and m/s.
func TestSessionInNumbers(t *testing.T) {
	a := run(100, 40, 140, 3)
	s := Measure(&a, 10)
	near(t, "km", s.Km, 7.2, 1e-6)
	near(t, "minutes", s.Minutes, 40, 0)
	near(t, "mean heart rate", s.MeanHR(), 140, 1e-9)
	near(t, "mean speed", s.MeanSpeed(), 3, 1e-6)
	near(t, "climb a km", s.Steady.Climb, 0, 0)
	a.Ascent = 36
	near(t, "climb a km, of 36 m", Measure(&a, 10).Steady.Climb, 5, 1e-6)
	a.Seconds, a.Elapsed = 0, 2700
	near(t, "minutes by the clock where the timer says none", Measure(&a, 10).Minutes, 45, 0)
	near(t, "speed of nothing", new(Session).MeanSpeed(), 0, 0)

	// A mean heart rate is said of what was recorded over half of the session.
	for recorded, want := range map[float64]float64{0: 0, 19.9: 0, 20: 150, 21: 150} {
		s := Session{Minutes: 40, HRMinutes: recorded, HRSum: 150 * recorded}
		near(t, "mean heart rate", s.MeanHR(), want, 1e-9)
	}
}

// Three turns from work to rest make a workout; two do not, nor does rest after rest,
// nor a warm-up. Its heart rate is that of the work.
func TestLapsMakeAWorkout(t *testing.T) {
	work, rest := diary.Lap{Seconds: 60, AvgHR: 170, Intensity: diary.LapInterval}, diary.Lap{Seconds: 90, AvgHR: 120, Intensity: diary.LapRecovery}
	blind, long := work, work
	blind.AvgHR, long.Seconds, long.AvgHR = 0, 180, 158
	warm := diary.Lap{Seconds: 600, AvgHR: 110, Intensity: diary.LapWarmup}
	for name, c := range map[string]struct {
		laps       []diary.Lap
		structured bool
		hr         float64
	}{
		"three turns":          {[]diary.Lap{work, rest, work, rest, work, rest}, true, 170},
		"two turns":            {[]diary.Lap{work, rest, work, rest, work}, false, 170},
		"rest goes on":         {[]diary.Lap{work, rest, rest, rest}, false, 170},
		"work goes on":         {[]diary.Lap{work, work, work}, false, 170},
		"warm-up and rest":     {[]diary.Lap{warm, rest, warm, rest, warm, rest}, false, 0},
		"by time":              {[]diary.Lap{work, rest, long}, false, 161},
		"without a heart rate": {[]diary.Lap{blind, rest, blind, rest, blind, rest}, true, 0},
		"one of them without":  {[]diary.Lap{blind, rest, work, rest}, false, 170},
	} {
		a := diary.Activity{Sport: diary.Running, Laps: c.laps}
		if s := Measure(&a, 10); s.Structured != c.structured || s.WorkHR != c.hr {
			t.Errorf("%s: %v at %g bpm, want %v at %g", name, s.Structured, s.WorkHR, c.structured, c.hr)
		}
	}
}

// paced makes a run of minutes at the speeds given, mm/s, at 140 bpm.
func paced(speeds ...uint16) diary.Activity {
	a := diary.Activity{Date: 100, Sport: diary.Running, Meters: 5000, HasAscent: true, Seconds: float32(60 * len(speeds))}
	for _, v := range speeds {
		a.Track.Speed = append(a.Track.Speed, slices.Repeat([]uint16{v}, perMinute)...)
		a.Track.HR = append(a.Track.HR, slices.Repeat([]uint8{140}, perMinute)...)
	}
	return a
}

// The steady part is what comes after the minutes left out, while moving; it asks
// for three minutes, for heart rate over four fifths of them and for a distance.
func TestSteadyPart(t *testing.T) {
	s := func(a diary.Activity) Steady { return Measure(&a, 10).Steady }
	ten := slices.Repeat([]uint16{5000}, 10) // left out
	even := s(paced(slices.Concat(ten, []uint16{3000, 3000, 3000, 3000})...))
	if even != (Steady{OK: true, Minutes: 4, HR: 140, Speed: 3}) {
		t.Errorf("%+v", even)
	}
	uneven := s(paced(slices.Concat(ten, []uint16{2000, 4000, 2000, 4000})...))
	near(t, "mean of an uneven one", uneven.Speed, 3, 1e-9)
	near(t, "its variation, of a sample", uneven.Vary, math.Sqrt(4.0/3)/3, 1e-9)
	stood := s(paced(slices.Concat(ten, []uint16{3000, 500, 3000, 3000})...))
	if stood != (Steady{OK: true, Minutes: 3, HR: 140, Speed: 3}) {
		t.Errorf("half a metre a second is standing: %+v", stood)
	}
	slow := s(paced(slices.Concat(ten, []uint16{3000, 3000, 3000, 501})...))
	near(t, "minutes with one just faster than standing", slow.Minutes, 4, 1e-9)

	for name, c := range map[string]struct {
		change func(a *diary.Activity)
		want   bool
	}{
		"as it is":                      {func(*diary.Activity) {}, true},
		"two minutes only":              {func(a *diary.Activity) { a.Track.Speed = a.Track.Speed[:12*perMinute] }, false},
		"none after those left out":     {func(a *diary.Activity) { a.Track.Speed = a.Track.Speed[:10*perMinute] }, false},
		"without a distance":            {func(a *diary.Activity) { a.Meters = 0 }, false},
		"without climb":                 {func(a *diary.Activity) { a.HasAscent = false }, false},
		"on a treadmill":                {func(a *diary.Activity) { a.HasAscent, a.Sub = false, "treadmill" }, true},
		"indoors":                       {func(a *diary.Activity) { a.HasAscent, a.Sub = false, "indoor_running" }, true},
		"heart rate over four fifths":   {func(a *diary.Activity) { clear(a.Track.HR[len(a.Track.HR)-12-11:]) }, true},
		"over a little less than these": {func(a *diary.Activity) { clear(a.Track.HR[len(a.Track.HR)-13-11:]) }, false},
		"standing throughout":           {func(a *diary.Activity) { a.Track.Speed = slices.Repeat([]uint16{400}, len(a.Track.HR)) }, false},
	} {
		a := paced(slices.Concat(ten, []uint16{3000, 3000, 3000, 3000, 3000})...)
		c.change(&a)
		if got := s(a); got.OK != c.want {
			t.Errorf("%s: %+v", name, got)
		}
	}

	// A minute of which half was stood through has a speed of its own; one of which
	// more was has none.
	for moving, want := range map[int]bool{perMinute / 2: true, perMinute/2 - 1: false} {
		a := paced(slices.Concat(ten, []uint16{3000, 3000, 3000})...)
		for i := 12*perMinute + moving; i < 13*perMinute; i++ {
			a.Track.Speed[i] = 1
		}
		if got := s(a); got.OK != want {
			t.Errorf("%d steps moving in a minute: %+v", moving, got)
		}
	}
}

// Variation is of whole minutes, each by the steps in which the runner moved: neither
// a pause in one nor a last one cut short makes an even run uneven.
func TestVariationIsOfWholeMinutes(t *testing.T) {
	paused := paced(3000, 3000, 3000, 3000)
	for i := range perMinute / 2 {
		paused.Track.Speed[2*perMinute+i] = 1
	}
	cut := paced(3000, 3000, 3000, 5000)
	cut.Track.Speed = cut.Track.Speed[:4*perMinute-3]
	for name, a := range map[string]diary.Activity{"a pause in the third": paused, "a sprint that is cut short": cut} {
		if s := Measure(&a, 0).Steady; !s.OK || s.Vary != 0 {
			t.Errorf("%s: %+v", name, s)
		}
	}
	for steps, want := range map[int]int{0: 0, 1: 1, perMinute: 1, perMinute + 1: 2, 3 * perMinute: 3} {
		a := paced(3000, 3000, 3000)
		a.Track.Speed = a.Track.Speed[:steps]
		if s := Summarise(&a); len(s.Minutes) != want || s.Paired != steps {
			t.Errorf("%d steps: %d minutes, want %d", steps, len(s.Minutes), want)
		}
	}
	if mean, sd := meanSD([]float64{2, 4}); mean != 3 || sd != math.Sqrt2 {
		t.Errorf("of two: %g, %g", mean, sd)
	}
}

// Altitude climbs in rises of 3 m; a barometer's jitter is no hill.
func TestClimbByAltitude(t *testing.T) {
	const none = diary.NoAltitude
	for name, c := range map[string]struct {
		altitude []int16 // half metres
		want     float64 // m
		known    bool
	}{
		"not recorded":             {nil, 0, false},
		"nowhere known":            {[]int16{none, none}, 0, false},
		"flat":                     {[]int16{200, 200}, 0, true},
		"three metres":             {[]int16{200, 206}, 3, true},
		"two and a half":           {[]int16{200, 205}, 0, true},
		"up, down and up":          {[]int16{200, 210, 190, 200}, 10, true},
		"in two steps, with a gap": {[]int16{200, none, 206, none, 212}, 6, true},
		"jitter":                   {[]int16{200, 205, 200, 205, 199, 204}, 0, true},
		"from the lowest point":    {[]int16{200, 196, 202}, 3, true},
	} {
		a := diary.Activity{Sport: diary.Running}
		a.Track.Altitude = c.altitude
		if m, known := ascent(&a, Summarise(&a)); m != c.want || known != c.known {
			t.Errorf("%s: %g m, known %v, want %g, %v", name, m, known, c.want, c.known)
		}
	}
}

// Running dynamics are means while moving, each in its own unit.
func TestStrideInUnits(t *testing.T) {
	a := diary.Activity{Sport: diary.Running}
	a.Track = diary.Track{
		Speed: []uint16{2800, 3200, 500, 501}, Cadence: []uint8{85, 87, 40, 0}, StepLength: []uint16{1000, 1100, 400, 0},
		StanceTime: []uint16{2400, 2500, 9000, 0}, Balance: []uint16{5010, 5030, 4000, 0}, VertRatio: []uint16{800, 820, 2000, 0},
	}
	want := Stride{Speed: 6501.0 / 3000, Cadence: 172, StepLength: 1050, StanceTime: 245, Balance: 50.2, VertRatio: 8.1}
	if got := Measure(&a, 10).Stride; math.Abs(got.Speed-want.Speed) > 1e-9 || got != (Stride{got.Speed, want.Cadence, want.StepLength, want.StanceTime, want.Balance, want.VertRatio}) {
		t.Errorf("%+v, want %+v", got, want)
	}
	a.Track = diary.Track{Cadence: []uint8{80, 90}}
	if got := Measure(&a, 10).Stride; got != (Stride{Cadence: 170}) {
		t.Errorf("without a speed they moved: %+v", got)
	}
	if got := Median([]float64{9, 1, 4, 2}); got != 3 {
		t.Errorf("median of four: %g", got)
	}
}

// What tells running from walking, at its limits: 1.5 m/s of the upper quartile, 1.8
// of any step, nine tenths of a slow runner's.
func TestRunOrWalk(t *testing.T) {
	five := func(v uint16) []uint16 { return slices.Repeat([]uint16{v}, 5*perMinute) }
	for name, c := range map[string]struct {
		speeds []uint16
		want   float64
	}{
		"1.5 m/s is a run":                      {five(1500), 5},
		"a mm less is a walk":                   {five(1499), 0},
		"1.8 is a run in any":                   {slices.Concat(five(4000), five(1800)), 10},
		"a mm less is not":                      {slices.Concat(five(4000), five(1799)), 5},
		"nine tenths of a slow runner's":        {slices.Concat(five(1700), five(1530)), 10},
		"less than that":                        {slices.Concat(five(1700), five(1529)), 5},
		"the upper quartile is one of the fast": {slices.Concat(five(1400), five(1400), five(1400), five(1600)), 5},
		"thirty seconds at a walk end it":       {slices.Concat(five(3000), five(1000)[:6], five(3000)), 5},
		"twenty-five do not":                    {slices.Concat(five(3000), five(1000)[:5], five(3000)), 10 + 25.0/60},
	} {
		a := diary.Activity{Sport: diary.Running, Track: diary.Track{Speed: c.speeds}}
		s := Measure(&a, 10)
		if got, known := s.Unbroken(); !known || math.Abs(got-c.want) > 1e-9 {
			t.Errorf("%s: %g minutes, want %g", name, got, c.want)
		}
	}
}

// A day of more than eighteen hours at one heart rate does not run over.
func TestLongestDay(t *testing.T) {
	a := diary.Activity{Sport: "cycling", Seconds: 20 * 3600, Track: diary.Track{HR: slices.Repeat([]uint8{120}, 20*60*perMinute)}}
	s := Measure(&a, rule.Default().EasyDiscard)
	if s.HR[120] != math.MaxUint16 || s.HRMinutes != 1200 {
		t.Errorf("%d s, %g min", s.HR[120], s.HRMinutes)
	}
}
