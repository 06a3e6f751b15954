package watch

import (
	"bytes"
	"slices"
	"strings"
	"testing"
	"unicode"

	"rebound/engine/diary"
)

// checkProblem holds what every Problem promises, whatever the input.
func checkProblem(t *testing.T, p *Problem) {
	if p != nil && (p.Code == "" || p.What == "" || p.Hint == "" || strings.IndexFunc(p.What+p.Hint, unicode.IsControl) >= 0) {
		t.Errorf("%+v is not one clear line", p)
	}
}

func FuzzIdentify(f *testing.F) {
	f.Add(fitBytes(1))
	f.Add(fitBytes(1)[:20])
	f.Fuzz(func(t *testing.T, head []byte) {
		id, p := Identify(head)
		checkProblem(t, p)
		if (p == nil) != (id.Kind != "") {
			t.Errorf("%+v and %+v", id, p)
		}
	})
}

// FuzzRead holds that nothing panics past the library boundary, that memory
// follows the input, and that what is read could be true.
func FuzzRead(f *testing.F) {
	f.Add(fitBytes(1))
	f.Add(append(fitBytes(1), fitBytes(2)...))
	f.Fuzz(func(t *testing.T, data []byte) {
		got, p := Read("x.fit", data)
		checkProblem(t, p)
		if p != nil && p.Code == "damaged" && strings.Contains(p.What, "cannot be read around") {
			t.Error("a panic reached the boundary")
		}
		if strings.ContainsAny(got.Partial, "\n\r") {
			t.Errorf("partial %q", got.Partial)
		}
		steps := 0
		for _, a := range got.Activities {
			if a.Start < 631065600 || a.AvgHR == 255 || a.Meters < 0 || a.Seconds < 0 {
				t.Errorf("%+v", a)
			}
			lengths := []int{len(a.Track.HR), len(a.Track.Speed), len(a.Track.Altitude), len(a.Track.Cadence), len(a.Track.Power),
				len(a.Track.StanceTime), len(a.Track.Balance), len(a.Track.StepLength), len(a.Track.VertRatio), len(a.Track.Oscillation)}
			n := slices.Max(lengths)
			steps += n
			for _, c := range lengths {
				if c != 0 && c != n {
					t.Errorf("columns of %d and %d steps", c, n)
				}
			}
		}
		if steps > 30*86400/diary.TrackStep {
			t.Errorf("%d steps from %d bytes", steps, len(data))
		}
		for _, n := range got.Nights {
			if n.End < n.Start || n.Asleep()+float64(n.Wake) > float64(n.End-n.Start)/60+1 {
				t.Errorf("%+v", n)
			}
		}
	})
}

func FuzzWalk(f *testing.F) {
	f.Add(zipped(f, file{"a.fit", fitBytes(1), false}, file{"in.zip", zipped(f, file{"b.fit.gz", gzipped(fitBytes(2)), true}), true}))
	f.Add(lose(zipped(f, file{"a.fit", fitBytes(1), false})))
	f.Add(gzipped(fitBytes(1)))
	f.Fuzz(func(t *testing.T, data []byte) {
		limits := Limits{Listed: 32 << 10, Entry: 1 << 20, Nested: 1 << 20, Total: 4 << 20}
		n := 0
		Walk([]Item{{Path: "x", Blob: bytes.NewReader(data)}}, limits, func(e Entry) bool {
			n++
			checkProblem(t, e.Problem)
			if strings.IndexFunc(e.Path, unicode.IsControl) >= 0 || slices.Contains(strings.Split(e.Path, "/"), "..") || len(e.Path) > 4*400 {
				t.Errorf("path %q", e.Path)
			}
			b, p := e.Bytes(nil)
			checkProblem(t, p)
			if len(b) > 1<<20 {
				t.Errorf("%d bytes of one entry", len(b))
			}
			return true
		})
		if n > 32<<10/listedCost+1 {
			t.Errorf("%d entries", n)
		}
	})
}
