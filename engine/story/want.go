package story

import (
	"fmt"
	"strings"

	"rebound/engine/diary"
)

// Want is what is expected of one date; what is not said is not looked at.
type Want struct {
	Date    diary.Date
	Action  string // "-" for any; "!" in front for any but this
	Evening bool   // the day goes on, and its run is known
	Fields  [][2]string
}

// ParseWants reads lines of
//
//	DATE[..DATE] ACTION [KEY=VALUE]... [evening]
//
// A date is as it stood that morning, or as it is that evening. ACTION is "-" for any, or
// begins with "!" for any but this. Keys: level, confidence; hrv, resting_hr, sleep (a
// state, or a state and the days out as adverse/3); because and without (reason codes
// that must, or must not, be there, with commas); reason (the code of the first); reasons
// (the codes of all, in order); week and noweek (a kind of session that the coming week
// must, or must not, hold); scaled (7x0.70: so many days of the coming week are
// that share of the usual and without quality, the days after them untouched);
// and those that the tests of package engine explain.
func ParseWants(text string) ([]Want, error) {
	var out []Want
	err := words("want", text, func(words []string) error {
		from, to, err := parseDates(words[0])
		if err != nil {
			return err
		}
		w := Want{}
		if n := len(words); words[n-1] == "evening" {
			w.Evening, words = true, words[:n-1]
		}
		if len(words) < 2 {
			return fmt.Errorf("a want is DATE ACTION")
		}
		w.Action = words[1]
		for _, word := range words[2:] {
			key, value, ok := strings.Cut(word, "=")
			if !ok {
				return fmt.Errorf("%q is not KEY=VALUE", word)
			}
			w.Fields = append(w.Fields, [2]string{key, value})
		}
		for w.Date = from; w.Date <= to; w.Date++ {
			out = append(out, w)
		}
		return nil
	})
	return out, err
}
