package plan

import (
	"math"
	"sort"

	"rebound/engine/diary"
	"rebound/engine/verdict"
)

// NoteCode names what a note tells.
type NoteCode string

const (
	TooSoon     NoteCode = "race_too_soon"    // Value: longest run reached, Limit: needed, km; SafeKm, SafeOn: what could be
	RaceNear    NoteCode = "race_near"        // Value: days to the race: nothing trained now helps it
	VolumeHigh  NoteCode = "volume_high"      // Value: km a week now; held, not raised
	VolumeLost  NoteCode = "volume_over_days" // Value: km a week asked, Limit: what the plan holds
	FromNothing NoteCode = "from_nothing"     // Value: km of the first week
	AllEasy     NoteCode = "all_easy"         // Limit: km a week below which nothing is hard
	GuessedPace NoteCode = "guessed_pace"     // Value: minutes a km that sessions are timed by
	AfterRace   NoteCode = "after_race"       // Value: easy days offered after it
	OnTheWay    NoteCode = "race_on_the_way"  // Race, Value: easy days after it
	Recovering  NoteCode = "recovering"       // Race that was run, Value: days of rest after it, Limit: easy days in all
	LessLong    NoteCode = "less_long"        // Value: the longest run before the race as days off and limits leave it, Limit: as it was, km
	RaceOff     NoteCode = "race_off"         // Race: on a day that the runner cannot run
	Written     NoteCode = "written"          // Text, of a plan that was stored as sentences
)

// Note is one thing to know about a plan: what was infeasible and what was done
// about it.
type Note struct {
	Code   NoteCode   `json:"code"`
	Value  float64    `json:"value,omitempty"`
	Limit  float64    `json:"limit,omitempty"`
	Race   Race       `json:"race,omitzero"`
	SafeKm float64    `json:"safe_km,omitempty"` // the longest usual race distance that this plan is enough for; 0: none
	SafeOn diary.Date `json:"safe_on,omitempty"` // the first day, in whole weeks, on which the race would be safe; 0: none in two years
	Text   string     `json:"-"`                 // of Written alone; text, never markup
}

var usualRaces = []float64{5, 10, 21.0975, 42.195}

func (m *maker) notes() []Note {
	var out []Note
	add := func(n Note) { out = append(out, n) }
	if r := m.goal.Recover; r != nil {
		days := RecoverUntil(*r, m.rules) - r.Date
		return []Note{{Code: Recovering, Race: *r, Value: float64(verdict.RestDays(days)), Limit: float64(days)}}
	}
	r := m.goal.Race
	if r != nil && r.Date-m.goal.Start < taperDays {
		add(Note{Code: RaceNear, Value: float64(r.Date - m.goal.Start), Race: *r})
	}
	if !m.ready() {
		n := Note{Code: TooSoon, Value: m.longest(), Limit: m.need, Race: *r, SafeOn: m.safeOn()}
		for _, km := range usualRaces {
			if km < r.Km && m.longNeed(km) <= m.longest()*slack {
				n.SafeKm = km
			}
		}
		add(n)
	}
	if m.goal.Now.Weekly < nothingKm {
		add(Note{Code: FromNothing, Value: m.base})
	}
	if m.base >= holdFromKm {
		add(Note{Code: VolumeHigh, Value: m.base})
	}
	if m.lost > 0.05*m.base && m.lost > 1 {
		add(Note{Code: VolumeLost, Value: m.base, Limit: tenth(m.base - m.lost)})
	}
	if !m.anyHard() && (r == nil || r.Date-m.goal.Start >= taperDays) {
		add(Note{Code: AllEasy, Limit: m.hardFrom(), Value: float64(len(m.days))})
	}
	if m.plan.Paces == nil && m.goal.Now.Easy == 0 {
		add(Note{Code: GuessedPace, Value: m.easy()})
	}
	for _, race := range m.goal.Tune {
		add(Note{Code: OnTheWay, Race: race, Value: float64(verdict.EasyDays(race.Km, m.rules))})
	}
	if r != nil {
		add(Note{Code: AfterRace, Value: float64(verdict.EasyDays(r.Km, m.rules)), Race: *r})
	}
	return out
}

// slack forgives what rounding and the last week of growth leave open.
const slack = 1.03

// ready reports whether the long runs reach what the race asks for.
func (m *maker) ready() bool { return m.goal.Race == nil || m.longest()*slack >= m.need }

// longest is the longest run of the eight weeks before the race (ours): one that
// lies months back, before a pause, readies nobody.
func (m *maker) longest() float64 {
	const fresh = 8 * 7
	km := 0.0
	if len(m.goal.Now.Past) == 0 && m.goal.Now.Weekly >= nothingKm && m.goal.last()-m.goal.Start <= fresh {
		km = longShare[len(m.days)] * m.base // no diary: the usual share of what is said to be run
	}
	for _, r := range m.done {
		if r.Date >= m.goal.last()-fresh {
			km = max(km, r.Km)
		}
	}
	return km
}

// hardFrom is the km of a week from which a hard session is long enough to be
// one: over more days it takes more.
func (m *maker) hardFrom() float64 {
	n := len(m.days)
	if n < 2 {
		return hardFromKm
	}
	return max(hardFromKm, math.Ceil(minHardKm*float64(n-1)/(1-longShare[n])))
}

func (m *maker) anyHard() bool {
	for _, s := range m.plan.Sessions {
		if s.Kind.Hard() {
			return true
		}
	}
	return false
}

// safeOn is the race's day, so many whole weeks later that a plan from the same
// start is ready for it; 0 when two years are not enough. More weeks are more
// growth, so the first such week is found by halving.
func (m *maker) safeOn() diary.Date {
	race := *m.goal.Race
	safe := func(weeks int) bool {
		g := m.goal
		g.Race = &Race{Date: race.Date + diary.Date(7*weeks), Km: race.Km}
		later := newMaker(g, m.rules)
		later.weeks()
		return later.ready()
	}
	most := int(m.goal.Start+maxAhead-race.Date) / 7
	weeks := sort.Search(most+1, safe)
	if weeks > most {
		return 0
	}
	return race.Date + diary.Date(7*weeks)
}
