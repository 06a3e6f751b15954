package backend

import (
	"encoding/json"
	"math"
	"slices"
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
	}}, Host{Now: clock, Emit: func(wire.Event) {
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

// deaf is a store that does not hear of other tabs' changes: as in the moment before
// the word arrives.
type deaf struct{ Store }

func (deaf) Notify(func()) {}

// twoTabs are two pages over one store, neither of which hears of the other.
func twoTabs(t *testing.T, m *Memory) (p, q *page) {
	t.Helper()
	return openPage(t, deaf{m.Open()}), openPage(t, deaf{m.Open()})
}

// Two tabs that change two things at once change both: what the one did is never undone
// by the other, which had not heard of it.
func TestTwoTabsEditAtOnce(t *testing.T) {
	t.Run("settings", func(t *testing.T) {
		var m Memory
		p, q := twoTabs(t, &m)
		var s wire.Settings
		p.get(&s, wire.OpSetting, wire.SettingArg{Key: "max_hr", Value: 191})
		q.get(&s, wire.OpSetting, wire.SettingArg{Key: "age", Value: 36})
		p.get(&s, wire.OpSetting, wire.SettingArg{Key: "units", Text: "mi"})
		if s := openPage(t, m.Open()).settings(); s.MaxHR != 191 || s.Age != 36 || s.Units != "mi" {
			t.Errorf("%+v", s)
		}
	})
	t.Run("check-in", func(t *testing.T) {
		var m Memory
		p, q := twoTabs(t, &m)
		now := p.b.now()
		one, two, three, drained := 1, 2, 3, map[string]int{"drained": 2}
		var s wire.State
		p.get(&s, wire.OpCheckIn, wire.CheckIn{Date: now, Fatigue: &one, Soreness: &one, Tags: []string{"heat"}})
		q.get(&s, wire.OpCheckIn, wire.CheckIn{Date: now, Stress: &two, Signs: drained, Tags: []string{"travel"}})
		p.get(&s, wire.OpCheckIn, wire.CheckIn{Date: now, Fatigue: &three, Soreness: &one, Tags: []string{"heat"}})
		var b wire.BodyScreen
		openPage(t, m.Open()).get(&b, wire.OpBody, wire.DateArg{Date: now})
		c := b.CheckIn
		if c == nil || *c.Fatigue != 3 || *c.Soreness != 1 || c.Stress == nil || *c.Stress != 2 || c.Signs["drained"] != 2 || !slices.Equal(slices.Sorted(slices.Values(c.Tags)), []string{"heat", "travel"}) {
			t.Errorf("%+v", c)
		}
	})
	t.Run("plan", func(t *testing.T) {
		p, m, now := coached(t)
		p.plan(wire.OpPlanMake, half(now))
		q, r := twoTabs(t, m)
		week := q.planOn(now).Made.Sessions[0].Date + 7
		q.plan(wire.OpPlanMove, wire.PlanMove{From: week, To: week + 1})
		r.plan(wire.OpPlanMove, wire.PlanMove{From: week + 7, To: week + 8})
		if moved := openPage(t, m.Open()).planOn(now).Made.Changes; len(moved) != 2 {
			t.Errorf("of two moves there are %+v", moved)
		}
		// What an undo takes back has to be seen first: q knows of one move alone.
		reply, _ := q.ask(wire.OpPlanUndo, nil)
		if reply.Error == nil || reply.Error.Code != ErrStale.Code {
			t.Errorf("the other tab's move was taken back unseen: %+v", reply.Error)
		}
	})
	t.Run("strap", func(t *testing.T) { // what one removes and brings back is the same to the other
		var m Memory
		p, q := twoTabs(t, &m)
		now := p.b.now()
		said := wire.StrapSaid{Date: now}
		for i := range 130 {
			said.RR = append(said.RR, math.Round(1000+40*math.Sin(float64(i)*1.3)))
		}
		measured := func(p *page) *wire.Strap {
			var a wire.Assessment
			p.get(&a, wire.OpAssess, wire.DateArg{Date: now})
			return a.Morning.Strap
		}
		var s wire.State
		p.get(&s, wire.OpStrap, said)
		was := measured(p)
		p.get(&s, wire.OpStrap, wire.StrapSaid{Date: now, At: was.At, Off: true})
		reread(q)
		p.get(&s, wire.OpStrap, wire.StrapSaid{Date: now, At: was.At})
		reread(q)
		for i, tab := range []*page{p, q, openPage(t, m.Open())} {
			if is := measured(tab); is == nil || is.HRV != was.HRV || is.RestingHR != was.RestingHR || is.Beats != was.Beats || is.At <= was.At {
				t.Errorf("tab %d: %+v came back as %+v", i, was, is)
			}
		}
	})
	t.Run("plan, after files", func(t *testing.T) { // which came without a look at what the other had done
		p, m, now := coached(t)
		p.plan(wire.OpPlanMake, half(now))
		q, r := twoTabs(t, m)
		week := q.planOn(now).Made.Sessions[0].Date + 7
		q.plan(wire.OpPlanMove, wire.PlanMove{From: week, To: week + 1})
		r.drop(export()[:20]...)
		r.plan(wire.OpPlanMove, wire.PlanMove{From: week + 7, To: week + 8})
		if moved := openPage(t, m.Open()).planOn(now).Made.Changes; len(moved) != 2 {
			t.Errorf("of two moves there are %+v", moved)
		}
		r.drop(export()[20:40]...) // and once that is seen
		r.plan(wire.OpPlanMove, wire.PlanMove{From: week + 14, To: week + 15})
		if moved := openPage(t, m.Open()).planOn(now).Made.Changes; len(moved) != 3 {
			t.Errorf("of three moves there are %+v", moved)
		}
	})
}

// A diary that another tab erases while files are added is empty afterwards, and the
// import does not say that they were.
func TestErasedDuringImport(t *testing.T) {
	var m Memory
	p, q := twoTabs(t, &m)
	p.hear = func(e wire.Event) {
		var progress wire.Progress
		if e.Event != "progress" || json.Unmarshal(e.Data, &progress) != nil || progress.Added < 100 || progress.Finished {
			return
		}
		p.mu.Lock()
		p.hear = nil
		p.mu.Unlock()
		q.get(new(wire.State), wire.OpErase, nil)
	}
	reply, _ := p.ask(wire.OpImport, nil, export()...)
	if reply.Error == nil || reply.Error.Code != errEmptied.Code {
		t.Fatalf("%+v %s", reply.Error, reply.Data)
	}
	var told wire.Progress
	if err := json.Unmarshal(p.last("progress"), &told); err != nil || told.Added != 0 || !told.Finished {
		t.Errorf("%+v, %v", told, err)
	}
	for _, tab := range []*page{p, openPage(t, m.Open())} {
		if s := tab.state(); s.Files != 0 {
			t.Errorf("%d files are there", s.Files)
		}
	}
}

// last is the data of the newest event of a name.
func (p *page) last(event string) json.RawMessage {
	p.mu.Lock()
	defer p.mu.Unlock()
	for _, e := range slices.Backward(p.events) {
		if e.Event == event {
			return e.Data
		}
	}
	return nil
}
