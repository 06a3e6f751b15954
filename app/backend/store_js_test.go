package backend

import (
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
	for i, test := range []func(*testing.T, func() Store){testStore, testBriefs} {
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
