package backend

import (
	"fmt"
	"testing"

	"rebound/app/wire"
)

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
}

// A diary in which a later version has written is not shown and not changed, and stays
// as it is; it can be saved, as far as this version reads it, replaced and erased.
func TestLaterDiary(t *testing.T) {
	later := func() *Memory {
		m := new(Memory)
		p := openPage(t, m.Open())
		p.drop(export()[:20]...)
		p.get(new(wire.Settings), wire.OpSetting, wire.SettingArg{Key: "units", Text: "mi"})
		if _, err := m.Open().Commit(Change{Add: []NewRow{{Data: []byte{1, 0xfe}}}}); err != nil {
			t.Fatal(err)
		}
		return m
	}
	m := later()
	before := fmt.Sprint(m.rows, m.values)
	p := openPage(t, m.Open())
	for op, args := range map[string]any{
		wire.OpHello: wire.Hello{Today: today}, wire.OpAssess: wire.DateArg{Date: today}, wire.OpFiles: nil, wire.OpSettings: nil, wire.OpSetting: wire.SettingArg{Key: "units", Text: "km"},
		wire.OpCheckIn: wire.CheckIn{Date: today, Fatigue: ptr(1)}, wire.OpDismiss: nil, wire.OpPlanMake: wire.PlanMake{},
	} {
		if r, _ := p.ask(op, args); r.Error == nil || r.Error.Code != ErrNewer.Code {
			t.Errorf("%s: %+v", op, r.Error)
		}
	}
	if r, _ := p.ask(wire.OpImport, nil, export()[:30]...); r.Error == nil || r.Error.Code != ErrNewer.Code {
		t.Errorf("import: %+v", r.Error)
	}
	r, saved := p.ask(wire.OpBackup, nil)
	if r.Error == nil || r.Error.Code != errPartly.Code || saved == nil {
		t.Fatalf("no backup: %+v", r.Error)
	}
	zip := item("rebound.zip", saved.Bytes)
	if r, _ := p.ask(wire.OpRestore, wire.RestoreArg{Mode: "merge"}, zip); r.Error == nil || r.Error.Code != ErrNewer.Code {
		t.Errorf("merged: %+v", r.Error)
	}
	if after := fmt.Sprint(m.rows, m.values); after != before {
		t.Error("the store of the later version was changed")
	}

	var preview wire.Preview
	p.get(&preview, wire.OpRestore, wire.RestoreArg{Mode: "preview"}, zip)
	if preview.Files != 20 {
		t.Errorf("%+v", preview)
	}
	p.get(new(wire.State), wire.OpRestore, wire.RestoreArg{Mode: "replace"})
	for _, p := range []*page{p, openPage(t, m.Open())} {
		if p.state().Files != 20 || p.settings().Units != "mi" {
			t.Errorf("restored: %+v", p.state())
		}
	}
	m = later()
	p = openPage(t, m.Open())
	p.get(new(wire.State), wire.OpErase, nil)
	if s := p.state(); !s.Empty {
		t.Errorf("erased: %+v", s)
	}
	p.drop(export()[:5]...)
}

// A store that no version of this one's structure reads is the same to the runner.
func TestLaterStore(t *testing.T) {
	var m Memory
	openPage(t, m.Open()).drop(export()[:20]...)
	p := openPage(t, &later{Store: m.Open(), is: true})
	if r, _ := p.ask(wire.OpHello, wire.Hello{Today: today}); r.Error == nil || r.Error.Code != ErrNewer.Code {
		t.Errorf("%+v", r.Error)
	}
	var saved *Download
	if _, saved = p.ask(wire.OpBackup, nil); saved == nil {
		t.Fatal("no backup")
	}
	p.get(new(wire.State), wire.OpRestore, wire.RestoreArg{Mode: "replace"}, item("rebound.zip", saved.Bytes))
	if s := p.state(); s.Files != 20 {
		t.Errorf("%+v", s)
	}
}

// later is a store of a later version until it is emptied.
type later struct {
	Store
	is bool
}

func (s *later) Open() (Contents, error) {
	all, err := s.Store.Open()
	all.Newer = s.is
	return all, err
}

func (s *later) Commit(c Change) ([]int64, error) {
	if s.is = s.is && !c.Clear; s.is {
		return nil, ErrNewer
	}
	return s.Store.Commit(c)
}
