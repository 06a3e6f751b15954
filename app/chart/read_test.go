package chart

import (
	"encoding/json"
	"encoding/xml"
	"strings"
	"testing"

	"rebound/app/wire"
	"rebound/engine/diary"
)

// boxed is what a picture's box says of it.
func boxed(t *testing.T, picture string) (attrs map[string]string, c wire.Chart) {
	t.Helper()
	tok, err := xml.NewDecoder(strings.NewReader(picture)).Token()
	if err != nil {
		t.Fatal(err)
	}
	attrs = map[string]string{}
	for _, a := range tok.(xml.StartElement).Attr {
		attrs[a.Name.Local] = a.Value
	}
	if err := json.Unmarshal([]byte(attrs["data-chart"]), &c); err != nil {
		t.Fatal(err)
	}
	return attrs, c
}

// A picture brings every day that is drawn in it, and where.
func TestTrendCanBeRead(t *testing.T) {
	c := years(42)
	c.Marks = []wire.Mark{{Date: first + 20, Text: "lighter week", Kind: "cut"}}
	attrs, got := boxed(t, Trend(c, first, first+41))
	if attrs["data-x"] != "16801 16842 8 316" || len(strings.Fields(attrs["data-y"])) != 4 {
		t.Errorf("the scales are %q and %q", attrs["data-x"], attrs["data-y"])
	}
	if len(got.Dots)+len(got.Hollow) != 32 || len(got.Lines[0].Out) != 32 || len(got.Band) != 32 || got.Marks[0].Text != "lighter week" || got.Summary != "" {
		t.Errorf("%+v", got)
	}
	_, got = boxed(t, Trend(years(3650), first, first+3649))
	if n := len(got.Dots); n == 0 || n > 2*columns || len(got.Lines[0].Points) > lineColumns || len(got.Band) > lineColumns {
		t.Errorf("ten years have %d days and %d of the line", n, len(got.Lines[0].Points))
	}
}

// The limit is drawn and named on the side away from the range, and is in the key and the
// table.
func TestLimit(t *testing.T) {
	for name, limit := range map[string]float64{"low": 50, "high": 71} {
		c := years(42)
		for i := range diary.Date(42) {
			c.Limit = append(c.Limit, wire.Point{Date: first + i, Value: limit})
		}
		picture := Trend(c, first, first+41)
		e := well(t, picture)
		if e["title"] != 1 || !strings.Contains(picture, `class="limit"`) || strings.Count(picture, ">limit<") != 1 {
			t.Errorf("%s: %s", name, picture)
		}
		keys := Keys(c)
		if got := keys[len(keys)-1].Name; !strings.HasPrefix(got, "limit") {
			t.Errorf("%s: the last key is %s", name, got)
		}
		rows := Table(c, first, first+41)
		if at := len(rows.Head) - 2; rows.Head[at] != "Limit" || rows.Body[0][at] != map[string]string{"low": "50.0", "high": "71.0"}[name] {
			t.Errorf("%s: %v %v", name, rows.Head, rows.Body[0])
		}
	}
}

// Charts of one screen have one legend, in which each mark stands once.
func TestKeysOfManyCharts(t *testing.T) {
	one, two := years(100), years(100)
	two.Lines = []wire.Line{{Name: "Fitness", Points: one.Lines[0].Points}, {Name: "Fatigue", Points: one.Lines[0].Points}}
	seen := map[string]bool{}
	for _, k := range KeysOf([]wire.Chart{one, two}) {
		if seen[k.Name] {
			t.Errorf("%s is there twice", k.Name)
		}
		seen[k.Name] = true
	}
	for _, name := range []string{"your normal range", "one day", "7-day mean", "fitness", "fatigue", "out of range"} {
		if !seen[name] {
			t.Errorf("%s is missing from %v", name, seen)
		}
	}
}

// A spark's own points are read as its days, whatever line they are drawn on; a line with a
// name of its own keeps it.
func TestSparkCanBeRead(t *testing.T) {
	two := []wire.Point{{Date: first, Value: 3}, {Date: first + 9, Value: 0}}
	_, c := boxed(t, Spark("Pain, 0 to 10", SparkLine{Points: two}, SparkLine{Points: []wire.Point{{Date: first + 20, Value: 5}}}))
	if len(c.Dots) != 3 || len(c.Lines) != 0 || c.Key != "" {
		t.Errorf("%+v", c)
	}
	_, c = boxed(t, Spark("Heel raises", SparkLine{Name: "left", Points: two}, SparkLine{Name: "right", Points: two, Kind: Dashed}))
	if len(c.Dots) != 0 || len(c.Lines) != 2 || c.Lines[1].Name != "right" {
		t.Errorf("%+v", c)
	}
}
