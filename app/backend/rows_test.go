package backend

import (
	"errors"
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
	if _, err := m.Open().Commit(Change{Add: []NewRow{{Data: []byte{1, 0xfe}}}}); err != nil {
		t.Fatal(err)
	}
	if _, err := New(m.Open(), Host{}); !errors.Is(err, ErrNewer) {
		t.Errorf("a later version: %v", err)
	}
}
