package main

import (
	"context"
	"fmt"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
)

// slower is how much slower than this machine's the processor of a phone is taken to be.
const slower = 6

// measureTabs goes from screen to screen on such a phone with half a year of data: how
// long until the new screen is painted, its title and what first stands on it.
func measureTabs(ctx context.Context, k *kit) (section, error) {
	out := section{title: fmt.Sprintf("From one screen to another, the processor %d times slower", slower),
		notes: []string{"from the tap to the paint with the new screen's title; the slowest of three rounds in one page"}}
	export, err := sampleZip(ctx, k, 0)
	if err != nil {
		return out, err
	}
	s, err := serve(ctx, k)
	if err != nil {
		return out, err
	}
	defer s.stop()
	tab, end, err := openBrowser(ctx, k.path("tabs-profile"))
	if err != nil {
		return out, err
	}
	defer end()
	if err := s.visit(tab, ""); err != nil {
		return out, err
	}
	if _, err := drop(tab, export, 0); err != nil {
		return out, err
	}
	if _, err := chromedp.Call(tab, emulation.SetCPUThrottlingRate, emulation.SetCPUThrottlingRateParams{Rate: slower}); err != nil {
		return out, err
	}
	screens := []string{"trends", "plan", "body", "files", "settings", "today"}
	slowest := map[string]float64{}
	for range 3 {
		for _, name := range screens {
			took, err := await[float64](tab, fmt.Sprintf(goTo, name, name))
			if err != nil {
				return out, err
			}
			slowest[name] = max(slowest[name], took)
		}
	}
	for _, name := range screens {
		out.rows = append(out.rows, atMost("to "+name, slowest[name], 300, "ms", ""))
	}
	return out, nil
}

// goTo presses the link to a screen, and is how long it took until that was painted; then
// it waits until the screen is whole and the page is idle.
const goTo = `new Promise((done) => {
	const begun = performance.now();
	const idle = (took) => document.querySelector("main .skeleton, main[aria-busy=true], main [aria-busy=true]")
		? setTimeout(idle, 50, took) : requestIdleCallback(() => done(took));
	// What is urgent comes right after the frame; a message would wait behind an answer of
	// the backend's, which is drawn in the next one.
	const painted = () => scheduler.postTask(() => idle(performance.now() - begun), {priority: "user-blocking"});
	const look = () => requestAnimationFrame(document.querySelector("main.page-%s h1") ? painted : look);
	document.querySelector("a[href='#/%s']").click();
	look();
})`
