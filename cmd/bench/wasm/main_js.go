// Command wasm is Rebound's reader as the benchmark's Web Worker loads it:
// globalThis.readFile(bytes), which returns how many activities a FIT file holds, and
// of any other export how many nights, readings and sessions, or what is wrong with it.
package main

import (
	"bytes"
	"syscall/js"

	"rebound/engine/diary"
	"rebound/engine/watch"
)

func main() {
	var buf []byte // reused from file to file, as an import does
	js.Global().Set("readFile", js.FuncOf(func(_ js.Value, args []js.Value) any {
		n := args[0].Length()
		if cap(buf) < n {
			buf = make([]byte, n)
		}
		buf = buf[:n]
		js.CopyBytesToGo(buf, args[0])
		if n > 12 && string(buf[8:12]) == ".FIT" {
			f, problem := watch.Read("activity.fit", buf)
			if problem != nil {
				return problem.What
			}
			return len(f.Activities)
		}
		files := watch.NewFiles([]watch.Item{{Path: "export.xml", Blob: bytes.NewReader(buf)}}, watch.Limits{})
		list, _, problem := files.Read(watch.Place{}, "export.xml", func([16]byte) bool { return false })
		if problem != nil {
			return problem.What
		}
		return found(list)
	}))
	select {}
}

func found(list []diary.File) (n int) {
	for i := range list {
		f := &list[i]
		n += len(f.Nights) + len(f.HRV) + len(f.Resting) + len(f.Activities)
	}
	return n
}
