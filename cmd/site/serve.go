package main

import (
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
	".svg": "image/svg+xml", ".png": "image/png", ".webmanifest": "application/manifest+json", ".gz": "application/gzip",
}

// Handler serves the folder the way a plain static host does. no-cache makes the
// browser ask again each time, so that a rebuilt site is seen at once.
func Handler(dir string) http.Handler {
	files := http.FileServer(http.Dir(dir))
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if t := types[strings.ToLower(filepath.Ext(r.URL.Path))]; t != "" {
			w.Header().Set("Content-Type", t)
		}
		w.Header().Set("Cache-Control", "no-cache")
		w.Header().Set("X-Content-Type-Options", "nosniff")
		files.ServeHTTP(w, r)
	})
}
