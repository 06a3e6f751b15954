package coach_test

import (
	"slices"
	"testing"

	"rebound/engine"
	"rebound/engine/coach"
	"rebound/engine/diary"
	"rebound/engine/plan"
	"rebound/engine/rule"
	"rebound/engine/sample"
	"rebound/engine/story"
	"rebound/engine/verdict"
)

// slipping is the sample runner in the third week of a plan, who has run every so many of
// her runs since it began, and never after today.
func slipping(t *testing.T, every int, reported ...diary.File) (*engine.Engine, *plan.Record) {
	t.Helper()
	today := day - 63 // her calm weeks
	n := 0
	files := slices.DeleteFunc(sample.Files(day), func(f diary.File) bool {
		for _, a := range f.Activities {
			if d := diary.DateAt(a.Start, 0); d > today-21 && a.Sport == diary.Running {
				n++
				return d >= today || n%every != 0
			}
		}
		return false
	})
	e := engine.New(diary.Build(append(files, reported...), nil), rule.Default())
	made, err := coach.Make(e, plan.Wish{RaceDate: day + 40, RaceKm: 10, Start: today - 21, Days: []string{"tue", "thu", "sat", "sun"}}, today-21)
	if err != nil {
		t.Fatal(err)
	}
	e.Follow(&made.Plan)
	return e, &made
}

// A plan of which half and more was run is not offered anew; one of which less was is,
// with the same race on the same day, unless the runner has said to keep it of late. What
// an illness took out has not slipped.
func TestOfferSlipped(t *testing.T) {
	today := day - 63
	offer := func(e *engine.Engine, made *plan.Record) (coach.Offer, bool) { return coach.On(e, today, made).Offer() }
	said := diary.File{Reported: diary.Reported{NotRan: []diary.NotRan{{Stamp: diary.Stamp{At: 1, Date: today - 5}, To: today - 1}}}}

	// of the last days it is known that there was no run
	found := false
	for runs := 1; runs < 6; runs++ {
		e, made := slipping(t, runs, said)
		if l := e.Past(today).Layoff(today); l.Tier > 0 {
			continue // a pause is another matter
		}
		o, ok := offer(e, made)
		if slipped := ok && o.Code == coach.OfferSlipped; !slipped {
			continue
		}
		found = true
		if o.Slip.Ran*2 >= o.Slip.Planned || o.Slip.To-o.Slip.From != 13 || o.Slip.To >= today {
			t.Errorf("every %d runs: %+v", runs, o.Slip)
		}
		if o.Wish.RaceDate != made.Race.Date || o.Wish.RaceKm != 10 || len(o.Wish.Days) != 4 {
			t.Errorf("every %d runs: the new plan is for %+v", runs, o.Wish)
		}
		for days, want := range map[diary.Date]bool{0: false, 13: false, 14: true} {
			made.Kept = today - days
			if _, ok := offer(e, made); ok != want {
				t.Errorf("kept %d days ago: offered %v", days, ok)
			}
		}
		ill := diary.File{Reported: diary.Reported{Illnesses: []diary.Illness{{Stamp: diary.Stamp{At: 1, Date: today - 14}, To: today - 3, Where: diary.BelowNeck}}}}
		e, made = slipping(t, runs, said, ill)
		if o, ok := offer(e, made); ok && o.Code == coach.OfferSlipped {
			t.Errorf("every %d runs, ill for the two weeks: %+v", runs, o.Slip)
		}
	}
	if !found {
		t.Error("no plan was offered anew, however little of it was run")
	}
	e, made := slipping(t, 1, said)
	if o, ok := offer(e, made); ok {
		t.Errorf("offered with everything run: %+v", o)
	}
}

// A run that is known by its km alone, or by the word that it was, was run: nobody knows how
// long it took.
func TestRunsWithoutMinutesHaveNotSlipped(t *testing.T) {
	const timed = "2026-01-01..2026-02-20 run easy 45 on tue,thu,sat,sun\n"
	for name, runs := range map[string]string{
		"by km": timed + "2026-02-21..2026-03-15 report 0 km=8", "by word": timed + "2026-02-21..2026-03-15 ran",
		"by km, and none was ever timed": "2026-01-01..2026-03-15 report 0 km=8",
	} {
		told, err := story.Parse("2026-01-01..2026-03-15 resting_hr 50\n" + runs + " on tue,thu,sat,sun")
		if err != nil {
			t.Fatal(err)
		}
		today := diary.DateOf(2026, 3, 16)
		e := engine.New(told.Diary(), told.Rules)
		made, err := coach.Make(e, plan.Wish{Start: today - 21, Days: []string{"tue", "thu", "sat", "sun"}}, today-21)
		if err != nil {
			t.Fatal(err)
		}
		e.Follow(&made.Plan)
		if o, ok := coach.On(e, today, &made).Offer(); ok {
			t.Errorf("%s: all was run, and it is offered: %+v", name, o)
		}
	}
}

// A session that was not run goes into no other day: what the plan says of the days after
// it is the same whether it was run or not, or less.
func TestMissedSessionsAreNotStacked(t *testing.T) {
	for runs := 1; runs < 7; runs++ {
		e, made := slipping(t, runs)
		for d := day - 84 + 1; d < day-55; d++ {
			for _, p := range e.Assess(d).Week {
				was := made.On(p.Date).Session
				if p.Before != was {
					t.Fatalf("every %d runs, %v: %v was %+v and is said to have been %+v", runs, d, p.Date, was, p.Before)
				}
				if p.After.Minutes > was.Minutes+1e-9 || p.After.Kind.Hard() && !was.Kind.Hard() || p.After.Kind == verdict.Long && was.Kind != verdict.Long {
					t.Fatalf("every %d runs, %v: %v was %+v and becomes %+v", runs, d, p.Date, was, p.After)
				}
			}
		}
	}
}
