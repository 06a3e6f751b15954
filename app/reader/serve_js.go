package reader

import (
	"encoding/json"
	"errors"
	"io"
	"syscall/js"

	"rebound/app/intake"
	"rebound/engine/watch"
)

// Serve answers the backend through globalThis.reboundReader, which
// web/reader/main.js makes. It does not return.
func Serve() {
	port := js.Global().Get("reboundReader")
	r := New(Host{
		Answer: func(a intake.Answer) {
			text, err := json.Marshal(a)
			if err != nil {
				panic(err) // strings and numbers always marshal
			}
			parts := make([]any, len(a.Parts))
			for i, b := range a.Parts {
				array := js.Global().Get("Uint8Array").New(len(b))
				js.CopyBytesToJS(array, b)
				parts[i] = array
			}
			port.Call("answer", string(text), parts, a.Last)
		},
		At:    func(n int) { port.Call("at", n) },
		Alive: func(passed int64) { port.Call("alive", float64(passed)) },
		Zone:  zones(),
	})
	called := false
	if port.Get("practise").Truthy() {
		practise(func() bool { return called })
	}
	// A call is handled while the event loop waits: there is nothing else to do.
	port.Call("ready", js.FuncOf(func(_ js.Value, args []js.Value) any {
		called = true
		var c intake.Call
		if err := json.Unmarshal([]byte(args[0].String()), &c); err != nil {
			println("a call that is none:", err.Error())
			return nil
		}
		parts, files := args[1], args[2]
		for i := range parts.Length() {
			b := make([]byte, parts.Index(i).Length())
			js.CopyBytesToGo(b, parts.Index(i))
			c.Parts = append(c.Parts, b)
		}
		for i := range c.Files {
			c.Files[i].Handle = files.Index(i)
		}
		r.Handle(c, func(f intake.File) watch.Blob { return blob{f.Handle.(js.Value), f.Size} })
		return nil
	}))
	select {}
}

// practise goes on between events until it is done or has to stop.
func practise(stop func() bool) {
	p := new(practice)
	var step js.Func
	later := func() { js.Global().Call("setTimeout", step, 0) }
	step = js.FuncOf(func(js.Value, []js.Value) any {
		if !stop() && p.step() {
			later()
			return nil
		}
		step.Release()
		return nil
	})
	later()
}

// blob is a browser's File or Blob, read synchronously, which only a worker may.
type blob struct {
	file js.Value
	size int64
}

func (b blob) Size() int64 { return b.size }

// Written is when the runner's system says that the file was.
func (b blob) Written() int64 {
	if at := b.file.Get("lastModified"); at.Type() == js.TypeNumber {
		return int64(at.Float() / 1000)
	}
	return 0
}

func (b blob) ReadAt(p []byte, off int64) (n int, err error) {
	if off >= b.size {
		return 0, io.EOF
	}
	// The browser throws when the file was moved or changed since it was dropped.
	defer func() {
		if r := recover(); r != nil {
			n, err = 0, errUnreadable
		}
	}()
	end := min(off+int64(len(p)), b.size)
	reader := js.Global().Get("FileReaderSync").New()
	buffer := reader.Call("readAsArrayBuffer", b.file.Call("slice", float64(off), float64(end)))
	n = js.CopyBytesToGo(p, js.Global().Get("Uint8Array").New(buffer))
	if n < len(p) {
		err = io.EOF
	}
	return n, err
}

var errUnreadable = errors.New("the browser can no longer read the file")
