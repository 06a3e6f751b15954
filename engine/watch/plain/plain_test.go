package plain

import (
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"rebound/engine/diary"
	"rebound/engine/watch/source"
	"rebound/engine/watch/table/tabletest"
)

// said is what files hold, a reading a line.
func said(list []diary.File, err error) string {
	var e *source.Error
	if errors.As(err, &e) {
		return e.Code
	}
	if err != nil {
		return err.Error()
	}
	var out []string
	for _, f := range list {
		if f.Kind != "" {
			out = append(out, f.Kind)
		}
		if f.Partial != "" {
			out = append(out, f.Partial)
		}
		for _, r := range f.Resting {
			out = append(out, fmt.Sprintf("%s hr %g", r.Day, r.Value))
		}
		for _, r := range f.HRV {
			out = append(out, fmt.Sprintf("%s %s %g", r.Day, r.Metric, r.Value))
		}
		for _, r := range f.Slept {
			out = append(out, fmt.Sprintf("%s slept %g", r.Day, r.Value))
		}
	}
	slices.Sort(out)
	return strings.Join(out, "; ")
}

func readText(content string, mapping ...string) string {
	f := tabletest.File("own.csv", content)
	if !is(f.Head) {
		return "nobody's"
	}
	if mapping != nil {
		f.Mapping = func(string) []byte { return []byte(mapping[0]) }
	}
	return said(read(f))
}

func TestRead(t *testing.T) {
	const one = "2025-09-10 any_rmssd 58.1; 2025-09-10 hr 51; 2025-09-10 slept 450"
	for name, c := range map[string]struct{ in, want string }{
		"english":       {"Date,Resting HR,rMSSD (ms),Sleep (h)\n2025-09-10,51,58.1,7.5\n", one},
		"german":        {"Datum;Ruhepuls;RMSSD;Schlafdauer (Std.)\n10.09.2025;51;58,1;7,5\n11.09.2025;--;;\n15.09.2025;0;NaN;0\n", one},
		"french":        {"Date;FC repos;RMSSD;Sommeil\n10 sept. 2025;51;58,1;7h30\n", one},
		"spanish":       {"Fecha\tFC en reposo\tRMSSD\tSueño (min)\n10/09/2025\t51\t58,1\t450\n13/09/2025\t\t\t\n", one},
		"italian":       {"Data;FC a riposo;RMSSD;Ore di sonno\n2025-09-10;51;58,1;7:30\n", one},
		"dutch":         {"Datum;Rusthartslag;RMSSD;Slaap\n10-09-2025;51;58,1;27000\n22-09-2025;;;\n", one},
		"portuguese":    {"Dia;FC em repouso;RMSSD;Sono (horas)\n10/09/2025;51;58,1;7,5\n30/09/2025;;;\n", one},
		"american":      {"Date,Resting heart rate,RMSSD,Sleep\n9/10/2025,51,58.1,7:30\n9/13/2025,,,\n", one},
		"sdnn":          {"date,sdnn\n2025-09-10,58\n", "2025-09-10 any_sdnn 58"},
		"scores beside": {"date,resting_hr,hrv_score,sleep_score,deep_sleep_min,time_in_bed,avg_hr\n2025-09-10,51,71,86,70,8,60\n", "2025-09-10 hr 51"},
		"a score alone": {"date,sleep score\n2025-09-10,86\n", "nobody's"},
		"means":         {"date,rmssd,rmssd 7d avg\n2025-09-10,58,49\n", "2025-09-10 any_rmssd 58"},
		"twice a date":  {"date,rhr,rmssd\n2025-09-10,51,40\n2025-09-10,53,\n2025-09-11,50,\n2025-09-11,--,\n", "1 row was left out, because a later row has the same date; 2025-09-10 hr 53; 2025-09-11 hr 50"},

		"hrv without a kind":  {"date,hrv\n2025-09-10,58\n", "needs_mapping"},
		"heart rate alone":    {"date,heart rate\n2025-09-10,58\n", "needs_mapping"},
		"which is the month":  {"date,resting hr\n03/04/2025,58\n", "needs_mapping"},
		"not all plausible":   {"date,resting hr\n2025-09-10,58\n2025-09-11,580\n", "needs_mapping"},
		"no header":           {"2025-09-10,51,7:30\n2025-09-11,52,7:10\n", "needs_mapping"},
		"nobody's words":      {"Datum;Wert\n2025-09-10;58\n2025-09-11;60\n", "needs_mapping"},
		"two of one kind":     {"date,resting hr,rhr\n2025-09-10,51,52\n", "needs_mapping"},
		"half a date":         {"date,resting hr\n2025-09-10,58\ntotal,58\n", "needs_mapping"},
		"header alone":        {"date,resting hr\n", "empty"},
		"weeks":               {"date,resting hr\n2025-09-01,51\n2025-09-08,52\n2025-09-15,52\n2025-09-22,52\n", "weekly"},
		"months":              {"date,resting hr\n2025-06-01,51\n2025-07-01,52\n2025-08-01,52\n2025-09-01,52\n", "weekly"},
		"prices":              {"date,amount,to\n2025-09-10,1999.50,shop\n", "nobody's"},
		"a pulse a minute":    {"time,heart rate\n2025-09-10 10:00,58\n2025-09-10 10:01,58\n2025-09-10 10:02,58\n2025-09-10 10:03,58\n", "nobody's"},
		"no dates":            {"name,age\nme,40\n", "nobody's"},
		"nothing of that day": {"date,resting hr\n2025-09-10,\n", "needs_mapping"},
	} {
		if got := readText(c.in); got != c.want {
			t.Errorf("%s: %s, want %s", name, got, c.want)
		}
	}
}

func TestMutations(t *testing.T) {
	tabletest.Same(t, "Datum;Ruhepuls;RMSSD;Schläft\n10.09.2025;51;58,1;7,5\n13.09.2025;52;;--\n", ';', func(c string) string { return readText(c) })
}

func TestMapping(t *testing.T) {
	const in = "Day;A;B;C\n03/04/2025;51;58,125;450\n04/04/2025;0;60,5;x\n"
	for mapping, want := range map[string]string{
		`{"columns":[{"means":"date"},{"means":"resting_hr"},{"means":"sdnn"},{"means":"asleep","unit":"min"}],"order":"dmy","decimal":","}`: "2025-04-03 any_sdnn 58.125; 2025-04-03 hr 51; 2025-04-03 slept 450; 2025-04-04 any_sdnn 60.5",
		`{"columns":[{"means":"date"},{"means":"resting_hr"}],"order":"mdy"}`:                                                                "2025-03-04 hr 51",
		`{"columns":[{},{},{},{}]}`:                                          "other",
		`{"columns":[{"means":"date"},{"means":"no"}]}`:                      "needs_mapping", // what does not fit is asked again
		`{"columns":[{"means":"date"},{},{},{},{"means":"rmssd"}]}`:          "needs_mapping",
		`{"columns":[{"means":"resting_hr"}]}`:                               "needs_mapping",
		`{"columns":[{"means":"date"}]}`:                                     "needs_mapping",
		`{"columns":[{"means":"date"},{"means":"rmssd"},{"means":"rmssd"}]}`: "needs_mapping",
		`{"columns":[{"means":"date"},{"means":"rmssd","unit":"x"}]}`:        "needs_mapping",
		`{"columns":[{"means":"date"},{"means":"rmssd"}],"order":"x"}`:       "needs_mapping",
		`no json`: "needs_mapping",
	} {
		if got := readText(in, mapping); got != want {
			t.Errorf("%s: %s, want %s", mapping, got, want)
		}
	}
}

func TestLook(t *testing.T) {
	p, err := Look(tabletest.File("own.csv", "Tag;HRV;Puls;Notiz\n03/04/2025;58,1;51;"+strings.Repeat("ä", 100)+"\n"))
	b, _ := json.Marshal(p)
	want := `{"key":"` + p.Key + `","header":["Tag","HRV","Puls","Notiz"],"rows":[["03/04/2025","58,1","51","` + strings.Repeat("ä", 59) + `…"]],` +
		`"guess":{"columns":[{"means":"date"},{"means":"rmssd"},{"means":"resting_hr"},{}],"order":"dmy","decimal":","},` +
		`"doubts":[{"code":"date_order","column":0},{"code":"hrv_kind","column":1},{"code":"heart_kind","column":2}]}`
	if err != nil || string(b) != want || len(p.Key) != 16 {
		t.Errorf("%s, %v\nwant\n%s", b, err, want)
	}
	trial, err := Try(tabletest.File("own.csv", "d,h\n2025-09-10,51\n2025-09-12,0\n2025-09-11,52\n"), Mapping{Columns: []Column{{Means: Date}, {Means: RestingHR}}})
	if err != nil || trial.Days != 2 || trial.Last.String() != "2025-09-11" || trial.Count[RestingHR] != 2 || len(trial.Rows) != 2 || trial.Rows[1].RestingHR != 52 {
		t.Errorf("%+v, %v", trial, err)
	}
}

func FuzzPlain(f *testing.F) {
	f.Add([]byte("Datum;Ruhepuls;RMSSD;Schlaf\n10.09.2025;51;58,1;7,5\n"), []byte(`{"columns":[{"means":"date"},{"means":"rmssd"}]}`))
	f.Add([]byte("date,resting hr\r2025-09-10,51\r"), []byte("{}"))
	f.Add([]byte("date,rhr,rmssd\n2025-09-10,51,40\n2025-09-10,53,\n"), []byte("{}"))
	f.Fuzz(func(t *testing.T, content, mapping []byte) {
		file := tabletest.File("x.csv", string(content))
		file.Mapping = func(string) []byte { return mapping }
		list, _ := read(file)
		for _, f := range list {
			for _, r := range f.HRV {
				if !diary.HRV.Valid(float64(r.Value)) {
					t.Error(r)
				}
			}
			for _, r := range f.Slept {
				if !diary.Sleep.Valid(float64(r.Value)) {
					t.Error(r)
				}
			}
			if n := len(f.HRV) + len(f.Slept) + len(f.Resting); n > len(content) {
				t.Errorf("%d readings of %d bytes", n, len(content))
			}
		}
	})
}

// A choice for one table without a header is not that for another.
func TestKey(t *testing.T) {
	key := func(content string) string {
		p, err := Look(tabletest.File("x.csv", content))
		if err != nil {
			t.Fatal(err)
		}
		return p.Key
	}
	if a, b := key("2025-09-10,51,7:30\n"), key("2025-09-11,52,7:10\n2025-09-12,52,7:10\n"); a != b || a == key("51,2025-09-10,7:30\n") {
		t.Error("tables without a header")
	}
	if key("date,hrv\n2025-09-10,51\n") != key(" Date,<b>HRV</b>\r\n2025-09-11,52\r\n") {
		t.Error("one header, two keys")
	}
}
