package main

import "testing"

// The stand-in fits the go-app in use, and the page is a good deal smaller for it.
func TestPageIsBuiltWithoutHTTP(t *testing.T) {
	overlay, err := withoutHTTP("../..", t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	wasm, err := compile("../..", "./cmd/app", "-overlay="+overlay)
	if err != nil {
		t.Fatalf("the stand-in does not fit: %v", err)
	}
	plain, err := compile("../..", "./cmd/app")
	if err != nil {
		t.Fatal(err)
	}
	if len(wasm) > len(plain)*9/10 {
		t.Errorf("%d bytes without net/http, %d with it", len(wasm), len(plain))
	}
}
