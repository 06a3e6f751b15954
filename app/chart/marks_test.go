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
