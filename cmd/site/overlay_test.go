package main

import "testing"

// The stand-ins fit the Go and the go-app in use, and both programs are a good
// deal smaller for them.
func TestStandInsFit(t *testing.T) {
	for _, p := range []struct {
		pkg    string
		part   standIn
		atMost float64 // of the size without it
	}{{"./cmd/app", noHTTP, 0.9}, {"./cmd/backend", oneSort, 0.97}} {
		flag, err := overlay("../..", t.TempDir(), p.part)
		if err != nil {
			t.Fatal(err)
		}
		wasm, err := compile("../..", p.pkg, flag)
		if err != nil {
			t.Fatalf("%s: the stand-in does not fit: %v", p.part.of, err)
		}
		plain, err := compile("../..", p.pkg)
		if err != nil {
			t.Fatal(err)
		}
		if float64(len(wasm)) > p.atMost*float64(len(plain)) {
			t.Errorf("%s: %d bytes with the stand-in, %d without", p.pkg, len(wasm), len(plain))
		}
	}
}
