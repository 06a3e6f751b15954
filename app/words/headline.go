package words

import (
	"fmt"
	"slices"

	"rebound/engine"
	"rebound/engine/diary"
	"rebound/engine/rule"
	"rebound/engine/signal"
	"rebound/engine/verdict"
)

// headline is the verdict in one sentence.
func headline(r engine.Report, rules rule.Settings, o Options) string {
	if racesToday(r) {
		return raceDay(r, rules, o)
	}
	if text := nothingNew(&r, &rules); text != "" {
		return text
	}
	return verdictOf(r, rules, o)
}

// verdictOf is the same of any day, a race's or not.
func verdictOf(r engine.Report, rules rule.Settings, o Options) string {
	switch r.Action {
	case verdict.Stop, verdict.SeeClinician, verdict.Modify:
		return bodyHeadline(r, rules, o)
	case verdict.ReturnToRun:
		return returning(r, rules)
	case verdict.CutWeek:
		return cut(r, rules)
	case verdict.HoldQuality:
		return hold(r, rules, o)
	case verdict.Deload:
		return fmt.Sprintf("A step-back week: about %s, so that your training can sink in.", shareOf(rules.DeloadScale, "the running"))
	case verdict.Progress:
		return progress(r, rules)
	}
	if _, _, ok := soonest(r); ok {
		return unread(r)
	}
	return "Not enough data yet: too few days of readings, and no runs."
}

// side is which way a signal is out.
func side(k diary.Kind) string {
	if k == diary.RestingHR {
		return "above"
	}
	return "below"
}

// out names the signals that are adverse: "HRV has been below your normal range for 4 days
// and resting heart rate above it for 3 days", "HRV is below your normal range today".
func out(r engine.Report) string {
	var parts []string
	since := false // the first has been out for days
	for _, s := range r.Signals {
		if s.Name != signal.Adverse {
			continue
		}
		verb, how := "has been", forDays(s.DaysOut)
		if s.DaysOut <= 1 {
			verb = "is"
		}
		switch {
		case len(parts) == 0:
			since = s.DaysOut > 1
			parts = append(parts, fmt.Sprintf("%s %s %s your normal range %s", kindNouns[s.Kind], verb, side(s.Kind), how))
		case s.DaysOut <= 1:
			parts = append(parts, fmt.Sprintf("%s is %s it today", kindNouns[s.Kind], side(s.Kind)))
		case since:
			parts = append(parts, fmt.Sprintf("%s %s it %s", kindNouns[s.Kind], side(s.Kind), how))
		default:
			parts = append(parts, fmt.Sprintf("%s has been %s it %s", kindNouns[s.Kind], side(s.Kind), how))
		}
	}
	return upper(List(parts))
}

// names lists the signals in a state.
func names(r engine.Report, state signal.Name) []string {
	var list []string
	for _, s := range r.Signals {
		if s.Name == state {
			list = append(list, kindNouns[s.Kind])
		}
	}
	return list
}

// looks begins a sentence on signals in range of which none is past it on the bad side: "HRV
// looks normal for you", "HRV and sleep look normal or better for you".
func looks(r *engine.Report, in []string) string {
	verb, how := " look", " normal"
	if len(in) == 1 {
		verb = " looks"
	}
	if slices.ContainsFunc(r.Signals[:], func(s signal.State) bool { return s.Past == signal.Better }) {
		how = " normal or better"
	}
	return upper(List(in)) + verb + how + " for you"
}

func are(n int) string {
	if n == 1 {
		return "is"
	}
	return "are"
}

func cut(r engine.Report, rules rule.Settings) string {
	c := r.Cuts.Last
	day := int(r.Date-c.Fired) + 1
	at := fmt.Sprintf("day %d of the lighter week, until %s", day, Soon(c.Until, r.Date))
	if c.Until <= r.Date {
		at = "the last day of the lighter week"
	}
	if what := out(r); what != "" && day == 1 {
		return fmt.Sprintf("%s, so the next %s are lighter. Your goal does not change.", what, span(rules.CutLength))
	} else if what != "" {
		return fmt.Sprintf("%s: %s.", what, at)
	}
	if unknown := names(r, signal.Unknown); len(unknown) > 0 {
		return fmt.Sprintf("%s. %s %s not known today.", upper(at), upper(List(unknown)), are(len(unknown)))
	}
	return fmt.Sprintf("Your signals are coming back: %s.", at)
}

func hold(r engine.Report, rules rule.Settings, o Options) string {
	x := heldBy(r, rules, o)
	return x.fact + x.then
}

// held is why hard sessions wait, and, apart from it, that they do: on the day of a race
// only the first is said.
type held struct {
	fact, then string
	refer      bool // a doctor should look
}

const waits = ", so the next hard session waits."

func heldBy(r engine.Report, rules rule.Settings, o Options) held {
	if slices.ContainsFunc(r.Reasons, heldByRace) {
		return held{fact: racedWhat(&r.Raced, o), then: fmt.Sprintf(", so take it easy or rest until %s.", LongDay(r.Raced.Until))}
	}
	for _, x := range r.Reasons {
		switch x.Code {
		case verdict.SignalRefers:
			return held{outFor(x), ": hard sessions wait, and it is time to see a doctor.", true}
		case verdict.SignalHolds:
			return held{fact: outFor(x), then: waits}
		case verdict.HardInWindow:
			return held{fact: fmt.Sprintf("%s, after a hard session on %s", out(r), x.Date.Weekday()), then: waits}
		case verdict.EasyPaceFails:
			return easyHold(r, rules)
		case verdict.CheckInAdverse, verdict.Persistent:
			return bodyHold(r, x, rules)
		}
	}
	return held{then: "The next hard session waits."}
}

func progress(r engine.Report, rules rule.Settings) string {
	if r.Declined != "" {
		return declined(r)
	}
	in, high, unknown := names(r, signal.InRange), names(r, signal.Unusual), names(r, signal.Unknown)
	if len(unknown) == diary.Kinds {
		if runsUnknown(r) {
			return fmt.Sprintf("Nothing has come in since %s, so there is nothing to judge today by: go by feel.", past(r.Seen, r.Date))
		}
		return unread(r)
	}
	then, late := "train as planned.", overdue(r)
	if r.Race.Date != 0 {
		then, late = "", ""
	}
	if slices.ContainsFunc(r.Reasons, func(x verdict.Reason) bool { return x.Code == verdict.Rebuild }) {
		then = "keep running, all of it easy, until your weeks are back to their old volume."
	}
	tail, alone := ".", "" // of a sentence, and as one of its own
	if then != "" {
		tail, alone = ": "+then, " "+upper(then)
	}
	if late != "" {
		tail, alone = tail+" "+upper(late), alone+" "+upper(late)
	}
	if len(unknown) > 0 {
		fact := List(unknown) + " " + are(len(unknown)) + " not known"
		tail, alone = ", and "+fact+tail, " "+upper(fact)+tail
	}
	asks, asked := asksWhy(r)
	off := offNow(&r, &rules)
	switch what := out(r); {
	case asked:
		return outFor(asks) + ". Could it be illness, heat, alcohol or stress?" + alone
	case what != "":
		return what + ", which on its own changes nothing yet" + tail
	case len(high) > 0:
		return "HRV is unusually high for you, which is not always good news, and nothing else is out" + tail
	case off != "":
		return off + ", but not enough to change anything" + tail
	}
	return looks(&r, in) + tail
}

// runsUnknown reports whether there is no record at all of late.
func runsUnknown(r engine.Report) bool {
	return slices.ContainsFunc(r.Reasons, func(x verdict.Reason) bool { return x.Code == verdict.RunsUnknown })
}

// overdue says how long the last lighter week is back, where one is overdue: what "Why?"
// says of it is said on the front too. "" where none is.
func overdue(r engine.Report) string {
	for _, x := range r.Reasons {
		if x.Code == verdict.DeloadOverdue {
			if x.Value > verdict.WeeksSeen {
				return fmt.Sprintf("a step-back week is overdue: none in the last %d weeks.", verdict.WeeksSeen)
			}
			return fmt.Sprintf("a step-back week is overdue: this is the %s week without one.", Ordinal(int(x.Value)))
		}
	}
	return ""
}
