package chart

import (
	"fmt"
	"strings"
	"testing"

	"rebound/app/wire"
	"rebound/engine/diary"
)

// A year is a column a week; what its mornings asked differs in length, not in colour alone.
func TestSeasonDrawsEveryWeek(t *testing.T) {
	load := func(v float64) *float64 { return &v }
	weeks := make([]wire.SeasonWeek, 53)
	for i := range weeks {
		weeks[i] = wire.SeasonWeek{Start: first + diary.Date(7*i), Load: load(float64(200 + 5*i)), Level: "go", Verdict: "go, 7 days"}
	}
	weeks[3].Level, weeks[4].Level, weeks[5].Level, weeks[6].Level = "ease", "recover", "stop", "unknown"
	weeks[7].Load, weeks[7].Level, weeks[7].Verdict = nil, "", ""
	weeks[8].Race, weeks[9].Ill = "21.1 km", true
	got := Season(weeks, 3, "2026", "Words.")
	if e := well(t, got); e["title"] != 1 || e["desc"] != 1 || e["svg"] != 1 {
		t.Errorf("no name or description: %v", e)
	}
	for class, n := range map[string]int{"load": 52, "level-go": 48, "level-ease": 1, "level-recover": 1, "level-stop": 1, "level-unknown": 1, "flag": 1, "ill": 1, "picked": 1} {
		if have := strings.Count(got, `class="`+class+`"`); have != n {
			t.Errorf("%d of %s, want %d", have, class, n)
		}
	}
	if keys := SeasonKeys(weeks); len(keys) != 8 {
		t.Errorf("the legend has %d marks: %v", len(keys), keys)
	}
	if keys := SeasonKeys(weeks[10:]); len(keys) != 2 {
		t.Errorf("an even year has %v in its legend", keys)
	}
	highs := map[float64]bool{}
	for _, l := range levels[:4] {
		highs[l.high] = true
	}
	if len(highs) != 4 {
		t.Error("two levels are of one length")
	}
	rows := SeasonTable(weeks)
	if len(rows.Body) != 52 || len(rows.Body[0]) != len(rows.Head) || rows.Body[51][0] != first.Time().Format("2 Jan 2006") {
		t.Errorf("%d rows, the last %v", len(rows.Body), rows.Body[len(rows.Body)-1])
	}
	if got := Season(nil, 0, "2026", ""); got != "" {
		t.Errorf("no weeks are drawn as %q", got)
	}
	well(t, Season(weeks[7:8], 0, `"><script>`, `"><script>`))
	weeks[10].Like, weeks[9].Ill = true, false
	if got := Season(weeks, -1, "", ""); strings.Count(got, `class="flag"`) != 2 || strings.Contains(got, `class="picked"`) {
		t.Error("a run like a race is not flagged, or a week is picked that is none")
	}
	if tall, low := high(t, Season(weeks[:5], 0, "", "")), high(t, Season(weeks, 0, "", "")); tall >= low {
		t.Errorf("without a race the picture is %v high, with one %v", tall, low)
	}
}

// high is how tall a picture is.
func high(t *testing.T, svg string) (h float64) {
	t.Helper()
	if _, err := fmt.Sscanf(svg[strings.Index(svg, "viewBox"):], `viewBox="0 0 360 %g"`, &h); err != nil {
		t.Fatal(err)
	}
	return h
}
