package backend

import (
	"errors"
	"fmt"
	"syscall/js"
	"testing"
	"time"

	"rebound/engine/sample"
)

// TestIndexedDB holds the browser's database to the contract. It runs where
// globalThis.reboundStore is: in a worker of a real browser, from the binary
// that GOOS=js GOARCH=wasm go test -c ./app/backend writes.
func TestIndexedDB(t *testing.T) {
	if js.Global().Get("reboundStore").IsUndefined() { // web/e2e runs it there, and takes no skip
		t.Skip("no reboundStore here: run this in a browser, with web/backend/store.js")
	}
	for i, test := range []func(*testing.T, func() Store){testStore, testBriefs, testKnown} {
		name := fmt.Sprintf("contract-%d-%d", i, time.Now().UnixNano())
		test(t, func() Store {
			s, err := OpenIndexedDB(name)
			if err != nil {
				t.Fatal(err)
			}
			return s
		})
	}
}

// TestIndexedDBVersion1 opens a database of the first version, whose rows have no
// briefs, as the runner's own after an update.
func TestIndexedDBVersion1(t *testing.T) {
	old := js.Global().Get("reboundVersion1")
	if old.IsUndefined() {
		t.Skip("no reboundVersion1 here: web/e2e makes it")
	}
	name := fmt.Sprintf("version-1-%d", time.Now().UnixNano())
	files := sample.Files(today)[:50]
	if _, err := await(old.Invoke(name, toJS(batchOf(files).row()), toJS([]byte(`{"units":"mi"}`)))); err != nil {
		t.Fatal(err)
	}
	for _, whole := range []int{1, 0} {
		s, err := OpenIndexedDB(name)
		if err != nil {
			t.Fatal(err)
		}
		c := &counted{Store: s}
		k, err := openBook(c, nil)
		if err != nil {
			t.Fatal(err)
		}
		if k.imported != len(files) || k.settings().Units != "mi" || c.rows != whole {
			t.Errorf("%d files, units %s, %d rows read whole, want %d", k.imported, k.settings().Units, c.rows, whole)
		}
		s.Close()
	}
}

// TestIndexedDBOdd has things of wrong types in the database, as damage or another hand
// leaves them: each costs itself alone, it is said, and the diary goes on.
func TestIndexedDBOdd(t *testing.T) {
	put := js.Global().Get("reboundPut")
	if put.IsUndefined() {
		t.Skip("no reboundPut here: web/e2e makes it")
	}
	name := fmt.Sprintf("odd-%d", time.Now().UnixNano())
	opened := func() (*book, Store) {
		t.Helper()
		s, err := OpenIndexedDB(name)
		if err != nil {
			t.Fatal(err)
		}
		k, err := openBook(s, nil)
		if err != nil {
			t.Fatal(err)
		}
		return k, s
	}
	files := sample.Files(today)[:50]
	k, s := opened()
	for i := range 5 {
		if err := k.add(batchOf(files[10*i : 10*i+10])); err != nil {
			t.Fatal(err)
		}
	}
	p := k.settings()
	p.Units = "mi"
	if err := k.set(p); err != nil {
		t.Fatal(err)
	}
	keys := k.keys
	s.Close()
	for _, x := range []struct {
		store      string
		value, key any
	}{
		{"log", "a text", keys[1]}, {"log", nil, keys[2]}, {"log", 7, "a key"}, {"log", map[string]any{}, 1.5}, {"log", toJS([]byte("x")), -3},
		{"brief", "a text", keys[0]}, {"brief", 7, keys[1]}, {"brief", nil, keys[2]}, {"kv", 7, valueDismissed}, {"kv", "a text", 12}, {"kv", true, valueEpoch},
	} {
		if _, err := await(put.Invoke(name, x.store, x.value, x.key)); err != nil {
			t.Fatalf("%+v: %v", x, err)
		}
	}
	k, s = opened()
	if k.imported != 30 || k.settings().Units != "mi" || !k.said[damagedRow] {
		t.Errorf("%d files, units %s, lines %+v", k.imported, k.settings().Units, k.lines)
	}
	if err := k.set(p); err != nil {
		t.Errorf("a setting: %v", err)
	}
	if err := k.add(batchOf(files[10:30])); err != nil {
		t.Errorf("the files again: %v", err)
	}
	if err := k.gather(k.since(), batchOf(nil, damagedRow)); err != nil {
		t.Errorf("an import: %v", err)
	}
	s.Close()
	if _, err := await(put.Invoke(name, "kv", 7, valueSettings)); err != nil {
		t.Fatal(err)
	}
	k, s = opened()
	defer s.Close()
	if k.imported != 50 || k.settings().Units != "km" || len(k.lines) < 2 {
		t.Errorf("%d files, units %s, lines %+v", k.imported, k.settings().Units, k.lines)
	}
	if err := k.set(p); err != nil || k.settings().Units != "mi" {
		t.Errorf("set again: %v", err)
	}
	if err := k.refill(p, batchOf(files[:10])); err != nil || k.imported != 10 || len(k.lines) != 0 {
		t.Errorf("replaced: %v, %d files, lines %+v", err, k.imported, k.lines)
	}
}

// TestIndexedDBLater opens a database that a later version has made what it is: it can
// be read as far as it is known, is not written to, and can be emptied.
func TestIndexedDBLater(t *testing.T) {
	put := js.Global().Get("reboundPut")
	if put.IsUndefined() {
		t.Skip("no reboundPut here: web/e2e makes it")
	}
	for what, version := range map[string]int{"of the same stores": 9, "of others": 99} {
		name := fmt.Sprintf("later-%d-%d", version, time.Now().UnixNano())
		if version == 9 {
			s, err := OpenIndexedDB(name)
			if err != nil {
				t.Fatal(err)
			}
			if _, err := s.Commit(Change{Add: []NewRow{batchOf(sample.Files(today)[:10]).newRow()}}); err != nil {
				t.Fatal(err)
			}
			s.Close()
		}
		if _, err := await(js.Global().Call("reboundRaise", name, version)); err != nil {
			t.Fatal(err)
		}
		s, err := OpenIndexedDB(name)
		if err != nil {
			t.Fatalf("%s: %v", what, err)
		}
		all, err := s.Open()
		if err != nil || !all.Newer || len(all.Rows) != map[int]int{9: 1}[version] {
			t.Errorf("%s: %d rows, newer %v, %v", what, len(all.Rows), all.Newer, err)
		}
		if _, err := s.Commit(Change{Put: map[string][]byte{"a": []byte("b")}}); !errors.Is(err, ErrNewer) {
			t.Errorf("%s was written to: %v", what, err)
		}
		if _, err := s.Commit(Change{Clear: true, Put: map[string][]byte{"a": []byte("b")}}); err != nil {
			t.Errorf("%s: emptied: %v", what, err)
		}
		if all, err := s.Open(); err != nil || all.Newer || len(all.Rows) != 0 || string(all.Values["a"]) != "b" {
			t.Errorf("%s: emptied, it holds %+v, %v", what, all, err)
		}
		s.Close()
	}
}
