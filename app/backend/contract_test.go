package backend

import (
	"bytes"
	"errors"
	"fmt"
	"sync"
	"testing"
	"time"
)

// testStore is what every Store must do. open gives one more user of one and
// the same store, which is empty at first.
func testStore(t *testing.T, open func() Store) {
	s := open()
	defer s.Close()
	check := func(want map[int64]string, values map[string]string) {
		t.Helper()
		got, err := s.Load()
		if err != nil {
			t.Fatal(err)
		}
		last := int64(0)
		for _, r := range got.Rows {
			if r.Key <= last {
				t.Errorf("row %d comes after row %d", r.Key, last)
			}
			last = r.Key
			if w, ok := want[r.Key]; !ok || w != string(r.Data) {
				t.Errorf("row %d holds %q, want %q", r.Key, r.Data, w)
			}
		}
		if len(got.Rows) != len(want) {
			t.Errorf("%d rows, want %d", len(got.Rows), len(want))
		}
		if fmt.Sprintf("%s", got.Values) != fmt.Sprintf("%s", values) {
			t.Errorf("values %s, want %s", got.Values, values)
		}
	}
	commit := func(c Change) []int64 {
		t.Helper()
		keys, err := s.Commit(c)
		if err != nil {
			t.Fatal(err)
		}
		if len(keys) != len(c.Add) {
			t.Fatalf("%d keys for %d rows", len(keys), len(c.Add))
		}
		return keys
	}
	check(map[int64]string{}, map[string]string{})

	// Rows and values of one change come back together; a row may be empty or
	// large and hold any byte.
	big := string(bytes.Repeat([]byte{0, 255, '\n'}, 1<<20))
	k := commit(Change{Add: [][]byte{[]byte("one"), {}, []byte(big)}, Put: map[string][]byte{"a": []byte("1"), "b": {}}})
	check(map[int64]string{k[0]: "one", k[1]: "", k[2]: big}, map[string]string{"a": "1", "b": ""})

	// What was given may be reused at once.
	buf := []byte("two")
	k2 := commit(Change{Add: [][]byte{buf}, Put: map[string][]byte{"a": buf}})
	copy(buf, "xxx")
	check(map[int64]string{k[0]: "one", k[1]: "", k[2]: big, k2[0]: "two"}, map[string]string{"a": "two", "b": ""})
	if k2[0] <= k[2] {
		t.Errorf("key %d was given after %d", k2[0], k[2])
	}

	// Many rows become one.
	k3 := commit(Change{Drop: k, Add: [][]byte{[]byte("three")}})
	after := map[int64]string{k2[0]: "two", k3[0]: "three"}
	check(after, map[string]string{"a": "two", "b": ""})

	// A change built on rows that are gone does nothing at all.
	if _, err := s.Commit(Change{Drop: []int64{k2[0], k[0]}, Add: [][]byte{[]byte("no")}, Put: map[string][]byte{"a": []byte("no")}}); !errors.Is(err, ErrStale) {
		t.Errorf("dropping a row twice: %v", err)
	}
	check(after, map[string]string{"a": "two", "b": ""})

	// Another user sees it all, writes, and is heard; its own writes it does not hear.
	var mu sync.Mutex
	heard, echoed := make(chan bool, 10), false
	s.Notify(func() { heard <- true })
	other := open()
	other.Notify(func() { mu.Lock(); echoed = true; mu.Unlock() })
	if got, err := other.Load(); err != nil || len(got.Rows) != 2 {
		t.Errorf("another user sees %d rows, %v", len(got.Rows), err)
	}
	k4, err := other.Commit(Change{Add: [][]byte{[]byte("four")}})
	if err != nil {
		t.Fatal(err)
	}
	select {
	case <-heard:
	case <-time.After(5 * time.Second):
		t.Error("a change by another user was not heard")
	}
	mu.Lock()
	if echoed {
		t.Error("a user heard of its own change")
	}
	mu.Unlock()
	after[k4[0]] = "four"
	check(after, map[string]string{"a": "two", "b": ""})
	other.Close()
	if _, err := other.Commit(Change{}); !errors.Is(err, ErrClosed) {
		t.Errorf("writing after Close: %v", err)
	}
	if _, err := other.Load(); !errors.Is(err, ErrClosed) {
		t.Errorf("reading after Close: %v", err)
	}

	// Clear and refill are one change; keys never come back.
	k5 := commit(Change{Clear: true, Add: [][]byte{[]byte("five")}, Put: map[string][]byte{"c": []byte("3")}})
	check(map[int64]string{k5[0]: "five"}, map[string]string{"c": "3"})
	if k5[0] <= k4[0] {
		t.Errorf("key %d was used before", k5[0])
	}
	commit(Change{Clear: true})
	check(map[int64]string{}, map[string]string{})
}

func TestMemory(t *testing.T) {
	var m Memory
	testStore(t, m.Open)
}
