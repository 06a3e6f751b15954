package e2e

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/chromedp/cdproto/inspector"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/cdproto/target"
	"github.com/chromedp/chromedp"

	"rebound/web/e2e/drive"
)

// browser is one browser process with its profile.
type browser struct {
	ctx     context.Context
	stop    context.CancelFunc
	outside *outside
}

// launch starts a browser process on a profile folder; the same folder again is
// the same runner coming back.
func launch(profile string, more ...chromedp.ExecAllocatorOption) (*browser, error) {
	out := newOutside()
	ctx, stop, err := drive.Launch(chrome, profile, out.URL, more...)
	if err != nil {
		out.Close()
		return nil, err
	}
	b := &browser{ctx: ctx, outside: out, stop: func() { stop(); out.Close() }}
	return b, nil
}

// newProfile is a folder for one. The browser's processes may still write there when the
// first of them has ended: then the end of all the tests takes it away.
func newProfile(t *testing.T) string {
	t.Helper()
	dir, err := os.MkdirTemp(spare, "profile")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.RemoveAll(dir) })
	return dir
}

// start launches a browser of the test's own. An empty profile is a new one.
func start(t *testing.T, profile string, more ...chromedp.ExecAllocatorOption) *browser {
	t.Helper()
	if profile == "" {
		profile = newProfile(t)
	}
	b, err := launch(profile, more...)
	if err != nil {
		t.Fatalf("starting %s: %v", chrome, err)
	}
	t.Cleanup(b.stop)
	return b
}

// close quits the browser as a runner does, everything written out.
func (b *browser) close(t *testing.T) {
	t.Helper()
	ctx, cancel := context.WithTimeout(b.ctx, patience)
	defer cancel()
	if err := chromedp.Cancel(ctx); err != nil {
		t.Fatalf("closing the browser: %v", err)
	}
	b.stop()
}

// kill ends the browser's process as a crash does.
func (b *browser) kill(t *testing.T) {
	t.Helper()
	if err := chromedp.FromContext(b.ctx).Browser.Process().Kill(); err != nil {
		t.Fatal(err)
	}
	b.stop()
}

var sharedBrowser = sync.OnceValues(func() (*browser, error) {
	started = true
	return launch(filepath.Join(spare, "shared"))
})

var started bool

// shared is the browser of all tests that need no process of their own: each has
// a site, and so a storage, of its own.
func shared(t *testing.T) *browser {
	t.Helper()
	b, err := sharedBrowser()
	if err != nil {
		t.Fatalf("starting %s: %v", chrome, err)
	}
	return b
}

func closeShared() {
	if !started {
		return
	}
	if b, err := sharedBrowser(); err == nil {
		b.stop()
	}
}

// tab is one page. What goes wrong in it fails its test at the end, unless the
// test has said that it will.
type tab struct {
	t       *testing.T
	ctx     context.Context
	close   context.CancelFunc
	allowed []string           // parts of messages that are expected
	ended   map[target.ID]bool // backends that the test has ended

	mu     sync.Mutex
	faults []string
}

// crashed is what is said of a tab whose process has ended.
const crashed = "the process of the tab has ended"

// blank opens an empty tab.
func (b *browser) blank(t *testing.T) *tab {
	t.Helper()
	p := &tab{t: t, ended: map[target.ID]bool{}, allowed: []string{"ERR_CONNECTION_REFUSED", "ERR_CONNECTION_RESET", "ERR_CONNECTION_CLOSED", "ERR_EMPTY_RESPONSE"}}
	p.ctx, p.close = chromedp.NewContext(b.ctx, chromedp.WithListener(p.hear))
	if err := chromedp.Do(p.ctx); err != nil {
		t.Fatalf("opening a tab: %v", err)
	}
	p.listen()
	t.Cleanup(func() {
		p.close()
		for _, fault := range p.unexpected() {
			t.Errorf("in the page: %s", fault)
		}
	})
	return p
}

// open opens an address in a new tab.
func (b *browser) open(t *testing.T, url string) *tab {
	t.Helper()
	p := b.blank(t)
	p.visit(url)
	return p
}

func (p *tab) hear(event any) {
	fault := ""
	switch e := event.(type) {
	case *inspector.EventTargetCrashed: // or whoever asks it something waits for good
		fault = crashed
		go p.close()
	case *runtime.EventExceptionThrown:
		fault = (&chromedp.ExceptionError{ExceptionDetails: e.ExceptionDetails}).Error()
	case *runtime.EventConsoleAPICalled:
		if e.Type == runtime.ConsoleAPICalledTypeError {
			for _, arg := range e.Args {
				fault += strings.Trim(string(arg.Value), `"`) + arg.Description + " "
			}
		}
	case *log.EventEntryAdded:
		if e.Entry.Level == log.EntryLevelError {
			fault = e.Entry.Text + " " + e.Entry.URL
		}
	}
	if fault != "" {
		p.mu.Lock()
		p.faults = append(p.faults, fault)
		p.mu.Unlock()
	}
}

func (p *tab) unexpected() (list []string) {
	p.mu.Lock()
	defer p.mu.Unlock()
next:
	for _, fault := range p.faults {
		for _, ok := range p.allowed {
			if strings.Contains(fault, ok) {
				continue next
			}
		}
		list = append(list, fault)
	}
	return list
}
