package chart

import (
	"fmt"
	"strings"
	"testing"

	"rebound/app/wire"
	"rebound/engine/diary"
)

// What is told day by day is a tick without words, however much of it there is: it
// takes neither the place nor the words of a cut.
func TestSmallMarksLeaveRoom(t *testing.T) {
	c := years(42)
	c.Marks = []wire.Mark{{Date: first + 20, Text: "week cut", Kind: "cut"}}
	for i := range diary.Date(42) {
		c.Marks = append(c.Marks, wire.Mark{Date: first + i, Text: "check-in", Kind: "check_in"})
	}
	svg := Trend(c, first, first+41)
	well(t, svg)
	if !strings.Contains(svg, ">week cut<") || strings.Contains(svg, ">check-in<") {
		t.Error("a cut has its words, a check-in none")
	}
	if got := fmt.Sprint(Table(c, first, first+41).Body); !strings.Contains(got, "week cut, check-in") {
		t.Errorf("two marks of a date are both in the table: %s", got)
	}
}

// Each kind of event has a shape that no other has, in the picture and its key.
func TestShapesTellKindsApart(t *testing.T) {
	seen := map[string]string{}
	for i, kind := range []string{"cut", "deload", "race", "layoff", "niggle"} {
		c := years(42)
		c.Marks = []wire.Mark{{Date: first + 10*diary.Date(i), Text: "event", Kind: kind}}
		keys := markKeys(c.Marks)
		if len(keys) != 1 {
			t.Fatalf("%s: the key has %v", kind, keys)
		}
		if other := seen[keys[0].SVG]; other != "" {
			t.Errorf("%s looks like %s", kind, other)
		}
		seen[keys[0].SVG] = kind
		plain := years(42)
		if with, without := Trend(c, first, first+41), Trend(plain, first, first+41); strings.Count(with, `class="hollow"`) != strings.Count(without, `class="hollow"`)+1 {
			t.Errorf("%s: no shape in the picture", kind)
		}
	}
	told := []wire.Mark{{Date: first, Kind: "screen"}, {Date: first, Kind: "period"}}
	if keys := markKeys(told); len(keys) != 1 || seen[keys[0].SVG] != "" {
		t.Errorf("what is told is %v", keys)
	}
}
