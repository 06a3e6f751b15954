package words

import (
	"fmt"
	"math"

	"rebound/engine"
	"rebound/engine/diary"
	"rebound/engine/rule"
	"rebound/engine/signal"
)

// What is said of a signal in range whose average lies outside the normal range all the
// same: that it does, on every screen that shows the range, and why it changes nothing.

// badWords and goodWords are how such a signal stands, by the side of its range.
var (
	badWords  = [diary.Kinds]string{"low", "high", "short"}
	goodWords = [diary.Kinds]string{"higher than usual", "lower than usual", "longer than usual"}
)

// standing is how a signal in range stands: "in range", "a little low", "longer than
// usual". What one day has taken far from the range is not little.
func standing(s *signal.State, rules *rule.Settings) string {
	switch {
	case s.Past == signal.Inside:
		return "in range"
	case !s.Past.Bad():
		return goodWords[s.Kind]
	case s.Past == signal.OneDay && math.Abs(s.Z) >= rules.UnusualK:
		return fmt.Sprintf("%s after one odd %s", badWords[s.Kind], dayOf(*s))
	}
	return "a little " + badWords[s.Kind]
}

// pastWhy is why a signal past its range on the bad side changes nothing: a sentence, or ""
// where there is nothing to explain.
func pastWhy(s *signal.State, rules *rule.Settings) string {
	why := ""
	switch sleep := s.Kind == diary.Sleep; {
	case !s.Past.Bad():
		return ""
	case s.Past == signal.OneDay:
		why = fmt.Sprintf("One %s alone accounts for it", dayOf(*s))
	case s.Past == signal.Leaning && sleep:
		why = "With one of its nights left out it would not be short enough to count"
	case s.Past == signal.Leaning:
		why = "With its highest day left out it would be too little to count"
	case s.Past == signal.NotShort:
		why = fmt.Sprintf("It is still %s or more a night", Hours(rules.SleepShort))
	case s.Past == signal.FewShort:
		why = fmt.Sprintf("It takes %s under %s to count", Count(int(rules.SleepShortDays), "night"), Hours(rules.SleepShort))
	case sleep:
		why = fmt.Sprintf("It takes %s less than usual to count", Hours(rules.SleepDrop))
	default:
		why = fmt.Sprintf("It takes a rise of %.1f bpm to count", s.Baseline.Rise(rules.GateK, rules))
	}
	return why + ", so it changes nothing."
}

// outlier is the reason of a condition that holds by one day alone.
func outlier(s *signal.State) string {
	text := "Only a single day puts %s outside your normal range, and one outlier decides nothing."
	switch s.Past {
	case signal.Inside: // as it is shown
		text = "Only a single day takes %s to the edge of your normal range, and one outlier decides nothing."
	case signal.Leaning:
		text = "Only with its most extreme day is %s far enough out to count, and one outlier decides nothing."
	}
	return fmt.Sprintf(text, kindNouns[s.Kind])
}

// rangeOf is a normal range as it is shown, without its unit: "58 to 65".
func rangeOf(s *signal.State) string {
	return number(s.Kind, natural(s.Kind, s.Baseline.Low)) + " to " + number(s.Kind, natural(s.Kind, s.Baseline.High))
}

// offNow says of the signals in range that are past it on the bad side that they are: of
// one, of two, or of all three in few words; "" where none is.
func offNow(r *engine.Report, rules *rule.Settings) string {
	var kinds, off []string
	for i := range r.Signals {
		s := &r.Signals[i]
		if !s.Past.Bad() {
			continue
		}
		verb := " "
		if len(off) == 0 {
			verb = " is "
		}
		kinds, off = append(kinds, kindNouns[s.Kind]), append(off, kindNouns[s.Kind]+verb+standing(s, rules))
	}
	if len(off) == diary.Kinds {
		return upper(List(kinds)) + " are a little off"
	}
	return upper(List(off))
}
