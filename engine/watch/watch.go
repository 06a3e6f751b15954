// Package watch turns a runner's files into diary records.
//
// [Walk] opens what was dropped (a file, a folder, a zip, zips in zips) and
// hands over each entry, cheaply, without reading more than it must. [Read]
// takes one entry's bytes, finds out which of the known sources wrote it, and
// returns the [diary.File] it holds. Every error is a [*Problem]: one line of
// what is wrong and one of what to do.
package watch

import (
	"io"
	"time"

	"rebound/engine/diary"
)

// Blob is what was dropped: bytes at an offset, and how many there are.
type Blob interface {
	io.ReaderAt
	Size() int64
}

// Item is one dropped or named file with its path as the runner sees it.
type Item struct {
	Path string
	Blob Blob
}

// Problem is what is wrong with a file, for the runner.
type Problem struct {
	Code string // stable: "not_fit", "empty", "cut_off", "bad_crc", "zip_broken", "zip_bomb", "too_big", "too_deep", ...
	What string // one line: what is wrong
	Hint string // one line: what to do
}

func (p *Problem) Error() string { return p.What }

// ID is what a file says of itself in its first bytes.
type ID struct {
	Kind    string // as diary.File.Kind; "other" for a FIT file of no use here
	Created time.Time
	Device  diary.Device
}
