package backup

import (
	"encoding/binary"
	"errors"
	"fmt"
	"reflect"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"rebound/app/backup/backuptest"
	"rebound/engine/diary"
)

// made2 is a backup of version 2 with such parts.
func made2(t testing.TB, parts ...string) []byte {
	t.Helper()
	m := `{"rebound":2,"made":"2026-03-15T06:30:00Z","files":1,"parts":[`
	for i := 0; i < len(parts); i += 2 {
		m += fmt.Sprintf(`%s{"name":%q,"bytes":%d,"crc32":%q}`, ", "[:min(i, 1)], parts[i], len(parts[i+1]), sum([]byte(parts[i+1])))
	}
	return backuptest.Zip(t, append([]string{"manifest.json", m + "]}"}, parts...)...)
}

func TestRefused(t *testing.T) {
	log := func(files ...diary.File) string {
		odd := diary.Pack(files)
		return string(binary.AppendUvarint(nil, uint64(len(odd)))) + string(odd)
	}
	v1 := func(manifest, log, settings string) []byte {
		return backuptest.Zip(t, "manifest.json", manifest, "log.bin", log, "settings.json", settings)
	}
	for _, c := range []struct {
		name string
		data []byte
		want error
	}{
		{"nothing", nil, ErrNotBackup},
		{"not a zip", []byte(strings.Repeat("x", 1000)), ErrNotBackup},
		{"another zip", backuptest.Zip(t, "a.fit", "x"), ErrNotBackup},
		{"another manifest", backuptest.Zip(t, "manifest.json", `{"name":"app"}`), ErrNotBackup},
		{"a manifest that is none", backuptest.Zip(t, "manifest.json", `{"rebound":2,"parts":7}`), ErrNotBackup},
		{"a later format", backuptest.Zip(t, "manifest.json", `{"rebound":3}`), ErrNewer},
		{"parts that are not there", backuptest.Zip(t, "manifest.json", `{"rebound":2,"files":3}`), ErrDamaged},
		{"a part that is no JSON", made2(t, "journal.json", `{"files":[{"kind":`), ErrDamaged},
		{"a later pack", v1(`{"rebound":1}`, "\x01\xfe", "{}"), ErrNewer},
		{"no log", backuptest.Zip(t, "manifest.json", `{"rebound":1}`, "settings.json", "{}"), ErrDamaged},
		{"no settings", backuptest.Zip(t, "manifest.json", `{"rebound":1}`, "log.bin", ""), ErrDamaged},
		{"settings that are not JSON", v1(`{"rebound":1}`, "", "{"), ErrDamaged},
		{"fewer files than promised", v1(`{"rebound":1,"files":3}`, "", "{}"), ErrDamaged},
		{"a number on a date that cannot be", v1(`{"rebound":1,"files":1}`, log(diary.File{Kind: "typed", Reported: diary.Reported{Typed: []diary.Typed{{Stamp: diary.Stamp{Date: -1 << 31}, Kind: diary.Sleep, Value: 400}}}}), "{}"), ErrDamaged},
		{"a run on a date that cannot be", v1(`{"rebound":1,"files":1}`, log(diary.File{Kind: "activity", Activities: []diary.Activity{{Start: -1 << 40, Seconds: 600}}}), "{}"), ErrDamaged},
		{"a niggle on a date that cannot be", v1(`{"rebound":1,"files":1}`, log(diary.File{Kind: "typed", Reported: diary.Reported{Niggles: []diary.Niggle{{Stamp: diary.Stamp{Date: 1 << 20}, Site: "knee", Severity: 1}}}}), "{}"), ErrDamaged},
		{"a log cut off", v1(`{"rebound":1}`, "\x09", "{}"), ErrDamaged},
		{"a log that is noise", v1(`{"rebound":1}`, "\x07\x01\x09noise", "{}"), ErrDamaged},
		{"many tiny packs", v1(`{"rebound":1,"files":0}`, strings.Repeat(log(), maxRows+2), "{}"), ErrDamaged},
	} {
		if got, err := read(c.data); !errors.Is(err, c.want) {
			t.Errorf("%s: %v, want %v", c.name, err, c.want)
		} else if !reflect.DeepEqual(got, Backup{}) {
			t.Errorf("%s: something came back beside the error", c.name)
		}
	}
}

const fine = `{"hash":"00000000000000000000000000000001","kind":"sleep","name":"fine","resting":[{"at":"2026-03-14T23:59:00Z","value":52}]}`

// What cannot be costs the file that says it, and is named; the others are restored.
func TestLeftOutAlone(t *testing.T) {
	for name, bad := range map[string]string{
		"a wrong type":          `{"kind":"sleep","resting":[{"value":"52"}]}`,
		"a number too large":    `{"kind":"activity","activities":[{"avg_hr":256}]}`,
		"a fraction":            `{"kind":"activity","activities":[{"avg_hr":1.5}]}`,
		"no kind":               `{"name":"x"}`,
		"no object":             `[1,2]`,
		"a time that is none":   `{"kind":"sleep","resting":[{"at":"yesterday","value":52}]}`,
		"the year 1":            `{"kind":"sleep","resting":[{"at":"0001-03-14T23:59:00Z","value":52}]}`,
		"the year 5000":         `{"kind":"sleep","resting":[{"at":"5000-03-14T23:59:00Z","value":52}]}`,
		"a day of the year 1":   `{"kind":"sleep","resting":[{"at":"2026-03-14T23:59:00Z","day":"0001-01-01","value":52}]}`,
		"a hash too short":      `{"hash":"00ff","kind":"sleep"}`,
		"a hash that is none":   `{"hash":"zz000000000000000000000000000000","kind":"sleep"}`,
		"columns that differ":   `{"kind":"activity","activities":[{"track":{"hr":[1,2,3],"speed":[1]}}]}`,
		"a column of words":     `{"kind":"activity","activities":[{"track":{"hr":["1"]}}]}`,
		"a column too high":     `{"kind":"activity","activities":[{"track":{"hr":[1,256]}}]}`,
		"a column of minus":     `{"kind":"activity","activities":[{"track":{"speed":[-1]}}]}`,
		"a year long":           `{"kind":"activity","activities":[{"seconds":1e9}]}`,
		"minus an hour":         `{"kind":"activity","activities":[{"seconds":-3600,"meters":10000}]}`,
		"minus ten kilometres":  `{"kind":"activity","activities":[{"seconds":3600,"meters":-10000}]}`,
		"a name without end":    `{"kind":"sleep","name":"` + strings.Repeat("x", maxText+1) + `"}`,
		"an unknown sign":       `{"kind":"typed","checkins":[{"date":"2026-03-14","signs":{"joy":1}}]}`,
		"check-in of 1999":      `{"kind":"typed","checkins":[{"date":"1999-12-31","fatigue":1}]}`,
		"fatigue of 5":          `{"kind":"typed","checkins":[{"date":"2026-03-14","fatigue":5}]}`,
		"a niggle of an elbow":  `{"kind":"typed","niggles":[{"date":"2026-03-14","site":"elbow","severity":3}]}`,
		"pain of 11":            `{"kind":"typed","niggles":[{"date":"2026-03-14","site":"calf","severity":11}]}`,
		"a niggle without pain": `{"kind":"typed","niggles":[{"date":"2026-03-14","site":"calf"}]}`,
		"a pulse of 300":        `{"kind":"typed","typed":[{"date":"2026-03-14","signal":"resting_hr","value":300}]}`,
		"another signal":        `{"kind":"typed","typed":[{"date":"2026-03-14","signal":"mood","value":3}]}`,
		"effort of 11":          `{"kind":"typed","efforts":[{"date":"2026-03-14","rpe":11}]}`,
		"a run of two days":     `{"kind":"typed","runs":[{"date":"2026-03-14","minutes":2880}]}`,
		"cold for a day":        `{"kind":"typed","cold":[{"date":"2026-03-14","minutes":1440,"celsius":4}]}`,
		"an illness backwards":  `{"kind":"typed","illnesses":[{"date":"2026-03-14","to":"2026-03-01","where":"unsure"}]}`,
		"declining a stop":      `{"kind":"typed","decisions":[{"date":"2026-03-14","action":"stop"}]}`,
		"a reason of a page":    `{"kind":"typed","decisions":[{"date":"2026-03-14","action":"cut_week","why":"` + strings.Repeat("x", 201) + `"}]}`,
		"an unknown tag":        `{"kind":"typed","tags":[{"date":"2026-03-14","tag":"<b>"}]}`,
	} {
		b := made2(t, "settings.json", "{}", "measured/2026-03.json", `{"files":[`+bad+",\n"+fine+`]}`)
		got, err := read(b)
		if err != nil || got.Files != 1 || len(got.Left) != 1 || !strings.HasPrefix(got.Left[0], "measured/2026-03.json") {
			t.Errorf("%s: %d files, left out %q, %v", name, got.Files, got.Left, err)
		}
	}
	entries := `{"hash":"00000000000000000000000000000002","kind":"typed","name":"check-in","checkins":[{"date":"2026-03-14","fatigue":5}],"periods":[{"date":"2026-03-14"}]}`
	got, err := read(made2(t, "journal.json", `{"files":[`+entries+`]}`))
	if err != nil || got.Files != 1 || !slices.Equal(got.Left, []string{"journal.json: check-in"}) {
		t.Fatalf("%d files, left out %q, %v", got.Files, got.Left, err)
	}
	if files, _ := diary.Unpack(got.Rows[0]); len(files[0].CheckIns) != 0 || len(files[0].Periods) != 1 {
		t.Errorf("of an entry of two records, one of which can be: %+v", files[0].Reported)
	}
}

// A part that is damaged, missing or another's is left out and named.
func TestDamagedPart(t *testing.T) {
	text := `{"files":[` + fine + `]}`
	other := strings.Replace(text, "52", "53", 1)
	for name, b := range map[string][]byte{
		"another's": backuptest.Zip(t, "manifest.json", fmt.Sprintf(`{"rebound":2,"files":2,"parts":[{"name":"a.json","crc32":%q},{"name":"b.json","crc32":%q}]}`, sum([]byte(text)), sum([]byte(text))), "a.json", text, "b.json", other),
		"missing":   backuptest.Zip(t, "manifest.json", fmt.Sprintf(`{"rebound":2,"files":2,"parts":[{"name":"a.json","crc32":%q},{"name":"b.json","crc32":%q}]}`, sum([]byte(text)), sum([]byte(text))), "a.json", text),
		"cut":       made2(t, "a.json", text, "b.json", text[:len(text)-8]),
		"deep":      made2(t, "a.json", text, "b.json", `{"files":[{"more":`+strings.Repeat("[", 200)+strings.Repeat("]", 200)+`}]}`),
		"no end":    made2(t, "a.json", text, "b.json", text+"}"),
	} {
		got, err := read(b)
		if err != nil || got.Files != 1 || !slices.Equal(got.Left, []string{"b.json"}) {
			t.Errorf("%s: %d files, left out %q, %v", name, got.Files, got.Left, err)
		}
	}
}

// A small file that would be a large one is not inflated, and what records take is
// bounded by their text: nothing of this takes long, or much memory.
func TestBombs(t *testing.T) {
	zeros := strings.Repeat("\x00", 40<<20)
	spaces := strings.Repeat(" ", 20<<20)
	var before, after runtime.MemStats
	bombs := map[string][]byte{
		"a log of zeros":     backuptest.Zip(t, "manifest.json", `{"rebound":1,"files":0}`, "settings.json", "{}", "log.bin", zeros),
		"a part of blanks":   made2(t, "journal.json", spaces),
		"settings of blanks": backuptest.Zip(t, "manifest.json", `{"rebound":1,"files":0}`, "log.bin", "", "settings.json", spaces),
		"a manifest":         backuptest.Zip(t, "manifest.json", `{"rebound":2}`+spaces),
		"empty records":      made2(t, "=", `{"files":[{"kind":"x","activities":[`+strings.Repeat("{},", 1<<20)+`{}]}]}`),
		"many parts":         many(t),
	}
	for name, b := range bombs {
		runtime.ReadMemStats(&before)
		began := time.Now()
		got, err := read(b)
		took := time.Since(began)
		runtime.ReadMemStats(&after)
		if err == nil {
			t.Errorf("%s: %d files are read", name, got.Files)
		}
		if grew := int64(after.TotalAlloc - before.TotalAlloc); grew > 64*int64(len(b))+100<<20 {
			t.Errorf("%s: %d bytes took %d MB of memory", name, len(b), grew>>20)
		}
		if took > 20*time.Second {
			t.Errorf("%s: %v", name, took)
		}
	}
}

func many(t testing.TB) []byte {
	parts := []string{"manifest.json", `{"rebound":2}`}
	for i := range mostParts + 1 {
		parts = append(parts, fmt.Sprint(i), "{}")
	}
	return backuptest.Zip(t, parts...)
}

// Many files of empty brackets take no more memory than their text allows.
func TestManyFiles(t *testing.T) {
	var b strings.Builder
	b.WriteString(`{"files":[` + fine)
	for i := range 20_000 {
		fmt.Fprintf(&b, ",\n"+`{"hash":"%032x","kind":"x","laps":[{}],"activities":[{},{},{},{},{},{}]}`, i+2)
	}
	got, err := read(made2(t, "=a", b.String()+"]}"))
	if err != nil || got.Files != 20_001 || len(got.Left) > 0 {
		t.Fatalf("%d files, left out %q, %v", got.Files, got.Left, err)
	}
}
