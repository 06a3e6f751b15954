package source

import (
	"math"
	"testing"
)

func TestPulse(t *testing.T) {
	for in, want := range map[float64]uint8{0: 0, 24: 0, 25: 25, 141.5: 142, 250: 250, 251: 0, -1: 0, math.NaN(): 0, math.Inf(1): 0} {
		if got := Pulse(in); got != want {
			t.Errorf("%v: %d", in, got)
		}
	}
}

func TestMeters(t *testing.T) {
	for in, want := range map[string]float64{"km": 1000, "mi": 1609.344, "m": 1, "cm": 0.01, "yd": 0.9144, "ft": 0.3048, "": 0, "kcal": 0} {
		if got := Meters(in); got != want {
			t.Errorf("%q: %v", in, got)
		}
	}
}
