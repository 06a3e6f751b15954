package chart

import (
	"encoding/xml"
	"io"
	"math"
	"strings"
	"testing"

	"rebound/app/wire"
	"rebound/engine/diary"
)

var first = diary.DateOf(2016, 1, 1)

// years is a chart of n days with everything in it and one gap of ten days.
func years(n int) wire.Chart {
	c := wire.Chart{Key: "hrv", Title: "HRV", Unit: "ms", Summary: "In range.", Lines: []wire.Line{{Name: "7-day mean"}}}
	for i := range n {
		if i >= 20 && i < 30 {
			continue
		}
		d := first + diary.Date(i)
		v := 60 + 8*math.Sin(float64(i)/9)
		at := wire.Point{Date: d, Value: v}
		if i%50 == 7 {
			at.Value = 20
			c.Hollow = append(c.Hollow, at)
		} else {
			c.Dots = append(c.Dots, at)
		}
		c.Lines[0].Points = append(c.Lines[0].Points, wire.Point{Date: d, Value: v})
		c.Lines[0].Out = append(c.Lines[0].Out, i%100 > 90)
		c.Band = append(c.Band, wire.Range{Date: d, Low: 55, High: 66})
	}
	return c
}

// well says whether a picture is well formed, and counts its elements.
func well(t *testing.T, picture string) map[string]int {
	t.Helper()
	n := map[string]int{}
	d := xml.NewDecoder(strings.NewReader(picture))
	for {
		tok, err := d.Token()
		if err == io.EOF {
			return n
		}
		if err != nil {
			t.Fatalf("%v in %.300s", err, picture)
		}
		if e, ok := tok.(xml.StartElement); ok {
			n[e.Name.Local]++
			for _, a := range e.Attr {
				if a.Name.Local == "style" || strings.HasPrefix(a.Name.Local, "on") {
					t.Errorf("%s has %s=%q: no inline style, no script", e.Name.Local, a.Name.Local, a.Value)
				}
				if strings.Contains(a.Value, "NaN") || strings.Contains(a.Value, "Inf") {
					t.Errorf("%s has %s=%q", e.Name.Local, a.Name.Local, a.Value)
				}
			}
		}
	}
}

func TestTrendStaysSmall(t *testing.T) {
	for _, n := range []int{1, 2, 14, 42, 91, 365, 3650, 36500} {
		c := years(n)
		got := Trend(c, first, first+diary.Date(n)-1)
		e := well(t, got)
		if e["title"] != 1 || e["desc"] != 1 || e["svg"] != 1 {
			t.Errorf("%d days: no name or description: %v", n, e)
		}
		if len(got) > 50_000 {
			t.Errorf("%d days are %d bytes of SVG", n, len(got))
		}
		if e["text"] < 2 {
			t.Errorf("%d days have %d labels", n, e["text"])
		}
	}
}

func TestTrendLeavesGaps(t *testing.T) {
	c := years(42)
	got := Trend(c, first, first+41)
	line := got[strings.Index(got, `class="line"`):]
	line = line[:strings.Index(line, "</path>")]
	if moves := strings.Count(line, "M"); moves != 2 {
		t.Errorf("ten days are missing, and the line has %d pieces, not 2: %s", moves, line)
	}
}

func TestNothingToDraw(t *testing.T) {
	if got := Trend(wire.Chart{Key: "load", Title: "Load"}, first, first+41); got != "" {
		t.Errorf("an empty chart is %q", got)
	}
	well(t, Bar(0, 0, 0))
}

func TestTextIsNeverMarkup(t *testing.T) {
	const evil = `"><script>alert(1)</script>`
	c := years(42)
	c.Title, c.Summary, c.Key = evil, evil, evil
	c.Marks = []wire.Mark{{Date: first + 20, Text: evil}}
	if e := well(t, Trend(c, first, first+41)); e["script"] != 0 {
		t.Error("a title became markup")
	}
}

func TestExtremesKeepTheLowestAndHighest(t *testing.T) {
	var all []wire.Point
	for i := range 3650 {
		all = append(all, wire.Point{Date: first + diary.Date(i), Value: float64(50 + i%3)})
	}
	all[1234].Value, all[2345].Value = 5, 200
	g := gridOf(first, first+3649, columns)
	kept := g.extremes(all)
	lo, hi := math.Inf(1), math.Inf(-1)
	for i, p := range kept {
		lo, hi = math.Min(lo, p.Value), math.Max(hi, p.Value)
		if i > 0 && p.Date <= kept[i-1].Date {
			t.Fatalf("out of order at %d", i)
		}
	}
	if lo != 5 || hi != 200 || len(kept) > 2*columns {
		t.Errorf("%d kept, from %g to %g", len(kept), lo, hi)
	}
}

func TestTicks(t *testing.T) {
	for _, c := range []struct {
		lo, hi float64
		clock  bool
		want   string
	}{
		{38, 72, false, "40 50 60 70"},
		{49.4, 51.1, false, "49.5 50.0 50.5 51.0"},
		{0, 260, false, "0 100 200"},
		{395, 505, true, "7:00 7:30 8:00"},
		{50, 50, false, "50"},
	} {
		at := ticks(c.lo, c.hi, 5, c.clock)
		step := 0.0
		if len(at) > 1 {
			step = at[1] - at[0]
		}
		var got []string
		for _, v := range at {
			got = append(got, value(v, c.clock, step))
		}
		if s := strings.Join(got, " "); s != c.want {
			t.Errorf("ticks of %g..%g: %s, want %s", c.lo, c.hi, s, c.want)
		}
	}
}

func TestDates(t *testing.T) {
	for _, c := range []struct {
		from, days int
		want       string
	}{
		{0, 14, "1 Jan, 4 Jan, 7 Jan, 10 Jan, 13 Jan"},
		{31, 91, "Feb, Mar, Apr, May"},
		{0, 365, "Jan ’16, Apr, Jul, Oct"},
		{0, 3650, "2016, 2018, 2020, 2022, 2024"},
	} {
		var got []string
		from := first + diary.Date(c.from)
		for _, l := range dates(from, from+diary.Date(c.days)-1) {
			got = append(got, l.text)
		}
		if s := strings.Join(got, ", "); s != c.want {
			t.Errorf("%d days: %s, want %s", c.days, s, c.want)
		}
	}
}

// A gauge says the value and the range, and stands within its ends however far out that is.
func TestGauge(t *testing.T) {
	for _, c := range []struct {
		recent float64
		kind   string
		want   float64
	}{
		{50, "resting_hr", 50}, {48, "resting_hr", 34}, {52, "resting_hr", 66}, {52.4, "resting_hr", 66}, {47.6, "resting_hr", 34}, {math.Log(50), "hrv", 50},
	} {
		s := wire.Signal{Kind: c.kind, State: "in_range", Low: 48, High: 52, Recent: &c.recent, Value: "50", Unit: "bpm", Range: "48 to 52"}
		if at, ok := GaugeAt(s); !ok || at != c.want {
			t.Errorf("%v of %s stands at %v, want %v", c.recent, c.kind, at, c.want)
		}
		got := Gauge(s)
		if e := well(t, got); e["circle"] != 1 || e["rect"] != 2 || !strings.Contains(got, `"50 bpm, within your normal range, 48 to 52"`) {
			t.Errorf("%s", got)
		}
	}
	for recent, want := range map[float64]float64{53: 74, 80: 94} {
		if at, _ := GaugeAt(wire.Signal{Kind: "resting_hr", State: "adverse", Low: 48, High: 52, Recent: &recent}); at != want {
			t.Errorf("%v, out, stands at %v, want %v", recent, at, want)
		}
	}
	low := 30.0
	if at, _ := GaugeAt(wire.Signal{Kind: "resting_hr", State: "in_range", Past: "better", Low: 48, High: 52, Recent: &low}); at != 6 {
		t.Errorf("far past it on the good side stands at %v", at)
	}
	for _, c := range []struct{ kind, state, past, want string }{
		{"hrv", "in_range", "one_day", "below"}, {"hrv", "in_range", "better", "above"}, {"hrv", "adverse", "", "below"}, {"hrv", "unusual", "", "above"},
		{"resting_hr", "in_range", "slight", "above"}, {"resting_hr", "in_range", "better", "below"}, {"resting_hr", "adverse", "", "above"},
		{"sleep", "in_range", "not_short", "below"}, {"sleep", "in_range", "better", "above"}, {"sleep", "adverse", "", "below"},
	} {
		at := 7.0
		s := wire.Signal{Kind: c.kind, State: c.state, Past: c.past, Low: 5, High: 6, Recent: &at, Value: "7", Range: "5 to 6"}
		if got := Gauge(s); !strings.Contains(got, `"7, `+c.want+` your normal range, 5 to 6"`) {
			t.Errorf("%+v: %s", c, got)
		}
	}
	if e := well(t, Gauge(wire.Signal{State: "unknown", Low: 0, High: 0})); e["circle"] != 0 {
		t.Error("what is not known stands somewhere")
	}
}

// A day that is changed has both its lengths; one without a session is a line.
func TestBar(t *testing.T) {
	for _, c := range []struct {
		before, after float64
		rects         int
	}{{50, 30, 2}, {50, 50, 1}, {30, 50, 1}, {0, 0, 1}} {
		if e := well(t, Bar(c.before, c.after, 60)); e["rect"] != c.rects {
			t.Errorf("%v to %v: %v", c.before, c.after, e)
		}
	}
}

func TestTable(t *testing.T) {
	c := years(42)
	c.Marks = []wire.Mark{{Date: first + 41, Text: "week cut"}}
	got := Table(c, first, first+41)
	if got.By != "day" || len(got.Body) != 32 {
		t.Fatalf("42 days without 10 are %d rows by %s", len(got.Body), got.By)
	}
	top := strings.Join(got.Body[0], "|")
	if !strings.HasPrefix(top, "11 Feb|") || !strings.HasSuffix(top, "|55.0 to 66.0|week cut") {
		t.Errorf("the newest row is %s", top)
	}
	for n, by := range map[int]string{365: "week", 3650: "month"} {
		got := Table(years(n), first, first+diary.Date(n)-1)
		if got.By != by || len(got.Body) > 140 || len(got.Body) == 0 {
			t.Errorf("%d days are %d rows by %s", n, len(got.Body), got.By)
		}
		for _, r := range got.Body {
			if len(r) != len(got.Head) {
				t.Fatalf("a row of %d cells under %d heads", len(r), len(got.Head))
			}
		}
	}
}

func BenchmarkTrendTenYears(b *testing.B) {
	c := years(3650)
	for b.Loop() {
		Trend(c, first, first+3649)
	}
}

// One value alone is not labelled finer than it is known.
func TestOneValue(t *testing.T) {
	d := diary.DateOf(2026, 3, 15)
	svg := Trend(wire.Chart{Key: "hrv", Dots: []wire.Point{{Date: d, Value: 58}}}, d, d)
	if strings.Contains(svg, "58.") || !strings.Contains(svg, ">58<") {
		t.Errorf("the axis of one value is %s", svg)
	}
}
