package backend

import (
	"reflect"
	"testing"

	"rebound/app/wire"
	"rebound/engine/diary"
	"rebound/engine/entry"
	"rebound/engine/sample"
)

// A year is looked back on as its days were: the lighter week of the demo runner is there
// with what she did about it, and asked again it is the same answer.
func TestSeason(t *testing.T) {
	m := new(Memory)
	p := openPage(t, m.Open())
	now := p.b.now()
	if err := p.b.own.refill(entry.DefaultSettings(), batchOf(sample.Years(now, 2).Files())); err != nil {
		t.Fatal(err)
	}
	var s, again, before wire.Season
	p.get(&s, wire.OpSeason, wire.SeasonArg{})
	p.get(&again, wire.OpSeason, wire.SeasonArg{})
	if s.Year != 0 || len(s.Weeks) != 52 || len(s.Years) != 3 || s.Summary == "" || !reflect.DeepEqual(s, again) {
		t.Fatalf("%d of %v, %d weeks: %s", s.Year, s.Years, len(s.Weeks), s.Summary)
	}
	year := now.Time().Year()
	p.get(&before, wire.OpSeason, wire.SeasonArg{Year: year - 1})
	if before.Year != year-1 || len(before.Weeks) < 52 || before.Weeks[20].Load == nil || before.Weeks[20].Level == "" {
		t.Fatalf("the year before: %+v", before)
	}
	fired := diary.Date(0)
	for _, season := range []wire.Season{before, s} {
		for i, x := range season.Turns {
			if i > 0 && x.From > season.Turns[i-1].From || x.Title == "" || x.When == "" || len(x.After) == 0 {
				t.Errorf("%+v", x)
			}
			if x.Kind == "cut" {
				fired = max(fired, x.From)
			}
		}
	}
	if fired < now-14 {
		t.Fatalf("no lighter week in %+v", s.Turns)
	}
	p.get(new(wire.State), wire.OpDecide, wire.Decide{Date: now, Action: "cut_week"})
	var after wire.Season
	p.get(&after, wire.OpSeason, wire.SeasonArg{Year: fired.Time().Year()})
	for _, x := range after.Turns {
		if x.Kind == "cut" && x.From == fired && x.After[0] != "You declined it." {
			t.Errorf("after it was declined: %+v", x)
		}
	}
	for _, year := range []int{1900, 3000} {
		var a wire.Season
		if p.get(&a, wire.OpSeason, wire.SeasonArg{Year: year}); a.Year != max(s.Years[2], min(year, s.Years[0])) {
			t.Errorf("%d came out as %d", year, a.Year)
		}
	}
}

// Without a diary there is nothing to look back on.
func TestSeasonOfNothing(t *testing.T) {
	p := openPage(t, new(Memory).Open())
	var s wire.Season
	if p.get(&s, wire.OpSeason, wire.SeasonArg{Year: noon.Year()}); len(s.Years)+len(s.Weeks)+len(s.Turns) != 0 {
		t.Errorf("%+v", s)
	}
}
