package backend

import (
	"errors"
	"io"
	"syscall/js"

	"rebound/engine/diary"
	"rebound/engine/watch"
)

// browserZone asks the browser for its clock's offset at an instant. Go's own
// local time in wasm is one fixed offset, wrong across a change of daylight
// saving. Offsets change on a quarter of an hour, and asking costs, so each is
// asked once.
func browserZone() diary.Zone {
	const step = 900
	date := js.Global().Get("Date")
	known := map[int64]int{}
	return func(unix int64) int {
		at := unix / step
		offset, ok := known[at]
		if !ok {
			minutes := date.New(float64(at * step * 1000)).Call("getTimezoneOffset").Float()
			if minutes == minutes { // NaN beyond the browser's calendar
				offset = int(-minutes * 60)
			}
			known[at] = offset
		}
		return offset
	}
}

// turn gives a function that lets the event loop run once: a message to oneself
// comes back after those that wait, without the 4 ms that a timer takes.
func turn() func() {
	channel := js.Global().Get("MessageChannel").New()
	arrived := make(chan struct{}, 1)
	channel.Get("port1").Set("onmessage", js.FuncOf(func(js.Value, []js.Value) any {
		arrived <- struct{}{}
		return nil
	}))
	back := channel.Get("port2")
	return func() {
		back.Call("postMessage", js.Null())
		<-arrived
	}
}

func persisted() bool {
	storage := js.Global().Get("navigator").Get("storage")
	if storage.IsUndefined() || storage.Get("persisted").IsUndefined() {
		return false
	}
	v, err := await(storage.Call("persisted"))
	return err == nil && v.Truthy()
}

// itemsOf turns [{path, file}] into items.
func itemsOf(list js.Value) []watch.Item {
	if list.IsUndefined() || list.IsNull() {
		return nil
	}
	items := make([]watch.Item, list.Length())
	for i := range items {
		v := list.Index(i)
		file := v.Get("file")
		items[i] = watch.Item{Path: v.Get("path").String(), Blob: blob{file, int64(file.Get("size").Float())}}
	}
	return items
}

// blob is a browser's File or Blob, read synchronously, which only a worker may.
type blob struct {
	file js.Value
	size int64
}

func (b blob) Size() int64 { return b.size }

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
