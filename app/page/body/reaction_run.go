package body

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"rebound/engine/diary"
)

const idTarget = "target"

// Times of a test, ms. A press sooner than a hand can answer is one that did not
// wait; a light that is not answered goes out.
const (
	shortestWait = 1000
	longestWait  = 4000
	tooSoon      = 100
	tooLate      = diary.Unanswered
	bounce       = 200 // after a press, before which another one is the same
	longestTest  = 60_000
)

// reactionRun is a test that runs. It speaks to the browser directly: the light
// is set within the frame that paints it, whose time the browser gives, and a
// press bears the time at which the browser got it. How long wasm takes to hear
// of either does not matter. At most one light a second is lit.
type reactionRun struct {
	target                   app.Value
	wait, paint, press, late app.Func
	timer, frame             app.Value

	lit    float64 // when the frame with the light began; 0: dark
	last   float64 // when the last press was
	begun  float64
	trials []float64
	valid  int
	heard  func(ms float64) // after every press: 0 is too soon
	done   func(trials []float64)
}

func newReactionRun(heard func(float64), done func([]float64)) *reactionRun {
	r := &reactionRun{target: app.Window().GetElementByID(idTarget), heard: heard, done: done}
	on := func(f func(app.Value)) app.Func {
		return app.FuncOf(func(_ app.Value, args []app.Value) any {
			var first app.Value
			if len(args) > 0 {
				first = args[0]
			}
			f(first)
			return nil
		})
	}
	r.wait = on(func(app.Value) { r.frame = app.Window().Call("requestAnimationFrame", r.paint) })
	r.paint = on(func(time app.Value) { r.light(time.Float()) })
	r.press = on(r.pressed)
	r.late = on(func(app.Value) { r.answer(tooLate) })
	r.target.Call("addEventListener", "pointerdown", r.press)
	app.Window().Call("addEventListener", "keydown", r.press)
	r.begun = app.Window().Get("performance").Call("now").Float()
	r.next()
	return r
}

func (r *reactionRun) next() {
	pause := shortestWait + (longestWait-shortestWait)*app.Window().Get("Math").Call("random").Float()
	r.timer = app.Window().Call("setTimeout", r.wait, pause)
}

func (r *reactionRun) light(at float64) {
	r.target.Get("dataset").Set("lit", "yes")
	r.lit = at
	r.timer = app.Window().Call("setTimeout", r.late, tooLate)
}

func (r *reactionRun) pressed(e app.Value) {
	if e.Get("type").String() == "keydown" {
		key, at := e.Get("key").String(), e.Get("target").Call("closest", "a, button")
		if key != " " && key != "Enter" || at.Truthy() && at.Get("id").String() != idTarget {
			return // Tab and the Stop button stay what they are
		}
		e.Call("preventDefault")
		if e.Get("repeat").Bool() {
			return
		}
	}
	at := e.Get("timeStamp").Float()
	if at-r.last < bounce {
		return
	}
	r.last = at
	if ms := at - r.lit; r.lit > 0 && ms >= tooSoon {
		r.answer(min(ms, tooLate))
		return
	}
	r.answer(0)
}

// answer notes a trial and waits for the next one.
func (r *reactionRun) answer(ms float64) {
	r.quiet()
	r.trials = append(r.trials, ms)
	if ms > 0 {
		r.valid++
	}
	r.heard(ms)
	if r.valid >= reactionTrials || app.Window().Get("performance").Call("now").Float()-r.begun > longestTest {
		trials := r.trials
		r.stop()
		r.done(trials)
		return
	}
	r.next()
}

// quiet puts the light out and forgets what was to come.
func (r *reactionRun) quiet() {
	r.lit = 0
	r.target.Get("dataset").Delete("lit")
	app.Window().Call("clearTimeout", r.timer)
	if r.frame != nil {
		app.Window().Call("cancelAnimationFrame", r.frame)
	}
}

// stop ends the test; its functions are let go once the browser is done with them.
func (r *reactionRun) stop() {
	r.quiet()
	r.target.Call("removeEventListener", "pointerdown", r.press)
	app.Window().Call("removeEventListener", "keydown", r.press)
	for _, f := range []app.Func{r.wait, r.paint, r.press, r.late} {
		f.Release()
	}
}
