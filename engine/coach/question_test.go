package coach_test

import (
	"testing"

	"rebound/engine"
	"rebound/engine/coach"
	"rebound/engine/diary"
	"rebound/engine/plan"
	"rebound/engine/rule"
	"rebound/engine/verdict"
)

// Days of which neither a file nor the runner says whether they ran are asked about,
// from the third on; what was typed answers nothing, a run and a no do.
func TestQuestion(t *testing.T) {
	file := runsOn(96, 97, 98, 99, 100)
	ran := func(d diary.Date) diary.File {
		return reported(diary.Reported{Runs: []diary.Run{{Stamp: at(d), Minutes: 40, RPE: 3, Pain: diary.Unsaid}}})
	}
	no := func(from, to diary.Date) diary.File {
		return reported(diary.Reported{NotRan: []diary.NotRan{{Stamp: at(from), To: to}}})
	}
	word := func(d diary.Date) diary.File { return reported(diary.Reported{Ran: []diary.Ran{{Stamp: at(d)}}}) }
	typed := reported(diary.Reported{Typed: []diary.Typed{{Stamp: at(102), Kind: diary.RestingHR, Value: 50, As: diary.AsWatch}}})
	of := func(since, to diary.Date) coach.Question {
		return coach.Question{Since: since, From: since + 1, To: to}
	}
	pause := coach.Question{Since: 100, From: 101, To: 109, Before: true}
	for name, c := range map[string]struct {
		on    diary.Date
		files []diary.File
		want  coach.Question
	}{
		"the day after":                   {101, []diary.File{file}, coach.Question{}},
		"two days after":                  {102, []diary.File{file}, coach.Question{}},
		"three days after":                {103, []diary.File{file}, of(100, 103)},
		"three weeks":                     {121, []diary.File{file}, of(100, 121)},
		"a night":                         {103, []diary.File{file, {Resting: []diary.Stamped{{At: 102*86400 + 40000, Value: 50}}}}, coach.Question{}},
		"a typed morning":                 {103, []diary.File{file, typed}, of(100, 103)},
		"a check-in":                      {103, []diary.File{file, checkIn(102, calm)}, of(100, 103)},
		"a no":                            {103, []diary.File{file, no(101, 103)}, coach.Question{}},
		"a no, two days ago":              {106, []diary.File{file, no(101, 103)}, of(103, 106)},
		"a run":                           {102, []diary.File{file, ran(102)}, coach.Question{}},
		"a run, then nothing":             {105, []diary.File{file, ran(102)}, of(102, 105)},
		"never ran":                       {120, []diary.File{checkIn(100, calm)}, coach.Question{}},
		"a run, and nothing before it":    {111, []diary.File{file, ran(110)}, pause},
		"a file, and nothing before it":   {111, []diary.File{file, runsOn(110)}, pause},
		"ran as usual before it":          {111, []diary.File{file, ran(110), word(109)}, coach.Question{}},
		"a night in the middle of it":     {111, []diary.File{file, ran(110), {Resting: []diary.Stamped{{At: 104*86400 + 40000, Value: 50}}}}, coach.Question{Since: 104, From: 105, To: 109, Before: true}},
		"a night near its end":            {111, []diary.File{file, ran(110), {Resting: []diary.Stamped{{At: 107*86400 + 40000, Value: 50}}}}, coach.Question{}},
		"and a no before it":              {111, []diary.File{file, ran(110), no(101, 109)}, coach.Question{}},
		"a check-in in the middle of it":  {111, []diary.File{file, ran(110), checkIn(105, calm)}, pause},
		"a short one":                     {105, []diary.File{file, ran(105)}, coach.Question{}},
		"back for long, and silent again": {113, []diary.File{file, ran(110)}, of(110, 113)},
		"the days of the return are over": {117, []diary.File{file, ran(110), ran(112), ran(114), ran(116)}, coach.Question{}},
	} {
		q, ok := on(c.on, c.files...).Question()
		if ok != (c.want != coach.Question{}) || ok && q != c.want {
			t.Errorf("%s: %+v %v, want %+v", name, q, ok, c.want)
		}
	}
	for d, want := range map[diary.Date]bool{102: false, 103: true, 104: false} {
		if said, ok := on(d, file, no(101, 103)).NotRan(); ok != want || ok && said.Date != 101 {
			t.Errorf("on %d: %+v %v", d, said, ok)
		}
	}
	if _, ok := on(103, file, no(101, 103), ran(102)).NotRan(); ok {
		t.Error("ran after all, and it is still said that they did not")
	}
}

// A plan that is made during a layoff starts from the four weeks before it, and is
// scaled once: by the layoff, as its days come. One that is made where nothing is known
// starts from what is.
func TestPlanMadeInALayoff(t *testing.T) {
	var runs []diary.Date
	for d := mon - 70; d < mon-14; d++ { // 56 km a week
		runs = append(runs, d)
	}
	for name, c := range map[string]struct {
		on     diary.Date
		files  []diary.File
		weekly float64
		share  float64 // of the plan's coming week that stays
	}{
		"as ever":                       {mon - 14, []diary.File{runsOn(runs...)}, 56, 1},
		"ten days off":                  {mon - 5, []diary.File{runsOn(runs...), checkIn(mon-5, calm)}, 56, 0.8},
		"fifteen days off":              {mon, []diary.File{runsOn(runs...), checkIn(mon, calm)}, 56, 0.6},
		"back after ten days":           {mon - 4, []diary.File{runsOn(append(runs[:len(runs):len(runs)], mon-5)...), checkIn(mon-4, calm)}, 56, 0.8},
		"nothing known for three weeks": {mon + 7, []diary.File{runsOn(runs...)}, 56, 1},
		"23 days off":                   {mon + 8, []diary.File{runsOn(runs...), checkIn(mon+8, calm)}, 0, 0},
	} {
		r := rule.Default()
		e := engine.New(diary.Build(c.files, nil), r)
		if got := coach.On(e, c.on, nil).Now().Weekly; got != c.weekly {
			t.Errorf("%s: %g km a week now, want %g", name, got, c.weekly)
		}
		made, err := coach.Make(e, plan.Wish{}, c.on)
		if err != nil {
			t.Fatal(err)
		}
		e.Follow(&made.Plan)
		report := e.Assess(c.on)
		was, is := 0.0, 0.0
		for _, d := range report.Week {
			was, is = was+d.Before.Minutes, is+d.After.Minutes
		}
		switch share := is / was; {
		case report.Action == verdict.ReturnToRun && report.Layoff.Tier == 3:
		case share < c.share-0.06 || share > c.share+0.05:
			t.Errorf("%s: %s leaves %.2f of %.0f min, want %.2f", name, report.Action, share, was, c.share)
		}
	}
}
