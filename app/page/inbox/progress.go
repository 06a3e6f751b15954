package inbox

import (
	"fmt"
	"math"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"rebound/app/wire"
)

// Bar is the bar with its words. The words for screen readers change
// only every tenth, so that they can be listened to.
func Bar(p *wire.Progress) app.UI {
	text := "Looking through them"
	spoken := text
	if p.Total > 0 {
		text = fmt.Sprintf("%d of %d", p.Done, p.Total)
		spoken = fmt.Sprintf("%d%% read", p.Done*10/p.Total*10)
		if l := left(p.Left); l != "" {
			text += ", " + l
		}
	}
	if p.Rejected > 0 {
		text += fmt.Sprintf(" · %d not readable", p.Rejected)
	}
	return app.Div().Class("progress").Body(
		app.Progress().Role("progressbar").Aria("label", "Reading files").
			Aria("valuemin", 0).Aria("valuenow", p.Done).Aria("valuemax", p.Total).
			Value(p.Done).Max(max(p.Total, 1)),
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
		text = "Cancelled; what is in stays in: "
	}
	if p.Added+p.Partial+p.Dup+p.Rejected == 0 {
		return text + "nothing was read."
	}
	text += fmt.Sprintf("%d added", p.Added)
	if p.Partial > 0 {
		text += fmt.Sprintf(", %d in part", p.Partial)
	}
	if p.Dup > 0 {
		text += fmt.Sprintf(", %d already here", p.Dup)
	}
	if p.Rejected > 0 {
		text += fmt.Sprintf(", %d not readable", p.Rejected)
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
