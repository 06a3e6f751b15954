package drive

import (
	"context"
	"encoding/json"
	"fmt"
	"strconv"

	"rebound/app/wire"
)

// Ears are put into every page before its own scripts: they keep what the worker
// says, and how long the main thread was ever busy at a stretch.
const Ears = `(() => {
	window.heard = [];
	window.sent = [];
	window.busy = []; // start and length of each long task, ms
	window.Worker = class extends Worker {
		constructor(...args) {
			super(...args);
			this.addEventListener("message", (e) => e.data.json && window.heard.push(JSON.parse(e.data.json)));
		}
		postMessage(message, ...rest) {
			if (message.json) window.sent.push(JSON.parse(message.json));
			super.postMessage(message, ...rest);
		}
	};
	new PerformanceObserver((list) => {
		for (const e of list.getEntries()) window.busy.push([e.startTime, e.duration]);
	}).observe({type: "longtask"});
})()`

// ID is of the requests that Ask makes: one that the page never uses.
const ID = -1234

// Ask sends the backend a request beside the page's own, with an ID that the page
// never uses, and gives the reply's data. The page has to have [Ears].
func Ask(ctx context.Context, op string, args any) (json.RawMessage, error) {
	raw, err := json.Marshal(args)
	if err != nil {
		return nil, err
	}
	request, err := json.Marshal(wire.Request{ID: ID, Op: op, Args: raw})
	if err != nil {
		return nil, err
	}
	id := strconv.Itoa(ID)
	if err := Do(ctx, "window.heard = window.heard.filter((m) => m.id !== "+id+"); rebound.send("+strconv.Quote(string(request))+")"); err != nil {
		return nil, err
	}
	reply := "window.heard.find((m) => m.id === " + id + ")"
	if !Wait(ctx, reply) {
		return nil, fmt.Errorf("waited in vain for the worker's answer to %s", op)
	}
	text, err := Eval[string](ctx, "JSON.stringify("+reply+")")
	if err != nil {
		return nil, err
	}
	var r struct {
		Error *wire.Problem   `json:"error"`
		Data  json.RawMessage `json:"data"`
	}
	if err := json.Unmarshal([]byte(text), &r); err != nil {
		return nil, err
	}
	if r.Error != nil {
		return nil, fmt.Errorf("%s: %s", op, r.Error.Text)
	}
	return r.Data, nil
}
