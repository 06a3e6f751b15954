package backend

import (
	"fmt"
	"syscall/js"
	"testing"
	"time"
)

// TestIndexedDB holds the browser's database to the contract. It runs where
// globalThis.reboundStore is: in a worker of a real browser, from the binary
// that GOOS=js GOARCH=wasm go test -c ./app/backend writes.
func TestIndexedDB(t *testing.T) {
	if js.Global().Get("reboundStore").IsUndefined() {
		t.Skip("no reboundStore here: run this in a browser, with web/worker/store.js")
	}
	name := fmt.Sprintf("contract-%d", time.Now().UnixNano())
	testStore(t, func() Store {
		s, err := OpenIndexedDB(name)
		if err != nil {
			t.Fatal(err)
		}
		return s
	})
}
