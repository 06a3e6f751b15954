package coach_test

import (
	"fmt"
	"strings"
	"testing"

	"rebound/engine"
	"rebound/engine/coach"
	"rebound/engine/diary"
	"rebound/engine/rule"
	"rebound/engine/sample"
	"rebound/engine/verdict"
)

// A niggle's course is from its first entry to the one that says that it is gone; the same
// place begins another one after that. Those that stand come first, then the latest.
func TestCourses(t *testing.T) {
	at := func(d diary.Date, site diary.Site, pain diary.Score) diary.File {
		return reported(diary.Reported{Niggles: []diary.Niggle{{Stamp: at(d), Site: site, Side: diary.Left, Severity: pain}}})
	}
	d := diary.Build([]diary.File{
		at(10, "foot", 3), at(20, "foot", 0), // before the days that are looked at
		at(25, "heel", 2), at(30, "heel", 0), // gone on the first of them
		at(40, "knee", 4), at(44, "knee", 6), at(48, "knee", 0), at(50, "knee", 0),
		at(60, "knee", 1),
		at(12, "shin", 2), // it was never said that it is gone
		at(90, "calf", 5), // after them
	}, nil)
	var got []string
	for _, c := range coach.Courses(d, 30, 80) {
		got = append(got, fmt.Sprintf("%s %d-%d %d worst %d gone %d", c.Site, c.Since(), c.Said(), len(c.Entries), c.Worst().Severity, c.Gone))
	}
	const want = "knee 60-60 1 worst 1 gone 0; shin 12-12 1 worst 2 gone 0; knee 40-48 2 worst 6 gone 48; heel 25-30 1 worst 2 gone 30"
	if s := strings.Join(got, "; "); s != want {
		t.Errorf("%s\nwant %s", s, want)
	}
}

// sum is the summary of the days from a to b.
func sum(a, b diary.Date, files ...diary.File) (s coach.Summary) {
	e := engine.New(diary.Build(files, nil), rule.Default())
	for t := a; t <= b; t++ {
		r := e.Assess(t)
		s.Take(e, &r)
	}
	return s
}

// A cut is there once, whole, from whatever day on it is looked at; what was declined says
// when and why, and what was accepted does not.
func TestSummaryOfCuts(t *testing.T) {
	files := sample.Files(day)
	e := engine.New(diary.Build(files, nil), rule.Default())
	on, _ := e.Day(day)
	cut := on.Cuts.Last
	no := diary.Decision{Stamp: at(day), Action: "cut_week", Why: "a race"}
	yes := no
	yes.Accepted = true
	for name, c := range map[string]struct {
		from     diary.Date
		said     []diary.Decision
		declined diary.Date
	}{
		"from before":   {cut.Fired - 40, nil, 0},
		"in the middle": {cut.Fired + 1, nil, 0},
		"declined":      {cut.Fired - 1, []diary.Decision{no}, day},
		"accepted":      {cut.Fired, []diary.Decision{yes}, 0},
	} {
		var cuts []coach.Eased
		for _, x := range sum(c.from, day, append(files, reported(diary.Reported{Decisions: c.said}))...).Eased {
			if x.Action == verdict.CutWeek {
				cuts = append(cuts, x)
			}
		}
		if len(cuts) != 1 || cuts[0].From != cut.Fired || cuts[0].To != cut.Until || cuts[0].Out != cut.Out || cuts[0].Declined != c.declined || (cuts[0].Why == "a race") != (c.declined != 0) {
			t.Errorf("%s: %+v", name, cuts)
		}
	}
	for i, x := range sum(day-coach.SummaryDays+1, day, files...).Eased {
		if x.Action == verdict.HoldQuality && (x.From > x.To || i == 0 && x.From < day-coach.SummaryDays) {
			t.Errorf("a hold from %v to %v", x.From, x.To)
		}
	}
}

func TestSummaryOfIllness(t *testing.T) {
	ill := func(from, to diary.Date) diary.File {
		return reported(diary.Reported{Illnesses: []diary.Illness{{Stamp: at(from), To: to, Where: diary.BelowNeck}}})
	}
	fever := checkIn(131, func(c *diary.CheckIn) { c.Fever = diary.Yes })
	chest := checkIn(112, func(c *diary.CheckIn) { c.Chest = diary.Yes })
	s := sum(100, 140, ill(98, 103), ill(130, 0), fever, chest)
	if len(s.Ill) != 2 {
		t.Fatalf("%+v", s.Ill)
	}
	if x := s.Ill[0]; x != (coach.Ill{From: 98, To: 103, Where: diary.BelowNeck}) {
		t.Errorf("the first: %+v", x)
	}
	if x := s.Ill[1]; x != (coach.Ill{From: 130, To: 140, Lasts: true, Where: diary.BelowNeck, Fever: true}) {
		t.Errorf("the second: %+v", x)
	}
	if len(s.Chest) != 1 || s.Chest[0] != 112 {
		t.Errorf("chest symptoms on %v", s.Chest)
	}
}
