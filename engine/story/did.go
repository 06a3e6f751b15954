package story

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"rebound/engine/diary"
)

// did reads what a runner does, measures and reports beside that.
func did(f *diary.File, at diary.Stamp, words []string) (done bool, err error) {
	switch {
	case words[0] == "reaction" && len(words) == 2:
		r := diary.Reaction{Stamp: at}
		r.Trials, err = trials(words[1])
		f.Reactions = []diary.Reaction{r}
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
			f.Screens = append(f.Screens, diary.Screen{Stamp: at, Test: words[1], Side: diary.Side(side), Value: float32(v)})
		}
		return true, err
	case words[0] == "tick" && len(words) == 2:
		for _, code := range strings.Split(words[1], ",") {
			f.Ticks = append(f.Ticks, diary.Tick{Stamp: at, Code: code})
		}
	case (words[0] == "typed" || words[0] == "correct") && len(words) >= 3:
		err = byHand(f, at, words)
	case words[0] == "strap" && len(words) == 3:
		var ms, bpm float64
		if ms, err = strconv.ParseFloat(words[1], 32); err == nil {
			bpm, err = strconv.ParseFloat(words[2], 32)
		}
		f.Straps = []diary.Strap{{Stamp: at, RMSSD: float32(ms), HR: float32(bpm)}}
	case words[0] == "period" && len(words) == 1:
		f.Periods = []diary.Period{{Stamp: at}}
	case words[0] == "report" && len(words) > 1:
		r, err := report(at, words[1:])
		f.Runs = []diary.Run{r}
		return true, err
	case words[0] == "not_ran" && len(words) == 1:
		f.NotRan = []diary.NotRan{{Stamp: at, To: at.Date}}
	case words[0] == "ran" && len(words) == 1:
		f.Ran = []diary.Ran{{Stamp: at}}
	case words[0] == "ill" && (len(words) == 2 || len(words) == 3):
		x := diary.Illness{Stamp: at, Where: diary.Where(words[1])}
		if len(words) == 3 {
			x.To, err = diary.ParseDate(words[2])
		}
		f.Illnesses = []diary.Illness{x}
	case words[0] == "walk" && (len(words) == 2 || len(words) == 3):
		minutes, err := strconv.ParseFloat(words[1], 32)
		w := diary.Walk{Stamp: at, Minutes: float32(minutes), Pain: diary.Unsaid}
		if len(words) == 3 && err == nil {
			var pain uint64
			pain, err = strconv.ParseUint(words[2], 10, 8)
			w.Pain = diary.Score(pain)
		}
		f.Walks = []diary.Walk{w}
		return true, err
	default:
		return false, nil
	}
	return true, err
}

// trials reads the times of a reaction test; of one number ten around it.
func trials(spec string) (out []float32, err error) {
	list := strings.Split(spec, ",")
	for _, text := range list {
		ms, err := strconv.ParseFloat(text, 32)
		if err != nil {
			return nil, err
		}
		out = append(out, float32(ms))
	}
	if len(list) > 1 {
		return out, nil
	}
	mean := out[0]
	out = nil
	for i := range 10 {
		out = append(out, mean+float32(i)-4.5)
	}
	return out, nil
}

// byHand reads a number that the runner typed or corrected.
func byHand(f *diary.File, s diary.Stamp, words []string) error {
	kind, err := kindOf(words[1])
	if err != nil {
		return err
	}
	value := 0.0
	if words[2] != "out" && words[2] != "off" {
		if value, err = reading(kind.String(), words[2]); err != nil {
			return err
		}
	}
	if words[0] == "correct" {
		f.Corrections = []diary.Correction{{Stamp: s, Kind: kind, Value: value, Discard: words[2] == "out", Off: words[2] == "off"}}
		return nil
	}
	t := diary.Typed{Stamp: s, Kind: kind, Value: value}
	if len(words) > 3 {
		as := slices.Index(diary.ReadingNames[:], words[3])
		if as < 0 {
			return fmt.Errorf("a number is the watch's or the runner's own, not %q", words[3])
		}
		t.As = diary.Reading(as)
	}
	f.Typed = []diary.Typed{t}
	return nil
}

func report(at diary.Stamp, words []string) (r diary.Run, err error) {
	r = diary.Run{Stamp: at, RPE: diary.Unsaid, Pain: diary.Unsaid}
	for _, word := range append([]string{"min=" + words[0]}, words[1:]...) {
		key, value, _ := strings.Cut(word, "=")
		if key == "start" {
			if r.Start, err = moment(at.Date, value); err != nil {
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
