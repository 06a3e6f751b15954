package backend

import (
	"encoding/json"
	"sync"
	"testing"
	"time"

	"rebound/app/wire"
	"rebound/engine/sample"
)

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
