package e2e

import (
	"fmt"
	"math"
	"strconv"
	"time"

	"rebound/engine/diary"
)

// react takes the reaction test: once too soon, then at every light. It gives
// the times that the page kept without the false start, and how long after the
// start of its frame the latest light was set. The times must be those between
// the frame's and the press's own stamps.
func (p *tab) react(h hand) (kept []float64, light float64) {
	p.t.Helper()
	p.do(fmt.Sprintf(`(() => {
		// The longest pause, 4000 ms, has no end, so that a press is too soon whenever it comes;
		// then shorter ones than the shortest, which is 1000 ms. A light waits for the press.
		Math.random = () => (window.sooner ? 0 : 1);
		const later = setTimeout;
		window.setTimeout = (f, ms, ...rest) => (ms === 4000 || ms === %d ? 0 : later(f, ms === 1000 ? 100 : ms, ...rest));
		window.sent = []; window.took = []; window.lights = 0;
		const send = rebound.send, frame = requestAnimationFrame;
		rebound.send = (json) => { sent.push(JSON.parse(json)); send(json); };
		let lit = 0;
		window.late = 0;
		window.requestAnimationFrame = (f) => frame((at) => {
			const was = document.querySelector(".target[data-lit]");
			f(at);
			if (!was && document.querySelector(".target[data-lit]")) { lit = at; window.lights++; window.late = Math.max(window.late, performance.now() - at); }
		});
		for (const kind of ["pointerdown", "keydown"]) window.addEventListener(kind, (e) => { if (lit && document.querySelector(".target[data-lit]")) { took.push(e.timeStamp - lit); lit = 0; } }, true);
	})()`, diary.Unanswered))
	h.press(p, "Start", named("Start"))
	const field = `document.querySelector("#target")`
	p.wait("the field", field)
	press := func() {
		if _, ok := h.(*thumb); ok {
			h.press(p, "the field", field)
		} else {
			p.key("Space")
		}
	}
	p.do(`window.sooner = true`)
	press()
	p.wait("that it was too soon", `document.querySelector(".test-run")?.innerText.includes("Too soon")`)
	for i := range 16 { // by number: the dark between two lights is short
		p.wait("light "+strconv.Itoa(i+1), fmt.Sprintf(`lights === %d`, i+1))
		time.Sleep(120 * time.Millisecond) // a hand's own: sooner would be no answer
		press()
		p.wait("an answer", fmt.Sprintf(`took.length === %d`, i+1))
	}
	p.wait("the result", toast+`?.includes("Saved, with 1 false start")`)
	sent := eval[[]float64](p, `sent.find((m) => m.op === "reaction").args.trials`)
	took := eval[[]float64](p, `took`)
	if len(sent) != 17 || sent[0] != 0 || len(took) != 16 {
		p.t.Fatalf("kept are %v, seen %v", sent, took)
	}
	for i, ms := range sent[1:] {
		if math.Abs(ms-took[i]) > .2 {
			p.t.Errorf("trial %d is kept as %.1f ms; the browser's stamps say %.1f", i+1, ms, took[i])
		}
	}
	return sent[1:], eval[float64](p, `window.late`)
}

func mean(list []float64) float64 {
	sum := 0.0
	for _, v := range list {
		sum += v
	}
	return sum / float64(len(list))
}
