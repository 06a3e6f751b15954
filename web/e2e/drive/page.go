package drive

import (
	"context"
	"fmt"
	"strconv"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
)

// Patience is how long a page may take for anything, on a busy machine: what is waited for
// that long never comes.
const Patience = 90 * time.Second

// Eval is the value of a JavaScript expression; promises are awaited.
func Eval[T any](ctx context.Context, expression string) (T, error) {
	return chromedp.Run(ctx, chromedp.Evaluate[T](expression, chromedp.EvalAwaitPromise))
}

// Do runs JavaScript for its effect.
func Do(ctx context.Context, script string) error {
	_, err := Eval[chromedp.Void](ctx, script)
	return err
}

// Wait waits until an expression, or the promise it gives, is true, through reloads.
// It reports whether that came.
func Wait(ctx context.Context, expression string) bool {
	ctx, cancel := context.WithTimeout(ctx, Patience) // a promise may never be kept
	defer cancel()
	truth := "(async () => !!(await (" + expression + ")))()"
	for ; ctx.Err() == nil; time.Sleep(15 * time.Millisecond) {
		if ok, err := Eval[bool](ctx, truth); err == nil && ok {
			return true
		}
	}
	return false
}

// Text is the text of the first element that a selector finds, "" for none.
func Text(ctx context.Context, selector string) string {
	v, _ := Eval[string](ctx, "document.querySelector("+strconv.Quote(selector)+")?.innerText ?? ''")
	return v
}

// Named is an expression that finds the first visible control whose name begins so.
func Named(name string) string {
	return fmt.Sprintf(`[...document.querySelectorAll("button, a, summary, [role=button]")].find((e) =>
		e.checkVisibility() && (e.getAttribute("aria-label") ?? e.innerText).trim().startsWith(%q))`, name)
}

// Drop drops files and folders of this machine onto the middle of the window.
func Drop(ctx context.Context, paths ...string) error {
	data := &input.DragData{Items: []*input.DragDataItem{}, Files: paths, DragOperationsMask: 1}
	for _, kind := range []input.DispatchDragEventType{
		input.DispatchDragEventTypeDragEnter, input.DispatchDragEventTypeDragOver, input.DispatchDragEventTypeDrop,
	} {
		if _, err := chromedp.Call(ctx, input.DispatchDragEvent, input.DispatchDragEventParams{Type: kind, X: 200, Y: 300, Data: data}); err != nil {
			return fmt.Errorf("%s: %w", kind, err)
		}
	}
	return nil
}

// Fill is JavaScript that types a value into the control that a selector finds, as a
// runner would: go-app listens to the events.
func Fill(selector, value string) string {
	return fmt.Sprintf(`(() => {
		const e = document.querySelector(%q);
		e.focus();
		e.value = %q;
		for (const type of ["input", "change"]) e.dispatchEvent(new Event(type, {bubbles: true}));
	})()`, selector, value)
}

// Scheme chooses light or dark.
func Scheme(ctx context.Context, name string) error {
	_, err := chromedp.Call(ctx, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{
		Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: name}}})
	return err
}

// Touch makes the page's browser one with a touch screen, or with none.
func Touch(ctx context.Context, on bool) error {
	_, err := chromedp.Call(ctx, emulation.SetTouchEmulationEnabled, emulation.SetTouchEmulationEnabledParams{Enabled: on})
	return err
}
