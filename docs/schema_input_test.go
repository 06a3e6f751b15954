package docs_test

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"rebound/engine/body"
	"rebound/engine/diary"
	"rebound/engine/entry"
)

// What the schema takes of a journal or of settings the command line takes, and
// what it refuses is refused: of a journal each entry by itself, on standard error.
func TestInput(t *testing.T) {
	r := build(t)
	journal := entry.Context{Today: diary.DateOf(2026, 3, 15), Stamp: func(t diary.Date) diary.Stamp { return diary.Stamp{Date: t} }}
	nights, err := filepath.Glob(filepath.Join(r.dir, "sample", "Sleep", "*"))
	if err != nil || len(nights) == 0 {
		t.Fatalf("no nights in the sample: %v", err)
	}
	for _, c := range []struct {
		flag, schema string
		good, bad    []string
	}{
		{"-journal", "journal.json", []string{
			`{}`,
			reported,
			`{"checkins": [{"date": "2000-01-01"}], "ran": []}`,
			`{"checkins": [{"date": "2026-03-01", "signs": {"drained": 4, "lost_spring": 0}, "stress": 0, "tags": [], "chest_symptoms": true}]}`,
			`{"niggles": [{"date": "2026-03-01", "site": "lower_back", "tightness": true}]}`,
			`{"niggles": [{"date": "2026-03-01", "site": "shin", "side": "right", "severity": 10, "bone_point_pain": true, "limp": false}]}`,
			`{"morning": [{"date": "2026-03-01", "resting_hr": 30, "hrv_ms": 250, "sleep_min": 120}, {"date": "2026-03-02", "sleep_min": 0}]}`,
			`{"sessions": [{"date": "2026-03-01", "start": "2026-03-01T06:30:00Z", "rpe": 0}, {"date": "2026-03-02", "strength": true}]}`,
			`{"decisions": [{"date": "2026-03-01", "action": "deload"}]}`,
			`{"cold": [{"date": "2026-03-01", "minutes": 1, "celsius": -5}, {"date": "2026-03-02", "minutes": 120, "celsius": 40}]}`,
			`{"ticks": [{"date": "2026-03-01", "code": "heel_raise", "done": false}]}`,
			`{"screens": [{"date": "2026-03-01", "test": "calf_raise", "side": "left", "value": 22}, {"date": "2026-03-01", "test": "toe_reach", "value": -3.5}]}`,
			`{"reactions": [{"date": "2026-03-01", "trials": [268, 274, 301, 0, 259, 288, 277, 262, 295]}]}`,
			`{"periods": [{"date": "2026-03-01"}]}`,
			`{"checkins": [{"date": "2026-03-01", "tags": null, "period": true}, {"date": "2026-03-01", "off": true}]}`,
			`{"niggles": [{"date": "2026-03-01", "site": "calf", "off": true}], "screens": [{"date": "2026-03-01", "test": "toe_reach", "off": true}]}`,
			`{"sessions": [{"date": "2026-03-01", "start": 1772346600, "off": true}], "reactions": [{"date": "2026-03-01", "off": true}]}`,
			`{"cold": [{"date": "2026-03-01", "minutes": 0.5, "celsius": 4}]}`,
			`{"walks": [{"date": "2026-03-01", "minutes": 30, "pain": 0}, {"date": "2026-03-02", "off": true}]}`,
			`{"checkins": [{"date": "2026-03-01", "ready": 4, "sleep_quality": 0}]}`,
			`{"niggles": [{"date": "2026-03-01", "site": "shin", "severity": 0, "seen": true}]}`,
			`{"morning": [{"date": "2026-03-01", "hrv_ms": 58, "as": "watch"}, {"date": "2026-03-02", "hrv_ms": 58, "as": "own"}]}`,
			`{"illnesses": [{"from": "2026-03-10", "to": "2026-03-14", "where": "above_neck"}, {"from": "2026-02-01", "where": "unsure"}, {"from": "2026-01-01", "off": true}]}`,
			`{"runs": [{"date": "2026-03-14", "start": "2026-03-14T06:30:00Z", "minutes": 45, "km": 8.0, "rpe": 4, "pain": 0, "sub": "trail"}, {"date": "2026-03-13", "km": 330}, {"date": "2026-03-12", "off": true}]}`,
			`{"not_ran": [{"from": "2026-03-02", "to": "2026-03-09"}, {"from": "2026-02-02", "off": true}]}`,
			`{"straps": [{"date": "2026-03-12", "rr": [1000.5` + strings.Repeat(", 980, 1040, 1010", 40) + `]}]}`,
			`{"corrections": [{"date": "2026-03-12", "signal": "sleep", "value": 430}, {"date": "2026-03-13", "signal": "hrv", "discard": true}, {"date": "2026-03-13", "signal": "resting_hr", "off": true}]}`,
		}, []string{
			`[]`,
			`{"check_ins": []}`,
			`{"checkins": [{"fatigue": 1}]}`,
			`{"checkins": [{"date": "1999-12-31"}]}`,
			`{"checkins": [{"date": "2026-02-30"}]}`,
			`{"checkins": [{"date": "2026-03-01", "fatigue": 5}]}`,
			`{"checkins": [{"date": "2026-03-01", "fatigue": 1.5}]}`,
			`{"checkins": [{"date": "2026-03-01", "signs": {"tired": 1}}]}`,
			`{"checkins": [{"date": "2026-03-01", "tags": ["party"]}]}`,
			`{"niggles": [{"date": "2026-03-01", "site": "calf"}]}`,
			`{"niggles": [{"date": "2026-03-01", "site": "toe", "severity": 1}]}`,
			`{"niggles": [{"date": "2026-03-01", "site": "calf", "side": "both", "severity": 1}]}`,
			`{"niggles": [{"date": "2026-03-01", "site": "calf", "severity": 11}]}`,
			`{"niggles": [{"date": "2026-03-01", "site": "calf", "tightness": false}]}`,
			`{"morning": [{"date": "2026-03-01", "resting_hr": 29}]}`,
			`{"morning": [{"date": "2026-03-01", "hrv_ms": 250.5}]}`,
			`{"morning": [{"date": "2026-03-01", "sleep_min": 841}]}`,
			`{"sessions": [{"date": "2026-03-01", "rpe": 11}]}`,
			`{"sessions": [{"date": "2026-03-01", "strength": false}]}`,
			`{"cold": [{"date": "2026-03-01", "minutes": 0, "celsius": 12}]}`,
			`{"reactions": [{"date": "2026-03-01", "trials": []}]}`,
			`{"reactions": [{"date": "2026-03-01", "trials": [60001]}]}`,
			`{"decisions": [{"date": "2026-03-01", "action": "stop"}]}`,
			`{"sessions": [{"date": "2026-03-01", "start": "half past six"}]}`,
			`{"decisions": [{"date": "2026-03-01", "action": "rest"}]}`,
			`{"walks": [{"date": "2026-03-01"}]}`,
			`{"walks": [{"date": "2026-03-01", "minutes": 30, "pain": 11}]}`,
			`{"cold": [{"date": "2026-03-01", "minutes": 121, "celsius": 12}]}`,
			`{"cold": [{"date": "2026-03-01", "minutes": 10, "celsius": 41}]}`,
			`{"ticks": [{"date": "2026-03-01"}]}`,
			`{"screens": [{"date": "2026-03-01", "test": "push_ups", "value": 22}]}`,
			`{"screens": [{"date": "2026-03-01", "test": "calf_raise", "side": "left"}]}`,
			`{"reactions": [{"date": "2026-03-01", "trials": [-1, 2, 3, 4, 5, 6, 7, 8]}]}`,
			`{"periods": [{}]}`,
			`{"ran": [{"date": "2026-03-01", "km": 5}]}`,
			`{"checkins": [{"date": "2026-03-01", "ready": 5}]}`,
			`{"morning": [{"date": "2026-03-01", "hrv_ms": 58, "as": "strap"}]}`,
			`{"illnesses": [{"to": "2026-03-14"}]}`,
			`{"illnesses": [{"from": "2026-03-01", "where": "head"}]}`,
			`{"runs": [{"date": "2026-03-14"}]}`,
			`{"runs": [{"date": "2026-03-14", "minutes": 1441}]}`,
			`{"runs": [{"date": "2026-03-14", "km": 331}]}`,
			`{"runs": [{"date": "2026-03-14", "minutes": 30, "sub": "road"}]}`,
			`{"not_ran": [{"from": "2026-03-02"}]}`,
			`{"corrections": [{"date": "2026-03-12", "signal": "sleep"}]}`,
			`{"straps": [{"date": "2026-03-12", "rr": []}]}`,
			`{"straps": [{"date": "2026-03-12", "rr": [0` + strings.Repeat(", 980, 1040, 1010", 40) + `]}]}`,
			`{"corrections": [{"date": "2026-03-12", "signal": "sleep", "value": 841}]}`,
			`{"corrections": [{"date": "2026-03-12", "signal": "resting_hr", "value": 29}]}`,
			`{"corrections": [{"date": "2026-03-12", "signal": "hrv", "value": 60, "discard": true}]}`,
			`{"corrections": [{"date": "2026-03-12", "signal": "weight", "value": 60}]}`,
		}},
		{"-settings", "settings.json", []string{
			`{}`,
			`{"gate_k": 2, "sex": "", "units": "mi", "theme": "dark", "age": 0, "max_hr": 100}`,
			`{"window_days": 5, "max_hr": 240, "age": 110, "sex": "female"}`,
		}, []string{
			`[]`,
			`{"gate": 0.5}`,
			`{"gate_k": 2.01}`,
			`{"window_days": "7"}`,
			`{"window_days": 6.5}`,
			`{"sex": 1}`,
			`{"age": 9}`,
			`{"max_hr": 241}`,
			`{"units": "miles"}`,
			`{"sex": "man"}`,
		}},
	} {
		s := schema(t, c.schema)
		for want, texts := range map[int][]string{0: c.good, 2: c.bad} {
			for _, text := range texts {
				r.write(t, "given.json", text)
				args := []string{"assess", "-date", "2026-03-15", c.flag, "given.json", nights[len(nights)-1]}
				if c.flag == "-journal" {
					_, refused, err := entry.ReadJournal([]byte(text), journal)
					if taken := err == nil && len(refused) == 0; taken != (want == 0) {
						t.Errorf("%s: %v, %v", text, refused, err)
					}
				} else {
					r.run(t, want, args...)
				}
				if err := valid(s, []byte(text)); (err == nil) != (want == 0) {
					t.Errorf("%s: the schema says %v", text, err)
				}
			}
		}
	}
}

// The words of the journal are those of the program, all of them.
func TestWords(t *testing.T) {
	var sites, tests []string
	for _, s := range diary.Sites {
		sites = append(sites, string(s))
	}
	for _, x := range body.Tests {
		tests = append(tests, x.Code)
	}
	journal := load(t, "journal.json").child(t, "$defs")
	checkin := journal.child(t, "checkin").child(t, "properties")
	for what, c := range map[string]struct {
		schema  []any
		program []string
	}{
		"sites": {journal.child(t, "site").list("enum"), sites},
		"tests": {journal.child(t, "screen").child(t, "properties").child(t, "test").list("enum"), tests},
		"tags":  {checkin.child(t, "tags").child(t, "items").list("enum"), diary.DayTags},
	} {
		var words []string
		for _, w := range c.schema {
			words = append(words, w.(string))
		}
		if !slices.Equal(slices.Sorted(slices.Values(words)), slices.Sorted(slices.Values(c.program))) {
			t.Errorf("%s: the schema has %v, the program %v", what, words, c.program)
		}
	}
	signs := map[string]bool{}
	for _, name := range diary.SignNames {
		signs[name] = true
	}
	described(t, "journal.json", signs, checkin.child(t, "signs").child(t, "properties"))
	doses := checkin.child(t, "doses").child(t, "properties")
	for _, d := range diary.Doses {
		if p := doses.child(t, d.Tag).part; p["minimum"] != d.Least || p["maximum"] != d.Most {
			t.Errorf("the dose of %s: the schema has %v to %v, the program %g to %g", d.Tag, p["minimum"], p["maximum"], d.Least, d.Most)
		}
	}
	if len(doses.part) != len(diary.Doses) {
		t.Errorf("the schema has %d doses, the program %d", len(doses.part), len(diary.Doses))
	}
}
