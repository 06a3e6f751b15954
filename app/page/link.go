package page

import (
	"encoding/json"
	"slices"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"rebound/app/wire"
	"rebound/engine/diary"
)

// link is the page's side of globalThis.rebound (docs/ARCHITECTURE.md). It is
// the only part of the page that speaks to the browser beside go-app.
type link struct {
	rebound app.Value
	last    int
	waiting map[int]func(wire.Reply)
	answers
	under map[string]bool // requests of once that are under way
	back  func() int64    // of what takes something back, when that was done
}

// once are the operations of which a second counts again: two quick taps on one
// button mean it once.
var once = []string{wire.OpCold, wire.OpPlanMake, wire.OpPlanMove, wire.OpPlanLife, wire.OpPlanUndo}

func newLink(back func() int64) *link {
	return &link{back: back, rebound: app.Window().Get("rebound"), waiting: map[int]func(wire.Reply){}, under: map[string]bool{}}
}

// on sets one of rebound's listeners.
func (l *link) on(name string, f func(args []app.Value)) {
	l.rebound.Set(name, app.FuncOf(func(_ app.Value, args []app.Value) any {
		f(args)
		return nil
	}))
}

// send asks the backend; then gets its reply: at once, where the answer is known.
func (l *link) send(op string, args any, then func(wire.Reply)) {
	if q := (wire.Ask{Op: op, Args: marshal(args)}); slices.Contains(questions, op) {
		l.note(q)
		if data, ok := l.of(q); ok {
			then(wire.Reply{Data: data, Revision: l.revision})
			return
		}
		reply := then
		then = func(r wire.Reply) {
			if r.Error == nil {
				l.take(q, r.Data)
			}
			reply(r)
		}
	}
	if slices.Contains(once, op) {
		key, _ := json.Marshal([]any{op, args})
		if l.under[string(key)] {
			return
		}
		l.under[string(key)] = true
		reply := then
		then = func(r wire.Reply) {
			delete(l.under, string(key))
			reply(r)
		}
	}
	l.rebound.Call("send", l.request(op, args, then))
}

// share is send for a request whose reply brings a file to hand to another app.
func (l *link) share(op string, args any, then func(wire.Reply)) {
	l.rebound.Call("share", l.request(op, args, then))
}

// restore lets the runner choose a backup and asks the backend to look into it.
func (l *link) restore(args any, then func(wire.Reply)) {
	l.last++
	l.waiting[l.last] = then
	raw, _ := json.Marshal(args) // a plain struct: cannot fail
	l.rebound.Call("restoreFrom", l.last, string(raw))
}

func (l *link) request(op string, args any, then func(wire.Reply)) string {
	l.last++
	l.waiting[l.last] = then
	req := wire.Request{ID: l.last, Op: op, Args: marshal(args)}
	if !slices.Contains(questions, op) {
		req.On = l.back()
	}
	if slices.Contains(actions, op) {
		req.Then = l.asked
	}
	return string(marshal(req))
}

// marshal is what travels of plain structs, which always can.
func marshal(v any) json.RawMessage {
	if v == nil {
		return nil
	}
	raw, _ := json.Marshal(v)
	return raw
}

// message is a Reply or an Event.
type message struct {
	wire.Reply
	Event string `json:"event"`
}

// hear hands a reply to who asked, and gives back what is an event, or a reply
// to a request that nobody waits for.
func (l *link) hear(text string) (message, bool) {
	var m message
	if json.Unmarshal([]byte(text), &m) != nil {
		return m, false
	}
	then, ok := l.waiting[m.ID]
	if m.Event != "" || !ok {
		return m, true
	}
	delete(l.waiting, m.ID)
	l.at(m.Revision)
	for _, a := range m.Then {
		l.take(a.Ask, a.Data)
	}
	then(m.Reply)
	return m, false
}

// broken is what comes of a request that a dead backend will not answer.
var broken = &wire.Problem{Code: "died", Text: "Part of Rebound stopped before it was done.", Hint: "Try again."}

// forget drops the requests that a dead backend will not answer, and tells who waits.
func (l *link) forget() {
	waiting := l.waiting
	l.waiting, l.answers = map[int]func(wire.Reply){}, answers{}
	clear(l.under)
	for id := 1; id <= l.last; id++ {
		if then, ok := waiting[id]; ok {
			then(wire.Reply{ID: id, Error: broken})
		}
	}
}

// installable is "prompt", "ios" or "".
func (l *link) installable() string {
	v := l.rebound.Get("canInstall")
	if v.Type() == app.TypeString {
		return v.String()
	}
	if v.Truthy() {
		return "prompt"
	}
	return ""
}

func standalone() bool {
	return app.Window().Call("matchMedia", "(display-mode: standalone)").Get("matches").Bool() ||
		app.Window().Get("navigator").Get("standalone").Truthy()
}

// localToday is the browser's civil date.
func localToday() diary.Date {
	now := app.Window().Get("Date").New()
	utc := app.Window().Get("Date").Call("UTC", now.Call("getFullYear").Int(), now.Call("getMonth").Int(), now.Call("getDate").Int())
	return diary.Date(utc.Float() / 86400e3)
}

// askToKeep asks the browser not to evict what is stored.
func askToKeep(done func()) {
	storage := app.Window().Get("navigator").Get("storage")
	if storage.Truthy() && storage.Get("persist").Truthy() {
		storage.Call("persist").Then(func(app.Value) { done() })
	}
}
