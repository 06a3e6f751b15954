package e2e

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"

	"github.com/chromedp/cdproto/dom"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"

	"rebound/web/e2e/drive"
)

// patience is how long a page may take for anything, on a busy machine.
const patience = drive.Patience

// visit loads an address.
func (p *tab) visit(url string) {
	p.t.Helper()
	if err := chromedp.Do(p.ctx, chromedp.Navigate(url)); err != nil {
		p.t.Fatalf("opening %s: %v", url, err)
	}
}

// reload loads the page again and waits for it.
func (p *tab) reload() {
	p.t.Helper()
	if err := chromedp.Do(p.ctx, chromedp.Reload()); err != nil {
		p.t.Fatalf("reloading: %v", err)
	}
}

// screen goes to another screen of the loaded page, as a link does, and waits until it stands
// there, whatever it is still to say: the one before has a verdict and a heading too. Between
// the parts of a screen that is for who calls to see.
func (p *tab) screen(hash string) {
	p.t.Helper()
	p.do("location.hash = " + strconv.Quote(hash))
	name, _, _ := strings.Cut(strings.TrimPrefix(hash, "#/"), "/")
	p.wait("the screen "+name, fmt.Sprintf(`document.querySelector("main.page-%s")`, name))
}

// eval is the value of a JavaScript expression; promises are awaited.
func eval[T any](p *tab, expression string) T {
	p.t.Helper()
	v, err := drive.Eval[T](p.ctx, expression)
	if err != nil {
		p.t.Fatalf("%s: %v", clip(expression), err)
	}
	return v
}

// do runs JavaScript for its effect.
func (p *tab) do(script string) {
	p.t.Helper()
	eval[chromedp.Void](p, script)
}

// wait waits until an expression, or the promise it gives, is true, through
// reloads.
func (p *tab) wait(what, expression string) {
	p.t.Helper()
	if drive.Wait(p.ctx, expression) {
		return
	}
	p.t.Fatalf("waited in vain for %s\nthe page says: %s\nfaults: %q", what, clip(p.text("body")), p.unexpected())
}

// says waits until the screen says something.
func (p *tab) says(text string) {
	p.t.Helper()
	p.wait(strconv.Quote(text), `document.querySelector("main").innerText.includes(`+strconv.Quote(text)+`)`)
}

// text is the text of the first element that a selector finds, "" for none.
func (p *tab) text(selector string) string {
	return drive.Text(p.ctx, selector)
}

// press clicks the first visible button or link whose name begins so, with the
// mouse: some things are only allowed to a hand, and nothing may lie over it.
func (p *tab) press(name string) {
	p.t.Helper()
	find := drive.Named(name)
	p.wait("a button named "+name, find)
	at := eval[struct {
		X, Y  float64
		Above string
	}](p, `(async () => {
		const found = () => `+find+`;
		let e, r, was; // once it has come to rest: what was pressed before may still move it, or draw another in its place
		for (let left = 1000; ; left--) {
			e = found();
			e?.scrollIntoView({block: "center", behavior: "instant"});
			r = e?.getBoundingClientRect();
			if (r && r.x === was?.x && r.y === was?.y) break;
			if (left === 0) throw new Error("it does not stand still");
			was = r;
			await new Promise((done) => setTimeout(done, 30));
		}
		const x = r.x + r.width / 2, y = r.y + r.height / 2;
		const top = document.elementFromPoint(x, y);
		return {X: x, Y: y, Above: e.contains(top) ? "" : (top?.outerHTML ?? "nothing").slice(0, 200)};
	})()`)
	if at.Above != "" {
		p.t.Errorf("over the button %s lies %s", name, at.Above)
	}
	if err := chromedp.Do(p.ctx, chromedp.MouseClickXY(at.X, at.Y)); err != nil {
		p.t.Fatal(err)
	}
}

// drop drops files and folders of this machine onto the middle of the window.
func (p *tab) drop(paths ...string) {
	p.t.Helper()
	if err := drive.Drop(p.ctx, paths...); err != nil {
		p.t.Fatal(err)
	}
}

// choose sets the files of the page's own file input.
func (p *tab) choose(paths ...string) {
	p.t.Helper()
	p.wait("the file input", fileInput)
	r, err := chromedp.Call(p.ctx, runtime.Evaluate, runtime.EvaluateParams{Expression: fileInput})
	if err == nil {
		_, err = chromedp.Call(p.ctx, dom.SetFileInputFiles, dom.SetFileInputFilesParams{Files: paths, ObjectID: r.Result.ObjectID})
	}
	if err != nil {
		p.t.Fatalf("choosing %v: %v", paths, err)
	}
}

// fileInput is the page's own, on the Files screen and the first one, which has it in the
// shell too (first_test.go).
const fileInput = `document.querySelector(".app input[type=file][multiple]")`

// fill types a value into the control that a selector finds, as a runner would:
// go-app listens to the events.
func (p *tab) fill(selector, value string) {
	p.t.Helper()
	p.wait(selector, fmt.Sprintf("document.querySelector(%q)", selector))
	p.do(drive.Fill(selector, value))
}

// scheme chooses light or dark; width is the viewport's in CSS pixels.
func (p *tab) scheme(name string) {
	p.t.Helper()
	if err := drive.Scheme(p.ctx, name); err != nil {
		p.t.Fatal(err)
	}
}

func (p *tab) viewport(width, height int64) {
	p.t.Helper()
	if err := chromedp.Do(p.ctx, chromedp.EmulateViewport(width, height)); err != nil {
		p.t.Fatal(err)
	}
	p.wait("the window's size", fmt.Sprintf("innerWidth === %d && innerHeight === %d", width, height))
}

// shoot writes a picture of the whole page where REBOUND_SHOTS says.
func (p *tab) shoot(name string) {
	p.t.Helper()
	dir := os.Getenv("REBOUND_SHOTS")
	if dir == "" {
		return
	}
	png, err := chromedp.Run(p.ctx, chromedp.FullScreenshot(100))
	if err == nil {
		err = os.WriteFile(filepath.Join(dir, name+".png"), png, 0o666)
	}
	if err != nil {
		p.t.Fatal(err)
	}
}

var spaces = regexp.MustCompile(`\s+`)

func clip(s string) string {
	s = spaces.ReplaceAllString(s, " ")
	if len(s) > 900 {
		s = s[:900] + "…"
	}
	return s
}

// What the tests know of the page beyond the contract's names.
const (
	mounted     = `!document.querySelector("#boot-line") && document.querySelector("main")`
	updateOffer = `document.body.innerText.match(/new version/i)`
)
