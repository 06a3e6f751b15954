package reader

import (
	"strings"
	"syscall/js"
	"time"

	"rebound/engine/diary"
)

// zones asks the browser for the clock of a place, which it knows by the tz
// database's names: nil for a name that is none. Asking costs, and offsets change on
// a quarter of an hour, so each is asked once.
func zones() func(name string) diary.Zone {
	known := map[string]diary.Zone{}
	return func(name string) diary.Zone {
		z, ok := known[name]
		if !ok {
			z = zone(name)
			known[name] = z
		}
		return z
	}
}

func zone(name string) (z diary.Zone) {
	defer func() {
		if recover() != nil { // the browser throws at a name that it does not know
			z = nil
		}
	}()
	const step = 900
	format := js.Global().Get("Intl").Get("DateTimeFormat").New("en-US", map[string]any{"timeZone": name, "timeZoneName": "longOffset"})
	date, known := js.Global().Get("Date"), map[int64]int{}
	return func(unix int64) int {
		at := unix / step
		offset, ok := known[at]
		if !ok {
			_, text, _ := strings.Cut(format.Call("format", date.New(float64(at*step*1000))).String(), "GMT")
			if t, err := time.Parse("-07:00", text); err == nil { // "6/3/2025, GMT+02:00", or GMT alone
				_, offset = t.Zone()
			}
			known[at] = offset
		}
		return offset
	}
}
