package main

import (
	"fmt"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"time"
)

// host serves the site once for each life, each under a path of its own and so with a
// diary of its own, and sets the clock of whatever runs there.
type host struct {
	dir string
	url string
	l   net.Listener

	mu     sync.Mutex
	clocks map[string]clock // by the first part of the path
}

// clock is a life's: where it stood when it was set, and when that was.
type clock struct{ stands, set time.Time }

func newHost(dir string) (*host, error) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return nil, err
	}
	h := &host{dir: dir, url: "http://" + l.Addr().String() + "/", l: l, clocks: map[string]clock{}}
	go http.Serve(l, h)
	return h, nil
}

// at sets the clock of a life.
func (h *host) at(life string, now time.Time) {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.clocks[life] = clock{now, time.Now()}
}

// slow is how much slower than the world's a life's clock goes: entries have an order,
// and no picture a minute that depends on the machine.
const slow = 50

// clocked is JavaScript that sets the clock of a page or a worker.
func (h *host) clocked(life string) string {
	h.mu.Lock()
	defer h.mu.Unlock()
	c := h.clocks[life]
	now := c.stands.Add(time.Since(c.set) / slow)
	return fmt.Sprintf(`(() => {
	const Real = Date, begun = performance.now();
	const now = () => Math.floor(%d + (performance.now() - begun) / %d);
	globalThis.Date = class Date extends Real {
		constructor(...args) { args.length ? super(...args) : super(now()); }
		static now() { return now(); }
	};
})();
`, now.UnixMilli(), slow)
}

// ServeHTTP serves the site's files but for its service worker: nothing here is to be
// kept, and a cache would hold the clock.
func (h *host) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	life, name, ok := strings.Cut(strings.TrimPrefix(r.URL.Path, "/"), "/")
	if name == "" {
		name = "index.html"
	}
	data, err := os.ReadFile(filepath.Join(h.dir, filepath.Base(name)))
	if !ok || err != nil || name == "sw.js" {
		http.NotFound(w, r)
		return
	}
	switch name {
	case "theme.js", "backend.js", "reader.js": // the first script of the page, and of each kind of worker
		data = append([]byte(h.clocked(life)), data...)
	}
	types := map[string]string{".html": "text/html; charset=utf-8", ".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml", ".png": "image/png", ".json": "application/json"}
	if t := types[filepath.Ext(name)]; t != "" {
		w.Header().Set("Content-Type", t)
	}
	w.Header().Set("Cache-Control", "no-store")
	w.Write(data)
}
