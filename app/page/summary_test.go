package page

import (
	"strings"
	"testing"

	"rebound/app/page/outline"
	"rebound/app/page/summary"
	"rebound/app/page/ui"
	"rebound/app/wire"
	"rebound/engine/diary"
)

// paper is a page with something in every part; what came out of files would run if it
// were markup.
func paper() *wire.Summary {
	from := day - 83
	km := ref(42)
	signal := measured().Charts[0]
	signal.Summary, signal.Source = "7-day average 48 ms · normal 58 to 69 · below it for 4 days", "overnight RMSSD, "+hostile
	signal.Marks = []wire.Mark{{Date: day - 40, Kind: "break", Text: hostile}}
	return &wire.Summary{
		From: from, To: day,
		Charts: []wire.Chart{signal, {Key: "sleep", Title: "Sleep", Summary: "no readings", Clock: true},
			{Key: "load", Title: "Training load", Summary: "fitness 52 · fatigue 61 · form -9", Dots: strip(80, 0, 120), Lines: []wire.Line{{Name: "Fitness", Points: strip(50, 52)}, {Name: "Fatigue", Points: strip(55, 61)}}}},
		Km: []*float64{km, nil, km},
		Spans: []wire.SummarySpan{{Kind: "cut", From: day - 3, To: day}, {Kind: "hold", From: day - 20, To: day - 18, Left: true},
			{Kind: "ill", From: from - 3, To: from + 2}, {Kind: "race", From: day - 30, To: day - 30}},
		Niggles: []wire.SummaryNiggle{
			{Site: "calf", Side: "left", Name: "Left calf", Text: "since 10 Mar; pain 2, 3 of 10.", Pain: wire.Series{{Date: day - 5, Value: 2}, {Date: day - 1, Value: 3}}},
			{Site: "lower_back", Name: "Lower back", Text: "since 1 Feb; no pain; gone 9 Feb. Tight.", Pain: wire.Series{{Date: day - 40}}, Gone: day - 32}},
		Earlier: 3,
		Notes: []wire.SummarySection{{Key: "eased", Name: "Lighter weeks and holds", Lines: []string{"Lighter week 12 to 18 Mar: HRV out. Declined 13 Mar: \"" + hostile + "\"."}}, {Key: "ill", Name: "Illness", Lines: []string{"None logged."}},
			{Key: "gaps", Name: "Days without data", Lines: []string{"Sleep: no reading at all."}}, {Key: "settings", Name: "Settings changed from their defaults", Lines: []string{"All thresholds are at their defaults."}}, {Key: "method", Name: "How the numbers are made", Lines: []string{"Max HR not known."}}},
		Limits: "It is not a diagnosis. " + hostile,
	}
}

func summaryViews() map[string]*view {
	all := map[string]*view{}
	set := func(name string, s *wire.Summary, change func(v *view, s *summary.View)) {
		v := at(ui.ScreenSummary, "")
		v.answers[wire.OpSummary] = s
		v.asked()
		if change != nil {
			change(v, v.screens[ui.ScreenSummary].(*summary.View))
		}
		all[name] = v
	}
	set("summary", paper(), func(_ *view, s *summary.View) { s.Name = hostile })
	bare := &wire.Summary{From: day - 83, To: day, Empty: "Nothing is known of these weeks.", Limits: "It is not a diagnosis."}
	for _, c := range paper().Charts {
		bare.Charts = append(bare.Charts, wire.Chart{Key: c.Key, Title: c.Title, Summary: "no readings"})
	}
	set("summary-bare", bare, func(v *view, s *summary.View) {
		v.page.State.Sample, v.page.State.Units = true, "mi"
		v.asked()
	})
	set("summary-empty", &wire.Summary{}, func(v *view, s *summary.View) {
		v.page.State, v.page.Now = &wire.State{Empty: true}, nil
	})
	return all
}

// Of a niggle the number on the body is that of the list, and what is gone is marked as
// that; who must not be taken for a runner is not.
func TestSummaryNumbersItsNiggles(t *testing.T) {
	v := summaryViews()["summary"]
	root := outline.Parse(t, v.draw())
	var numbers []string
	for _, n := range root.All() {
		if class := " " + n.Attrs["class"] + " "; strings.Contains(class, " number ") {
			numbers = append(numbers, n.Says()+n.Attrs["class"])
		}
	}
	if got := strings.Join(numbers, ", "); got != "1number, 2number past" {
		t.Errorf("the list is numbered %s", got)
	}
	if text := onePage(root); !strings.Contains(text, "and 3 earlier.") || !strings.Contains(text, hostile) {
		t.Errorf("the page says %s", text)
	}
	sample := onePage(outline.Parse(t, summaryViews()["summary-bare"].draw()))
	if !strings.Contains(sample, "Sample runner, not a person") || !strings.Contains(sample, "mi in each 7 days") {
		t.Errorf("the sample runner's page says %s", sample)
	}
}

// onePage is what stands on the paper.
func onePage(root *outline.Node) string {
	for _, n := range root.Find("section") {
		if n.Attrs["class"] == "one-page" {
			return n.Says()
		}
	}
	return ""
}

// An answer for another last day than the one that is wanted is not shown.
func TestSummaryOfAnotherDay(t *testing.T) {
	v := at(ui.ScreenSummary, "")
	s := paper()
	s.To = day - diary.Date(1)
	v.answers[wire.OpSummary] = s
	v.asked()
	if v.screens[ui.ScreenSummary].Ready() {
		t.Error("it is shown")
	}
}
