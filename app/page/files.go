package page

import (
	"fmt"
	"time"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"rebound/app/wire"
)

// A long list is drawn lineStep lines at a time, drawEvery apart, so that it
// never holds the page up.
const (
	lineStep  = 25
	drawEvery = 30 * time.Millisecond
)

// filesScreen takes files in and says what came of each.
func filesScreen(v *view, on *acts) app.UI {
	kept := ""
	if v.files != nil && v.files.Total > 0 {
		kept = count(v.files.Total, "file") + " in your diary"
	}
	return box(screenFiles,
		app.Div().Class("head").Body(heading("Files"), app.P().Class("muted").Text(kept)),
		app.If(v.importing(), func() app.UI { return importCard(v.progress, on) }).
			Else(func() app.UI { return dropCard(on) }),
		app.Div().Class("outcome").Role("status").Text(outcomeOf(v)),
		fileList(v, on),
		sources(false),
	)
}

// outcomeOf is what the last import came to, or what else was just done.
func outcomeOf(v *view) string {
	if v.said != "" {
		return v.said
	}
	if v.files != nil && v.files.Progress != nil && !v.importing() {
		return outcome(*v.files.Progress)
	}
	return ""
}

// outcome says an import's end in one line.
func outcome(p wire.Progress) string {
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

func dropCard(on *acts) app.UI {
	return app.Section().Class("card", "drop").Body(
		icon(iconFiles),
		app.P().Text("Drop FIT files, folders or zips anywhere on this page."),
		app.Div().Class("buttons").Body(
			chooseFiles(on),
			app.Button().Type("button").OnClick(on.chooseFolder).Text("Choose a folder"),
		),
	)
}

// chooseFiles is a file input that looks like a button.
func chooseFiles(on *acts) app.UI {
	return app.Label().Class("button", "primary").Body(
		app.Text("Choose files"),
		app.Input().Type("file").Class("visually-hidden").Multiple(true).OnChange(on.take),
	)
}

func importCard(p *wire.Progress, on *acts) app.UI {
	now := p.Now
	if now == "" {
		now = " "
	}
	return app.Section().Class("card", "import").Body(
		app.H2().Text("Reading your files"),
		progressBar(p),
		app.P().Class("path").Text(now),
		app.Div().Class("buttons").Body(
			app.Button().Type("button").OnClick(on.cancel).Text("Cancel"),
			app.P().Class("fine").Text("Cancel keeps what is already in."),
		),
	)
}

// progressBar is the bar with its words. The words for screen readers change
// only every tenth, so that they can be listened to.
func progressBar(p *wire.Progress) app.UI {
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

func fileList(v *view, on *acts) app.UI {
	if v.files == nil {
		return app.Div().Class("skeleton", "skeleton-card")
	}
	bad, good := split(v.files.Lines)
	all := len(bad)
	bad = bad[:min(len(bad), v.lines)]
	good = good[:min(len(good), max(0, v.lines-all))]
	return app.Div().Class("stack").Body(
		app.If(all > 0, func() app.UI {
			return app.Section().Class("card").Body(
				app.Div().Class("head").Body(
					app.H2().Text(count(all, "file")+" to look at"),
					app.Button().Type("button").Class("small").OnClick(on.dismissFiles).Text("Dismiss"),
				),
				lineList(bad),
			)
		}),
		app.If(len(good)+len(v.files.Groups) > 0, func() app.UI {
			return app.Section().Class("card").Body(
				app.H2().Text("What came in"),
				lineList(good),
				app.Ul().Class("lines", "groups").Body(app.Range(v.files.Groups).Slice(func(i int) app.UI {
					g := v.files.Groups[i]
					return app.Li().DataSet("group", g.Kind).DataSet("result", g.Result).Body(resultMark(g.Result), app.Span().Text(g.Text))
				})),
			)
		}),
	)
}

// split puts what wants a look before the rest, in the order it came.
func split(lines []wire.FileLine) (bad, good []wire.FileLine) {
	for _, l := range lines {
		if l.Result == "rejected" || l.Result == "partial" {
			bad = append(bad, l)
		} else {
			good = append(good, l)
		}
	}
	return bad, good
}

// lineList draws lines in blocks that go-app leaves alone while they stay the
// same: a frame costs no more for a thousand files.
func lineList(lines []wire.FileLine) app.UI {
	n := (len(lines) + lineStep - 1) / lineStep
	return app.Div().Body(app.Range(make([]struct{}, n)).Slice(func(i int) app.UI {
		return &lineBlock{Lines: lines[i*lineStep : min(len(lines), (i+1)*lineStep)]}
	}))
}

type lineBlock struct {
	app.Compo
	Lines []wire.FileLine
}

// Render draws the block.
func (b *lineBlock) Render() app.UI {
	return app.Ul().Class("lines").Body(app.Range(b.Lines).Slice(func(i int) app.UI {
		l := b.Lines[i]
		return app.Li().DataSet("file", l.Path).DataSet("result", l.Result).Body(
			resultMark(l.Result),
			app.Div().Body(
				app.P().Class("text").Text(l.Text),
				app.If(l.Hint != "", func() app.UI { return app.P().Class("hint").Text(l.Hint) }),
				app.P().Class("path").Text(l.Path),
			),
		)
	}))
}

var results = map[string]struct{ glyph, word string }{
	"added": {"✓", "Added"}, "duplicate": {"=", "Already here"},
	"partial": {"◐", "Read in part"}, "rejected": {"✕", "Not readable"},
}

func resultMark(result string) app.UI {
	r := results[result]
	return app.Span().Class("result", "result-"+result).Title(r.word).Body(
		app.Span().Aria("hidden", "true").Text(r.glyph),
		app.Span().Class("visually-hidden").Text(r.word+": "),
	)
}
