package worker

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"sync"
	"testing"
	"time"

	"rebound/app/wire"
	"rebound/engine/diary"
	"rebound/engine/sample"
	"rebound/engine/watch"
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
	b, err := New(store, Host{Pause: func() {}, Emit: p.emit})
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

// ask sends one request and waits for its reply.
func (p *page) ask(op string, args any, items ...watch.Item) (wire.Reply, *Download) {
	p.t.Helper()
	raw, err := json.Marshal(args)
	if err != nil {
		p.t.Fatal(err)
	}
	type answer struct {
		wire.Reply
		d *Download
	}
	got := make(chan answer, 1)
	p.b.Handle(wire.Request{ID: 7, Op: op, Args: raw}, items, func(r wire.Reply, d *Download) { got <- answer{r, d} })
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
func (p *page) get(to any, op string, args any, items ...watch.Item) {
	p.t.Helper()
	r, _ := p.ask(op, args, items...)
	if r.Error != "" {
		p.t.Fatalf("%s: %s", op, r.Error)
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
	if r.Error != "" {
		p.t.Fatal(r.Error)
	}
	return string(r.Data)
}

func (p *page) drop(items ...watch.Item) (got wire.Progress) {
	p.t.Helper()
	p.get(&got, wire.OpImport, nil, items...)
	if !got.Finished {
		p.t.Errorf("an import that is not finished was answered: %+v", got)
	}
	return got
}

var today = diary.DateOf(2026, time.March, 15)

func item(path string, data []byte) watch.Item {
	return watch.Item{Path: path, Blob: bytes.NewReader(data)}
}

// export is the sample runner's FIT files, as a watch would write them.
var export = sync.OnceValue(func() []watch.Item {
	var items []watch.Item
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
	changed := 0
	for _, e := range p.events {
		if e.Event == "changed" {
			changed++
		}
	}
	if changed != 2 {
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
	var items []watch.Item
	good := export()[:200]
	for i, it := range good {
		whole := make([]byte, it.Blob.Size())
		if _, err := it.Blob.ReadAt(whole, 0); err != nil {
			t.Fatal(err)
		}
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
		if it.Blob.Size() > int64(len(run)) {
			run = make([]byte, it.Blob.Size())
			if _, err := it.Blob.ReadAt(run, 0); err != nil {
				t.Fatal(err)
			}
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
	for _, commits := range []int{0, 1, 3} {
		var m Memory
		p := openPage(t, &failing{m.Open(), commits})
		r, _ := p.ask(wire.OpImport, nil, items...)
		if r.Error != ErrFull.Error() {
			t.Fatalf("after %d commits: %q", commits, r.Error)
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
			if r.Error != "" {
				t.Error(r.Error)
			}
		})
	}
	p.drop(export()...)
	if asked < 3 {
		t.Errorf("only %d progress events in a whole import", asked)
	}
}

func TestTyped(t *testing.T) {
	var m Memory
	p := openPage(t, m.Open())
	num := func(v float64) *float64 { return &v }
	var s wire.State
	for d := today - 40; d <= today; d++ {
		p.get(&s, wire.OpTyped, wire.Typed{Date: d, RestingHR: num(50), HRVms: num(60), SleepMin: num(450)})
	}
	if s.Empty || s.Files != 0 || s.Last != today {
		t.Errorf("%+v", s)
	}
	var a wire.Assessment
	p.get(&a, wire.OpAssess, wire.DateArg{Date: today})
	for _, sig := range a.Signals {
		if sig.State != "in_range" || sig.Source != diary.TypedSource {
			t.Errorf("%s: %s from %q", sig.Kind, sig.State, sig.Source)
		}
	}

	// The later of two entries counts, also when both come in one second, and
	// zero takes a value back.
	for _, v := range []float64{51, 53, 52} {
		p.get(&s, wire.OpTyped, wire.Typed{Date: today, RestingHR: num(v)})
	}
	p.get(&s, wire.OpTyped, wire.Typed{Date: today, HRVms: num(0)})
	a = wire.Assessment{}
	p.get(&a, wire.OpAssess, wire.DateArg{Date: today})
	if a.Signals[1].Today != "52 bpm" || a.Signals[0].Today != "" {
		t.Errorf("today: %q, %q", a.Signals[1].Today, a.Signals[0].Today)
	}
	want := p.assess(today)
	for _, bad := range []wire.Typed{
		{Date: today, RestingHR: num(5)}, {Date: today, HRVms: num(-1)}, {Date: today, SleepMin: num(60)},
		{Date: today + 4000, RestingHR: num(50)}, {Date: -10, RestingHR: num(50)},
	} {
		if r, _ := p.ask(wire.OpTyped, bad); r.Error == "" || strings.Contains(r.Error, "\n") {
			t.Errorf("%v was accepted: %q", bad, r.Error)
		}
	}
	if got := openPage(t, m.Open()).assess(today); got != want {
		t.Error("the next session says something else, or a refused value was kept")
	}
}

func TestSettings(t *testing.T) {
	var m Memory
	p := openPage(t, m.Open())
	p.drop(export()...)
	var s wire.Settings
	before := p.assess(today)
	for _, a := range []wire.SettingArg{
		{Key: "units", Text: "mi"}, {Key: "theme", Text: "dark"}, {Key: "sex", Text: "female"},
		{Key: "max_hr", Value: 191}, {Key: "age", Value: 36}, {Key: "gate_k", Value: 2},
	} {
		p.get(&s, wire.OpSetting, a)
	}
	for _, a := range []wire.SettingArg{
		{Key: "units", Text: "ells"}, {Key: "max_hr", Value: 20}, {Key: "gate_k", Value: 99}, {Key: "nonsense"},
	} {
		if r, _ := p.ask(wire.OpSetting, a); r.Error == "" {
			t.Errorf("%+v was accepted", a)
		}
	}
	for _, p := range []*page{p, openPage(t, m.Open())} {
		s = p.settings()
		if s.Units != "mi" || s.Theme != "dark" || s.Sex != "female" || s.MaxHR != 191 || s.Age != 36 || s.Bytes == 0 {
			t.Errorf("%+v", s)
		}
		for _, r := range s.Rules {
			if want := map[bool]float64{true: 2, false: r.Default}[r.Key == "gate_k"]; r.Value != want {
				t.Errorf("%s is %g, want %g", r.Key, r.Value, want)
			}
		}
		if p.assess(today) == before {
			t.Error("a wider gate changes nothing in the assessment")
		}
	}
	p.get(&s, wire.OpSetting, wire.SettingArg{Reset: true})
	for _, r := range s.Rules {
		if r.Value != r.Default {
			t.Errorf("%s is %g after a reset", r.Key, r.Value)
		}
	}
	if s.MaxHR != 191 || s.Units != "mi" {
		t.Errorf("the reset of the rules took the runner's own: %+v", s)
	}
}

func TestSampleTouchesNothing(t *testing.T) {
	var m Memory
	p := openPage(t, m.Open())
	p.drop(export()[:50]...)
	own, before := p.assess(today), fmt.Sprint(m.rows, m.values)
	var s wire.State
	p.get(&s, wire.OpSample, wire.SampleArg{On: true})
	if !s.Sample || s.Empty {
		t.Fatalf("%+v", s)
	}
	hr := 48.0
	p.get(&s, wire.OpTyped, wire.Typed{Date: today, RestingHR: &hr})
	var set wire.Settings
	p.get(&set, wire.OpSetting, wire.SettingArg{Key: "gate_k", Value: 1})
	var list wire.FileList
	p.get(&list, wire.OpDismiss, nil)
	for _, op := range []string{wire.OpErase, wire.OpBackup} {
		if r, _ := p.ask(op, nil); r.Error != errSample.Error() {
			t.Errorf("%s within the sample: %q", op, r.Error)
		}
	}
	if after := fmt.Sprint(m.rows, m.values); after != before {
		t.Error("the sample runner wrote to the runner's own store")
	}
	p.get(&s, wire.OpSample, wire.SampleArg{On: false})
	if s.Sample || p.assess(today) != own {
		t.Error("the runner's own diary is not back")
	}

	// Files dropped while the sample is shown are the runner's own.
	p.get(&s, wire.OpSample, wire.SampleArg{On: true})
	p.drop(export()[50:60]...)
	if s := p.state(); s.Sample || s.Files != 60 {
		t.Errorf("after a drop on the sample: %+v", s)
	}
}

func TestEraseAndRestore(t *testing.T) {
	var m Memory
	p := openPage(t, m.Open())
	p.drop(export()...)
	var s wire.State
	var set wire.Settings
	hr := 51.0
	p.get(&s, wire.OpTyped, wire.Typed{Date: today, RestingHR: &hr})
	p.get(&set, wire.OpSetting, wire.SettingArg{Key: "units", Text: "mi"})
	p.get(&set, wire.OpSetting, wire.SettingArg{Key: "gate_k", Value: 0.6})
	want := p.assess(today)
	files := p.state().Files
	r, d := p.ask(wire.OpBackup, nil)
	if r.Error != "" || d == nil || !strings.HasSuffix(d.Name, ".zip") {
		t.Fatalf("backup: %q, %v", r.Error, d)
	}

	p.get(&s, wire.OpErase, nil)
	if !s.Empty || s.Units != "km" || len(p.files().Lines) != 0 || len(m.rows) != 0 {
		t.Errorf("after erasing: %+v", s)
	}
	if s := openPage(t, m.Open()).state(); !s.Empty {
		t.Errorf("the next session has %+v", s)
	}

	var look wire.Preview
	p.get(&look, wire.OpRestore, wire.RestoreArg{Mode: "preview"}, item(d.Name, d.Bytes))
	if look.Files != files || look.New != files || look.Last != today || !look.Settings {
		t.Errorf("preview: %+v", look)
	}
	if !p.state().Empty {
		t.Error("a preview restored something")
	}
	p.get(&s, wire.OpRestore, wire.RestoreArg{Mode: "replace"}) // the file that was looked into
	for _, p := range []*page{p, openPage(t, m.Open())} {
		if got := p.assess(today); got != want {
			t.Errorf("restored:\n%s\nwant\n%s", got, want)
		}
	}

	// Dropped among the watch's files it is not taken apart.
	if got := p.drop(item("Downloads/"+d.Name, d.Bytes)); got.Total != 1 || got.Rejected != 1 {
		t.Errorf("a backup dropped as an export: %+v", got)
	}
	if l := p.files().Lines; len(l) != 1 || l[0].Kind != "backup" || l[0].Hint == "" {
		t.Errorf("%+v", l)
	}

	// Merging into a diary that has part of it gives the same, and keeps settings.
	var n Memory
	q := openPage(t, n.Open())
	q.drop(export()[100:200]...)
	q.get(&s, wire.OpRestore, wire.RestoreArg{Mode: "merge"}, item(d.Name, d.Bytes))
	if s.Files != files || s.Units != "km" {
		t.Errorf("merged: %+v", s)
	}
	for _, bad := range [][]byte{nil, []byte("no zip"), d.Bytes[:len(d.Bytes)/2]} {
		if r, _ := q.ask(wire.OpRestore, wire.RestoreArg{Mode: "replace"}, item("x.zip", bad)); r.Error == "" {
			t.Error("a broken backup was restored")
		}
	}
	if q.state().Files != files {
		t.Error("a broken backup took something away")
	}
}

// Two tabs on one store: each sees what the other adds, and a file that both
// add counts once.
func TestTwoTabs(t *testing.T) {
	var m Memory
	p, q := openPage(t, m.Open()), openPage(t, m.Open())
	heard := make(chan wire.State, 100)
	q.hear = func(e wire.Event) {
		var s wire.State
		if e.Event == "changed" && json.Unmarshal(e.Data, &s) == nil {
			heard <- s
		}
	}
	p.drop(export()[:100]...)
	select {
	case s := <-heard:
		if s.Files != 100 {
			t.Errorf("the other tab sees %+v", s)
		}
	case <-time.After(10 * time.Second):
		t.Fatal("the other tab heard nothing")
	}
	if p.assess(today) != q.assess(today) {
		t.Error("two tabs, two verdicts")
	}
	q.hear = nil
	var wait sync.WaitGroup
	for _, tab := range []*page{p, q} {
		wait.Go(func() { tab.drop(export()[100:200]...) })
	}
	wait.Wait()
	if s := openPage(t, m.Open()).state(); s.Files != 200 {
		t.Errorf("after both added the same: %+v", s)
	}
}

// Many small rows become few, and nothing changes by it.
func TestSmallRowsAreMerged(t *testing.T) {
	var m Memory
	p := openPage(t, m.Open())
	p.drop(export()[:30]...)
	p.drop(item("no.fit", []byte("no")))
	p.get(new(wire.FileList), wire.OpDismiss, nil)
	p.drop(item("neither.fit", []byte("neither")))
	v := 450.0
	for d := today - 60; d <= today; d++ {
		p.get(new(wire.State), wire.OpTyped, wire.Typed{Date: d, SleepMin: &v})
	}
	want, rows := p.assess(today), len(m.rows)
	q := openPage(t, m.Open())
	if len(m.rows) >= manySmall || len(m.rows) >= rows {
		t.Errorf("%d rows of %d stay", len(m.rows), rows)
	}
	for _, q := range []*page{q, openPage(t, m.Open())} {
		if q.assess(today) != want {
			t.Error("merging rows changed the assessment")
		}
		if lines := q.files().Lines; len(lines) != 1 || lines[0].Path != "neither.fit" {
			t.Errorf("lines after merging: %+v", lines)
		}
	}
}

// A damaged row costs that row and says so; a row of a later version is left
// alone.
func TestStrangeRows(t *testing.T) {
	var m Memory
	p := openPage(t, m.Open())
	p.drop(export()[:20]...)
	if _, err := m.Open().Commit(Change{Add: [][]byte{[]byte("\x05\x01noise")}}); err != nil {
		t.Fatal(err)
	}
	q := openPage(t, m.Open())
	if s := q.state(); s.Files != 20 {
		t.Errorf("%+v", s)
	}
	if lines := q.files().Lines; len(lines) != 1 || lines[0] != damagedRow {
		t.Errorf("%+v", lines)
	}
	if _, err := m.Open().Commit(Change{Add: [][]byte{{1, 0xfe}}}); err != nil {
		t.Fatal(err)
	}
	if _, err := New(m.Open(), Host{}); !errors.Is(err, ErrNewer) {
		t.Errorf("a later version: %v", err)
	}
}

func TestUnknownRequests(t *testing.T) {
	var m Memory
	p := openPage(t, m.Open())
	for op, args := range map[string]any{"dance": nil, wire.OpAssess: "today", wire.OpTyped: []int{1}, wire.OpRestore: wire.RestoreArg{Mode: "merge"}} {
		if r, _ := p.ask(op, args); r.Error == "" || strings.Contains(r.Error, "\n") {
			t.Errorf("%s %v: %q", op, args, r.Error)
		}
	}
}

// A panic ends one request, not the backend.
func TestPanicIsAnswered(t *testing.T) {
	var m Memory
	p := openPage(t, m.Open())
	p.b.host.Persisted = func() bool { panic("the browser broke") }
	if r, _ := p.ask(wire.OpSettings, nil); r.Error != errInside.Error() {
		t.Errorf("%q", r.Error)
	}
	p.b.host.Pause = func() { panic("the event loop broke") }
	if r, _ := p.ask(wire.OpImport, nil, slowItem{item("slow.fit", []byte("slow")).Blob}.item()); r.Error != errInside.Error() {
		t.Errorf("import: %q", r.Error)
	}
	if s := p.state(); s.Busy {
		t.Error("the import that broke still counts as running")
	}
}

// slowItem is long enough to open that the importer pauses.
type slowItem struct{ watch.Blob }

func (s slowItem) item() watch.Item { return watch.Item{Path: "slow.fit", Blob: s} }

func (s slowItem) ReadAt(p []byte, off int64) (int, error) {
	time.Sleep(2 * yieldEvery)
	return s.Blob.ReadAt(p, off)
}
