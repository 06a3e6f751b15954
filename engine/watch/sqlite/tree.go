package sqlite

import "encoding/binary"

// Kinds of pages of a table's tree. A page of a chain begins with the number of the
// next, whose first byte is 0 in a file of less than 8 GiB: it is never taken for one.
const (
	innerPage = 0x05
	leafPage  = 0x0D
)

// start is where the header of a page's tree lies: behind the file's own on the first.
func start(n uint32) int {
	if n == 1 {
		return 100
	}
	return 0
}

// end is where what is of use in a page ends: before the end of one that is cut off.
func (db *DB) end(page []byte) int { return min(db.usable, len(page)) }

// cells calls f with the offset of each cell of a page, and reports whether all lie in
// it.
func (db *DB) cells(n uint32, page []byte, header int, f func(at int) bool) bool {
	at := start(n)
	count := int(binary.BigEndian.Uint16(page[at+3:]))
	at += header
	end := db.end(page)
	if at+2*count > end {
		return false
	}
	whole := true
	for i := range count {
		c := int(binary.BigEndian.Uint16(page[at+2*i:]))
		if c < at+2*count || c >= end || !f(c) {
			whole = false
		}
	}
	return whole
}

// inner keeps the children of an inner page.
func (db *DB) inner(n uint32, page []byte) {
	at := start(n)
	if page[at] != innerPage {
		return
	}
	list := []uint32{binary.BigEndian.Uint32(page[at+8:])} // the rightmost
	db.cells(n, page, 12, func(c int) bool {
		if c+4 > db.end(page) {
			return false
		}
		list = append(list, binary.BigEndian.Uint32(page[c:]))
		return true
	})
	if db.named += len(list); db.named <= maxChildren {
		db.children[n] = list
	}
}

// owners marks the pages of some tables' trees with the table's place, counted from 1,
// and counts them.
func (db *DB) owners(tables []table) (owner []uint8, marked int) {
	owner = make([]uint8, db.pages+1)
	for i, t := range tables {
		for todo := []uint32{t.root}; len(todo) > 0; {
			n := todo[len(todo)-1]
			todo = todo[:len(todo)-1]
			if n == 0 || n > db.pages || owner[n] != 0 { // each page once: a tree that bites its tail ends
				continue
			}
			owner[n] = uint8(i + 1)
			marked++
			todo = append(todo, db.children[n]...)
		}
	}
	return owner, marked
}
