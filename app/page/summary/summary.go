// Package summary is the page that a runner takes to a coach, physio or doctor: twelve
// weeks on one sheet of A4 or US Letter, which the browser prints or saves as a PDF.
//
// The screen is a name and a date to set, and the sheet as it will be on paper, white on
// every theme. On a phone the same sheet reflows (web/css/summary.css). What it says comes
// ready from the backend, bounded so that it fits (app/words); its pictures are
// [chart.Panels].
package summary

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"rebound/app/chart"
	"rebound/app/page/ui"
	"rebound/app/unit"
	"rebound/app/wire"
	"rebound/engine/diary"
)

// View is what the screen draws from, and what the runner can do on it.
type View struct {
	page   *ui.Page
	To     diary.Date // the last day; 0 for today
	Name   string     // as typed; kept in this browser
	Wrong  ui.Faults
	Answer *Answer
}

// Answer is what the backend answered with its pictures, which are drawn once an answer.
type Answer struct {
	wire.Summary
	pictures []string // of the charts
	weeks    string
	events   string
	axis     string
	keys     []chart.Key
	miles    bool // what the pictures are in, until another answer comes
}

const (
	idName = "summary-name"
	idTo   = "summary-to"
)

// New is the screen before anything is asked.
func New(p *ui.Page) *View { return &View{page: p} }

// Title names the document, and so the file that a browser prints to.
func (v *View) Title() string { return "One page for your coach, physio or doctor" }

// Ready reports whether the sheet is there.
func (v *View) Ready() bool { return v.Answer != nil }

// pieces is in how many the sheet is drawn: its head and what is set, the pictures, the body,
// the lists.
const pieces = 4

// Pieces is in how many the screen can be drawn.
func (v *View) Pieces() int {
	if v.Answer == nil || v.page.Empty() {
		return 1
	}
	return pieces
}

// Leave goes back to today.
func (v *View) Leave() { v.To, v.Wrong = 0, nil }

// Forget drops the answer, and whose it was.
func (v *View) Forget() { *v = *New(v.page) }

// day is the last day of the sheet.
func (v *View) day() diary.Date {
	if v.To == 0 {
		return v.page.Today
	}
	return v.To
}

// Ask asks for the sheet.
func (v *View) Ask() {
	if v.Name = ""; !v.page.Sample() {
		v.Name = v.page.Told("noted", ui.NotedName)
	}
	arg := wire.DateArg{Date: v.day()}
	ui.Ask(v.page, wire.OpSummary, arg, func(s wire.Summary) {
		if s.To == v.day() {
			v.Answer = show(s, v.page.Miles())
			v.page.Arrived()
		}
	})
}

// show makes the pictures.
func show(s wire.Summary, miles bool) *Answer {
	p := chart.Panels{From: s.From, To: s.To}
	a := &Answer{Summary: s, axis: p.Axis(), miles: miles}
	for _, c := range s.Charts {
		if c.Key == "load" {
			a.pictures = append(a.pictures, p.Load(c))
		} else {
			a.pictures = append(a.pictures, p.Signal(c))
		}
	}
	if miles {
		for _, km := range a.Km {
			if km != nil {
				*km /= unit.KmPerMile
			}
		}
	}
	a.weeks = p.Weeks(a.Km, "Run in each week")
	a.events = p.Events(s.Spans, s.Niggles, "What else happened in these weeks, as in the lists")
	a.keys = chart.PanelKeys(&s)
	return a
}

// named keeps the name as it is typed. The sample runner's is nobody's.
func (v *View) named(ctx app.Context, _ app.Event) {
	v.Name = ctx.JSSrc().Get("value").String()
	if !v.page.Sample() {
		v.page.Boot("note", ui.NotedName, v.Name)
	}
}

// setTo takes another last day.
func (v *View) setTo(ctx app.Context, _ app.Event) {
	d, err := diary.ParseDate(ctx.JSSrc().Get("value").String())
	if v.Wrong = nil; err != nil || d > v.page.Today {
		v.Wrong = ui.Faults{idTo: "Choose today or a day before it."}
		return
	}
	if v.To = d; d == v.page.Today {
		v.To = 0
	}
	v.Ask()
}

func (v *View) print(app.Context, app.Event) { ui.Print() }

// Draw draws the screen.
func (v *View) Draw() app.UI {
	head := app.Div().Class("off-paper").Body(ui.HeadBelow(v.Title(), "#/body", "Back to Body"))
	switch {
	case v.page.Empty():
		return ui.Box(ui.ScreenSummary, head, app.Section().Class("card", "off-paper").Body(
			app.P().Text("There is nothing to put on the page yet. It shows twelve weeks of your nights, your runs and what you log."),
			app.Div().Class("buttons").Body(
				app.A().Class("button", "primary").Href("#/files").Text("Add files"),
				app.A().Class("button").Href("#/body").Text("Log something on Body"))))
	case v.Answer == nil:
		return ui.Box(ui.ScreenSummary, head, app.Div().Class("skeleton", "skeleton-card"), app.Div().Class("skeleton", "skeleton-card"))
	}
	return ui.Box(ui.ScreenSummary, head, v.controls(), v.sheet())
}

// controls are what the runner sets, and the way to the printer.
func (v *View) controls() app.UI {
	return app.Section().Class("card", "off-paper", "to-print").Body(
		app.Div().Class("fields").Body(
			ui.Field(idName, "Name", "optional", app.Input().Type("text").AutoComplete(false).MaxLength(60).DataSet("kept", "yes").Value(v.Name).OnInput(v.named), ""),
			ui.Field(idTo, "Up to", "", app.Input().Type("date").DataSet("kept", "yes").Max(v.page.Today.String()).Value(v.day().String()).OnChange(v.setTo), v.Wrong[idTo]),
		),
		app.Div().Class("buttons").Body(app.Button().Type("button").Class("primary").OnClick(v.print).Text("Print or save as PDF")),
		app.P().Class("fine").Text("Your browser makes the page, and nothing is sent. The name stays in this browser. To save a PDF, choose it instead of a printer."),
	)
}
