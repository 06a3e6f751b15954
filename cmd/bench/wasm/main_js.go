// Command wasm is Rebound's FIT reader as the benchmark's Web Worker loads it:
// globalThis.readFIT(bytes), which returns how many activities a file holds, or
// what is wrong with it.
package main

import (
	"syscall/js"

	"rebound/engine/watch"
)

func main() {
	var buf []byte // reused from file to file, as an import does
	js.Global().Set("readFIT", js.FuncOf(func(_ js.Value, args []js.Value) any {
		n := args[0].Length()
		if cap(buf) < n {
			buf = make([]byte, n)
		}
		buf = buf[:n]
		js.CopyBytesToGo(buf, args[0])
		f, problem := watch.Read("activity.fit", buf)
		if problem != nil {
			return problem.What
		}
		return len(f.Activities)
	}))
	select {}
}
