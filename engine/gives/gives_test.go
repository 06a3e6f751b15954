package gives

import (
	"slices"
	"testing"
)

// What may be missing is something that there can be, and no source has two rows.
func TestSheet(t *testing.T) {
	var seen []string
	for _, r := range Sheet {
		if slices.Contains(seen, r.Via) {
			t.Errorf("%q has two rows", r.Via)
		}
		seen = append(seen, r.Via)
		has := map[Part]bool{OfSleep: r.Sleep != "", OfResting: r.Resting != "", OfHRV: len(r.HRV) > 0, OfRuns: r.Runs != ""}
		for _, p := range r.May {
			if !has[p] {
				t.Errorf("%q may have %s, and has none", r.Via, p)
			}
		}
		if !has[OfSleep] && !has[OfResting] && !has[OfHRV] && !has[OfRuns] || r.Zone == "" {
			t.Errorf("%q gives nothing", r.Via)
		}
	}
}

func TestOf(t *testing.T) {
	if r, ok := Of("polar"); !ok || r.Resting != NoResting {
		t.Errorf("Polar gives a resting heart rate: %+v", r)
	}
	if _, ok := Of("nobody"); ok {
		t.Error("a source that is none has a row")
	}
}
