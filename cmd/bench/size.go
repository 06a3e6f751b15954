package main

import (
	"bytes"
	"compress/gzip"
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/andybalholm/brotli"
)

// measureSize packs every file of the site as the best hosts send it. All of
// them are kept for offline use, so all of them count.
func measureSize(ctx context.Context, k *kit) (section, error) {
	dist, err := k.site(ctx)
	if err != nil {
		return section{}, err
	}
	entries, err := os.ReadDir(dist)
	if err != nil {
		return section{}, err
	}
	sizes := map[string]float64{}
	all := 0.0
	for _, e := range entries {
		data, err := os.ReadFile(filepath.Join(dist, e.Name()))
		if err != nil {
			return section{}, err
		}
		n, err := sent(e.Name(), data)
		if err != nil {
			return section{}, fmt.Errorf("%s: %w", e.Name(), err)
		}
		sizes[e.Name()] = n
		all += n
	}
	return section{title: "Size of a first visit, brotli 11", rows: []row{
		atMost("page (app.wasm)", sizes["app.wasm.gz"], 1.75, "MB", ""),
		atMost("worker (backend.wasm)", sizes["backend.wasm.gz"], 1.35, "MB", "first estimate 1.1 MB: see docs/adr/0007"),
		atMost("everything", all, 3, "MB", fmt.Sprintf("%d files", len(entries))),
	}}, nil
}

// sent is the megabytes of a file under brotli; a picture is packed already.
func sent(name string, data []byte) (float64, error) {
	if strings.HasSuffix(name, ".png") {
		return float64(len(data)) / 1e6, nil
	}
	if strings.HasSuffix(name, ".gz") {
		r, err := gzip.NewReader(bytes.NewReader(data))
		if err != nil {
			return 0, err
		}
		if data, err = io.ReadAll(r); err != nil {
			return 0, err
		}
	}
	var out bytes.Buffer
	w := brotli.NewWriterLevel(&out, brotli.BestCompression)
	w.Write(data) // to memory: cannot fail
	w.Close()
	return float64(out.Len()) / 1e6, nil
}
