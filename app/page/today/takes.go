package today

import (
	"math"
	"strconv"
	"strings"
)

// How long a repetition takes, in seconds, and by how much getting ready and resting
// lengthen it all (ours).
const (
	secondsEach = 4
	withRests   = 1.4
)

// takes is about how many minutes a dose takes, read as a runner reads it: "3 x 30 s a
// side", "2 x 10", "3 x 10 x 5 s", "10 to 20 min". 0 for one that names no amount.
func takes(dose string) float64 {
	dose, _, _ = strings.Cut(dose, ";")
	total, before := 0.0, ""
	unit := float64(secondsEach)
	for _, w := range strings.Fields(strings.ReplaceAll(dose, ",", " ")) {
		n, err := strconv.ParseFloat(w, 64)
		switch {
		case err == nil && total == 0:
			total = n
		case err == nil && before == "x":
			total *= n
		case w == "s":
			unit = 1
		case w == "min":
			return total
		}
		before = w
	}
	if strings.Contains(dose, "side") {
		total *= 2
	}
	return math.Round(total * unit * withRests / 60)
}
