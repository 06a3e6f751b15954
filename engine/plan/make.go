package plan

import (
	"math"
	"slices"
	"time"

	"rebound/engine/diary"
	"rebound/engine/rule"
	"rebound/engine/verdict"
)

// Make makes the plan. It fails on what no plan can be made for; a wish that
// cannot be safely had is said in a note instead.
func Make(g Goal, r *rule.Settings) (Plan, error) {
	if err := g.check(r); err != nil {
		return Plan{}, err
	}
	m := newMaker(g, r)
	if g.Recover != nil {
		m.recover()
	} else {
		m.weeks()
	}
	m.plan.Notes = m.notes()
	return m.plan, nil
}

const (
	openWeeks   = 12   // of a plan without a race
	newcomerKm  = 10.0 // a week: who runs less walks and runs by turns first
	walkRunFor  = 6    // weeks of that
	nothingKm   = 4.0  // a week: below it there is nothing to grow from
	firstWeekKm = 7.5  // of who runs less than that: three outings of about 20 minutes
	hardFromKm  = 15.0 // a week: below it everything is easy
	walkRunDays = 3    // a week at most
	holdFromKm  = 160.0
	taperDays   = 14
	sharpenDays = 3 // no hard session nearer to the race than this
	easyPace    = 6.5
	walkPace    = 8.5 // of walking and running by turns
)

// maker builds one plan, week after week.
type maker struct {
	goal     Goal
	rules    *rule.Settings
	plan     Plan
	days     []time.Weekday // that are run, the first to be kept first: long run, hard, the rest
	hard     []time.Weekday // of them, never on days in a row
	done     []Run          // the past month's runs, then the planned ones
	base     float64        // km of the first week
	need     float64        // km that the longest run should reach
	newcomer bool
	back     bool    // from a long pause: its walk-runs are those of the return to running, as long and as far apart
	lost     float64 // km a week that the days cannot carry
}

func newMaker(g Goal, r *rule.Settings) *maker {
	m := &maker{goal: g, rules: r, done: slices.Clone(g.Now.Past), base: g.Now.Weekly}
	m.plan.Race, m.plan.MaxHR, m.plan.MaxFrom = g.Race, g.Now.MaxHR, g.Now.MaxFrom
	m.plan.Paces = pacesOf(g.Now.VDOT, g.Race)
	m.newcomer = m.base < newcomerKm
	m.back = m.newcomer && g.Now.Back > 0
	switch {
	case m.back:
		m.base = walkRunDays * m.outing()
	case m.base < nothingKm:
		m.base = firstWeekKm
	}
	m.chooseDays()
	if g.Race != nil {
		m.need = m.longNeed(g.Race.Km)
	}
	return m
}

// phase is what a week is for.
type phase int

const (
	lead   phase = iota // the rest of a week that had begun
	build               // grows within the cap
	raced               // holds a race on the way, or lies in the easy days after it; nothing grows
	deload              // about half of its block
	taper               // Bosquet 2007: 41 to 60% less, intensity and frequency kept
)

// phases lays out the weeks from the start's to the race's.
func (m *maker) phases() []phase {
	first, last := Monday(m.goal.Start), Monday(m.goal.last())
	var out []phase
	block := 0
	for w := first; w <= last; w += 7 {
		switch {
		case m.tapers(w):
			out = append(out, taper)
		case w < m.goal.Start:
			out = append(out, lead)
		case block >= int(m.rules.DeloadEvery)-1 && !m.tapers(w+7): // a taper steps back itself
			out, block = append(out, deload), 0
		default:
			phase := build
			if _, ok := m.raceIn(w); ok || m.after(w) {
				phase = raced
			}
			out, block = append(out, phase), block+1
		}
	}
	return out
}

// tapers reports whether the week of a Monday is of the taper.
func (m *maker) tapers(w diary.Date) bool {
	return m.goal.Race != nil && w > m.goal.Race.Date-taperDays
}

// weeks fills the plan.
func (m *maker) weeks() {
	phases := m.phases()
	builds := 0
	for _, p := range phases {
		if p == build {
			builds++
		}
	}
	peak := peakFor(m.goal.Race, m.base)
	var block []float64 // km of the building weeks since the last deload
	ref, built, hard := m.base, 0, 0
	kept := len(m.hard) // hard sessions of the last building week: a taper keeps them and brings none
	monday := Monday(m.goal.Start)
	for _, p := range phases {
		w := week{start: monday, phase: p, hard: len(m.hard), target: ref}
		switch p {
		case build:
			if built > 0 {
				// Evenly over the weeks that are left, within the cap.
				w.target = ref * max(1, min(1+m.rules.Growth, math.Pow(peak/ref, 1/float64(builds-built))))
			}
			w.progress = float64(built) / float64(max(1, builds-1))
			built++
		case deload:
			if len(block) == 0 {
				block = append(block, ref) // nothing but races since the last one
			}
			w.target = m.rules.DeloadScale * mean(block)
			w.hard = max(0, hard-1) // one fewer than its block had
		case taper:
			w.target, w.hard = m.taperShare(monday)*ref, kept
		case raced:
			w.target = m.rules.RaceAfter * ref
		}
		race, ok := m.raceIn(monday)
		if ok {
			if p == raced {
				w.target = m.rules.RaceWeek * ref
			}
			w.target = max(leastRaceWeek*w.target, w.target-race.Km)
			w.hard--
		}
		w.built = built
		if m.back {
			w.built += m.goal.Now.Back - 1
		}
		w.walkRun = m.newcomer && w.built <= walkRunFor
		if w.walkRun || ref < hardFromKm {
			w.hard = 0
		}
		km := m.fill(&w)
		if ok {
			km += m.race(race)
		}
		switch p {
		case build:
			m.lost = max(m.lost, m.base-km)
			kept = m.hardIn(monday)
			ref, block, hard = km, append(block, km), max(hard, kept)
		case deload:
			block, hard = nil, 0
		}
		if r := m.goal.Race; r != nil && Monday(r.Date) == monday {
			km += m.race(*r)
		}
		m.plan.Weeks = append(m.plan.Weeks, Week{Start: monday, Km: tenth(km), Deload: p == deload, Taper: p == taper, Recovery: p == raced && !ok})
		monday += 7
	}
	m.plan.order()
}

// hardIn is how many hard sessions a week has; a race is none.
func (m *maker) hardIn(monday diary.Date) (n int) {
	for i := len(m.plan.Sessions) - 1; i >= 0 && m.plan.Sessions[i].Date >= monday; i-- {
		if m.plan.Sessions[i].Kind.Hard() {
			n++
		}
	}
	return n
}

// taperShare is how much of the volume stays in a week of the taper: a little
// more in the first, a little less in the race's, there for the days before it.
func (m *maker) taperShare(monday diary.Date) float64 {
	before := float64(m.goal.Race.Date - monday)
	if before >= 7 {
		return 1.06 * m.rules.TaperScale
	}
	return 0.88 * m.rules.TaperScale * min(1, before/5)
}

// race adds a race on its day, and returns its km.
func (m *maker) race(r Race) float64 {
	minutes := r.Km * m.easy() * 0.9
	if p := m.plan.Paces; p != nil {
		minutes = RaceMinutes(p.VDOT, r.Km)
	}
	m.add(r.Date, verdict.Race, r.Km, minutes)
	return r.Km
}

func (m *maker) add(d diary.Date, kind verdict.SessionKind, km, minutes float64) {
	s := Session{Date: d, Session: verdict.Session{Kind: kind, Minutes: math.Round(minutes), Km: km}}
	s.Hard = kind.Hard() || kind == verdict.Race
	m.plan.Sessions = append(m.plan.Sessions, s)
	if kind != verdict.Race {
		m.done = append(m.done, Run{d, km})
	}
}

// outing is how far a session of the return to running goes.
func (m *maker) outing() float64 {
	return verdict.Stages[0].Minutes() / max(walkPace, m.easy())
}

// easy is the pace of an easy run: of the VDOT, else the usual one, else a
// guess.
func (m *maker) easy() float64 {
	switch {
	case m.plan.Paces != nil:
		return (m.plan.Paces.Easy[0] + m.plan.Paces.Easy[1]) / 2
	case m.goal.Now.Easy > 0:
		return m.goal.Now.Easy
	}
	return easyPace
}

func mean(x []float64) float64 {
	sum := 0.0
	for _, v := range x {
		sum += v
	}
	return sum / float64(max(1, len(x)))
}
