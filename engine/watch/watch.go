// Package watch turns a runner's files into diary records.
//
// [Walk] opens what was dropped (a file, a folder, a zip, zips in zips) and
// hands over each entry, cheaply, without reading more than it must. [Identify]
// tells from an entry's first bytes what it is and when it was made, so that the
// newest can be read first. [Read] takes one entry's bytes and returns the
// [diary.File] it holds. Every error is a [*Problem]: one line of what is wrong
// and one of what to do.
//
//	watch.Walk(items, watch.Limits{}, func(e watch.Entry) bool {
//		data, problem := e.Bytes(nil)
//		if problem == nil {
//			file, problem = watch.Read(e.Path, data)
//		}
//		...
//	})
//
// What is dropped is not trusted. [Limits] bound what is held of names, depth, inflated
// bytes and ratio; names are cleaned for display and never opened as paths; a panic in
// a library becomes a Problem; one bad file costs nothing but itself. A damaged
// file or zip gives what is good of it: a FIT file what came before the damage
// (diary.File.Partial says so), a zip without its directory the files that
// still announce themselves.
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

// Dated is a Blob that knows when its file was last written: Unix seconds, 0 where it
// does not after all. It gives years to tables that leave them out.
type Dated interface{ Written() int64 }

// writtenAt is when a Blob was.
func writtenAt(b Blob) int64 {
	if d, ok := b.(Dated); ok {
		return d.Written()
	}
	return 0
}

// Item is one dropped or named file with its path as the runner sees it.
type Item struct {
	Path  string
	Blob  Blob
	Above string // the folder or zip that was named, where Path is what is inside of it: for whose it is, and never shown
}

// Problem is what is wrong with a file, for the runner. Its codes are stable:
//
//	any file      empty, not_fit, too_big, too_many, unreadable
//	a FIT file    cut_off, bad_crc, damaged, unfinished, unsupported, bad_date, noisy
//	an export     none, weekly (a row a week where days are meant), route (nobody ran it),
//	              needs_mapping (see Files.Preview), bad_mapping
//	an archive    zip_broken, zip_bomb, zip_locked, zip_method, too_deep
type Problem struct {
	Code string
	What string // one line: what is wrong
	Hint string // one line: what to do
}

// Error is What, without what to do about it.
func (p *Problem) Error() string { return p.What }

// ID is what a file says of itself in its first bytes.
type ID struct {
	Kind    string // as diary.File.Kind; "other" for a FIT file of no use here
	Created time.Time
	Device  diary.Device
}
