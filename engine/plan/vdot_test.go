package plan_test

import (
	"encoding/json"
	"math"
	"os"
	"strconv"
	"testing"

	"rebound/engine/plan"
)

// TestVDOT holds the formula against the published table: 0.1 VDOT is its own
// tolerance, half a percent of time that of the return to running.
func TestVDOT(t *testing.T) {
	b, err := os.ReadFile("testdata/vdot.json")
	if err != nil {
		t.Fatal(err)
	}
	var table struct {
		Seconds map[string]map[string]float64
	}
	if err := json.Unmarshal(b, &table); err != nil {
		t.Fatal(err)
	}
	seen := 0
	for distance, times := range table.Seconds {
		km, _ := strconv.ParseFloat(distance, 64)
		for name, seconds := range times {
			want, _ := strconv.ParseFloat(name, 64)
			if got := plan.VDOT(km, seconds/60); math.Abs(got-want) > 0.1 {
				t.Errorf("%g km in %g s: VDOT %.2f, want %g", km, seconds, got, want)
			}
			if got := plan.RaceMinutes(want, km) * 60; math.Abs(got-seconds) > 0.005*seconds {
				t.Errorf("VDOT %g over %g km: %.0f s, want %g", want, km, got, seconds)
			}
			seen++
		}
	}
	if seen != 48 {
		t.Errorf("%d entries, want 48", seen)
	}
}
