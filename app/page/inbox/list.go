package inbox

import (
	"slices"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"rebound/app/unit"
	"rebound/app/wire"
)

// DrawList draws what came of each file: what wants a look first.
func (f *Files) DrawList() app.UI {
	if f.List == nil {
		return app.Div().Class("skeleton", "skeleton-card")
	}
	bad, good := split(f.List.Lines)
	bad = slices.DeleteFunc(bad, f.asked)
	all := len(bad)
	bad = bad[:min(len(bad), f.Lines)]
	good = good[:min(len(good), max(0, f.Lines-all))]
	return app.Div().Class("stack").Body(
		app.If(all > 0, func() app.UI {
			return app.Section().Class("card").Body(
				app.Div().Class("head").Body(
					app.H2().Text(unit.Count(all, "file")+" to look at"),
					app.Button().Type("button").Class("small").OnClick(f.dismiss).Text("Dismiss"),
				),
				lineList(bad),
			)
		}),
		app.If(len(good)+len(f.List.Groups) > 0, func() app.UI {
			return app.Section().Class("card").Body(
				app.H2().Text("What came in"),
				lineList(good),
				app.Ul().Class("lines", "groups").Body(app.Range(f.List.Groups).Slice(func(i int) app.UI {
					g := f.List.Groups[i]
					return app.Li().DataSet("group", g.Kind).DataSet("result", g.Result).Body(resultMark(g.Result), app.Span().Text(g.Text))
				})),
			)
		}),
	)
}

// asked reports whether a file that was not read is asked about above: its line says
// the same, and comes back with the question gone.
func (f *Files) asked(l wire.FileLine) bool {
	return l.Result == "rejected" && slices.ContainsFunc(f.List.Tables, func(t wire.Table) bool { return t.Path == l.Path })
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
		if l.Key != "" { // its question went with an earlier page, and its file too
			l.Hint = "Add the file again, and Rebound asks what is in its columns."
		}
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
	"unneeded": {"·", "Not needed"},
	"partial":  {"◐", "Read in part"}, "rejected": {"✕", "Unreadable"},
}

func resultMark(result string) app.UI {
	r := results[result]
	return app.Span().Class("result", "result-"+result).Title(r.word).Body(
		app.Span().Aria("hidden", "true").Text(r.glyph),
		app.Span().Class("visually-hidden").Text(r.word+": "),
	)
}
