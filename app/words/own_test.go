package words

import (
	"encoding/json"
	"strings"
	"testing"

	"rebound/engine/diary"
	"rebound/engine/rule"
	"rebound/engine/sample"
)

// What a runner wrote from right to left turns no sentence of ours round: wherever it
// stands within one, over the days around a race and a lighter week that was declined, it
// is isolated. Alone, as what a form begins with, it stays as it was written.
func TestOwnWordsAreIsolated(t *testing.T) {
	const name, why = "מרתון 2026 (תל אביב)", "אני מרגיש טוב!"
	wish := halfMarathon
	wish.RaceDate, wish.RaceName = coachDay+9, name
	told := diary.File{Kind: "typed", Name: "entries"}
	for n := range diary.Date(9) {
		told.Reported.Decisions = append(told.Reported.Decisions, diary.Decision{Stamp: diary.Stamp{At: int64(n) + 1, Date: coachDay - 3 + n}, Action: "cut_week", Why: why})
	}
	e, made := following(t, wish, told)
	said := map[string]int{}
	for on := coachDay - 3; on <= coachDay+14; on++ {
		for where, shown := range map[string]any{
			"Today": Assessment(e, e.Assess(on), Options{Today: on}),
			"Plan":  screen(t, e, Followed{Plan: made}, on),
			"Body":  BodyScreen(e, on, Options{Today: on}),
		} {
			isolated(t, where, shown, said, name, why)
		}
	}
	files := append(sample.Files(coachDay), told)
	isolated(t, "summary", summed(rule.Default(), coachDay+9, files...), said, name, why)
	for _, where := range []string{"Today", "Plan", "Body", "summary"} {
		if said[where] == 0 {
			t.Errorf("%s says nothing of the runner's own", where)
		}
	}
}

// isolated looks at every sentence with one of some texts in it, and counts them.
func isolated(t *testing.T, where string, shown any, said map[string]int, own ...string) {
	t.Helper()
	raw, err := json.Marshal(shown)
	if err != nil {
		t.Fatal(err)
	}
	var tree any
	if err := json.Unmarshal(raw, &tree); err != nil {
		t.Fatal(err)
	}
	for _, text := range walk(tree, nil) {
		for _, o := range own {
			at := strings.Index(text, o)
			if at < 0 || text == o {
				continue
			}
			said[where]++
			if !strings.Contains(text, "\u2068"+o+"\u2069") {
				t.Errorf("%s: %q", where, text)
			}
		}
	}
}
