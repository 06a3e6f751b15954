package signal_test

import (
	"slices"
	"testing"

	"rebound/engine/diary"
	"rebound/engine/rule"
	"rebound/engine/signal"
)

// from is a series of one value from another source or metric.
func from(source string, metric diary.Metric, v float64, days func(back int) bool) diary.Series {
	s := readings(diary.HRV, 120, only(v, days))
	s.Source, s.Metric = source, metric
	return s
}

func all(back int) bool { return true }

// Of several series the one that says most is read: a known one, then a settled one,
// then what a device measured, then the one with more days. Values have no say, and
// neither has the order in which the series come.
func TestWhichSeriesIsRead(t *testing.T) {
	since := func(n int) func(int) bool { return func(back int) bool { return back < n } }
	for name, c := range map[string]struct{ better, worse diary.Series }{
		"known before unknown":              {from(diary.TypedSource, diary.MetricTyped, 50, since(21)), from("a fit", "m", 60, since(20))},
		"settled before settling":           {from(diary.TypedSource, diary.MetricTyped, 50, since(35)), from("a fit", "m", 60, since(34))},
		"a device before what was typed":    {from("z fit", "m", 50, since(35)), from("a typed", diary.MetricTyped, 60, all)},
		"more of the window":                {from("z fit", "m", 50, all), from("a fit", "m", 60, func(back int) bool { return back > 0 })},
		"as much of it, more of the normal": {from("z fit", "m", 50, all), from("a fit", "m", 60, func(back int) bool { return back != 9 })},
		"by name, where all is the same":    {from("a fit", "m", 50, all), from("b fit", "m", 60, all)},
		"by metric, where even that is":     {from("a fit", "a", 50, all), from("a fit", "b", 60, all)},
	} {
		for _, list := range [][]diary.Series{{c.better, c.worse}, {c.worse, c.better}} {
			s := signal.New(&diary.Diary{Series: list}, rule.Default()).At(diary.HRV, today)
			if s.Source != c.better.Source || s.Metric != c.better.Metric {
				t.Errorf("%s: %s %s is read (%+v)", name, s.Source, s.Metric, s)
			}
		}
	}
}

// Of two watches the one worn on more of the last 14 days is read, known or not; worn
// alike, the one that says most; and what was typed has no part in it.
func TestWornMoreIsRead(t *testing.T) {
	first := func(n int) func(int) bool { return func(back int) bool { return back < n } }
	most := func(n int) func(int) bool { // n of the last 14, the newest of them first, and all before
		return func(back int) bool { return back < n || back >= 14 }
	}
	for name, c := range map[string]struct {
		list []diary.Series
		want string
	}{
		"a new one on one day more":         {[]diary.Series{from("old", "m", 60, most(7)), from("new", "m", 50, first(8))}, "new"},
		"a new one on as many":              {[]diary.Series{from("old", "m", 60, most(7)), from("new", "m", 50, first(7))}, "old"},
		"what is 14 days back is past":      {[]diary.Series{from("old", "m", 60, func(back int) bool { return back >= 14 }), from("new", "m", 50, first(1))}, "new"},
		"13 days back still counts":         {[]diary.Series{from("old", "m", 60, func(back int) bool { return back >= 12 }), from("new", "m", 50, first(1))}, "old"},
		"by any of its metrics, a day once": {[]diary.Series{from("old", "m", 60, most(7)), from("new", "m", 50, first(6)), from("new", "n", 50, first(6))}, "old"},
		"two metrics on other days":         {[]diary.Series{from("old", "m", 60, most(7)), from("new", "m", 50, first(6)), from("new", "n", 50, func(back int) bool { return back == 7 || back == 9 })}, "new"},
		"typed every day is no watch":       {[]diary.Series{from("old", "m", 60, most(7)), from(diary.TypedSource, diary.MetricTyped, 50, first(14))}, "old"},
		"typed, beside a new one":           {[]diary.Series{from(diary.TypedSource, diary.MetricTyped, 60, all), from("new", "m", 50, first(8))}, diary.TypedSource},
	} {
		for range 2 {
			v := signal.New(&diary.Diary{Series: c.list}, rule.Default())
			if s := v.At(diary.HRV, today); s.Source != c.want {
				t.Errorf("%s: %s is read, want %s", name, s.Source, c.want)
			}
			slices.Reverse(c.list)
		}
	}
	v := signal.New(&diary.Diary{Series: []diary.Series{from("b", "m", 60, all), from("a", "m", 60, all), from("a", "n", 60, all), from("c", "m", 60, first(3)),
		from(diary.TypedSource, diary.MetricTyped, 50, all)}}, rule.Default())
	if got := v.Others(diary.HRV, "b", today-20, today-3); !slices.Equal(got, []string{"a"}) {
		t.Errorf("others: %v", got)
	}
	if got := v.Others(diary.HRV, "b", today-20, today-2); !slices.Equal(got, []string{"a", "c"}) {
		t.Errorf("others: %v", got)
	}
}

// A reading is the newest of any source, and none from after the day asked about.
func TestNewestReading(t *testing.T) {
	d := &diary.Diary{Series: []diary.Series{
		from("a fit", "m", 50, func(back int) bool { return back == 9 || back == 5 }),
		from("b fit", "m", 60, func(back int) bool { return back == 7 || back == 5 || back == 3 }),
	}}
	v := signal.New(d, rule.Default())
	for back, want := range map[diary.Date]float64{10: 0, 9: 50, 8: 50, 7: 60, 6: 60, 5: 50, 4: 50, 3: 60, 0: 60} {
		p, ok := v.Newest(diary.HRV, today-back)
		if p.Value != want || ok != (want != 0) || ok && p.Date > today-back {
			t.Errorf("%d days back: %+v %v, want %g", back, p, ok, want)
		}
	}
}

// Readings are those of one source by one metric, from the first day to the last.
func TestReadingsOfOneSeries(t *testing.T) {
	v := signal.New(&diary.Diary{Series: []diary.Series{from("a fit", "m", 50, all), from("a fit", "n", 55, all), from("b fit", "n", 60, all)}}, rule.Default())
	list := v.Readings(diary.HRV, "a fit", "n", today-3, today-1)
	if len(list) != 3 || list[0].Date != today-3 || list[2].Date != today-1 || list[0].Value != 55 {
		t.Errorf("%+v", list)
	}
	for _, none := range [][]diary.Point{v.Readings(diary.HRV, "b fit", "m", today-3, today), v.Readings(diary.Sleep, "a fit", "m", today-3, today), v.Readings(diary.HRV, "a fit", "m", today, today-1)} {
		if len(none) != 0 {
			t.Errorf("%+v", none)
		}
	}
}

// Counts are of what is known, what is out at the gate, and what counts for a cut.
func TestCounts(t *testing.T) {
	for name, c := range map[string]struct {
		day  signal.Day
		want [3]int
	}{
		"nothing":                      {signal.Day{}, [3]int{}},
		"one in range":                 {signal.Day{{Name: signal.InRange}}, [3]int{1, 0, 0}},
		"one high, one out, not a cut": {signal.Day{{Name: signal.Unusual}, {Name: signal.Adverse}}, [3]int{2, 1, 0}},
		"all out, two for a cut":       {signal.Day{{Name: signal.Adverse, Cut: true}, {Name: signal.Adverse}, {Name: signal.Adverse, Cut: true}}, [3]int{3, 3, 2}},
	} {
		known, out, cut := c.day.Counts()
		if [3]int{known, out, cut} != c.want {
			t.Errorf("%s: %d %d %d, want %v", name, known, out, cut, c.want)
		}
	}
}
