package today

import (
	"strings"
	"testing"

	"rebound/app/page/inbox"
	"rebound/app/page/outline"
	"rebound/app/page/ui"
	"rebound/app/wire"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// From one day to another the line of the seven days closes, as what it was asked is
// forgotten: open, it would wait for an answer that nobody asked for.
func TestAheadClosesWithItsDay(t *testing.T) {
	p := &ui.Page{}
	v := New(p, inbox.NewTyped(p), inbox.NewReport(p))
	a := &wire.Assessment{Week: []wire.DayPlan{{Date: 20_000}}}
	open := func() bool {
		return outline.Parse(t, app.Div().Body(v.seven(a))).Find("details")[0].Attrs["open"] == "open"
	}
	if open() {
		t.Error("open at first")
	}
	if v.Ahead.open = true; !open() {
		t.Error("closed, though the runner has opened it")
	}
	if v.Leave(); open() {
		t.Error("open on another day")
	}
}

// The look ahead is there where there is something to look ahead from, and of an open day alone;
// it names each choice, or says once that they come to the same.
func TestLooksAhead(t *testing.T) {
	v := &View{page: &ui.Page{}}
	if v.looksAhead(&wire.Assessment{}) || v.looksAhead(&wire.Assessment{Asks: &wire.Asks{}}) {
		t.Error("looks ahead from nothing")
	}
	a := &wire.Assessment{Asks: &wire.Asks{Ahead: true}}
	says := func() string { return outline.Parse(t, app.Div().Body(v.ifToday(a))).Says() }
	if got := says(); !strings.Contains(got, "If you do this today") || !strings.Contains(got, "Looking ahead") {
		t.Errorf("not answered yet it says %q", got)
	}
	days := []wire.IfDay{{Day: "Sat 28 Nov", Level: "ease", Word: "Ease off", Text: "Easy run, 40 min"}}
	v.Ahead = ahead{of: a, got: &wire.IfToday{Text: "If your signals stay as they are.", Choices: []wire.IfChoice{{Name: "As it is now", Text: "Tempo, 50 min", Days: days}, {Name: "Rest instead", Days: days}}}}
	for _, want := range []string{"If your signals stay", "As it is now", "Tempo, 50 min", "Rest instead", "Sat 28 Nov", "Ease off", "Easy run, 40 min"} {
		if got := says(); !strings.Contains(got, want) {
			t.Errorf("%q is not in %q", want, got)
		}
	}
	v.Ahead.got.Same, v.Ahead.got.Choices = "Whatever you do today:", v.Ahead.got.Choices[:1]
	if got := says(); !strings.Contains(got, "Whatever you do today:") || strings.Contains(got, "As it is now") {
		t.Errorf("where every choice comes to the same: %q", got)
	}
	v.page.Route.Date = 20_000
	if v.looksAhead(a) || says() != "" {
		t.Error("a past day looks ahead")
	}
}

// answering is a page whose backend answers what it is asked with the next of some replies.
type answering struct {
	ui.Host
	replies []wire.Reply
	asked   int
}

func (h *answering) Send(_ string, _ any, then func(wire.Reply)) {
	h.asked++
	then(h.replies[h.asked-1])
}

// A look ahead that fails says so and what to do, and is asked again by that alone.
func TestLookAheadFails(t *testing.T) {
	h := &answering{replies: []wire.Reply{{Error: &wire.Problem{Code: "died", Text: "Part of Rebound stopped."}}, {Data: []byte("{")}, {Data: []byte(`{"date":"2024-10-04","text":"If your signals stay as they are."}`)}}}
	v := &View{page: &ui.Page{Host: h, Today: 20_000}}
	v.Ahead.open = true
	a := &wire.Assessment{Date: 20_000, Asks: &wire.Asks{Ahead: true}}
	says := func() string { return outline.Parse(t, app.Div().Body(v.ifToday(a))).Says() }
	for range 2 {
		for range 3 { // drawn again, it does not ask again
			if got := says(); strings.Contains(got, "Looking ahead") || !strings.Contains(got, "could not be worked out") || !strings.Contains(got, "Try again") {
				t.Errorf("failed, it says %q", got)
			}
		}
		v.askAhead(a)
	}
	if got := says(); !strings.Contains(got, "If your signals stay") || strings.Contains(got, "Try again") || h.asked != 3 {
		t.Errorf("asked %d times, it says %q", h.asked, got)
	}
	// What fails late, after a newer verdict has asked, is nothing to that.
	slow := &holding{}
	v.page.Host = slow
	v.askAhead(a)
	v.Ahead.of = &wire.Assessment{}
	slow.then(wire.Reply{Error: &wire.Problem{Code: "died"}})
	if v.Ahead.failed {
		t.Error("the newer one fails with it")
	}
}

// holding is a page whose backend takes its time.
type holding struct {
	ui.Host
	then func(wire.Reply)
}

func (h *holding) Send(_ string, _ any, then func(wire.Reply)) { h.then = then }
