package inbox

import (
	"slices"
	"strings"
	"time"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"rebound/app/page/ui"
	"rebound/app/unit"
	"rebound/app/wire"
	"rebound/engine/diary"
)

// The inputs of a run without a file.
const (
	idRunDate    = "run-date"
	idRunStart   = "run-start"
	idRunMinutes = "run-minutes"
	idRunKm      = "run-km"
	keyRunEffort = "run-effort"
	keyRunPain   = "run-pain"
	keyRunOn     = "run-on"
	idReport     = "report-a-run" // the button that opens the form
	ofRun        = "run"          // what is wrong with the form as a whole
	outside      = "outside"
)

// Report is the form for a run of which there is no file, and the question whether
// there was one.
type Report struct {
	page *ui.Page
	now  func() int64
	// instant is when the runner's clock showed a time of a date, Unix seconds; 0 where
	// no time was given.
	instant func(d diary.Date, clock string) int64

	Open  bool // the form is
	Wrong ui.Faults
}

// undo is the request that takes an entry back; zero where nothing does.
type undo struct {
	op   string
	args any
}

// NewReport is the empty form.
func NewReport(p *ui.Page) *Report {
	return &Report{page: p, now: func() int64 { return time.Now().Unix() }, instant: ui.Instant}
}

// Leave empties the form.
func (f *Report) Leave() { *f = Report{page: f.page, now: f.now, instant: f.instant} }

// day is the day that the form starts from: of a pause that is asked about the last,
// else the screen's.
func (f *Report) day() diary.Date {
	if d := f.page.Begun(f.name()); d != 0 {
		return d
	}
	if q := f.asked(); q != nil && q.Before {
		return q.To
	}
	return f.page.Date()
}

// name names the form's draft.
func (f *Report) name() string { return dated("run", f.page.Route.Date) }

// opened reports whether the form is: by its button, or with what was typed before.
func (f *Report) opened() bool { return f.Open || f.page.Begun(f.name()) != 0 }

func (f *Report) close(app.Context, app.Event) {
	f.page.Drop(f.name())
	f.Leave()
	ui.FocusNext(f.page, idReport)
}

// asked is the question that is open today; nil for none.
func (f *Report) asked() *wire.RunAsk {
	if a := f.today(); a != nil {
		return a.Run
	}
	return nil
}

// notRan is today's answer that there was none; nil where that was not said.
func (f *Report) notRan() *wire.NotRanSaid {
	if a := f.today(); a != nil {
		return a.NotRan
	}
	return nil
}

// today is what is asked today; nil on a past day, and where nothing is known yet.
func (f *Report) today() *wire.Asks {
	switch {
	case f.page.Route.Date != 0:
		return nil
	case f.page.Now != nil:
		return f.page.Now.Asks
	case f.page.Last != nil:
		return f.page.Last.Now.Asks
	}
	return nil
}

func (f *Report) save(_ app.Context, e app.Event) {
	e.PreventDefault()
	said, wrong := f.read(ui.InputValue(idRunDate), ui.InputValue(idRunStart), ui.InputValue(idRunMinutes), ui.InputValue(idRunKm))
	if f.Wrong = wrong; wrong != nil {
		ui.FocusNext(f.page, wrong.First(idRunDate, idRunStart, idRunMinutes, idRunKm))
		return
	}
	said.RPE, said.Pain, said.Sub = ui.PickedNumber(keyRunEffort), ui.PickedNumber(keyRunPain), ui.Picked(keyRunOn)
	if said.Sub == outside {
		said.Sub = ""
	}
	back := wire.RunReported{Date: said.Date, Start: said.Start, Off: true}
	if now := f.page.Now; now != nil && now.Asks != nil {
		list := now.Asks.Reports
		if i := slices.IndexFunc(list, func(r wire.RunReported) bool { return r.Date == said.Date && r.Start == said.Start }); i >= 0 {
			back = list[i]
		}
	}
	f.keep(wire.OpRun, said, "Your run on "+unit.LongDay(said.Date)+" is saved.", undo{wire.OpRun, back})
}

// read reads the inputs; wrong is nil when all are good.
func (f *Report) read(date, start, minutes, km string) (said wire.RunReported, wrong ui.Faults) {
	wrong = ui.Faults{}
	d, err := diary.ParseDate(date)
	if said.Date = d; err != nil || d > f.page.Today {
		wrong[idRunDate] = "Choose today or an earlier day."
	}
	if said.Start = f.instant(said.Date, start); said.Start > f.now() {
		wrong[idRunStart] = "Choose a time that has passed."
	}
	number := func(id, text, what string) *float64 {
		if strings.TrimSpace(text) == "" {
			return nil
		}
		v, ok := ui.Number(text)
		if !ok || v <= 0 {
			wrong[id] = what
			return nil
		}
		return &v
	}
	said.Minutes = number(idRunMinutes, minutes, "Enter the minutes as a number, like 45.")
	said.Km = number(idRunKm, km, "Enter the distance as a number, like 8.5.")
	if said.Km != nil && f.page.Miles() {
		*said.Km *= unit.KmPerMile
	}
	if len(wrong) == 0 && said.Minutes == nil && said.Km == nil {
		wrong[idRunMinutes] = "Enter the minutes or the distance."
	}
	if len(wrong) > 0 {
		return said, wrong
	}
	return said, nil
}

// keep sends an entry and says what it came to.
func (f *Report) keep(op string, args any, text string, back undo) {
	then := ui.Answered(f.page, func(s wire.State) {
		f.Leave()
		f.page.Drop(f.name())
		for _, id := range []string{idRunStart, idRunMinutes, idRunKm} {
			ui.SetInput(id, "")
		}
		for _, key := range []string{keyRunEffort, keyRunPain, keyRunOn} {
			ui.Unpick(key)
		}
		f.page.GotState(s)
		var takeBack func()
		if back.op != "" {
			takeBack = func() { f.keep(back.op, back.args, "Undone.", undo{}) }
		}
		f.page.Toast(text, takeBack)
		ui.HoldFocus(f.page, ui.IDToast)
	})
	f.page.Send(op, args, func(r wire.Reply) {
		if r.Error != nil && f.opened() {
			f.Wrong = ui.Faults{ofRun: r.Error.Error()}
			ui.FocusWrong(f.page, ofRun)
			return
		}
		then(r)
	})
}

func (f *Report) open(app.Context, app.Event) {
	f.Open = true
	ui.FocusNext(f.page, idRunMinutes)
}

// toggled follows the line that the runner opened or closed.
func (f *Report) toggled(ctx app.Context, e app.Event) {
	if open := ctx.JSSrc().Get("open").Bool(); open && !f.opened() { // and not with what was typed before
		f.open(ctx, e)
	} else {
		f.Open = open
	}
}

// asUsual says that there were runs up to the last of the days that are over.
func (f *Report) asUsual(app.Context, app.Event) {
	q := f.asked()
	if q == nil {
		return
	}
	last := q.To
	if !q.Before {
		last-- // of today it is not known yet
	}
	f.keep(wire.OpRan, wire.RanSaid{Date: last}, "Saved: you ran as usual until "+unit.LongDay(last)+".", undo{wire.OpRan, wire.RanSaid{Date: last, Off: true}})
}

func (f *Report) no(app.Context, app.Event) {
	if q := f.asked(); q != nil {
		f.keep(wire.OpNotRan, wire.NotRanSaid{From: q.From, To: q.To}, "Saved: no runs from "+unit.LongDay(q.From)+" on.",
			undo{wire.OpNotRan, wire.NotRanSaid{From: q.From, To: q.To, Off: true}})
	}
}

// takeNoBack takes a no of today back, said before the page was loaded anew.
func (f *Report) takeNoBack(app.Context, app.Event) {
	if no := f.notRan(); no != nil {
		off := *no
		off.Off = true
		f.keep(wire.OpNotRan, off, "Undone.", undo{})
	}
}
