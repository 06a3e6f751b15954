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
	rows   []Row
	values map[string][]byte
	users  []*memoryUser
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

func (u *memoryUser) Load() (Contents, error) {
	m := u.memory
	m.mu.Lock()
	defer m.mu.Unlock()
	if u.closed {
		return Contents{}, ErrClosed
	}
	return Contents{Rows: slices.Clone(m.rows), Values: maps.Clone(m.values)}, nil
}

func (u *memoryUser) Commit(c Change) ([]int64, error) {
	m := u.memory
	m.mu.Lock()
	defer m.mu.Unlock()
	if u.closed {
		return nil, ErrClosed
	}
	rows, values := slices.Clone(m.rows), maps.Clone(m.values)
	if c.Clear || values == nil {
		values = map[string][]byte{}
	}
	if c.Clear {
		rows = nil
	}
	before := len(rows)
	rows = slices.DeleteFunc(rows, func(r Row) bool { return slices.Contains(c.Drop, r.Key) })
	if len(rows)+len(c.Drop) != before {
		return nil, ErrStale
	}
	var keys []int64
	for _, data := range c.Add {
		m.last++
		keys = append(keys, m.last)
		rows = append(rows, Row{Key: m.last, Data: bytes.Clone(data)})
	}
	for name, v := range c.Put {
		values[name] = bytes.Clone(v)
	}
	m.rows, m.values = rows, values
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
