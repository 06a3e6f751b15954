package backend

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"rebound/app/intake"
	"rebound/app/wire"
	"rebound/engine/diary"
)

// zipOf is a zip of files.
func zipOf(t *testing.T, files ...intake.File) intake.File {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, f := range files {
		w, err := z.Create(f.Path)
		if err == nil {
			_, err = w.Write(bytesOf(t, f))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return item("export.zip", b.Bytes())
}

// once is true the first time that f is.
func once(f func(op string, n int) bool) func(op string, n int) bool {
	var done atomic.Bool
	return func(op string, n int) bool { return f(op, n) && done.CompareAndSwap(false, true) }
}

// A reader that dies costs the file that it was reading, by name, and nothing
// else, wherever it dies; what was reported as added is there.
func TestReaderDies(t *testing.T) {
	files := export()[:300]
	packed := zipOf(t, files[200:]...)
	drop := append(files[:200:200], packed)
	for name, c := range map[string]struct {
		die      func(op string, n int) bool
		rejected int
	}{
		"in the first file read":    {once(func(op string, n int) bool { return op == intake.Read && n == 0 }), 1},
		"in the middle of reading":  {once(func(op string, n int) bool { return op == intake.Read && n == 77 }), 1},
		"while it looks into files": {once(func(op string, n int) bool { return op == intake.Scan && n == 123 }), 1},
		"while it looks into a zip": {once(func(op string, n int) bool { return op == intake.Scan && n == 200 }), 1},
		"as it starts":              {once(func(op string, n int) bool { return op == intake.Open }), 0},
	} {
		t.Run(name, func(t *testing.T) {
			var m Memory
			p := openPage(t, m.Open())
			p.b.host.Reader = func() (Reader, error) { return startDoomed(c.die) }
			got := p.drop(drop...)
			lost := c.rejected
			if name == "while it looks into a zip" {
				lost = 100
			}
			if got.Added != len(files)-lost || got.Rejected != c.rejected || got.Done != got.Total {
				t.Errorf("%+v", got)
			}
			lines := p.files().Lines
			if len(lines) != c.rejected {
				t.Fatalf("%+v", lines)
			}
			for _, l := range lines {
				if l.Result != "rejected" || l.Path == "" || l.Text != deadly.Text || l.Hint == "" {
					t.Errorf("%+v", l)
				}
			}
			if s := openPage(t, m.Open()).state(); s.Files != got.Added {
				t.Errorf("%d files are there, %d were reported as added", s.Files, got.Added)
			}
		})
	}
}

// A file that every reader dies of is left out, and the rest is read.
func TestDeadlyFile(t *testing.T) {
	var m Memory
	p := openPage(t, m.Open())
	files := export()[:60]
	p.b.host.Reader = func() (Reader, error) {
		return startDoomed(func(op string, n int) bool { return op == intake.Scan && n == 7 })
	}
	if got := p.drop(files...); got.Added != 59 || got.Rejected != 1 {
		t.Errorf("%+v", got)
	}
	if l := p.files().Lines; len(l) != 1 || l[0].Path != files[7].Path {
		t.Errorf("%+v", l)
	}
}

// Where no reader lives long enough to say what it does, the import ends with one
// line.
func TestNoReaderLives(t *testing.T) {
	for _, start := range []func() (Reader, error){
		func() (Reader, error) { return nil, errReading },
		func() (Reader, error) {
			r, err := startLocal()
			r.Stop()
			return r, err
		},
	} {
		var m Memory
		p := openPage(t, m.Open())
		p.b.host.Reader = start
		if r, _ := p.ask(wire.OpImport, nil, export()[:10]...); r.Error == nil || *r.Error != *errReading {
			t.Errorf("import: %v", r.Error)
		}
		if r, _ := p.ask(wire.OpBackup, nil); r.Error == nil || *r.Error != *errReading {
			t.Errorf("backup: %v", r.Error)
		}
		if s := p.state(); s.Busy || s.Files != 0 {
			t.Errorf("%+v", s)
		}
	}
}

// silent is a reader that hangs in a file.
type silent struct {
	*local
	stopped bool
}

func (s *silent) At() (int, time.Duration) { return 3, patience + time.Second }
func (s *silent) Stop()                    { s.stopped = true; s.local.Stop() }

// A reader that says nothing for a minute counts as dead, and is stopped.
func TestSilentReader(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		l, err := startLocal()
		if err != nil {
			t.Fatal(err)
		}
		r := &silent{local: l.(*local)}
		gone := newCancel(nil)
		gone.end()
		if _, err := next(gone.done, r); !errors.Is(err, errCanceled) || r.stopped {
			t.Errorf("after Cancel: %v, stopped %v", err, r.stopped)
		}
		began := time.Now()
		if _, err := next(nil, r); !errors.Is(err, errDied) || !r.stopped {
			t.Errorf("%v, stopped %v", err, r.stopped)
		}
		if d := time.Since(began); d < patience || d > patience+late {
			t.Errorf("it was stopped after %v", d)
		}
	})
}

// asleep is a reader on a machine that sleeps for an hour when first looked at, and
// wakes to work on for half a minute.
type asleep struct {
	silent
	sleep func()
}

func (a *asleep) At() (int, time.Duration) { a.sleep(); return a.silent.At() }

// A machine that was asleep does not make its readers silent.
func TestSleep(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		l, err := startLocal()
		if err != nil {
			t.Fatal(err)
		}
		defer l.Stop()
		r := &asleep{silent{local: l.(*local)}, sync.OnceFunc(func() { time.Sleep(time.Hour) })}
		time.AfterFunc(time.Hour+patience/2, func() { r.answers <- intake.Answer{Last: true} })
		if a, err := next(nil, r); err != nil || !a.Last {
			t.Errorf("%+v, %v", a, err)
		}
	})
}

// The same bytes under several names count once, whichever readers read them.
func TestSameBytesTwice(t *testing.T) {
	var m Memory
	p := openPage(t, m.Open())
	var files []intake.File
	for i := range 3 {
		for _, f := range export()[:300] {
			f.Path = fmt.Sprint(i, "/", f.Path)
			files = append(files, f)
		}
	}
	if got := p.drop(files...); got.Added != 300 || got.Dup != 600 {
		t.Errorf("%+v", got)
	}
	if s := openPage(t, m.Open()).state(); s.Files != 300 {
		t.Errorf("%+v", s)
	}
}

// counting is a reader that is counted while it runs.
type counting struct {
	Reader
	stop func()
}

func (c counting) Stop() { c.stop(); c.Reader.Stop() }

// An import that the store ends leaves no reader behind, whatever it was about.
func TestNoReaderIsLeft(t *testing.T) {
	for name, drop := range map[string][]intake.File{
		"refused": {item("notes.txt", []byte("no watch wrote this"))},
		"read":    export()[:300],
	} {
		p := openPage(t, new(Memory).Open())
		p.b.own.store = broken{p.b.own.store}
		var running atomic.Int32
		p.b.host.Reader = func() (Reader, error) {
			r, err := startLocal()
			running.Add(1)
			return counting{r, sync.OnceFunc(func() { running.Add(-1) })}, err
		}
		if r, _ := p.ask(wire.OpImport, nil, drop...); r.Error == nil {
			t.Errorf("%s: the store took it", name)
		}
		for end := time.Now().Add(10 * time.Second); running.Load() > 0; time.Sleep(time.Millisecond) {
			if time.Now().After(end) {
				t.Fatalf("%s: %d readers still run", name, running.Load())
			}
		}
	}
}

// A reader that cannot be had, or replaced, ends no import while others live; its
// files are read when they are done.
func TestFewReaders(t *testing.T) {
	var m Memory
	p := openPage(t, m.Open())
	var started, running atomic.Int32
	died := make(chan struct{})
	die := sync.OnceFunc(func() { close(died) })
	p.b.host.Reader = func() (Reader, error) {
		n := started.Add(1)
		if n > 2 && running.Load() > 0 {
			return nil, errReading // no memory left
		}
		running.Add(1)
		r, err := startDoomed(func(op string, _ int) bool {
			switch {
			case op == intake.Read && n == 1:
				<-died
			case op == intake.Read && n == 2:
				die()
				return true
			}
			return false
		})
		return counting{r, sync.OnceFunc(func() { running.Add(-1) })}, err
	}
	if got := p.drop(export()...); got.Added != len(export())-1 || got.Rejected != 1 {
		t.Errorf("%+v", got)
	}
	if running.Load() != 0 || started.Load() < 3 {
		t.Errorf("%d readers were started, %d still run", started.Load(), running.Load())
	}
}

// What comes while a batch is committed is committed together, but the newest days
// by themselves, and an error alone and last.
func TestTogether(t *testing.T) {
	first, rest := &order{first: true}, &order{}
	results := make(chan result, 20)
	for _, o := range []*order{first, first, rest} {
		results <- result{order: o}
	}
	for range mostTogether + 1 {
		results <- result{order: rest}
	}
	results <- result{err: errReading}
	close(results)
	var sizes []int
	for some := range together(results) {
		sizes = append(sizes, len(some))
		for _, r := range some {
			if r.err != nil && len(some) > 1 || r.err == nil && r.first != some[0].first {
				t.Errorf("%d results were put together that do not belong so", len(some))
			}
		}
	}
	if want := []int{2, mostTogether, 2, 1}; !slices.Equal(sizes, want) {
		t.Errorf("put together by %d, want %d", sizes, want)
	}
}

// A verdict on the newest days comes before the rest, unless that is one batch,
// which is there sooner.
func TestFirstVerdict(t *testing.T) {
	all := export()
	for rest, want := range map[int]int{len(all): 2, 500: 1} {
		p := openPage(t, new(Memory).Open())
		p.drop(all[len(all)-rest:]...)
		if changed := p.changed(); changed != want {
			t.Errorf("the newest %d files: %d changed events, want %d", rest, changed, want)
		}
	}
}

// The files of Apple's export say no day before they are read: the verdict comes with
// the long one, which has the nights, and the routes after it.
func TestVerdictWithLongFile(t *testing.T) {
	var xml strings.Builder
	xml.WriteString(`<?xml version="1.0" encoding="UTF-8"?>` + "\n" + `<HealthData locale="en_GB">` + "\n")
	record := func(kind string, value int, d diary.Date) {
		fmt.Fprintf(&xml, ` <Record type="HKQuantityTypeIdentifier%s" sourceName="Watch" unit="count/min" creationDate="%[2]v 09:00:00 +0100" startDate="%[2]v 08:00:00 +0100" endDate="%[2]v 08:00:00 +0100" value="%[3]d"/>`+"\n", kind, d, value)
	}
	record("RestingHeartRate", 51, today)
	for xml.Len() < longFile {
		record("StepCount", 12, today)
	}
	xml.WriteString("</HealthData>\n")
	files := []intake.File{item("apple_health_export/export.xml", []byte(xml.String()))}
	for i := range 5 * orderFiles {
		files = append(files, item(fmt.Sprintf("apple_health_export/workout-routes/%d.gpx", i), fmt.Appendf(nil,
			`<gpx version="1.1"><trk><name>Route %d</name><trkseg><trkpt lon="2.35" lat="48.85"><time>2026-03-01T07:%02d:%02dZ</time></trkpt></trkseg></trk></gpx>`, i, i/60%60, i%60)))
	}
	p := openPage(t, new(Memory).Open())
	p.b.host.Cores = 1 // one reader: the long file is the first that is read
	if got := p.drop(files...); got.Done != len(files) {
		t.Errorf("%+v", got)
	}
	if changed := p.changed(); changed != 2 {
		t.Errorf("%d changed events, want one with the long file and one at the end", changed)
	}
}
