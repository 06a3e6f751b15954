package backend

import (
	"rebound/app/sheet"
	"rebound/app/wire"
)

// sheets are the tables that the diary goes out as, by what they are asked as, and how
// the names of their files begin.
var sheets = map[string]struct {
	name  string
	write func([]sheet.Day) []byte
}{
	"days":     {"rebound-days-", sheet.DaysCSV},
	"sessions": {"rebound-runs-", sheet.SessionsCSV},
	"wellness": {"intervals-icu-wellness-", sheet.WellnessCSV},
}

// sheet is the diary that is shown as a table.
func (b *Backend) sheet(a wire.SheetArg) (*Download, error) {
	s, ok := sheets[a.What]
	if !ok {
		return nil, &wire.Problem{Code: "page", Text: "There is no such table.", Hint: "Reload the page."}
	}
	today := b.now()
	k := b.shown()
	k.mu.Lock()
	defer k.mu.Unlock()
	return &Download{Name: s.name + today.String() + ".csv", Bytes: s.write(sheet.Days(k.assessor()))}, nil
}
