package plan_test

import (
	"cmp"
	"errors"
	"fmt"
	"math"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"rebound/engine/diary"
	"rebound/engine/plan"
	"rebound/engine/rule"
	"rebound/engine/verdict"
)

var monday = diary.DateOf(2026, time.February, 2)

// randomGoal is any runner at all: from nothing to 200 km a week, one to seven
// days, any race or none, from tomorrow to a year and a half away.
func randomGoal(rng *rand.Rand) (plan.Goal, rule.Settings) {
	r := rule.Default()
	r.DeloadEvery = float64(3 + rng.IntN(4))
	r.DeloadScale = 0.45 + 0.01*float64(rng.IntN(11))
	r.TaperScale = 0.45 + 0.01*float64(rng.IntN(11))
	r.Growth = 0.05 + 0.01*float64(rng.IntN(11))
	g := plan.Goal{Start: monday + diary.Date(rng.IntN(400))}
	if rng.IntN(5) > 0 {
		km := []float64{5, 10, 21.0975, 42.195, 1 + 99*rng.Float64()}[rng.IntN(5)]
		g.Race = &plan.Race{Date: g.Start + diary.Date(rng.IntN(500)), Km: km}
	}
	if rng.IntN(3) == 0 {
		g.Tune = randomRaces(rng, g)
	}
	days := rng.Perm(7)[:1+rng.IntN(7)]
	switch rng.IntN(3) {
	case 0:
		g.PerWeek = len(days)
	case 1:
		for _, d := range days {
			g.Days = append(g.Days, time.Weekday(d))
		}
		if rng.IntN(2) == 0 {
			g.Long = &g.Days[rng.IntN(len(g.Days))]
		}
	}
	g.Now.Weekly = []float64{0, 10 * rng.Float64(), 60 * rng.Float64(), 200 * rng.Float64()}[rng.IntN(4)]
	if rng.IntN(2) == 0 {
		for d := g.Start - 40; d < g.Start; d += diary.Date(1 + rng.IntN(5)) {
			g.Now.Past = append(g.Now.Past, plan.Run{Date: d, Km: (0.1 + 0.4*rng.Float64()) * (g.Now.Weekly + 1)})
		}
		g.Now.Easy = 4 + 4*rng.Float64()
	}
	if rng.IntN(2) == 0 {
		g.Now.VDOT, g.Now.MaxHR = 25+50*rng.Float64(), 160+40*rng.Float64()
	}
	return g, r
}

// randomRaces is one to three races on the way, of any length.
func randomRaces(rng *rand.Rand, g plan.Goal) (out []plan.Race) {
	last := plan.Monday(g.Start) + 12*7 - 1
	if g.Race != nil {
		last = g.Race.Date - 7
	}
	d := g.Start + diary.Date(rng.IntN(30))
	for n := 1 + rng.IntN(3); n > 0 && d <= last; n-- {
		out = append(out, plan.Race{Date: d, Km: []float64{5, 10, 21.0975, 1 + 49*rng.Float64()}[rng.IntN(4)]})
		d += 7 + diary.Date(rng.IntN(50))
	}
	return out
}

func TestEveryPlanKeepsTheCaps(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	for i := range 10_000 {
		g, r := randomGoal(rng)
		p, err := plan.Make(g, &r)
		if err != nil {
			t.Fatalf("runner %d, %+v: %v", i, g, err)
		}
		if wrong := breaks(&p, g, &r); len(wrong) > 0 {
			t.Fatalf("runner %d: %+v, race %v, growth %.2f, deload every %v:\n%s\n%s", i, g, g.Race, r.Growth, r.DeloadEvery,
				strings.Join(wrong, "\n"), lines(&p))
		}
		if again, _ := plan.Make(g, &r); !reflect.DeepEqual(p, again) {
			t.Fatalf("runner %d: two makings differ", i)
		}
	}
}

// breaks is every rule that a plan breaks.
func breaks(p *plan.Plan, g plan.Goal, r *rule.Settings) (wrong []string) {
	say := func(format string, args ...any) { wrong = append(wrong, fmt.Sprintf(format, args...)) }
	if err := p.Check(); err != nil {
		say("%v", err)
	}
	if g.Race != nil {
		last := p.Sessions[len(p.Sessions)-1]
		if last.Kind != verdict.Race || last.Date != g.Race.Date || last.Km != g.Race.Km {
			say("it ends with %v", last)
		}
	}
	for _, race := range g.Tune {
		if s := p.On(race.Date); s.Kind != verdict.Race || s.Km != race.Km {
			say("the race on %v is %v", race.Date, s)
		}
		for d := race.Date - 2; d <= race.Date+diary.Date(max(2, math.Round(race.Km/1.6))); d++ {
			if s := p.On(d); s.Kind.Hard() || s.Kind == verdict.Long {
				say("%v is near the race of %v", s, race)
			}
		}
	}
	runs := slices.Clone(g.Now.Past)
	for i, s := range p.Sessions {
		if s.Date < g.Start || s.Minutes <= 0 || s.Km <= 0 || math.IsNaN(s.Minutes) {
			say("%v cannot be", s)
		}
		if s.Hard != (s.Kind == verdict.Tempo || s.Kind == verdict.Intervals || s.Kind == verdict.Race) {
			say("%v: hard is wrong", s)
		}
		if i > 0 && s.Hard && p.Sessions[i-1].Hard && s.Date == p.Sessions[i-1].Date+1 {
			say("hard days in a row: %v", s)
		}
		if len(g.Days) > 0 && s.Kind != verdict.Race && !slices.Contains(g.Days, s.Date.Weekday()) {
			say("%v is not a day to run", s)
		}
		if s.Kind == verdict.Race {
			continue
		}
		longest := 0.0 // of the 30 days before it, this week's own not counted: a cap that grows from day to day is none
		for _, run := range runs {
			if run.Date >= s.Date-30 && run.Date < plan.Monday(s.Date) {
				longest = max(longest, run.Km)
			}
		}
		if longest > 0 && s.Km > max(2, 1.10*longest)+1e-6 {
			say("%v is over 110%% of %.1f", s, longest)
		}
		runs = append(runs, plan.Run{Date: s.Date, Km: s.Km})
	}
	last, hard := 0.0, 0
	var block []float64 // km of the building weeks since the last deload
	weeks := 0          // since then, those of races too
	for i, w := range p.Weeks {
		km, way, hards := 0.0, 0.0, 0
		for _, race := range g.Tune {
			if plan.Monday(race.Date) == w.Start {
				way += race.Km
			}
		}
		for _, s := range p.Sessions {
			if plan.Monday(s.Date) == w.Start && s.Kind != verdict.Race {
				km += s.Km
				if s.Hard {
					hards++
				}
			}
		}
		switch {
		case w.Taper:
			// In the race's week some of the days to run may not come.
			if last > 10 && (w.Start+6 < g.Race.Date && km+way < 0.41*last || km > 0.59*last+0.1) {
				say("the taper of %v holds %.1f of %.1f", w.Start, km, last)
			}
		case w.Deload:
			if weeks != int(r.DeloadEvery)-1 {
				say("a deload on %v after %d weeks", w.Start, weeks)
			}
			weeks = 0
			alone := way > 0 && (g.PerWeek == 1 || len(g.Days) == 1) // the race is on the only day
			if mean := mean(block); len(block) > 0 && !alone && (km+way < 0.44*mean-0.2 || km > 0.551*mean+0.05) {
				say("the deload of %v holds %.1f of %.1f", w.Start, km, mean)
			}
			if hards != max(0, hard-1) && hards != 0 {
				say("the deload of %v has %d hard sessions after %d", w.Start, hards, hard)
			}
			block, hard = nil, 0
		case i == 0 && w.Start < g.Start: // the rest of a week
			for _, s := range p.Sessions {
				if len(p.Weeks) > 1 && !p.Weeks[1].Taper && len(g.Tune) == 0 && s.Date <= w.Start+6 && s.Kind != verdict.Race && s.Km > longestIn(p, w.Start+7)+0.1 {
					say("%v is longer than any of the week after", s)
				}
			}
		case way > 0 || w.Recovery:
			most := 0.9
			if w.Recovery {
				most = 0.7
			}
			usual := cmp.Or(last, g.Now.Weekly)
			if g.Now.Weekly < 4 {
				usual = cmp.Or(last, 7.5)
			}
			if km > most*usual+0.1 {
				say("the week of %v near a race holds %.1f of %.1f", w.Start, km, usual)
			}
			weeks++
		default:
			if last > 0 && km > (1+r.Growth)*last+1e-6 {
				say("the week of %v grows from %.1f to %.1f", w.Start, last, km)
			}
			if last == 0 && g.Now.Weekly >= 4 && km > g.Now.Weekly+1e-6 {
				say("the first week holds %.1f, %.1f is run now", km, g.Now.Weekly)
			}
			last, hard, block = km, max(hard, hards), append(block, km)
			weeks++
		}
		tapers := g.Race != nil && w.Start+7 > g.Race.Date-14 // a taper steps back itself, and the week before it may do without
		if weeks >= int(r.DeloadEvery) && !tapers {
			say("no deload by %v", w.Start)
		}
	}
	return wrong
}

// longestIn is the longest session of the week from monday on.
func longestIn(p *plan.Plan, monday diary.Date) (km float64) {
	for _, s := range p.Sessions {
		if plan.Monday(s.Date) == monday && s.Kind != verdict.Race {
			km = max(km, s.Km)
		}
	}
	return km
}

func mean(x []float64) float64 {
	sum := 0.0
	for _, v := range x {
		sum += v
	}
	return sum / float64(len(x))
}

// lines draws a plan for a failing test's reader.
func lines(p *plan.Plan) string {
	var b strings.Builder
	for _, w := range p.Weeks {
		fmt.Fprintf(&b, "%v %5.1f deload=%v taper=%v:", w.Start, w.Km, w.Deload, w.Taper)
		for _, s := range p.Sessions {
			if plan.Monday(s.Date) == w.Start {
				fmt.Fprintf(&b, " %s:%s%.1f", s.Date.Weekday().String()[:2], s.Kind, s.Km)
			}
		}
		b.WriteByte('\n')
	}
	return b.String()
}

func TestMakeRefuses(t *testing.T) {
	r := rule.Default()
	race := func(in diary.Date, km float64) *plan.Race { return &plan.Race{Date: monday + in, Km: km} }
	sunday := time.Sunday
	for name, c := range map[string]struct {
		goal plan.Goal
		want plan.Refusal
	}{
		"past":       {plan.Goal{Race: race(-1, 10)}, plan.Refusal{Code: plan.RacePast, Date: monday - 1, Other: monday}},
		"no km":      {plan.Goal{Race: race(90, 0)}, plan.Refusal{Code: plan.RaceKm, Low: 0.4, High: 250}},
		"NaN km":     {plan.Goal{Race: race(90, math.NaN())}, plan.Refusal{Code: plan.RaceKm, Value: math.NaN(), Low: 0.4, High: 250}},
		"far":        {plan.Goal{Race: race(2000, 10)}, plan.Refusal{Code: plan.RaceFar, Date: monday + 2000}},
		"eight days": {plan.Goal{PerWeek: 8}, plan.Refusal{Code: plan.DaysAWeek, Value: 8}},
		"900 km":     {plan.Goal{Now: plan.Shape{Weekly: 900}}, plan.Refusal{Code: plan.WeeklyKm, Value: 900, High: 300}},
		"NaN weekly": {plan.Goal{Now: plan.Shape{Weekly: math.NaN()}}, plan.Refusal{Code: plan.WeeklyKm, Value: math.NaN(), High: 300}},
		"long day":   {plan.Goal{Days: []time.Weekday{time.Monday}, Long: &sunday}, plan.Refusal{Code: plan.LongElsewhere, Name: "Sunday"}},
	} {
		c.goal.Start = monday
		_, err := plan.Make(c.goal, &r)
		refused(t, name, err, c.want)
	}
}

// refused checks that an error is a refusal, with its numbers.
func refused(t *testing.T, name string, err error, want plan.Refusal) {
	t.Helper()
	var got *plan.Refusal
	if !errors.As(err, &got) || fmt.Sprintf("%+v", *got) != fmt.Sprintf("%+v", want) {
		t.Errorf("%s: %v, want %+v", name, err, want)
	}
}

// TestNotes: what cannot be had is told, and what is told is so.
func TestNotes(t *testing.T) {
	r := rule.Default()
	for name, c := range map[string]struct {
		in     diary.Date
		km     float64
		weekly float64
		days   int
		want   string
	}{
		"marathon in five weeks from 15 km": {34, 42.195, 15, 0, "race_too_soon"},
		"race tomorrow":                     {1, 10, 40, 0, "race_near"},
		"race today":                        {0, 10, 40, 0, "race_near"},
		"200 km weeks":                      {90, 42.195, 200, 7, "volume_high"},
		"200 km weeks on three days":        {90, 42.195, 200, 3, "volume_high volume_over_days"},
		"first 10 km from nothing":          {132, 10, 0, 0, "from_nothing"},
		"marathon, third cycle":             {132, 42.195, 65, 5, ""},
	} {
		g := plan.Goal{Start: monday, Race: &plan.Race{Date: monday + c.in, Km: c.km}, PerWeek: c.days, Now: plan.Shape{Weekly: c.weekly, Easy: 5.5}}
		p, err := plan.Make(g, &r)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		var got []string
		for _, n := range p.Notes {
			if n.Code != plan.AfterRace && n.Code != plan.AllEasy {
				got = append(got, string(n.Code))
			}
			if n.Code == plan.TooSoon {
				later := g
				later.Race = &plan.Race{Date: n.SafeOn, Km: c.km}
				if p, err := plan.Make(later, &r); err != nil || slices.ContainsFunc(p.Notes, func(n plan.Note) bool { return n.Code == plan.TooSoon }) {
					t.Errorf("%s: %v is said to be safe, and is not", name, n.SafeOn)
				}
				if n.SafeKm != 10 {
					t.Errorf("%s: %g km is said to be safe", name, n.SafeKm)
				}
			}
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("%s: notes %v, want %q", name, got, c.want)
		}
	}
}

func BenchmarkMake20Weeks(b *testing.B) {
	r := rule.Default()
	g := plan.Goal{Start: monday, Race: &plan.Race{Date: monday + 20*7 - 1, Km: 42.195}, Now: plan.Shape{Weekly: 50, VDOT: 48}}
	for b.Loop() {
		if _, err := plan.Make(g, &r); err != nil {
			b.Fatal(err)
		}
	}
}
