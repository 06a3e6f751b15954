package words

import (
	"math"
	"strconv"
	"strings"
	"testing"
)

// The minutes of an exercise are those of its dose, read as a runner reads it: sets times
// repetitions of four seconds, or of so many seconds, on both sides, and 0.4 of it again
// to get ready and rest.
func TestMinutesAreTheDoses(t *testing.T) {
	for code, x := range instructions {
		total, unit, stated, ranged := 0.0, 4.0, false, false
		for _, w := range strings.Fields(strings.ReplaceAll(x.dose, ",", " ")) {
			n, err := strconv.ParseFloat(w, 64)
			switch {
			case err == nil && total == 0:
				total = n
			case err == nil && !ranged: // of a range, the less
				total *= n
			case w == "to":
				ranged = true
			case w == "s":
				unit = 1
			case w == "min":
				stated = true
			}
		}
		if strings.Contains(x.dose, "side") {
			total *= 2
		}
		want := math.Round(total * unit * 1.4 / 60)
		if stated {
			want = total
		}
		if x.minutes != want {
			t.Errorf("%s, %s: %v min, want %v", code, x.dose, x.minutes, want)
		}
	}
}

// The short answer is how the long one begins, where that is an answer.
func TestShortAnswers(t *testing.T) {
	for code, a := range answers {
		if a.short == "" {
			t.Errorf("%s has no answer", code)
		}
		if head, _, _ := strings.Cut(a.text, "."); len(head) <= len("Not yet") && !strings.EqualFold(head, a.short) {
			t.Errorf("%q is short for %q", a.short, a.text)
		}
	}
}
