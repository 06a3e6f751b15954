package engine_test

import (
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"

	"rebound/engine"
	"rebound/engine/coach"
	"rebound/engine/diary"
	"rebound/engine/plan"
	"rebound/engine/rule"
	"rebound/engine/sample"
	"rebound/engine/story"
	"rebound/engine/story/storytest"
)

// sent is a day as its runner would send it, played as the scenarios are: what of the
// verdict came out otherwise, and the text.
func sent(t *testing.T, e *engine.Engine, d diary.Date, evening bool) (wrong []string, text string) {
	t.Helper()
	if evening {
		e.Live(d)
		defer e.Live(0)
	}
	r := e.Assess(d)
	text = string(story.Write(coach.Story(e, &r, evening), "a test"))
	again, wants := storytest.Play(t, text)
	if len(wants) != 2 {
		t.Fatalf("%v: %+v\n%s", d, wants, text)
	}
	for _, w := range wants {
		if w.Date.Weekday() != d.Weekday() {
			t.Errorf("%v became %v", d, w.Date)
		}
		wrong = append(wrong, differs(w, storytest.Assess(again, w))...)
	}
	return wrong, text
}

// long reports whether the tests that take minutes are wanted.
func long() bool { return os.Getenv("REBOUND_LONG") != "" }

// Every day of the demo runner, sent and played, is the day that she saw; and it is small.
func TestSentDayIsTheDay(t *testing.T) {
	files := sample.Files(today)
	files = append(files, sample.Reported(today, files))
	e := engine.New(diary.Build(files, nil), rule.Default())
	every := diary.Date(9)
	if long() {
		every = 1
	}
	first := e.Diary().First
	for d := today; d >= first; d -= every {
		wrong, text := sent(t, e, d, d == today)
		if len(wrong) > 0 {
			t.Fatalf("%v: %v\n%s", d, wrong, text)
		}
		if len(text) > 48<<10 {
			t.Errorf("%v: %d bytes", d, len(text))
		}
		if strings.Contains(text, today.String()[:5]) {
			t.Errorf("%v: a date of %s is in it", d, today.String()[:4])
		}
	}
}

// So it is of diaries of anything that a runner may report, of plans, and of settings.
func TestSentDayOfAnyDiary(t *testing.T) {
	seeds := uint64(3)
	if long() {
		seeds = 60
	}
	for seed := range seeds {
		days := 130 + 130*int(seed%3)
		rng := rand.New(rand.NewPCG(seed, 12))
		shape := drift
		shape.From, shape.To = 30, 12
		files := runner(seed+200, days, shape)
		all := entries(rng, 150, min(days, 200), diary.Build(files, nil).Activities)
		measured := diary.Measure(slices.Values(pointers(files)), nil, diary.Choice{})
		r := rule.Default()
		if seed%2 == 1 {
			r.MaxHR, r.GateK, r.EasyDiscard = 188, 0.7, 5
		}
		e := engine.New(measured.Hear(all), r)
		if seed%3 == 1 {
			e.Follow(planFor(t, e, today-60, today+40))
		}
		for range 12 {
			d := today - diary.Date(rng.IntN(100))
			if wrong, text := sent(t, e, d, rng.IntN(3) == 0); len(wrong) > 0 {
				t.Fatalf("seed %d, %v: %v\n%s", seed, d, wrong, text)
			}
		}
	}
}

// So it is where the runner puts one source before another: the strap before the watch, an
// export before the watch's own files.
func TestSentDayOfChoices(t *testing.T) {
	for via, choice := range map[string]diary.Choice{
		"strap": {First: [diary.Kinds]string{diary.HRV: diary.StrapSource, diary.RestingHR: diary.StrapSource}},
		"both":  {First: [diary.Kinds]string{diary.HRV: diary.StrapSource, diary.RestingHR: "polar"}},
		"none":  {},
	} {
		files := runner(9, 150, drift)
		other := runner(10, 150, drift)
		for i := range other {
			other[i].Device.Maker, other[i].Via = "polar", "polar"
			other[i].Activities = nil
		}
		files = append(files, other...)
		var straps diary.File
		for d := today - 100; d <= today; d++ {
			straps.Straps = append(straps.Straps, diary.Strap{Stamp: diary.Stamp{At: int64(d)*86400 + 6*3600, Date: d}, RMSSD: float32(40 + d%17), HR: float32(50 + d%7)})
		}
		straps.Kind = "typed"
		e := engine.New(diary.BuildBy(append(files, straps), nil, choice), rule.Default())
		for d := today; d > today-60; d -= 7 {
			if wrong, text := sent(t, e, d, false); len(wrong) > 0 {
				t.Fatalf("%s first, %v: %v\n%s", via, d, wrong, text[max(0, len(text)-600):])
			}
		}
	}
}

// planFor is a plan for a half marathon, made on a date.
func planFor(t *testing.T, e *engine.Engine, from, race diary.Date) *plan.Plan {
	t.Helper()
	rules := e.Rules()
	p, err := plan.Make(plan.Goal{Start: from, Race: &plan.Race{Date: race, Km: 21.0975}, Now: plan.ShapeOf(e.History(), from, &rules)}, &rules)
	if err != nil {
		t.Fatal(err)
	}
	return &p
}
