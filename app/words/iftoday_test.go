package words_test

import (
	"strings"
	"testing"

	"rebound/app/words"
	"rebound/engine"
	"rebound/engine/diary"
	"rebound/engine/rule"
	"rebound/engine/sample"
)

// The look ahead says what it rests on, names each choice, and lists the days once where
// every choice leads to the same.
func TestIfToday(t *testing.T) {
	last := diary.DateOf(2026, 3, 15)
	same, apart := 0, 0
	e := engine.New(diary.Build(sample.Files(last), nil), rule.Default())
	for d := last - 120; d <= last+1; d++ {
		got := words.IfToday(e, d, words.Options{Today: d})
		if !strings.Contains(got.Text, "your signals stay as they are") || got.Date != d {
			t.Fatalf("%v rests on %q", d, got.Text)
		}
		switch {
		case len(got.Choices) == 0:
			continue
		case got.Same != "":
			if same++; len(got.Choices) != 1 {
				t.Errorf("%v: the same days are listed %d times", d, len(got.Choices))
			}
		default:
			apart++
		}
		for _, c := range got.Choices {
			if c.Name == "" || len(c.Days) != 3 || c.Days[0].Word == "" || c.Days[0].Text == "" || c.Days[0].Day != (d+1).Time().Format("Mon 2 Jan") {
				t.Errorf("%v: %+v", d, c)
			}
		}
	}
	if same+apart == 0 {
		t.Error("no day has anything to look ahead from")
	}
	t.Logf("%d days whose choices come to the same, %d that differ", same, apart)
}
