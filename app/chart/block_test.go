package chart

import (
	"strings"
	"testing"

	"rebound/app/wire"
	"rebound/engine/diary"
)

// block is a plan of n weeks: three run, every fourth a step back, a race at the end.
func block(n int) []wire.BlockWeek {
	var out []wire.BlockWeek
	for i := range n {
		w := wire.BlockWeek{Start: first + diary.Date(7*i), Planned: 40 + float64(i), Long: 16, Hard: 2, Deload: i%4 == 3, Now: i == 2, Race: i == n-1}
		if i < 3 {
			ran := 38.0
			w.Done = &ran
		}
		out = append(out, w)
	}
	return out
}

func TestBlockDrawsEveryWeek(t *testing.T) {
	for _, n := range []int{1, 2, 12, 20, 104} {
		weeks := block(n)
		got := Block(weeks, 1, "Weeks.", false)
		e := well(t, got)
		if e["title"] != 1 || e["desc"] != 1 || e["svg"] != 1 {
			t.Errorf("%d weeks: no name or description: %v", n, e)
		}
		if bars := strings.Count(got, `<rect class="plan`); bars != n {
			t.Errorf("%d weeks have %d bars", n, bars)
		}
		if ran := strings.Count(got, `class="did"`); ran != min(n, 3) {
			t.Errorf("%d weeks: %d are drawn as run", n, ran)
		}
		if back := strings.Count(got, `class="hatched"`); back != n/4 {
			t.Errorf("%d weeks: %d are hatched, want %d", n, back, n/4)
		}
		if strings.Count(got, `class="flag"`) != 1 {
			t.Errorf("%d weeks: no flag for the race", n)
		}
		rows := BlockTable(weeks, false)
		if len(rows.Body) != n || len(rows.Body[0]) != len(rows.Head) {
			t.Errorf("%d weeks are %d rows", n, len(rows.Body))
		}
	}
	if got := Block(nil, 0, "", false); got != "" {
		t.Errorf("no weeks are drawn as %q", got)
	}
	well(t, Block(block(8), -1, `"><script>`, true))
}

// A finger on a bar finds its week.
func TestBlockAt(t *testing.T) {
	for _, n := range []int{1, 7, 20} {
		slot := float64(plotRight-plotLeft) / float64(n)
		for i := range n {
			mid := (plotLeft + slot*(float64(i)+.5)) / blockWidth
			if got := BlockAt(mid, n); got != i {
				t.Errorf("the middle of bar %d of %d is week %d", i, n, got)
			}
		}
		if BlockAt(-1, n) != 0 || BlockAt(2, n) != n-1 {
			t.Errorf("beside %d bars: %d and %d", n, BlockAt(-1, n), BlockAt(2, n))
		}
	}
}

func TestBlockTableSaysWhatTheWeekIs(t *testing.T) {
	weeks := block(8)
	weeks[3].Done = nil
	rows := BlockTable(weeks, true).Body
	if got := strings.Join(rows[3], "|"); got != "22 Jan 2016|26.7||9.9|2|step-back week" {
		t.Errorf("the fourth week reads %s", got)
	}
	if got := rows[2][5]; got != "this week" {
		t.Errorf("this week's note is %q", got)
	}
}

// A chart of lines alone has no empty column for its days.
func TestTableOfLines(t *testing.T) {
	c := years(14)
	c.Dots, c.Hollow, c.Band = nil, nil, nil
	rows := Table(c, first, first+13)
	if got := strings.Join(rows.Head, "|"); got != "Day|7-day mean|Note" {
		t.Errorf("the columns are %s", got)
	}
	if len(rows.Body) != 14 || len(rows.Body[0]) != 3 || rows.Body[0][1] == "" {
		t.Errorf("the rows are %v", rows.Body)
	}
}
