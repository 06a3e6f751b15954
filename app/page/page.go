package page

import (
	"encoding/json"
	"time"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"rebound/app/page/body"
	"rebound/app/page/files"
	"rebound/app/page/firstrun"
	"rebound/app/page/inbox"
	"rebound/app/page/plan"
	"rebound/app/page/settings"
	"rebound/app/page/sources"
	"rebound/app/page/summary"
	"rebound/app/page/today"
	"rebound/app/page/trends"
	"rebound/app/page/ui"
	"rebound/app/wire"
)

// Page is the one component: it asks, hears, and draws the screen that the
// address names.
type Page struct {
	app.Compo
	shell

	ctx      app.Context
	settings *settings.View
	link     *link
	linked   bool                 // the runner pressed a link, and did not go back or forth
	land     bool                 // the keyboard goes to the title once it stands
	arriving bool                 // a link was pressed, and its screen waits for an answer
	carry    string               // what the next screen says
	scroll   map[ui.Route]float64 // where each screen was left

	imported bool // an import has ended, and what came of each file is not asked yet

	drew, collected bool // what is done once (tasks.go)
}

// newPage is the page before it is mounted.
func newPage() *Page {
	p := &Page{scroll: map[ui.Route]float64{}}
	s := &ui.Page{Host: &host{p}}
	incoming, typed, report, where := inbox.NewFiles(s), inbox.NewTyped(s), inbox.NewReport(s), sources.New(s)
	p.settings = settings.New(s)
	p.shell = shell{
		page: s, files: incoming, where: where,
		first: firstrun.New(s, incoming, typed),
		screens: map[string]screen{
			ui.ScreenToday:    today.New(s, typed, report),
			ui.ScreenTrends:   trends.New(s),
			ui.ScreenPlan:     plan.New(s),
			ui.ScreenBody:     body.New(s, report),
			ui.ScreenFiles:    files.New(s, incoming, report, where, typed.Strap),
			ui.ScreenSettings: p.settings,
			ui.ScreenSummary:  summary.New(s),
		},
	}
	return p
}

// Render draws the screen and what stands around it.
func (p *Page) Render() app.UI { return p.draw() }

// OnMount opens the conversation with the backend.
func (p *Page) OnMount(ctx app.Context) {
	p.ctx, p.link = ctx, newLink(func() int64 { return p.page.On })
	p.page.Today, p.page.Installed = localToday(), standalone()
	p.offline = p.link.rebound.Get("offline").Truthy()
	p.page.Install = p.link.installable()
	p.fresh = p.link.rebound.Get("first").Truthy()
	p.page.Declined = p.page.Told("noted", ui.NotedDeclined) != ""
	p.recall()

	p.link.on("onoffline", func(args []app.Value) { p.do(func() { p.offline = args[0].Truthy() }) })
	p.link.on("onupdate", func(args []app.Value) {
		asks := len(args) > 0 && args[0].Truthy()
		p.do(func() { p.update, p.loses = true, asks })
	})
	p.link.on("oninstall", func([]app.Value) {
		p.do(func() { p.page.Install, p.page.Installed = p.link.installable(), standalone() })
	})
	p.link.on("ondiscard", func([]app.Value) { p.do(p.discarded) })
	p.link.on("onfolder", func([]app.Value) { p.do(p.folder) })
	p.folder()
	p.link.on("onbackup", func(args []app.Value) {
		said := args[0].String()
		p.do(func() {
			p.backups()
			if said != "" {
				p.page.Toast(said, nil)
			}
		})
	})
	p.backups()
	p.link.on("onmessage", func(args []app.Value) {
		text := args[0].String()
		p.do(func() { p.hear(text) })
	})
	history := app.Window().Get("history")
	history.Set("scrollRestoration", "manual")
	// In the capture phase, so as to come before go-app follows the link.
	app.Window().Call("addEventListener", "click", app.FuncOf(func(_ app.Value, args []app.Value) any {
		at := args[0].Get("target")
		p.linked = at.Get("closest").Truthy() && at.Call("closest", "a[href^='#/']").Truthy()
		return nil
	}), true)
	app.Window().Call("addEventListener", "visibilitychange", app.FuncOf(func(app.Value, []app.Value) any {
		p.do(p.newDay)
		return nil
	}))
	p.hello()
	p.clock()
}

// discarded begins the screen's forms anew: what was typed into one was given up.
func (p *Page) discarded() {
	p.current().Leave()
	p.refresh()
}

// folder takes in which folder the browser remembers.
func (p *Page) folder() {
	p.page.CanKeepFolder, p.page.Folder = p.link.rebound.Get("canKeepFolder").Truthy(), p.link.rebound.Get("folderName").String()
}

// backups takes in what the browser knows of them.
func (p *Page) backups() {
	p.page.Backups = ui.Backups{}
	_ = json.Unmarshal([]byte(p.link.rebound.Get("backup").String()), &p.page.Backups) // what cannot be read is not known
}

// do runs f and draws again.
func (p *Page) do(f func()) { p.ctx.Dispatch(func(app.Context) { f() }) }

// clock looks every minute whether the day has changed.
func (p *Page) clock() {
	p.ctx.After(time.Minute, func(app.Context) {
		p.newDay()
		p.clock()
	})
}

// newDay follows the local date.
func (p *Page) newDay() {
	if today := localToday(); today != p.page.Today {
		p.page.Today, p.page.Now, p.page.Last = today, nil, nil
		p.hello()
	}
}

// hello opens the conversation with the backend, which knows nothing of the sample
// runner after a reload.
func (p *Page) hello() {
	h := wire.Hello{Today: p.page.Today, Miles: p.link.rebound.Get("miles").Truthy()}
	got := ui.Answered(p.page, func(s wire.State) {
		if s.Sample || !p.link.rebound.Get("sampled").Truthy() {
			p.gotState(s)
			return
		}
		p.link.send(wire.OpSample, wire.SampleArg{On: true}, func(r wire.Reply) {
			if r.Error != nil {
				p.gotState(s)
				return
			}
			ui.Answered(p.page, p.gotState)(r)
		})
	})
	p.link.send(wire.OpHello, h, func(r wire.Reply) {
		p.shut = r.Error != nil && p.page.State == nil
		got(r)
	})
}

// recall takes up what was kept of today's verdict.
func (p *Page) recall() {
	var l ui.Last
	if json.Unmarshal([]byte(p.link.rebound.Call("recall").String()), &l) == nil && l.Date == p.page.Today {
		p.page.Last = &l
	}
}

// remember keeps today's verdict for the next start. The sample runner's is not
// the runner's.
func (p *Page) remember() {
	if !p.page.Sample() && !p.page.Empty() {
		p.link.rebound.Call("remember", string(marshal(today.LastOf(p.page.Now, p.page.Miles()))))
	}
}

// hear takes in a reply or an event.
func (p *Page) hear(text string) {
	m, rest := p.link.hear(text)
	if !rest {
		return
	}
	switch m.Event {
	case "progress":
		var progress wire.Progress
		if json.Unmarshal(m.Data, &progress) == nil {
			p.gotProgress(progress)
		}
	case "changed":
		var s wire.State
		if json.Unmarshal(m.Data, &s) == nil {
			p.gotState(s)
		}
	case "died":
		p.died(string(m.Data) == "true")
	default: // of a drop
		if m.ID == droppedBackup {
			if m.Error == nil {
				ui.Answered(p.page, p.settings.Offer)(m.Reply)
			}
			return
		}
		if m.Error != nil {
			p.page.Fault = *m.Error
		}
		if m.Revision != p.link.revision {
			p.hello()
		}
	}
}

// droppedBackup is the request with which boot.js has a backup looked into that came
// as a file to be imported; one that is none is imported then.
const droppedBackup = -4

func (p *Page) gotState(s wire.State) {
	p.shut = false
	if !s.Sample && (p.page.State == nil || p.page.State.Theme != s.Theme) {
		p.link.rebound.Call("theme", s.Theme)
	}
	if p.page.State != nil && p.page.State.Sample != s.Sample {
		p.forget()
	}
	if old := p.page.State; old != nil && (old.Sample && !s.Sample || s.Empty && !old.Empty) {
		p.page.DropDrafts("") // she is left; or all was erased, here or in another tab
		if !old.Sample {
			p.page.Boot("note", ui.NotedName, "")
		}
		p.page.Toast("", nil)
	}
	if p.page.State != nil && p.page.State.Empty && !s.Empty {
		p.land = true // the first screen makes way for a verdict
	}
	if s.Empty {
		p.collect()
	}
	p.link.rebound.Set("sampled", s.Sample)
	p.page.State = &s
	p.link.at(s.Revision)
	if p.page.Empty() && !p.page.Sample() {
		p.page.Last = nil
		p.link.rebound.Call("remember", "")
	}
	p.refresh()
	if p.imported { // the verdict was asked first
		p.imported = false
		p.files.Ask()
	}
}

// forget drops all that is known of a diary that is no longer the one shown.
func (p *Page) forget() {
	p.page.Forget()
	p.files.Forget()
	for _, s := range p.screens {
		s.Forget()
	}
}

// gotProgress takes in how far an import is. The backend says how the diary stands after
// the last of it, and only then is anything asked: the verdict before the rest.
func (p *Page) gotProgress(progress wire.Progress) {
	began := !p.page.Importing() && !progress.Finished
	p.page.Progress = &progress
	if began {
		p.page.Quiet()
	}
	if !progress.Finished {
		return
	}
	asks := progress.Asked > 0 && progress.Asked == progress.Done // there is nothing to say but the question
	if p.page.Route.Screen != ui.ScreenFiles && !asks {           // which says it itself, and goes on saying it
		said := inbox.Outcome(progress)
		if progress.Rejected > progress.Asked {
			said += " Files says why."
		}
		p.page.Toast(said, nil)
	}
	p.imported = true // and the diary's state comes next
	if progress.Added > 0 {
		askToKeep(func() {
			if p.page.Route.Screen == ui.ScreenSettings { // which says whether the browser will
				p.do(p.screens[ui.ScreenSettings].Ask)
			}
		})
	}
}

// died: boot.js has started a new backend, or given up for good. What was saved is
// there; what was under way has to be asked again.
func (p *Page) died(forGood bool) {
	p.link.forget()
	p.shut = p.shut && forGood // it is asked again
	if p.page.Importing() {
		p.page.Progress.Finished, p.page.Progress.Canceled = true, true
	}
	if forGood {
		p.page.Wrong("Part of Rebound stopped again. Reload the page; whatever it said was saved or added is safe.")
		return
	}
	p.page.Wrong("Part of Rebound stopped and was started again. Whatever it said was saved or added is safe; do the rest again.")
	p.hello()
}

// refresh asks for what the screen shows.
func (p *Page) refresh() {
	if p.page.State == nil {
		return
	}
	p.link.asked = nil
	if !p.page.State.Empty {
		p.askVerdict()
		if d := p.page.Route.Date; d != 0 {
			ui.Ask(p.page, wire.OpAssess, wire.DateArg{Date: d}, func(a wire.Assessment) {
				if a.Date == p.page.Route.Date {
					p.page.Past = &a
					p.titled()
				}
			})
		}
	}
	p.current().Ask()
}

// askVerdict asks for today's.
func (p *Page) askVerdict() {
	ui.Ask(p.page, wire.OpAssess, wire.DateArg{Date: p.page.Today}, func(a wire.Assessment) {
		if a.Date == p.page.Today {
			p.hold()
			p.page.Now, p.page.Last = &a, nil
			p.remember()
			p.titled()
		}
	})
}
