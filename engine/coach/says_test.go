package coach

import (
	"math"
	"testing"

	"rebound/engine"
	"rebound/engine/diary"
	"rebound/engine/effect"
	"rebound/engine/rule"
	"rebound/engine/sample"
	"rebound/engine/story"
)

// What followed each morning: the check-in of the same day and of the next, the day's runs
// against what was expected of them, heart rate at one pace, and pain within a week, which
// is not known before the week is over.
func TestFollowed(t *testing.T) {
	told, err := story.Parse(`
2026-01-01..2026-03-01 resting_hr 50
2026-01-01..2026-03-01 run easy 40 on tue,thu,sat
2026-01-01..2026-03-01 effort 3 on tue,thu,sat
2026-02-10 run laboured 40
2026-02-12 effort 6
2026-02-20 checkin all=1
2026-02-21 checkin all=2
2026-02-25 pain 2
2026-02-26 report 30 pain=0
`)
	if err != nil {
		t.Fatal(err)
	}
	today := diary.DateOf(2026, 3, 1)
	c := On(engine.New(told.Diary(), told.Rules), today, nil)
	on := func(of string, month, day int) (v float64, known bool) {
		list := c.followed(of)
		v = list[diary.DateOf(2026, 1, 1)-c.since()+diary.Date(31*(month-1)+day-1)].v
		return v, v != unsaid
	}
	count := func(of string) (n int) {
		for _, x := range c.followed(of) {
			if x.v != unsaid {
				n++
			}
		}
		return n
	}
	for _, x := range []struct {
		of         string
		month, day int
		want       float64
	}{
		{FeltThen, 2, 20, 1}, {FeltThen, 2, 21, 2},
		{FeltNext, 2, 19, 1}, {FeltNext, 2, 20, 2},
		{RanHarder, 2, 7, 0}, {RanHarder, 2, 12, 3},
		{EasyHR, 2, 7, 130}, {EasyHR, 2, 10, 136},
		{Hurt, 2, 14, 0}, {Hurt, 2, 18, 0}, {Hurt, 2, 19, 1}, {Hurt, 2, 23, 1},
	} {
		if v, known := on(x.of, x.month, x.day); !known || math.Abs(v-x.want) > 0.05 {
			t.Errorf("%s after %d/%d is %v, want %v", x.of, x.day, x.month, v, x.want)
		}
	}
	for of, want := range map[string]int{FeltThen: 2, FeltNext: 2, RanHarder: 26, EasyHR: 26, Hurt: 10} {
		if got := count(of); got != want {
			t.Errorf("%s is known of %d mornings, want %d", of, got, want)
		}
	}
	// What is of a day to come is not looked at.
	c = On(engine.New(told.Diary(), told.Rules), diary.DateOf(2026, 2, 20), nil)
	if then, next := count(FeltThen), count(FeltNext); then != 1 || next != 1 {
		t.Errorf("on 20 February %d mornings are known, and of %d the next", then, next)
	}
}

// Mornings are drawn as what lasts: a signal that is out is out for days.
func TestSaysAreOfSpells(t *testing.T) {
	today := diary.DateOf(2026, 3, 15)
	files := sample.Files(today)
	c := On(engine.New(diary.Build(append(files, sample.Reported(today, files)), nil), rule.Default()), today, nil)
	list := c.mornings(FeltThen)
	rules := rule.Default()
	if got, want := c.Says()[0], effect.Of(list, effect.Middle, effect.Spells, &rules); !want.Known || got.Of != FeltThen || got.Shift != want {
		t.Errorf("%+v, want %+v", got, want)
	}
}

// Two watches are two series: what one measures is not set against what the other does.
func TestSaysByWatch(t *testing.T) {
	today := diary.DateOf(2026, 3, 15)
	files, changed := sample.Files(today), diary.DateOf(2026, 1, 1)
	for i := range files {
		if f := &files[i]; len(f.Activities) > 0 && diary.DateAt(f.Activities[0].Start, 0) >= changed {
			f.Device.Serial++
		}
	}
	c := On(engine.New(diary.Build(append(files, sample.Reported(today, files)), nil), rule.Default()), today, nil)
	for _, of := range []string{EasyHR, RanHarder} {
		var counts [2]int
		for _, n := range c.mornings(of) {
			later := 0
			if n.Date >= changed {
				later = 1
			}
			if counts[later]++; n.Series != later {
				t.Errorf("%s of %v is of series %d", of, n.Date, n.Series)
			}
		}
		if counts[0] == 0 || counts[1] == 0 {
			t.Errorf("%s: %v runs by each watch", of, counts)
		}
	}
	for _, n := range c.mornings(FeltThen) {
		if n.Series != 0 {
			t.Errorf("the check-in of %v is of series %d", n.Date, n.Series)
		}
	}
}

// No is said only where everything that can follow is known.
func TestVerdictOfSays(t *testing.T) {
	says := func(known, seen bool) (s Says) {
		s.Known, s.Seen = known, seen
		return s
	}
	none, no, yes := says(false, false), says(true, false), says(true, true)
	for _, x := range []struct {
		says []Says
		want Verdict
	}{
		{[]Says{none, none}, SaysUnknown}, {[]Says{no, none}, SaysNotSoFar}, {[]Says{no, no}, SaysNo},
		{[]Says{yes, none}, SaysYes}, {[]Says{no, yes}, SaysYes},
	} {
		if got := VerdictOf(x.says); got != x.want {
			t.Errorf("%+v: %s, want %s", x.says, got, x.want)
		}
	}
}

// Of what is not seen nothing is said, and of what has zero in its interval neither.
func TestAnswerWantsAnInterval(t *testing.T) {
	for _, x := range []struct {
		low, high float64
		seen      bool
		want      bool
	}{{1, 2, true, true}, {-2, -1, true, true}, {0, 2, true, false}, {-2, 0, true, false}, {-1, 1, true, false}, {1, 2, false, false}} {
		var s = Answer{}.Shift
		s.Low, s.High = x.low, x.high
		if got := answer(s, x.seen); got.Seen != x.want {
			t.Errorf("%+v: %v", x, got.Seen)
		}
	}
}
