package ui

import (
	"strconv"
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// IDTitle is the id of a screen's heading.
const IDTitle = "title"

// Box is the root of a screen. Each has a tag of its own: go-app reuses elements
// of one tag, and what was open or typed on one screen would show on the next.
func Box(name string, body ...app.UI) app.HTMLElem {
	return app.Elem("rebound-" + name).Class("screen").Body(body...)
}

// Heading is a screen's title.
func Heading(text string) app.UI {
	return app.H1().ID(IDTitle).TabIndex(-1).Text(text)
}

// HeadBelow is the head of a screen below another, with the link back to it, and what the
// runner can choose for all of the screen.
func HeadBelow(title, up, name string, choice ...app.UI) app.UI {
	return app.Div().Class("head", "sub").Body(append([]app.UI{
		app.A().Class("icon-button").Href(up).Aria("label", name).Body(Icon(IconLeft)),
		Heading(title),
	}, choice...)...)
}

// Skeleton is shown until the backend has answered; index.html paints the same.
func Skeleton() app.UI {
	return Box("wait",
		app.H1().ID(IDTitle).TabIndex(-1).Class("visually-hidden").Text("Rebound"),
		app.Div().Class("skeleton", "skeleton-word"),
		app.Div().Class("skeleton", "skeleton-line"),
		app.Div().Class("skeleton", "skeleton-card"),
		app.Div().Class("skeleton", "skeleton-card"),
	)
}

// Fact is a row of a list of facts; without text it is nothing.
func Fact(name, text string) app.UI {
	return app.If(text != "", func() app.UI {
		return app.Div().Body(app.Dt().Text(name), app.Text(" "), app.Dd().Text(text))
	})
}

// NoRun says why a planned race or run should not be run.
func NoRun(text string) app.UI {
	return app.If(text != "", func() app.UI {
		return app.P().Class("no-run").Body(app.Span().Class("glyph").Aria("hidden", "true").Text("■ "), app.Text(text))
	})
}

// Tone is how a state is drawn: a shape of its own, so that colour is never alone,
// and a word for who does not see it.
type Tone struct{ Glyph, Word string }

// Tones are the marks of reasons and states, by level.
var Tones = map[string]Tone{
	"go": {"●", "good sign"}, "ease": {"▲", "reason to ease off"}, "recover": {"■", "reason to rest"},
	"watch": {"◆", "keep an eye on this"}, "unknown": {"◌", "not known"},
}

// Number reads digits with a point or a comma.
func Number(text string) (float64, bool) {
	v, err := strconv.ParseFloat(strings.Replace(strings.TrimSpace(text), ",", ".", 1), 64)
	return v, err == nil
}
