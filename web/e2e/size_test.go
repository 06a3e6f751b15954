package e2e

import (
	"testing"

	"rebound/cmd/site/size"
)

// What a host sends of the site stays within the budgets.
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
	if n := sizes["app.wasm.gz"] + sizes["backend.wasm.gz"]; n > size.Start {
		t.Errorf("page and backend are %d bytes of brotli, at most %d", n, size.Start)
	}
	for name, bound := range map[string]int{"app.wasm.gz": size.Page, "backend.wasm.gz": size.Backend, "reader.wasm.gz": size.Reader} {
		if n := sizes[name]; n == 0 || n > bound {
			t.Errorf("%s is %d bytes of brotli, at most %d", name, n, bound)
		}
	}
	paint := 0
	for _, name := range size.Painted {
		if sizes[name] == 0 {
			t.Errorf("there is no %s", name)
		}
		paint += sizes[name]
	}
	if t.Logf("%9d before the first paint", paint); paint > size.Paint {
		t.Errorf("before the first paint come %d bytes of brotli, at most %d", paint, size.Paint)
	}
	if all > size.All {
		t.Errorf("all together is %d bytes of brotli, at most %d", all, size.All)
	}
}
