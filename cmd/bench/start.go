package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
)

// measureStart opens the page of a runner who has half a year of data, and of one
// who has ten years, each time in a new browser process: cold with nothing kept
// but the data, warm with all that the service worker keeps and the server
// stopped. Then an exercise is ticked off.
func measureStart(ctx context.Context, k *kit) (section, error) {
	half, err := startsWith(ctx, k, 0)
	if err != nil {
		return section{}, err
	}
	ten, err := startsWith(ctx, k, 10)
	if err != nil {
		return section{}, err
	}
	out := section{title: "Start in a new browser process, and one tick",
		notes: []string{
			"milliseconds since the navigation, medians of " + strconv.Itoa(tries),
			"cold: nothing kept but the data; warm: all that the service worker keeps, and the server stopped",
			"a tick: from the request to its answer, the verdict and the Body screen with it, in a browser that has just started",
			"last verdict: what the page kept of today's, on screen before the engine has answered",
		}}
	verdict := func(n noted) float64 { return n.Verdict }
	for _, r := range []struct {
		name string
		all  []noted
	}{{"half a year, cold", half.cold}, {"half a year, warm", half.warm}, {"ten years, warm", ten.warm}} {
		out.rows = append(out.rows,
			plain(r.name+", first paint of the shell", median(each(r.all, func(n noted) float64 { return n.Paint })), "ms", ""),
			plain(r.name+", page mounted", median(each(r.all, func(n noted) float64 { return n.Mounted })), "ms", ""),
			plain(r.name+", verdict shown", median(each(r.all, verdict)), "ms", ""))
	}
	last := func(n noted) float64 { return max(n.Last, n.Paint) / n.Paint } // there at a paint or after it
	out.rows = append(out.rows,
		atMost("half a year, warm, last verdict to first paint", median(each(half.warm, last)), 1.2, "x", ""),
		atMost("ten years to half of one, warm verdict", median(each(ten.warm, verdict))/median(each(half.warm, verdict)), 1.3, "x", ""),
		plain("half a year, one tick", median(half.ticks), "ms", ""),
		atMost("ten years, one tick", median(ten.ticks), 60, "ms", ""),
		atMost("ten years to half of one, one tick", median(ten.ticks)/median(half.ticks), 2, "x", ""))
	return out, nil
}

// starts is what starts with some years of data took, and ticks after them, ms.
type starts struct {
	cold, warm []noted
	ticks      []float64
}

// startsWith starts with so many years of data, half a one for 0.
func startsWith(ctx context.Context, k *kit, years int) (starts, error) {
	var x starts
	export, err := sampleZip(ctx, k, years)
	if err != nil {
		return x, err
	}
	s, err := serve(ctx, k)
	if err != nil {
		return x, err
	}
	defer s.stop()
	profile := k.path(fmt.Sprint("start-profile", years))
	if err := settle(ctx, s, profile, export); err != nil {
		return x, err
	}
	for range tries {
		if err := forget(profile); err != nil {
			return x, err
		}
		n, _, err := startOnce(ctx, s, profile)
		if err != nil {
			return x, err
		}
		x.cold = append(x.cold, n)
	}
	s.stop()
	for range tries {
		n, ticks, err := startOnce(ctx, s, profile)
		if err != nil {
			return x, err
		}
		x.warm, x.ticks = append(x.warm, n), append(x.ticks, ticks...)
	}
	return x, nil
}

func each(all []noted, of func(noted) float64) []float64 {
	var values []float64
	for _, n := range all {
		values = append(values, of(n))
	}
	return values
}

// settle makes a profile that holds the export's data and the whole app.
func settle(ctx context.Context, s *served, profile, export string) error {
	tab, end, err := openBrowser(ctx, profile)
	if err != nil {
		return err
	}
	defer end()
	if err := s.visit(tab, ""); err != nil {
		return err
	}
	_, err = drop(tab, export, 0)
	return err
}

// startOnce opens the app in a new process until the verdict stands and the app
// is kept for the next start, and ticks an exercise off and on.
func startOnce(ctx context.Context, s *served, profile string) (n noted, ticks []float64, err error) {
	tab, end, err := openBrowser(ctx, profile)
	if err != nil {
		return n, nil, err
	}
	defer end()
	if err := s.visit(tab, "/today"); err != nil {
		return n, nil, err
	}
	if n, err = until(tab, "verdict"); err != nil {
		return n, nil, err
	}
	if _, err = await[bool](tab, "navigator.serviceWorker.ready.then((r) => !!r.active)"); err != nil {
		return n, nil, err
	}
	for i := range 4 {
		took, err := await[float64](tab, fmt.Sprintf(tick, i%2 == 0))
		if err != nil {
			return n, nil, err
		}
		ticks = append(ticks, took)
	}
	return n, ticks, nil
}

// tick is how long the answer to one tick takes, with what the page asks after it
// and an ID that it never uses.
const tick = `new Promise((done) => {
	noted.id = -7001;
	const began = performance.now();
	noted.reply = (now) => done(now - began);
	rebound.send(JSON.stringify({id: noted.id, op: "tick",
		args: {date: document.querySelector("main").dataset.date, code: "heel_raise", done: %v},
		then: ["assess", "body"].map((op) => ({op, args: {date: document.querySelector("main").dataset.date}}))}));
})`

// forget takes from a profile all that makes a second start faster, and leaves
// the data.
func forget(profile string) error {
	for _, name := range []string{"Service Worker", "Cache", "Code Cache", "GPUCache"} {
		if err := os.RemoveAll(filepath.Join(profile, "Default", name)); err != nil {
			return err
		}
	}
	return nil
}
