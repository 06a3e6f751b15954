package signal_test

import (
	"testing"

	"rebound/engine/diary"
	"rebound/engine/rule"
	"rebound/engine/signal"
)

// The date that is promised is kept: with a reading on each day to come the signal is
// known on it, and on no day before.
func TestLearningIsKept(t *testing.T) {
	r := rule.Default()
	for name, c := range map[string]struct {
		days       func(back int) bool // with a reading, up to today
		have, from int                 // days from today
	}{
		"the first morning":             {func(b int) bool { return b == 0 }, 1, 20},
		"six nights":                    {func(b int) bool { return b < 6 }, 6, 15},
		"six nights of nine":            {func(b int) bool { return b < 9 && b%3 != 1 }, 6, 15},
		"twenty nights":                 {func(b int) bool { return b < 20 }, 20, 1},
		"nothing since yesterday":       {func(b int) bool { return b >= 1 && b < 7 }, 6, 15},
		"a fortnight without the watch": {func(b int) bool { return b >= 14 && b < 60 }, 17, 4},
		"a normal, and one of the week": {func(b int) bool { return b == 0 || b >= 14 && b < 60 }, 18, 3},
		"a month without the watch":     {func(b int) bool { return b == 0 || b >= 40 && b < 60 }, 18, 3},
		"most of a normal is too old":   {func(b int) bool { return b == 0 || b >= 60 && b < 90 }, 1, 20},
		"a night now and then":          {func(b int) bool { return b < 60 && b%9 == 0 }, 6, 15},
	} {
		d := &diary.Diary{Series: []diary.Series{readings(diary.RestingHR, 120, only(50, c.days))}}
		v := signal.New(d, r)
		s := v.At(diary.RestingHR, today)
		l, ok := v.Learning(s, today)
		if !ok || l.Have != c.have || l.From != today+diary.Date(c.from) || l.Need != 21 {
			t.Errorf("%s: %+v %v, from %d days on; want %d, %d", name, l, ok, l.From-today, c.have, c.from)
		}
		points := d.Series[0].Points
		for ahead := diary.Date(1); ahead <= l.From-today; ahead++ {
			points = append(points, diary.Point{Date: today + ahead, Value: 50})
			then := signal.New(&diary.Diary{Series: []diary.Series{{Kind: diary.RestingHR, Source: watch, Metric: nights, Points: points}}}, r)
			if known := then.At(diary.RestingHR, today+ahead).Known(); known != (today+ahead == l.From) {
				t.Errorf("%s: %d days on it is known: %v", name, ahead, known)
			}
		}
	}
	for name, of := range map[string]func(int) float64{
		"known": func(int) float64 { return 50 }, "none": func(int) float64 { return 0 },
	} {
		v := signal.New(&diary.Diary{Series: []diary.Series{readings(diary.RestingHR, 120, of)}}, r)
		if l, ok := v.Learning(v.At(diary.RestingHR, today), today); ok {
			t.Errorf("%s: %+v", name, l)
		}
	}
}

// What is learned of is the series that is read, and no other of its source or metric.
func TestLearningOfWhatIsRead(t *testing.T) {
	first := func(n int) func(int) bool { return func(back int) bool { return back < n } }
	d := &diary.Diary{Series: []diary.Series{
		from("a", diary.MetricAnyRMSSD, 50, first(3)), from("b", diary.MetricOvernight, 50, first(4)), from("a", diary.MetricOvernight, 50, first(6)),
	}}
	v := signal.New(d, rule.Default())
	if l, ok := v.Learning(v.At(diary.HRV, today), today); !ok || l.Have != 6 {
		t.Errorf("%+v %v", l, ok)
	}
}
