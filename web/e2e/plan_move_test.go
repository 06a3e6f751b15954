package e2e

import (
	"fmt"
	"slices"
	"testing"

	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"rebound/app/wire"
	"rebound/engine/diary"
)

var keys = map[string]string{"Tab": kb.Tab, "Enter": kb.Enter, "Escape": kb.Escape, "ArrowLeft": kb.ArrowLeft, "ArrowRight": kb.ArrowRight, "ArrowDown": kb.ArrowDown, "Home": kb.Home, "End": kb.End, "Space": " "}

// key presses a key of the keyboard.
func (p *tab) key(name string) {
	p.t.Helper()
	if err := chromedp.Do(p.ctx, chromedp.KeyEvent(keys[name])); err != nil {
		p.t.Fatal(err)
	}
}

func (p *tab) click(x, y float64) {
	p.t.Helper()
	if err := chromedp.Do(p.ctx, chromedp.MouseClickXY(x, y)); err != nil {
		p.t.Fatal(err)
	}
}

// tabTo presses Tab until an element that an expression is true of has the
// keyboard, and Enter there, if enter says so.
func (p *tab) tabTo(what, expression string, enter bool) {
	p.t.Helper()
	for range 150 {
		if eval[bool](p, "((e) => !!("+expression+"))(document.activeElement)") {
			if enter {
				p.key("Enter")
			}
			return
		}
		p.key("Tab")
	}
	p.t.Fatalf("the keyboard does not reach %s; it is at %s", what, clip(eval[string](p, "document.activeElement.outerHTML")))
}

// movable is a day of the seven whose session can go to another of them.
func movable(t *testing.T, s wire.PlanScreen) (from, to diary.Date) {
	t.Helper()
	for _, d := range s.Days[1:] {
		for _, m := range d.MoveTo {
			if m.Date > d.Date && m.Date <= d.Date+2 && m.Date <= s.Days[6].Date {
				return d.Date, m.Date
			}
		}
	}
	t.Fatalf("nothing can be moved: %+v", s.Days)
	return 0, 0
}

func (p *tab) samplePlan() (s wire.PlanScreen) {
	p.t.Helper()
	p.press("See a sample runner")
	p.wait("the sample's verdict", verdictStands)
	today := sampleExport(p.t).today
	p.follow("10", today+70)
	return p.plan(today)
}

// swapped says whether two days have changed places.
func swapped(a, b wire.PlanScreen, from, to diary.Date) bool {
	at := func(s wire.PlanScreen, d diary.Date) wire.Session { return s.Days[d-s.Date].Before }
	return at(a, from) == at(b, to) && at(a, to) == at(b, from)
}

// A session is dragged to another day, by mouse and by finger; a drag that ends
// on no day changes nothing.
func TestDragASession(t *testing.T) {
	s := newSite(t, built)
	p := shared(t).open(t, s.url(""))
	p.viewport(390, 1600)
	before := p.samplePlan()
	from, to := movable(t, before)

	p.drag(from, to, p.mouse, false)
	p.wait("that nothing has moved", `!document.querySelector(".dragging, .over, .may")`)
	if got := p.plan(before.Date); len(got.Made.Changes) != 0 {
		t.Errorf("a drag that was given up changed the plan: %+v", got.Made.Changes)
	}
	p.drag(from, to, p.mouse, true)
	p.wait("what was done", `document.querySelector(".undo").innerText.startsWith("Moved")`)
	if got := p.plan(before.Date); !swapped(before, got, from, to) {
		t.Errorf("%v and %v have not changed places", from, to)
	}
	p.wait("the keyboard at the session", fmt.Sprintf(`document.activeElement.id === %q`, "move-"+to.String()))
	p.press("Undo")
	p.wait("the plan as it was made", `!document.querySelector(".undo").innerText.startsWith("Moved")`)
	if got := p.plan(before.Date); !swapped(before, got, from, from) {
		t.Error("Undo has not brought the session back")
	}
	p.drag(from, to, p.finger, true)
	p.wait("what was done", `document.querySelector(".undo").innerText.startsWith("Moved")`)
	if got := p.plan(before.Date); !swapped(before, got, from, to) {
		t.Errorf("by finger, %v and %v have not changed places", from, to)
	}
	if eval[int](p, `document.querySelectorAll("[aria-expanded=true]").length`) != 0 {
		t.Error("the drag has also opened the list of days")
	}
}

// A session held at the edge of a small screen scrolls it, and lands on a day that
// was out of sight.
func TestDragBeyondTheScreen(t *testing.T) {
	s := newSite(t, built)
	p := shared(t).open(t, s.url(""))
	const height = 400
	p.viewport(390, height)
	before := p.samplePlan()
	i := slices.IndexFunc(before.Days, func(d wire.PlanDay) bool { return len(d.MoveTo) > 0 })
	if i < 0 || i > 3 {
		t.Fatalf("nothing of the next days can be moved: %+v", before.Days)
	}
	day := before.Days[i]
	to := day.MoveTo[len(day.MoveTo)-1].Date
	p.do(fmt.Sprintf(`document.querySelector("#move-%s").scrollIntoView({block: "center", behavior: "instant"})`, day.Date))
	target := "#day-" + to.String()
	inSight := fmt.Sprintf(`((r) => r.top > 90 && r.bottom < %d)(document.querySelector(%q).getBoundingClientRect())`, height-90, target)
	if eval[bool](p, inSight) {
		t.Fatalf("%v is in sight from the start", to)
	}
	at := p.centre("#move-" + day.Date.String())
	p.mouse("press", at.X, at.Y)
	p.mouse("move", at.X, at.Y+20)
	p.mouse("move", at.X, height-40)
	p.wait("the last day to come into sight", inSight)
	p.mouse("move", at.X, p.centre(target).Y) // that stops the scrolling
	p.wait("the scrolling to stop", `new Promise((done) => { const was = scrollY; requestAnimationFrame(() => requestAnimationFrame(() => done(scrollY === was))); })`)
	p.mouse("move", at.X, p.centre(target).Y)
	p.mouse("release", at.X, p.centre(target).Y)
	p.wait("what was done", `document.querySelector(".undo").innerText.startsWith("Moved")`)
	if got := p.plan(before.Date); !swapped(before, got, day.Date, to) {
		t.Errorf("%v and %v have not changed places", day.Date, to)
	}
}

type point struct{ X, Y float64 }

// centre is the middle of an element, where it now stands in the window.
func (p *tab) centre(selector string) point {
	p.t.Helper()
	return eval[point](p, fmt.Sprintf(`(({x, y, width, height}) => ({X: x + width / 2, Y: y + height / 2}))(document.querySelector(%q).getBoundingClientRect())`, selector))
}

// drag takes a session by its handle to another day; drop false lets it go where
// no day is.
func (p *tab) drag(from, to diary.Date, hand func(phase string, x, y float64), drop bool) {
	p.t.Helper()
	p.do(`scrollTo(0, 0)`)
	a, b := p.centre("#move-"+from.String()), p.centre("#day-"+to.String())
	if !drop {
		b.Y = 30
	}
	hand("press", a.X, a.Y)
	for i := 1.0; i <= 8; i++ {
		hand("move", a.X-i, a.Y+(b.Y-a.Y)*i/8)
	}
	hand("release", a.X-8, b.Y)
}

func (p *tab) mouse(phase string, x, y float64) {
	p.t.Helper()
	types := map[string]input.DispatchMouseEventType{"press": input.DispatchMouseEventTypeMousePressed, "move": input.DispatchMouseEventTypeMouseMoved, "release": input.DispatchMouseEventTypeMouseReleased}
	_, err := chromedp.Call(p.ctx, input.DispatchMouseEvent, input.DispatchMouseEventParams{Type: types[phase], X: x, Y: y, Button: input.MouseButtonLeft, Buttons: 1, ClickCount: 1})
	if err != nil {
		p.t.Fatal(err)
	}
}

func (p *tab) finger(phase string, x, y float64) {
	p.t.Helper()
	types := map[string]input.DispatchTouchEventType{"press": input.DispatchTouchEventTypeTouchStart, "move": input.DispatchTouchEventTypeTouchMove, "release": input.DispatchTouchEventTypeTouchEnd}
	points := []*input.TouchPoint{{X: x, Y: y}}
	if phase == "release" {
		points = []*input.TouchPoint{}
	}
	if _, err := chromedp.Call(p.ctx, input.DispatchTouchEvent, input.DispatchTouchEventParams{Type: types[phase], TouchPoints: points}); err != nil {
		p.t.Fatal(err)
	}
}

// The whole way by keyboard alone: a goal, its days, the plan, a session moved,
// taken back.
func TestPlanByKeyboard(t *testing.T) {
	s := newSite(t, built)
	p := shared(t).open(t, s.url(""))
	p.press("See a sample runner")
	p.wait("the sample's verdict", verdictStands)
	today := sampleExport(t).today
	p.openGoal()
	p.do(`document.activeElement.blur()`)
	p.tabTo("the goals", `e.name === "goal"`, false)
	for range 6 {
		if eval[string](p, `document.activeElement.value`) == "marathon" {
			break
		}
		p.key("ArrowDown")
	}
	p.wait("the marathon chosen", `document.querySelector("input[value=marathon]").checked && document.activeElement.value === "marathon"`)
	p.tabTo("the race's day", `e.id === "goal-date"`, false)
	p.fill("#goal-date", (today + 140).String())
	p.tabTo("the days", `e.innerText.startsWith("Which days")`, true)
	p.wait("the days", `document.querySelector("[data-day=mon]")?.checkVisibility()`)
	p.tabTo("Monday", `e.dataset.day === "mon"`, false)
	was := eval[string](p, `document.activeElement.ariaPressed`)
	p.key("Space")
	p.wait("Monday changed", `document.activeElement.dataset.day === "mon" && document.activeElement.ariaPressed !== "`+was+`"`)
	p.tabTo("Follow this plan", `e.innerText === "Follow this plan"`, true)
	p.wait("the plan, and the keyboard at its title", sevenDays+` && document.activeElement.id === "title"`)

	before := p.plan(today)
	from, _ := movable(t, before)
	p.tabTo("Move", fmt.Sprintf("e.id === %q", "move-"+from.String()), true)
	p.wait("the days", `document.activeElement.id === "move-to-0"`)
	to := eval[string](p, `document.activeElement.dataset.to`)
	p.key("Enter")
	p.wait("the session moved, the keyboard with it", fmt.Sprintf(`document.activeElement.id === %q && document.querySelector(".undo").innerText.startsWith("Moved")`, "move-"+to))
	date, err := diary.ParseDate(to)
	if err != nil {
		t.Fatal(err)
	}
	if got := p.plan(today); !swapped(before, got, from, date) {
		t.Errorf("%v and %v have not changed places", from, date)
	}
	p.do(`document.querySelector("#title").focus()`)
	p.tabTo("Undo", `e.innerText === "Undo" && e.closest(".undo")`, true)
	p.wait("it taken back", `!document.querySelector(".undo").innerText.startsWith("Moved")`)
	if got := p.plan(today); !swapped(before, got, from, from) {
		t.Error("Undo by keyboard has not brought the session back")
	}
}
