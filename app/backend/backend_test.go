package backend

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"sync"
	"testing"
	"time"

	"rebound/app/intake"
	"rebound/app/wire"
	"rebound/engine/diary"
	"rebound/engine/sample"
	"rebound/engine/watch/fitfile"
)

// page stands for the page: it asks, and keeps what it is told.
type page struct {
	t *testing.T
	b *Backend

	mu     sync.Mutex
	events []wire.Event
	hear   func(wire.Event) // also called for every event
}

func openPage(t *testing.T, store Store) *page {
	t.Helper()
	p := &page{t: t}
	b, err := New(store, Host{Now: clock, Reader: startLocal, Cores: 4, Emit: p.emit, Version: "1.2.3"})
	if err != nil {
		t.Fatal(err)
	}
	p.b = b
	return p
}

func (p *page) emit(e wire.Event) {
	p.mu.Lock()
	p.events = append(p.events, e)
	hear := p.hear
	p.mu.Unlock()
	if hear != nil {
		hear(e)
	}
}

// changed is how often the page heard that the diary has changed.
func (p *page) changed() (n int) {
	p.mu.Lock()
	defer p.mu.Unlock()
	for _, e := range p.events {
		if e.Event == "changed" {
			n++
		}
	}
	return n
}

// raw is arguments as they travel.
func (p *page) raw(args any) json.RawMessage {
	p.t.Helper()
	raw, err := json.Marshal(args)
	if err != nil {
		p.t.Fatal(err)
	}
	return raw
}

// after does something, and gets the screen of a date as it then is, in one request.
func (p *page) after(to any, screen string, date diary.Date, op string, args any) {
	p.t.Helper()
	var r wire.Reply
	p.b.Handle(wire.Request{ID: 8, Op: op, Args: p.raw(args), Then: []wire.Ask{{Op: screen, Args: p.raw(wire.DateArg{Date: date})}}}, nil,
		func(reply wire.Reply, _ *Download) { r = reply })
	if r.ID != 8 || r.Error != nil || len(r.Then) != 1 || r.Then[0].Op != screen {
		p.t.Fatalf("%s, then %s: %+v", op, screen, r)
	}
	var s wire.State
	if err := json.Unmarshal(r.Data, &s); err != nil || s.Revision != r.Revision {
		p.t.Fatalf("%s: %v, the state is of revision %d, the reply of %d", op, err, s.Revision, r.Revision)
	}
	if err := json.Unmarshal(r.Then[0].Data, to); err != nil {
		p.t.Fatalf("%s, then %s: %v in %s", op, screen, err, r.Then[0].Data)
	}
}

// ask sends one request and waits for its reply.
func (p *page) ask(op string, args any, files ...intake.File) (wire.Reply, *Download) {
	p.t.Helper()
	raw := p.raw(args)
	type answer struct {
		wire.Reply
		d *Download
	}
	got := make(chan answer, 1)
	p.b.Handle(wire.Request{ID: 7, Op: op, Args: raw}, files, func(r wire.Reply, d *Download) { got <- answer{r, d} })
	select {
	case a := <-got:
		if a.ID != 7 {
			p.t.Errorf("%s: the reply has ID %d", op, a.ID)
		}
		return a.Reply, a.d
	case <-time.After(time.Minute):
		p.t.Fatalf("%s: no reply", op)
	}
	return wire.Reply{}, nil
}

// get is ask for what must succeed; the result goes into to.
func (p *page) get(to any, op string, args any, files ...intake.File) {
	p.t.Helper()
	r, _ := p.ask(op, args, files...)
	if r.Error != nil {
		p.t.Fatalf("%s: %v", op, r.Error)
	}
	if err := json.Unmarshal(r.Data, to); err != nil {
		p.t.Fatalf("%s: %v in %s", op, err, r.Data)
	}
}

func (p *page) state() (s wire.State) {
	p.t.Helper()
	p.get(&s, wire.OpHello, wire.Hello{Today: today})
	return
}
func (p *page) files() (l wire.FileList)    { p.t.Helper(); p.get(&l, wire.OpFiles, nil); return }
func (p *page) settings() (s wire.Settings) { p.t.Helper(); p.get(&s, wire.OpSettings, nil); return }
func (p *page) assess(d diary.Date) string {
	p.t.Helper()
	r, _ := p.ask(wire.OpAssess, wire.DateArg{Date: d})
	if r.Error != nil {
		p.t.Fatal(r.Error)
	}
	return string(r.Data)
}

func (p *page) drop(files ...intake.File) (got wire.Progress) {
	p.t.Helper()
	p.get(&got, wire.OpImport, nil, files...)
	if !got.Finished {
		p.t.Errorf("an import that is not finished was answered: %+v", got)
	}
	return got
}

var today = diary.DateOf(2026, time.March, 15)

// clock stands still: what a test enters and asks is of one day, whatever the hour that
// it runs at.
func clock() int64 { return noon.Unix() }

var noon = time.Date(2026, time.November, 27, 12, 0, 0, 0, time.UTC)

func item(path string, data []byte) intake.File {
	return intake.File{Path: path, Size: int64(len(data)), Handle: bytes.NewReader(data)}
}

func bytesOf(t *testing.T, f intake.File) []byte {
	t.Helper()
	b, err := io.ReadAll(io.NewSectionReader(f.Handle.(io.ReaderAt), 0, f.Size))
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// export is the sample runner's FIT files, as a watch would write them.
var export = sync.OnceValue(func() []intake.File {
	var items []intake.File
	for i, f := range sample.Files(today) {
		data, err := fitfile.Encode(f)
		if err != nil {
			panic(err)
		}
		items = append(items, item(fmt.Sprintf("export/%04d.fit", i), data))
	}
	return items
})

func TestImportToVerdict(t *testing.T) {
	var m Memory
	p := openPage(t, m.Open())
	if s := p.state(); !s.Empty || s.Files != 0 {
		t.Errorf("a new store is not empty: %+v", s)
	}
	items := export()
	got := p.drop(items...)
	if got.Added != len(items) || got.Done != got.Total || got.Rejected+got.Partial+got.Dup != 0 {
		t.Errorf("of %d files: %+v", len(items), got)
	}
	var a wire.Assessment
	p.get(&a, wire.OpAssess, wire.DateArg{Date: today})
	if a.Date != today || len(a.Signals) != 3 || a.Headline == "" || a.Action == "unknown" {
		t.Errorf("assessment: %+v", a)
	}
	var tr wire.Trends
	p.get(&tr, wire.OpTrends, wire.TrendsArg{To: today, Days: 42})
	if len(tr.Charts) == 0 || len(tr.Charts[0].Dots) == 0 {
		t.Errorf("trends: %d charts", len(tr.Charts))
	}
	list := p.files()
	if len(list.Lines) != 0 || len(list.Groups) == 0 || list.Total != len(items) || list.Progress == nil {
		t.Errorf("files: %d lines, groups %+v, total %d", len(list.Lines), list.Groups, list.Total)
	}

	// The page heard of the newest days before the rest, and at the end.
	if changed := p.changed(); changed != 2 {
		t.Errorf("%d changed events, want one for the newest 90 days and one at the end", changed)
	}

	// A new worker on the same store says the same.
	want := p.assess(today)
	q := openPage(t, m.Open())
	if got := q.assess(today); got != want {
		t.Errorf("after a restart:\n%s\nwant\n%s", got, want)
	}

	// The same drop again adds nothing.
	if got := q.drop(items...); got.Dup != len(items) || got.Added != 0 {
		t.Errorf("the second time: %+v", got)
	}
}

// The order in which files are dropped must not show in the verdict.
func TestOrderDoesNotMatter(t *testing.T) {
	var m, n Memory
	p, q := openPage(t, m.Open()), openPage(t, n.Open())
	items := export()
	p.drop(items...)
	for i := len(items); i > 0; i -= 40 {
		q.drop(items[max(0, i-40):i]...)
	}
	if p.assess(today) != q.assess(today) {
		t.Error("the same files in another order give another assessment")
	}
}

func TestHalfBroken(t *testing.T) {
	var m Memory
	p := openPage(t, m.Open())
	var items []intake.File
	good := export()[:200]
	for i, it := range good {
		whole := bytesOf(t, it)
		bad := [][]byte{{}, []byte("<gpx></gpx>"), whole[:10], bytes.Repeat([]byte{0xff}, 300)}[i%4]
		items = append(items, it, item(fmt.Sprintf("broken/%d.fit", i), bad))
	}
	got := p.drop(items...)
	if got.Total != 400 || got.Done != 400 || got.Added != 200 || got.Rejected != 200 {
		t.Errorf("%+v", got)
	}
	check := func(p *page, when string) {
		t.Helper()
		seen := map[string]bool{}
		for _, l := range p.files().Lines {
			if l.Result != "rejected" || l.Text == "" || l.Hint == "" || strings.Contains(l.Text+l.Hint, "\n") {
				t.Errorf("%s: %+v", when, l)
			}
			seen[l.Path] = true
		}
		if len(seen) != 200 {
			t.Errorf("%s: %d lines of 200", when, len(seen))
		}
	}
	check(p, "after the import")
	q := openPage(t, m.Open())
	check(q, "in the next session")
	p.drop(items[1], items[3])
	check(p, "after two of them were dropped again")

	var list wire.FileList
	q.get(&list, wire.OpDismiss, nil)
	if len(list.Lines) != 0 {
		t.Errorf("%d lines stay after they were dismissed", len(list.Lines))
	}
	if n := len(openPage(t, m.Open()).files().Lines); n > 2 {
		t.Errorf("%d lines come back in the session after", n)
	}
}

// A damaged file is read as far as it goes, said so, and kept apart.
func TestPartial(t *testing.T) {
	var m Memory
	p := openPage(t, m.Open())
	var run []byte
	for _, it := range export() {
		if it.Size > int64(len(run)) {
			run = bytesOf(t, it)
		}
	}
	got := p.drop(item("cut.fit", run[:len(run)*2/3]))
	if got.Partial != 1 || got.Added != 0 {
		t.Fatalf("%+v", got)
	}
	lines := openPage(t, m.Open()).files().Lines
	if len(lines) != 1 || lines[0].Result != "partial" || lines[0].Path != "cut.fit" || lines[0].Hint == "" {
		t.Errorf("%+v", lines)
	}
}

// failing is a store whose commits fail from a given one on.
type failing struct {
	Store
	left int
}

func (f *failing) Commit(c Change) ([]int64, error) {
	if f.left--; f.left < 0 {
		return nil, ErrFull
	}
	return f.Store.Commit(c)
}

// What was reported as added survives a store that fails in the middle; what
// was not can be dropped again.
func TestStoreFails(t *testing.T) {
	items := export()
	for _, commits := range []int{0, 1} {
		var m Memory
		p := openPage(t, &failing{m.Open(), commits})
		r, _ := p.ask(wire.OpImport, nil, items...)
		if r.Error != ErrFull {
			t.Fatalf("after %d commits: %v", commits, r.Error)
		}
		var last wire.Progress
		for _, e := range p.events {
			if e.Event == "progress" {
				if err := json.Unmarshal(e.Data, &last); err != nil {
					t.Fatal(err)
				}
			}
		}
		q := openPage(t, m.Open())
		if s := q.state(); s.Files != last.Added {
			t.Errorf("after %d commits: %d reported as added, %d there", commits, last.Added, s.Files)
		}
		if commits > 0 && last.Added == 0 {
			t.Errorf("after %d commits nothing was reported as added", commits)
		}
		if got := q.drop(items...); got.Dup != last.Added || got.Added != len(items)-last.Added {
			t.Errorf("dropping the rest again: %+v", got)
		}
	}
}

func TestCancel(t *testing.T) {
	var m Memory
	p := openPage(t, m.Open())
	p.hear = func(e wire.Event) {
		var at wire.Progress
		if e.Event == "progress" && json.Unmarshal(e.Data, &at) == nil && at.Added > 0 && !at.Finished {
			p.b.Handle(wire.Request{Op: wire.OpCancel}, nil, func(wire.Reply, *Download) {})
		}
	}
	items := export()
	got := p.drop(items...)
	if !got.Canceled || got.Added == 0 || got.Added == len(items) {
		t.Errorf("%+v", got)
	}
	if s := openPage(t, m.Open()).state(); s.Files != got.Added || s.Busy {
		t.Errorf("%d were in, %+v is there", got.Added, s)
	}
	p.hear = nil
	if got := p.drop(items...); got.Canceled || got.Added+got.Dup != len(items) {
		t.Errorf("the import after it: %+v", got)
	}
}

// Requests are answered while an import runs.
func TestAnswersDuringImport(t *testing.T) {
	var m Memory
	p := openPage(t, m.Open())
	asked := 0
	p.hear = func(e wire.Event) {
		if e.Event != "progress" || asked > 3 {
			return
		}
		asked++
		p.b.Handle(wire.Request{Op: wire.OpAssess, Args: json.RawMessage(`{"date":"2026-03-15"}`)}, nil, func(r wire.Reply, _ *Download) {
			if r.Error != nil {
				t.Error(r.Error)
			}
		})
	}
	p.drop(export()...)
	if asked < 3 {
		t.Errorf("only %d progress events in a whole import", asked)
	}
}
