package e2e

import (
	"compress/gzip"
	"context"
	"encoding/json"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

// lighthouse is fetched when this test runs and not before: its two hundred packages are
// for nothing else.
const lighthouse = "lighthouse@12"

// lightReport is what is read of a report of Lighthouse.
type lightReport struct {
	Categories map[string]struct{ Score float64 }
	Audits     map[string]struct {
		Score        *float64
		NumericValue float64
		DisplayValue string
		Title        string
	}
}

// A phone's first visit, as Lighthouse sees it, from hosts that compress and hosts that do
// not: the median of three.
func TestLighthouse(t *testing.T) {
	long(t)
	npx, err := exec.LookPath("npx")
	if err != nil {
		t.Skip("npx is not installed")
	}
	if out, err := exec.Command(npx, "--yes", lighthouse, "--version").CombinedOutput(); err != nil {
		t.Skipf("Lighthouse cannot be fetched: %s", clip(string(out)))
	}
	for name, wrap := range map[string]func(http.Handler) http.Handler{
		"plain": func(h http.Handler) http.Handler { return h }, "compressing": compressing,
	} {
		s := newSite(t, built)
		s.instead(func(w http.ResponseWriter, r *http.Request, build http.Handler) { wrap(build).ServeHTTP(w, r) })
		_, port, _ := net.SplitHostPort(s.addr)
		var speed, paint, blocked []float64
		for range 3 {
			r := light(t, npx, "http://localhost:"+port+sub)
			for _, category := range []string{"accessibility", "best-practices", "seo"} {
				if score := r.Categories[category].Score; score < 1 {
					t.Errorf("%s: %s is %.2f", name, category, score)
					for id, a := range r.Audits {
						if a.Score != nil && *a.Score < 1 {
							t.Logf("%s %.2f: %s (%s)", id, *a.Score, a.Title, a.DisplayValue)
						}
					}
				}
			}
			speed = append(speed, r.Categories["performance"].Score)
			paint = append(paint, r.Audits["largest-contentful-paint"].NumericValue)
			blocked = append(blocked, r.Audits["total-blocking-time"].NumericValue)
		}
		middle := func(list []float64) float64 { slices.Sort(list); return list[len(list)/2] }
		t.Logf("%s: performance %.2f, largest paint %.0f ms, blocked %.0f ms", name, middle(speed), middle(paint), middle(blocked))
		if middle(speed) < 0.9 || middle(paint) > 2500 {
			t.Errorf("%s: performance is %.2f, at least 0.90; the largest paint comes after %.0f ms, at most 2500", name, middle(speed), middle(paint))
		}
	}
}

func light(t *testing.T, npx, url string) lightReport {
	t.Helper()
	to := filepath.Join(t.TempDir(), "report.json")
	ctx, cancel := context.WithTimeout(t.Context(), 3*time.Minute)
	defer cancel()
	cmd := exec.CommandContext(ctx, npx, "--yes", lighthouse, url, "--quiet", "--output=json", "--output-path="+to,
		"--only-categories=performance,accessibility,best-practices,seo", "--chrome-flags=--headless=new --no-sandbox --disable-dev-shm-usage")
	cmd.Env = append(os.Environ(), "CHROME_PATH="+chrome)
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("lighthouse: %v\n%s", err, clip(string(out)))
	}
	data, err := os.ReadFile(to)
	if err != nil {
		t.Fatal(err)
	}
	var r lightReport
	if err := json.Unmarshal(data, &r); err != nil {
		t.Fatal(err)
	}
	return r
}

// compressing answers as a host that compresses text.
func compressing(h http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		ext := filepath.Ext(r.URL.Path)
		text := slices.Contains([]string{"", ".html", ".js", ".css", ".svg", ".json", ".webmanifest", ".txt"}, ext)
		if !text || !strings.Contains(r.Header.Get("Accept-Encoding"), "gzip") {
			h.ServeHTTP(w, r)
			return
		}
		r.Header.Del("Range")
		z := gzip.NewWriter(w)
		defer z.Close()
		w.Header().Set("Content-Encoding", "gzip")
		h.ServeHTTP(squeezed{w, z}, r)
	})
}

// squeezed writes through a compressor; the length that was said is of the whole.
type squeezed struct {
	http.ResponseWriter
	z *gzip.Writer
}

func (w squeezed) WriteHeader(status int) {
	w.Header().Del("Content-Length")
	w.ResponseWriter.WriteHeader(status)
}

func (w squeezed) Write(b []byte) (int, error) { return w.z.Write(b) }
