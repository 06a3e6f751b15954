package sqlite

import (
	"encoding/binary"
	"errors"
	"iter"
	"math"
	"strings"
)

// Made is a table that [Make] writes: its columns as CREATE TABLE says them, and its
// rows, each with a value a column: nil, int64, float64, string or []byte.
type Made struct {
	Name    string
	Columns []string // "row_id INTEGER PRIMARY KEY", ...: of such a one the value is nil, for it numbers the rows
	Rows    iter.Seq[[]any]
}

// ErrTooLong is for a row, or a schema, that does not fit into one page.
var ErrTooLong = errors.New("sqlite: a row is longer than a page")

// Make is a database of UTF-8 text with these tables, for tests and for the exports
// of the sample runner. The rows are numbered from 1.
func Make(pageSize int, tables []Made) ([]byte, error) {
	m := maker{size: pageSize, out: make([]byte, pageSize)}
	var schema [][]byte
	for i, t := range tables {
		root, err := m.table(t)
		if err != nil {
			return nil, err
		}
		sql := "CREATE TABLE " + t.Name + "(" + strings.Join(t.Columns, ",") + ")"
		schema = append(schema, cell(int64(i+1), []any{"table", t.Name, t.Name, int64(root), sql}))
	}
	if !m.put(m.out[:pageSize], 100, leafPage, 0, schema) {
		return nil, ErrTooLong
	}
	m.header(len(tables))
	return m.out, nil
}

// maker has the pages so far.
type maker struct {
	size int
	out  []byte
}

// header writes what the first page says of all (file format, 1.3).
func (m *maker) header(tables int) {
	h := m.out[:100]
	copy(h, Magic)
	binary.BigEndian.PutUint16(h[16:], uint16(max(m.size&0xFFFF, 1))) // 1 is 65536
	h[18], h[19], h[21], h[22], h[23] = 1, 1, 64, 32, 32
	for at, v := range map[int]int{24: 1, 28: len(m.out) / m.size, 40: tables, 44: 4, 56: 1, 92: 1, 96: 3040001} {
		binary.BigEndian.PutUint32(h[at:], uint32(v))
	}
}

// table writes the leaves of a table and the inner pages above them, and gives the
// number of the root.
func (m *maker) table(t Made) (root int, err error) {
	var below []child
	var cells [][]byte
	used, id := 0, int64(0)
	flush := func() bool {
		n := m.page()
		below = append(below, child{n, id})
		ok := m.put(m.out[(n-1)*m.size:n*m.size], 0, leafPage, 0, cells)
		cells, used = cells[:0], 0
		return ok
	}
	for row := range t.Rows {
		c := cell(id+1, row)
		if used += len(c) + 2; used > m.size-8 && len(cells) > 0 {
			flush()
			used = len(c) + 2
		}
		if len(c) > m.size-35 {
			return 0, ErrTooLong
		}
		cells = append(cells, c)
		id++
	}
	if len(cells) > 0 || len(below) == 0 {
		flush()
	}
	for len(below) > 1 {
		below = m.level(below)
	}
	return below[0].page, nil
}

// child is a page and the number of the last row in it.
type child struct {
	page int
	last int64
}

// level writes the inner pages above some, and gives them.
func (m *maker) level(below []child) (above []child) {
	most := (m.size - 12) / (4 + 9 + 2)
	for len(below) > 0 {
		n := min(most+1, len(below))
		if len(below)-n == 1 {
			n-- // no page of one child
		}
		var cells [][]byte
		for _, c := range below[:n-1] {
			cells = append(cells, putVarint(binary.BigEndian.AppendUint32(nil, uint32(c.page)), uint64(c.last)))
		}
		page, last := m.page(), below[n-1]
		m.put(m.out[(page-1)*m.size:page*m.size], 0, innerPage, last.page, cells)
		above = append(above, child{page, last.last})
		below = below[n:]
	}
	return above
}

// page is the number of a new page.
func (m *maker) page() int {
	m.out = append(m.out, make([]byte, m.size)...)
	return len(m.out) / m.size
}

// put fills a page with cells, from its end; it reports whether they fit.
func (m *maker) put(page []byte, at int, kind byte, right int, cells [][]byte) bool {
	head := 8
	if kind == innerPage {
		head = 12
		binary.BigEndian.PutUint32(page[at+8:], uint32(right))
	}
	page[at] = kind
	binary.BigEndian.PutUint16(page[at+3:], uint16(len(cells)))
	end := len(page)
	for i, c := range cells {
		if end -= len(c); end < at+head+2*len(cells) {
			return false
		}
		copy(page[end:], c)
		binary.BigEndian.PutUint16(page[at+head+2*i:], uint16(end))
	}
	binary.BigEndian.PutUint16(page[at+5:], uint16(end))
	return true
}

// cell is a row as a leaf holds it (file format, 2.1).
func cell(id int64, row []any) []byte {
	var types, body []byte
	for _, v := range row {
		switch v := v.(type) {
		case nil:
			types = append(types, 0)
		case int64:
			types = append(types, 6)
			body = binary.BigEndian.AppendUint64(body, uint64(v))
		case float64:
			types = append(types, 7)
			body = binary.BigEndian.AppendUint64(body, math.Float64bits(v))
		case string:
			types = putVarint(types, uint64(2*len(v)+13))
			body = append(body, v...)
		case []byte:
			types = putVarint(types, uint64(2*len(v)+12))
			body = append(body, v...)
		}
	}
	head := len(types) + 1
	if head > 127 {
		head++
	}
	record := append(putVarint(nil, uint64(head)), types...)
	record = append(record, body...)
	return append(putVarint(putVarint(nil, uint64(len(record))), uint64(id)), record...)
}

// putVarint appends a number of at most 56 bits.
func putVarint(b []byte, v uint64) []byte {
	shift := 0
	for v>>(shift+7) > 0 {
		shift += 7
	}
	for ; shift > 0; shift -= 7 {
		b = append(b, byte(v>>shift)|0x80)
	}
	return append(b, byte(v&0x7F))
}
