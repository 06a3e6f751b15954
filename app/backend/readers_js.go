package backend

import (
	"encoding/json"
	"sync"
	"syscall/js"
	"time"

	"rebound/app/intake"
)

// program is a reader in a Web Worker of its own, which web/backend/readers.js
// starts.
type program struct {
	handle  js.Value
	hear    js.Func
	died    js.Func
	answers chan intake.Answer
	close   func() // answers, once
}

// queued is how many answers may wait without the event loop waiting for them:
// more than a reader gives to the calls that it has at once, a scan's apart, which
// is read as it comes.
const queued = 1024

// startReader starts a reader. It may be called before it runs.
func startReader() (Reader, error) {
	p := &program{answers: make(chan intake.Answer, queued)}
	p.close = sync.OnceFunc(func() { close(p.answers) })
	p.hear = js.FuncOf(func(_ js.Value, args []js.Value) any {
		var a intake.Answer
		m := args[0]
		if err := json.Unmarshal([]byte(m.Get("json").String()), &a); err != nil {
			println("a reader's answer that is none:", err.Error())
			return nil
		}
		parts := m.Get("parts")
		for i := range parts.Length() {
			a.Parts = append(a.Parts, toGo(parts.Index(i)))
		}
		p.answers <- a
		return nil
	})
	p.died = js.FuncOf(func(js.Value, []js.Value) any {
		p.close()
		return nil
	})
	p.handle = js.Global().Get("reboundReaders").Call("start", p.hear, p.died)
	return p, nil
}

func (p *program) Call(c intake.Call) {
	parts, files := make([]any, len(c.Parts)), make([]any, len(c.Files))
	for i, b := range c.Parts {
		parts[i] = toJS(b)
	}
	for i, f := range c.Files {
		files[i] = f.Handle
	}
	text, err := json.Marshal(c)
	if err != nil {
		panic(err) // strings and numbers always marshal
	}
	p.handle.Call("call", string(text), parts, files)
}

func (p *program) Answers() <-chan intake.Answer { return p.answers }

func (p *program) At() (n int, quiet time.Duration) {
	return p.handle.Get("at").Int(), time.Duration(p.handle.Call("quiet").Float() * float64(time.Millisecond))
}

func (p *program) Passed() int64 { return int64(p.handle.Get("passed").Float()) }

func (p *program) Stop() {
	p.handle.Call("stop")
	p.close()
	p.hear.Release()
	p.died.Release()
}
