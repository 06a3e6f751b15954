package e2e

import (
	"strconv"
	"testing"

	"rebound/app/wire"
)

// A phone's first screen, and how long Today may be on it in any ordinary state: one and
// a half of them.
const (
	phoneHigh = 844
	glanceMax = phoneHigh * 3 / 2
)

// measured is where what has to be on the first screen ends, and where the tabs begin
// that lie over it.
type measured struct {
	Verdict, Session, Signals float64
	Tabs, Whole               float64
	Title                     string
	Wide                      float64 // by how much something sticks out to the right
}

const measure = `(() => {
	const end = (s) => document.querySelector("main " + s)?.getBoundingClientRect().bottom + scrollY || 0;
	return {Verdict: end(".verdict"), Session: end(".session h2"), Signals: end(".signals > ul"), Title: document.querySelector("main h1").innerText,
		Tabs: document.querySelector(".tabs").getBoundingClientRect().top, Whole: document.documentElement.scrollHeight, Wide: document.documentElement.scrollWidth - innerWidth};
})()`

// glance judges Today as it stands, whatever is said over it.
func (p *tab) glance(state, title string, signals bool) {
	p.t.Helper()
	p.screen("#/today")
	now := p.assessment(sampleExport(p.t).today).Headline // one state may be called as the one before
	p.wait(state, `document.querySelector("main.page-today h1")?.innerText === "`+title+`" && document.querySelector("main[data-action]:not([aria-busy]) .lines") && document.querySelector("main").innerText.includes(`+strconv.Quote(now)+`)`)
	p.hush()
	m := eval[measured](p, measure)
	p.t.Logf("%s: verdict to %.0f, session to %.0f, signals to %.0f of %.0f; %.0f px in all", state, m.Verdict, m.Session, m.Signals, m.Tabs, m.Whole)
	if m.Verdict > m.Tabs || m.Session > m.Tabs || signals && (m.Signals == 0 || m.Signals > m.Tabs) {
		p.t.Errorf("%s: not all on the first screen, which ends at %.0f: %+v", state, m.Tabs, m)
	}
	if m.Whole > glanceMax || m.Wide > 0 {
		p.t.Errorf("%s: Today is %.0f px long and %.0f too wide, and %d are allowed", state, m.Whole, m.Wide, glanceMax)
	}
	p.shoot("glance-" + state)
}

// Verdict, session and signals stand on a phone's first screen, and Today is short,
// whatever the day is; a check-in with nothing to say is one tap, and can be taken back.
func TestTodayAtAGlance(t *testing.T) {
	x := sampleExport(t)
	p, h := planned(t), &thumb{}
	yes, no := true, false
	p.ran(x.today-1, 7)
	p.glance("cut", "Ease off", true)
	p.look("glance")

	checkedIn := func() bool { return p.body(x.today).CheckIn != nil }
	h.press(p, "All fine", named("All fine"))
	p.wait("that it is saved", saved+` && !document.querySelector(".check")`)
	if h.taps != 1 || !checkedIn() {
		t.Errorf("after %d taps there is a check-in: %v", h.taps, checkedIn())
	}
	h.press(p, "Undo", named("Undo"))
	p.wait("that it is asked again", `document.querySelector(".check")`)
	if checkedIn() {
		t.Error("taken back, and still there")
	}
	h.press(p, "How hard was it?", named("How hard was it?"))
	h.press(p, "4 of 10", `document.querySelector('.rate [data-rpe="4"]')`)
	p.wait("that it is saved", saved+` && !document.querySelector(".rate")`)
	if r := p.body(x.today).Runs; len(r) == 0 || r[0].RPE == nil || *r[0].RPE != 4 {
		t.Errorf("the effort is not kept: %+v", r)
	}

	ask[wire.State](p, wire.OpDecide, wire.Decide{Date: x.today, Action: "cut_week"})
	p.glance("hold", "Ease off", true)
	ask[wire.State](p, wire.OpNiggle, wire.NiggleSaid{Date: x.today, Site: "calf", Side: "left", Severity: 3})
	p.glance("niggle", "Ease off", true)
	ask[wire.State](p, wire.OpNiggle, wire.NiggleSaid{Date: x.today, Site: "calf", Side: "left"})
	ask[wire.State](p, wire.OpCheckIn, wire.CheckIn{Date: x.today, Chest: &yes})
	p.glance("stop", "Stop", false)
	ask[wire.State](p, wire.OpCheckIn, wire.CheckIn{Date: x.today, Chest: &no})
	ask[wire.PlanScreen](p, wire.OpPlanMake, wire.PlanMake{Goal: wire.PlanGoal{RaceDate: x.today, RaceKm: 10, Start: x.today - 70}})
	p.glance("race", "Race day", true)
}
