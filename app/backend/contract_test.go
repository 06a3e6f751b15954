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
		got, err := s.Open()
		if err != nil {
			t.Fatal(err)
		}
		var keys []int64
		for _, r := range got.Rows {
			keys = append(keys, r.Key)
		}
		rows, err := s.Rows(keys)
		if err != nil || len(rows) != len(keys) {
			t.Fatalf("%d rows of %d, %v", len(rows), len(keys), err)
		}
		last := int64(0)
		for i, r := range got.Rows {
			if r.Key <= last {
				t.Errorf("row %d comes after row %d", r.Key, last)
			}
			last = r.Key
			if w, ok := want[r.Key]; !ok || w != string(rows[i]) {
				t.Errorf("row %d holds %q, want %q", r.Key, rows[i], w)
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
	k := commit(Change{Add: rows("one", "", big), Put: map[string][]byte{"a": []byte("1"), "b": {}}})
	check(map[int64]string{k[0]: "one", k[1]: "", k[2]: big}, map[string]string{"a": "1", "b": ""})

	// What was given may be reused at once.
	buf := []byte("two")
	k2 := commit(Change{Add: []NewRow{{Data: buf, Brief: buf}}, Put: map[string][]byte{"a": buf}})
	copy(buf, "xxx")
	check(map[int64]string{k[0]: "one", k[1]: "", k[2]: big, k2[0]: "two"}, map[string]string{"a": "two", "b": ""})
	if k2[0] <= k[2] {
		t.Errorf("key %d was given after %d", k2[0], k[2])
	}

	// Many rows become one.
	k3 := commit(Change{Drop: k, Add: rows("three")})
	after := map[int64]string{k2[0]: "two", k3[0]: "three"}
	check(after, map[string]string{"a": "two", "b": ""})

	// A change built on rows that are gone does nothing at all.
	if _, err := s.Commit(Change{Drop: []int64{k2[0], k[0]}, Add: rows("no"), Put: map[string][]byte{"a": []byte("no")}}); !errors.Is(err, ErrStale) {
		t.Errorf("dropping a row twice: %v", err)
	}
	check(after, map[string]string{"a": "two", "b": ""})

	// Another user sees it all, writes, and is heard; its own writes it does not hear.
	var mu sync.Mutex
	heard, echoed := make(chan bool, 10), false
	s.Notify(func() { heard <- true })
	other := open()
	other.Notify(func() { mu.Lock(); echoed = true; mu.Unlock() })
	if got, err := other.Open(); err != nil || len(got.Rows) != 2 {
		t.Errorf("another user sees %d rows, %v", len(got.Rows), err)
	}
	k4, err := other.Commit(Change{Add: rows("four")})
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
	if _, err := other.Open(); !errors.Is(err, ErrClosed) {
		t.Errorf("reading after Close: %v", err)
	}

	// Clear and refill are one change; keys never come back.
	k5 := commit(Change{Clear: true, Add: rows("five"), Put: map[string][]byte{"c": []byte("3")}})
	check(map[int64]string{k5[0]: "five"}, map[string]string{"c": "3"})
	if k5[0] <= k4[0] {
		t.Errorf("key %d was used before", k5[0])
	}
	commit(Change{Clear: true})
	check(map[int64]string{}, map[string]string{})
}

// rows are new rows of some data, each with a brief of its own.
func rows(data ...string) (out []NewRow) {
	for _, d := range data {
		out = append(out, NewRow{Data: []byte(d), Brief: briefOf(d)})
	}
	return out
}

func briefOf(data string) []byte { return []byte("brief of " + data[:min(len(data), 9)]) }

// testBriefs is what every Store must do with the briefs of its rows.
func testBriefs(t *testing.T, open func() Store) {
	s := open()
	defer s.Close()
	check := func(want map[int64]string) {
		t.Helper()
		got, err := s.Open()
		if err != nil || len(got.Rows) != len(want) {
			t.Fatalf("%d rows of %d, %v", len(got.Rows), len(want), err)
		}
		for _, r := range got.Rows {
			if want[r.Key] != string(r.Brief) {
				t.Errorf("row %d has the brief %q, want %q", r.Key, r.Brief, want[r.Key])
			}
		}
	}
	k, err := s.Commit(Change{Add: rows("one", "two", "three")})
	if err != nil {
		t.Fatal(err)
	}
	check(map[int64]string{k[0]: "brief of one", k[1]: "brief of two", k[2]: "brief of three"})

	// A brief goes with its row, and a new one is heard of by nobody.
	other := open()
	defer other.Close()
	heard := make(chan bool, 10)
	other.Notify(func() { heard <- true })
	if _, err := s.Commit(Change{Briefs: map[int64][]byte{k[1]: []byte("another"), k[2] + 100: []byte("of no row")}}); err != nil {
		t.Fatal(err)
	}
	check(map[int64]string{k[0]: "brief of one", k[1]: "another", k[2]: "brief of three"})
	select {
	case <-heard:
		t.Error("another user heard of a brief")
	case <-time.After(100 * time.Millisecond):
	}
	if _, err := s.Commit(Change{Drop: k[:1]}); err != nil {
		t.Fatal(err)
	}
	check(map[int64]string{k[1]: "another", k[2]: "brief of three"})
	got, err := s.Rows([]int64{k[2], k[0], k[1]})
	if err != nil || len(got) != 3 || string(got[0]) != "three" || got[1] != nil || string(got[2]) != "two" {
		t.Errorf("the rows are %q, %v", got, err)
	}
	if _, err := s.Commit(Change{Clear: true, Briefs: map[int64][]byte{k[1]: []byte("of a row that was")}}); err != nil {
		t.Fatal(err)
	}
	check(map[int64]string{})
}

// testKnown is what every Store must do with a change that says what it was made on.
func testKnown(t *testing.T, open func() Store) {
	s := open()
	defer s.Close()
	try := func(stale bool, as *Known) (keys []int64) {
		t.Helper()
		keys, err := s.Commit(Change{As: as, Add: rows("x")})
		if stale && !errors.Is(err, ErrStale) || !stale && err != nil {
			t.Errorf("%+v: %v", as, err)
		}
		return keys
	}
	a, b := []byte("a"), []byte("b")
	k := try(false, &Known{Name: "v"})
	try(true, &Known{Name: "v"})
	k = try(false, &Known{Newest: k[0], Name: "v"})
	try(true, &Known{Newest: k[0], Name: "v", Value: a})
	if _, err := s.Commit(Change{Put: map[string][]byte{"v": a}}); err != nil {
		t.Fatal(err)
	}
	try(true, &Known{Newest: k[0], Name: "v"})
	try(true, &Known{Newest: -1, Name: "v", Value: b})
	try(true, &Known{Newest: -1, Name: "v", Value: []byte("aa")})
	try(false, &Known{Newest: -1, Name: "v", Value: a})
	if all, err := s.Open(); err != nil || len(all.Rows) != 3 {
		t.Errorf("%d rows, %v", len(all.Rows), err)
	}
}

func TestMemory(t *testing.T) {
	var m, n, o Memory
	testKnown(t, o.Open)
	testStore(t, m.Open)
	testBriefs(t, n.Open)
}
