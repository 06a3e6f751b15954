package main

import (
	"bufio"
	"context"
	"fmt"
	"net/url"
	"os/exec"
	"regexp"

	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"

	"rebound/app/wire"
)

// served is the built site behind a server of its own process.
type served struct {
	url string
	cmd *exec.Cmd
}

var address = regexp.MustCompile(`http://localhost:\d+/`)

func serve(ctx context.Context, k *kit) (*served, error) {
	dist, err := k.site(ctx)
	if err != nil {
		return nil, err
	}
	cmd := command(ctx, k.path("site"), "serve", "-dir", dist, "-port", "0")
	out, err := cmd.StdoutPipe()
	if err != nil {
		return nil, err
	}
	if err := cmd.Start(); err != nil {
		return nil, err
	}
	s := &served{cmd: cmd}
	line, err := bufio.NewReader(out).ReadString('\n')
	if s.url = address.FindString(line); s.url == "" {
		s.stop()
		return nil, fmt.Errorf("the site's server said %q: %v", line, err)
	}
	return s, nil
}

func (s *served) stop() {
	s.cmd.Process.Kill()
	s.cmd.Wait()
}

// visit opens an address of the site in a tab that notes what happens when.
func (s *served) visit(tab context.Context, fragment string) error {
	if _, err := chromedp.Call(tab, page.AddScriptToEvaluateOnNewDocument,
		page.AddScriptToEvaluateOnNewDocumentParams{Source: notes}); err != nil {
		return err
	}
	u, err := url.Parse(s.url)
	if err != nil {
		return err
	}
	u.Fragment = fragment
	return chromedp.Do(tab, chromedp.Navigate(u.String()))
}

// notes runs in the page before anything of its own. Times are milliseconds
// since navigation began. The longest task is 0 as long as no task took 50 ms,
// below which the browser does not report any.
const notes = `
globalThis.noted = {mounted: 0, ready: 0, last: 0, verdict: 0, dropped: 0, finished: 0, task: 0, frame: 0, progress: null};
new MutationObserver(() => {
	if (!noted.mounted && !document.getElementById("boot-line") && document.querySelector("main")) noted.mounted = performance.now();
	if (!noted.ready && document.querySelector(".app input[type=file][multiple]")) noted.ready = performance.now();
	if (!noted.last && document.querySelector("main .verdict")) noted.last = performance.now();
	if (!noted.verdict && document.querySelector("main[data-action]")) noted.verdict = performance.now();
}).observe(document, {subtree: true, childList: true, attributes: true, attributeFilter: ["data-action"]});
addEventListener("drop", () => { noted.dropped = performance.now(); noted.verdict = 0; }, true);
new PerformanceObserver((list) => {
	for (const e of list.getEntries()) if (noted.dropped && e.startTime >= noted.dropped) noted.task = Math.max(noted.task, e.duration);
}).observe({type: "longtask"});
let last = 0;
requestAnimationFrame(function frame(now) {
	if (noted.dropped && !noted.finished && last > noted.dropped) noted.frame = Math.max(noted.frame, now - last);
	last = now;
	requestAnimationFrame(frame);
});
const Real = Worker;
globalThis.Worker = class extends Real {
	constructor(...args) {
		super(...args);
		this.addEventListener("message", ({data}) => {
			if (noted.reply && data.json && JSON.parse(data.json).id === noted.id) noted.reply(performance.now());
			const said = data.json?.includes('"progress"') ? JSON.parse(data.json) : {};
			if (said.event !== "progress" || !said.data.finished) return;
			noted.finished = performance.now();
			noted.progress = said.data;
		});
	}
};`

// noted is what the page has noted so far.
type noted struct {
	Paint    float64        `json:"paint"`
	Mounted  float64        `json:"mounted"`
	Last     float64        `json:"last"`
	Verdict  float64        `json:"verdict"`
	Dropped  float64        `json:"dropped"`
	Finished float64        `json:"finished"`
	Task     float64        `json:"task"`
	Frame    float64        `json:"frame"`
	Progress *wire.Progress `json:"progress"`
}

// until waits for a time that the page notes, and returns all of them.
func until(tab context.Context, name string) (noted, error) {
	if _, err := chromedp.Run(tab, chromedp.Poll[bool]("globalThis.noted?."+name+" > 0", chromedp.WithPollingTimeout(patience))); err != nil {
		return noted{}, fmt.Errorf("waiting for %s: %w", name, err)
	}
	return chromedp.Run(tab, chromedp.Evaluate[noted](
		`({...globalThis.noted, paint: performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? 0})`))
}
