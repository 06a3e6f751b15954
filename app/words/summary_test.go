package words

import (
	"slices"
	"strings"
	"testing"

	"rebound/app/wire"
	"rebound/engine"
	"rebound/engine/coach"
	"rebound/engine/diary"
	"rebound/engine/rule"
	"rebound/engine/sample"
	"rebound/engine/signal"
)

// summed is the page of a day over some files.
func summed(r rule.Settings, to diary.Date, files ...diary.File) *wire.Summary {
	e := engine.New(diary.Build(files, nil), r)
	var s coach.Summary
	for t := to - coach.SummaryDays + 1; t <= to; t++ {
		x := e.Assess(t)
		s.Take(e, &x)
	}
	return Summary(e, &s, to, Options{Today: to})
}

func lines(s *wire.Summary, key string) string {
	for _, n := range s.Notes {
		if n.Key == key {
			return strings.Join(n.Lines, " ")
		}
	}
	return ""
}

// The sample runner's page says what her screens say, to somebody else.
func TestSummaryOfTheSampleRunner(t *testing.T) {
	today := diary.DateOf(2026, 3, 12)
	files := sample.Files(today)
	s := summed(rule.Default(), today, append(files, sample.Reported(today, files))...)
	if s.Empty != "" || len(s.Charts) != 4 || len(s.Km) != 12 || s.To-s.From+1 != coach.SummaryDays {
		t.Fatalf("%q, %d charts, %d weeks, %v to %v", s.Empty, len(s.Charts), len(s.Km), s.From, s.To)
	}
	var names []string
	for _, n := range s.Niggles {
		names = append(names, n.Name+" "+n.Text)
	}
	const niggles = "Left hip since 10 Mar; no pain. Tight.|Left calf since 9 Jan; pain 2, 3, 2, 1 of 10; gone 18 Jan. Tight, worse the next day."
	if got := strings.Join(names, "|"); got != niggles {
		t.Errorf("niggles: %s", got)
	}
	if got := lines(s, "eased"); !strings.HasPrefix(got, "Lighter week 9 to 15 Mar: HRV and resting heart rate out of range.") {
		t.Errorf("eased: %s", got)
	}
	for _, c := range s.Charts[:3] {
		if !strings.HasPrefix(c.Summary, "7-day average ") || !strings.Contains(c.Summary, "normal ") || !strings.HasSuffix(c.Source, "Garmin 4257") || len(c.Limit) > 0 {
			t.Errorf("%s: %s, %s", c.Title, c.Summary, c.Source)
		}
	}
	for _, n := range s.Notes {
		for _, l := range n.Lines {
			if strings.Contains(strings.ToLower(l)+" ", "you ") || strings.Contains(strings.ToLower(l), "your ") {
				t.Errorf("it speaks to the runner: %s", l)
			}
		}
	}
}

// What is missing is said, and never drawn as if it were there.
func TestSummaryOfLittle(t *testing.T) {
	today := diary.DateOf(2026, 3, 12)
	r := sample.Years(today, 0)
	r.Days = 6
	s := summed(rule.Default(), today, r.Files()...)
	for _, c := range s.Charts[:3] {
		if !strings.Contains(c.Summary, "normal not known yet (6 of 21 ") || len(c.Band) > 0 {
			t.Errorf("%s: %s", c.Title, c.Summary)
		}
	}
	if got := lines(s, "gaps"); !strings.Contains(got, "HRV: 78 of 84.") {
		t.Errorf("gaps: %s", got)
	}
	if s.Km[0] != nil || s.Km[11] == nil {
		t.Errorf("weeks without a known run are %v", s.Km)
	}
	var ran diary.File // without a distance, and nothing to guess it from
	for _, d := range []diary.Date{today - 20, today - 2} {
		ran.Activities = append(ran.Activities, diary.Activity{Date: d, Start: int64(d) * 86400, Sport: diary.Running, Seconds: 2400})
	}
	ran.Activities[1].Meters = 8000
	s = summed(rule.Default(), today, ran)
	if s.Km[9] != nil || s.Km[11] == nil || *s.Km[11] != 8 || s.Empty != "" || !strings.Contains(lines(s, "gaps"), "Distance: 1 of 2 runs.") {
		t.Errorf("a run without a distance: weeks %v, gaps %s", s.Km, lines(s, "gaps"))
	}
	if s := summed(rule.Default(), today); s.Empty == "" {
		t.Error("a page without anything does not say so")
	}
}

// However much was logged, what is told is bounded, and what is left out is counted.
func TestSummaryIsBounded(t *testing.T) {
	today := diary.Date(20_500)
	at := func(d diary.Date) diary.Stamp { return diary.Stamp{At: int64(d), Date: d} }
	var f diary.Reported
	for i, site := range diary.Sites {
		for n := range diary.Date(9) {
			f.Niggles = append(f.Niggles, diary.Niggle{Stamp: at(today - 60 + diary.Date(i) + 3*n), Site: site, Severity: diary.Score(n % 8), Tightness: true, Limp: diary.Yes})
		}
	}
	for n := range diary.Date(9) {
		f.Illnesses = append(f.Illnesses, diary.Illness{Stamp: at(today - 80 + 9*n), To: today - 80 + 9*n, Where: diary.BelowNeck})
	}
	rules := rule.Default()
	rules.CutK, rules.GateK, rules.SpikeShare, rules.SleepLiteral, rules.WindowNeeds = 1, .6, 1.2, 1, 5
	s := summed(rules, today, diary.File{Kind: "typed", Reported: f})
	if len(s.Niggles) != summaryNiggles || s.Earlier != len(diary.Sites)-summaryNiggles {
		t.Errorf("%d niggles and %d earlier", len(s.Niggles), s.Earlier)
	}
	if got := s.Niggles[0].Text; !strings.Contains(got, "; pain up to 7 of 10 (") || !strings.Contains(got, "), then 0; last entry ") || !strings.HasSuffix(got, ". Tight, a limp.") {
		t.Errorf("a long course reads %q", got)
	}
	if got := lines(s, "ill"); strings.Count(got, "Ill ") != summaryLines-1 || !strings.HasSuffix(got, "and 6 earlier.") {
		t.Errorf("ill: %s", got)
	}
	if got := lines(s, "settings"); strings.Count(got, "(default ") != summarySettings-1 || !strings.HasSuffix(got, "and 3 more.") {
		t.Errorf("settings: %s", got)
	}
	if got := brief("a\n b  c " + strings.Repeat("é", 90)); got != "a b c "+strings.Repeat("é", summaryLetters-7)+"…" {
		t.Errorf("a long text is %q", got)
	}
	for n, want := range map[int]string{2: "a b", 3: "a b c", 4: "a b and 2 more."} {
		if got := strings.Join(latest(slices.Clone([]string{"a", "b", "c", "d"}[:n]), 3, "more"), " "); got != want {
			t.Errorf("%d lines in three: %q", n, got)
		}
	}
}

// A normal that was known is not called one that is not known yet; and a page of the past
// says whose settings it is by.
func TestSummaryOfTheNormalThatWas(t *testing.T) {
	today := diary.Date(20_500)
	var old, now diary.File
	old.Device, now.Device = diary.Device{Maker: "garmin", Serial: 1}, diary.Device{Maker: "garmin", Serial: 2, Product: 2}
	at := func(f *diary.File, d diary.Date, ms float32) {
		f.HRV = append(f.HRV, diary.HRVStamp{At: int64(d)*86400 + 7*3600, Value: ms, Metric: diary.MetricOvernight})
	}
	for d := today - 83; d <= today; d++ {
		switch {
		case d < today-20:
			at(&old, d, 60+float32(d%3))
		case d < today-9:
			at(&old, d, 30)
		default:
			at(&now, d, 60)
		}
	}
	s := summed(rule.Default(), today, old, now)
	if got := s.Charts[0].Summary; !strings.Contains(got, "no normal now (") || !strings.Contains(got, " nights) · out of range on ") || !strings.HasSuffix(got, " days before") {
		t.Errorf("a new device: %s", got)
	}
	if got := lines(s, "settings"); got != "All thresholds are at their defaults." {
		t.Errorf("settings of today: %s", got)
	}
	e := engine.New(diary.Build([]diary.File{old, now}, nil), rule.Default())
	if got := lines(Summary(e, &coach.Summary{}, today-30, Options{Today: today}), "settings"); got != "All thresholds are at their defaults. These are the settings of "+Day(today)+"; earlier ones are not known." {
		t.Errorf("settings of a month ago: %s", got)
	}
}

// The page never speaks to the runner, whatever measured a signal and wherever the maximal
// heart rate is from.
func TestSummarySource(t *testing.T) {
	today := diary.Date(20_500)
	watch := diary.File{Device: diary.Device{Maker: "garmin"}, Persons: []diary.Person{{At: int64(today-9) * 86400, MaxHR: 187}}}
	set, age := rule.Default(), rule.Default()
	set.MaxHR, age.Age = 188, 41
	for want, s := range map[string]*wire.Summary{
		"Max HR 187 bpm, as the watch has it set.":            summed(rule.Default(), today, watch),
		"Max HR 188 bpm, as the runner set it.":               summed(set, today),
		"Max HR 179 bpm, guessed from age (208 − 0.7 × age).": summed(age, today),
		"Max HR not known.":                                   summed(rule.Default(), today),
	} {
		if got := lines(s, "method"); !strings.Contains(got, want) {
			t.Errorf("%q does not say %q", got, want)
		}
	}
	for want, s := range map[string]signal.State{
		"RMSSD on waking, the runner's chest strap": {Source: diary.StrapSource, Metric: diary.MetricMorningRMSSD},
		"the runner's log":                          {Source: diary.TypedSource, Metric: diary.MetricTyped},
	} {
		if got := readBy(&s); got != want {
			t.Errorf("%q, not %q", got, want)
		}
	}
}

func TestSummarySpans(t *testing.T) {
	d := diary.DateOf(2026, 3, 1)
	w := summing{out: &wire.Summary{To: d}}
	for _, c := range []struct {
		from, to diary.Date
		want     string
	}{{d, d, "1 Mar"}, {d + 1, d + 7, "2 to 8 Mar"}, {d - 2, d + 5, "27 Feb to 6 Mar"}, {d - 62, d - 58, "29 Dec 2025 to 2 Jan"}} {
		if got := w.written(c.from, c.to); got != c.want {
			t.Errorf("%v to %v is %s, want %s", c.from, c.to, got, c.want)
		}
	}
}
