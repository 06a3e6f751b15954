package app

import (
	"fmt"
	"math"
	"strconv"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"rebound/app/wire"
	"rebound/app/words"
)

// filesView is what the Files screen needs.
type filesView struct {
	List     wire.FileList
	Progress *wire.Progress
	Busy     bool
	Import   func(app.Context)
	Choose   func(app.Context)
	Cancel   func(app.Context)
	Dismiss  func(app.Context)
}

// filesScreen is where files come in and what became of them.
func filesScreen(v filesView) app.UI {
	now := v.Progress
	if now == nil {
		now = v.List.Progress
	}
	return app.Div().Body(
		app.H1().TabIndex(-1).Text("Files"),
		app.Section().Class("card drop-card").Body(
			icon("drop"),
			app.P().Text("Drop files, folders or zips anywhere on this page. The same file twice is no harm."),
			chooser(v.Import, v.Choose),
			app.P().Class("small").Text("Your files never leave this device."),
		),
		app.If(now != nil, func() app.UI { return progress(now, v.Busy, v.Cancel) }),
		app.If(len(v.List.Lines) > 0 || len(v.List.Groups) > 0, func() app.UI {
			return app.Section().Class("card").Body(
				app.H2().Text("What became of them"),
				fileLines(v.List.Lines),
				app.Ul().Class("groups").Body(
					app.Range(v.List.Groups).Slice(func(i int) app.UI {
						g := v.List.Groups[i]
						return app.Li().Body(mark(g.Result), app.Span().Text(g.Text))
					}),
				),
				app.If(bad(v.List.Lines), func() app.UI {
					return app.Button().Type("button").Class("quiet").Text("Dismiss these lines").OnClick(func(ctx app.Context, e app.Event) { v.Dismiss(ctx) })
				}),
			)
		}),
		app.P().Class("small").Text(kept(v.List.Total)),
	)
}

func kept(n int) string {
	if n == 0 {
		return "Nothing is in the diary yet."
	}
	return words.Count(n, "file") + " in the diary. What they said is kept, the files themselves are not."
}

func bad(lines []wire.FileLine) bool {
	for _, l := range lines {
		if l.Result == "rejected" || l.Result == "partial" {
			return true
		}
	}
	return false
}

// fileLines is a line a file, each with its outcome.
func fileLines(lines []wire.FileLine) app.UI {
	return app.Ul().Class("files").Body(
		app.Range(lines).Slice(func(i int) app.UI {
			l := lines[i]
			return app.Li().DataSet("file", l.Path).DataSet("result", l.Result).Body(
				mark(l.Result),
				app.Div().Class("file-text").Body(
					app.Div().Text(l.Text),
					app.If(l.Hint != "", func() app.UI { return app.Div().Class("file-hint").Text(l.Hint) }),
					app.Div().Class("file-path").Text(l.Path),
				),
			)
		}),
	)
}

var outcomes = map[string]struct{ sign, says string }{
	"added": {"✓", "added"}, "duplicate": {"=", "already here"}, "partial": {"◐", "in part"}, "rejected": {"✕", "not added"},
}

func mark(result string) app.UI {
	o := outcomes[result]
	return app.Span().Class("mark mark-"+result).Role("img").Aria("label", o.says).Text(o.sign)
}

// progress is an import's state: a bar while it runs, a line when it is done.
func progress(p *wire.Progress, busy bool, cancel func(app.Context)) app.UI {
	if p == nil {
		p = &wire.Progress{}
	}
	return app.Section().Class("card progress-card").Body(
		app.If(busy, func() app.UI {
			bar := app.Div().Class("progress").Role("progressbar").Aria("label", "Reading files").Aria("valuemin", 0).Aria("valuemax", max(p.Total, 1)).Aria("valuenow", p.Done)
			return app.Div().Body(
				bar.Body(app.Raw(fmt.Sprintf(`<svg viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true" focusable="false"><rect width="100" height="4" class="progress-back"/><rect width="%.1f" height="4" class="progress-fill"/></svg>`, share(p)))),
				app.Div().Class("progress-line").Body(
					app.Span().Text(fmt.Sprintf("%d of %d", p.Done, p.Total)),
					app.Span().Class("muted").Text(left(p.Left)),
					app.Button().Type("button").Class("quiet").Text("Cancel").OnClick(func(ctx app.Context, e app.Event) { cancel(ctx) }),
				),
				app.P().Class("small").Text("Newest first. Cancelling keeps what is in."),
			)
		}),
		app.P().Class("outcome").Role("status").Aria("live", "polite").Text(outcome(p, busy)),
	)
}

func share(p *wire.Progress) float64 {
	if p.Total == 0 {
		return 0
	}
	return math.Min(100, 100*float64(p.Done)/float64(p.Total))
}

func left(seconds float64) string {
	switch {
	case seconds <= 0:
		return ""
	case seconds < 10:
		return "a few seconds left"
	case seconds < 90:
		return "about " + strconv.Itoa(int(math.Ceil(seconds/10))*10) + " s left"
	}
	return "about " + words.Count(int(math.Ceil(seconds/60)), "minute") + " left"
}

// outcome says what came of an import, in one line.
func outcome(p *wire.Progress, busy bool) string {
	if busy {
		return ""
	}
	var parts []string
	for _, c := range []struct {
		n    int
		what string
	}{{p.Added, "added"}, {p.Partial, "read in part"}, {p.Dup, "already here"}, {p.Rejected, "not added"}} {
		if c.n > 0 {
			parts = append(parts, fmt.Sprintf("%d %s", c.n, c.what))
		}
	}
	text := words.List(parts)
	switch {
	case text == "" && p.Canceled:
		return "Cancelled before anything was added."
	case text == "":
		return "Nothing was found in what you dropped."
	case p.Canceled:
		return "Cancelled: " + text + "; drop the rest again whenever you like."
	}
	return text + "."
}
