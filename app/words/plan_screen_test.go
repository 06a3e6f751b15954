package words

import (
	"encoding/json"
	"reflect"
	"strings"
	"testing"
	"time"

	"rebound/app/wire"
	"rebound/engine"
	"rebound/engine/coach"
	"rebound/engine/diary"
	"rebound/engine/plan"
	"rebound/engine/rule"
	"rebound/engine/sample"
)

var coachDay = diary.DateOf(2026, time.March, 15) // the sample runner's week is cut

// following is the sample runner on coachDay with a plan for a goal, and what
// else was told.
func following(t *testing.T, g plan.Wish, told ...diary.File) (*engine.Engine, *plan.Record) {
	t.Helper()
	e := engine.New(diary.Build(append(sample.Files(coachDay), told...), nil), rule.Default())
	made, err := coach.Make(e, g, coachDay)
	if err != nil {
		t.Fatal(err)
	}
	e.Follow(&made.Plan)
	return e, &made
}

var halfMarathon = plan.Wish{RaceDate: coachDay + 70, RaceKm: 21.0975, Start: coachDay - 40}

func screen(t *testing.T, e *engine.Engine, f Followed, on diary.Date) wire.PlanScreen {
	t.Helper()
	out := PlanScreen(e, f, on, Options{Today: on})
	raw, err := json.Marshal(out)
	if err != nil {
		t.Fatal(err)
	}
	for _, bad := range []string{"null", "%!", "{share}", "NaN"} {
		if strings.Contains(string(raw), bad) {
			t.Errorf("%v: %s in %s", on, bad, raw)
		}
	}
	if again := PlanScreen(e, f, on, Options{Today: on}); !reflect.DeepEqual(out, again) {
		t.Errorf("%v: two screens differ", on)
	}
	return out
}

// checkedIn is a check-in that speaks against nothing.
func checkedIn(t diary.Date) diary.CheckIn {
	c := diary.NewCheckIn(diary.Stamp{Date: t})
	c.Fatigue = 0
	return c
}

// TestScreenWithoutPlan has what a form starts from: what is run now, and when.
func TestScreenWithoutPlan(t *testing.T) {
	known := diary.File{Reported: diary.Reported{CheckIns: []diary.CheckIn{checkedIn(coachDay + 60)}}}
	e := engine.New(diary.Build(append(sample.Files(coachDay), known), nil), rule.Default())
	s := screen(t, e, Followed{}, coachDay)
	if s.Made != nil || len(s.Days)+len(s.Weeks) > 0 || s.NowKm < 30 || !strings.Contains(s.NowText, "km a week on ") {
		t.Errorf("%+v", s)
	}
	if len(s.Goal.Days) < 3 || s.Goal.Days[0] != "tue" || s.Goal.Long != "sun" {
		t.Errorf("proposed %+v", s.Goal)
	}
	if later := screen(t, e, Followed{}, coachDay+60); len(later.Goal.Days) > 0 || later.Goal.Long != "" {
		t.Errorf("after two months off the old week is proposed: %+v", later.Goal)
	}
	if len(s.Cycles) != 3 {
		t.Fatalf("half a year has %d cycles", len(s.Cycles))
	}
	if last := s.Cycles[2]; last.From != coachDay-27 || last.To != coachDay || strings.Contains(last.Answer, "not over yet") {
		t.Errorf("without a plan a block is four weeks that end today: %+v", last)
	}
	empty := engine.New(diary.Build(nil, nil), rule.Default())
	if s := screen(t, empty, Followed{}, coachDay); s.NowKm != 0 || !strings.Contains(s.NowText, "Type what you run") {
		t.Errorf("%+v", s)
	}
}

// TestScreenInACut: each changed day says what it was and why and can be kept;
// the week is held against what was run; the forecast says what the cut costs.
func TestScreenInACut(t *testing.T) {
	e, made := following(t, halfMarathon)
	s := screen(t, e, Followed{Plan: made, Undo: "Made a new plan"}, coachDay)
	if s.Title+", "+s.When != "Half marathon, Sunday 24 May: 10 weeks to go" || s.Undo != "Made a new plan" || len(s.Days) != 7 {
		t.Fatalf("%+v", s)
	}
	changed := 0
	for _, d := range s.Days {
		if (d.Was != "") != (d.Before != d.After) || (d.Was != "") != (len(d.Why) > 0) {
			t.Errorf("%+v", d)
		}
		if d.Was == "" {
			continue
		}
		changed++
		if d.Declinable != "cut_week" || !strings.Contains(d.Why[0], "% of what was planned") {
			t.Errorf("%+v", d)
		}
	}
	if changed == 0 || !strings.Contains(s.Summary, " changed from your original plan.") {
		t.Errorf("%d changed: %s", changed, s.Summary)
	}
	states := map[string]bool{}
	for _, d := range s.Done {
		states[d.State] = true
		if d.Text == "" || d.Planned == "" || (d.Done == "") != (d.State == "missed" || d.State == "rest" || d.State == "to_come") {
			t.Errorf("%+v", d)
		}
	}
	if len(s.Done) != 7 || len(states) < 2 {
		t.Errorf("%d days done, states %v", len(s.Done), states)
	}
	f := s.Forecast
	if f == nil || len(f.Chart.Lines) != 4 || len(f.Chart.Lines[0].Points) != 28 || !strings.HasPrefix(f.Text, "Four weeks from now your fitness would be ") || !strings.Contains(f.Text, " with the lighter week, ") {
		t.Fatalf("forecast %+v", f)
	}
	last := func(i int) float64 { return f.Chart.Lines[i].Points[27].Value }
	if last(0) >= last(1) || last(1)-last(0) > 0.1*last(1) {
		t.Errorf("the cut costs %.1f of %.1f", last(1)-last(0), last(1))
	}
	now := 0
	for _, w := range s.Weeks {
		if w.Now {
			now++
		}
		if (w.Done != nil) != (w.Start <= coachDay) || w.Text == "" {
			t.Errorf("%+v", w)
		}
	}
	if now != 1 || !s.Weeks[len(s.Weeks)-1].Race {
		t.Errorf("%+v", s.Weeks)
	}
}

// TestScreenOnAnyDay: before the diary, in it, after it; before the plan and
// after it; by each kind of plan.
func TestScreenOnAnyDay(t *testing.T) {
	tuned := halfMarathon
	tuned.Start, tuned.Tune = coachDay-100, []plan.Race{{Date: coachDay - 50, Km: 10}, {Date: coachDay + 20, Km: 15}}
	for name, g := range map[string]plan.Wish{
		"races on the way": tuned,
		"no race":          {Start: coachDay + 20, PerWeek: 2},
		"easy days":        {Start: coachDay - 40, Recover: &plan.Race{Date: coachDay - 41, Km: 42.195}},
	} {
		e, made := following(t, g)
		if s := screen(t, e, Followed{Plan: made}, coachDay-30); name == "easy days" && s.Title+", "+s.When != "Easy days after the marathon, until Saturday 28 February" {
			t.Errorf("%s: %q", name, s.Title+", "+s.When)
		}
		offered := 0
		for on := coachDay - 220; on < coachDay+120; on += 13 {
			s := screen(t, e, Followed{Plan: made}, on)
			if s.Summary == "" || len(s.Days) != 0 && len(s.Days) != 7 || len(s.Done) > 7 {
				t.Errorf("%s on %v: %+v", name, on, s)
			}
			if s.Offer == nil {
				continue
			}
			offered++
			if _, err := coach.Make(e, Wish(s.Offer.Goal), on); err != nil {
				t.Errorf("%s on %v: offered, and then: %v", name, on, err)
			}
		}
		if offered == 0 {
			t.Errorf("%s: nothing was ever offered", name)
		}
	}
}

// TestKept: a declined cut leaves the days as they were, and says that they were kept.
func TestKept(t *testing.T) {
	var fired diary.Date
	e, _ := following(t, halfMarathon)
	if day, ok := e.Day(coachDay); ok {
		fired = day.Cuts.Last.Fired
	}
	e, made := following(t, halfMarathon, diary.File{Reported: diary.Reported{Decisions: []diary.Decision{{Stamp: diary.Stamp{At: 1, Date: fired}, Action: "cut_week", Why: "race rehearsal"}}}})
	kept := 0
	for _, d := range screen(t, e, Followed{Plan: made}, coachDay).Days {
		if d.Declined != "" {
			kept++
			if d.Was != "" || d.Declined != "cut_week" {
				t.Errorf("%+v", d)
			}
		}
	}
	if kept == 0 {
		t.Error("no day was kept")
	}
}

// TestDoneByThePlanOfItsDay: a plan made anew today does not change what was
// planned for the days before, and without a plan on a day nothing was.
func TestDoneByThePlanOfItsDay(t *testing.T) {
	_, old := following(t, plan.Wish{Start: coachDay - 30, PerWeek: 3, WeeklyKm: new(12.0)})
	kept := diary.File{Kind: "typed", Reported: diary.Reported{Plans: []diary.PlanOf{{Stamp: diary.Stamp{At: 1, Date: coachDay - 3}, Change: diary.PlanMade, Text: old.Encode()}}}}
	e, made := following(t, halfMarathon, kept)
	s := screen(t, e, Followed{Plan: made}, coachDay)
	if len(s.Done) != 4 || s.Done[0].Date != coachDay-3 {
		t.Fatalf("%+v", s.Done)
	}
	for _, d := range s.Done[:3] {
		if kind := kindOfSession[old.On(d.Date).Kind]; !strings.HasPrefix(d.Planned, kind) {
			t.Errorf("%v: %s, and the plan of that day had %s", d.Date, d.Planned, kind)
		}
	}
	if again := screen(t, e, Followed{Plan: made}, coachDay); !reflect.DeepEqual(again.Days, s.Days) {
		t.Error("the engine follows another plan afterwards")
	}
}

// TestRaceUnderFever: the race stays on its day and cannot be moved, and the
// screen says not to run it.
func TestRaceUnderFever(t *testing.T) {
	check := diary.NewCheckIn(diary.Stamp{At: 1, Date: coachDay})
	check.Fever = diary.Yes
	e, made := following(t, plan.Wish{RaceDate: coachDay + 1, RaceKm: 10, Start: coachDay - 30}, diary.File{Reported: diary.Reported{CheckIns: []diary.CheckIn{check}}})
	race := screen(t, e, Followed{Plan: made}, coachDay).Days[1]
	if race.After != race.Before || race.After.Kind != "race" || len(race.MoveTo) != 0 || !strings.Contains(race.NoRun, "do not run it") {
		t.Errorf("%+v", race)
	}
}

// From the day on which a niggle is asked about again its days stand as they were planned,
// with what they depend on: nothing is changed about them yet. Until then they are.
func TestOpenDaysAreAsPlanned(t *testing.T) {
	hurts := diary.Niggle{Stamp: diary.Stamp{At: 1, Date: coachDay}, Site: "knee", Side: diary.Left, Severity: 7}
	e, made := following(t, halfMarathon, diary.File{Kind: "typed", Name: "entries", Reported: diary.Reported{Niggles: []diary.Niggle{hurts}}})
	open := 0
	for _, d := range screen(t, e, Followed{Plan: made}, coachDay).Days {
		if !d.Open {
			continue
		}
		open++
		if d.Was != "" || len(d.Why) != 1 || !strings.HasPrefix(d.Why[0], "Not decided yet: it depends on how your left knee is on ") || (d.Amount != "") != (d.Before.Minutes > 0) || d.Heart+d.Pace != "" {
			t.Errorf("%+v", d)
		}
	}
	if open < 3 {
		t.Errorf("%d days are open", open)
	}
}
