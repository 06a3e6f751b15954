package unit

import (
	"math"
	"strconv"
	"strings"
)

// Scale is what a temperature or a height is read in. What is stored is metric.
type Scale struct {
	Name      string
	per, zero float64 // of it for one °C or metre, and at none
	step      float64 // how finely it is said
}

// Temperature is what a runner reads temperatures in, by the unit of distances.
func Temperature(miles bool) Scale {
	if miles {
		return Scale{"°F", 1.8, 32, 1}
	}
	return Scale{"°C", 1, 0, .5}
}

// Height is what a runner reads heights above the sea in.
func Height(miles bool) Scale {
	if miles {
		return Scale{"ft", 1 / .3048, 0, 100}
	}
	return Scale{"m", 1, 0, 10}
}

// Of is a metric amount as it is said: 28 °C are 82 °F, 1,500 m are 4,900 ft.
func (s Scale) Of(metric float64) float64 {
	return math.Round((metric*s.per+s.zero)/s.step) * s.step
}

// Metric is the amount that is stored of one that was said.
func (s Scale) Metric(said float64) float64 { return (said - s.zero) / s.per }

// Number writes an amount on the scale: "82", "4,900", "11.5".
func (s Scale) Number(said float64) string {
	if said == math.Trunc(said) {
		return Thousands(int(said))
	}
	return strings.TrimSuffix(strconv.FormatFloat(said, 'f', 1, 64), ".0")
}

// Say writes a metric amount: "82 °F", "4,900 ft".
func (s Scale) Say(metric float64) string { return s.Number(s.Of(metric)) + " " + s.Name }
