package backend

import (
	"bytes"
	"maps"
	"slices"
	"sync"
)

// Memory is a store that lasts as long as the process: the sample runner's, and
// the one that tests use. The zero Memory is empty and ready to be opened.
type Memory struct {
	mu     sync.Mutex
	last   int64
	rows   []memoryRow
	values map[string][]byte
	users  []*memoryUser
}

type memoryRow struct {
	key         int64
	data, brief []byte
}

// Open gives one more user of the store, as one more tab would be.
func (m *Memory) Open() Store {
	m.mu.Lock()
	defer m.mu.Unlock()
	u := &memoryUser{memory: m}
	m.users = append(m.users, u)
	return u
}

type memoryUser struct {
	memory *Memory
	closed bool
	notify func()
}

func (u *memoryUser) Open() (Contents, error) {
	m := u.memory
	m.mu.Lock()
	defer m.mu.Unlock()
	if u.closed {
		return Contents{}, ErrClosed
	}
	c := Contents{Values: maps.Clone(m.values)}
	for _, r := range m.rows {
		c.Rows = append(c.Rows, Row{Key: r.key, Brief: bytes.Clone(r.brief)})
	}
	return c, nil
}

func (u *memoryUser) Rows(keys []int64) ([][]byte, error) {
	m := u.memory
	m.mu.Lock()
	defer m.mu.Unlock()
	if u.closed {
		return nil, ErrClosed
	}
	out := make([][]byte, len(keys))
	for i, key := range keys {
		if at := m.find(key); at >= 0 {
			out[i] = bytes.Clone(m.rows[at].data)
		}
	}
	return out, nil
}

// find is the place of a row; below 0 for none. mu is held.
func (m *Memory) find(key int64) int {
	return slices.IndexFunc(m.rows, func(r memoryRow) bool { return r.key == key })
}

// is reports whether the store is as somebody knows it. mu is held.
func (m *Memory) is(k *Known) bool {
	newest := int64(0)
	if n := len(m.rows); n > 0 {
		newest = m.rows[n-1].key
	}
	now, ok := m.values[k.Name]
	return ok == (k.Value != nil) && bytes.Equal(now, k.Value) && (k.Newest < 0 || k.Newest == newest)
}

func (u *memoryUser) Commit(c Change) ([]int64, error) {
	m := u.memory
	m.mu.Lock()
	defer m.mu.Unlock()
	if u.closed {
		return nil, ErrClosed
	}
	if c.As != nil && !m.is(c.As) {
		return nil, ErrStale
	}
	rows, values := slices.Clone(m.rows), maps.Clone(m.values)
	if c.Clear || values == nil {
		values = map[string][]byte{}
	}
	if c.Clear {
		rows = nil
	}
	before := len(rows)
	rows = slices.DeleteFunc(rows, func(r memoryRow) bool { return slices.Contains(c.Drop, r.key) })
	if len(rows)+len(c.Drop) != before {
		return nil, ErrStale
	}
	var keys []int64
	for _, e := range c.Add {
		m.last++
		keys = append(keys, m.last)
		rows = append(rows, memoryRow{m.last, append([]byte{}, e.Data...), bytes.Clone(e.Brief)})
	}
	for name, v := range c.Put {
		values[name] = bytes.Clone(v)
	}
	m.rows, m.values = rows, values
	for key, b := range c.Briefs {
		if at := m.find(key); at >= 0 {
			m.rows[at].brief = bytes.Clone(b)
		}
	}
	if c.quiet() {
		return keys, nil
	}
	for _, o := range m.users {
		if o != u && o.notify != nil {
			go o.notify()
		}
	}
	return keys, nil
}

func (u *memoryUser) Notify(f func()) {
	u.memory.mu.Lock()
	defer u.memory.mu.Unlock()
	u.notify = f
}

func (u *memoryUser) Close() {
	m := u.memory
	m.mu.Lock()
	defer m.mu.Unlock()
	u.closed = true
	m.users = slices.DeleteFunc(m.users, func(o *memoryUser) bool { return o == u })
}
