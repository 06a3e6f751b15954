package beats

import (
	"math"
	"math/rand/v2"
	"slices"
	"sort"
	"testing"
)

// What is off is what the rules of Lipponen and Tarvainen (2019) mark, written out once more
// with their numbers and our bounds, over hearts of all kinds with faults of all kinds.
func TestFindAsPublished(t *testing.T) {
	r := rand.New(rand.NewPCG(9, 19))
	marked := 0
	for name := range faults {
		for range 150 {
			x := heart(r, 60+r.IntN(120), 700+600*r.Float64(), []float64{1.2, 2.5, 4, 12, 25, 50, 90, 150}[r.IntN(8)])
			rr := spoiled(r, x, name, r.IntN(6))
			for range r.IntN(3) { // a little longer than its neighbours, which an even heart's is not
				rr[r.IntN(len(rr))] += uint16((0.02 + 0.03*r.Float64()) * 1000)
			}
			want := published(rr)
			if got := find(rr); !slices.Equal(got, want) {
				t.Fatalf("%s: of %v\nis off   %v\nwritten out %v", name, rr, got, want)
			}
			for _, off := range want {
				if off {
					marked++
				}
			}
		}
	}
	if marked < 1000 {
		t.Errorf("only %d beats are off in all", marked)
	}
}

func published(rr []uint16) []bool {
	n := len(rr)
	near := func(list []float64, i, half int) []float64 {
		return list[max(0, i-half):min(n, i+half+1)]
	}
	share := func(list []float64, q float64) float64 { // as numpy's percentile
		list = slices.Clone(list)
		sort.Float64s(list)
		low := math.Floor(q * float64(len(list)-1))
		high := min(low+1, float64(len(list)-1))
		part := q*float64(len(list)-1) - low
		return list[int(low)]*(1-part) + list[int(high)]*part
	}
	rrs, drrs, mrrs, med := make([]float64, n), make([]float64, n), make([]float64, n), make([]float64, n)
	for i, v := range rr {
		rrs[i] = float64(v)
		if i > 0 {
			drrs[i] = rrs[i] - rrs[i-1]
		}
	}
	for i := range rr {
		med[i] = share(near(rrs, i, 5), 0.5)
		if mrrs[i] = rrs[i] - med[i]; mrrs[i] < 0 {
			mrrs[i] *= 2
		}
	}
	normal := func(list []float64, most float64) []float64 {
		out, sizes := make([]float64, n), make([]float64, n)
		for i, v := range list {
			sizes[i] = math.Abs(v)
		}
		for i, v := range list {
			around := near(sizes, i, 45)
			threshold := 5.2 * (share(around, 0.75) - share(around, 0.25)) / 2
			out[i] = v / max(0.01*med[i], min(most*med[i], threshold))
		}
		return out
	}
	s11, m := normal(drrs, 0.40), normal(mrrs, 0.20)
	of := func(i int) float64 {
		if i < 0 || i >= n {
			return 0
		}
		return s11[i]
	}
	out := make([]bool, n)
	for i, d := range s11 {
		switch {
		case d > 1 && max(of(i-1), of(i+1)) < -0.13*d-0.17, d < -1 && min(of(i-1), of(i+1)) > -0.13*d+0.17: // ectopic
			if out[i] = true; i > 0 {
				out[i-1] = true
			}
		case d > 1 && min(of(i+1), of(i+2)) < -1, d < -1 && max(of(i+1), of(i+2)) > 1, math.Abs(m[i]) > 3: // long or short
			out[i] = true
		}
		out[i] = out[i] || rr[i] < 300 || rr[i] > 2000
	}
	return out
}

// An interval of 300 to 2000 ms can be a heart's, and none beyond.
func TestIntervalsOfAHeart(t *testing.T) {
	for ms, off := range map[uint16]bool{299: true, 300: false, 2000: false, 2001: true} {
		rr := slices.Repeat([]uint16{ms}, 40)
		if got := find(rr); slices.Contains(got, true) != off || slices.Contains(got, false) == off {
			t.Errorf("%d ms: %v", ms, got)
		}
	}
}

// Two spoilt intervals are of one beat, three of two; the last ones count as any.
func TestCount(t *testing.T) {
	for text, want := range map[string]int{"": 0, "..": 0, ".x": 1, "x": 1, "xx.": 1, ".xx": 1, "xxx": 2, "x.x": 2, "xx.xxx.x": 4, "x..": 1} {
		var off []bool
		for _, c := range text {
			off = append(off, c == 'x')
		}
		if got := count(off); got != want {
			t.Errorf("%s: %d, want %d", text, got, want)
		}
	}
}
