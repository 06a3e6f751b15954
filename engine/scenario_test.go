package engine_test

import (
	"fmt"
	"math"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"rebound/engine"
	"rebound/engine/story"
	"rebound/engine/story/storytest"
	"rebound/engine/verdict"
)

// TestScenarios plays the coaching stories of testdata/scenarios, in the form that package
// story explains.
func TestScenarios(t *testing.T) {
	paths, err := filepath.Glob("testdata/scenarios/*.txtar")
	sent, _ := filepath.Glob("testdata/scenarios/*.txt") // as the page saves a day
	if paths = append(paths, sent...); err != nil || len(paths) == 0 {
		t.Fatalf("no scenarios: %v", err)
	}
	for _, path := range paths {
		t.Run(strings.TrimSuffix(filepath.Base(path), filepath.Ext(path)), func(t *testing.T) {
			text, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			for _, v := range story.Read(string(text)) {
				t.Run(v.Name, func(t *testing.T) { play(t, v) })
			}
		})
	}
}

// parts refuses the sections of a variant that are none of some.
func parts(t *testing.T, v story.Variant, known ...string) {
	t.Helper()
	for name := range v.Parts {
		if !slices.Contains(known, name) {
			t.Fatalf("section %q: there are %v", name, known)
		}
	}
}

func play(t *testing.T, v story.Variant) {
	parts(t, v, "diary", "want", "follow")
	told, err := story.Parse(v.Parts["diary"])
	if err != nil {
		t.Fatal(err)
	}
	wants, err := story.ParseWants(v.Parts["want"])
	if err != nil {
		t.Fatal(err)
	}
	if len(wants) == 0 {
		t.Fatal("nothing is wanted")
	}
	e := engine.New(told.Diary(), told.Rules)
	slices.Reverse(told.Files)
	turned := engine.New(told.Diary(), told.Rules)
	if text := v.Parts["follow"]; text != "" {
		p, err := story.ParsePlan(text)
		if err != nil {
			t.Fatal(err)
		}
		e.Follow(&p.Plan)
		turned.Follow(&p.Plan)
	}
	for _, w := range wants {
		got := storytest.Assess(e, w)
		for _, wrong := range differs(w, got) {
			t.Errorf("%v: %s", w.Date, wrong)
		}
		if !reflect.DeepEqual(got, storytest.Assess(turned, w)) {
			t.Errorf("%v: the order of the files matters", w.Date)
		}
	}
}

func differs(w story.Want, r engine.Report) (wrong []string) {
	say := func(format string, args ...any) { wrong = append(wrong, fmt.Sprintf(format, args...)) }
	action, not := strings.CutPrefix(w.Action, "!")
	if action != "-" && (string(r.Action) == action) == not {
		say("action %s, want %s", r.Action, w.Action)
	}
	for _, f := range w.Fields {
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
		case "reasons":
			if got := strings.Join(codes(r), ","); got != value {
				say("reasons %s, want %s", got, value)
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
