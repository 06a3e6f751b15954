package verdict

import (
	"testing"

	"rebound/engine/diary"
	"rebound/engine/load"
	"rebound/engine/rule"
)

// Of two layoffs in force at once the longer counts, and of two as long the later:
// its days began last. With the defaults two of a tier never meet, because each is
// over before the next can begin; a runner who keeps them longer has both.
func TestWhichOfTwoLayoffs(t *testing.T) {
	r := rule.Default()
	r.BackStay1 = 14
	for name, c := range map[string]struct {
		runs []diary.Date
		on   diary.Date
		want Layoff
	}{
		"as long: the later":            {[]diary.Date{80, 90, 98}, 98, Layoff{Tier: 1, DaysOff: 8, LastRun: 90, Back: 98, Until: 111}},
		"the first is over":             {[]diary.Date{80, 90, 98}, 104, Layoff{Tier: 1, DaysOff: 8, LastRun: 90, Back: 98, Until: 111}},
		"as long and still off":         {[]diary.Date{80, 90, 91}, 98, Layoff{Tier: 1, DaysOff: 7, LastRun: 91}},
		"the longer, though it is past": {[]diary.Date{76, 90, 97}, 97, Layoff{Tier: 2, DaysOff: 14, LastRun: 76, Back: 90, Until: 103}},
		"shorter and still off":         {[]diary.Date{76, 90, 91}, 98, Layoff{Tier: 2, DaysOff: 14, LastRun: 76, Back: 90, Until: 103}},
		"longer and still off":          {[]diary.Date{80, 90}, 104, Layoff{Tier: 2, DaysOff: 14, LastRun: 90}},
	} {
		got := layoffOn(ran(c.runs...), c.on, &r)
		if got != c.want {
			t.Errorf("%s: %+v, want %+v", name, got, c.want)
		}
	}
}

// A stage is run when four fifths of its running are, and of its longest piece where
// that is known; or by all of its running, in whatever pieces.
func TestWhatIsASessionOfAStage(t *testing.T) {
	r := rule.Default()
	five := Stages[3] // five times five minutes
	for name, c := range map[string]struct {
		ran  load.Session
		want bool
	}{
		"four fifths of both":       {load.Session{Minutes: 20, Stretch: 4, Ran: 20, Paced: true}, true},
		"less in one piece":         {load.Session{Minutes: 20, Stretch: 3.99, Ran: 20, Paced: true}, false},
		"less in all":               {load.Session{Minutes: 19.99, Stretch: 5, Ran: 19.99, Paced: true}, false},
		"its pieces are not known":  {load.Session{Minutes: 20}, true},
		"all of it in short pieces": {load.Session{Minutes: 60, Stretch: 2, Ran: 25, Paced: true}, true},
		"not quite":                 {load.Session{Minutes: 60, Stretch: 2, Ran: 24.99, Paced: true}, false},
	} {
		if got := five.is(&c.ran, &r); got != c.want {
			t.Errorf("%s: %v", name, got)
		}
	}
}

// Stages that are done stay done once their days are over; until then a week without
// a run leads back, and pain on the very last day does too.
func TestStagesDoneAndOver(t *testing.T) {
	r := rule.Default()
	done := []visit{{130, 5, 0, 0}, {132, 5, 0, 0}, {137, 5, 0, 0}, {143, 5, 0, 0}}
	for name, c := range map[string]struct {
		visits []visit
		on     diary.Date
		tier   int
		stage  int
	}{
		"the last day, a week without a run": {done, 150, 3, 5},
		"the day after":                      {done, 151, 1, 0},
		"pain on the last day":               {append(done[:4:4], visit{147, 5, 0, 0}, visit{150, 5, 0, 6}), 150, 3, 5},
		"and on the day after":               {append(done[:4:4], visit{147, 5, 0, 0}, visit{150, 5, 0, 6}), 151, 3, 5},
		"pain the day after":                 {append(done[:4:4], visit{149, 5, 0, 0}, visit{151, 5, 0, 6}), 151, 0, 0},
	} {
		d := visited(c.visits)
		if got := layoffOn(d, c.on, &r); got.Tier != c.tier || got.Progress.Stage != c.stage {
			t.Errorf("%s: tier %d at stage %d, want %d at %d", name, got.Tier, got.Progress.Stage, c.tier, c.stage)
		}
	}
	// Of a day's runs the longest stands for it, whichever was the first.
	d := visited([]visit{{130, 0, 20, 0}, {130, 0, 5, -1}})
	if got := layoffOn(d, 130, &r); got.Progress.Done != 1 {
		t.Errorf("the longer of two came first: %+v", got.Progress)
	}
}
