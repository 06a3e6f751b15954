package words

import (
	"fmt"
	"strings"

	"rebound/app/wire"
	"rebound/engine/coach"
	"rebound/engine/load"
)

// runText is a run in one line: "Run, Thu 26 Nov, 7.2 km, 40 min".
func runText(s *load.Session, o Options) string {
	text := "Run, " + shortDay(s.Date)
	if s.Reported {
		text = "Run you logged, " + shortDay(s.Date)
	}
	if s.Km > 0 {
		text += ", " + o.Distance(s.Km)
	}
	if s.Minutes > 0 {
		text += ", " + Hours(s.Minutes)
	}
	return text
}

// runSaid is a run with what was reported of it, in words.
func runSaid(x *coach.Effort, o Options) wire.RunSaid {
	out := wire.RunSaid{Date: x.Date, Start: x.Start, Pain: scored(x.Pain), Harder: x.Harder, Reported: x.Reported, Text: runText(&x.Session, o)}
	if x.Rated {
		rpe := int(x.Session.Effort)
		out.RPE = &rpe
	}
	var notes []string
	switch x.Asks {
	case coach.AskStop:
		notes = append(notes, fmt.Sprintf("It hurt %d of 10, too much to run on: %s", x.Pain, askWhere))
	case coach.AskEase:
		notes = append(notes, fmt.Sprintf("It hurt %d of 10, enough to call for shorter runs: %s", x.Pain, askWhere))
	}
	if x.Known {
		rpe := round(x.Expected.RPE, 1)
		out.Expected = &rpe
		if x.Harder {
			notes = append(notes, fmt.Sprintf("%.0f harder than expected.", x.Session.Effort-rpe))
		}
		notes = append(notes, effortNote(x.Expected))
	}
	if x.Reported {
		notes = append(notes, "It counts until you add its file.")
	}
	if x.Said != (load.Said{}) {
		var said []string
		if x.Said.Km > 0 {
			said = append(said, o.Distance(x.Said.Km))
		}
		if x.Said.Minutes > 0 {
			said = append(said, Hours(x.Said.Minutes))
		}
		notes = append(notes, fmt.Sprintf("You logged %s for this run; now its file counts instead. If part of the run is missing here, or you meant a different run, log that one with its own start time.", strings.Join(said, ", ")))
	}
	if x.Guessed && x.Km > 0 && x.Minutes > 0 {
		notes = append(notes, "The rest is estimated from your usual pace.")
	}
	if share := x.Share(); share > 0 && share < wellMeasured {
		notes = append(notes, fmt.Sprintf("Heart rate covers %.0f%% of it.", 100*share))
	}
	out.Note = strings.Join(notes, " ")
	return out
}

// wellMeasured is the share of a run with heart rate over which nothing need be said.
const wellMeasured = 0.95

// effortNote says what a run should have felt like, and by whose measure.
func effortNote(x load.Expected) string {
	if x.Own {
		return fmt.Sprintf("Going by the %s you have rated, this heart rate and pace should feel like %.0f of 10.", Count(x.Runs, "run"), round(x.RPE, 1))
	}
	return fmt.Sprintf("At this heart rate a run should feel like about %.0f of 10: a rule of thumb until you have rated more runs.", round(x.RPE, 1))
}

// runAsk asks whether there was a run on days of which nothing says it; nil for none.
func runAsk(c *coach.Coach) *wire.RunAsk {
	q, ok := c.Question()
	if !ok {
		return nil
	}
	days := Count(int(q.To-q.From)+1, "day")
	if q.Before {
		return &wire.RunAsk{From: q.From, To: q.To, Before: true, Title: fmt.Sprintf("Did you run between %s and %s?", Day(q.Since), Day(q.To+1)),
			Text: fmt.Sprintf("Nothing is known about %s in between, so this counts as a pause.", days)}
	}
	return &wire.RunAsk{From: q.From, To: q.To, Title: "Have you run since " + recently(q.Since, q.To) + "?",
		Text: fmt.Sprintf("Nothing has come in for %s. Add newer files if you have them, or log a run you did without a watch.", days)}
}

// reports is the runs that the runner reported in the four weeks up to the date.
func reports(c *coach.Coach) (out []wire.RunReported) {
	for _, v := range c.Reports() {
		r := wire.RunReported{Date: v.Date, Start: v.Start, RPE: scored(v.RPE), Pain: scored(v.Pain), Sub: v.Sub}
		if minutes := float64(v.Minutes); minutes > 0 {
			r.Minutes = &minutes
		}
		if km := float64(v.Km); km > 0 {
			r.Km = &km
		}
		out = append(out, r)
	}
	return out
}
