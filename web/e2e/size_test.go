package e2e

import (
	"testing"

	"rebound/cmd/site/size"
)

// What a first visit may cost on a host that sends brotli, in bytes.
const (
	pageBudget   = 1_750_000
	workerBudget = 1_350_000 // docs/adr/0007-budget-of-the-worker.md
	allBudget    = 3_000_000
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
	for name, bound := range map[string]int{"app.wasm.gz": pageBudget, "backend.wasm.gz": workerBudget} {
		if n := sizes[name]; n == 0 || n > bound {
			t.Errorf("%s is %d bytes of brotli, at most %d", name, n, bound)
		}
	}
	if all > allBudget {
		t.Errorf("all together is %d bytes of brotli, at most %d", all, allBudget)
	}
}
