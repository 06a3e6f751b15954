package words

import (
	"strings"
	"testing"

	"rebound/app/wire"
	"rebound/engine"
	"rebound/engine/diary"
	"rebound/engine/rule"
)

// measuredBy is a source's HRV from one date to another.
func measuredBy(maker string, m diary.Metric, from, to diary.Date) (f diary.File) {
	f.Device = diary.Device{Maker: maker}
	for d := from; d <= to; d++ {
		f.HRV = append(f.HRV, diary.HRVStamp{At: int64(d)*86400 + 43200, Value: 50 + float32(d%5), Metric: m, Day: d})
	}
	return f
}

// Where a signal is measured otherwise than before, Trends says since when and why the
// line begins anew, and so does Today while the new normal is learnt; SDNN is called so.
func TestBreakIsSaid(t *testing.T) {
	const today = diary.Date(20500)
	for name, c := range map[string]struct {
		before, now       diary.File
		title, says, mark string
	}{
		"another device": {measuredBy("garmin", diary.MetricOvernight, today-80, today-21), measuredBy("oura", diary.MetricOvernight, today-20, today),
			"HRV", "From Oura since {day}, from Garmin before that: two devices read differently, so your normal range started again.", "from Oura"},
		"SDNN": {measuredBy("garmin", diary.MetricOvernight, today-80, today-21), measuredBy("apple", diary.MetricAnySDNN, today-20, today),
			"HRV (SDNN)", "SDNN from Apple Health since {day}, RMSSD from Garmin before that: the two cannot be compared, so your normal range started again.", "SDNN"},
		"another moment": {measuredBy("polar", diary.MetricOvernight, today-80, today-21), measuredBy("polar", diary.MetricMorningRMSSD, today-20, today),
			"HRV", "On waking from Polar since {day}, overnight from Polar before that: the two differ, so your normal range started again.", "on waking"},
		"the same": {measuredBy("polar", diary.MetricOvernight, today-80, today-21), measuredBy("polar", diary.MetricOvernight, today-20, today), "HRV", "", ""},
	} {
		e := engine.New(diary.Build([]diary.File{c.before, c.now}, nil), rule.Default())
		chart := Trends(e, wire.TrendsArg{To: today, Days: 42}, Options{Today: today}).Charts[diary.HRV]
		var at diary.Date
		for _, m := range chart.Marks {
			if m.Kind == "break" {
				at = m.Date
				if m.Text != c.mark {
					t.Errorf("%s: the mark says %q", name, m.Text)
				}
			}
		}
		says := strings.Replace(c.says, "{day}", FullDay(at), 1)
		if chart.Title != c.title || !strings.Contains(chart.Summary, says) || strings.Contains(chart.Summary, "started again") != (says != "") {
			t.Errorf("%s: %q: %s", name, chart.Title, chart.Summary)
		}
		if (at != 0) != (c.mark != "") {
			t.Errorf("%s: marked on %v", name, at)
		}
		for _, p := range chart.Lines[0].Points {
			if p.Date == at {
				t.Errorf("%s: the line goes on over the break", name)
			}
		}
		row := Assessment(e, e.Assess(today-8), Options{Today: today}).Signals[diary.HRV]
		if row.Name != c.title || !strings.Contains(row.Break, c.mark) || (row.Break != "") != (c.mark != "") {
			t.Errorf("%s: Today's row: %q, %q", name, row.Name, row.Break)
		}
		if strings.ToLower(chart.Source) == chart.Source {
			t.Errorf("%s: from %q", name, chart.Source)
		}
	}
}

// A run that came twice counts once, and Today says where else it is.
func TestAlsoIsSaid(t *testing.T) {
	const today = diary.Date(20500)
	run := diary.Activity{Start: int64(today)*86400 + 7*3600, Sport: diary.Running, Elapsed: 1800, Seconds: 1800, Meters: 5000, AvgHR: 140}
	files := []diary.File{
		{Device: diary.Device{Maker: "garmin", Product: 4315, Serial: 1}, Activities: []diary.Activity{run}, Clocks: []diary.Clock{{At: run.Start}}},
		{Via: "strava", Activities: []diary.Activity{run}, Clocks: []diary.Clock{{At: run.Start}}},
	}
	e := engine.New(diary.Build(files, nil), rule.Default())
	e.Live(today)
	if d := Assessment(e, e.Assess(today), Options{Today: today}).Done; d == nil || d.Also != "Also in Strava, but counted once." || d.Km != 5 {
		t.Errorf("%+v", d)
	}
	if runs := BodyScreen(e, today, Options{Today: today}).Runs; len(runs) != 1 || !strings.HasSuffix(runs[0].Note, "Also in Strava, but counted once.") {
		t.Errorf("Body lists %+v", runs)
	}
	e = engine.New(diary.Build(files[:1], nil), rule.Default())
	e.Live(today)
	if d := Assessment(e, e.Assess(today), Options{Today: today}).Done; d == nil || d.Also != "" {
		t.Errorf("%+v", d)
	}
	if runs := BodyScreen(e, today, Options{Today: today}).Runs; len(runs) != 1 || strings.Contains(runs[0].Note, "Also") {
		t.Errorf("Body lists %+v", runs)
	}
}

// A day before the first file is no day of too little data.
func TestBeforeTheDiary(t *testing.T) {
	const today = diary.Date(20500)
	run := diary.Activity{Start: int64(today)*86400 + 7*3600, Sport: diary.Running, Elapsed: 1800, Seconds: 1800, Meters: 5000, AvgHR: 140}
	e := engine.New(diary.Build([]diary.File{{Activities: []diary.Activity{run}, Clocks: []diary.Clock{{At: run.Start}}}}, nil), rule.Default())
	for d, want := range map[diary.Date]bool{today - 1: true, today: false, today + 1: false} {
		if got := Assessment(e, e.Assess(d), Options{Today: today + 1}).Headline; strings.HasPrefix(got, "Your data begins on Monday 16 February 2026") != want {
			t.Errorf("%v: %s", d, got)
		}
	}
	e = engine.New(diary.Build(nil, nil), rule.Default())
	if got := Assessment(e, e.Assess(today), Options{Today: today}).Headline; strings.Contains(got, "begins") {
		t.Errorf("of nothing: %s", got)
	}
}
