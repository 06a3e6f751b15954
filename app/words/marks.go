package words

import (
	"fmt"

	"rebound/app/wire"
	"rebound/engine/coach"
)

// plainMarks are the marks that are the same word every time, and the kind that
// each is drawn as.
var plainMarks = map[coach.MarkCode]struct{ kind, text string }{
	coach.MarkCut: {"cut", "lighter week"}, coach.MarkChest: {"check_in", "chest symptoms"}, coach.MarkFever: {"check_in", "fever"},
	coach.MarkCheckIn: {"check_in", "check-in"}, coach.MarkIllness: {"check_in", "illness"}, coach.MarkScreen: {"screen", "movement screen"},
	coach.MarkReaction: {"reaction", "reaction test"}, coach.MarkPeriod: {"period", "period"}, coach.MarkDeload: {"deload", "step-back week"}, coach.MarkRace: {"race", "race"},
}

// mark is an event on a chart, in words.
func mark(m *coach.Mark) wire.Mark {
	out := wire.Mark{Date: m.Date, Kind: plainMarks[m.Code].kind, Text: plainMarks[m.Code].text}
	switch m.Code {
	case coach.MarkRace:
		if name := raceText(m.Name); name != "" {
			out.Text = name
		}
	case coach.MarkBack:
		out.Kind, out.Text = "layoff", fmt.Sprintf("back after %s", Count(m.N, "day"))
	case coach.MarkSigns:
		out.Kind, out.Text = "check_in", fmt.Sprintf("check-in: %s", Count(m.N, "sign"))
	case coach.MarkNiggle, coach.MarkGone:
		out.Kind, out.Text = "niggle", Place(m.Niggle.Site, m.Niggle.Side)
		switch {
		case m.Code == coach.MarkGone:
			out.Text += " gone"
		case m.Niggle.Hurts():
			out.Text += fmt.Sprintf(" %d of 10", m.Niggle.Severity)
		default:
			out.Text += " tight"
		}
	}
	return out
}
