package backend

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"rebound/app/wire"
)

// ownTable is a table that does not say which HRV it has, nor which comes first, the
// day or the month.
func ownTable(n int) []byte {
	var b strings.Builder
	b.WriteString("Day,HRV,Resting heart rate,Comment\n")
	for i := range n {
		fmt.Fprintf(&b, "%02d/03/2026,%d,%d,fine\n", i+1, 50+i, 45+i)
	}
	return []byte(b.String())
}

// explained waits until what was explained is read.
func (p *page) explained(id int, m wire.Mapping) wire.FileList {
	p.t.Helper()
	var l wire.FileList
	p.get(&l, wire.OpTable, wire.TableArg{ID: id, Mapping: m})
	for end := time.Now().Add(10 * time.Second); p.state().Busy; time.Sleep(5 * time.Millisecond) {
		if time.Now().After(end) {
			p.t.Fatal("what was explained is not read")
		}
	}
	return p.files()
}

// A table that is not certain is asked about; the answer is read, remembered by its
// header, and can be forgotten. Its line goes once it is answered, and not before.
func TestOwnTable(t *testing.T) {
	var m Memory
	p := openPage(t, m.Open())
	if got := p.drop(item("mornings.csv", ownTable(9)), item("again/mornings 2.csv", ownTable(12))); got.Rejected != 2 || got.Added != 0 {
		t.Fatalf("%+v", got)
	}
	l := p.files()
	if len(l.Tables) != 2 || len(l.Lines) != 2 || l.Lines[0].Result != "rejected" || l.Lines[0].Key != l.Tables[0].Key {
		t.Fatalf("%+v", l)
	}
	table := l.Tables[0]
	if len(table.Header) != 4 || len(table.Rows) != 5 || table.Guess.Columns[0].Means != "date" || len(table.Doubts) == 0 {
		t.Fatalf("%+v", table)
	}
	say := wire.Mapping{Order: "dmy", Columns: []wire.Column{{Means: "date"}, {Means: "rmssd"}, {Means: "resting_hr"}, {}}}
	var trial wire.Trial
	p.get(&trial, wire.OpTableTry, wire.TableArg{ID: table.ID, Mapping: say})
	if trial.Days != 9 || trial.Count["rmssd"] != 9 || trial.First.String() != "2026-03-01" || len(trial.Rows) != 5 || trial.Rows[4].RestingHR != 53 {
		t.Errorf("%+v", trial)
	}
	for name, bad := range map[string]wire.TableArg{
		"no date":      {ID: table.ID, Mapping: wire.Mapping{Columns: []wire.Column{{}, {Means: "rmssd"}}}},
		"no such unit": {ID: table.ID, Mapping: wire.Mapping{Columns: []wire.Column{{Means: "date"}, {Means: "asleep", Unit: "weeks"}}}},
		"nobody's":     {ID: 99, Mapping: say},
	} {
		for _, op := range []string{wire.OpTableTry, wire.OpTable} {
			if r, _ := p.ask(op, bad); !readable(r.Error) {
				t.Errorf("%s, %s: %+v", op, name, r.Error)
			}
		}
	}
	if l = p.files(); len(l.Tables) != 2 {
		t.Fatalf("a refused answer took a table: %+v", l.Tables)
	}
	if l = p.explained(table.ID, say); len(l.Tables) != 0 || len(l.Lines) == 0 || strings.Contains(fmt.Sprint(l.Lines), "needs_mapping") || l.Total != 2 {
		t.Errorf("%+v", l)
	}
	for _, p := range []*page{p, openPage(t, m.Open())} {
		known := p.settings().Tables
		if len(known) != 1 || known[0].Text != "mornings.csv: date, HRV (RMSSD) and resting HR" {
			t.Fatalf("%+v", known)
		}
		for _, l := range p.files().Lines {
			if l.Result == "rejected" {
				t.Errorf("its line stands: %+v", l)
			}
		}
	}
	if got := p.drop(item("next.csv", ownTable(13))); got.Added != 1 {
		t.Errorf("the next of that kind: %+v, %+v", got, p.files())
	}
	var s wire.Settings
	if p.get(&s, wire.OpTableDrop, wire.KnownArg{Key: table.Key}); len(s.Tables) != 0 {
		t.Errorf("%+v", s.Tables)
	}
	if got := p.drop(item("after.csv", ownTable(14))); got.Rejected != 1 || len(p.files().Tables) != 1 {
		t.Errorf("after it was forgotten: %+v", got)
	}
}

// A table may be left out, for good; what waits is gone with the diary, and is not the
// sample runner's.
func TestTableLeftOut(t *testing.T) {
	p := openPage(t, new(Memory).Open())
	p.drop(item("mornings.csv", ownTable(9)))
	l := p.explained(p.files().Tables[0].ID, wire.Mapping{Columns: make([]wire.Column, 4)})
	if len(l.Tables) != 0 || len(l.Lines) != 0 || l.Total != 0 {
		t.Errorf("%+v", l)
	}
	if known := p.settings().Tables; len(known) != 1 || known[0].Text != "mornings.csv: left out" {
		t.Errorf("%+v", known)
	}
	if got := p.drop(item("next.csv", ownTable(10))); got.Rejected != 0 {
		t.Errorf("%+v", got)
	}
	p.get(new(wire.Settings), wire.OpTableDrop, wire.KnownArg{Key: p.settings().Tables[0].Key})
	p.drop(item("third.csv", ownTable(11)))
	p.get(new(wire.State), wire.OpErase, nil)
	if l := p.files(); len(l.Tables) != 0 {
		t.Errorf("after Erase: %+v", l.Tables)
	}
}
