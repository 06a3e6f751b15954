package backend

import (
	"strconv"
	"time"

	"rebound/engine/diary"
	"rebound/engine/entry"
)

// begin has the changes that follow made on what is known now: one that another tab's
// came before fails with [ErrStale]. Without on, they are made on what is known when they
// come.
func (b *book) begin(on bool) {
	b.mu.Lock()
	if b.basis = 0; on {
		b.basis = b.reads
	}
	b.mu.Unlock()
}

// edit commits a change that was made on what the book holds. writing is held.
func (b *book) edit(c Change) ([]int64, error) {
	b.mu.Lock()
	stale := b.missed || b.basis != 0 && b.basis != b.reads
	c.As = &Known{Newest: b.last, Name: valueSettings, Value: b.stored}
	b.mu.Unlock()
	if stale {
		return nil, ErrStale
	}
	return b.store.Commit(c)
}

// add commits batches that were made on what the book holds, all of them or none, and
// has them in memory once they are durable.
func (b *book) add(got ...batch) error { return b.put(nil, got) }

// gather commits batches that hang on nothing but that the store was not emptied since
// it was of that epoch.
func (b *book) gather(epoch []byte, got ...batch) error {
	return b.put(&Known{Newest: -1, Name: valueEpoch, Value: epoch}, got)
}

// since is the epoch of the store.
func (b *book) since() []byte {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.epoch
}

// put commits batches made on as; nil is what the book holds.
func (b *book) put(as *Known, got []batch) error {
	lights := make([]*diary.Light, len(got))
	c := Change{As: as}
	for i := range got {
		var err error
		if lights[i], err = diary.UnpackLight(got[i].light); err != nil {
			return err
		}
		c.Add = append(c.Add, got[i].newRow())
	}
	b.writing.Lock()
	defer b.writing.Unlock()
	commit := b.store.Commit
	if as == nil {
		commit = b.edit
	}
	keys, err := commit(c)
	if err != nil {
		return err
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	n := len(b.entered)
	b.fresh = nil
	b.missed = b.missed || len(keys) > 0 && keys[0] != b.last+1
	for i, key := range keys {
		if b.take(key, brief{size: len(c.Add[i].Data), light: got[i].light, lines: got[i].lines}, lights[i]) {
			b.diary, b.engine = nil, nil
		}
		b.last = key
	}
	for _, r := range b.entered[n:] {
		b.lastAt = max(b.lastAt, r.LastAt())
	}
	b.revision++
	return nil
}

// dismiss forgets the standing lines.
func (b *book) dismiss() error {
	b.writing.Lock()
	defer b.writing.Unlock()
	_, err := b.store.Commit(Change{Put: map[string][]byte{valueDismissed: strconv.AppendInt(nil, b.last, 10)}})
	if err != nil {
		return err
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	b.lines, b.hushed = nil, b.last
	clear(b.said)
	return nil
}

// refill puts batches and preferences in the place of everything, in one change.
func (b *book) refill(p entry.Settings, all ...batch) error {
	c := Change{Put: map[string][]byte{valueSettings: p.JSON()}}
	for _, some := range all {
		c.Add = append(c.Add, some.newRow())
	}
	return b.renew(c)
}

// renew empties the store for a change.
func (b *book) renew(c Change) error {
	c.Clear = true
	c.Put[valueEpoch] = strconv.AppendInt(nil, time.Now().UnixNano(), 36)
	b.writing.Lock()
	_, err := b.store.Commit(c)
	b.writing.Unlock()
	if err != nil {
		return err
	}
	return b.load()
}
