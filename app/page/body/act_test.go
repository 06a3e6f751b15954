package body

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"rebound/app/page/inbox"
	"rebound/app/page/ui"
	"rebound/app/wire"
	"rebound/engine/diary"
)

// answering is a page whose backend answers at once, with one screen of Body and
// an empty state, and notes what it was asked.
type answering struct {
	ui.Host
	screen wire.BodyScreen
	asked  []string
}

func (a *answering) Send(op string, args any, then func(wire.Reply)) {
	raw, _ := json.Marshal(args)
	a.asked = append(a.asked, op+" "+string(raw))
	var answer any = wire.State{}
	if op == wire.OpBody {
		answer = a.screen
	}
	data, _ := json.Marshal(answer)
	then(wire.Reply{Data: data})
}

func (*answering) GotState(wire.State)     {}
func (*answering) Arrived()                {}
func (*answering) Defer(func())            {}
func (*answering) Boot(string, ...any)     {}
func (*answering) Told(_, _ string) string { return "" }
func (*answering) After(int, func())       {}

func checkingIn() (*View, *answering) {
	host := &answering{screen: wire.BodyScreen{Date: day, CheckIn: &wire.CheckIn{Date: day, Fatigue: num(1)}}}
	p := &ui.Page{Host: host, Today: day, State: &wire.State{}, Route: ui.Route{Screen: ui.ScreenBody, Part: PartCheckIn}}
	v := New(p, inbox.NewReport(p))
	v.Ask()
	return v, host
}

// What another tab enters is the form's new start, but for what was begun here.
func TestAnotherTabEnters(t *testing.T) {
	for begun, want := range map[bool]int{false: 3, true: 4} {
		v, host := checkingIn()
		if n := v.CheckIn.Fatigue; n == nil || *n != 1 {
			t.Fatalf("the form starts from fatigue %v", n)
		}
		if begun {
			v.CheckIn.Fatigue = num(4)
			v.answered()
		}
		host.screen.CheckIn = &wire.CheckIn{Date: day, Fatigue: num(3)}
		v.Ask()
		if got := *v.CheckIn.Fatigue; got != want {
			t.Errorf("begun here %v: fatigue %d stands in the form, want %d", begun, got, want)
		}
	}
}

// The same screen again leaves the form as it is.
func TestFormStaysBegun(t *testing.T) {
	v, _ := checkingIn()
	v.CheckIn.Fatigue = num(4)
	v.answered()
	v.Ask()
	if got := *v.CheckIn.Fatigue; got != 4 {
		t.Errorf("fatigue is %d again", got)
	}
	v.Leave()
	v.Ask()
	if got := *v.CheckIn.Fatigue; got != 1 {
		t.Errorf("the form that was left starts from fatigue %d", got)
	}
}

// Undo sends what the entry carried for it, in order, and once.
func TestTakeBack(t *testing.T) {
	v, host := checkingIn()
	v.enter(Request{wire.OpTick, 0}, "Saved.", Request{wire.OpTick, 1}, Request{wire.OpTick, 2})
	if v.page.Said != "Saved." {
		t.Fatalf("it says %q", v.page.Said)
	}
	host.asked = nil
	for range 2 {
		v.page.Undo()
	}
	if want := []string{wire.OpTick + " 1", wire.OpTick + " 2"}; !slices.Equal(host.asked, want) {
		t.Errorf("taking back asks %q, want %q", host.asked, want)
	}
	if v.page.Said != "Undone." {
		t.Errorf("taken back, it says %q", v.page.Said)
	}
}

// A check-in that says nothing is not sent.
func TestEmptyCheckInIsNotSent(t *testing.T) {
	v, host := checkingIn()
	v.CheckIn = &wire.CheckIn{Date: day}
	host.asked = nil
	v.saveCheckIn(app.Context{}, app.Event{})
	if len(host.asked) > 0 || v.Wrong[v.form()] == "" {
		t.Errorf("asked %q, and what is wrong is %q", host.asked, v.Wrong)
	}
}

// An illness that was entered twice is one to the runner: better ends both, and undo
// opens both again.
func TestBetterEndsEveryEntry(t *testing.T) {
	host := &answering{screen: wire.BodyScreen{Date: day, Ill: &wire.IllCard{Since: day - 6, Where: "above_neck", Open: []diary.Date{day - 6, day - 3}}}}
	p := &ui.Page{Host: host, Today: day, State: &wire.State{}, Route: ui.Route{Screen: ui.ScreenBody, Part: PartIll}}
	v := New(p, inbox.NewReport(p))
	v.Ask()
	ended := func(asked []string) (spans []string) {
		for _, a := range asked {
			var x wire.IllnessSaid
			if text, ok := strings.CutPrefix(a, wire.OpIllness+" "); ok && json.Unmarshal([]byte(text), &x) == nil {
				spans = append(spans, fmt.Sprint(int(x.From-day), x.To != 0, int(x.To-day), x.Off))
			}
		}
		return spans
	}
	host.asked = nil
	v.better(app.Context{}, app.Event{})
	if got := ended(host.asked); !slices.Equal(got, []string{"-6 true -1 false", "-3 true -1 false"}) {
		t.Errorf("better: %v", host.asked)
	}
	host.asked = nil
	v.page.Undo()
	if got := ended(host.asked); len(got) != 2 || strings.Contains(strings.Join(got, " "), "true") {
		t.Errorf("undo: %v", host.asked)
	}
	v.Ill.From, v.Ill.Where = day-5, "below_neck"
	host.asked = nil
	v.saveIll(app.Context{}, app.Event{})
	if got := ended(host.asked); len(got) != 3 || !strings.HasSuffix(got[0], "true") || !strings.HasSuffix(got[1], "true") || !strings.HasPrefix(got[2], "-5 false") {
		t.Errorf("since another day: %v", host.asked)
	}
}

// refusing is a backend that takes no entry.
type refusing struct {
	*answering
	dropped []string
}

func (r *refusing) Send(op string, args any, then func(wire.Reply)) {
	if op == wire.OpBody {
		r.answering.Send(op, args, then)
		return
	}
	then(wire.Reply{Error: &wire.Problem{Code: "value", Text: "5,000 minutes cannot be.", Hint: "Give 1 to 120."}})
}

func (r *refusing) Boot(name string, args ...any) {
	r.dropped = append(r.dropped, fmt.Sprint(name, args))
}

// What the backend refuses is said at the form, which keeps what is in it.
func TestRefusedIsSaidAtTheForm(t *testing.T) {
	host := &refusing{answering: &answering{screen: wire.BodyScreen{Date: day}}}
	p := &ui.Page{Host: host, Today: day, State: &wire.State{}, Route: ui.Route{Screen: ui.ScreenBody, Part: PartCheckIn}}
	v := New(p, inbox.NewReport(p))
	v.Ask()
	v.CheckIn.Fatigue = num(3)
	v.answered()
	v.saveCheckIn(app.Context{}, app.Event{})
	if v.Wrong[v.form()] != "5,000 minutes cannot be. Give 1 to 120." || p.Fault.Text != "" {
		t.Errorf("what is wrong is %q, and the fault of the page %q", v.Wrong, p.Fault.Text)
	}
	if v.CheckIn.Fatigue == nil || len(host.dropped) > 0 {
		t.Errorf("the form holds %+v; %q", v.CheckIn, host.dropped)
	}
	if v.answered(); v.Wrong != nil {
		t.Error("an answer leaves what was wrong before it")
	}
}
