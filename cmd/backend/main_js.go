// Command backend is the wasm program of the Web Worker: the local backend.
package main

import (
	"syscall/js"

	"rebound/app/backend"
)

// version is set by cmd/site when it links this program.
var version = "dev"

func main() {
	// An origin may hold several Rebounds under paths of their own, as under
	// github.io; each has its own diary.
	backend.Serve("rebound:"+js.Global().Get("reboundBackend").Get("base").String(), version)
}
