package backend

import (
	"syscall/js"

	"rebound/app/intake"
	"rebound/engine/diary"
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

func persisted() bool {
	storage := js.Global().Get("navigator").Get("storage")
	if storage.IsUndefined() || storage.Get("persisted").IsUndefined() {
		return false
	}
	v, err := await(storage.Call("persisted"))
	return err == nil && v.Truthy()
}

// filesOf turns [{path, file}] into files.
func filesOf(list js.Value) []intake.File {
	if list.IsUndefined() || list.IsNull() {
		return nil
	}
	files := make([]intake.File, list.Length())
	for i := range files {
		v := list.Index(i)
		file := v.Get("file")
		files[i] = intake.File{Path: v.Get("path").String(), Size: int64(file.Get("size").Float()), Handle: file}
	}
	return files
}
