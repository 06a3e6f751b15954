// Package drive works the built site in a real Chromium, as a runner does: what the
// browser tests and `make pictures` share. Everything answers with an error; whoever
// calls decides what a failure is.
//
//	drive.go   finding and starting the browser
//	page.go    what is done on a page, and read off it
//	asking.go  what the backend is asked past the page
//	zone.go    the day that does not end meanwhile
package drive

import (
	"context"
	"fmt"
	"os"
	"os/exec"

	"github.com/chromedp/chromedp"
)

// Find is the browser's path: $CHROME, else the first Chromium or Chrome there is.
func Find() (string, error) {
	for _, name := range []string{os.Getenv("CHROME"), "chromium", "chromium-browser", "google-chrome", "google-chrome-stable"} {
		if name == "" {
			continue
		}
		if path, err := exec.LookPath(name); err == nil {
			return path, nil
		}
	}
	return "", fmt.Errorf("this needs Chromium or Chrome: install it (Debian: apt install chromium), or set CHROME to its path")
}

// Launch starts a browser process on a profile folder; the same folder again is the
// same runner coming back. Every call out of this machine goes to the proxy.
func Launch(path, profile, proxy string, more ...chromedp.ExecAllocatorOption) (ctx context.Context, stop func(), err error) {
	options := []chromedp.ExecAllocatorOption{
		chromedp.ExecPath(path),
		chromedp.UserDataDir(profile),
		chromedp.NoSandbox,
		chromedp.NoFirstRun,
		chromedp.NoDefaultBrowserCheck,
		chromedp.DisableGPU,
		chromedp.WindowSize(1000, 900),
		chromedp.ProxyServer(proxy),
	}
	for name, value := range map[string]any{
		"lang": "en-GB", "accept-lang": "en-GB", // and so kilometres
		"headless": "new", "disable-quic": true, "disable-background-networking": true,
		"disable-component-update": true, "disable-sync": true, "disable-default-apps": true,
		"disable-extensions": true, "disable-dev-shm-usage": true, "disable-breakpad": true,
		"disable-background-timer-throttling": true, "disable-backgrounding-occluded-windows": true,
		"disable-renderer-backgrounding": true, "hide-scrollbars": true, "password-store": "basic", "force-color-profile": "srgb",
	} {
		options = append(options, chromedp.Flag(name, value))
	}
	alloc, stopAlloc := chromedp.NewExecAllocator(context.Background(), append(options, more...)...)
	quiet := func(string, ...any) {} // of protocol events newer than the library
	ctx, cancel := chromedp.NewContext(alloc, chromedp.WithLogf(quiet), chromedp.WithErrorf(quiet))
	stop = func() { cancel(); stopAlloc() }
	if err := chromedp.Do(ctx); err != nil {
		stop()
		return nil, nil, err
	}
	return ctx, stop, nil
}
