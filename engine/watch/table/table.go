// Package table reads tables as vendors and runners write them: CSV and its kin. It
// knows nothing of any vendor; the readers in engine/watch ask it for columns by name
// and for what a cell says.
//
//	t, err := table.Open(f)                     // finds the delimiter and the header, past title lines
//	rest := t.Index("resting_heart_rate_bpm", "ruheherzfrequenz_schlage_pro_minute")
//	for t.Next() {
//		at, ok := t.Time(0)                     // "2025-09-10 23:20:00", "Sep 10, 2025", "9/10/2025 6:04 AM"
//		bpm, worn := t.Positive(rest)           // "51 bpm", "51,5"; not "--", "None", "NaN", 0 or -1
//	}
//
// What it takes as it comes: comma, semicolon, tab or bar between cells; LF, CRLF or
// CR alone at line ends; UTF-8 with or without its mark, UTF-16 with it, Latin-1 by
// the line; quotes, line ends in them, quotes that never close; a trailing comma,
// rows that are shorter or longer than the header; title lines above it; tags of HTML
// in its cells; names that occur twice (the second is name_2). Names are folded by
// [Fold], so that a reader lists one spelling a language.
//
// It streams: a record of at most 256 kB is held, whatever the size of the file. A
// stream that breaks off gives what came before, and [Table.Err] says so.
package table

import (
	"io"
	"strings"

	"rebound/engine/diary"
	"rebound/engine/watch/source"
)

// Table is a table that is being read, at one row.
type Table struct {
	Header
	Order Order // of dates written in numbers; OrderISO until someone knows better: see [Orders]

	records splitter
	rows    int
	cut     bool   // the last row was
	cells   int    // that a row has at the most, or the header before there is one
	text    string // of the row
	row     []span // its cells
}

// Open begins a file. Its error is that of a file with no table in it: io.EOF where
// it is empty.
func Open(f *source.File) (*Table, error) {
	r, err := f.Open()
	if err != nil {
		return nil, err
	}
	return New(r)
}

// OpenDated begins a file whose dates, in the column at, may be written in any order: it
// goes through the whole column first, unless that begins with a date that starts with
// its year. Its error is that of [Open].
func OpenDated(f *source.File, at func(Header) int) (*Table, error) {
	t, err := Open(f)
	if err != nil {
		return nil, err
	}
	var order Orders
	for i := at(t.Header); i >= 0 && t.Next(); {
		cell := t.Cell(i)
		if order.See(cell); order.seen == 1 && startsWithYear(cell) {
			break
		}
	}
	if t, err = Open(f); err == nil {
		t.Order, _ = order.Order()
	}
	return t, err
}

// Named is the place of a column by the first of its names that there is, for OpenDated.
func Named(names ...string) func(Header) int {
	return func(h Header) int { return h.Index(names...) }
}

// New begins a stream; see [Open] for its error.
func New(r io.Reader) (*Table, error) {
	t := &Table{records: splitter{r: decoded(r)}}
	b := t.records.fill(searched)
	if len(b) == 0 {
		if t.records.err == nil {
			return nil, io.EOF
		}
		return nil, t.records.err
	}
	h, above := find(b, t.records.eof)
	t.Header, t.records.comma = h, h.Comma
	for range above {
		t.records.next()
		t.cells = len(t.records.cells)
	}
	return t, nil
}

// Next goes on to the next row that is not blank, and reports whether there is one. A
// last row that was cut off is none: 46 would be read as 4, and past a quote that is not
// closed the commas within cells would part them.
func (t *Table) Next() bool {
	for t.records.next() {
		n := len(t.records.cells)
		if t.records.open && (t.records.err != nil || n < t.cells || t.records.torn) {
			t.cut = true
			break
		}
		if t.rows++; t.rows == 1 || n > t.cells {
			t.cells = n
		}
		t.text, t.row = utf8Of(t.records.text, t.records.cells)
		for i := range t.row {
			if t.Cell(i) != "" {
				return true
			}
		}
	}
	t.text, t.row = "", nil
	return false
}

// Cut reports, at the end, whether the last row was cut off: it has no line end, and fewer
// cells than others.
func (t *Table) Cut() bool { return t.cut }

// Err says why the rows stopped before the end of the file; nil where they did not.
func (t *Table) Err() error { return t.records.err }

// Len is the number of the row's cells.
func (t *Table) Len() int { return len(t.row) }

// Cell is the row's cell at a place, without blanks around it; "" where the row has
// none, as for place -1.
func (t *Table) Cell(i int) string {
	if i < 0 || i >= len(t.row) {
		return ""
	}
	s := strings.TrimSpace(t.text[t.row[i].from:t.row[i].to])
	if strings.HasPrefix(s, `="`) { // a spreadsheet's way to keep a text a text
		s = strings.Trim(s[1:], `"`)
	}
	return s
}

// Number is the number in a cell: see [Number]. What it is not sure of, a single comma
// before three digits, is read by how the table's cells are parted.
func (t *Table) Number(i int) (v float64, ok bool) { return Number(t.Cell(i), t.decimal()) }

// Positive is the number in a cell where it is above 0, and else 0: what a vendor writes for "not
// measured" besides is 0, -1 and -2.
func (t *Table) Positive(i int) (v float64, ok bool) {
	if v, ok = t.Number(i); !ok || v <= 0 {
		return 0, false
	}
	return v, true
}

// Pulse is the heart rate in a cell, bpm; 0 for what is none.
func (t *Table) Pulse(i int) uint8 {
	v, _ := t.Positive(i)
	return source.Pulse(v)
}

func (t *Table) decimal() byte {
	if t.Comma == ',' {
		return 0
	}
	return ','
}

// Minutes is the span of time in a cell where it is above 0, and else 0: see [Minutes].
func (t *Table) Minutes(i int, bare Unit) (v float64, ok bool) {
	if v, ok = Minutes(t.Cell(i), bare, t.decimal()); !ok || v <= 0 {
		return 0, false
	}
	return v, true
}

// Time is the date, and the time of day where there is one, in a cell: see [Parse].
func (t *Table) Time(i int) (Moment, bool) { return Parse(t.Cell(i), t.Order) }

// Date is the date in a cell.
func (t *Table) Date(i int) (diary.Date, bool) {
	m, ok := t.Time(i)
	return m.Date, ok && m.HasYear
}
