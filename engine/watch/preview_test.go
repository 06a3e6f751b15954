package watch

import (
	"bytes"
	"encoding/json"
	"testing"
)

// A table that is not certain is refused, looked at, tried, and read from then on.
func TestPreview(t *testing.T) {
	const in = "Tag;HRV\n10.09.2025;58,1\n13.09.2025;60\n"
	files := func(content string) *Files {
		return NewFiles([]Item{{Path: "own.csv", Blob: bytes.NewReader([]byte(content))}}, Limits{})
	}
	none := func([16]byte) bool { return false }
	f := files(in)
	if _, _, problem := f.Read(Place{}, "own.csv", none); problem == nil || problem.Code != "needs_mapping" {
		t.Fatalf("%+v", problem)
	}
	p, problem := f.Preview(Place{}, "own.csv")
	if problem != nil || len(p.Rows) != 2 || p.Header[1] != "HRV" || len(p.Doubts) != 1 {
		t.Fatalf("%+v, %+v", p, problem)
	}
	mapping, err := json.Marshal(p.Guess)
	if err != nil {
		t.Fatal(err)
	}
	if trial, problem := f.Try(Place{}, "own.csv", mapping); problem != nil || trial.Days != 2 {
		t.Errorf("%+v, %+v", trial, problem)
	}
	f.Mappings = map[string]json.RawMessage{p.Key: mapping}
	if list, _, problem := f.Read(Place{}, "own.csv", none); problem != nil || len(list) != 1 || len(list[0].HRV) != 2 || list[0].Via != "table" {
		t.Errorf("%+v, %+v", list, problem)
	}
	for mapping, code := range map[string]string{
		`{`: "bad_mapping", `{"columns":[{"means":"rmssd"}]}`: "bad_mapping", `{"columns":[{"means":"date"}]}`: "bad_mapping",
		`{"columns":[{"means":"rmssd"},{"means":"rmssd"},{"means":"date"}]}`: "bad_mapping",
	} {
		if _, problem := f.Try(Place{}, "own.csv", []byte(mapping)); problem == nil || problem.Code != code || problem.Hint == "" {
			t.Errorf("%s: %+v", mapping, problem)
		}
	}
	if _, problem := files("").Preview(Place{}, "own.csv"); problem == nil {
		t.Error("nothing has a preview")
	}
}

// Of a table of HRV4Training whose dates could be either, only their order is asked, and
// what comes of the answer is the app's.
func TestPreviewOfOrder(t *testing.T) {
	const in = "date, time, HR, AVNN, SDNN, rMSSD, pNN50,\n2025-03-04,07:05,51.2,1171.9,70.1,58.3,31.2,\n2025-05-06,07:05,51.2,1171.9,70.1,49.9,31.2,\n"
	none := func([16]byte) bool { return false }
	f := NewFiles([]Item{{Path: "own.csv", Blob: bytes.NewReader([]byte(in))}}, Limits{})
	if _, _, problem := f.Read(Place{}, "own.csv", none); problem == nil || problem.Code != "needs_mapping" {
		t.Fatalf("%+v", problem)
	}
	p, problem := f.Preview(Place{}, "own.csv")
	guess, _ := json.Marshal(p.Guess)
	if problem != nil || len(p.Rows) != 2 || string(guess) != `{"columns":[{"means":"date"},{},{},{},{},{"means":"rmssd"},{},{}],"order":"ydm"}` || len(p.Doubts) != 1 || p.Doubts[0].Code != "date_order" {
		t.Fatalf("%+v, %+v", p, problem)
	}
	for order, want := range map[string]string{"ydm": "2025-04-03", "": "2025-03-04"} {
		p.Guess.Order = order
		mapping, _ := json.Marshal(p.Guess)
		if trial, problem := f.Try(Place{}, "own.csv", mapping); problem != nil || trial.Days != 2 || trial.First.String() != want || trial.Rows[0].RMSSD != 58.3 {
			t.Errorf("%q: %+v, %+v", order, trial, problem)
		}
		f.Mappings = map[string]json.RawMessage{p.Key: mapping}
		list, _, problem := f.Read(Place{}, "own.csv", none)
		if problem != nil || len(list) != 1 || len(list[0].HRV) != 2 || list[0].HRV[0].Day.String() != want || list[0].Via != "hrv4training" || list[0].HRV[0].Metric != "morning_rmssd" {
			t.Errorf("%q: %+v, %+v", order, list, problem)
		}
	}
}

type written struct {
	*bytes.Reader
	at int64
}

func (w written) Written() int64 { return w.at }

// A table whose dates have no year takes them from the day of its file.
func TestWritten(t *testing.T) {
	const in = "Sleep Score 4 Weeks,Score,Resting Heart Rate,Body Battery,Pulse Ox,Respiration,HRV Status,Quality,Duration,Sleep Need,Bedtime,Wake Time\n" +
		"Nov 7,81,46,58,--,14,58,Good,7h 14min,8h,11:14 PM,6:58 AM\n"
	f := NewFiles([]Item{{Path: "Sleep.csv", Blob: written{bytes.NewReader([]byte(in)), 1764000000}}}, Limits{})
	list, _, problem := f.Read(Place{}, "Sleep.csv", func([16]byte) bool { return false })
	if problem != nil || len(list) != 1 || list[0].Resting[0].Day.String() != "2025-11-07" {
		t.Errorf("%+v, %+v", list, problem)
	}
	f = NewFiles([]Item{{Path: "Sleep.csv", Blob: bytes.NewReader([]byte(in))}}, Limits{})
	if _, _, problem := f.Read(Place{}, "Sleep.csv", func([16]byte) bool { return false }); problem == nil || problem.Code != "no_date" {
		t.Errorf("%+v", problem)
	}
}
