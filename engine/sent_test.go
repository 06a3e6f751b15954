package engine_test

import (
	"fmt"
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
func sent(t *testing.T, e *engine.Engine, followed *plan.Record, d diary.Date, evening bool) (wrong []string, text string) {
	t.Helper()
	if evening {
		e.Live(d)
		defer e.Live(0)
	}
	r := e.Assess(d)
	text = string(story.Write(coach.Story(e, &r, followed, evening), "a test"))
	again, wants := storytest.Play(t, text)
	if len(wants) != 2 {
		t.Fatalf("%v: %+v\n%s", d, wants, text)
	}
	var as *plan.Record
	if text := story.Read(text)[0].Parts["follow"]; text != "" {
		as, _ = story.ParsePlan(text) // which Play has read
	}
	for _, w := range wants {
		if w.Date.Weekday() != d.Weekday() {
			t.Errorf("%v became %v", d, w.Date)
		}
		report := storytest.Assess(again, w)
		wrong = append(wrong, differs(w, report)...)
		wrong = append(wrong, planDiffers(coach.Of(e, r, followed), coach.Of(again, report, as))...)
	}
	return wrong, text
}

// planDiffers is what of the week of a plan comes out otherwise: each day's session, what
// became of it for the days and minutes that the runner has, and where it can go.
func planDiffers(a, b *coach.Coach) (wrong []string) {
	was, is := a.Days(), b.Days()
	if len(was) != len(is) {
		return []string{fmt.Sprintf("%d days of a plan, want %d", len(is), len(was))}
	}
	shift := b.Report.Date - a.Report.Date
	for i := range was {
		say := func(d coach.Day, shift diary.Date) string {
			if d.Fit.As != "" {
				d.Fit.Was.Date += shift
			}
			text := fmt.Sprintf("%s %s %+v", story.Session(d.Before), story.Session(d.After), d.Fit)
			for _, m := range d.Moves {
				text += fmt.Sprintf(" %v", m.To+shift)
			}
			return text
		}
		if d := was[i]; d.Fit.As != "" {
			d.Fit.Why = "" // is not told
			was[i] = d
		} else {
			was[i].Fit, is[i].Fit = coach.Fit{}, coach.Fit{} // of a day that nothing changed
		}
		if want, got := say(was[i], shift), say(is[i], 0); got != want {
			wrong = append(wrong, fmt.Sprintf("day %d of the plan: %s, want %s", i, got, want))
		}
	}
	return wrong
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
		wrong, text := sent(t, e, nil, d, d == today)
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
		var followed *plan.Record
		if seed%3 != 0 {
			followed = planFor(t, e, today-60, today+40)
			if seed%3 == 1 {
				lived(t, rng, followed)
			}
			e.Follow(&followed.Plan)
		}
		for range 12 {
			d := today - diary.Date(rng.IntN(100))
			if wrong, text := sent(t, e, followed, d, rng.IntN(3) == 0); len(wrong) > 0 {
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
			if wrong, text := sent(t, e, nil, d, false); len(wrong) > 0 {
				t.Fatalf("%s first, %v: %v\n%s", via, d, wrong, text[max(0, len(text)-600):])
			}
		}
	}
}

// planFor is a plan for a half marathon, made on a date.
func planFor(t *testing.T, e *engine.Engine, from, race diary.Date) *plan.Record {
	t.Helper()
	rules := e.Rules()
	p, err := plan.Make(plan.Goal{Start: from, Race: &plan.Race{Date: race, Km: 21.0975, Name: "Ann's half", Minutes: 104.5}, Now: plan.ShapeOf(e.History(), from, &rules)}, &rules)
	if err != nil {
		t.Fatal(err)
	}
	return &plan.Record{Plan: p}
}

// lived fits a plan into days and minutes of a runner's, as they were said bit by bit.
func lived(t *testing.T, rng *rand.Rand, r *plan.Record) {
	t.Helper()
	var off []plan.Off
	for range 6 {
		from := today - 60 + diary.Date(rng.IntN(70))
		off = append(off, plan.Off{From: from, To: from + diary.Date(rng.IntN(5)), Easy: rng.IntN(2) == 0, Why: plan.Whys[rng.IntN(len(plan.Whys))]})
		said := off[max(0, len(off)-3):]
		out, err := r.Live(said, map[string]float64{"tue": 35, "sun": 75 + float64(rng.IntN(20))}, from-2)
		if err != nil {
			t.Fatal(err)
		}
		*r = out
	}
}
