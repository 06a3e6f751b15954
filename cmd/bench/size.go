package main

import (
	"context"
	"fmt"

	"rebound/cmd/site/size"
)

// measureSize packs every file of the site as the best hosts send it. All of
// them are kept for offline use, so all of them count.
func measureSize(ctx context.Context, k *kit) (section, error) {
	dist, err := k.site(ctx)
	if err != nil {
		return section{}, err
	}
	sizes, err := size.Dir(dist)
	if err != nil {
		return section{}, err
	}
	all := 0
	for _, n := range sizes {
		all += n
	}
	mb := func(n int) float64 { return float64(n) / 1e6 }
	return section{title: "Size of a first visit, brotli 11", rows: []row{
		atMost("page (app.wasm)", mb(sizes["app.wasm.gz"]), mb(size.Page), "MB", ""),
		atMost("backend (backend.wasm)", mb(sizes["backend.wasm.gz"]), mb(size.Backend), "MB", ""),
		atMost("page and backend", mb(sizes["app.wasm.gz"]+sizes["backend.wasm.gz"]), mb(size.Start), "MB", "what a start waits for"),
		atMost("reader (reader.wasm)", mb(sizes["reader.wasm.gz"]), mb(size.Reader), "MB", "fetched last"),
		atMost("everything", mb(all), mb(size.All), "MB", fmt.Sprintf("%d files", len(sizes))),
	}}, nil
}
