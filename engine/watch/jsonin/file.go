package jsonin

import (
	"rebound/engine/diary"
	"rebound/engine/watch/source"
)

// Files is what a reader gives for what it found in the text: the files that hold
// something, with what is missing of them. A text of its kind that speaks of no
// measured day is of no use, and no fault. Its error, a *[source.Error], is of a text of
// which nothing could be read.
func (d *Reader) Files(found ...diary.File) ([]diary.File, error) {
	var out []diary.File
	partial := d.Partial()
	for _, f := range found {
		if f.Measured() {
			f.Partial = partial
			out = append(out, f)
		}
	}
	switch {
	case len(out) > 0:
		return out, nil
	case d.cut || d.bad > 0:
		return nil, source.Damaged
	}
	return source.Other(nil)
}
