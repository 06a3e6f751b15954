package engine_test

import (
	"fmt"
	"math"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"rebound/engine"
	"rebound/engine/diary"
	"rebound/engine/plan"
	"rebound/engine/story"
	"rebound/engine/story/storytest"
	"rebound/engine/verdict"
)

// TestPlanScenarios plays the stories of testdata/plans and of
// testdata/scenarios/plan: those of [TestScenarios] with a plan that is made and followed. "goal" says which, see
// [parseGoal]; "plan" what it must be, a line a week as
//
//	MONDAY KM LETTERS
//
// and "week" how its seven days from a date on are adjusted:
//
//	DATE BEFORE AFTER SHARE
//
// "move" has lines FROM TO: sessions that the runner moved by hand before. All is
// in letters a day (e easy, l long, t tempo, i intervals, r race, w walk-run,
// - rest, ? any) and the share of the km that stays, the race not counted; "-"
// for any.
func TestPlanScenarios(t *testing.T) {
	plans, err1 := filepath.Glob("testdata/plans/*.txtar")
	returns, err2 := filepath.Glob("testdata/scenarios/plan/*.txtar")
	if err1 != nil || err2 != nil || len(plans)*len(returns) == 0 {
		t.Fatalf("no scenarios: %v %v", err1, err2)
	}
	for _, path := range append(plans, returns...) {
		text, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		for _, v := range story.Read(string(text)) {
			t.Run(strings.TrimSuffix(filepath.Base(path), ".txtar")+"/"+v.Name, func(t *testing.T) { follow(t, v) })
		}
	}
}

func follow(t *testing.T, v story.Variant) {
	parts(t, v, "diary", "want", "goal", "plan", "week", "move")
	told, err := story.Parse(v.Parts["diary"])
	if err != nil {
		t.Fatal(err)
	}
	rules := told.Rules
	e := engine.New(told.Diary(), rules)
	g, err := parseGoal(v.Parts["goal"])
	if err != nil {
		t.Fatal(err)
	}
	weekly := g.Now.Weekly
	if g.Now = plan.ShapeOf(e.History(), g.Start, &rules); weekly > 0 {
		g.Now.Weekly = weekly
	}
	p, err := plan.Make(g, &rules)
	if err != nil {
		t.Fatal(err)
	}
	for _, m := range fields(v.Parts["move"]) {
		from, _ := diary.ParseDate(m[0])
		to, _ := diary.ParseDate(m[1])
		if p, err = p.Move(from, to, g.Start); err != nil {
			t.Fatal(err)
		}
	}
	e.Follow(&p)
	for _, w := range fields(v.Parts["plan"]) {
		monday, _ := diary.ParseDate(w[0])
		days := make([]verdict.DayPlan, 7)
		for i := range days {
			days[i].After = p.On(monday + diary.Date(i)).Session
		}
		if got := fmt.Sprintf("%.1f %s", km(days, after), kinds(days, after)); got != strings.Join(w[1:], " ") {
			t.Errorf("week of %v: %s, want %v", monday, got, w[1:])
		}
	}
	wants, err := story.ParseWants(v.Parts["want"])
	if err != nil {
		t.Fatal(err)
	}
	for _, w := range wants {
		for _, wrong := range differs(w, storytest.Assess(e, w)) {
			t.Errorf("%v: %s", w.Date, wrong)
		}
	}
	for _, w := range fields(v.Parts["week"]) {
		date, _ := diary.ParseDate(w[0])
		r := e.Assess(date)
		share := km(r.Week, after) / km(r.Week, before)
		want, err := strconv.ParseFloat(w[3], 64)
		if err != nil {
			want = share
		}
		if b, a := kinds(r.Week, before), kinds(r.Week, after); !alike(w[1], b) || !alike(w[2], a) || math.Abs(share-want) > 0.015 {
			t.Errorf("%v %s: %s to %s at %.2f, want %v\n%+v", date, r.Action, b, a, share, w[1:], r.Week)
		}
		for _, s := range r.Plan.Sessions {
			if was := p.On(s.Date); (s.Date < date || s.Date > date+6 || was.Kind == verdict.Race) && s != was {
				t.Errorf("%v: %v became %v", date, was, s)
			}
		}
	}
	if len(wants)+len(fields(v.Parts["plan"])) == 0 {
		t.Error("nothing is wanted")
	}
}

func before(d verdict.DayPlan) verdict.Session { return d.Before }
func after(d verdict.DayPlan) verdict.Session  { return d.After }

func km(days []verdict.DayPlan, of func(verdict.DayPlan) verdict.Session) (sum float64) {
	for _, d := range days {
		if s := of(d); s.Kind != verdict.Race {
			sum += s.Km
		}
	}
	return sum
}

func kinds(days []verdict.DayPlan, of func(verdict.DayPlan) verdict.Session) (out string) {
	for _, d := range days {
		letter := string(of(d).Kind[0])
		switch of(d).Kind {
		case verdict.Rest:
			letter = "-"
		case verdict.Cross:
			letter = "x"
		}
		out += letter
	}
	return out
}

func alike(pattern, s string) bool {
	for i := range pattern {
		if len(s) != len(pattern) || pattern[i] != '?' && pattern[i] != s[i] {
			return false
		}
	}
	return true
}

func fields(text string) (out [][]string) {
	for _, line := range strings.Split(text, "\n") {
		line, _, _ = strings.Cut(line, "#")
		if words := strings.Fields(line); len(words) > 0 {
			out = append(out, words)
		}
	}
	return out
}

// parseGoal reads "start DATE", "race DATE KM", "tune DATE KM", "recover DATE KM",
// "days N" and "weekly KM".
func parseGoal(text string) (g plan.Goal, err error) {
	for _, words := range fields(text) {
		switch {
		case words[0] == "start" && len(words) == 2:
			g.Start, err = diary.ParseDate(words[1])
		case len(words) == 3:
			var race plan.Race
			if race.Date, err = diary.ParseDate(words[1]); err == nil {
				race.Km, err = strconv.ParseFloat(words[2], 64)
			}
			switch words[0] {
			case "race":
				g.Race = &race
			case "tune":
				g.Tune = append(g.Tune, race)
			case "recover":
				g.Recover = &race
			default:
				err = fmt.Errorf("goal: %q", words)
			}
		case words[0] == "days" && len(words) == 2:
			g.PerWeek, err = strconv.Atoi(words[1])
		case words[0] == "weekly" && len(words) == 2:
			g.Now.Weekly, err = strconv.ParseFloat(words[1], 64)
		default:
			err = fmt.Errorf("goal: %q", words)
		}
		if err != nil {
			return g, err
		}
	}
	return g, nil
}
