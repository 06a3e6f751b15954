package vendor

import (
	"rebound/engine/diary"
	"rebound/engine/watch/fitfile"
)

var garmin = []Vendor{{
	Name: "garmin", What: "Garmin watch: its own FIT files, as they lie on it",
	write: func(x *export, top folder) {
		for f := range x.runner.All() {
			top.file(f.Name, func(w *text) { x.fit(w, f) })
		}
	},
}}

// fit writes a FIT file.
func (x *export) fit(w *text, f diary.File) {
	encode := fitfile.Encode
	if x.Bulk {
		encode = fitfile.EncodeSeconds
	}
	b, err := encode(f)
	x.fail(err)
	_, _ = w.Write(b) // Flush tells
}
