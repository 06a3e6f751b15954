package e2e

import (
	"bytes"
	"compress/gzip"
	"io"
	"os"
	"strings"
	"sync"
	"testing"

	"github.com/andybalholm/brotli"
)

// What a first visit may cost on a host that sends brotli, in bytes.
const (
	pageBudget   = 1_750_000
	workerBudget = 1_350_000 // docs/adr/0007-budget-of-the-worker.md
	allBudget    = 3_000_000
)

// Every file of the site is kept for offline use, so all of it counts.
func TestSizes(t *testing.T) {
	entries, err := os.ReadDir(built)
	if err != nil {
		t.Fatal(err)
	}
	sizes := map[string]int{}
	var mu sync.Mutex
	var wg sync.WaitGroup
	for _, e := range entries {
		data := contents(t, built, e.Name())
		wg.Go(func() {
			n := brotlied(t, e.Name(), data)
			mu.Lock()
			sizes[e.Name()] = n
			mu.Unlock()
		})
	}
	wg.Wait()
	all := 0
	for name, n := range sizes {
		all += n
		t.Logf("%9d %s", n, name)
	}
	t.Logf("%9d together", all)
	for name, bound := range map[string]int{"app.wasm.gz": pageBudget, "backend.wasm.gz": workerBudget} {
		if n := sizes[name]; n == 0 || n > bound {
			t.Errorf("%s is %d bytes of brotli, at most %d", name, n, bound)
		}
	}
	if all > allBudget {
		t.Errorf("all together is %d bytes of brotli, at most %d", all, allBudget)
	}
}

// brotlied is the size of a file as the best hosts send it; what is packed
// already is sent as it is.
func brotlied(t *testing.T, name string, data []byte) int {
	switch {
	case strings.HasSuffix(name, ".png"):
		return len(data)
	case strings.HasSuffix(name, ".gz"):
		r, err := gzip.NewReader(bytes.NewReader(data))
		if err == nil {
			data, err = io.ReadAll(r)
		}
		if err != nil {
			t.Errorf("%s: %v", name, err)
			return 0
		}
	}
	var out bytes.Buffer
	w := brotli.NewWriterLevel(&out, brotli.BestCompression)
	w.Write(data) // to memory: cannot fail
	w.Close()
	return out.Len()
}
