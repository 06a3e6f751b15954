// Package size weighs a built site as the best hosts send it: brotli at its
// highest level, pictures as they are. Every file is kept for offline use, so
// every file counts, but for the screenshots that a browser shows who is about to
// install the app: no visit fetches them.
package size

import (
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"github.com/andybalholm/brotli"
)

// Screenshot is how the names of pictures begin that no visit fetches.
const Screenshot = "screenshot-"

// Dir returns the bytes that each file of a folder costs a first visit, by name.
func Dir(dir string) (map[string]int, error) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil, err
	}
	entries = slices.DeleteFunc(entries, func(e os.DirEntry) bool { return strings.HasPrefix(e.Name(), Screenshot) })
	sizes, errs := make([]int, len(entries)), make([]error, len(entries))
	var wg sync.WaitGroup
	for i, e := range entries {
		wg.Go(func() {
			data, err := os.ReadFile(filepath.Join(dir, e.Name()))
			if err == nil {
				sizes[i], err = of(e.Name(), data)
			}
			if err != nil {
				errs[i] = fmt.Errorf("%s: %w", e.Name(), err)
			}
		})
	}
	wg.Wait()
	if err := errors.Join(errs...); err != nil {
		return nil, err
	}
	all := make(map[string]int, len(entries))
	for i, e := range entries {
		all[e.Name()] = sizes[i]
	}
	return all, nil
}

// of is the bytes of one file as it is sent. What the site holds gzipped is
// taken out of that first, as a host that knows brotli would.
func of(name string, data []byte) (int, error) {
	switch {
	case strings.HasSuffix(name, ".png"):
		return len(data), nil // packed already
	case strings.HasSuffix(name, ".gz"):
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
	return out.Len(), nil
}
