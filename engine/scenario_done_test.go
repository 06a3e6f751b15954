package engine_test

import (
	"strconv"
	"strings"

	"rebound/engine/diary"
)

// did reads what a runner does and measures beside running:
//
//	DATES reaction MS                     ten responses around that mean
//	DATES screen TEST SIDE VALUE          SIDE is left, right, both or none
//	DATES tick CODE[,CODE...] | period | ran
func did(f *diary.File, at int64, d diary.Date, words []string) (done bool, err error) {
	switch {
	case words[0] == "reaction" && len(words) == 2:
		ms, err := strconv.ParseFloat(words[1], 32)
		r := diary.Reaction{Stamp: diary.Stamp{At: at, Date: d}}
		for i := range 10 {
			r.Trials = append(r.Trials, float32(ms)+float32(i)-4.5)
		}
		f.Reactions = []diary.Reaction{r}
		return true, err
	case words[0] == "screen" && len(words) == 4:
		v, err := strconv.ParseFloat(words[3], 32)
		sides := []string{words[2]}
		switch words[2] {
		case "both":
			sides = []string{"left", "right"}
		case "none":
			sides = []string{""}
		}
		for _, side := range sides {
			f.Screens = append(f.Screens, diary.Screen{Stamp: diary.Stamp{At: at, Date: d}, Test: words[1], Side: diary.Side(side), Value: float32(v)})
		}
		return true, err
	case words[0] == "tick" && len(words) == 2:
		for _, code := range strings.Split(words[1], ",") {
			f.Ticks = append(f.Ticks, diary.Tick{Stamp: diary.Stamp{At: at, Date: d}, Code: code})
		}
		return true, nil
	case words[0] == "period" && len(words) == 1:
		f.Periods = []diary.Period{{Stamp: diary.Stamp{At: at, Date: d}}}
		return true, nil
	case words[0] == "ran" && len(words) == 1:
		f.Ran = []diary.Ran{{Stamp: diary.Stamp{At: at, Date: d}}}
		return true, nil
	}
	return false, nil
}
