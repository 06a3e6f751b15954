package words

import (
	"fmt"
	"strings"

	"rebound/app/wire"
	"rebound/engine/coach"
	"rebound/engine/load"
)

// runSaid is a run with what was reported of it, in words.
func runSaid(x *coach.Effort, o Options) wire.RunSaid {
	out := wire.RunSaid{Date: x.Date, Start: x.Start, Pain: scored(x.Pain), Harder: x.Harder,
		Text: fmt.Sprintf("Run, %s, %s, %s", shortDay(x.Date), o.Distance(x.Km), Hours(x.Minutes))}
	if x.Rated {
		rpe := int(x.Session.Effort)
		out.RPE = &rpe
	}
	var notes []string
	switch x.Asks {
	case coach.AskStop:
		notes = append(notes, fmt.Sprintf("It hurt %d of 10, too much to run on: %s", x.Pain, askWhere))
	case coach.AskEase:
		notes = append(notes, fmt.Sprintf("It hurt %d of 10, which asks for shorter runs: %s", x.Pain, askWhere))
	}
	if x.Known {
		rpe := round(x.Expected.RPE, 1)
		out.Expected = &rpe
		if x.Harder {
			notes = append(notes, fmt.Sprintf("%.0f harder than expected.", x.Session.Effort-rpe))
		}
		notes = append(notes, effortNote(x.Expected))
	}
	if share := x.Share(); share > 0 && share < wellMeasured {
		notes = append(notes, fmt.Sprintf("It has heart rate over %.0f%% of its minutes.", 100*share))
	}
	out.Note = strings.Join(notes, " ")
	return out
}

// wellMeasured is the share of a run with heart rate over which nothing need be said.
const wellMeasured = 0.95

// effortNote says what a run should have felt like, and by whose measure.
func effortNote(x load.Expected) string {
	by := "by heart rate as a share of your maximum, a convention until you have rated more runs"
	if x.Own {
		by = fmt.Sprintf("by heart rate and pace over %s you rated", Count(x.Runs, "run"))
	}
	return fmt.Sprintf("About %.0f of 10 is expected, %s.", round(x.RPE, 1), by)
}
