package table

import (
	"bytes"
	"fmt"
	"slices"
	"strings"

	"rebound/engine/watch/source"
)

// Header is the line that names a table's columns.
type Header struct {
	Comma byte     // what parts its cells: , ; tab or |
	Names []string // folded, and no two alike
	Cells []string // as they are written
	None  bool     // there is no such line: the names are column_1, column_2 ...
}

// HeaderOf is the header of a file that begins so; without Names where it is no table.
func HeaderOf(h source.Head) Header {
	if len(h.Text) == 0 || h.JSON() || h.Text[0] == '<' && !tagged(h.Text) {
		return Header{}
	}
	return h.Once(func() any {
		header, _ := find(h.Text, len(h.Bytes) < source.HeadSize)
		return header
	}).(Header)
}

// Headed is the [source.Format.Is] of a table that has all of these columns.
func Headed(names ...string) func(source.Head) bool {
	return func(h source.Head) bool { return HeaderOf(h).Has(names...) }
}

// tagged reports whether a text that begins with a tag goes on in a cell: <b>Date</b>,
// not <gpx version="1,1">.
func tagged(b []byte) bool {
	cell := b[:max(0, bytes.IndexAny(b, marks+"\r\n"))]
	return closes(string(cell)) && Fold(string(cell)) != ""
}

// Index is the place of the first of these names that there is; -1 for none.
func (h Header) Index(names ...string) int {
	for _, n := range names {
		if i := slices.Index(h.Names, n); i >= 0 {
			return i
		}
	}
	return -1
}

// Has reports whether all of these names are there.
func (h Header) Has(names ...string) bool {
	for _, n := range names {
		if !slices.Contains(h.Names, n) {
			return false
		}
	}
	return true
}

// Key is a number that the same header has in any file, whatever the order of files and
// rows.
func (h Header) Key() uint64 { return source.Key(string(h.Comma) + strings.Join(h.Names, ",")) }

const (
	topLines = 24 // among which the header is
	marks    = ";\t,|"
)

// find is the header of the text that b begins with, and how many records lie above the
// first row, itself among them. all: b is the whole of it.
func find(b []byte, all bool) (h Header, above int) {
	var best [][]string
	score, wide := 0, 0
	for _, comma := range []byte(marks) {
		top := records(b, comma, all)
		mode, agree := shape(top)
		if mode < 2 {
			continue
		}
		if agree > score || agree == score && mode > wide {
			best, score, wide, h.Comma = top, agree, mode, comma
		}
	}
	if best == nil {
		return Header{Comma: ','}, 0
	}
	most := 0
	for _, r := range best {
		most = max(most, width(r))
	}
	for i, r := range best {
		if width(r) >= max(2, most/2+1) && names(r) {
			h.Cells, h.Names = r, folded(r)
			return h, i + 1
		}
	}
	h.None = true
	for i := range most {
		h.Cells = append(h.Cells, "")
		h.Names = append(h.Names, fmt.Sprintf("column_%d", i+1))
	}
	return h, 0
}

// records are the first that b parts into by a mark.
func records(b []byte, comma byte, all bool) (out [][]string) {
	s := splitter{r: strings.NewReader(""), comma: comma, buf: b, eof: true}
	for len(out) < topLines {
		if !s.next() || s.pos == len(b) && !all && len(out) > 0 { // the last may be cut
			break
		}
		text, cells := utf8Of(s.text, s.cells)
		row := make([]string, len(cells))
		for i, c := range cells {
			row[i] = strings.TrimSpace(text[c.from:c.to])
		}
		out = append(out, row)
	}
	return out
}

// shape is the number of cells that most records have, of two as frequent the larger,
// and how many have it.
func shape(top [][]string) (mode, agree int) {
	count := map[int]int{}
	for _, r := range top {
		if w := len(r); w > 1 || r[0] != "" {
			count[w]++
		}
	}
	for w, n := range count {
		if n > agree || n == agree && w > mode {
			mode, agree = w, n
		}
	}
	return mode, agree
}

// width is the number of cells up to the last that holds something.
func width(r []string) int {
	n := len(r)
	for n > 0 && r[n-1] == "" {
		n--
	}
	return n
}

// names reports whether a record can be a header: words, no numbers or dates.
func names(r []string) bool {
	for _, cell := range r {
		if _, ok := exact(cell, 0); ok {
			return false
		}
		if m, ok := Parse(cell, OrderISO); ok && m.HasYear {
			return false
		}
	}
	return true
}

// folded is a header's names; what occurs again gets its number.
func folded(cells []string) []string {
	out := make([]string, len(cells))
	seen := make(map[string]int, len(cells))
	for i, c := range cells {
		name := Fold(c)
		for seen[name] > 0 && name != "" {
			seen[name]++
			name = fmt.Sprintf("%s_%d", name, seen[name])
		}
		seen[name] = 1
		out[i] = name
	}
	return out
}

// FirstCell is the first cell of a table's second line, which in some tables is an id.
func FirstCell(h source.Head) string {
	row := bytes.TrimLeft(h.Text[max(0, bytes.IndexAny(h.Text, "\r\n")):], "\r\n")
	if i := bytes.IndexAny(row, ",;\t\r\n"); i >= 0 {
		row = row[:i]
	}
	return strings.Trim(string(row), `" `)
}
