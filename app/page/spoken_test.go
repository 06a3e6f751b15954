package page

import (
	"testing"

	"rebound/app/page/outline"
	"rebound/app/page/ui"
	"rebound/app/wire"
	"rebound/app/words"
	"rebound/engine"
	"rebound/engine/diary"
	"rebound/engine/rule"
	"rebound/engine/sample"
)

// Fixtures that read as the app speaks: what app/words says of a made diary.

// engineOf is the engine over the sample runner's files on the morning of day, with these
// chapters in place of her own.
func engineOf(days int, keep func(diary.File) bool, chapters ...sample.Chapter) *engine.Engine {
	r := sample.Years(day, 0)
	r.Story, r.Days = chapters, days
	var list []diary.File
	for _, f := range r.Files() {
		if keep(f) {
			list = append(list, f)
		}
	}
	return engine.New(diary.Build(list, nil), rule.Default())
}

func everything(diary.File) bool { return true }

func noRuns(f diary.File) bool { return f.Kind != "activity" }

// spoken is Today's answer of an engine, with what it asks.
func spoken(e *engine.Engine) *wire.Assessment {
	r := e.Assess(day)
	a := words.Assessment(e, r, words.Options{})
	words.Ask(&a, e, &r, nil, words.Options{})
	return &a
}

// oddNight are days on which every signal lies past its normal range, by one night alone.
func oddNight() *engine.Engine {
	return engineOf(90, everything, sample.Chapter{From: 3, To: 3, HRV: -0.55, RestingHR: 9, Sleep: -170})
}

// A day that is a go though all three averages lie outside their range: the head of the
// screen, the cells, their gauges and the readings tell one story.
func TestOddNight(t *testing.T) {
	v := at(ui.ScreenToday, "")
	v.page.Now = spoken(oddNight())
	root := outline.Parse(t, v.draw())
	var parts outline.Node
	for _, n := range root.All() {
		switch n.Attrs["class"] {
		case "headline", "signals", "last-night":
			parts.Kids = append(parts.Kids, n)
		case "reasons":
			parts.Kids = append(parts.Kids, n.Kids[0])
		}
	}
	golden(t, "today-odd-night", &parts)

	v = at(ui.ScreenTrends, "")
	v.answers[wire.OpTrends] = words.Trends(oddNight(), wire.TrendsArg{To: day, Days: 42}, words.Options{})
	v.asked()
	parts = outline.Node{}
	for _, n := range outline.Parse(t, v.draw()).All() {
		if n.Attrs["class"] == "summary" {
			parts.Kids = append(parts.Kids, n)
		}
	}
	golden(t, "trends-odd-night", &parts)
}
