package signal_test

import (
	"slices"
	"testing"

	"rebound/engine/diary"
	"rebound/engine/rule"
	"rebound/engine/signal"
)

// tiered is a series of a source that goes first, or after others.
func tiered(s diary.Series, tier diary.Tier) diary.Series {
	s.Tier = tier
	return s
}

// Of sources that were worn alike and say as much, the one that goes first is read; the
// one that the runner puts first is read where it was worn half as often as another.
func TestPrecedence(t *testing.T) {
	first := func(n int) func(int) bool { return func(back int) bool { return back < n || back >= 14 } }
	own, passed, chosen := diary.TierDevice, diary.TierAggregator, diary.TierChosen
	for name, c := range map[string]struct {
		list []diary.Series
		want string
	}{
		"a device before what passes on":    {[]diary.Series{tiered(from("a", "m", 50, all), passed), tiered(from("b", "m", 60, all), own)}, "b"},
		"not where it was worn less":        {[]diary.Series{tiered(from("a", "m", 50, all), passed), tiered(from("b", "m", 60, first(13)), own)}, "a"},
		"nor where it says less":            {[]diary.Series{tiered(from("a", "m", 50, all), passed), tiered(from("b", "m", 60, func(back int) bool { return back < 14 }), own)}, "a"},
		"the chosen one before a device":    {[]diary.Series{tiered(from("a", "m", 50, all), own), tiered(from("b", "m", 60, all), chosen)}, "b"},
		"worn half as often":                {[]diary.Series{tiered(from("a", "m", 50, all), own), tiered(from("b", "m", 60, first(7)), chosen)}, "b"},
		"worn less than that":               {[]diary.Series{tiered(from("a", "m", 50, all), own), tiered(from("b", "m", 60, first(6)), chosen)}, "a"},
		"not worn at all":                   {[]diary.Series{tiered(from("a", "m", 50, all), own), tiered(from("b", "m", 60, first(0)), chosen)}, "a"},
		"whatever a third one has":          {[]diary.Series{tiered(from("a", "m", 50, first(5)), own), tiered(from("b", "m", 60, first(7)), chosen), tiered(from("c", "m", 60, all), passed)}, "b"},
		"RMSSD before SDNN of one source":   {[]diary.Series{from("a", diary.MetricNightSDNN, 50, all), from("a", diary.MetricOvernight, 60, all), from("a", diary.MetricAnyRMSSD, 60, all)}, "a"},
		"the night before the morning's":    {[]diary.Series{from("a", diary.MetricMorningRMSSD, 50, all), from("a", diary.MetricOvernight, 60, all)}, "a"},
		"stages before a total":             {[]diary.Series{from("a", diary.MetricAsleep, 50, all), from("b", diary.MetricStaged, 60, all)}, "b"},
		"the night before any hour of SDNN": {[]diary.Series{from("a", diary.MetricAnySDNN, 50, all), from("a", diary.MetricOvernight, 60, all)}, "a"},
	} {
		for range 2 {
			s := signal.New(&diary.Diary{Series: c.list}, rule.Default()).At(diary.HRV, today)
			if s.Source != c.want || s.Source == "a" && c.list[0].Source == c.list[1].Source && s.Metric != diary.MetricOvernight {
				t.Errorf("%s: %s %s is read, want %s", name, s.Source, s.Metric, c.want)
			}
			slices.Reverse(c.list)
		}
	}
}

// A change of source, moment or measure is reported from its day on, for as long as days
// before it would be in the window or the baseline, and not a day longer.
func TestBreak(t *testing.T) {
	before := func(back int) bool { return back >= 100 }
	after := func(back int) bool { return back < 100 }
	sleep := func(s diary.Series) diary.Series {
		s.Kind = diary.Sleep
		return s
	}
	hrv := func(source string, metric diary.Metric, days func(int) bool) diary.Series {
		return from(source, metric, 60, days)
	}
	r := rule.Default()
	lasts := diary.Date(r.WindowDays + r.BaselineDays)
	for name, c := range map[string]struct {
		old, now diary.Series
		want     signal.What
	}{
		"another watch":                   {hrv("a", diary.MetricOvernight, before), hrv("b", diary.MetricOvernight, after), signal.NewSource},
		"the morning of one watch":        {hrv("a", diary.MetricOvernight, before), hrv("a", diary.MetricMorningRMSSD, after), signal.NewMoment},
		"the night of one watch":          {hrv("a", diary.MetricMorningRMSSD, before), hrv("a", diary.MetricOvernight, after), signal.NewMoment},
		"SDNN of another":                 {hrv("a", diary.MetricOvernight, before), hrv("b", diary.MetricAnySDNN, after), signal.NewMeasure},
		"SDNN of the night":               {hrv("a", diary.MetricOvernight, before), hrv("a", diary.MetricNightSDNN, after), signal.NewMeasure},
		"RMSSD of the night":              {hrv("a", diary.MetricNightSDNN, before), hrv("a", diary.MetricOvernight, after), signal.NewMeasure},
		"the same":                        {hrv("a", diary.MetricOvernight, before), hrv("a", diary.MetricOvernight, after), signal.NoChange},
		"stages of sleep after a total":   {sleep(hrv("a", diary.MetricAsleep, before)), sleep(hrv("a", diary.MetricStaged, after)), signal.NewMeasure},
		"stages of sleep by another":      {sleep(hrv("a", diary.MetricStaged, before)), sleep(hrv("b", diary.MetricStaged, after)), signal.NewSource},
		"a total of sleep where both are": {sleep(hrv("a", diary.MetricAsleep, before)), sleep(hrv("a", diary.MetricAsleep, after)), signal.NoChange},
	} {
		v := signal.New(&diary.Diary{Series: []diary.Series{c.old, c.now}}, r)
		var day signal.Day
		since := diary.Date(0)
		for d := today - 119; d <= today; d++ {
			day = v.Next(&day, d)
			b := day[c.old.Kind].Break
			if since == 0 && b.What != signal.NoChange {
				if since = d; d < today-100 || d > today-90 {
					t.Errorf("%s: first on %v, %d days before the last", name, d, today-d)
				}
			}
			want := signal.Break{}
			if since > 0 && d-since < lasts {
				want = signal.Break{Since: since, What: c.want, Source: "a", Metric: c.old.Metric}
			}
			if b != want {
				t.Errorf("%s: on %v %+v, want %+v", name, d, b, want)
			}
		}
		if (since == 0) != (c.want == signal.NoChange) {
			t.Errorf("%s: reported since %v", name, since)
		}
	}
}
