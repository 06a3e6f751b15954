package coach_test

import (
	"testing"

	"rebound/engine/coach"
	"rebound/engine/diary"
	"rebound/engine/plan"
	"rebound/engine/rule"
	"rebound/engine/verdict"
)

// hearts is a resting heart rate a day from one date to another.
func hearts(from, to diary.Date) (f diary.File) {
	for d := from; d <= to; d++ {
		f.Resting = append(f.Resting, diary.Stamped{At: int64(d)*86400 + 40000, Value: 50})
	}
	return f
}

// A day is first of all the race, the return, what is not known of late, or the normal
// that is learnt; under a stop nothing but the stop, and where pain or a hold decides,
// silence does not.
func TestOccasion(t *testing.T) {
	rules := rule.Default()
	long, weeks := hearts(20, 110), []diary.Date(nil)
	for d := diary.Date(60); d <= 110; d += 2 {
		weeks = append(weeks, d)
	}
	off := reported(diary.Reported{NotRan: []diary.NotRan{{Stamp: at(111), To: 125}}})
	chest := func(c *diary.CheckIn) { c.Chest = diary.Yes }
	for name, c := range map[string]struct {
		on    diary.Date
		files []diary.File
		want  coach.Occasion
		steps coach.Steps
	}{
		"a usual day":                  {110, []diary.File{long, runsOn(weeks...)}, "", coach.Steps{}},
		"nothing for two days":         {112, []diary.File{long, runsOn(weeks...)}, "", coach.Steps{}},
		"nothing for three":            {113, []diary.File{long, runsOn(weeks...)}, coach.NothingNew, coach.Steps{}},
		"nothing for two weeks":        {124, []diary.File{long, runsOn(weeks...)}, coach.NothingNew, coach.Steps{}},
		"nothing, and a niggle":        {113, []diary.File{long, runsOn(weeks...), niggle(113, 3, nil)}, "", coach.Steps{}},
		"nothing, and chest symptoms":  {113, []diary.File{long, runsOn(weeks...), checkIn(113, chest)}, "", coach.Steps{}},
		"nothing, and had not run":     {125, []diary.File{long, runsOn(weeks...), off}, coach.Returning, coach.Steps{}},
		"six days":                     {25, []diary.File{hearts(20, 25)}, coach.Learning, coach.Steps{Done: 6, Of: 21}},
		"six days, then two without":   {27, []diary.File{hearts(20, 25)}, coach.Learning, coach.Steps{Done: 6, Of: 21}},
		"six days, then three without": {28, []diary.File{hearts(20, 25)}, coach.NothingNew, coach.Steps{}},
		"nothing ever":                 {28, []diary.File{checkIn(28, calm)}, "", coach.Steps{}},
		"ten days off":                 {120, []diary.File{hearts(20, 121), runsOn(weeks...)}, coach.Returning, coach.Steps{}},
		"back after ten days off":      {123, []diary.File{hearts(20, 123), runsOn(append(weeks, 121)...)}, coach.Returning, coach.Steps{Done: 3, Of: 7}},
		"back after three weeks":       {133, []diary.File{hearts(20, 133), runsOn(append(weeks, 132)...)}, coach.Returning, coach.Steps{Done: 1, Of: len(verdict.Stages)}},
	} {
		r := &on(c.on, c.files...).Report
		if got := coach.OccasionOf(r, &rules); got != c.want {
			t.Errorf("%s: %q, want %q (%s, %s)", name, got, c.want, r.Action, r.Level)
		}
		if s, ok := coach.StepsOf(r, &rules); s != c.steps || ok != (c.steps.Of > 0) {
			t.Errorf("%s: %+v, want %+v", name, s, c.steps)
		}
	}
	for days, want := range map[diary.Date]bool{3: true, 4: true, 5: false} { // the window of 7 needs 4
		if got := coach.Answers(&on(110+days, long).Report, &rules); got != want {
			t.Errorf("%d days without a number, and this morning's answers: %v", days, got)
		}
	}
	race := byHand(100, verdict.Easy, verdict.Easy, verdict.Race)
	race.Race = &plan.Race{Date: 102, Km: 10}
	for name, c := range map[string]struct {
		on    diary.Date
		files []diary.File
		want  coach.Occasion
	}{
		"the race":             {102, []diary.File{hearts(20, 102)}, coach.RaceDay},
		"its eve":              {101, []diary.File{hearts(20, 102)}, ""},
		"the race, and silent": {102, []diary.File{hearts(20, 90)}, coach.RaceDay},
		"the race, and a calf": {102, []diary.File{hearts(20, 102), niggle(102, 3, nil)}, ""},
		"the race, chest pain": {102, []diary.File{hearts(20, 102), checkIn(102, chest)}, ""},
	} {
		r := &follow(c.on, race, rules, append(c.files, runsOn(weeks...))...).Report
		if got := coach.OccasionOf(r, &rules); got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}
