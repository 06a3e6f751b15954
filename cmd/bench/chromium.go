package main

import (
	"context"
	"os"
	"slices"

	"github.com/chromedp/chromedp"
)

// openBrowser starts a Chromium of its own on a profile folder and returns the
// context of its first tab. close ends the process and waits for that.
func openBrowser(ctx context.Context, profile string) (tab context.Context, close func(), err error) {
	options := append(slices.Clone(chromedp.DefaultExecAllocatorOptions[:]),
		chromedp.NoSandbox, chromedp.DisableGPU,
		chromedp.Flag("headless", "new"),
		chromedp.Flag("disable-quic", true),
		chromedp.Flag("disable-component-update", true),
		chromedp.UserDataDir(profile),
		chromedp.WindowSize(412, 915),
	)
	if path := os.Getenv("CHROME"); path != "" {
		options = append(options, chromedp.ExecPath(path))
	}
	alloc, stop := chromedp.NewExecAllocator(ctx, options...)
	tab, cancel := chromedp.NewContext(alloc)
	close = func() {
		chromedp.Cancel(tab) // a profile is whole only after an orderly end
		cancel()
		stop()
	}
	if err := chromedp.Do(tab); err != nil {
		close()
		return nil, nil, err
	}
	return tab, close, nil
}

// await evaluates a JavaScript expression whose value is a promise.
func await[T any](ctx context.Context, expression string) (T, error) {
	return chromedp.Run(ctx, chromedp.Evaluate[T](expression, chromedp.EvalAwaitPromise))
}
