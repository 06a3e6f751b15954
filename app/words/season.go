package words

import (
	"fmt"
	"slices"
	"strings"

	"rebound/app/unit"
	"rebound/app/wire"
	"rebound/engine/coach"
)

// turnOrder is the order in which changes of a day are counted, and turnNames their names:
// of one, and within a count of one and of several.
var (
	turnOrder = []coach.TurnKind{coach.TurnCut, coach.TurnHold, coach.TurnDeload, coach.TurnStop}
	turnNames = [...][3]string{
		{"Lighter week", "lighter week", "lighter weeks"},
		{"Hold on hard sessions", "hold on hard sessions", "holds on hard sessions"},
		{"Step-back week", "step-back week", "step-back weeks"},
		{"Stop", "stop", "stops"},
	}
)

// Season is a year looked back on, of those that a diary has.
func Season(s coach.Season, years []int, o Options) wire.Season {
	out := wire.Season{Year: s.From.Time().Year(), Years: years, Turns: []wire.Turn{}, Weeks: make([]wire.SeasonWeek, 0, len(s.Weeks))}
	out.Summary = seasonSummary(&s, out.Year)
	for _, w := range s.Weeks {
		week := wire.SeasonWeek{Start: w.Start, Ill: w.Ill, Level: string(w.Level)}
		if w.Known {
			load := whole(w.Load)
			week.Load = &load
		}
		if w.Days > 0 {
			week.Verdict = strings.ToLower(wordOf(w.Level)) + ", " + Count(w.Days, "day")
		}
		if w.RaceKm > 0 {
			week.Race = unit.Distance(w.RaceKm, o.Miles)
		}
		out.Weeks = append(out.Weeks, week)
	}
	for i := len(s.Turns) - 1; i >= 0; i-- {
		out.Turns = append(out.Turns, o.turn(&s.Turns[i]))
	}
	return out
}

// seasonSummary counts what changed a day: "In 2026: 3 lighter weeks, 1 of them declined,
// and 2 stops."
func seasonSummary(s *coach.Season, year int) string {
	var parts []string
	for i, kind := range turnOrder {
		n, declined := 0, 0
		for j := range s.Turns {
			if x := &s.Turns[j]; x.Kind == kind {
				n++
				if x.Decided == coach.Declined {
					declined++
				}
			}
		}
		if n == 0 {
			continue
		}
		text := fmt.Sprintf("%d %s", n, turnNames[i][min(n, 2)])
		if declined > 0 {
			text += fmt.Sprintf(" (%d declined)", declined)
		}
		parts = append(parts, text)
	}
	if len(parts) == 0 {
		return fmt.Sprintf("In %d no week was made lighter, hard sessions were never on hold, and there was no stop.", year)
	}
	return fmt.Sprintf("In %d: %s.", year, List(parts))
}

// turn is one of them, and what came after, in order.
func (o Options) turn(x *coach.Turn) wire.Turn {
	out := wire.Turn{Kind: string(x.Kind), From: x.From, Title: turnNames[slices.Index(turnOrder, x.Kind)][0], When: spanOf(x.From, x.To, Day)}
	switch {
	case x.Kind == coach.TurnStop: // nobody's to decline
	case x.Decided == coach.Declined:
		out.Decided = "You declined it."
	case x.Decided == coach.Accepted:
		out.Decided = "You accepted it."
	}
	if len(x.Out) > 0 {
		out.After = append(out.After, signalsAfter(x))
	}
	return o.nextAfter(out, x)
}

// signalsAfter says when the signals that were out were back.
func signalsAfter(x *coach.Turn) string {
	var out []string
	for _, k := range x.Out {
		out = append(out, kindNouns[k])
	}
	what, was := upper(List(out)), "was"
	if len(out) > 1 {
		was = "were"
	}
	switch {
	case x.Back > 0:
		return fmt.Sprintf("%s %s out of range. All signals were back in range %s after it began.", what, was, Count(x.Back, "day"))
	case x.Waits:
		return fmt.Sprintf("%s %s out of range, and not every signal has been back in range since.", what, was)
	}
	return fmt.Sprintf("%s %s out of range, and not every signal was back in range in the 60 days after it.", what, was)
}

// nextAfter says what hard running came next.
func (o Options) nextAfter(out wire.Turn, x *coach.Turn) wire.Turn {
	n := &x.Next
	text := "No hard session or race in the four weeks after it began."
	switch {
	case n.Date != 0:
		what := "hard session"
		if n.Race {
			what = "race"
		}
		text = fmt.Sprintf("Next %s: %s after it began", what, Count(int(n.Date-x.From), "day"))
		if n.Km > 0 {
			text += ", " + unit.Distance(n.Km, o.Miles)
		}
		if n.Minutes > 0 {
			text += " in " + unit.Hours(n.Minutes)
		}
		text += [...]string{".", "; it felt as hard as expected.", "; it felt harder than expected."}[slices.Index(felts, n.Felt)]
	case n.Waits:
		text = "No hard session or race since."
	}
	out.After = append(out.After, text)
	return out
}

var felts = []coach.Felt{coach.FeltUnsaid, coach.FeltAsIs, coach.FeltHarder}
