package words

import (
	"slices"
	"strings"
	"testing"

	"rebound/engine"
	"rebound/engine/coach"
	"rebound/engine/diary"
	"rebound/engine/plan"
	"rebound/engine/rule"
	"rebound/engine/sample"
)

// TestOffers: the race's easy days once it is run, a remake after a cut, and a
// new plan at the end; what is offered can be made.
func TestOffers(t *testing.T) {
	e, made := following(t, halfMarathon)
	day, _ := e.Day(coachDay)
	for on, want := range map[diary.Date]string{
		coachDay:                "",
		day.Cuts.Last.Until + 1: "The lighter week is over",
		coachDay + 71:           "The day of the half marathon has passed, and no run is known for it yet. These days are easy, as if you had raced. Take 13 days easy or off, until Saturday 6 June",
		coachDay + 84:           "The race and its easy days are over.",
	} {
		offer := screen(t, e, Followed{Plan: made}, on).Offer
		if want == "" {
			if offer != nil {
				t.Errorf("%v: %+v", on, offer)
			}
			continue
		}
		if offer == nil || !strings.HasPrefix(offer.Text, want) {
			t.Errorf("%v: %+v, want %q", on, offer, want)
			continue
		}
		if s := screen(t, e, Followed{Plan: made}, on); (len(s.Days) == 0) != (on > halfMarathon.RaceDate) || s.Summary == "" {
			t.Errorf("%v: %d days, %q", on, len(s.Days), s.Summary)
		}
		if _, err := coach.Make(e, Wish(offer.Goal), on); err != nil {
			t.Errorf("%v: %v", on, err)
		}
	}
}

// TestOfferAfterPause: ten days without a run in the middle of a plan, and a
// remake is offered from the first run back on, not before.
func TestOfferAfterPause(t *testing.T) {
	gone := func(f diary.File) bool {
		return len(f.Activities) > 0 && diary.DateAt(f.Activities[0].Start, 0) >= coachDay-40 && diary.DateAt(f.Activities[0].Start, 0) < coachDay-30
	}
	e := engine.New(diary.Build(slices.DeleteFunc(sample.Files(coachDay), gone), nil), rule.Default())
	goal := plan.Wish{RaceDate: coachDay + 40, RaceKm: 10, Start: coachDay - 70, Tune: []plan.Race{{Date: coachDay - 60, Km: 5}}}
	made, err := coach.Make(e, goal, coachDay-70)
	if err != nil {
		t.Fatal(err)
	}
	e.Follow(&made.Plan)
	f := Followed{Plan: &made}
	if s := screen(t, e, f, coachDay-31); s.Offer != nil || s.Return == nil {
		t.Errorf("still off: %+v, %+v", s.Offer, s.Return)
	}
	s := screen(t, e, f, coachDay-25)
	if s.Offer == nil || !strings.HasPrefix(s.Offer.Text, "You came back on ") || !strings.HasSuffix(s.Offer.Text, " The race stays on Friday 24 April.") {
		t.Fatalf("%+v", s.Offer)
	}
	if again, err := coach.Make(e, Wish(s.Offer.Goal), coachDay-25); err != nil || again.Race.Date != goal.RaceDate || len(again.Goal.Tune) != 0 {
		t.Errorf("%v, %+v", err, again.Goal)
	}
}

// TestOfferAfterCut: from the day after the lighter week to the day before the next
// cut may fire a remake is offered, to a runner who runs on; not before and not later.
func TestOfferAfterCut(t *testing.T) {
	var runs diary.File
	for d := coachDay + 1; d < coachDay+20; d += 3 {
		runs.Activities = append(runs.Activities, diary.Activity{Start: int64(d)*86400 + 17*3600, Sport: diary.Running, Seconds: 2400, Elapsed: 2400, Meters: 7000})
	}
	e, made := following(t, halfMarathon, runs)
	day, _ := e.Day(coachDay)
	cut := day.Cuts.Last
	if cut.Until != cut.Fired+6 {
		t.Fatalf("%+v", cut)
	}
	for after, want := range map[diary.Date]bool{0: false, 6: false, 7: true, 13: true, 14: false, 15: false} {
		if s := screen(t, e, Followed{Plan: made}, cut.Fired+after); (s.Offer != nil) != want {
			t.Errorf("%d days after it fired: %+v, offered %v", after, s.Offer, want)
		}
	}
}
