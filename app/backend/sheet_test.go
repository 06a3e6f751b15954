package backend

import (
	"bytes"
	"encoding/csv"
	"strings"
	"testing"

	"rebound/app/wire"
)

// The diary goes out as tables: a row a day, a session, and what intervals.icu takes.
func TestSheets(t *testing.T) {
	p := openPage(t, new(Memory).Open())
	p.drop(export()...)
	p.state()
	for what, c := range map[string]struct{ name, head string }{
		"days":     {"rebound-days-", "date,hrv_ms,"},
		"sessions": {"rebound-runs-", "date,start,sport,"},
		"wellness": {"intervals-icu-wellness-", "date,restingHR,hrv,"},
	} {
		r, d := p.ask(wire.OpSheet, wire.SheetArg{What: what})
		if r.Error != nil || d == nil {
			t.Fatalf("%s: %+v", what, r.Error)
		}
		rows, err := csv.NewReader(bytes.NewReader(d.Bytes)).ReadAll()
		if err != nil || len(rows) < 50 || !strings.HasPrefix(string(d.Bytes), c.head) {
			t.Errorf("%s: %d rows, %v: %.80q", what, len(rows), err, d.Bytes)
		}
		if !strings.HasPrefix(d.Name, c.name) || !strings.HasSuffix(d.Name, ".csv") || strings.Contains(d.Name, " ") {
			t.Errorf("%s is called %q", what, d.Name)
		}
	}
	if r, d := p.ask(wire.OpSheet, wire.SheetArg{What: "all"}); !readable(r.Error) || d != nil {
		t.Errorf("a table that is none: %+v", r.Error)
	}
}
