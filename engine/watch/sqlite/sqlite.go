// Package sqlite reads tables out of an SQLite database that comes as a stream: one
// that lies packed in a zip, where only the way from its start to its end is to be
// had, and that may be far larger than memory. It knows no SQL but the CREATE TABLE that says
// which columns a table has. ([Make] writes small ones, for who needs a database to
// read.)
//
// A database is pages of one size. A table is a tree of them: inner pages name their
// children, leaves hold the rows, a row that is longer than its page goes on in a
// chain of others. So it is gone through several times, each in the order of the
// file: [Open] learns the tree and the schema, [DB.Scan] gives the rows of the leaves
// that belong to a table, and goes through it again only for what a chain has put
// before its row. What is kept meanwhile is four bytes a page and one a page, rows
// that wait for their chain (at most [maxWaiting] bytes of them), and nothing else.
//
//	db, err := sqlite.Open(file.Open)
//	err = db.Scan([]sqlite.Columns{{"sleep", "start_time", "end_time"}},
//		func(table int, v []sqlite.Value) { ... })
//
// Read: pages of 512 to 65536 bytes, with reserved bytes at their ends; text in UTF-8
// and UTF-16; columns that were added to a table later (missing in the rows before:
// null), generated ones (the virtual ones take no place in a row), the INTEGER PRIMARY
// KEY, which is the row's number. Not read: indexes, tables WITHOUT ROWID and virtual
// ones, a journal or a write-ahead log beside the file ([DB.WAL]). Pages that were
// given up are never reached, for no tree names them.
//
// A page that is damaged or missing costs itself: [DB.Lost] counts them.
//
// The format: https://www.sqlite.org/fileformat2.html
package sqlite

import (
	"bytes"
	"encoding/binary"
	"errors"
	"io"
	"strings"
)

// Magic is how every database begins.
const Magic = "SQLite format 3\x00"

// ErrFormat is for a file that is no SQLite database, or whose schema is lost.
var ErrFormat = errors.New("sqlite: no database")

// Bounds of what is kept of a file, whatever it says of itself.
const (
	maxChildren = 8 << 20  // children of inner pages: as many as 4 GiB have pages of 512 bytes
	maxTables   = 4096     // of the schema
	maxRow      = 1 << 20  // bytes of a row up to the last column that is wanted
	maxWaiting  = 16 << 20 // bytes of rows whose chains have not ended yet
	maxPasses   = 8        // over the file for one Scan
)

// DB is a database whose schema is known.
type DB struct {
	WAL  bool // it was written with a write-ahead log, where the latest changes may still lie
	Cut  bool // it is shorter than it says
	Lost int  // leaves with damage, and rows whose chain is broken, so far

	open     func() (io.Reader, error)
	size     int // of a page
	usable   int // bytes of it
	encoding uint32
	pages    uint32 // as many as there are
	children map[uint32][]uint32
	named    int // children in all
	tables   map[string]table
}

// Columns are what is wanted of a table: its name, then those of its columns.
type Columns []string

// Open goes through a database once, to learn where what lies in it. open gives it
// from the start, as often as it is called. A file that is no database, or names no
// table, is ErrFormat.
func Open(open func() (io.Reader, error)) (*DB, error) {
	db := &DB{open: open, children: map[uint32][]uint32{}, tables: map[string]table{}}
	r, err := open()
	if err != nil {
		return nil, err
	}
	var head [100]byte
	if _, err := io.ReadFull(r, head[:]); err != nil || !db.header(head[:]) {
		return nil, ErrFormat
	}
	says := binary.BigEndian.Uint32(head[28:]) // of a version that keeps it up to date
	if binary.BigEndian.Uint32(head[24:]) != binary.BigEndian.Uint32(head[92:]) {
		says = 0
	}
	err = db.each(io.MultiReader(bytes.NewReader(head[:]), r), func(n uint32, page []byte) bool {
		db.pages = n
		db.inner(n, page)
		return true
	})
	if err != nil {
		return nil, err
	}
	db.Cut = db.Cut || says > db.pages
	schema := table{root: 1, columns: []string{"type", "name", "tbl_name", "rootpage", "sql"}, key: -1}
	err = db.scan([]table{schema}, []Columns{{"", "type", "name", "rootpage", "sql"}}, func(_ int, v []Value) {
		root, ok := v[2].Int()
		if v[0].Text() != "table" || !ok || root < 1 || root > int64(db.pages) || len(db.tables) >= maxTables {
			return
		}
		if t, ok := parseTable(v[3].Text()); ok {
			t.root = uint32(root)
			db.tables[strings.ToLower(v[1].Text())] = t
		}
	})
	if len(db.tables) == 0 && err == nil {
		err = ErrFormat
	}
	return db, err
}

// header reads what the first page says of all.
func (db *DB) header(b []byte) bool {
	db.size = int(binary.BigEndian.Uint16(b[16:]))
	if db.size == 1 {
		db.size = 1 << 16
	}
	db.usable = db.size - int(b[20])
	db.WAL = b[19] == 2
	db.encoding = binary.BigEndian.Uint32(b[56:])
	return string(b[:16]) == Magic && db.size >= 512 && db.size&(db.size-1) == 0 && db.usable >= 480
}

// Has reports whether there is a table of that name.
func (db *DB) Has(name string) bool {
	_, ok := db.tables[strings.ToLower(name)]
	return ok
}

// Scan gives the rows of some tables, in no order: of each the index of its table
// among those wanted, and the values of the columns, which are valid until row
// returns. A table or a column that is not there gives no rows, or nulls. The error is
// that of opening the stream; damage is none.
func (db *DB) Scan(want []Columns, row func(table int, v []Value)) error {
	tables := make([]table, len(want))
	for i, w := range want {
		tables[i] = db.tables[strings.ToLower(w[0])]
	}
	return db.scan(tables, want, row)
}

// leastPage is how much there has to be of the last page: the header of a tree's.
const leastPage = 12

// each goes through the pages of a stream, which are numbered from 1, until visit
// returns false. The last of a file that is cut off is as long as it is: what stands
// first in a page says what is in it, and what was put in first lies at its end.
func (db *DB) each(r io.Reader, visit func(n uint32, page []byte) bool) error {
	buf := make([]byte, max(db.size, 1<<16))
	for n := uint32(1); ; {
		got, err := io.ReadFull(r, buf)
		for page := buf[:got]; len(page) >= db.size; page = page[db.size:] {
			if !visit(n, page[:db.size]) {
				return nil
			}
			n++
		}
		switch {
		case err == nil:
		case err == io.EOF, err == io.ErrUnexpectedEOF:
			if rest := buf[got-got%db.size : got]; len(rest) > 0 {
				db.Cut = true
				if n > 1 && len(rest) >= leastPage {
					visit(n, rest)
				}
			}
			return nil
		default:
			return err
		}
	}
}
