package plan_test

import (
	"slices"
	"testing"
	"time"

	"rebound/engine/diary"
	"rebound/engine/plan"
	"rebound/engine/rule"
	"rebound/engine/verdict"
)

func made(t *testing.T, g plan.Goal) plan.Plan {
	t.Helper()
	r := rule.Default()
	p, err := plan.Make(g, &r)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func tooSoon(p plan.Plan) bool {
	return slices.ContainsFunc(p.Notes, func(n plan.Note) bool { return n.Code == plan.TooSoon })
}

// TestTaperBringsNothingNew: who has run nothing hard meets it neither in the
// taper nor in the race's week.
func TestTaperBringsNothingNew(t *testing.T) {
	p := made(t, plan.Goal{Start: monday, Race: &plan.Race{Date: monday + 13*7 - 1, Km: 10}})
	grown := false
	for _, s := range p.Sessions {
		if s.Kind.Hard() {
			t.Errorf("%v", s)
		}
	}
	for _, w := range p.Weeks {
		grown = grown || !w.Taper && w.Km > 15
	}
	if !grown {
		t.Error("no week holds enough for something hard: nothing was tested")
	}
}

// TestBeforeTheRace: the last seven days have no long run, whatever its day, and
// the race's eve is half of the other days at most.
func TestBeforeTheRace(t *testing.T) {
	saturday := time.Saturday
	for weekday := range time.Weekday(7) {
		race := monday + 12*7 + diary.Date(weekday)
		p := made(t, plan.Goal{Start: monday, Race: &plan.Race{Date: race, Km: 42.195}, PerWeek: 6, Long: &saturday, Now: plan.Shape{Weekly: 60}})
		var most float64
		for d := race - 6; d < race-1; d++ {
			most = max(most, p.On(d).Km)
			if p.On(d).Kind == verdict.Long {
				t.Errorf("race on %v: %v", race, p.On(d))
			}
		}
		if eve := p.On(race - 1).Km; eve > 0.55*most {
			t.Errorf("race on %v: %.1f km the day before, %.1f the longest of the week", race, eve, most)
		}
		p = made(t, plan.Goal{Start: monday, Race: &plan.Race{Date: race, Km: 5}, PerWeek: 7, Now: plan.Shape{Weekly: 5}})
		if s := p.On(race - 1); s.Kind != verdict.Rest && s.Km < 1 {
			t.Errorf("not worth going out for: %+v", s)
		}
	}
}

// TestSlowMarathon: a runner whose longest safe run is over in time before it is
// long is not told that no date would do.
func TestSlowMarathon(t *testing.T) {
	g := plan.Goal{Start: monday, Race: &plan.Race{Date: monday + 24*7 - 1, Km: 42.195}, Now: plan.Shape{Weekly: 40, Easy: 8}}
	if p := made(t, g); tooSoon(p) {
		t.Errorf("%+v", p.Notes)
	}
	g.Race = &plan.Race{Date: monday + 8*7 - 1, Km: 42.195}
	if p := made(t, g); !tooSoon(p) {
		t.Errorf("eight weeks are enough: %+v", p.Notes)
	}
}

// TestLongRunBeforeAPause readies nobody for a race months later.
func TestLongRunBeforeAPause(t *testing.T) {
	g := plan.Goal{Start: monday, Race: &plan.Race{Date: monday + 16*7 - 1, Km: 21.0975},
		Now: plan.Shape{Past: []plan.Run{{Date: monday - 22, Km: 17}}, Easy: 6}}
	if p := made(t, g); !tooSoon(p) {
		t.Errorf("%+v\n%s", p.Notes, lines(&p))
	}
	g.Race.Date, g.Now.Weekly = monday+4*7-1, 40 // in four weeks it is still in the legs
	if p := made(t, g); tooSoon(p) {
		t.Errorf("%+v\n%s", p.Notes, lines(&p))
	}
}

// TestFromAReturn: a plan made on the return to running after a long pause begins with
// its sessions, half an hour on days apart, from the stage that was reached.
func TestFromAReturn(t *testing.T) {
	for _, perWeek := range []int{0, 3, 5, 7} {
		p := made(t, plan.Goal{Start: monday, PerWeek: perWeek, Now: plan.Shape{Back: 3, Easy: 6}})
		n := 0
		for i, s := range p.Sessions {
			if i > 0 && s.Kind == verdict.WalkRun && s.Date < p.Sessions[i-1].Date+2 {
				t.Errorf("%d a week: %v on the day after %v", perWeek, s, p.Sessions[i-1])
			}
			if s.Date >= monday+7 {
				continue
			}
			n++
			want := verdict.Stages[2]
			if s.Kind != verdict.WalkRun || s.Minutes < 28 || s.Minutes > 30 || s.Stage != want {
				t.Errorf("%d a week: %+v", perWeek, s)
			}
		}
		if n != 3 {
			t.Errorf("%d a week: %d sessions in the first", perWeek, n)
		}
	}
	// Who says that they run more is asked no walking.
	if p := made(t, plan.Goal{Start: monday, Now: plan.Shape{Back: 1, Weekly: 30}}); p.Sessions[0].Kind == verdict.WalkRun {
		t.Errorf("%+v", p.Sessions[0])
	}
}

// TestWorkoutsAddUp to the minutes of their sessions, the shortest and the
// longest too, and no session asks for an hour of intervals.
func TestWorkoutsAddUp(t *testing.T) {
	var p plan.Plan
	for _, kind := range []verdict.SessionKind{verdict.Tempo, verdict.Intervals} {
		for minutes := 12.0; minutes <= 180; minutes++ {
			w, ok := p.Workout(plan.Session{Date: monday, Session: verdict.Session{Kind: kind, Minutes: minutes}})
			if !ok {
				t.Fatal(kind)
			}
			sum, work := 0, 0
			for i, s := range w.Steps {
				n := 1
				for _, again := range w.Steps[i:] {
					if again.Repeat > 0 && again.From <= i {
						n = again.Repeat
					}
				}
				if sum += n * s.Seconds; s.Effort == plan.Work {
					work += n * s.Seconds
				}
			}
			if off := float64(sum)/60 - minutes; off > 1 || off < -1 || work > 3600 || kind == verdict.Intervals && work > 1800 {
				t.Errorf("%s of %g min: %d s, %d of them hard: %+v", kind, minutes, sum, work, w.Steps)
			}
		}
	}
}

// TestNewcomersRestBetween: who begins with walking and running by turns goes out
// three times a week at most, never on days in a row, however many days they name.
func TestNewcomersRestBetween(t *testing.T) {
	for _, weekly := range []float64{0, 5, 9} {
		p := made(t, plan.Goal{Start: monday, PerWeek: 6, Now: plan.Shape{Weekly: weekly}})
		for i, s := range p.Sessions[1:] {
			if s.Kind == verdict.WalkRun && s.Date < p.Sessions[i].Date+2 {
				t.Errorf("%g km a week: %v the day after %v", weekly, s, p.Sessions[i])
			}
		}
		if s := p.Sessions[0]; s.Kind != verdict.WalkRun || s.Minutes < 12 {
			t.Errorf("%g km a week: %v", weekly, s)
		}
	}
}

// TestLongDayMovesTheRest: the days that were not named keep their distances from
// the long run's.
func TestLongDayMovesTheRest(t *testing.T) {
	for long := range time.Weekday(7) {
		p := made(t, plan.Goal{Start: monday, PerWeek: 3, Long: &long, Now: plan.Shape{Weekly: 30}})
		for i, s := range p.Sessions[1:] {
			if s.Date < p.Sessions[i].Date+2 {
				t.Errorf("long run on %v: %v the day after %v", long, s, p.Sessions[i])
			}
		}
	}
}

// TestAllEasyNote: no week of an easy plan holds what the note says a hard session
// comes from.
func TestAllEasyNote(t *testing.T) {
	seen := 0
	for perWeek := 3; perWeek <= 7; perWeek++ {
		for weekly := 10.0; weekly < 36; weekly += 2 {
			p := made(t, plan.Goal{Start: monday, PerWeek: perWeek, Now: plan.Shape{Weekly: weekly}})
			for _, n := range p.Notes {
				if n.Code != plan.AllEasy {
					continue
				}
				seen++
				for _, w := range p.Weeks {
					if w.Km > 1.1*n.Limit {
						t.Errorf("%d days, %g km: a week of %.1f km is all easy, %.1f is said to be enough", perWeek, weekly, w.Km, n.Limit)
						break
					}
				}
			}
		}
	}
	if seen == 0 {
		t.Error("no plan is all easy")
	}
}
