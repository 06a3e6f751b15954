package e2e

import (
	"testing"

	"rebound/cmd/site/size"
)

// What a first visit may cost on a host that sends brotli, in bytes.
const (
	pageBudget    = 1_350_000
	backendBudget = 1_200_000
	readerBudget  = 1_100_000
	startBudget   = 2_630_000 // page and backend, as much as page and worker were
	allBudget     = 3_750_000
)

// Every file of the site is kept for offline use, so all of it counts.
func TestSizes(t *testing.T) {
	sizes, err := size.Dir(built)
	if err != nil {
		t.Fatal(err)
	}
	all := 0
	for name, n := range sizes {
		all += n
		t.Logf("%9d %s", n, name)
	}
	t.Logf("%9d together", all)
	if n := sizes["app.wasm.gz"] + sizes["backend.wasm.gz"]; n > startBudget {
		t.Errorf("page and backend are %d bytes of brotli, at most %d", n, startBudget)
	}
	for name, bound := range map[string]int{"app.wasm.gz": pageBudget, "backend.wasm.gz": backendBudget, "reader.wasm.gz": readerBudget} {
		if n := sizes[name]; n == 0 || n > bound {
			t.Errorf("%s is %d bytes of brotli, at most %d", name, n, bound)
		}
	}
	if all > allBudget {
		t.Errorf("all together is %d bytes of brotli, at most %d", all, allBudget)
	}
}
