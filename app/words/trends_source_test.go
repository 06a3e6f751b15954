package words

import (
	"strings"
	"testing"

	"rebound/app/wire"
	"rebound/engine"
	"rebound/engine/diary"
	"rebound/engine/rule"
)

// A chart draws one watch's readings, and says whose else there are.
func TestTrendsNameTheOtherWatch(t *testing.T) {
	const today = diary.Date(20500)
	worn := func(serial uint32, from, to diary.Date) (f diary.File) {
		f.Device = diary.Device{Maker: "garmin", Product: 4315, Serial: serial}
		for d := from; d <= to; d++ {
			f.HRV = append(f.HRV, diary.HRVStamp{At: int64(d)*86400 + 7*3600, Value: 50, Metric: diary.MetricOvernight})
		}
		return f
	}
	for name, c := range map[string]struct {
		files []diary.File
		want  string
		says  bool
	}{
		"one watch":                     {[]diary.File{worn(1, today-60, today)}, "Garmin", false},
		"two watches":                   {[]diary.File{worn(1, today-60, today-10), worn(2, today-9, today)}, "Garmin 4315 (2)", true},
		"another, before these days":    {[]diary.File{worn(1, today-60, today-42), worn(2, today-41, today)}, "Garmin 4315 (2)", false},
		"another, on the first of them": {[]diary.File{worn(1, today-60, today-41), worn(2, today-40, today)}, "Garmin 4315 (2)", true},
	} {
		e := engine.New(diary.Build(c.files, nil), rule.Default())
		chart := Trends(e, wire.TrendsArg{To: today, Days: 42}, Options{Today: today}).Charts[diary.HRV]
		if chart.Source != c.want || strings.Contains(chart.Summary, "Your other readings (Garmin 4315) have a normal range of their own") != c.says {
			t.Errorf("%s: from %q: %s", name, chart.Source, chart.Summary)
		}
	}
}

// Days that are tagged as out of the ordinary, as a journey is, are said beside the average
// in which they count for less; illness counts in full.
func TestTrendsNameTaggedDays(t *testing.T) {
	const today = diary.Date(20500)
	f := diary.File{Kind: "typed", Device: diary.Device{Maker: "garmin", Product: 4315, Serial: 1}}
	for d := today - 60; d <= today; d++ {
		f.HRV = append(f.HRV, diary.HRVStamp{At: int64(d)*86400 + 7*3600, Value: 50, Metric: diary.MetricOvernight})
	}
	for tag, want := range map[string]string{"travel": "2 nights that you tagged count for less.", "illness": ""} {
		f.Reported.Tags = nil
		for n := range diary.Date(2) {
			f.Reported.Tags = append(f.Reported.Tags, diary.DayTag{Stamp: diary.Stamp{At: int64(n) + 1, Date: today - 3 - n}, Tag: tag})
		}
		e := engine.New(diary.Build([]diary.File{f}, nil), rule.Default())
		charts := Trends(e, wire.TrendsArg{To: today, Days: 42}, Options{Today: today}).Charts
		if got := charts[diary.HRV].Summary; !strings.Contains(got, want) || strings.Contains(got, "tagged") != (want != "") {
			t.Errorf("%s: %s", tag, got)
		}
		if got := charts[diary.Sleep].Summary; strings.Contains(got, "tagged") {
			t.Errorf("without a reading: %s", got)
		}
	}
}
