package coach_test

import (
	"reflect"
	"slices"
	"testing"

	"rebound/engine"
	"rebound/engine/coach"
	"rebound/engine/diary"
	"rebound/engine/plan"
	"rebound/engine/rule"
	"rebound/engine/sample"
	"rebound/engine/verdict"
)

var halfMarathon = plan.Wish{RaceDate: day + 70, RaceKm: 21.0975, Start: day - 40}

// following is the sample runner on day with a plan for a wish, and what else she
// reported.
func following(t *testing.T, w plan.Wish, reported ...diary.File) (*engine.Engine, *plan.Record) {
	t.Helper()
	e := engine.New(diary.Build(append(sample.Files(day), reported...), nil), rule.Default())
	made, err := coach.Make(e, w, day)
	if err != nil {
		t.Fatal(err)
	}
	e.Follow(&made.Plan)
	return e, &made
}

// In a cut the changed days say how much of them stays and can be declined; the
// sum counts them, and the forecast says what it costs.
func TestInACut(t *testing.T) {
	e, made := following(t, halfMarathon)
	c := coach.On(e, day, made)
	changed, hard, km := 0, 0, 0.0
	for _, d := range c.Days() {
		km += d.After.Km
		if d.After.Kind.Hard() {
			hard++
		}
		if d.Changed() != (d.Declinable != "") || d.Changed() && (d.Declinable != verdict.CutWeek || d.Share < 0.65 || d.Share > 0.75) {
			t.Errorf("%+v", d)
		}
		if d.Changed() {
			changed++
		}
		if (d.Workout != nil) != d.After.Kind.Hard() {
			t.Errorf("%v: workout %v of %s", d.Date, d.Workout, d.After.Kind)
		}
	}
	a := c.Ahead()
	if a.Over || a.Early || changed == 0 || a.Changed != changed || a.Hard != hard || a.Km != km || a.Race {
		t.Errorf("%d changed, %d hard, %g km: %+v", changed, hard, km, a)
	}
	f, ok := c.Forecast()
	if !ok || f.Action != verdict.CutWeek || !f.Whole || len(f.With) != 28 || f.With[27].Fitness >= f.Without[27].Fitness || f.With[27].Fitness < 0.9*f.Without[27].Fitness {
		t.Errorf("%v %+v", ok, f)
	}
	if g, ok := c.Goal(); !ok || g.Days != 70 || g.Until != 0 {
		t.Errorf("%v %+v", ok, g)
	}
}

// The days of this week stand as their own mornings had them: with the plan that
// was followed then, and none before there was one. The engine follows the same
// plan afterwards.
func TestSoFar(t *testing.T) {
	_, old := following(t, plan.Wish{Start: day - 30, PerWeek: 3})
	version := diary.File{Kind: "typed", Reported: diary.Reported{Plans: []diary.PlanOf{{Stamp: diary.Stamp{At: 1, Date: day - 3}, Change: diary.PlanMade, Text: old.Encode()}}}}
	e, made := following(t, halfMarathon, version)
	before := e.Assess(day)
	c := coach.On(e, day, made)
	done := c.SoFar()
	if len(done) != 4 || done[0].Date != day-3 {
		t.Fatalf("%+v", done)
	}
	for _, d := range done[:3] {
		if was := old.On(d.Date); d.Planned.Kind != was.Kind && !(was.Kind.Hard() && d.Planned.Kind == verdict.Easy) {
			t.Errorf("%v: %s, and the plan of that day had %s", d.Date, d.Planned.Kind, was.Kind)
		}
		if (d.Run.Minutes > 0) == (d.Outcome == plan.Missed || d.Outcome == plan.Rested) {
			t.Errorf("%+v", d)
		}
	}
	if !reflect.DeepEqual(e.Assess(day), before) {
		t.Error("the engine follows another plan afterwards")
	}
}

func TestBlock(t *testing.T) {
	w := halfMarathon
	w.Tune = []plan.Race{{Date: day + 20, Km: 10}}
	e, made := following(t, w)
	now, tunes := 0, 0
	weeks := coach.On(e, day, made).Block()
	for _, b := range weeks {
		if b.Now {
			now++
		}
		if b.Tune {
			tunes++
		}
		if b.Begun != (b.Start <= day) || b.Done > 0 && !b.Begun || b.Km != b.Week.Km {
			t.Errorf("%+v", b)
		}
	}
	if last := weeks[len(weeks)-1]; now != 1 || tunes != 1 || !last.Race || last.Long > 0 {
		t.Errorf("%d now, %d races on the way, last %+v", now, tunes, last)
	}
}

// What is offered is what the day asks for, and can be made.
func TestOffer(t *testing.T) {
	e, made := following(t, halfMarathon)
	on, _ := e.Day(day)
	over := on.Cuts.Last.Until + 1
	for date, want := range map[diary.Date]coach.OfferCode{
		day: "", over - 1: "", over: coach.OfferAfterCut, day + 70: "", day + 71: coach.OfferRecovery,
		day + 83: coach.OfferRecovery, day + 84: coach.OfferAfterRace,
	} {
		o, ok := coach.On(e, date, made).Offer()
		if ok != (want != "") || o.Code != want && ok {
			t.Errorf("%v: %v %s, want %q", date, ok, o.Code, want)
			continue
		}
		if !ok {
			continue
		}
		if _, err := coach.Make(e, o.Wish, date); err != nil {
			t.Errorf("%v: %v", date, err)
		}
		if race := o.Wish.RaceDate; (race != 0) != (want == coach.OfferAfterCut) || o.Wish.Start != 0 {
			t.Errorf("%v: %+v", date, o.Wish)
		}
	}
	e, made = following(t, plan.Wish{Start: day - 60, PerWeek: 3})
	_, last, _ := made.Span()
	if o, ok := coach.On(e, last+1, made).Offer(); !ok || o.Code != coach.OfferNext || o.Race != nil {
		t.Errorf("%v %+v", ok, o)
	}
	declined := diary.File{Reported: diary.Reported{Decisions: []diary.Decision{{Stamp: diary.Stamp{At: 1, Date: on.Cuts.Last.Fired}, Action: "cut_week"}}}}
	e, made = following(t, halfMarathon, declined)
	if o, ok := coach.On(e, over, made).Offer(); ok {
		t.Errorf("after a cut that was declined: %+v", o)
	}
}

// After a pause in the middle of a plan a remake is offered from the first run
// back on, not before.
func TestOfferAfterPause(t *testing.T) {
	gone := func(f diary.File) bool {
		return len(f.Activities) > 0 && diary.DateAt(f.Activities[0].Start, 0) >= day-40 && diary.DateAt(f.Activities[0].Start, 0) < day-30
	}
	e := engine.New(diary.Build(slices.DeleteFunc(sample.Files(day), gone), nil), rule.Default())
	made, err := coach.Make(e, plan.Wish{RaceDate: day + 40, RaceKm: 10, Start: day - 70, Tune: []plan.Race{{Date: day - 60, Km: 5}}}, day-70)
	if err != nil {
		t.Fatal(err)
	}
	e.Follow(&made.Plan)
	c := coach.On(e, day-31, &made)
	if _, ok := c.Offer(); ok {
		t.Error("offered while still off")
	}
	if back, ok := c.Return(); !ok || back.Back != 0 || back.On != day-31 || back.Stage != 0 || len(back.Curve) != 29 {
		t.Errorf("%v %+v", ok, back)
	}
	c = coach.On(e, day-25, &made)
	o, ok := c.Offer()
	if !ok || o.Code != coach.OfferAfterPause || o.DaysOff < 10 || o.Back < day-30 || len(o.Wish.Tune) != 0 || o.Wish.RaceDate != day+40 {
		t.Errorf("%v %+v", ok, o)
	}
	if back, ok := c.Return(); !ok || back.Back != o.Back || back.On != o.Back || back.DaysOff != o.DaysOff {
		t.Errorf("%v %+v", ok, back)
	}
}

// calm is what a check-in says that speaks against nothing.
func calm(c *diary.CheckIn) { c.Fatigue = 0 }

// Without a plan there is what a form starts from, and nothing after a long pause.
func TestProposed(t *testing.T) {
	known := checkIn(day+60, calm)
	e := engine.New(diary.Build(append(sample.Files(day), known), nil), rule.Default())
	c := coach.On(e, day, nil)
	if w := c.Proposed(); len(w.Days) < 3 || w.Days[0] != "tue" || w.Long != "sun" {
		t.Errorf("%+v", w)
	}
	if now := c.Now(); now.Weekly < 30 || now.PerWeek < 3 {
		t.Errorf("%+v", now)
	}
	if w := coach.On(e, day+60, nil).Proposed(); len(w.Days) > 0 || w.Long != "" {
		t.Errorf("after two months off: %+v", w)
	}
	list := c.Cycles()
	if len(list) != 3 || list[2].From != day-27 || list[2].To != day || list[2].Open {
		t.Errorf("without a plan a block is four weeks that end on the day: %+v", list)
	}
	empty := engine.New(diary.Build(nil, nil), rule.Default())
	if c := coach.On(empty, day, nil); c.Cycles() != nil || c.Now().Weekly != 0 {
		t.Error("an empty diary has cycles")
	}
}
