package backup

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"encoding/json"
	"errors"
	"reflect"
	"strings"
	"testing"
	"time"

	"rebound/engine/diary"
	"rebound/engine/sample"
)

var made = time.Date(2026, 3, 15, 6, 30, 0, 0, time.UTC)

func write(t *testing.T) ([]byte, Backup) {
	t.Helper()
	b := Backup{Made: made, Files: sample.Files(diary.DateOf(2026, 3, 15))[:300], Settings: json.RawMessage(`{"gate_k":0.6,"units":"mi"}`)}
	var buf bytes.Buffer
	if err := Write(&buf, b.Made, b.Settings, len(b.Files), Rows(b.Files)); err != nil {
		t.Fatal(err)
	}
	return buf.Bytes(), b
}

func read(b []byte) (Backup, error) { return Read(bytes.NewReader(b), int64(len(b))) }

func TestRoundTrip(t *testing.T) {
	b, want := write(t)
	got, err := read(b)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(diary.Pack(got.Files), diary.Pack(want.Files)) || !got.Made.Equal(want.Made) || string(got.Settings) != string(want.Settings) {
		t.Error("the backup comes back different")
	}
	if !Is(bytes.NewReader(b), int64(len(b))) {
		t.Error("Is does not know its own backup")
	}
}

// zipOf makes a zip of name, content, name, content ...
func zipOf(t *testing.T, parts ...string) []byte {
	t.Helper()
	var buf bytes.Buffer
	z := zip.NewWriter(&buf)
	for i := 0; i < len(parts); i += 2 {
		w, err := z.Create(parts[i])
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write([]byte(parts[i+1])); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return buf.Bytes()
}

func TestRefused(t *testing.T) {
	log := func(f diary.File) string {
		odd := diary.Pack([]diary.File{f})
		return string(binary.AppendUvarint(nil, uint64(len(odd)))) + string(odd)
	}
	for _, c := range []struct {
		name string
		data []byte
		want error
	}{
		{"nothing", nil, ErrNotBackup},
		{"not a zip", []byte(strings.Repeat("x", 1000)), ErrNotBackup},
		{"another zip", zipOf(t, "a.fit", "x"), ErrNotBackup},
		{"another manifest", zipOf(t, "manifest.json", `{"name":"app"}`), ErrNotBackup},
		{"a later format", zipOf(t, "manifest.json", `{"rebound":2}`), ErrNewer},
		{"a later pack", zipOf(t, "manifest.json", `{"rebound":1}`, "log.bin", "\x01\xfe", "settings.json", "{}"), ErrNewer},
		{"no log", zipOf(t, "manifest.json", `{"rebound":1}`, "settings.json", "{}"), ErrDamaged},
		{"no settings", zipOf(t, "manifest.json", `{"rebound":1}`, "log.bin", ""), ErrDamaged},
		{"settings that are not JSON", zipOf(t, "manifest.json", `{"rebound":1}`, "log.bin", "", "settings.json", "{"), ErrDamaged},
		{"fewer files than promised", zipOf(t, "manifest.json", `{"rebound":1,"files":3}`, "log.bin", "", "settings.json", "{}"), ErrDamaged},
		{"a number on a date that cannot be", zipOf(t, "manifest.json", `{"rebound":1,"files":1}`, "log.bin", log(diary.File{Reported: diary.Reported{Typed: []diary.Typed{{Stamp: diary.Stamp{Date: -1 << 31}, Kind: diary.Sleep, Value: 400}}}}), "settings.json", "{}"), ErrDamaged},
		{"a run on a date that cannot be", zipOf(t, "manifest.json", `{"rebound":1,"files":1}`, "log.bin", log(diary.File{Activities: []diary.Activity{{Start: -1 << 40, Seconds: 600}}}), "settings.json", "{}"), ErrDamaged},
		{"a niggle on a date that cannot be", zipOf(t, "manifest.json", `{"rebound":1,"files":1}`, "log.bin", log(diary.File{Reported: diary.Reported{Niggles: []diary.Niggle{{Stamp: diary.Stamp{Date: 1 << 20}, Site: "knee", Severity: 1}}}}), "settings.json", "{}"), ErrDamaged},
		{"a tick on a date that cannot be", zipOf(t, "manifest.json", `{"rebound":1,"files":1}`, "log.bin", log(diary.File{Reported: diary.Reported{Ticks: []diary.Tick{{Stamp: diary.Stamp{Date: 1 << 20}, Code: "balance"}}}}), "settings.json", "{}"), ErrDamaged},
		{"a log cut off", zipOf(t, "manifest.json", `{"rebound":1}`, "log.bin", "\x09", "settings.json", "{}"), ErrDamaged},
		{"a log that is noise", zipOf(t, "manifest.json", `{"rebound":1}`, "log.bin", "\x07\x01\x09noise", "settings.json", "{}"), ErrDamaged},
	} {
		if got, err := read(c.data); !errors.Is(err, c.want) {
			t.Errorf("%s: %v, want %v", c.name, err, c.want)
		} else if !reflect.DeepEqual(got, Backup{}) {
			t.Errorf("%s: something came back beside the error", c.name)
		}
	}
}

// A backup cut off or changed anywhere is refused or, where the change does not
// matter to a zip reader, read whole: never a panic, never half of it.
func TestDamaged(t *testing.T) {
	good, want := write(t)
	for i := 0; i < len(good); i += 1 + len(good)/100 {
		if _, err := read(good[:i]); err == nil {
			t.Fatalf("cut to %d of %d bytes: read", i, len(good))
		}
		bad := bytes.Clone(good)
		bad[i] ^= 0x10
		if got, err := read(bad); err == nil && len(got.Files) != len(want.Files) {
			t.Fatalf("byte %d changed: %d of %d files and no error", i, len(got.Files), len(want.Files))
		}
	}
}
