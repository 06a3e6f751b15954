// Command worker is the wasm program of the Web Worker: the local backend.
package main

import (
	"syscall/js"

	"rebound/app/worker"
)

func main() {
	// An origin may hold several Rebounds under paths of their own, as under
	// github.io; each has its own diary.
	worker.Serve("rebound:" + js.Global().Get("reboundWorker").Get("base").String())
}
