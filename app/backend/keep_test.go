package backend

import (
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"rebound/app/wire"
	"rebound/engine/diary"
	"rebound/engine/sample"
)

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
		if r, _ := p.ask(wire.OpTyped, bad); !readable(r.Error) {
			t.Errorf("%v was accepted: %v", bad, r.Error)
		}
	}
	if got := openPage(t, m.Open()).assess(today); got != want {
		t.Error("the next session says something else, or a refused value was kept")
	}
}

// A cut that was declined is out of force, is a reason afterwards, and comes back
// when that is undone; what is above it on the ladder cannot be declined.
func TestDecide(t *testing.T) {
	var m Memory
	p := openPage(t, m.Open())
	var s wire.State
	p.get(&s, wire.OpSample, wire.SampleArg{On: true})
	day := s.Last // the sample runner's days end with the clock's
	action := func() (action string, kept bool) {
		var a wire.Assessment
		p.get(&a, wire.OpAssess, wire.DateArg{Date: day})
		for _, r := range a.Reasons {
			kept = kept || r.Code == "cut_week_declined"
		}
		return a.Action, kept
	}
	if got, kept := action(); got != "cut_week" || kept {
		t.Fatalf("the sample runner: %s, declined %v", got, kept)
	}
	p.get(new(wire.State), wire.OpDecide, wire.Decide{Date: day, Action: "cut_week"})
	if got, kept := action(); got == "cut_week" || !kept {
		t.Errorf("declined: %s, said so %v", got, kept)
	}
	p.get(new(wire.State), wire.OpDecide, wire.Decide{Date: day, Action: "cut_week", Accepted: true})
	if got, kept := action(); got != "cut_week" || kept {
		t.Errorf("taken back: %s, declined %v", got, kept)
	}
	for _, bad := range []wire.Decide{{Date: day, Action: "return_to_run"}, {Date: day, Action: "stop"}, {Date: day + 4000, Action: "cut_week"}} {
		if r, _ := p.ask(wire.OpDecide, bad); !readable(r.Error) {
			t.Errorf("%+v was taken", bad)
		}
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
		if r, _ := p.ask(wire.OpSetting, a); !readable(r.Error) {
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

// Settings that cannot be read are said to be lost, and left as they are until the
// runner sets something.
func TestDamagedSettings(t *testing.T) {
	var m Memory
	p := openPage(t, m.Open())
	p.drop(export()[:10]...)
	for _, text := range []string{`{"units":"mi`, "[]", "\x00"} {
		m.values[valueSettings] = []byte(text)
		for range 2 { // sessions
			p = openPage(t, m.Open())
			p.drop(export()[:10]...)
			if l := p.files(); len(l.Lines) == 0 || l.Lines[0] != damagedSettings || l.Total != 10 {
				t.Fatalf("%q: %+v", text, l)
			}
		}
		if got := string(m.values[valueSettings]); got != text {
			t.Errorf("%q was written over by %q", text, got)
		}
		p.get(new(wire.Settings), wire.OpSetting, wire.SettingArg{Key: "units", Text: "mi"})
		for _, p := range []*page{p, openPage(t, m.Open())} {
			if slices.Contains(p.files().Lines, damagedSettings) || p.settings().Units != "mi" {
				t.Errorf("%q: the line stands, though they were set", text)
			}
		}
	}
	m.values[valueSettings] = []byte(`{"units":"mi","from_the_future":3}`) // another version's
	if p := openPage(t, m.Open()); len(p.files().Lines) != 0 || p.settings().Units != "mi" {
		t.Errorf("%+v", p.files().Lines)
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
		if r, _ := p.ask(op, nil); r.Error != errSample {
			t.Errorf("%s within the sample: %v", op, r.Error)
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
	if r.Error != nil || d == nil || !strings.HasSuffix(d.Name, ".zip") {
		t.Fatalf("backup: %v, %v", r.Error, d)
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
	if look.Files != files || look.New != files || look.Told != 1 || look.Last != today || !look.Settings {
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
		if r, _ := q.ask(wire.OpRestore, wire.RestoreArg{Mode: "replace"}, item("x.zip", bad)); !readable(r.Error) {
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
	if _, err := m.Open().Commit(Change{Add: []NewRow{{Data: []byte("\x05\x01noise")}}}); err != nil {
		t.Fatal(err)
	}
	q := openPage(t, m.Open())
	if s := q.state(); s.Files != 20 {
		t.Errorf("%+v", s)
	}
	if lines := q.files().Lines; len(lines) != 1 || lines[0] != damagedRow {
		t.Errorf("%+v", lines)
	}
	if _, err := m.Open().Commit(Change{Add: []NewRow{{Data: []byte{1, 0xfe}}}}); err != nil {
		t.Fatal(err)
	}
	if _, err := New(m.Open(), Host{}); !errors.Is(err, ErrNewer) {
		t.Errorf("a later version: %v", err)
	}
}

// A row that is damaged behind its brief is found when it is backed up: the backup
// says that it is incomplete, and the same files come in again.
func TestBackupOfDamagedRow(t *testing.T) {
	var m Memory
	p := openPage(t, m.Open())
	for i := range 3 {
		p.drop(export()[10*i : 10*i+10]...)
	}
	p.get(new(wire.FileList), wire.OpDismiss, nil) // of what is not damaged yet
	row := m.rows[1].data
	row[len(row)/2] ^= 1
	q := openPage(t, m.Open())
	if s := q.state(); s.Files != 30 || len(q.files().Lines) != 0 {
		t.Fatalf("the briefs are not trusted: %+v", s)
	}
	for range 2 { // as long as the line stands
		r, d := q.ask(wire.OpBackup, nil)
		if !readable(r.Error) || r.Error.Code != "incomplete" || d == nil {
			t.Fatalf("%v, a file: %v", r.Error, d != nil)
		}
		var look wire.Preview
		q.get(&look, wire.OpRestore, wire.RestoreArg{Mode: "preview"}, item(d.Name, d.Bytes))
		if look.Files != 20 {
			t.Errorf("preview: %+v", look)
		}
		if l := q.files(); l.Total != 20 || len(l.Lines) != 1 || l.Lines[0] != damagedRow {
			t.Errorf("%+v", l)
		}
	}
	if got := q.drop(export()[:30]...); got.Added != 10 || got.Dup != 20 {
		t.Errorf("added again: %+v", got)
	}
	q.get(new(wire.FileList), wire.OpDismiss, nil)
	q = openPage(t, m.Open())
	r, d := q.ask(wire.OpBackup, nil)
	if r.Error != nil || d == nil {
		t.Fatalf("once it is whole: %v", r.Error)
	}
	var look wire.Preview
	if q.get(&look, wire.OpRestore, wire.RestoreArg{Mode: "preview"}, item(d.Name, d.Bytes)); look.Files != 30 {
		t.Errorf("preview: %+v", look)
	}
}

// merging is a store whose rows another tab merges right after it was opened.
type merging struct {
	Store
	merge func()
}

func (m *merging) Open() (Contents, error) {
	all, err := m.Store.Open()
	if m.merge != nil {
		m.merge()
		m.merge = nil
	}
	return all, err
}

// Two tabs that open the diary of an earlier version at once: the rows that one
// merges are not damaged to the other, and what it writes is heard.
func TestTabsOpenAtOnce(t *testing.T) {
	var m Memory
	files := sample.Files(today)[:manySmall]
	first := m.Open()
	for i := range files {
		row := batchOf(files[i : i+1]).row()
		if _, err := first.Commit(Change{Add: []NewRow{{Data: row}}}); err != nil {
			t.Fatal(err)
		}
	}
	heard := make(chan bool, 1)
	b, err := New(&merging{Store: m.Open(), merge: func() {
		k, err := openBook(first, nil)
		if err != nil {
			t.Fatal(err)
		}
		if err := k.dismiss(); err != nil {
			t.Fatal(err)
		}
	}}, Host{Emit: func(wire.Event) {
		select {
		case heard <- true:
		default:
		}
	}})
	if err != nil {
		t.Fatal(err)
	}
	if s, l := b.state(), b.fileList().Lines; s.Files != len(files) || len(l) > 0 {
		t.Errorf("%d of %d files, lines %+v", s.Files, len(files), l)
	}
	select {
	case <-heard:
	case <-time.After(10 * time.Second):
		t.Error("what the other tab wrote meanwhile was not heard")
	}
}
