// Command backend is the wasm program of the Web Worker: the local backend.
package main

import (
	"runtime/debug"
	"syscall/js"

	"rebound/app/backend"
)

// version is set by cmd/site when it links this program.
var version = "dev"

func main() {
	// Wasm memory never shrinks, so near this much of it collecting is worth more
	// than speed. Most diaries never come near; ten years of them do.
	debug.SetMemoryLimit(64 << 20)
	// An origin may hold several Rebounds under paths of their own, as under
	// github.io; each has its own diary.
	backend.Serve("rebound:"+js.Global().Get("reboundBackend").Get("base").String(), version)
}
