package inbox

import (
	"fmt"
	"math"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"rebound/app/unit"
	"rebound/app/wire"
)

// Bar is the bar with its words. The words for screen readers change
// only every tenth, so that they can be listened to. It goes by the files until their
// bytes are known: one of them may be all of an export.
func Bar(p *wire.Progress) app.UI {
	text := "Looking through them"
	spoken := text
	now, most := p.Done, max(p.Total, 1)
	if p.Share > 0 {
		now, most = int(p.Share*100), 100
	}
	if p.Total == 0 && p.Size > 0 {
		text = fmt.Sprintf("Looking through it: %d of %d MB", p.Passed/1e6, p.Size/1e6)
		now, most = int(p.Passed/1e6), max(1, int(p.Size/1e6))
	}
	if p.Total > 0 {
		text = unit.Thousands(p.Done) + " of " + unit.Count(p.Total, "file")
		spoken = fmt.Sprintf("%d%% read", now*10/most*10)
		if p.Size > 0 {
			text += fmt.Sprintf(", and %d of %d MB of the next", p.Passed/1e6, p.Size/1e6)
		}
		if l := left(p.Left); l != "" {
			text += ", " + l
		}
	}
	if p.Rejected > 0 {
		text += " · " + unit.Thousands(p.Rejected) + " unreadable"
	}
	return app.Div().Class("progress").Body(
		app.Progress().Role("progressbar").Aria("label", "Reading files").
			Aria("valuemin", 0).Aria("valuenow", now).Aria("valuemax", most).
			Value(now).Max(most),
		app.P().Text(text),
		app.P().Class("visually-hidden").Aria("live", "polite").Text(spoken),
	)
}

// Outcome says an import's end in one line.
func Outcome(p wire.Progress) string {
	if !p.Finished {
		return ""
	}
	text := "Done: "
	if p.Canceled {
		text = "Cancelled. So far: "
	}
	if p.Failed {
		text = "Stopped before the end: "
	}
	if p.Added+p.Partial+p.Dup+p.Rejected == 0 {
		if p.Other > 0 && !p.Canceled && !p.Failed {
			return "There is nothing in it that Rebound can use: no nights, no readings and no runs."
		}
		return text + "nothing was read."
	}
	text += unit.Thousands(p.Added) + " added"
	if p.Partial > 0 {
		text += ", " + unit.Thousands(p.Partial) + " in part"
	}
	if p.Dup > 0 {
		text += ", " + unit.Thousands(p.Dup) + " already here"
	}
	if n := p.Rejected - p.Asked; n > 0 {
		text += ", " + unit.Thousands(n) + " unreadable"
	}
	if p.Asked > 0 {
		text += fmt.Sprintf(", %d to ask you about", p.Asked)
	}
	if n := p.Total - p.Done; p.Failed && n > 0 {
		text += ", " + unit.Thousands(n) + " not read"
	}
	return text + "."
}

// left is a time to wait, roughly: nobody believes seconds.
func left(seconds float64) string {
	switch {
	case seconds <= 0:
		return ""
	case seconds < 8:
		return "a few seconds left"
	case seconds < 50:
		return fmt.Sprintf("about %.0f seconds left", math.Ceil(seconds/10)*10)
	case seconds < 100:
		return "about a minute left"
	}
	return fmt.Sprintf("about %.0f minutes left", math.Ceil(seconds/60))
}
