package e2e

import (
	"bytes"
	"fmt"
	"io/fs"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"regexp"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"
)

// sub is where the site lies on its host, as a project's pages do on github.io.
const sub = "/someone/rebound/"

// site is a plain static host. Each has an origin of its own, so that tests may
// share a browser and still begin with an empty one.
type site struct {
	t    *testing.T
	host string // its own: a port may be given out again, with the storage of who had it
	addr string

	mu     sync.Mutex
	dir    string
	server *http.Server // nil while stopped
	hits   []string     // "GET /path?query" of every request that arrived
	answer http.HandlerFunc
}

var sites atomic.Int32

// newSite serves a build until the test ends.
func newSite(t *testing.T, dir string) *site {
	t.Helper()
	s := &site{t: t, dir: dir, host: fmt.Sprintf("site%d.localhost", sites.Add(1)), addr: "127.0.0.1:0"}
	s.start()
	t.Cleanup(s.stop)
	return s
}

// start serves again, at the same address.
func (s *site) start() {
	s.t.Helper()
	l, err := net.Listen("tcp", s.addr)
	for end := time.Now().Add(patience); err != nil && time.Now().Before(end); time.Sleep(50 * time.Millisecond) {
		l, err = net.Listen("tcp", s.addr) // once stopped, its port is anybody's for a moment
	}
	if err != nil {
		s.t.Fatal(err)
	}
	s.addr = l.Addr().String()
	server := &http.Server{Handler: s}
	s.mu.Lock()
	s.server = server
	s.mu.Unlock()
	go server.Serve(l)
}

// stop closes the port and every connection.
func (s *site) stop() {
	s.mu.Lock()
	server := s.server
	s.server = nil
	s.mu.Unlock()
	if server != nil {
		server.Close()
	}
}

// put swaps the build that is served, as publishing a new version does.
func (s *site) put(dir string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.dir = dir
}

// instead answers with f from now on; nil serves the build again.
func (s *site) instead(f func(w http.ResponseWriter, r *http.Request, build http.Handler)) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if f == nil {
		s.answer = nil
		return
	}
	dir := s.dir
	s.answer = func(w http.ResponseWriter, r *http.Request) { f(w, r, files(dir)) }
}

func (s *site) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	s.mu.Lock()
	s.hits = append(s.hits, r.Method+" "+r.URL.RequestURI())
	h := http.Handler(s.answer)
	if s.answer == nil {
		h = files(s.dir)
	}
	s.mu.Unlock()
	h.ServeHTTP(w, r)
}

// files serves a folder under sub with the headers that GitHub Pages sends; the
// ten minutes in its cache are a trap for updates.
func files(dir string) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		name, ok := strings.CutPrefix(r.URL.Path, sub)
		if name == "" {
			name = "index.html"
		}
		data, err := fs.ReadFile(os.DirFS(dir), name)
		if !ok || err != nil {
			http.NotFound(w, r)
			return
		}
		if strings.HasSuffix(name, ".webmanifest") {
			w.Header().Set("Content-Type", "application/manifest+json")
		}
		w.Header().Set("Cache-Control", "max-age=600")
		http.ServeContent(w, r, name, time.Time{}, bytes.NewReader(data))
	})
}

// url is the address of a screen, such as "#/trends".
func (s *site) url(screen string) string {
	_, port, _ := net.SplitHostPort(s.addr)
	return "http://" + net.JoinHostPort(s.host, port) + sub + screen
}

// requests lists what has arrived, once each, in order.
func (s *site) requests() []string {
	s.mu.Lock()
	defer s.mu.Unlock()
	list := slices.Clone(s.hits)
	slices.Sort(list)
	return slices.Compact(list)
}

// outside is the rest of the world: it stands in for every host but this machine
// and writes down who was called.
type outside struct {
	*httptest.Server
	mu    sync.Mutex
	calls []string
}

func newOutside() *outside {
	o := &outside{}
	o.Server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		o.mu.Lock()
		o.calls = append(o.calls, r.Method+" "+r.Host+" "+r.URL.Path)
		o.mu.Unlock()
		http.Error(w, "there is no outside", http.StatusBadGateway)
	}))
	return o
}

// called lists the calls but for those that the browser makes on its own behalf.
func (o *outside) called() (list []string) {
	o.mu.Lock()
	defer o.mu.Unlock()
	for _, call := range o.calls {
		if !browsersOwn.MatchString(call) {
			list = append(list, call)
		}
	}
	return list
}

var browsersOwn = regexp.MustCompile(`\.(google|googleapis|gstatic|gvt1)\.com[: ]`)
