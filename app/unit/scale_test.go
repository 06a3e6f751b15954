package unit

import "testing"

// What a runner who reads miles says comes back as it was said, whole degrees and hundreds
// of feet, though a diary keeps it as a small float; what is metric is not said more finely
// than one would.
func TestScales(t *testing.T) {
	for want, got := range map[string]string{
		"82 °F": Temperature(true).Say(28), "23 °F": Temperature(true).Say(-5), "11.5 °C": Temperature(false).Say(11.5), "12 °C": Temperature(false).Say(11.9),
		"24 °C":    Temperature(false).Say(float64(float32(Temperature(true).Metric(75)))),
		"4,900 ft": Height(true).Say(1500), "1,500 m": Height(false).Say(1500), "910 m": Height(false).Say(Height(true).Metric(3000)),
	} {
		if got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
	for f := 20.0; f <= 130; f++ {
		if s := Temperature(true); s.Of(float64(float32(s.Metric(f)))) != f {
			t.Errorf("%g °F comes back as %g", f, s.Of(float64(float32(s.Metric(f)))))
		}
	}
	for ft := 1000.0; ft <= 29_000; ft += 100 {
		if s := Height(true); s.Of(float64(float32(s.Metric(ft)))) != ft {
			t.Errorf("%g ft comes back as %g", ft, s.Of(float64(float32(s.Metric(ft)))))
		}
	}
}
