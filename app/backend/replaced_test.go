package backend

import (
	"testing"

	"rebound/app/wire"
	"rebound/engine/diary"
)

// What a backup replaced comes back whole, as it was: rows, settings, the lines that stood
// and those that were dismissed; in the next session too.
func TestReplaceIsUndone(t *testing.T) {
	for name, dismissed := range map[string]bool{"lines that stand": false, "lines dismissed": true} {
		t.Run(name, func(t *testing.T) {
			var m, n Memory
			other := openPage(t, n.Open())
			other.drop(export()[:20]...)
			_, d := other.ask(wire.OpBackup, nil)

			p := openPage(t, m.Open())
			p.drop(export()[100:160]...)
			p.drop(item("bad.fit", []byte("no such thing")))
			if dismissed {
				p.get(new(wire.FileList), wire.OpDismiss, nil)
			}
			p.get(new(wire.Settings), wire.OpSetting, wire.SettingArg{Key: "age", Value: 41})
			want, lines := p.assess(today), len(p.files().Lines)

			var s wire.State
			p.get(&s, wire.OpRestore, wire.RestoreArg{Mode: "replace"}, item(d.Name, d.Bytes))
			if s.Files != 20 || p.settings().Age != 0 {
				t.Fatalf("replaced: %+v", s)
			}
			p.get(&s, wire.OpRestore, wire.RestoreArg{Mode: "undo"})
			for _, tab := range []*page{p, openPage(t, m.Open())} {
				if s := tab.state(); s.Files != 60 || tab.settings().Age != 41 || tab.assess(today) != want || len(tab.files().Lines) != lines {
					t.Errorf("brought back: %+v, age %v, lines %+v", s, tab.settings().Age, tab.files().Lines)
				}
			}
			if r, _ := p.ask(wire.OpRestore, wire.RestoreArg{Mode: "undo"}); r.Error != errOvertaken {
				t.Errorf("a second time: %v", r.Error)
			}
		})
	}
}

// Once anything has changed since, here or in another tab, nothing is brought back: what
// changed would go with it.
func TestReplaceIsNotUndoneOverAChange(t *testing.T) {
	hr := 51.0
	for name, change := range map[string]func(p, q *page){
		"an entry":  func(p, _ *page) { p.get(new(wire.State), wire.OpTyped, wire.Typed{Date: today, RestingHR: &hr}) },
		"an import": func(p, _ *page) { p.drop(export()[30:40]...) },
		"a setting": func(p, _ *page) { p.get(new(wire.Settings), wire.OpSetting, wire.SettingArg{Key: "age", Value: 36}) },
		"another tab, heard": func(p, q *page) {
			q.get(new(wire.State), wire.OpTyped, wire.Typed{Date: today, RestingHR: &hr})
			reread(p)
		},
		"another tab": func(_, q *page) { q.get(new(wire.State), wire.OpTyped, wire.Typed{Date: today, RestingHR: &hr}) },
	} {
		t.Run(name, func(t *testing.T) {
			var m Memory
			p, q := twoTabs(t, &m)
			p.drop(export()[:20]...)
			_, d := p.ask(wire.OpBackup, nil)
			p.get(new(wire.State), wire.OpRestore, wire.RestoreArg{Mode: "replace"}, item(d.Name, d.Bytes))
			reread(q)
			change(p, q)
			before := openPage(t, m.Open()).state()
			if r, _ := p.ask(wire.OpRestore, wire.RestoreArg{Mode: "undo"}); r.Error != errOvertaken {
				t.Errorf("%v", r.Error)
			}
			if after := openPage(t, m.Open()).state(); after.Files != before.Files || after.Kept != before.Kept {
				t.Errorf("%+v became %+v", before, after)
			}
		})
	}
}

// reread has a tab hear of the others.
func reread(p *page) {
	if err := p.b.own.load(); err != nil {
		p.t.Fatal(err)
	}
}

// Taken back is only what is still the last that was done: another tab's later change,
// heard of or not, is not undone with it.
func TestUndoOverAnotherTab(t *testing.T) {
	one, two := 1, 2
	undo := func(p *page, on int64) *wire.Problem {
		got := make(chan wire.Reply, 1)
		p.b.Handle(wire.Request{ID: 9, Op: wire.OpCheckIn, Args: p.raw(wire.CheckIn{Date: p.b.now(), Off: true}), On: on}, nil, func(r wire.Reply, _ *Download) { got <- r })
		return (<-got).Error
	}
	for name, c := range map[string]struct {
		between func(q *page)
		heard   bool
		want    *wire.Problem
	}{
		"nothing":                 {func(*page) {}, false, nil},
		"the other tab, heard of": {func(q *page) { q.get(new(wire.State), wire.OpCheckIn, wire.CheckIn{Date: q.b.now(), Stress: &two}) }, true, errOvertaken},
		"the other tab, unheard":  {func(q *page) { q.get(new(wire.State), wire.OpCheckIn, wire.CheckIn{Date: q.b.now(), Stress: &two}) }, false, errOvertaken},
	} {
		t.Run(name, func(t *testing.T) {
			var m Memory
			p, q := twoTabs(t, &m)
			var s wire.State
			p.get(&s, wire.OpCheckIn, wire.CheckIn{Date: p.b.now(), Fatigue: &one})
			reread(q)
			c.between(q)
			if c.heard {
				reread(p)
			}
			if got := undo(p, s.Others); got != c.want {
				t.Errorf("%v, not %v", got, c.want)
			}
			var b wire.BodyScreen
			openPage(t, m.Open()).get(&b, wire.OpBody, wire.DateArg{Date: p.b.now()})
			if gone := b.CheckIn == nil; gone != (c.want == nil) {
				t.Errorf("%+v", b.CheckIn)
			}
		})
	}
}

// Entries of a backup that are dated after today are counted before it is restored.
func TestBackupOfTheFuture(t *testing.T) {
	var m, n Memory
	p := openPage(t, m.Open())
	now := p.b.now()
	hr := 51.0
	p.b.mu.Lock()
	p.b.today = now + 40 // a device whose clock is wrong
	p.b.mu.Unlock()
	p.get(new(wire.State), wire.OpTyped, wire.Typed{Date: now + 40, RestingHR: &hr})
	for _, d := range []diary.Date{now - 3, now + 1} { // another time zone is a day ahead
		p.get(new(wire.State), wire.OpTyped, wire.Typed{Date: d, RestingHR: &hr})
	}
	_, d := p.ask(wire.OpBackup, nil)
	var look wire.Preview
	openPage(t, n.Open()).get(&look, wire.OpRestore, wire.RestoreArg{Mode: "preview"}, item(d.Name, d.Bytes))
	if look.Ahead != 1 || look.Entries != 3 {
		t.Errorf("%+v", look)
	}
}
