package page

import (
	"strconv"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"rebound/app/wire"
)

// keyDeclined remembers in the browser that the runner does not want the offer
// to install.
const keyDeclined = "rebound-install-declined"

// acts is what the runner can do, as handlers. The zero acts draws screens that
// do nothing, for tests.
type acts struct {
	skip, dismissFault                                 app.EventHandler
	choose, chooseFolder, take, cancel, dismissFiles   app.EventHandler
	sample, leave                                      app.EventHandler
	span, table                                        app.EventHandler
	saveTyped, undoTyped                               app.EventHandler
	setWord, setNumber, setRule, resetRule, resetRules app.EventHandler
	backup, restore, merge, replace                    app.EventHandler
	askErase, erase, closeDialog                       app.EventHandler
	installApp, decline, updateNow, updateLater        app.EventHandler
	planActs
	bodyActs
}

func (p *Page) actions() acts {
	return acts{
		skip: p.skip, dismissFault: p.dismissFault,
		choose: p.choose, chooseFolder: p.chooseFolder, take: p.take, cancel: p.cancel, dismissFiles: p.dismissFiles,
		sample: p.sampleOn, leave: p.sampleOff,
		span: p.setSpan, table: p.openTable,
		saveTyped: p.saveTyped, undoTyped: p.undoTyped,
		setWord: p.setWord, setNumber: p.setNumber, setRule: p.setRule, resetRule: p.resetRule, resetRules: p.resetRules,
		backup: p.backup, restore: p.chooseBackup, merge: p.merge, replace: p.replace,
		askErase: p.askErase, erase: p.erase, closeDialog: p.closeDialog,
		installApp: p.installApp, decline: p.decline, updateNow: p.updateNow, updateLater: p.updateLater,
		planActs: p.planActions(), bodyActs: p.bodyActions(),
	}
}

// data reads a data attribute of the element that a handler stands on.
func data(ctx app.Context, name string) string {
	return ctx.JSSrc().Get("dataset").Get(name).String()
}

// The link's own default would change the fragment, which is the screen.
func (p *Page) skip(_ app.Context, e app.Event) {
	e.PreventDefault()
	e.Call("stopPropagation")
	focus("main")
}

func (p *Page) dismissFault(app.Context, app.Event) { p.fault = "" }

func (p *Page) choose(app.Context, app.Event)       { p.link.rebound.Call("choose", false) }
func (p *Page) chooseFolder(app.Context, app.Event) { p.link.rebound.Call("choose", true) }
func (p *Page) take(ctx app.Context, _ app.Event)   { p.link.rebound.Call("importFrom", ctx.JSSrc()) }

func (p *Page) cancel(app.Context, app.Event) {
	ask(p, wire.OpCancel, nil, func(struct{}) {})
}

func (p *Page) dismissFiles(app.Context, app.Event) {
	ask(p, wire.OpDismiss, nil, func(l wire.FileList) {
		p.gotFiles(l)
		p.said = "Dismissed."
	})
}

func (p *Page) sampleOn(app.Context, app.Event)  { p.showSample(true) }
func (p *Page) sampleOff(app.Context, app.Event) { p.showSample(false) }

func (p *Page) showSample(on bool) {
	ask(p, wire.OpSample, wire.SampleArg{On: on}, func(s wire.State) {
		p.gotState(s)
		p.toToday()
	})
}

// toToday goes to the first screen from wherever the runner is.
func (p *Page) toToday() {
	app.Window().Get("location").Set("hash", "#/today")
	p.land = true
	p.ctx.Defer(func(app.Context) {
		scrollTo(0)
		focus("title")
	})
}

func (p *Page) gotFiles(l wire.FileList) {
	p.files, p.lines = &l, lineStep
	if p.progress == nil {
		p.progress = l.Progress
	}
	p.moreLines()
}

// moreLines draws the next piece of a long list.
func (p *Page) moreLines() {
	if p.files == nil || p.lines >= len(p.files.Lines) {
		return
	}
	p.ctx.After(drawEvery, func(app.Context) {
		p.lines += lineStep
		p.moreLines()
	})
}

func (p *Page) setSpan(ctx app.Context, _ app.Event) {
	days, err := strconv.Atoi(data(ctx, "days"))
	if err != nil || days == p.days && p.trends != nil {
		return
	}
	p.days = days
	p.askTrends()
}

func (p *Page) askTrends() {
	arg := wire.TrendsArg{To: p.today, Days: p.days}
	ask(p, wire.OpTrends, arg, func(t wire.Trends) {
		if arg.Days == p.days && arg.To == p.today {
			p.trends = draw(t, arg.Days, p.trends)
			p.titled()
		}
	})
}

// openTable draws a chart's rows only once they are wanted.
func (p *Page) openTable(ctx app.Context, _ app.Event) {
	if p.trends != nil {
		p.trends.open[data(ctx, "key")] = ctx.JSSrc().Get("open").Bool()
	}
}

func (p *Page) saveTyped(_ app.Context, e app.Event) {
	e.PreventDefault()
	t, wrong := readTyped(p.date(), inputValue(idHR), inputValue(idHRV), inputValue(idSleep))
	p.typed = typedView{wrong: wrong}
	if wrong != nil {
		p.ctx.Defer(func(app.Context) { focus(wrong.first()) })
		return
	}
	ask(p, wire.OpTyped, t, func(s wire.State) {
		p.typed = typedView{saved: &t}
		for _, id := range []string{idHR, idHRV, idSleep} {
			setInput(id, "")
		}
		p.gotState(s)
	})
}

func (p *Page) undoTyped(app.Context, app.Event) {
	if p.typed.saved == nil {
		return
	}
	ask(p, wire.OpTyped, takenBack(*p.typed.saved), func(s wire.State) {
		p.typed = typedView{undone: true}
		p.gotState(s)
	})
}

func (p *Page) installApp(app.Context, app.Event) { p.link.rebound.Call("install") }

func (p *Page) decline(ctx app.Context, _ app.Event) {
	p.declined = true
	// A browser that keeps nothing offers it again next time; no harm.
	_ = ctx.LocalStorage().Set(keyDeclined, true)
}

func (p *Page) updateNow(app.Context, app.Event)   { p.link.rebound.Call("update") }
func (p *Page) updateLater(app.Context, app.Event) { p.update = false }
