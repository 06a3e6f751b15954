package backend

import (
	"encoding/json"
	"syscall/js"

	"rebound/app/intake"
	"rebound/app/wire"
)

// Serve opens the database called name and answers the page through
// globalThis.reboundBackend, which web/backend/main.js makes, as the app of that
// version. It does not return.
// Where the database cannot be opened, every request is answered with the reason.
func Serve(name, version string) {
	port := js.Global().Get("reboundBackend")
	post := func(message any, d *Download) {
		text, err := json.Marshal(message)
		if err != nil {
			println("posting:", err.Error())
			return
		}
		if d == nil {
			port.Call("post", string(text))
			return
		}
		port.Call("post", string(text), map[string]any{"name": d.Name, "bytes": toJS(d.Bytes)})
	}
	reply := func(r wire.Reply, d *Download) { post(r, d) }
	handle := func(req wire.Request, files []intake.File) {}
	if b, err := open(name, version, func(e wire.Event) { post(e, nil) }); err != nil {
		handle = func(req wire.Request, _ []intake.File) { reply(wire.Reply{ID: req.ID, Error: problem(err)}, nil) }
	} else {
		handle = func(req wire.Request, files []intake.File) { b.Handle(req, files, reply) }
	}
	type message struct {
		json  string
		files []intake.File
	}
	// Messages are taken in by the event loop and handled in order by this
	// goroutine, which may wait for the browser. The queue must never make the
	// event loop wait for it.
	var queue []message
	wake := make(chan struct{}, 1)
	port.Call("ready", js.FuncOf(func(_ js.Value, args []js.Value) any {
		queue = append(queue, message{args[0].String(), filesOf(args[1])})
		select {
		case wake <- struct{}{}:
		default:
		}
		return nil
	}))
	for range wake {
		for len(queue) > 0 {
			m := queue[0]
			queue = queue[1:]
			var req wire.Request
			if err := json.Unmarshal([]byte(m.json), &req); err != nil {
				println("a message that is no request:", err.Error())
				continue
			}
			handle(req, m.files)
		}
	}
}

func open(name, version string, emit func(wire.Event)) (*Backend, error) {
	store, err := OpenIndexedDB(name)
	if err != nil {
		return nil, err
	}
	return New(store, Host{
		Zone: browserZone(), Reader: startReader, Cores: js.Global().Get("navigator").Get("hardwareConcurrency").Int(),
		Emit: emit, Persisted: persisted, Version: version,
	})
}
