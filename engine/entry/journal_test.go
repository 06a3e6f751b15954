package entry

import (
	"encoding/json"
	"reflect"
	"strings"
	"testing"
)

// A journal that Go wrote is read whole: every list is one of entries.
func TestJournalRoundTrip(t *testing.T) {
	j := Journal{
		Morning: []Morning{{Date: today, HRVms: num(60)}}, CheckIns: []CheckIn{{Date: today, Fatigue: num(1), Tags: []string{"heat"}}},
		Niggles: []Niggle{{Date: today, Site: "knee", Severity: num(2)}}, Sessions: []Session{{Date: today, Start: 1_700_000_000, RPE: num(3)}},
		Decisions: []Decision{{Date: today, Action: "deload"}}, Cold: []Cold{{Date: today, Minutes: 9, Celsius: 9}},
		Ticks: []Tick{{Date: today, Code: "balance"}}, Screens: []Screen{{Date: today, Test: "toe_reach", Value: num(3)}},
		Reactions: []Reaction{{Date: today, Trials: []float64{250}}}, Periods: []Period{{Date: today}}, Ran: []Ran{{Date: today}},
		Walks: []Walk{{Date: today, Minutes: 30, Pain: num(0)}}, Illnesses: []Illness{{From: today - 3, To: today, Where: "below_neck"}},
		Runs: []Run{{Date: today, Minutes: num(40)}}, NotRan: []NotRan{{From: today - 3, To: today - 1}},
		Corrections: []Correction{{Date: today, Signal: "hrv", Discard: true}},
		Straps:      []Strap{{Date: today, RR: resting(130)}},
	}
	v := reflect.ValueOf(j)
	for i := range v.NumField() {
		if v.Field(i).Len() == 0 {
			t.Errorf("the journal here has no %s", v.Type().Field(i).Name)
		}
		if _, ok := reflect.Zero(v.Field(i).Type().Elem()).Interface().(Entry); !ok {
			t.Errorf("%s are no entries", v.Type().Field(i).Name)
		}
	}
	text, err := json.Marshal(j)
	if err != nil {
		t.Fatal(err)
	}
	read, refused, err := ReadJournal(text, stamped())
	if err != nil || len(refused) > 0 {
		t.Fatal(refused, err)
	}
	got := reflect.ValueOf(read)
	for i := range got.NumField() {
		if name := got.Type().Field(i).Name; got.Field(i).Len() == 0 && name != "Plans" && name != "Pains" {
			t.Errorf("no %s came of it", name)
		}
	}
}

// Lines are counted to the entry itself, however the file is set; of two entries
// for one thing the later in the file is the later.
func TestJournalPlaces(t *testing.T) {
	read, refused, err := ReadJournal([]byte(`{
  "niggles": [
    {"date": "2024-10-01", "site": "knee", "severity": 1, "limp": true}, {"date": "2024-10-01", "site": "toe"},

    {"date": "2024-10-01", "site": "knee",
     "severity": 2},
    null, 7
  ], "cold"
  :
  "warm",
  "naps": [], "periods": null}`), stamped())
	if err != nil {
		t.Fatal(err)
	}
	want := []Refused{
		{List: "niggles", Place: 2, Line: 3}, {List: "niggles", Place: 4, Line: 7}, {List: "niggles", Place: 5, Line: 7},
		{List: "cold", Line: 8}, {List: "", Line: 11},
	}
	codes := []Code{Choice, NoDate, WrongType, WrongType, UnknownField}
	if len(refused) != len(want) {
		t.Fatalf("%+v", refused)
	}
	for i, r := range refused {
		if r.List != want[i].List || r.Place != want[i].Place || r.Line != want[i].Line || r.Code != codes[i] {
			t.Errorf("%+v %v, want %+v %s", r, r.Refusal, want[i], codes[i])
		}
	}
	if n := read.Niggles; len(n) != 2 || n[0].At >= n[1].At || n[1].Limp != n[0].Limp {
		t.Errorf("%+v", n)
	}
}

// However long a journal is, it is heard in a moment, and its lines are counted once.
func TestLongJournal(t *testing.T) {
	var text strings.Builder
	text.WriteString(`{"niggles": [`)
	for i := range mostEntries + 2 {
		if i > 0 {
			text.WriteString(",")
		}
		text.WriteString("\n" + `{"date": "2024-10-01", "site": "knee", "severity": 1}`)
	}
	text.WriteString("],\n" + `"niggles": [{"date": "2024-10-01", "site": "knee"}]}`)
	read, refused, err := ReadJournal([]byte(text.String()), stamped())
	if err != nil || len(read.Niggles) != mostEntries || len(refused) != 2 {
		t.Fatalf("%v, %d heard, refused %+v", err, len(read.Niggles), refused)
	}
	if r := refused[0]; r.Code != Range || r.Field != "niggles" || r.Value != mostEntries+2 || r.Line != 1 || r.Place != 0 {
		t.Errorf("%+v, %v", r, r.Refusal)
	}
	if r := refused[1]; r.Code != Missing || r.Line != mostEntries+4 {
		t.Errorf("%+v, %v", r, r.Refusal)
	}
}

// What is no journal is refused as a whole, and an empty one is none the less one.
func TestNoJournal(t *testing.T) {
	for text, ok := range map[string]bool{
		`{}`: true, ` { } `: true, `{"niggles": []}`: true, `{"niggles": [], "naps": []}`: true,
		``: false, `[]`: false, `7`: false, `{`: false, `{} {}`: false, `{"naps": []}`: false, `{"niggles": [`: false, `{"niggles": [{]}`: false, "\x00": false,
	} {
		if _, _, err := ReadJournal([]byte(text), stamped()); (err == nil) != ok {
			t.Errorf("%q: %v", text, err)
		}
	}
}

// Any bytes are safe to give it.
func FuzzReadJournal(f *testing.F) {
	f.Add([]byte(`{"niggles": [{"date": "2024-10-01", "site": "knee", "severity": 1}], "checkins": [{"date": "2024-10-01", "signs": {"drained": null}, "tags": ["heat"]}]}`))
	f.Add([]byte(`{"sessions": [{"date": "2024-10-01", "start": "2024-10-01T06:30:00Z", "rpe": 1e9}, {}], "x": [[]]}`))
	f.Fuzz(func(t *testing.T, text []byte) {
		read, refused, err := ReadJournal(text, stamped())
		if err != nil && (!read.Empty() || len(refused) > 0) {
			t.Error("a journal that is none was heard")
		}
		lines := 1
		for _, b := range text {
			if b == '\n' {
				lines++
			}
		}
		for _, r := range refused {
			if r.Refusal == nil || r.Line < 1 || r.Line > lines {
				t.Errorf("%+v", r)
			}
		}
	})
}
