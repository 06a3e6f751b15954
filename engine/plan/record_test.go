package plan_test

import (
	"errors"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"rebound/engine/diary"
	"rebound/engine/plan"
	"rebound/engine/rule"
	"rebound/engine/verdict"
)

// What earlier versions wrote reads, its notes as they were written, and is
// written again as it was: testdata/written holds plans of the first version.
func TestDecodeWritten(t *testing.T) {
	paths, err := filepath.Glob("testdata/written/*.json")
	if err != nil || len(paths) < 3 {
		t.Fatal(paths, err)
	}
	for _, path := range paths {
		text, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		r, err := plan.Decode(text)
		if err != nil || r.Goal == nil || len(r.Sessions) == 0 || len(r.Weeks) == 0 {
			t.Errorf("%s: %v, %+v", path, err, r)
			continue
		}
		for _, n := range r.Notes {
			if n.Code != plan.Written || n.Text == "" {
				t.Errorf("%s: note %+v", path, n)
			}
		}
		if again := r.Encode(); again != strings.TrimSpace(string(text)) {
			t.Errorf("%s: written again\n%s\nwas\n%s", path, again, text)
		}
	}
	read := func(name string) plan.Record {
		text, err := os.ReadFile("testdata/written/" + name)
		if err != nil {
			t.Fatal(err)
		}
		r, err := plan.Decode(text)
		if err != nil {
			t.Fatal(err)
		}
		return r
	}
	if r := read("moved.json"); len(r.Changes) != 3 || r.Changes[0] != (plan.Swap{From: r.Goal.Start + 1, To: r.Goal.Start}) || len(r.Goal.Tune) != 1 || r.Goal.LastRun != 20754 || r.Paces == nil || r.MaxHR != 189 {
		t.Errorf("%+v %+v", r.Changes, r.Goal)
	}
	if r := read("walk_run.json"); r.Sessions[0].Stage.Times == 0 || r.Sessions[0].Kind != verdict.WalkRun {
		t.Errorf("%+v", r.Sessions[0])
	}
	if r := read("easy_days.json"); r.Goal.Recover == nil || r.Goal.Recover.Km != 42.195 || !r.Weeks[0].Recovery {
		t.Errorf("%+v %+v", r.Goal, r.Weeks)
	}
}

// A plan with everything in it is written and read back as it was; its notes are
// codes, not sentences.
func TestEncode(t *testing.T) {
	rules := rule.Default()
	goal := plan.Goal{Start: monday, Race: &plan.Race{Date: monday + 39, Km: 42.195}, Tune: []plan.Race{{Date: monday + 20, Km: 10}}, Now: plan.Shape{Weekly: 15, VDOT: 40}}
	p, err := plan.Make(goal, &rules)
	if err != nil {
		t.Fatal(err)
	}
	weekly := 15.0
	was := plan.Record{Plan: p, Goal: &plan.Wish{RaceDate: monday + 39, RaceKm: 42.195, Start: monday, Days: []string{"mon", "sun"}, WeeklyKm: &weekly},
		Changes: []plan.Swap{{From: monday, To: monday + 1}}}
	text := was.Encode()
	got, err := plan.Decode([]byte(text))
	if err != nil || !reflect.DeepEqual(got, was) {
		t.Errorf("%v\n%+v\nwant %+v", err, got, was)
	}
	if len(p.Notes) < 3 || !strings.Contains(text, `{"code":"race_too_soon","value":`) {
		t.Errorf("%d notes in %s", len(p.Notes), text)
	}
	if text := (plan.Record{}).Encode(); text != `{"sessions":[],"weeks":[],"notes":[]}` {
		t.Error(text)
	}
}

func TestDecodeRefuses(t *testing.T) {
	for name, c := range map[string]struct {
		text string
		want plan.RefusalCode
	}{
		"two on a day":  {`{"sessions":[{"date":"2026-03-16","kind":"easy"},{"date":"2026-03-16","kind":"easy"}]}`, plan.TwoSessions},
		"a kind":        {`{"sessions":[{"date":"2026-03-16","kind":"<b>"}]}`, plan.UnknownKind},
		"no date":       {`{"sessions":[{"kind":"easy"}]}`, plan.Undated},
		"the year 0":    {`{"sessions":[{"date":"0000-01-05","kind":"easy"}]}`, plan.LongAgo},
		"a week of 0":   {`{"weeks":[{"start":"0000-01-03"}]}`, plan.LongAgo},
		"a race of 0":   {`{"race":{"date":"0000-03-17","km":10}}`, plan.LongAgo},
		"1999":          {`{"sessions":[{"date":"1999-12-31","kind":"easy"}]}`, plan.LongAgo},
		"the year 9999": {`{"sessions":[{"date":"2026-03-16","kind":"easy"},{"date":"9999-12-31","kind":"easy"}]}`, plan.Endless},
		"a week of it":  {`{"sessions":[{"date":"2026-03-16","kind":"easy"}],"weeks":[{"start":"9999-12-27"}]}`, plan.Endless},
		"a race in it":  {`{"sessions":[{"date":"2026-03-16","kind":"easy"}],"race":{"date":"9999-03-17","km":10}}`, plan.Endless},
		"a base of it":  {`{"sessions":[{"date":"2026-03-16","kind":"easy"}],"base":[{"date":"2026-03-16","kind":"easy"},{"date":"9999-12-31","kind":"easy"}]}`, plan.Endless},
		"minutes":       {`{"sessions":[{"date":"2026-03-16","kind":"easy","minutes":-1}]}`, plan.Impossible},
		"km":            {`{"sessions":[{"date":"2026-03-16","kind":"easy","km":251}]}`, plan.Impossible},
		"a week":        {`{"weeks":[{"start":"2026-03-17"}]}`, plan.NotMonday},
		"a race":        {`{"race":{"date":"2026-03-17","km":0}}`, plan.RaceIncomplete},
	} {
		_, err := plan.Decode([]byte(c.text))
		var got *plan.Refusal
		if !errors.As(err, &got) || got.Code != c.want {
			t.Errorf("%s: %v, want %s", name, err, c.want)
		}
		if plan.Stored(diary.PlanOf{Text: c.text}) != nil {
			t.Errorf("%s is followed", name)
		}
	}
	if _, err := plan.Decode([]byte(`{"sessions":[{"date":"2026-03-16","kind":"easy"},{"date":"2028-04-15","kind":"race"}],"race":{"date":"2028-04-15","km":10}}`)); err != nil {
		t.Error("the longest plan:", err)
	}
	for _, text := range []string{"", "{", `{"notes":[7]}`, `{"sessions":{}}`, "null x"} {
		if _, err := plan.Decode([]byte(text)); err == nil {
			t.Errorf("%q reads", text)
		}
	}
	if r, err := plan.Decode([]byte(`{"sessions":[{"date":"2026-03-16","kind":"tempo","minutes":40}]}`)); err != nil || !r.Sessions[0].Hard {
		t.Errorf("tempo written without hard: %+v, %v", r.Sessions, err)
	}
}

// A swap is one more change of the record, and leaves the one it was made from.
func TestSwap(t *testing.T) {
	was := plan.Record{Plan: marathon(t), Goal: &plan.Wish{Start: monday}, Changes: make([]plan.Swap, 1, 8)}
	var from diary.Date
	for d := monday; from == 0; d++ {
		if was.On(d).Kind == verdict.Tempo {
			from = d
		}
	}
	now, err := was.Swap(plan.Swap{From: from, To: from + 1}, monday)
	if err != nil || len(now.Changes) != 2 || len(was.Changes) != 1 || now.Goal != was.Goal || now.On(from+1).Kind != verdict.Tempo || was.On(from).Kind != verdict.Tempo {
		t.Errorf("%v %+v", err, now.Changes)
	}
	if other, _ := was.Swap(plan.Swap{From: from, To: from + 2}, monday); now.Changes[1].To != from+1 || other.Changes[1].To != from+2 {
		t.Error("two swaps of one record share their changes")
	}
	race := was.Race.Date
	for _, c := range []struct {
		swap plan.Swap
		want plan.Refusal
	}{
		{plan.Swap{From: from, To: from}, plan.Refusal{Code: plan.SameDay, Date: from}},
		{plan.Swap{From: from, To: monday - 1}, plan.Refusal{Code: plan.DayPast, Date: monday - 1, Other: monday}},
		{plan.Swap{From: from, To: race + 1}, plan.Refusal{Code: plan.OutOfPlan, Date: monday, Other: race}},
		{plan.Swap{From: race, To: race - 1}, plan.Refusal{Code: plan.RaceMoves}},
		{plan.Swap{From: monday, To: from}, plan.Refusal{Code: plan.NothingThere, Date: monday}},
	} {
		_, err := was.Swap(c.swap, monday)
		refused(t, string(c.want.Code), err, c.want)
	}
}
