package docs_test

import (
	"bytes"
	"encoding/json"
	"os"
	"testing"
	"time"

	"rebound/app/backup"
	"rebound/app/backup/backuptest"
	"rebound/engine/diary"
	"rebound/engine/sample"
)

// The JSON in a backup is what the schemas say, of a record of every kind with every
// field; and what the program makes of a manifest that is none.
func TestBackup(t *testing.T) {
	manifest, part, settings := schema(t, "backup.json"), schema(t, "backup-part.json"), schema(t, "settings.json")
	every, err := os.ReadFile("../engine/diary/testdata/pack_v7.bin") // its test holds that all fields are set
	if err != nil {
		t.Fatal(err)
	}
	today := diary.DateOf(2026, 3, 15)
	files := sample.Files(today)
	files = append(files[:20], sample.Reported(today, files))
	files = append(files, diary.File{Hash: [16]byte{1}, Kind: "typed", Reported: diary.Reported{Straps: []diary.Strap{{ // a kind that version 6 began without
		Stamp: diary.Stamp{At: 1_773_540_000, Date: today, Offset: 3600}, RR: []uint16{1004, 1051}, RMSSD: 58.5, HR: 51, Wrong: 1}}}})
	var out bytes.Buffer
	head := backup.Head{Made: time.Date(2026, 3, 15, 6, 30, 0, 0, time.UTC), App: "1.2.3", Settings: json.RawMessage(`{"gate_k":0.6,"units":"mi","theme":"dark"}`)}
	if _, err := backup.Write(&out, head, [][]byte{diary.Pack(files), every}, func() {}); err != nil {
		t.Fatal(err)
	}
	said := map[string]bool{}
	for _, p := range backuptest.Parts(t, out.Bytes()) {
		var keys map[string]any
		if err := json.Unmarshal(p.Text, &keys); err != nil {
			t.Fatal(err)
		}
		by := part
		switch p.Name {
		case "manifest.json":
			by = manifest
			described(t, "backup.json", keys)
		case "settings.json":
			by = settings
		default:
			everyKey(keys, said)
		}
		if err := valid(by, p.Text); err != nil {
			t.Errorf("%s: %v", p.Name, err)
		}
	}
	for name, def := range load(t, "backup-part.json").child(t, "$defs").part {
		properties, _ := def.(map[string]any)["properties"].(map[string]any)
		for key := range properties {
			if !said[key] {
				t.Errorf("backup-part.json describes %q of %s, which nothing writes", key, name)
			}
		}
	}
	for _, text := range []string{`{}`, `{"rebound":0}`, `{"rebound":3,"made":"2026-03-15T06:30:00Z","files":0}`, `{"rebound":"1"}`, `[]`, `{"name":"app"}`} {
		b := backuptest.Zip(t, "manifest.json", text, "settings.json", "{}")
		if _, err := backup.Read(bytes.NewReader(b), int64(len(b)), func() {}); err == nil {
			t.Errorf("%s is read as a backup", text)
		}
		if valid(manifest, []byte(text)) == nil {
			t.Errorf("%s is a manifest by the schema", text)
		}
	}
	for _, text := range []string{`{}`, `{"files":[{"kind":"sleep"}]}`, `{"files":[{"hash":"00000000000000000000000000000001","mood":1}]}`,
		`{"files":[{"hash":"00000000000000000000000000000001","checkins":[{"fatigue":5}]}]}`, `{"files":[{"hash":"00000000000000000000000000000001","resting":[{"at":"14 March"}]}]}`} {
		if valid(part, []byte(text)) == nil {
			t.Errorf("%s is a part by the schema", text)
		}
	}
}

// everyKey notes the keys of all objects in v.
func everyKey(v any, said map[string]bool) {
	switch v := v.(type) {
	case map[string]any:
		for key, in := range v {
			said[key] = true
			everyKey(in, said)
		}
	case []any:
		for _, in := range v {
			everyKey(in, said)
		}
	}
}
