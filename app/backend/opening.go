package backend

import (
	"errors"
	"fmt"
	"strconv"

	"rebound/app/wire"
	"rebound/engine/diary"
	"rebound/engine/entry"
)

func openBook(store Store, zone diary.Zone) (*book, error) {
	b := &book{store: store, zone: zone}
	return b, b.load()
}

// mostTries is how often a store is opened whose rows another tab merges meanwhile.
const mostTries = 3

// load opens the store, and merges its small rows when they are many. A diary that is
// there and cannot be read is shut: it stays as it is.
func (b *book) load() error {
	b.writing.Lock()
	defer b.writing.Unlock()
	err := b.reopen()
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.shut = nil; errors.Is(err, ErrNewer) || errors.Is(err, errUnread) {
		b.shut, b.contents, b.prefs = err, newContents(), entry.DefaultSettings()
		b.engine, b.diary = nil, nil
	}
	return err
}

// errUnread is of a diary that this version fails to read.
var errUnread = wire.Internal()

func (b *book) reopen() (err error) {
	defer func() {
		if r := recover(); r != nil {
			println("panic in opening:", fmt.Sprint(r))
			err = errUnread
		}
	}()
	small, dismissed, err := b.open()
	for try := 1; errors.Is(err, ErrStale) && try < mostTries; try++ {
		small, dismissed, err = b.open()
	}
	if err != nil || len(small) < manySmall {
		return err
	}
	c, err := mergeRows(b.store, small, dismissed)
	if err == nil {
		_, err = b.store.Commit(c)
	}
	if err != nil && !errors.Is(err, ErrStale) { // another tab has merged them
		return err
	}
	_, _, err = b.open()
	return err
}

// closed is why nothing can be shown or changed; nil where it can.
func (b *book) closed() error {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.shut
}

// open reads the brief of each row, and whole only the rows that have none of this
// version. It gives the keys of the small rows, and of that up to which all lines
// are dismissed. writing is held.
func (b *book) open() (small []int64, dismissed int64, err error) {
	all, err := b.store.Open()
	if err != nil {
		return nil, 0, err
	}
	if all.Newer {
		return nil, 0, ErrNewer
	}
	dismissed, _ = strconv.ParseInt(string(all.Values[valueDismissed]), 10, 64)
	l := loading{store: b.store, into: newContents(), dismissed: dismissed}
	if err := l.rows(all.Rows); err != nil {
		return nil, 0, err
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	b.contents = l.into
	b.reads++
	b.stored, b.epoch = all.Values[valueSettings], all.Values[valueEpoch]
	ok := false
	b.unset = len(all.Values[valueSettings]) == 0
	if b.prefs, ok = readSettings(all.Values[valueSettings]); !ok {
		b.lines = append(b.lines, damagedSettings)
	}
	if all.Odd > 0 && !b.said[damagedRow] {
		b.said[damagedRow] = true
		b.lines = append(b.lines, damagedRow)
	}
	b.last, b.missed, b.hushed = 0, false, dismissed
	if n := len(b.keys); n > 0 {
		b.last = b.keys[n-1]
	}
	for _, r := range b.entered {
		b.lastAt = max(b.lastAt, r.LastAt())
	}
	b.engine, b.diary = nil, nil
	b.revision++
	return l.small, dismissed, nil
}

// list takes the keys and the settings of a store that cannot be read, so that it can be
// saved.
func (b *book) list() error {
	all, err := b.store.Open()
	if err != nil {
		return err
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	b.prefs, _ = readSettings(all.Values[valueSettings])
	b.keys = nil
	for _, r := range all.Rows {
		b.keys = append(b.keys, r.Key)
	}
	return nil
}

// distrust drops the briefs of rows that turned out damaged, in order of key, and loads the book
// again: it then says that they are, in every tab, and takes their files anew.
func (b *book) distrust(keys []int64) error {
	c := Change{Briefs: map[int64][]byte{}}
	for _, key := range keys {
		c.Briefs[key] = nil
	}
	b.writing.Lock()
	// Their lines must show, whatever was dismissed since those rows were written.
	c.Put = map[string][]byte{valueDismissed: strconv.AppendInt(nil, min(b.hushed, keys[0]-1), 10)}
	_, err := b.store.Commit(c)
	b.writing.Unlock()
	if err != nil {
		return err
	}
	return b.load()
}
