package engine_test

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"rebound/engine/diary"
)

// did reads what a runner does and measures beside running:
//
//	DATES reaction MS                     ten responses around that mean
//	DATES screen TEST SIDE VALUE          SIDE is left, right, both or none
//	DATES tick CODE[,CODE...] | period | ran | not_ran
//	DATES report MIN [km=8] [rpe=4] [pain=0] [start=HH:MM]   a run without a file; MIN 0 is not said
//	DATE ill WHERE [DATE]                 an illness from DATE on, to a last day
//	DATES walk MIN [PAIN]
//	DATES typed KIND VALUE [watch|own]    a number of a morning, and whose it is
//	DATES correct KIND VALUE|out|off      a reading that the watch got wrong
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
	case (words[0] == "typed" || words[0] == "correct") && len(words) >= 3:
		return true, byHand(f, diary.Stamp{At: at, Date: d}, words)
	case words[0] == "period" && len(words) == 1:
		f.Periods = []diary.Period{{Stamp: diary.Stamp{At: at, Date: d}}}
		return true, nil
	case words[0] == "report" && len(words) > 1:
		r, err := report(d, at, words[1:])
		f.Runs = []diary.Run{r}
		return true, err
	case words[0] == "not_ran" && len(words) == 1:
		f.NotRan = []diary.NotRan{{Stamp: diary.Stamp{At: at, Date: d}, To: d}}
		return true, nil
	case words[0] == "ran" && len(words) == 1:
		f.Ran = []diary.Ran{{Stamp: diary.Stamp{At: at, Date: d}}}
		return true, nil
	case words[0] == "ill" && (len(words) == 2 || len(words) == 3):
		x := diary.Illness{Stamp: diary.Stamp{At: at, Date: d}, Where: diary.Where(words[1])}
		if len(words) == 3 {
			x.To, err = diary.ParseDate(words[2])
		}
		f.Illnesses = []diary.Illness{x}
		return true, err
	case words[0] == "walk" && (len(words) == 2 || len(words) == 3):
		minutes, err := strconv.ParseFloat(words[1], 32)
		w := diary.Walk{Stamp: diary.Stamp{At: at, Date: d}, Minutes: float32(minutes), Pain: diary.Unsaid}
		if len(words) == 3 && err == nil {
			var pain int
			pain, err = strconv.Atoi(words[2])
			w.Pain = diary.Score(pain)
		}
		f.Walks = []diary.Walk{w}
		return true, err
	}
	return false, nil
}

// byHand reads a number that the runner typed or corrected.
func byHand(f *diary.File, s diary.Stamp, words []string) (err error) {
	k := slices.IndexFunc([]diary.Kind{diary.HRV, diary.RestingHR, diary.Sleep}, func(k diary.Kind) bool { return k.String() == words[1] })
	if k < 0 {
		return fmt.Errorf("no signal is called %s", words[1])
	}
	kind, value := diary.Kind(k), 0.0
	switch {
	case words[2] == "out" || words[2] == "off":
	case kind == diary.Sleep:
		var minutes int
		minutes, err = parseClock(words[2])
		value = float64(minutes)
	default:
		value, err = strconv.ParseFloat(words[2], 64)
	}
	if words[0] == "correct" {
		f.Corrections = []diary.Correction{{Stamp: s, Kind: kind, Value: value, Discard: words[2] == "out", Off: words[2] == "off"}}
		return err
	}
	t := diary.Typed{Stamp: s, Kind: kind, Value: value}
	if len(words) > 3 {
		t.As = diary.Reading(slices.Index(diary.ReadingNames[:], words[3]))
	}
	f.Typed = []diary.Typed{t}
	return err
}

func report(d diary.Date, at int64, words []string) (r diary.Run, err error) {
	r = diary.Run{Stamp: diary.Stamp{At: at, Date: d}, RPE: diary.Unsaid, Pain: diary.Unsaid}
	for _, word := range append([]string{"min=" + words[0]}, words[1:]...) {
		key, value, _ := strings.Cut(word, "=")
		if key == "start" {
			minute, err := parseClock(value)
			if r.Start = int64(d)*86400 + int64(minute)*60; err != nil {
				return r, err
			}
			continue
		}
		v, err := strconv.ParseFloat(value, 32)
		if err != nil {
			return r, err
		}
		switch key {
		case "min":
			r.Minutes = float32(v)
		case "km":
			r.Km = float32(v)
		case "rpe":
			r.RPE = diary.Score(v)
		case "walks":
			r.Sub = diary.RunWalk
		case "pain":
			r.Pain = diary.Score(v)
		default:
			return r, fmt.Errorf("a report has no %q", key)
		}
	}
	return r, nil
}
