package words_test

import (
	"encoding/json"
	"fmt"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"rebound/app/wire"
	"rebound/app/words"
	"rebound/engine"
	"rebound/engine/coach"
	"rebound/engine/diary"
	"rebound/engine/plan"
	"rebound/engine/rule"
)

// runsAnyway finds a run that a sentence leaves.
var runsAnyway = regexp.MustCompile(`(?i)\brun (short|easy)|all of it easy|build back up|\byou can run|as planned`)

// A day as all screens show it.
type shown struct {
	today wire.Assessment
	plan  wire.PlanScreen
	body  wire.BodyScreen
}

// claims are what no day may break, whatever happened: what one screen says
// another does not contradict. Each returns what is wrong, "" for nothing.
var claims = map[string]func(*shown) string{
	"the level follows from the action": func(d *shown) string {
		a := d.today
		known := slices.ContainsFunc(a.Signals, func(s wire.Signal) bool { return s.State != "unknown" })
		want := map[string][]string{"progress": {"go"}, "deload": {"go"}, "hold_quality": {"ease"}, "modify": {"ease"},
			"return_to_run": {"ease"}, "cut_week": {"ease", "recover"}, "stop": {"stop"}, "see_clinician": {"stop", "recover"}, "unknown": {"unknown"}}[a.Action]
		if a.Action == "progress" && !known {
			want = []string{"unknown"}
		}
		if !slices.Contains(want, a.Level) {
			return fmt.Sprintf("%s has the level %s, want %v", a.Action, a.Level, want)
		}
		return ""
	},
	"a green title stands over a green level with something new": func(d *shown) string {
		a := d.today
		if green := a.Title == "Go"; green != (a.Level == "go" && a.Occasion == "") {
			return fmt.Sprintf("the title %q over the level %s, %s", a.Title, a.Level, a.Occasion)
		}
		return ""
	},
	"a green word stands over a green level": func(d *shown) string {
		if green := d.today.Word == "Go"; green != (d.today.Level == "go") {
			return fmt.Sprintf("the word %q over the level %s", d.today.Word, d.today.Level)
		}
		return ""
	},
	"Today and Plan have one week": func(d *shown) string {
		if len(d.plan.Days) == 0 {
			return ""
		}
		for i, p := range d.plan.Days {
			w := d.today.Week[i]
			if p.Date != w.Date || p.Before != w.Before || p.After != w.After || !reflect.DeepEqual(p.Because, w.Because) || p.NoRun != w.NoRun {
				return fmt.Sprintf("Today %+v, Plan %+v", w, p)
			}
		}
		return ""
	},
	"only a changed day can be declined": func(d *shown) string {
		for _, w := range d.today.Week {
			if w.Before == w.After && w.Declinable != "" {
				return fmt.Sprintf("%v is as planned, and declines %s", w.Date, w.Declinable)
			}
			if w.Before != w.After && len(w.Because) == 0 {
				return fmt.Sprintf("%v is changed without a reason", w.Date)
			}
		}
		return ""
	},
	"nobody runs under a stop": func(d *shown) string {
		a := d.today
		for _, w := range a.Week {
			if w.Date == a.Date && a.Level == "stop" && w.After.Kind != "rest" && w.NoRun == "" {
				return fmt.Sprintf("%s, and today is %s", a.Action, w.After.Kind)
			}
		}
		if a.Level == "stop" && d.body.Body.Triage == "run" {
			return a.Action + ", and the body's triage says run"
		}
		for _, p := range d.plan.Days {
			if p.After.Kind != "rest" && p.NoRun == "" && strings.Contains(strings.Join(p.Why, " "), "No running") {
				return fmt.Sprintf("%v is %s %s: %v", p.Date, p.Name, p.Amount, p.Why)
			}
		}
		return ""
	},
	"nobody runs who is to walk first": func(d *shown) string {
		if d.body.Walk == nil || !d.body.Walk.Walking {
			return ""
		}
		says := []string{d.today.Headline, d.today.Next, d.today.Body.Text}
		for _, x := range d.today.Body.Programme {
			says = append(says, x.Title)
		}
		for _, n := range d.today.Body.Niggles {
			says = append(says, n.Text)
		}
		for _, s := range says {
			if runsAnyway.MatchString(s) {
				return s
			}
		}
		return ""
	},
	"nobody can run whom something rules out": func(d *shown) string {
		if d.today.Level != "stop" && !strings.Contains(d.today.Body.Text, "rest, and see a doctor") {
			return ""
		}
		says := []string{d.today.Headline, d.today.Next, d.today.Body.Text}
		for _, n := range d.today.Body.Niggles {
			says = append(says, n.Text)
		}
		for _, r := range d.today.Reasons {
			says = append(says, r.Text)
		}
		if d.plan.Return != nil {
			says = append(says, d.plan.Return.Text)
		}
		for _, s := range says {
			if regexp.MustCompile(`(?i)\byou can (keep )?run|^run shorter|every other day|keep every run|^walk \d+ minutes|no faster than \S+ /`).MatchString(s) ||
				d.body.Ill != nil && d.body.Ill.Last == 0 && strings.Contains(s, "swim") {
				return s
			}
		}
		return ""
	},
	"one break has one length": func(d *shown) string {
		o, back := d.plan.Offer, d.plan.Return
		if o == nil || back == nil || !strings.HasPrefix(o.Text, "You came back") || strings.Contains(o.Text, " after "+words.Count(back.DaysOff, "day")+" off") {
			return ""
		}
		return fmt.Sprintf("%d days off, and: %s", back.DaysOff, o.Text)
	},
	"nobody runs on a day off between two run-walks": func(d *shown) string {
		a := d.today
		if a.Action != "modify" || a.Done != nil || d.plan.Return == nil || d.plan.Return.Stage == 0 || len(a.Week) == 0 || a.Week[0].After.Kind != "rest" || a.Week[0].Option != nil {
			return ""
		}
		for _, s := range []string{a.Headline, a.Next} {
			if regexp.MustCompile(`(?i)or run easy|so run shorter|run easy for|^run (short|easy)`).MatchString(s) {
				return s
			}
		}
		return ""
	},
	"next is the line's name": func(d *shown) string {
		if strings.HasPrefix(d.today.Next, "Next") {
			return d.today.Next
		}
		return ""
	},
	"nobody runs easy on a day of rest": func(d *shown) string {
		for _, x := range d.today.Body.Programme {
			if len(d.today.Week) > 0 && d.today.Week[0].After.Kind == "rest" && (x.Title == "Run easy" || x.Title == "Run as planned") {
				return x.Title
			}
		}
		return ""
	},
	"nothing is to tick under a stop": func(d *shown) string {
		for _, x := range d.today.Body.Programme {
			if d.today.Level == "stop" && x.Part == "strength" {
				return x.Title
			}
		}
		return ""
	},
	"what is as planned is as planned": func(d *shown) string {
		for _, s := range []string{d.today.Headline, d.today.Next} {
			if w := d.today.Week; len(w) > 0 && w[0].Before != w[0].After && (strings.Contains(s, "as planned") || strings.Contains(s, "what was planned")) {
				return fmt.Sprintf("%q, and today was %v and is %v", s, w[0].Before, w[0].After)
			}
		}
		return ""
	},
	"nothing unknown came back": func(d *shown) string {
		for _, s := range d.today.Signals {
			if s.State != "unknown" {
				continue
			}
			if strings.Contains(d.today.Headline, "coming back") {
				return s.Kind + " is unknown, and: " + d.today.Headline
			}
			for _, r := range d.today.Reasons {
				if strings.Contains(r.Text, "signals came back") || strings.Contains(r.Text, "signals are back") {
					return s.Kind + " is unknown, and: " + r.Text
				}
			}
		}
		return ""
	},
	"Today and Body have one body": func(d *shown) string {
		a, b := *d.today.Body, *d.body.Body
		if !reflect.DeepEqual(a, b) {
			return fmt.Sprintf("Today %+v\nBody %+v", a, b)
		}
		return ""
	},
	"high confidence needs all three": func(d *shown) string {
		if d.today.Confidence == "high" && slices.ContainsFunc(d.today.Signals, func(s wire.Signal) bool { return s.State == "unknown" }) {
			return "high"
		}
		return ""
	},
	"the headline is no reason to train against the level": func(d *shown) string {
		if d.today.Level != "go" && strings.Contains(d.today.Headline, "train as planned") {
			return d.today.Level + ": " + d.today.Headline
		}
		return ""
	},
	"no speed and no long run while ill or under a doubt": func(d *shown) string {
		a := d.today
		for _, r := range a.Reasons {
			ill := r.Code == "illness" || r.Code == "illness_return" || r.Code == "fever" || r.Code == "chest_symptoms" || r.Code == "niggle_red_flag"
			if len(a.Week) == 0 || !ill || a.Level == "go" {
				continue
			}
			if k := a.Week[0].After.Kind; k == "tempo" || k == "intervals" || k == "long" {
				return r.Code + ", and today is " + k
			}
		}
		return ""
	},
	"ill is no day for cold water": func(d *shown) string {
		b := d.today.Body
		if b.Cold == "allowed" && slices.ContainsFunc(d.today.Reasons, func(r wire.Reason) bool {
			return r.Code == "fever" || r.Code == "chest_symptoms" || r.Code == "illness"
		}) {
			return "cold water is allowed"
		}
		return ""
	},
}

// evening are what holds once the day's run is known: it is no longer to be changed.
var evening = map[string]func(*shown) string{
	"what is done is not declined": func(d *shown) string {
		for _, p := range d.plan.Days {
			if p.DoneText != "" && p.Declinable != "" {
				return fmt.Sprintf("%v: %s, and %s may be declined", p.Date, p.DoneText, p.Declinable)
			}
		}
		return ""
	},
}

// slips are what no sentence of any screen may hold.
var slips = []*regexp.Regexp{
	regexp.MustCompile(`%!|NaN|Inf\b|\{[a-z]+\}|<nil>`),
	regexp.MustCompile(`\b(\w+) (?:Next: Next|Next: Then)\b`),
	regexp.MustCompile(`[^.]\.\.(?:[^.]|$)|,,| ,| \.(?:\s|$)`),
	regexp.MustCompile(`  `),
	regexp.MustCompile(`(?:^|[^.\d])1 (?:days|nights|runs|weeks|sessions|readings|minutes|months)\b`),
	regexp.MustCompile(`\b(?:0|[2-9]|\d\d+) (?:day|night|week|session|reading|month)\b[^-]`),
	regexp.MustCompile(`(?i)\b(the the|a a|is is|of of|to to|and and)\b`),
	regexp.MustCompile(`\b[a-z]+_[a-z_]+\b`),
	regexp.MustCompile(`(?i)\b(?:you|were|was) told\b|\bquality (?:session|waits)|\bclinician\b|\bby turns\b|\banew\b|\bsay again\b`), // what a runner does not say
	regexp.MustCompile(`(?i)\bfor an? \d+(?:st|nd|rd|th) day\b|\bit stands\b|\bdeload\b|\bspeaks? against\b|\bgoes on on\b`),
	regexp.MustCompile(`\b(?:After|after|back) limp\b|\btoday\. Until then\b|\b(?:is|are) run\.`),
}

// sentences are the texts of a screen's JSON that a runner reads.
func sentences(v any) (out []string) {
	raw, err := json.Marshal(v)
	if err != nil {
		panic(err)
	}
	var tree any
	if err := json.Unmarshal(raw, &tree); err != nil {
		panic(err)
	}
	var walk func(any)
	walk = func(v any) {
		switch v := v.(type) {
		case string:
			if strings.Contains(v, " ") { // one word is a code
				out = append(out, v)
			}
		case []any:
			for _, x := range v {
				walk(x)
			}
		case map[string]any:
			for _, x := range v {
				walk(x)
			}
		}
	}
	walk(tree)
	return out
}

// Lives drawn at random, with a plan and without: whatever a day is like, Today,
// Plan and Body say one thing of it, in sentences without slips.
func TestOneVoice(t *testing.T) {
	last := diary.DateOf(2026, time.March, 15)
	lives, days := uint64(12), diary.Date(30)
	if testing.Short() {
		lives = 3
	}
	seen := map[string]bool{}
	wrong := map[string]int{}
	fault := func(claim string, seed uint64, t0 diary.Date, what string) {
		if wrong[claim]++; wrong[claim] <= 3 {
			t.Errorf("%s\n  life %d, %v: %s", claim, seed, t0, what)
		}
	}
	for seed := range lives {
		e := engine.New(diary.Build(life(seed, last), nil), rule.Default())
		var f words.Followed
		if seed%2 == 1 {
			wish := plan.Wish{Start: last - 60}
			if seed%4 == 1 {
				wish.RaceDate, wish.RaceKm = last-diary.Date(seed%20), 21.0975
			}
			made, err := coach.Make(e, wish, last-60)
			if err == nil {
				e.Follow(&made.Plan)
				f.Plan = &made
			}
		}
		for on := last - days; on <= last; on++ {
			o := words.Options{Today: on}
			for _, at := range []struct {
				live   diary.Date
				claims map[string]func(*shown) string
			}{{0, claims}, {on, evening}} {
				e.Live(at.live)
				d := shown{words.Assessment(e, e.Assess(on), o), words.PlanScreen(e, f, on, o), words.BodyScreen(e, on, o)}
				seen[d.today.Action] = true
				for claim, holds := range at.claims {
					if what := holds(&d); what != "" {
						fault(claim, seed, on, what)
					}
				}
				for _, s := range slices.Concat(sentences(d.today), sentences(d.plan), sentences(d.body)) {
					for _, slip := range slips {
						if found := slip.FindString(s); found != "" {
							fault("slip "+slip.String(), seed, on, fmt.Sprintf("%q in %q", found, s))
						}
					}
				}
			}
		}
	}
	for claim, n := range wrong {
		t.Logf("%4d times: %s", n, claim)
	}
	for _, action := range []string{"progress", "deload", "hold_quality", "cut_week", "return_to_run", "modify", "see_clinician", "stop"} {
		if !seen[action] && !testing.Short() {
			t.Errorf("no life came to %s", action)
		}
	}
}
