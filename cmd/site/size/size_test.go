package size

import (
	"bytes"
	"compress/gzip"
	"os"
	"path/filepath"
	"testing"
)

// A gzipped file is weighed by its content, a picture by its bytes, and a file
// that is not what its name says is named.
func TestDir(t *testing.T) {
	dir := t.TempDir()
	text := bytes.Repeat([]byte("rest and run "), 400)
	var packed bytes.Buffer
	w := gzip.NewWriter(&packed)
	w.Write(text)
	w.Close()
	write := func(name string, data []byte) {
		if err := os.WriteFile(filepath.Join(dir, name), data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	write("app.css", text)
	write("app.wasm.gz", packed.Bytes())
	write("icon.png", text)
	write(Screenshot+"today.png", text)
	sizes, err := Dir(dir)
	if err != nil {
		t.Fatal(err)
	}
	if n, ok := sizes[Screenshot+"today.png"]; ok {
		t.Errorf("a screenshot, which no visit fetches, counts %d", n)
	}
	if sizes["icon.png"] != len(text) {
		t.Errorf("a picture of %d bytes is weighed as %d", len(text), sizes["icon.png"])
	}
	if n := sizes["app.css"]; n == 0 || n > 100 || n != sizes["app.wasm.gz"] {
		t.Errorf("the same text weighs %d plain and %d gzipped", n, sizes["app.wasm.gz"])
	}
	write("other.gz", []byte("no gzip"))
	if _, err := Dir(dir); err == nil || !bytes.Contains([]byte(err.Error()), []byte("other.gz")) {
		t.Errorf("a broken file gives %v", err)
	}
}

func TestTable(t *testing.T) {
	base := map[string]int{"app.wasm.gz": 1000, "app.js": 50, "old.js": 10, "index.html": 7}
	here := map[string]int{"app.wasm.gz": 1100, "app.js": 50, "reader.wasm.gz": 500, "index.html": 6}
	const compared = `| brotli, bytes | base | here | change |
|---|--:|--:|--:|
| app.wasm.gz | 1000 | 1100 | +100 (+10.0%) |
| reader.wasm.gz |  | 500 | new |
| app.js | 50 | 50 | same |
| old.js | 10 |  | gone |
| index.html | 7 | 6 | -1 (-14.3%) |
| **together** | 1067 | 1656 | +589 (+55.2%) |
`
	if got := Table(base, here); got != compared {
		t.Errorf("got\n%s", got)
	}
	const alone = `| brotli, bytes | here |
|---|--:|
| app.js | 50 |
| **together** | 50 |
`
	if got := Table(nil, map[string]int{"app.js": 50}); got != alone {
		t.Errorf("got\n%s", got)
	}
}
