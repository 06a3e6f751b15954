package backend

import (
	"slices"
)

// replaced is a diary that a backup was put in the place of, as its store had it. It is kept
// in memory until something else changes: what is brought back then is all that there was,
// and nothing goes with it that came since. The store has one diary at any time.
type replaced struct {
	rows     []NewRow
	values   map[string][]byte
	hushed   bool  // its standing lines were dismissed
	revision int64 // of the book, once the backup was in it
}

// whole is all that the store has; nil where it cannot be read, and so not be brought back.
func (b *book) whole() (*replaced, error) {
	if b.closed() != nil {
		return nil, nil
	}
	b.writing.Lock()
	defer b.writing.Unlock()
	all, err := b.store.Open()
	if err != nil {
		return nil, err
	}
	r := &replaced{values: all.Values, hushed: b.hushed == b.last}
	for some := range slices.Chunk(all.Rows, someRows) {
		var keys []int64
		for _, row := range some {
			keys = append(keys, row.Key)
		}
		data, err := b.store.Rows(keys)
		if err != nil {
			return nil, err
		}
		for i := range some {
			if data[i] == nil { // another tab has merged it
				return nil, ErrStale
			}
			r.rows = append(r.rows, NewRow{Data: data[i], Brief: some[i].Brief})
		}
	}
	return r, nil
}

// mayPutBack keeps a diary that a backup has just replaced.
func (b *Backend) mayPutBack(r *replaced) {
	if b.gone = r; r != nil {
		r.revision = b.own.changes()
	}
}

// letGo forgets it once something else has changed.
func (b *Backend) letGo() {
	if b.gone != nil && b.gone.revision != b.own.changes() {
		b.gone = nil
	}
}

// putBack brings it back.
func (b *Backend) putBack() (any, error) {
	b.letGo()
	r := b.gone
	if r == nil {
		return nil, errOvertaken
	}
	b.stopImports()
	b.imports.Lock()
	defer b.imports.Unlock()
	err := b.own.renew(Change{As: b.own.known(), Add: r.rows, Put: r.values})
	if err == nil && r.hushed {
		err = b.own.dismiss()
	}
	if err != nil {
		return nil, err
	}
	return b.state(), nil
}

// known is what a change is made on.
func (b *book) known() *Known {
	b.mu.Lock()
	defer b.mu.Unlock()
	return &Known{Newest: b.last, Name: valueSettings, Value: b.stored}
}

// changes is the book's revision.
func (b *book) changes() int64 {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.revision
}
