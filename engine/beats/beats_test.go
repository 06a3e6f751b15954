package beats

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"
)

// The formula of the Task Force of the ESC and NASPE (Circulation 1996; 93:1043-1065) on
// numbers that others have published with their result.
func TestPublished(t *testing.T) {
	// Runalyze, HRV CalculatorTest: mean 530 ms, RMSSD 15.8 ms.
	r := Read([]uint16{500, 510, 530, 550, 560})
	if math.Abs(r.RMSSD-15.8) > 0.05 || math.Abs(r.HR-60_000/530.0) > 1e-9 || r.Off != 0 || r.Beats != 5 {
		t.Errorf("%+v, want RMSSD 15.8", r)
	}
	// Aura-healthcare/hrv-analysis: outside 300 to 2000 ms is no interval.
	if off := find([]uint16{700, 600, 2300, 1000, 1000, 230, 1200}); !off[2] || !off[5] {
		t.Errorf("off: %v", off)
	}
}

// By hand: 10, 20 and 30 ms apart.
func TestRMSSD(t *testing.T) {
	if got, want := Read([]uint16{1000, 1010, 990, 1020}).RMSSD, math.Sqrt((100+400+900)/3.0); math.Abs(got-want) > 1e-9 {
		t.Errorf("%v, want %v", got, want)
	}
	for _, rr := range [][]uint16{nil, {900}, {100, 100, 100}} {
		if r := Read(rr); r.RMSSD != 0 || r.Clean() {
			t.Errorf("%v: %+v of no two intervals", rr, r)
		}
	}
}

// heart is n beats of a heart at rest: it swings with the breath, drifts and is never
// quite regular; their RMSSD is as given.
func heart(r *rand.Rand, n int, mean, rmssd float64) []float64 {
	x := make([]float64, n)
	phase, drift := r.Float64()*6, 0.0
	breath := 2 * math.Pi / (3.5 + 4*r.Float64()) * mean / 1000
	var squares float64
	for i := range x {
		drift = 0.98*drift + 0.15*r.NormFloat64()
		phase += breath * (0.9 + 0.2*r.Float64())
		x[i] = math.Sin(phase) + 0.5*r.NormFloat64() + drift
		if i > 0 {
			squares += (x[i] - x[i-1]) * (x[i] - x[i-1])
		}
	}
	k := rmssd / math.Sqrt(squares/float64(n-1))
	for i := range x {
		x[i] = mean + k*x[i]
	}
	return x
}

func whole(x []float64) []uint16 {
	rr := make([]uint16, len(x))
	for i, v := range x {
		rr[i] = uint16(math.Round(v))
	}
	return rr
}

// faults are what goes wrong with a beat: what stands in the place of two intervals.
var faults = map[string]func(r *rand.Rand, a, b float64) []float64{
	"missed": func(_ *rand.Rand, a, b float64) []float64 { return []float64{a + b} },
	"too many": func(r *rand.Rand, a, b float64) []float64 {
		f := 0.3 + 0.4*r.Float64()
		return []float64{a * f, a * (1 - f), b}
	},
	"early": func(r *rand.Rand, a, b float64) []float64 { // and a pause after it
		e := a * (0.6 + 0.25*r.Float64())
		return []float64{e, b + 0.9*(a-e)}
	},
	"misplaced": func(r *rand.Rand, a, b float64) []float64 { return []float64{a + 90, b - 90} },
}

// spoiled is x with the fault at some places, at least ten beats apart.
func spoiled(r *rand.Rand, x []float64, fault string, n int) []uint16 {
	var places []int
	for i := range n {
		places = append(places, 5+i*(len(x)-10)/n+r.IntN(max(1, (len(x)-10)/n-9)))
	}
	var out []float64
	for i := 0; i < len(x); i++ {
		if slices.Contains(places, i) {
			out = append(out, faults[fault](r, x[i], x[i+1])...)
			i++
			continue
		}
		out = append(out, x[i])
	}
	return whole(out)
}

// A heart of which some beats were not heard right is read as it is, whatever the fault
// and however variable it is; and what was wrong is counted.
func TestTruthIsRecovered(t *testing.T) {
	for fault := range faults {
		for _, rmssd := range []float64{8, 15, 30, 60} {
			r := rand.New(rand.NewPCG(7, uint64(rmssd)))
			const hearts, wrong = 60, 4
			var raw, read, counted float64
			for range hearts {
				x := heart(r, 130, 800+400*r.Float64(), rmssd)
				rr := spoiled(r, x, fault, wrong)
				got := Read(rr)
				raw += math.Abs(direct(rr)/rmssd-1) / hearts
				read += math.Abs(got.RMSSD/rmssd-1) / hearts
				counted += float64(got.Off) / hearts
			}
			if raw < 0.3 && fault != "misplaced" {
				t.Errorf("%s, RMSSD %g: the faults do no harm (%.0f%%)", fault, rmssd, raw*100)
			}
			limit := 0.04
			if fault == "misplaced" && rmssd >= 60 {
				limit = 0.10 // 90 ms is a change that such a heart makes by itself
			}
			if read > limit {
				t.Errorf("%s, RMSSD %g: read %.1f%% off, with the faults in it %.0f%%", fault, rmssd, read*100, raw*100)
			}
			if fault != "misplaced" && (counted < wrong-0.5 || counted > wrong+1.5) {
				t.Errorf("%s, RMSSD %g: %.1f beats off, want %d", fault, rmssd, counted, wrong)
			}
		}
	}
}

// direct is RMSSD of all intervals as they came.
func direct(rr []uint16) float64 {
	var squares float64
	for i := 1; i < len(rr); i++ {
		d := float64(rr[i]) - float64(rr[i-1])
		squares += d * d
	}
	return math.Sqrt(squares / float64(len(rr)-1))
}

// A clean recording is not made to look steadier than it is, that of a very variable heart
// neither: a median filter of 20% took a tenth of it.
func TestCleanStays(t *testing.T) {
	for _, rmssd := range []float64{5, 20, 50, 100, 150} {
		r := rand.New(rand.NewPCG(3, uint64(rmssd)))
		const hearts = 100
		var read float64
		refused := 0
		for range hearts {
			got := Read(whole(heart(r, 120, 1000+200*r.Float64(), rmssd)))
			if read += (got.RMSSD/rmssd - 1) / hearts; !got.Clean() {
				refused++
			}
		}
		if math.Abs(read) > 0.025 || refused > hearts/20 {
			t.Errorf("RMSSD %g is read %.1f%% off, %d of %d are refused", rmssd, read*100, refused, hearts)
		}
	}
}

// However many beats are off, they never become what is normal.
func TestFullOfFaults(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 5))
	for _, fault := range []string{"missed", "too many", "early"} {
		for _, share := range []float64{0.2, 0.4} {
			for range 50 {
				x := heart(r, 130, 950, 40)
				var out []float64
				for i := 0; i < len(x); i++ {
					if i+1 < len(x) && r.Float64() < share {
						out = append(out, faults[fault](r, x[i], x[i+1])...)
						i++
						continue
					}
					out = append(out, x[i])
				}
				if got := Read(whole(out)); got.Clean() {
					t.Errorf("%s, %.0f%% of all: %+v passes", fault, share*100, got)
				}
			}
		}
	}
}

// One beat in twenty may be off, and not one more.
func TestMostOff(t *testing.T) {
	x := heart(rand.New(rand.NewPCG(1, 2)), 205, 1000, 30)
	for _, c := range []struct {
		beats, wrong int
		clean        bool
	}{{100, 5, true}, {100, 6, false}, {200, 10, true}, {200, 11, false}} {
		rr := whole(x[:c.beats])
		for i := range c.wrong {
			rr[8+i*16] = 2500
		}
		if got := Read(rr); got.Off != c.wrong || got.Clean() != c.clean {
			t.Errorf("%d beats of %d: %+v, clean is %v", c.wrong, c.beats, got, got.Clean())
		}
	}
}

// A heart without any variability at all, and one like a metronome of two beats.
func TestSteady(t *testing.T) {
	for _, step := range []uint16{0, 1, 4} {
		rr := make([]uint16, 120)
		for i := range rr {
			rr[i] = 1000 + step*uint16(i%2)
		}
		if got := Read(rr); got.Off != 0 || math.Abs(got.RMSSD-float64(step)) > 1e-9 {
			t.Errorf("step %d: %+v", step, got)
		}
	}
}
