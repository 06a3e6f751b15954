package backup

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"rebound/app/backup/backuptest"
	"rebound/engine/diary"
	"rebound/engine/sample"
)

var (
	made   = time.Date(2026, 3, 15, 6, 30, 0, 0, time.UTC)
	today  = diary.DateOf(2026, 3, 15)
	update = flag.Bool("update", false, "write testdata/v2.zip anew")
)

func head() Head {
	return Head{Made: made, App: "1.2.3", Settings: json.RawMessage(`{"gate_k":0.6,"units":"mi"}`)}
}

func quiet() {}

// life is some of the sample runner's diary, in rows.
func life(n int) ([]diary.File, [][]byte) {
	all := sample.Files(today)
	files := append(all[:n:n], sample.Reported(today, all),
		diary.File{Hash: [16]byte{1}, Kind: "typed", Name: "plan 2026-03-02", Reported: diary.Reported{Plans: []diary.PlanOf{{
			Stamp: diary.Stamp{At: 1_772_460_000, Date: today - 13, Offset: 3600}, Change: diary.PlanMade, Text: `{"sessions":[]}`}}}},
		diary.File{Hash: [16]byte{2}, Kind: "export", Name: "years.csv", Via: "oura", Resting: []diary.Stamped{{At: 1_600_000_000, Value: 48}, {At: 1_700_000_000, Value: 47}}})
	var rows [][]byte
	for some := range slices.Chunk(files, 40) {
		rows = append(rows, diary.Pack(some))
	}
	return files, rows
}

func write(t testing.TB, rows [][]byte) []byte {
	t.Helper()
	var out bytes.Buffer
	without, err := Write(&out, head(), rows, quiet)
	if err != nil || len(without) > 0 {
		t.Fatal(without, err)
	}
	return out.Bytes()
}

func read(b []byte) (Backup, error) { return Read(bytes.NewReader(b), int64(len(b)), quiet) }

// packed is every file of rows by its hash, packed by itself.
func packed(t testing.TB, rows [][]byte) map[[16]byte]string {
	t.Helper()
	all := map[[16]byte]string{}
	for _, row := range rows {
		files, err := diary.Unpack(row)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range files {
			all[f.Hash] = string(diary.Pack([]diary.File{f}))
		}
	}
	return all
}

func TestRoundTrip(t *testing.T) {
	files, rows := life(300)
	b := write(t, rows)
	got, err := read(b)
	if err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(packed(t, got.Rows), packed(t, rows)) || got.Files != len(files) || len(got.Left) > 0 || !reflect.DeepEqual(got.Head, head()) {
		t.Errorf("the backup comes back different: %d files, left out %v, %+v", got.Files, got.Left, got.Head)
	}
	if !Is(bytes.NewReader(b), int64(len(b))) {
		t.Error("Is does not know its own backup")
	}
	if again := write(t, got.Rows); !bytes.Equal(again, b) {
		t.Error("what was restored makes another backup")
	}
}

// The order in which files came, in rows of any size and twice, does not show.
func TestSameBytes(t *testing.T) {
	files, rows := life(100)
	slices.Reverse(files)
	var others [][]byte
	for some := range slices.Chunk(append(files, files[:7]...), 9) {
		others = append(others, diary.Pack(some))
	}
	if !bytes.Equal(write(t, rows), write(t, others)) {
		t.Error("one diary makes two backups")
	}
}

// What lies where, and what the manifest says of it.
func TestParts(t *testing.T) {
	_, rows := life(120)
	b := write(t, rows)
	var m manifest
	var there []string
	texts := map[string][]byte{}
	for _, p := range backuptest.Parts(t, b) {
		if !json.Valid(p.Text) || !p.Modified.Equal(made) || p.Method != zip.Deflate {
			t.Errorf("%s is of %v, by method %d: %.80s", p.Name, p.Modified, p.Method, p.Text)
		}
		there, texts[p.Name] = append(there, p.Name), p.Text
	}
	want := []string{"settings.json", "exports/2020-09-02000000.json", "journal.json", "measured/2025-09.json", "measured/2025-10.json", "plans.json", "runs/2025-09.json", "runs/2025-10.json", "manifest.json"}
	if !slices.Equal(there, want) {
		t.Errorf("%q", there)
	}
	if err := json.Unmarshal(texts[manifestName], &m); err != nil {
		t.Fatal(err)
	}
	if m.Rebound != 2 || m.App != "1.2.3" || !m.Made.Equal(made) || m.Files != 123 || m.Entries != 2 || m.Runs == 0 || m.Nights == 0 || m.First.String() != "2020-09-13" || m.Last != today {
		t.Errorf("%+v", m)
	}
	for _, p := range m.Parts {
		if p.Bytes != len(texts[p.Name]) || p.CRC != sum(texts[p.Name]) {
			t.Errorf("%+v", p)
		}
	}
	if text := string(texts["plans.json"]); !strings.Contains(text, `"plan":{"sessions":[]}`) {
		t.Error(text)
	}
}

// A damaged row stays out, and is named.
func TestDamagedRow(t *testing.T) {
	_, rows := life(100)
	rows[1] = []byte("noise")
	var out bytes.Buffer
	without, err := Write(&out, head(), rows, quiet)
	if err != nil || !slices.Equal(without, []int{1}) {
		t.Fatal(without, err)
	}
	if got, err := read(out.Bytes()); err != nil || got.Files != 63 {
		t.Errorf("%d files, %v", got.Files, err)
	}
}

// What was written once is read for ever: testdata/v1.zip is by the program of its time,
// as testdata/v2.zip is by the one that wrote version 2 first.
func TestEveryVersion(t *testing.T) {
	v1 := kept(t, "v1.zip")
	if *update {
		b, err := read(v1)
		if err != nil {
			t.Fatal(err)
		}
		_, rows := life(0)
		if err := os.WriteFile("testdata/v2.zip", write(t, append(b.Rows, rows...)), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	for name, files := range map[string]int{"v1.zip": 25, "v2.zip": 27} {
		b, err := read(kept(t, name))
		if err != nil {
			t.Fatal(name, err)
		}
		all := packed(t, b.Rows)
		if b.Files != files || len(all) != files || len(b.Left) > 0 || string(b.Settings) != `{"gate_k":0.6,"units":"mi"}` || !b.Made.Equal(made) {
			t.Errorf("%s: %d files, left out %q, %s, %v", name, b.Files, b.Left, b.Settings, b.Made)
		}
		var texts []string // not as they are packed, which changes
		for _, f := range all {
			files, err := diary.Unpack([]byte(f))
			if err != nil {
				t.Fatal(err)
			}
			texts = append(texts, string(appendFile(nil, &files[0])))
		}
		slices.Sort(texts)
		if got := fmt.Sprintf("%x", diary.HashOf([]byte(strings.Join(texts, "\n")))); got != sums[name] {
			t.Errorf("%s holds something else than it did: %s", name, got)
		}
		if name == "v2.zip" {
			if was, is := inflated(t, kept(t, name)), inflated(t, write(t, b.Rows)); !reflect.DeepEqual(was, is) {
				t.Error("version 2 is written otherwise than it was")
			}
		}
	}
}

var sums = map[string]string{"v1.zip": "d6972c9886419b15cbba000000000000", "v2.zip": "575d9a57f2048e7e4abc000000000000"}

// inflated is the parts of a backup.
func inflated(t testing.TB, b []byte) map[string]string {
	t.Helper()
	texts := map[string]string{}
	for _, p := range backuptest.Parts(t, b) {
		texts[p.Name] = string(p.Text)
	}
	return texts
}

func kept(t testing.TB, name string) []byte {
	t.Helper()
	b, err := os.ReadFile("testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// A backup cut off is refused. One that is changed anywhere is refused, or what is
// damaged of it is left out and named; what is read is as it was.
func TestDamaged(t *testing.T) {
	for _, name := range []string{"v1.zip", "v2.zip"} {
		good := kept(t, name)
		whole, err := read(good)
		if err != nil {
			t.Fatal(err)
		}
		want := packed(t, whole.Rows)
		for i := 0; i < len(good); i += 1 + len(good)/300 {
			if _, err := read(good[:i]); err == nil {
				t.Fatalf("%s cut to %d of %d bytes: read", name, i, len(good))
			}
			bad := bytes.Clone(good)
			bad[i] ^= 0x10
			got, err := read(bad)
			if err != nil {
				if got.Files > 0 {
					t.Fatalf("%s, byte %d changed: files beside %v", name, i, err)
				}
				continue
			}
			all := packed(t, got.Rows)
			for hash, f := range all {
				if want[hash] != f {
					t.Fatalf("%s, byte %d changed: a file came back different", name, i)
				}
			}
			if len(all) < len(want) && len(got.Left) == 0 {
				t.Fatalf("%s, byte %d changed: %d of %d files, and nothing is named", name, i, len(all), len(want))
			}
		}
	}
}

// Whatever bytes come: an error of the runner's, or files that can be kept.
func FuzzRead(f *testing.F) {
	f.Add(kept(f, "v1.zip"))
	f.Add(kept(f, "v2.zip"))
	f.Fuzz(func(t *testing.T, data []byte) {
		b, err := read(data)
		if err != nil {
			if !errors.Is(err, ErrNotBackup) && !errors.Is(err, ErrNewer) && !errors.Is(err, ErrDamaged) {
				t.Fatal(err)
			}
			return
		}
		if n := len(packed(t, b.Rows)); n != b.Files {
			t.Fatalf("%d files are said, %d are there", b.Files, n)
		}
	})
}
