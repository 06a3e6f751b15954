package main

import (
	"compress/gzip"
	"fmt"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"strings"
)

// serve answers on localhost until it is stopped.
func serve(dir string, port int) error {
	if _, err := os.Stat(filepath.Join(dir, "index.html")); err != nil {
		return fmt.Errorf("%s holds no site: run `site build` first", dir)
	}
	l, err := net.Listen("tcp", fmt.Sprintf("localhost:%d", port))
	if err != nil {
		return fmt.Errorf("port %d is taken: choose another with PORT=", port)
	}
	fmt.Printf("Rebound is at http://localhost:%d/\n", l.Addr().(*net.TCPAddr).Port)
	return http.Serve(l, Handler(dir))
}

// types are set here rather than taken from the machine's table.
var types = map[string]string{
	".html": "text/html; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".css": "text/css; charset=utf-8",
	".svg": "image/svg+xml", ".png": "image/png", ".webmanifest": "application/manifest+json", ".gz": "application/gzip", ".txt": "text/plain; charset=utf-8",
}

// Handler serves the folder the way a static host does that compresses text. no-cache
// makes the browser ask again each time, so that a rebuilt site is seen at once.
func Handler(dir string) http.Handler {
	files := http.FileServer(http.Dir(dir))
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		t := types[strings.ToLower(filepath.Ext(r.URL.Path))]
		if t == "" && strings.HasSuffix(r.URL.Path, "/") {
			t = types[".html"]
		}
		if t != "" {
			w.Header().Set("Content-Type", t)
		}
		w.Header().Set("Cache-Control", "no-cache")
		w.Header().Set("X-Content-Type-Options", "nosniff")
		if !compresses(t) || !strings.Contains(r.Header.Get("Accept-Encoding"), "gzip") || r.Header.Get("Range") != "" {
			files.ServeHTTP(w, r)
			return
		}
		to := &zipped{ResponseWriter: w, z: gzip.NewWriter(w)}
		files.ServeHTTP(to, r)
		if to.body {
			to.z.Close() // what it cannot send, nobody is there to hear of
		}
	})
}

// compresses reports whether a type gains by it: pictures and the wasm, which is
// gzipped as it lies, do not.
func compresses(t string) bool {
	return strings.HasPrefix(t, "text/") || strings.Contains(t, "json") || strings.Contains(t, "svg")
}

// zipped is an answer that is compressed if it has a body.
type zipped struct {
	http.ResponseWriter
	z    *gzip.Writer
	body bool
}

func (w *zipped) WriteHeader(status int) {
	w.Header().Add("Vary", "Accept-Encoding")
	if w.body = status == http.StatusOK; w.body {
		w.Header().Del("Content-Length")
		w.Header().Set("Content-Encoding", "gzip")
	}
	w.ResponseWriter.WriteHeader(status)
}

func (w *zipped) Write(b []byte) (int, error) {
	if !w.body {
		return w.ResponseWriter.Write(b)
	}
	return w.z.Write(b)
}
