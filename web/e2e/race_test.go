package e2e

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"rebound/app/wire"
	"rebound/engine/diary"
)

// Race week to ten days after, on Today, Plan and Body: the race and nothing else on its
// day; then days that are easy or off, and no plan that is over called the runner's.
func TestRaceWeek(t *testing.T) {
	x := sampleExport(t)
	p := planned(t)
	for _, c := range []struct {
		name   string
		days   int // to the race
		km     float64
		says   []string // on Today
		silent []string // nowhere on it
	}{
		{"race-week", 5, 21.0975, []string{"From your plan.", "Race"}, []string{"no hard session"}},
		{"race-eve", 1, 21.0975, []string{"From your plan."}, nil},
		{"race-day", 0, 21.0975, []string{"The half marathon, and nothing else today", "Before the race", "Warm up for the race"}, []string{"Today's exercises", "plank", "as planned"}},
		{"race-1", -1, 5, []string{"You ran the 5 km race", "Take 3 days easy or off, until", "Back up to your usual week"}, []string{"From your plan", "train as planned"}},
		{"race-5", -5, 21.0975, []string{"You ran the half marathon", "Take 13 days easy or off", "Back up to your usual week"}, []string{"From your plan", "train as planned"}},
		{"race-12", -12, 21.0975, []string{"half marathon"}, []string{"From your plan", "train as planned"}},
	} {
		race := x.today + diary.Date(c.days)
		if c.days < 0 {
			p.ran(race, c.km)
		}
		ask[wire.PlanScreen](p, wire.OpPlanMake, wire.PlanMake{Goal: wire.PlanGoal{RaceDate: race, RaceKm: c.km, Start: race - 70}})
		p.screen("#/files")
		p.wait("the files", `document.querySelector("main.page-files")`)
		a := p.agree(c.name, x.today)
		p.screen("#/today")
		p.wait("Today", `document.querySelector("main.page-today .session") && !document.querySelector("main .skeleton, main [aria-busy=true]")`)
		const whole = `document.querySelector("main").textContent`                       // what is folded too
		p.do(`for (const d of document.querySelectorAll("main details")) d.open = true`) // and drawn only then
		for _, s := range c.says {
			p.wait(c.name+": "+s, whole+`.includes(`+strconv.Quote(s)+`)`)
		}
		text := eval[string](p, whole)
		for _, s := range c.silent {
			if strings.Contains(text, s) {
				t.Errorf("%s: Today says %q: %s", c.name, s, clip(text))
			}
		}
		hard := func(d wire.DayPlan) bool {
			k := d.After.Kind
			return d.Date > race && d.Date <= race+diary.Date(c.km/1.9) && (k == "tempo" || k == "intervals" || k == "long")
		}
		if slices.ContainsFunc(a.Week, hard) {
			t.Errorf("%s: %+v", c.name, a.Week)
		}
	}
}

// The two questions more are a tap each, and nothing else answers them; a complaint in
// its third week is said on Today and Body, and sent to someone who can look.
func TestComplaintByThumb(t *testing.T) {
	x := sampleExport(t)
	p, h := planned(t), &thumb{}
	p.screen("#/body/check-in")
	p.drawn("Check-in")
	h.press(p, "All fine", named("All fine"))
	p.wait("that all is fine", `document.querySelector('input[name=stress][value="0"]').checked`)
	if n := eval[int](p, `document.querySelectorAll("input[name=ready]:checked, input[name=sleep_quality]:checked").length`); n != 0 {
		t.Error("All fine says how one slept")
	}
	h.press(p, "ready", step("ready", 3))
	p.wait("that it is chosen", step("ready", 3)+".checked")
	h.press(p, "slept", step("sleep_quality", 2))
	p.wait("that it is chosen", step("sleep_quality", 2)+".checked")
	h.press(p, "Save", named("Save"))
	p.wait("that it is kept", saved)
	if h.taps != 4 {
		t.Errorf("a check-in with nothing to say takes %d taps", h.taps)
	}
	if c := p.body(x.today).CheckIn; c == nil || c.Ready == nil || *c.Ready != 3 || c.Quality == nil || *c.Quality != 2 {
		t.Errorf("%+v", c)
	}
	p.look("check-in-two-more")
	three, zero := 3, 0
	for back := diary.Date(50); back >= 0; back-- {
		c := wire.CheckIn{Date: x.today - back, Signs: map[string]int{}, Fatigue: &zero, Tension: &zero, Soreness: &zero, Stress: &zero}
		for _, s := range diary.SignNames {
			c.Signs[s] = 0
		}
		if back < 24 {
			c.Signs["unresolved_soreness"], c.Soreness = 3, &three
		}
		ask[wire.State](p, wire.OpCheckIn, c)
	}
	a := p.agree("complaint", x.today)
	if !slices.ContainsFunc(a.Reasons, func(r wire.Reason) bool {
		return r.Code == "check_in_persistent" && strings.Contains(r.Text, "see a doctor")
	}) {
		t.Errorf("%+v", a.Reasons)
	}
	if b := p.body(x.today); !strings.Contains(b.Channel, "14 of your last 14 check-ins") {
		t.Errorf("%q", b.Channel)
	}
}
