package words

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"rebound/app/unit"
	"rebound/app/wire"
	"rebound/engine/coach"
	"rebound/engine/diary"
	"rebound/engine/verdict"
)

// turnOrder is the order in which changes of a day are counted, and turnNames their names:
// of one in a list, and in a count of one and of several.
var (
	turnOrder = []coach.TurnKind{coach.TurnCut, coach.TurnHold, coach.TurnDeload, coach.TurnStop}
	turnNames = [...][3]string{
		{"Lighter week", "lighter week", "lighter weeks"},
		{"Hard sessions on hold", "hold on hard sessions", "holds on hard sessions"},
		{"Step-back week", "step-back week", "step-back weeks"},
		{"Stop", "stop", "stops"},
	}
)

// Season is a year looked back on, of those that a diary has; year 0 is the last twelve
// months.
func Season(s coach.Season, year int, years []int, o Options) wire.Season {
	out := wire.Season{Year: year, Years: years, Name: "The last 12 months", Turns: []wire.Turn{}, Weeks: make([]wire.SeasonWeek, 0, len(s.Weeks))}
	when := "In the last 12 months"
	if year != 0 {
		out.Name = strconv.Itoa(year)
		when = "In " + out.Name
	}
	out.Counts = turnCounts(s.Turns)
	out.Summary = seasonSummary(when, out.Counts)
	for i := range s.Weeks {
		out.Weeks = append(out.Weeks, o.seasonWeek(&s.Weeks[i]))
	}
	for i := len(s.Turns) - 1; i >= 0; i-- {
		out.Turns = append(out.Turns, o.turn(&s.Turns[i]))
	}
	return out
}

func turnCounts(turns []coach.Turn) (out []wire.TurnCount) {
	for i, kind := range turnOrder {
		n, declined := 0, 0
		for j := range turns {
			if x := &turns[j]; x.Kind == kind {
				n++
				if x.Decided == coach.Declined {
					declined++
				}
			}
		}
		c := wire.TurnCount{N: n, Name: turnNames[i][2]}
		if n == 1 {
			c.Name = turnNames[i][1]
		}
		if declined > 0 {
			c.Note = fmt.Sprintf("%d declined", declined)
		}
		out = append(out, c)
	}
	return out
}

// seasonSummary counts what changed a day: "In 2026: 3 lighter weeks (1 declined) and
// 2 stops."
func seasonSummary(when string, counts []wire.TurnCount) string {
	var parts []string
	for _, c := range counts {
		if c.N == 0 {
			continue
		}
		text := fmt.Sprintf("%d %s", c.N, c.Name)
		if c.Note != "" {
			text += " (" + c.Note + ")"
		}
		parts = append(parts, text)
	}
	if len(parts) == 0 {
		return when + " no week was made lighter, hard sessions were never on hold, and there was no stop."
	}
	return when + ": " + List(parts) + "."
}

// seasonWeek is a week: what its mornings asked at the gravest, its race, illness and load.
func (o Options) seasonWeek(w *coach.SeasonWeek) wire.SeasonWeek {
	out := wire.SeasonWeek{Start: w.Start, Ill: w.Ill, Level: string(w.Level), Day: w.Day}
	var parts []string
	if w.Days > 0 {
		out.Verdict = strings.ToLower(wordOf(w.Level)) + ", " + Count(w.Days, "day")
		parts = append(parts, out.Verdict)
		if w.Level == verdict.LevelGo && w.Days == 7 {
			parts[0] = "go all week"
		}
	}
	if x := w.Race; x != nil {
		out.Race, out.Like = strings.Join(nonEmpty(raceCalled(x.Name), o.ranKm(x.Km)), ", "), x.Like
		what := "race"
		if x.Like {
			what = "a run as hard as a race"
		}
		parts = append(parts, strings.Join(nonEmpty(what, out.Race), ": "))
	}
	if w.Ill {
		parts = append(parts, "ill")
	}
	if w.Known {
		load := whole(w.Load)
		out.Load = &load
		parts = append(parts, fmt.Sprintf("load %.0f", load))
	}
	out.Text = upper(strings.Join(parts, "; "))
	return out
}

// ranKm is how far a run was; "" where that is not known.
func (o Options) ranKm(km float64) string {
	if km <= 0 {
		return ""
	}
	return unit.Distance(km, o.Miles)
}

// turn is one of them, and what came after, in order.
func (o Options) turn(x *coach.Turn) wire.Turn {
	out := wire.Turn{Kind: string(x.Kind), From: x.From, Title: turnNames[slices.Index(turnOrder, x.Kind)][0], When: spanOf(x.From, x.To, Day)}
	switch {
	case x.Kind == coach.TurnStop: // nobody's to decline
	case x.Decided == coach.Declined:
		out.When += ", declined"
		out.After = append(out.After, "You declined it.")
	case x.Decided == coach.Accepted:
		out.When += ", accepted"
		out.After = append(out.After, "You accepted it.")
	}
	if x.Hard > 0 && x.Kind != coach.TurnDeload { // which has one, only fewer
		out.After = append(out.After, fmt.Sprintf("You ran %s on those days.", Count(x.Hard, "hard session")))
	}
	if len(x.Out) > 0 {
		out.After = append(out.After, signalsAfter(x))
	}
	out.After = append(out.After, o.nextAfter(x))
	if r := x.Race; r != nil {
		out.After = append(out.After, o.nextRace(r)+strings.Join(nonEmpty(afterEnd(x, r.Date), o.ranKm(r.Km)), ", ")+".")
	}
	return out
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
	case x.Back > x.To:
		return fmt.Sprintf("%s %s out of range. All signals were back in range %s.", what, was, afterEnd(x, x.Back))
	case x.Back > 0:
		return fmt.Sprintf("%s %s out of range. All signals were back in range after %s, before it ended.", what, was, Count(int(x.Back-x.From), "day"))
	case x.Waits:
		return fmt.Sprintf("%s %s out of range, and not every signal has been back in range since.", what, was)
	}
	return fmt.Sprintf("%s %s out of range, and not every signal was back in range within %d days of its end.", what, was, coach.BackWithin)
}

// afterEnd is how long after a turn's last day a date is.
func afterEnd(x *coach.Turn, t diary.Date) string {
	return Count(int(t-x.To), "day") + " after it ended"
}

// nextAfter says what hard running came next.
func (o Options) nextAfter(x *coach.Turn) string {
	n := &x.Next
	switch {
	case x.Lasts:
		return "As far as Rebound knows, it is not over yet."
	case n.Date == 0 && n.Waits:
		return "No hard session or race since."
	case n.Date == 0:
		return fmt.Sprintf("No hard session or race in the %d days after it ended.", coach.NextWithin)
	}
	text := "Next hard session: "
	if r := n.Race; r != nil && !r.Like {
		text = o.nextRace(r)
	}
	text += afterEnd(x, n.Date)
	if n.Km > 0 {
		text += ", " + unit.Distance(n.Km, o.Miles)
	}
	if n.Minutes > 0 {
		text += " in " + unit.Hours(n.Minutes)
	}
	return text + [...]string{".", "; it felt as hard as expected.", "; it felt harder than expected."}[slices.Index(felts, n.Felt)]
}

// nextRace begins a sentence on a race that came after.
func (o Options) nextRace(r *coach.Race) string {
	if name := raceCalled(r.Name); name != "" {
		return "Next race: " + name + ", "
	}
	return "Next race: "
}

var felts = []coach.Felt{coach.FeltUnsaid, coach.FeltAsIs, coach.FeltHarder}
