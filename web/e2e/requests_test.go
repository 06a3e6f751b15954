package e2e

import (
	"strconv"
	"testing"

	"rebound/app/wire"
)

// talk is what went between the page and the backend.
type talk struct {
	Sent  []string // operations
	Heard []string // events, and "reply"
	Bytes int      // of JSON, both ways
}

// talked is what was said since the last call.
func (p *tab) talked() talk {
	p.t.Helper()
	return eval[talk](p, `(() => {
		const [sent, heard] = [window.sent.splice(0), window.heard.splice(0)];
		return {
			Sent: sent.map((m) => m.op),
			Heard: heard.map((m) => m.event ?? "reply"),
			Bytes: [...sent, ...heard].reduce((n, m) => n + JSON.stringify(m).length, 0),
		};
	})()`)
}

const drawnPlan = `document.querySelector("main.page-plan h1") && !document.querySelector("main .skeleton")`

// One action is one request: what the screen shows of it comes with the reply, and
// an answer that is known is not asked for again.
func TestOneActionOneRequest(t *testing.T) {
	p := shared(t).open(t, newSite(t, built).url("#/today"))
	p.wait("the first screen", `document.querySelector("main h1")`)
	ask[wire.State](p, wire.OpSample, wire.SampleArg{On: true})
	p.wait("the verdict", verdictStands)
	p.screen("#/body")
	p.drawn("Body")
	ticked := func(n string) string {
		return `document.querySelector(".programme h2").innerText.includes("` + n + ` of")`
	}
	before := eval[string](p, `document.querySelector(".programme h2").innerText`)
	p.talked()
	p.do(`document.querySelector(".tick input:not(:checked)").click()`)
	p.wait("the tick", `document.querySelector(".programme h2").innerText !== `+strconv.Quote(before)+` || `+ticked("1"))
	p.wait("that all is heard", `window.heard.length > 0`)
	got := p.talked()
	t.Logf("a tick: %v, %v, %d bytes", got.Sent, got.Heard, got.Bytes)
	if len(got.Sent) != 1 || got.Sent[0] != wire.OpTick || len(got.Heard) != 1 || got.Heard[0] != "reply" {
		t.Errorf("a tick sent %v and heard %v", got.Sent, got.Heard)
	}
	if got.Bytes > 80_000 {
		t.Errorf("a tick takes %d bytes of JSON", got.Bytes)
	}

	// Going to and fro asks for each screen once.
	p.screen("#/plan")
	p.wait("the plan", drawnPlan)
	p.screen("#/today")
	p.wait("the verdict", verdictStands)
	p.screen("#/body")
	p.drawn("Body")
	p.screen("#/plan")
	p.wait("the plan", drawnPlan)
	if got := p.talked(); len(got.Sent) != 1 || got.Sent[0] != wire.OpPlan {
		t.Errorf("going to and fro sent %v", got.Sent)
	}
	if list := p.unexpected(); len(list) > 0 {
		t.Error(list)
	}
}
