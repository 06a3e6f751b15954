package sqlite

import (
	"encoding/binary"
)

// scanner is one Scan.
type scanner struct {
	*DB
	tables []table
	picks  []pick
	row    func(int, []Value)

	values  []Value
	types   []uint64
	waiting map[uint32]*long // rows that go on in a page, by its number
	held    int              // bytes of them
}

// long is a row that is longer than its page, as far as it is known.
type long struct {
	table int
	id    int64
	data  []byte
	need  int // bytes, so that all that is wanted is there
}

// pick is where the wanted columns lie in a table's rows.
type pick struct {
	at   []int // of each its place; -1: none, or the row's number
	key  []bool
	last int // the greatest place
}

func pickOf(t table, names Columns) pick {
	p := pick{at: make([]int, len(names)), key: make([]bool, len(names)), last: -1}
	for i, name := range names {
		p.at[i] = -1
		if at := t.place(name); at >= 0 && at == t.key {
			p.key[i] = true
		} else if at >= 0 {
			p.at[i], p.last = at, max(p.last, at)
		}
	}
	return p
}

func (db *DB) scan(tables []table, want []Columns, row func(int, []Value)) error {
	s := &scanner{DB: db, tables: tables, row: row, waiting: map[uint32]*long{}}
	for i, t := range tables {
		s.picks = append(s.picks, pickOf(t, want[i][1:]))
	}
	owner, left := db.owners(tables)
	for pass := 0; pass < maxPasses && (left > 0 || len(s.waiting) > 0); pass++ {
		r, err := db.open()
		if err != nil {
			return err
		}
		moved := pass == 0
		err = db.each(r, func(n uint32, page []byte) bool {
			if l := s.waiting[n]; l != nil {
				s.goOn(n, page, l)
				moved = true
			}
			if pass == 0 && int(n) < len(owner) && owner[n] != 0 {
				s.leaf(int(owner[n])-1, n, page)
				left--
			}
			return left > 0 || len(s.waiting) > 0
		})
		if left = 0; err != nil || !moved {
			break
		}
	}
	s.Lost += len(s.waiting)
	return nil
}

// leaf gives the rows of a leaf.
func (s *scanner) leaf(table int, n uint32, page []byte) {
	if page[start(n)] != leafPage {
		if page[start(n)] != innerPage {
			s.Lost++
		}
		return
	}
	if !s.cells(n, page, 8, func(at int) bool { return s.cell(table, page[at:s.end(page)]) }) {
		s.Lost++
	}
}

// cell gives the row of a cell, or keeps it until the rest of it comes; it reports
// whether it is one.
func (s *scanner) cell(table int, b []byte) bool {
	size, n := varint(b)
	id, m := varint(b[n:])
	if n == 0 || m == 0 || size > 1<<31 {
		return false
	}
	b = b[n+m:]
	local := s.local(int(size))
	if local == int(size) {
		return local <= len(b) && s.give(table, int64(id), b[:local], local) >= 0
	}
	if local+4 > len(b) {
		return false
	}
	need := s.give(table, int64(id), b[:local], int(size))
	if need <= 0 {
		return need == 0
	}
	next := binary.BigEndian.Uint32(b[local:])
	if need > maxRow || s.held+need > maxWaiting || s.waiting[next] != nil {
		return false
	}
	s.held += need
	s.waiting[next] = &long{table, int64(id), append(make([]byte, 0, need), b[:local]...), need}
	return true
}

// local is how many bytes of a row lie in its leaf (file format, 1.6).
func (s *scanner) local(size int) int {
	if size <= s.usable-35 {
		return size
	}
	least := (s.usable-12)*32/255 - 23
	if k := least + (size-least)%(s.usable-4); k <= s.usable-35 {
		return k
	}
	return least
}

// goOn adds a page of its chain to a row.
func (s *scanner) goOn(n uint32, page []byte, l *long) {
	delete(s.waiting, n)
	more := page[4:s.end(page)]
	l.data = append(l.data, more[:min(len(more), l.need-len(l.data))]...)
	next := binary.BigEndian.Uint32(page)
	switch {
	case len(l.data) == l.need:
		s.held -= l.need
		if s.give(l.table, l.id, l.data, l.need) != 0 {
			s.Lost++
		}
	case next == 0 || s.waiting[next] != nil || len(page) < s.size:
		s.held -= l.need
		s.Lost++
	default:
		s.waiting[next] = l
	}
}

// give gives a row of which b is known, of size bytes in all. It returns how many
// bytes it takes to know what is wanted, if those are more; -1 for what is no row.
func (s *scanner) give(table int, id int64, b []byte, size int) int {
	p := &s.picks[table]
	head, n := varint(b)
	if n == 0 || head < uint64(n) || head > uint64(size) {
		return -1
	}
	if head > uint64(len(b)) {
		return size // a row of so many columns that even their types go on elsewhere
	}
	s.types = s.types[:0]
	end := int(head)
	for at := n; at < int(head) && len(s.types) <= p.last; {
		t, m := varint(b[at:head])
		if m == 0 || t == 10 || t == 11 || t > 1<<31 {
			return -1
		}
		at += m
		s.types = append(s.types, t)
		end += length(t)
		if end > size {
			return -1
		}
	}
	if end > len(b) {
		return end
	}
	s.values = s.values[:0]
	for i := range p.at {
		v := Value{}
		switch at := p.at[i]; {
		case p.key[i]:
			v = Value{Kind: Integer, int: id}
		case at >= 0 && at < len(s.types):
			from := int(head)
			for _, t := range s.types[:at] {
				from += length(t)
			}
			v = s.value(s.types[at], b[from:])
		}
		s.values = append(s.values, v)
	}
	s.row(table, s.values)
	return 0
}
