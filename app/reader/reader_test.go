package reader

import (
	"bytes"
	"encoding/json"
	"io"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"rebound/app/backup/backuptest"
	"rebound/app/intake"
	"rebound/engine/diary"
	"rebound/engine/sample"
	"rebound/engine/watch"
	"rebound/engine/watch/fitfile"
)

// talk is a reader and what it has answered.
type talk struct {
	*Reader
	answers []intake.Answer
	at      []int
	alive   []int64
}

func newTalk() *talk {
	t := &talk{}
	t.Reader = New(Host{
		Answer: func(a intake.Answer) { t.answers = append(t.answers, a) },
		At:     func(n int) { t.at = append(t.at, n) },
		Alive:  func(passed int64) { t.alive = append(t.alive, passed) },
	})
	return t
}

// ask gives the answers to one call, of which the last says so.
func (t *talk) ask(tt *testing.T, c intake.Call, head any) []intake.Answer {
	tt.Helper()
	if head != nil {
		var err error
		if c.Head, err = json.Marshal(head); err != nil {
			tt.Fatal(err)
		}
	}
	t.answers, t.at, t.alive = nil, nil, nil
	t.Handle(c, func(f intake.File) watch.Blob { return f.Handle.(watch.Blob) })
	if n := len(t.answers); n == 0 || !t.answers[n-1].Last {
		tt.Fatalf("%s: %d answers, and none is the last", c.Op, n)
	}
	return t.answers
}

func fits(t *testing.T) (files []intake.File) {
	t.Helper()
	for _, f := range sample.Files(diary.DateOf(2026, 3, 15))[:12] {
		data, err := fitfile.Encode(f)
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, intake.File{Path: f.Name, Size: int64(len(data)), Handle: bytes.NewReader(data)})
	}
	return append(files, intake.File{Path: "a.txt", Size: 5, Handle: bytes.NewReader([]byte("notes"))})
}

// What one reader has found, another reads by its tickets.
func TestTicketsGoAround(t *testing.T) {
	files := fits(t)
	one, two := newTalk(), newTalk()
	for _, r := range []*talk{one, two} {
		r.ask(t, intake.Call{Op: intake.Open, Files: files}, nil)
	}
	var listed []intake.Listed
	var refused []intake.Refused
	for _, a := range one.ask(t, intake.Call{Op: intake.Scan}, intake.ScanArg{Skip: []int{1}}) {
		l, err := intake.DecodeListed(a.Parts[0])
		if err != nil {
			t.Fatal(err)
		}
		var f intake.Found
		if err := json.Unmarshal(a.Head, &f); err != nil {
			t.Fatal(err)
		}
		listed, refused = append(listed, l...), append(refused, f.Refused...)
	}
	if len(listed) != 11 || len(refused) != 1 || refused[0].Path != "a.txt" || len(one.at) != 12 {
		t.Fatalf("%d files found, refused %+v, noted %v", len(listed), refused, one.at)
	}
	twice := append(listed, listed[0])
	a := two.ask(t, intake.Call{Op: intake.Read, Parts: [][]byte{intake.AppendTickets(nil, twice...)}}, nil)[0]
	var b intake.Batch
	if err := json.Unmarshal(a.Head, &b); err != nil {
		t.Fatal(err)
	}
	if len(b.Read) != 11 || len(b.Known) != 1 || b.Known[0] != 11 || len(b.Refused) != 0 || len(two.at) != 12 {
		t.Errorf("%+v, noted %v", b, two.at)
	}
	whole, err := diary.Unpack(a.Parts[intake.Row])
	if err != nil || len(whole) != 11 {
		t.Fatalf("%d files in the row, %v", len(whole), err)
	}
	light, err := diary.UnpackLight(a.Parts[intake.Light])
	if err != nil || light.Len() != 11 {
		t.Fatalf("no light row of 11: %v", err)
	}
	series := 0
	for i, f := range whole {
		if f.Name != listed[i].Path {
			t.Errorf("file %d is %s, not %s", i, f.Name, listed[i].Path)
		}
		for _, a := range f.Activities {
			series += len(a.Track.HR)
		}
	}
	if series == 0 {
		t.Error("the row has no series")
	}
}

// A backup of any version is known for one under any name: its parts are no files of a
// watch.
func TestBackupByAnotherName(t *testing.T) {
	for _, from := range []string{"v1.zip", "v2.zip"} {
		data, err := os.ReadFile(filepath.Join("..", "backup", "testdata", from))
		if err != nil {
			t.Fatal(err)
		}
		r := newTalk()
		r.ask(t, intake.Call{Op: intake.Open, Files: []intake.File{{Path: "mine.zip", Size: int64(len(data)), Handle: bytes.NewReader(data)}}}, nil)
		var f intake.Found
		if err := json.Unmarshal(r.ask(t, intake.Call{Op: intake.Scan}, intake.ScanArg{})[0].Head, &f); err != nil {
			t.Fatal(err)
		}
		if len(f.Refused) != 1 || f.Refused[0].Path != "mine.zip" || f.Refused[0].Problem != ownBackup {
			t.Errorf("%s: %+v", from, f.Refused)
		}
	}
}

// Within another zip it is one line, whatever lies beside it.
func TestBackupWithinAZip(t *testing.T) {
	for _, from := range []string{"v1.zip", "v2.zip"} {
		data, err := os.ReadFile(filepath.Join("..", "backup", "testdata", from))
		if err != nil {
			t.Fatal(err)
		}
		outer := backuptest.Zip(t, "mail/=kept.zip", string(data), "mail/notes.txt", "x", "manifest.json", `{"name":"rebound"}`, "other.zip", string(backuptest.Zip(t, "manifest.json", `{"name":"app"}`)))
		r := newTalk()
		r.ask(t, intake.Call{Op: intake.Open, Files: []intake.File{{Path: "mail.zip", Size: int64(len(outer)), Handle: bytes.NewReader(outer)}}}, nil)
		var f intake.Found
		if err := json.Unmarshal(r.ask(t, intake.Call{Op: intake.Scan}, intake.ScanArg{})[0].Head, &f); err != nil {
			t.Fatal(err)
		}
		var paths []string
		for _, one := range f.Refused {
			if paths = append(paths, one.Path); (one.Problem.Code == "backup") != (one.Path == "mail.zip/mail/=kept.zip") {
				t.Errorf("%s, %s: %+v", from, one.Path, one.Problem)
			}
		}
		if want := []string{"mail.zip/mail/=kept.zip", "mail.zip/mail/notes.txt", "mail.zip/manifest.json", "mail.zip/other.zip/manifest.json"}; !slices.Equal(paths, want) {
			t.Errorf("%s: %q", from, paths)
		}
	}
}

// A call that is none is answered as such, whatever it is, and the next is heard.
func TestMisheard(t *testing.T) {
	r := newTalk()
	for _, c := range []intake.Call{
		{Op: "dance"},
		{Op: intake.Scan, Head: json.RawMessage(`{"from":0}`)}, // nothing is open
		{Op: intake.Scan, Head: json.RawMessage(`[]`)},
		{Op: intake.Read, Parts: [][]byte{{9, 'x'}}},
		{Op: intake.Restore},
		{Op: intake.Pack, Head: json.RawMessage(`[]`)},
		{Op: intake.Workouts, Head: json.RawMessage(`{"files":[]}`)},
	} {
		if a := r.ask(t, c, nil); a[len(a)-1].Problem == nil {
			t.Errorf("%s %s: %+v", c.Op, c.Head, a)
		}
	}
	r.ask(t, intake.Call{Op: intake.Open, Files: fits(t)}, nil)
	for _, ticket := range []string{"", "\xff", "\x7f\x00x", "\x00\x01\x00\x00\x00"} {
		a := r.ask(t, intake.Call{Op: intake.Read, Parts: [][]byte{intake.AppendTickets(nil, intake.Listed{Ticket: ticket})}}, nil)
		if a[len(a)-1].Problem == nil {
			t.Errorf("ticket %q: %+v", ticket, a)
		}
	}
	if a := r.ask(t, intake.Call{Op: intake.Scan}, intake.ScanArg{From: 12}); a[0].Problem != nil {
		t.Errorf("after all these: %v", a[0].Problem)
	}
}

// Whoever waits for a backup hears by the row, and by the bytes, that it is worked on.
func TestWorking(t *testing.T) {
	files := sample.Files(diary.DateOf(2026, 3, 15))
	rows := [][]byte{diary.Pack(files[:300]), []byte("noise"), diary.Pack(files[300:])}
	r := newTalk()
	a := r.ask(t, intake.Call{Op: intake.Pack, Parts: rows}, intake.Backup{Settings: json.RawMessage("{}")})[0]
	var without []int
	if err := json.Unmarshal(a.Head, &without); err != nil || len(without) != 1 || without[0] != 1 {
		t.Errorf("%s, %v: what was left out", a.Head, err)
	}
	zip := a.Parts[0]
	if want := len(rows) + len(zip)/(2*signEvery); len(zip) < 4*signEvery || len(r.alive) < want {
		t.Errorf("%d signs of life for a backup of %d bytes, want %d", len(r.alive), len(zip), want)
	}
	file := intake.File{Path: "b.zip", Size: int64(len(zip)), Handle: bytes.NewReader(zip)}
	if a := r.ask(t, intake.Call{Op: intake.Restore, Files: []intake.File{file}}, nil)[0]; a.Problem != nil || len(a.Parts) < 2 {
		t.Fatalf("restored: %v", a.Problem)
	} else if want := 2 + len(a.Parts) + len(zip)/(2*signEvery); len(r.alive) < want {
		t.Errorf("%d signs of life for restoring it, want %d", len(r.alive), want)
	}
}

// empty is a file of nothing but zeros behind the beginning of a zip.
type empty int64

func (e empty) Size() int64 { return int64(e) }
func (e empty) ReadAt(b []byte, at int64) (int, error) {
	n := copy(b, make([]byte, min(int64(len(b)), int64(e)-at)))
	if at == 0 {
		copy(b, "PK\x03\x04")
	}
	if n < len(b) {
		return n, io.EOF
	}
	return n, nil
}

// A look for files in a large zip that has lost its directory gives signs of life: it
// is no reader that hangs.
func TestLookGivesSigns(t *testing.T) {
	r := newTalk()
	const size = 64 << 20
	r.ask(t, intake.Call{Op: intake.Open, Files: []intake.File{{Path: "big.zip", Size: size, Handle: empty(size)}}}, nil)
	r.ask(t, intake.Call{Op: intake.Scan}, intake.ScanArg{})
	if n := len(r.alive); n < size/(4*signEvery) || r.alive[n-1] < size-(1<<20) || r.alive[n-1] > size+(1<<20) {
		t.Errorf("%d signs, the last after %d bytes", n, r.alive[max(0, n-1):])
	}
}
