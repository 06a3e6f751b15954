package backend

import (
	"fmt"
	"strings"
	"testing"

	"rebound/app/wire"
)

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
	if look.Files != files || look.New != files || look.Entries != 1 || look.Last != today || !look.Settings {
		t.Errorf("preview: %+v", look)
	}
	if !p.state().Empty {
		t.Error("a preview restored something")
	}
	if look.Nights < 100 || look.Runs < 50 || look.Here.Files != 0 || look.Here.First <= look.Here.Last || look.App != "1.2.3" {
		t.Errorf("preview: %+v", look)
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
	var both wire.Preview
	q.get(&both, wire.OpRestore, wire.RestoreArg{Mode: "preview"}, item(d.Name, d.Bytes))
	if both.Here.Files != 100 || both.New != files-100 || both.Holds != look.Holds || both.Here.Nights == 0 || both.Here.Last >= both.Last {
		t.Errorf("preview beside a diary: %+v", both)
	}
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

// Two diaries that share some, each edited on its own, are the same diary whichever is
// merged into the other, and merging again changes nothing.
func TestMergeInEitherOrder(t *testing.T) {
	var a, b Memory
	p, q := openPage(t, a.Open()), openPage(t, b.Open())
	p.drop(export()[:400]...)
	q.drop(export()[250:]...)
	var s wire.State
	hr, more := 51.0, 53.0
	p.get(&s, wire.OpTyped, wire.Typed{Date: today, RestingHR: &hr})
	q.get(&s, wire.OpTyped, wire.Typed{Date: today, RestingHR: &more})
	p.get(&s, wire.OpNiggle, wire.NiggleSaid{Date: today, Site: "calf", Side: "left", Severity: 2})
	q.get(&s, wire.OpNiggle, wire.NiggleSaid{Date: today, Site: "calf", Side: "left", Severity: 1})
	q.get(&s, wire.OpNiggle, wire.NiggleSaid{Date: today, Site: "knee", Side: "left", Severity: 1})
	_, ofA := p.ask(wire.OpBackup, nil)
	_, ofB := q.ask(wire.OpBackup, nil)
	merged := func(p *page, with ...*Download) (string, wire.Preview) {
		for _, d := range with {
			p.get(&s, wire.OpRestore, wire.RestoreArg{Mode: "merge"}, item(d.Name, d.Bytes))
		}
		var look wire.Preview
		p.get(&look, wire.OpRestore, wire.RestoreArg{Mode: "preview"}, item(with[0].Name, with[0].Bytes))
		return p.assess(today) + p.assess(today-60), look
	}
	var empty Memory
	want, look := merged(p, ofB)
	if look.New != 0 || look.Here.Entries != 5 || look.Here.Files != s.Files {
		t.Errorf("%+v", look)
	}
	for name, got := range map[string]func() (string, wire.Preview){
		"the other way":     func() (string, wire.Preview) { return merged(q, ofA) },
		"twice":             func() (string, wire.Preview) { return merged(p, ofB, ofA, ofB) },
		"both into neither": func() (string, wire.Preview) { return merged(openPage(t, empty.Open()), ofB, ofA) },
	} {
		if is, here := got(); is != want || here.Here != look.Here {
			t.Errorf("merged %s: %+v, not %+v\n%s\n%s", name, here.Here, look.Here, is, want)
		}
	}
}
