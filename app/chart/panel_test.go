package chart

import (
	"strings"
	"testing"

	"rebound/app/wire"
)

const evilMark = `"><script>alert(1)</script>`

// The pictures of a page are as wide, whatever is in them, and draw nothing that was not
// measured.
func TestPanels(t *testing.T) {
	p := Panels{first, first + 83}
	c := years(84)
	c.Marks = []wire.Mark{{Date: first + 40, Kind: "break", Text: evilMark}, {Date: first + 50, Kind: "cut", Text: "not here"}}
	load := wire.Chart{Key: "load", Title: evilMark, Dots: c.Dots, Lines: []wire.Line{{Name: "Fitness", Points: c.Lines[0].Points}, {Name: "Fatigue", Points: c.Lines[0].Points}}}
	ran := 42.4
	spans := []wire.SummarySpan{{Kind: "cut", From: first + 3, To: first + 9}, {Kind: "cut", From: first - 20, To: first - 14}, {Kind: "hold", From: first + 80, To: first + 90, Left: true}, {Kind: "race", From: first + 60, To: first + 60}}
	niggles := []wire.SummaryNiggle{{Pain: wire.Series{{Date: first - 9, Value: 4}, {Date: first + 2, Value: 3}, {Date: first + 3, Value: 9}, {Date: first + 20}}, Gone: first + 30}}
	for name, picture := range map[string]string{
		"signal": p.Signal(c), "nothing": p.Signal(wire.Chart{Title: "HRV"}), "load": p.Load(load), "no load": p.Load(wire.Chart{}),
		"weeks": p.Weeks([]*float64{&ran, nil}, evilMark), "events": p.Events(spans, niggles, evilMark), "axis": p.Axis(),
	} {
		e := well(t, picture)
		if e["svg"] != 1 || e["script"] != 0 || !strings.Contains(picture, `viewBox="0 0 360 `) || !strings.Contains(picture, `aria-label="`) {
			t.Errorf("%s: %v in %.200s", name, e, picture)
		}
	}
	signal := p.Signal(c)
	if strings.Count(signal, `class="since"`) != 2 || strings.Contains(signal, "not here") {
		t.Errorf("a new source is not marked, or something else is: %s", signal)
	}
	if rug := signal[strings.Index(signal, `class="unread"`):]; strings.Count(rug[:strings.Index(rug, ">")], "M") != 10 {
		t.Errorf("ten days have no reading: %s", rug)
	}
	if strings.Contains(p.Signal(wire.Chart{Title: "HRV"}), "unread") {
		t.Error("a signal that nothing measures is drawn as one that is missing")
	}
	if weeks := p.Weeks([]*float64{&ran, nil}, ""); strings.Count(weeks, "<rect") != 1 || !strings.Contains(weeks, ">42<") || !strings.Contains(weeks, ">–<") {
		t.Errorf("a week of which nothing is known: %s", weeks)
	}
	events := p.Events(spans, niggles, "")
	if strings.Count(events, `class="span `) != 2 || !strings.Contains(events, `class="span hold left"`) || strings.Contains(events, `class="span ill"`) {
		t.Errorf("spans: %s", events)
	}
	if strings.Count(events, `class="pain"`) != 2 || strings.Contains(events, ">4<") || strings.Contains(events, ">9<") || !strings.Contains(events, ">~<") {
		t.Errorf("entries without room, or before the first day: %s", events)
	}
	if got := p.Events(spans[1:2], nil, ""); got != "" {
		t.Errorf("what was over before the first day has an empty lane: %s", got)
	}
	if got := p.Events(nil, nil, ""); got != "" {
		t.Errorf("nothing happened, and it is drawn as %s", got)
	}
}

// Fitness and fatigue bear their names beside their ends, apart.
func TestLoadNamesItsLines(t *testing.T) {
	p := Panels{first, first + 83}
	for _, gap := range []float64{-30, -1, 0, 1, 30} {
		c := wire.Chart{Lines: []wire.Line{{Name: "Fitness", Points: wire.Series{{Date: first, Value: 50}, {Date: first + 83, Value: 50}}},
			{Name: "Fatigue", Points: wire.Series{{Date: first, Value: 50 + gap}, {Date: first + 83, Value: 50 + gap}}}}}
		picture := p.Load(c)
		if strings.Count(picture, `class="named"`) != 2 {
			t.Fatalf("%v apart: %s", gap, picture)
		}
		var at []string
		for _, part := range strings.Split(picture, `class="named" x="317" y="`)[1:] {
			at = append(at, part[:strings.Index(part, `"`)])
		}
		if at[0] == at[1] {
			t.Errorf("%v apart, both names stand at %s", gap, at[0])
		}
	}
}

// The legend has what is drawn and nothing else.
func TestPanelKeys(t *testing.T) {
	names := func(s *wire.Summary) (list []string) {
		for _, k := range PanelKeys(s) {
			well(t, k.SVG)
			list = append(list, k.Name)
		}
		return list
	}
	if got := names(&wire.Summary{Charts: []wire.Chart{{Key: "hrv"}, {Key: "load", Dots: wire.Series{{}}}}}); len(got) != 0 {
		t.Errorf("nothing is drawn: %q", got)
	}
	s := wire.Summary{From: first, To: first + 83, Charts: []wire.Chart{years(84)}, Spans: []wire.SummarySpan{{Kind: "cut", Left: true}, {Kind: "ill"}},
		Niggles: []wire.SummaryNiggle{{Pain: wire.Series{{Value: 3}}, Gone: first}}}
	if got, want := strings.Join(names(&s), ", "), "normal range, a day, outlier, average, no reading, declined, pain of 10, gone"; got != want {
		t.Errorf("%s\nwant %s", got, want)
	}
}
