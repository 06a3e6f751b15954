package engine_test

import (
	"fmt"
	"math"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"rebound/engine"
	"rebound/engine/diary"
	"rebound/engine/rule"
	"rebound/engine/verdict"
)

// TestScenarios plays the coaching stories of testdata/scenarios. A story is a
// txtar file: a comment that tells it, the diary that it happens in, and what a
// coach who follows the rules would say on which day. "diary" and "want" hold
// for the whole file; "diary: NAME" and "want: NAME" make a variant of it. The
// lines are explained at [parseDiary] and [parseWant].
func TestScenarios(t *testing.T) {
	paths, err := filepath.Glob("testdata/scenarios/*.txtar")
	if err != nil || len(paths) == 0 {
		t.Fatalf("no scenarios: %v", err)
	}
	for _, path := range paths {
		t.Run(strings.TrimSuffix(filepath.Base(path), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(path)
			if err != nil {
				t.Fatal(err)
			}
			for _, v := range variants(t, archive) {
				t.Run(v.name, v.play)
			}
		})
	}
}

type variant struct{ name, diary, want string }

// variants pairs the sections of a story.
func variants(t *testing.T, archive *txtar.Archive) []variant {
	var common variant
	var list []variant
	for _, f := range archive.Files {
		part, name, named := strings.Cut(f.Name, ": ")
		v := &common
		if named {
			i := slices.IndexFunc(list, func(v variant) bool { return v.name == name })
			if i < 0 {
				list = append(list, variant{name: name})
				i = len(list) - 1
			}
			v = &list[i]
		}
		switch part {
		case "diary":
			v.diary += string(f.Data)
		case "want":
			v.want += string(f.Data)
		default:
			t.Fatalf("section %q: there are diary and want", f.Name)
		}
	}
	if len(list) == 0 {
		list = []variant{{name: "story"}}
	}
	for i := range list {
		list[i].diary = common.diary + list[i].diary
		list[i].want = common.want + list[i].want
	}
	return list
}

func (v variant) play(t *testing.T) {
	story, err := parseDiary(v.diary)
	if err != nil {
		t.Fatal(err)
	}
	wants, err := parseWant(v.want)
	if err != nil {
		t.Fatal(err)
	}
	if len(wants) == 0 {
		t.Fatal("nothing is wanted")
	}
	rules := rule.Default()
	rules.MaxHR, rules.Age = story.maxHR, story.age
	e := engine.New(diary.Build(story.files, story.zone()), rules)
	slices.Reverse(story.files)
	turned := engine.New(diary.Build(story.files, story.zone()), rules)
	for _, w := range wants {
		got := w.ask(e)
		for _, wrong := range w.differs(got) {
			t.Errorf("%v: %s", w.date, wrong)
		}
		if !reflect.DeepEqual(got, w.ask(turned)) {
			t.Errorf("%v: the order of the files matters", w.date)
		}
	}
}

// want is what is expected of one date; what is not said is not looked at.
type want struct {
	date    diary.Date
	action  string
	evening bool
	fields  [][2]string
}

// ask is the report that is wanted: as the date stood that morning, or, in the evening,
// after its run.
func (w want) ask(e *engine.Engine) engine.Report {
	if w.evening {
		e.Live(w.date)
		defer e.Live(0)
	}
	return e.Assess(w.date)
}

// parseWant reads lines of
//
//	DATE[..DATE] ACTION [KEY=VALUE]... [evening]
//
// A date is as it stood that morning, or as it is that evening. ACTION is "-" for any, or begins with "!" for any but this. Keys: level,
// confidence; hrv, resting_hr, sleep (a state, or a state and the days out as
// adverse/3); because and without (reason codes that must, or must not, be
// there, with commas); reason (the code of the first); week and noweek (a kind of session that the coming week
// must, or must not, hold); scaled (7x0.70: so many days of the coming week are
// that share of the usual and without quality, the days after them untouched);
// and those of [reportedDiffers].
func parseWant(text string) ([]want, error) {
	var out []want
	for n, line := range strings.Split(text, "\n") {
		said, _, _ := strings.Cut(line, "#")
		words := strings.Fields(said)
		if len(words) == 0 {
			continue
		}
		from, to, err := parseDates(words[0])
		if err != nil || len(words) < 2 {
			return nil, fmt.Errorf("want, line %d: %q: %v", n+1, line, err)
		}
		var fields [][2]string
		evening := words[len(words)-1] == "evening"
		if evening {
			words = words[:len(words)-1]
		}
		for _, word := range words[2:] {
			key, value, ok := strings.Cut(word, "=")
			if !ok {
				return nil, fmt.Errorf("want, line %d: %q is not KEY=VALUE", n+1, word)
			}
			fields = append(fields, [2]string{key, value})
		}
		for d := from; d <= to; d++ {
			out = append(out, want{d, words[1], evening, fields})
		}
	}
	return out, nil
}

func (w want) differs(r engine.Report) (wrong []string) {
	say := func(format string, args ...any) { wrong = append(wrong, fmt.Sprintf(format, args...)) }
	action, not := strings.CutPrefix(w.action, "!")
	if action != "-" && (string(r.Action) == action) == not {
		say("action %s, want %s", r.Action, w.action)
	}
	for _, f := range w.fields {
		key, value := f[0], f[1]
		switch key {
		case "level":
			if string(r.Level) != value {
				say("level %s, want %s", r.Level, value)
			}
		case "confidence":
			if string(r.Confidence) != value {
				say("confidence %s, want %s", r.Confidence, value)
			}
		case "hrv", "resting_hr", "sleep":
			s := r.Signals[slices.Index([]string{"hrv", "resting_hr", "sleep"}, key)]
			got := s.Name.String()
			if strings.Contains(value, "/") {
				got = fmt.Sprintf("%s/%d", got, s.DaysOut)
			}
			if got != value {
				say("%s %s, want %s", key, got, value)
			}
		case "reason": // the first of all
			if len(r.Reasons) == 0 || string(r.Reasons[0].Code) != value {
				say("first reason %s: they are %s", value, codes(r))
			}
		case "because", "without":
			for _, code := range strings.Split(value, ",") {
				if hasReason(r, code) != (key == "because") {
					say("%s %s: reasons are %s", key, code, codes(r))
				}
			}
		case "week", "noweek":
			if hasKind(r, value) != (key == "week") {
				say("%s %s: the week is %v", key, value, r.Week)
			}
		case "scaled":
			if why := scaled(r.Week, value); why != "" {
				say("scaled %s: %s", value, why)
			}
		default:
			if why, known := reportedDiffers(r, key, value); why != "" {
				say("%s", why)
			} else if !known {
				say("nothing is called %q", key)
			}
		}
	}
	return wrong
}

// scaled says what about the week is not as "7x0.70" has it.
func scaled(week []verdict.DayPlan, spec string) string {
	var days int
	var share float64
	if _, err := fmt.Sscanf(spec, "%dx%f", &days, &share); err != nil {
		return err.Error()
	}
	if len(week) != 7 {
		return fmt.Sprintf("%d days are planned", len(week))
	}
	for i, d := range week {
		switch {
		case i >= days && d.After != d.Before:
			return fmt.Sprintf("%v changes from %v to %v", d.Date, d.Before, d.After)
		case i < days && (math.Abs(d.After.Minutes-share*d.Before.Minutes) > 0.01 || math.Abs(d.After.Km-share*d.Before.Km) > 0.01):
			return fmt.Sprintf("%v goes from %v to %v", d.Date, d.Before, d.After)
		case i < days && d.After.Kind.Hard():
			return fmt.Sprintf("%v stays %s", d.Date, d.After.Kind)
		}
	}
	return ""
}

func hasReason(r engine.Report, code string) bool {
	return slices.Contains(codes(r), code)
}

func codes(r engine.Report) (list []string) {
	for _, reason := range r.Reasons {
		list = append(list, string(reason.Code))
	}
	return list
}

func hasKind(r engine.Report, kind string) bool {
	for _, d := range r.Week {
		if string(d.After.Kind) == kind {
			return true
		}
	}
	return false
}
