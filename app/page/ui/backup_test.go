package ui

import (
	"testing"

	"rebound/app/wire"
)

// A reminder comes after thirty days without a backup or a copy, where there is something
// newer than it, and not while it was put off.
func TestBackupDue(t *testing.T) {
	const today = 20_000
	for name, c := range map[string]struct {
		b    Backups
		s    wire.State
		want bool
	}{
		"never, since 30 days":         {Backups{From: today - 30}, wire.State{Last: today}, true},
		"never, since 29 days":         {Backups{From: today - 29}, wire.State{Last: today}, false},
		"30 days ago":                  {Backups{From: today - 300, Last: today - 30}, wire.State{Last: today - 29}, true},
		"29 days ago":                  {Backups{From: today - 300, Last: today - 29}, wire.State{Last: today}, false},
		"nothing newer":                {Backups{From: today - 300, Last: today - 30}, wire.State{Last: today - 30}, false},
		"a copy since":                 {Backups{From: today - 300, Last: today - 60, Copied: today - 2}, wire.State{Last: today}, false},
		"copies stopped":               {Backups{From: today - 300, Copied: today - 31}, wire.State{Last: today}, true},
		"put off":                      {Backups{From: today - 3, Last: today - 60}, wire.State{Last: today}, false},
		"nothing in the diary":         {Backups{From: today - 300}, wire.State{Empty: true}, false},
		"the sample":                   {Backups{From: today - 300}, wire.State{Last: today, Sample: true}, false},
		"a browser that keeps nothing": {Backups{}, wire.State{Last: today}, false},
	} {
		p := &Page{Today: today, State: &c.s, Backups: c.b}
		if got := p.BackupDue(); got != c.want || (p.BackupLine() != nil) != c.want {
			t.Errorf("%s: %v", name, got)
		}
	}
	s := wire.State{Last: today}
	if p := (&Page{Today: today, State: &s, Backups: Backups{Last: today, Fault: "gone"}}); p.BackupDue() || p.BackupLine() == nil {
		t.Error("copies that stopped are not said")
	}
	if (&Page{Today: today, Backups: Backups{From: 1}}).BackupDue() {
		t.Error("before there is an answer")
	}
}
