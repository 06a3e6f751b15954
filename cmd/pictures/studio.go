package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"

	"rebound/web/e2e/drive"
)

// What shows that a screen has drawn to its end, and Today its verdict.
const (
	settled  = `document.querySelector(".app main:not([aria-busy=true]) h1") && !document.querySelector("main .skeleton, main [aria-busy=true]")`
	imported = `window.heard.some((m) => m.event === "progress" && m.data.finished)`
	noted    = `indexedDB.databases().then((all) => !all.some((d) => d.name === "rebound-folder " + location.pathname) || new Promise((done) => {
		const request = indexedDB.open("rebound-folder " + location.pathname);
		request.onsuccess = () => {
			const db = request.result, found = db.transaction("folder").objectStore("folder").get("import");
			found.onsuccess = () => { db.close(); done(!found.result); };
		};
	}))` // that the import is over is kept too: else the next start would offer to go on with it
	verdict = `document.querySelector("main[data-action][data-date]")`
)

// studio is the browser and the site in it.
type studio struct {
	host  *host
	spare string
	ctx   context.Context
	stop  func()
	told  map[string]bool // lives that are in their diaries already
	desk  func() (context.Context, error)
}

func newStudio(site, spare string) (*studio, error) {
	path, err := drive.Find()
	if err != nil {
		return nil, err
	}
	h, err := newHost(site)
	if err != nil {
		return nil, err
	}
	s := &studio{host: h, spare: spare, told: map[string]bool{}}
	if s.ctx, s.stop, err = launch(path, filepath.Join(spare, "profile")); err != nil {
		h.l.Close()
		return nil, err
	}
	// A browser without a screen has no mouse, and its touch screen can be set but no mouse
	// beside it: what a computer shows otherwise than a phone is taken in a second one.
	s.desk = sync.OnceValues(func() (context.Context, error) {
		ctx, stop, err := launch(path, filepath.Join(spare, "desk"),
			chromedp.Flag("blink-settings", "primaryHoverType=2,availableHoverTypes=2,primaryPointerType=4,availablePointerTypes=4"))
		if err == nil {
			first := s.stop
			s.stop = func() { stop(); first() }
		}
		return ctx, err
	})
	return s, nil
}

// launch starts a browser that is the same everywhere. Nothing is served beyond the host:
// the proxy that all else goes to is no one.
func launch(path, profile string, more ...chromedp.ExecAllocatorOption) (context.Context, func(), error) {
	return drive.Launch(path, profile, "127.0.0.1:9", append(more,
		chromedp.Env("TZ=UTC"), chromedp.Flag("lang", "en-GB"), chromedp.Flag("accept-lang", "en-GB"), chromedp.Flag("font-render-hinting", "none"))...)
}

func (s *studio) close() {
	s.stop()
	s.host.l.Close()
}

// takeAll takes every picture that is wanted, then makes the sheets. What cannot be
// reached is said and left out.
func (s *studio) takeAll(w wanted) error {
	if err := os.MkdirAll(w.out, 0o777); err != nil {
		return err
	}
	var taken []picture
	failed := 0
	for _, st := range states {
		if !w.takes(st.name) {
			continue
		}
		some, err := s.take(st, w)
		if err != nil {
			failed++
			fmt.Fprintf(os.Stderr, "%s: %v\n", st.name, err)
			continue
		}
		fmt.Println(st.name)
		taken = append(taken, some...)
	}
	if err := s.sheets(w, taken); err != nil {
		return err
	}
	fmt.Printf("%d pictures in %s\n", len(taken), w.out)
	if failed > 0 {
		return fmt.Errorf("%d states could not be reached", failed)
	}
	return nil
}

// picture is one that was taken.
type picture struct {
	state
	width  int
	theme  string
	height int // of the whole page, px
}

func (p picture) file() string { return fmt.Sprintf("%s-%d-%s.png", p.name, p.width, p.theme) }

// take takes a state at every width, in every theme.
func (s *studio) take(st state, w wanted) ([]picture, error) {
	if st.apart {
		phones, computers := w, w
		phones.widths = slices.DeleteFunc(slices.Clone(w.widths), func(n int) bool { return n >= touching })
		computers.widths = slices.DeleteFunc(slices.Clone(w.widths), func(n int) bool { return n < touching })
		st.apart = false
		first, err := s.take(st, phones)
		if err != nil {
			return nil, err
		}
		st.desk = true
		rest, err := s.take(st, computers)
		return append(first, rest...), err
	}
	if len(w.widths) == 0 {
		return nil, nil
	}
	p, err := s.reach(st, w.widths[0])
	if err != nil {
		return nil, err
	}
	defer p.close()
	var taken []picture
	for _, width := range w.widths {
		if err := p.frame(width); err != nil {
			return nil, err
		}
		for _, theme := range w.themes {
			png, height, err := p.shoot(theme)
			if err != nil {
				return nil, err
			}
			one := picture{st, width, theme, height}
			if err := os.WriteFile(filepath.Join(w.out, one.file()), png, 0o666); err != nil {
				return nil, err
			}
			taken = append(taken, one)
		}
	}
	return taken, nil
}

// reach opens a state in a new tab, its life lived first where that was not yet.
func (s *studio) reach(st state, width int) (*tab, error) {
	l := lives[st.life]
	hour := l.hour
	if hour == 0 {
		hour = 7
	}
	if !s.told[st.life] {
		now := today.Time().Add(time.Duration(hour)*time.Hour + 10*time.Minute)
		var err error
		if l.ago > 0 {
			s.host.at(st.life, now.AddDate(0, 0, -int(l.ago)))
			err = s.live(st.life, life{files: l.files, tell: l.before})
			l.files = nil // it has them
		}
		s.host.at(st.life, now)
		if err == nil {
			err = s.live(st.life, l)
		}
		if err != nil {
			return nil, fmt.Errorf("the life %q: %w", st.life, err)
		}
		s.told[st.life] = true
	}
	browser := s.ctx
	if st.desk {
		var err error
		if browser, err = s.desk(); err != nil {
			return nil, err
		}
	}
	p, err := s.open(browser, st.life, st.hash, width, st.agent)
	if err != nil {
		return nil, err
	}
	err = p.wait(settled)
	if err == nil && l.do != nil {
		err = l.do(p)
	}
	for _, do := range st.do {
		if err == nil {
			err = do(p)
		}
	}
	whole := settled
	if st.says != "" { // at once: a verdict that comes is drawn in pieces
		whole += " && " + st.says
	}
	if err == nil {
		err = p.wait(whole)
	}
	if err != nil {
		p.close()
		return nil, err
	}
	return p, nil
}

// live gives the diary of a life all that is in it.
func (s *studio) live(name string, l life) error {
	if l.files == nil && len(l.tell) == 0 {
		return nil
	}
	p, err := s.open(s.ctx, name, "#/files", 390, "")
	if err != nil {
		return err
	}
	defer p.close()
	if err := p.wait(settled); err != nil {
		return err
	}
	if l.files != nil {
		dir := filepath.Join(s.spare, "life", name)
		if err := os.MkdirAll(dir, 0o777); err != nil {
			return err
		}
		if err := l.put(dir); err != nil {
			return err
		}
		if err := drive.Drop(p.ctx, dir); err != nil {
			return err
		}
		if err := p.wait(imported + " && " + noted); err != nil {
			return err
		}
	}
	for _, t := range l.tell {
		if _, err := drive.Ask(p.ctx, t.op, t.args); err != nil {
			return err
		}
	}
	return nil
}

// tab is one page of a life.
type tab struct {
	ctx   context.Context
	close context.CancelFunc
}

// backend keeps the worker that the page started, for a state that has to be heard from
// it; sheet takes from the page what no two pictures of it have alike.
const (
	backend = `(() => {
		const Own = window.Worker;
		window.Worker = class extends Own { constructor(url, options) { super(url, options); if (options.name === "rebound") window.backend = this; } };
	})()`
	sheet = `(() => {
		const still = new CSSStyleSheet();
		still.replaceSync("* { caret-color: transparent !important; }");
		document.adoptedStyleSheets = [still];
	})()`
)

func (s *studio) open(browser context.Context, life, hash string, width int, agent string) (*tab, error) {
	ctx, cancel := chromedp.NewContext(browser)
	p := &tab{ctx: ctx, close: cancel}
	err := chromedp.Do(ctx)
	for _, script := range []string{drive.Ears, backend} {
		if err == nil {
			_, err = chromedp.Call(ctx, page.AddScriptToEvaluateOnNewDocument, page.AddScriptToEvaluateOnNewDocumentParams{Source: script})
		}
	}
	if err == nil {
		err = p.frame(width)
	}
	if err == nil && agent != "" {
		_, err = chromedp.Call(ctx, emulation.SetUserAgentOverride, emulation.SetUserAgentOverrideParams{UserAgent: agent})
	}
	if err == nil {
		err = chromedp.Do(ctx, chromedp.Navigate(s.host.url+life+"/"+hash))
	}
	if err == nil {
		err = p.do(sheet)
	}
	if err != nil {
		cancel()
		return nil, err
	}
	return p, nil
}

// tall is the height of a screen of that width.
func tall(width int) int {
	if width < touching {
		return 844
	}
	return 900
}

// touching is the width below which there is a finger and no mouse.
const touching = 1000

// frame makes the window one of a phone, a tablet or a computer.
func (p *tab) frame(width int) error { return p.size(width, tall(width), 1) }

func (p *tab) size(width, height int, scale float64) error {
	phone := width < touching
	if err := drive.Touch(p.ctx, phone); err != nil {
		return err
	}
	_, err := chromedp.Call(p.ctx, emulation.SetDeviceMetricsOverride, emulation.SetDeviceMetricsOverrideParams{
		Width: int64(width), Height: int64(height), DeviceScaleFactor: scale, Mobile: phone})
	return err
}

// calmed is the theme, and nothing in motion.
func (p *tab) calmed(theme string) error {
	_, err := chromedp.Call(p.ctx, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Features: []*emulation.MediaFeature{
		{Name: "prefers-color-scheme", Value: theme}, {Name: "prefers-reduced-motion", Value: "reduce"}}})
	if err != nil {
		return err
	}
	return p.wait(`new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(!document.getAnimations().some((a) => a instanceof CSSTransition)))))`)
}

// shoot is a picture of the whole page.
func (p *tab) shoot(theme string) (png []byte, height int, err error) {
	if err := p.calmed(theme); err != nil {
		return nil, 0, err
	}
	if height, err = eval[int](p, "Math.max(document.documentElement.scrollHeight, innerHeight)"); err != nil {
		return nil, 0, err
	}
	png, err = chromedp.Run(p.ctx, chromedp.FullScreenshot(100))
	return png, height, err
}

func eval[T any](p *tab, expression string) (T, error) { return drive.Eval[T](p.ctx, expression) }

func (p *tab) do(script string) error { return drive.Do(p.ctx, script) }

func (p *tab) wait(expression string) error {
	if drive.Wait(p.ctx, expression) {
		return nil
	}
	text := drive.Text(p.ctx, "main")
	return fmt.Errorf("waited in vain for %s\nthe page says: %s", expression, text[:min(len(text), 300)])
}

// press presses the first visible control that has one of these names.
func (p *tab) press(names ...string) error {
	found := ""
	for _, name := range slices.Backward(names) {
		found = "(" + drive.Named(name) + ")" + map[bool]string{true: " ?? " + found}[found != ""]
	}
	if err := p.wait(found); err != nil {
		return err
	}
	return p.do("(" + found + ").click()")
}
