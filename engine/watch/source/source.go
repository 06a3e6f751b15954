// Package source is what engine/watch and the readers of each vendor's exports agree
// on: a [Format] says how one kind of file is known by its content and how it is
// read, a [File] is one such file, and an [Error] why nothing of it could be.
//
// A vendor's folder (engine/watch/apple, engine/watch/polar, ...) exports its
// Formats, and one table in engine/watch lists them all:
//
//	var Formats = []source.Format{{
//		Via: "oura", Name: "nights.csv",
//		Is:   func(h source.Head) bool { return h.HasKeys("average_hrv", "bedtime_end") },
//		Read: readNights,
//	}}
//
// What a reader owes the diary:
//
//   - It streams. A [File] is read from the start to the end, more than once where it
//     must, and never held whole.
//   - It gives facts, not conclusions: instants in UTC with the [diary.Clock] that the
//     file proves, the date that the vendor gives (Day), each metric under its own
//     name. Which of two accounts of a night counts is for diary.Build.
//   - Times of a file without any zone are given as if they were UTC, with the one
//     Clock{} that says so.
//   - Not measured is left out, in all the ways that vendors write it.
//   - Facts of one session in two files are put together here, by [File.Beside]: later there
//     are no series (docs/adr/0041).
//   - One bad row costs that row. What is lost is said in diary.File.Partial; only a
//     file of which nothing could be read is an [Error].
//   - A file of the vendor's that is of no use here is a diary.File of Kind "other".
package source

import (
	"bytes"
	"hash/fnv"
	"io"
	"path"
	"strings"

	"rebound/engine/diary"
)

// HeadSize is how many of a file's first bytes a Format may look at.
const HeadSize = 4 << 10

// Format is one kind of file of one vendor.
type Format struct {
	Via  string // the export it belongs to, as diary.File.Via
	Name string // of the kind of file within it, for tests and for who adds one
	Is   func(Head) bool
	Read func(*File) ([]diary.File, error) // Hash, Name and Via are left to the caller; the error is an *Error
}

// Head is how a file begins.
type Head struct {
	Path  string // as the runner sees it: a hint at most, since people rename and vendors translate
	Bytes []byte // the first HeadSize bytes, or all there are
	Text  []byte // the same as UTF-8, without a byte order mark and leading spaces; nil where it is no text
	Root  string // of an XML file: the name of its first element, without a prefix; "" for others

	once *any
}

// HeadOf looks at a file's first bytes once, for every Format.
func HeadOf(path string, b []byte) Head {
	h := Head{Path: path, Bytes: b, Text: text(b)}
	h.Root = root(h.Text)
	h.once = new(any)
	return h
}

// Once is what a kit makes of a Head, made once for all the Formats that ask. There is
// room for one such thing: package table's header.
func (h Head) Once(of func() any) any {
	if h.once == nil {
		return of()
	}
	if *h.once == nil {
		*h.once = of()
	}
	return *h.once
}

// JSON reports whether it begins as JSON: an object, or an array.
func (h Head) JSON() bool { return len(h.Text) > 0 && (h.Text[0] == '{' || h.Text[0] == '[') }

// HasKeys reports whether it is JSON and holds all of these keys within its head.
func (h Head) HasKeys(keys ...string) bool {
	if !h.JSON() {
		return false
	}
	for _, k := range keys {
		if !bytes.Contains(h.Text, []byte(`"`+k+`"`)) {
			return false
		}
	}
	return true
}

// Base is the last part of a path in lower case.
func Base(p string) string { return strings.ToLower(path.Base(p)) }

// File is one file to be read.
type File struct {
	Head
	Size int64 // unpacked; 0 where its container does not say

	Open func() (io.Reader, error) // from the start; what it gave before is void
	Zone func(name string) diary.Zone

	// Beside is the content of another file of the same export, by the last part of its
	// path; nil where it is not there. It takes the place of this one's, which has to be
	// opened again to go on. It may be nil.
	Beside func(name string) io.Reader

	Written int64 // Unix seconds: when whoever keeps the file, or the archive that it is in, says that it was last written; 0 where they do not

	// Mapping is what the runner said of tables with a header, by its key: a plain.Mapping
	// as JSON. It may be nil, as may what it gives.
	Mapping func(header string) []byte
}

// Offset is how many seconds east of UTC a place of the tz database was at an instant.
// ok is false where the host does not know the place.
func (f *File) Offset(zone string, unix int64) (seconds int32, ok bool) {
	if f.Zone == nil || zone == "" {
		return 0, false
	}
	z := f.Zone(zone)
	if z == nil {
		return 0, false
	}
	return int32(z(unix)), true
}

// CutOff is the diary.File.Partial of a file that ends in its midst.
const CutOff = "cut off: the end of it is missing"

// Damaged is of a file that ends, or is damaged, before anything that is read.
var Damaged = &Error{Code: "damaged", What: "Nothing in this file can be read: it is cut off or damaged.", Hint: "Export it again."}

// Error says why nothing of a file could be read.
type Error struct {
	Code string // stable: see watch.Problem
	What string // one line: what is wrong
	Hint string // one line: what to do
}

func (e *Error) Error() string { return e.What }

// Owner is a diary.File.Owner: an account's id of a vendor as a number that says
// nothing else of it; 0 for no id.
func Owner(via, id string) uint64 {
	if id == "" {
		return 0
	}
	return Key(via + " " + id)
}

// Key is a name as a number, never 0 (FNV-1a, 64 bits).
func Key(name string) uint64 {
	h := fnv.New64a()
	io.WriteString(h, name)
	return max(h.Sum64(), 1)
}

// FileKey is the key that a session's own file and the table that names it agree on:
// the last part of its path, in lower case, packed or not.
func FileKey(path string) uint64 {
	return Key(strings.TrimSuffix(Base(strings.ReplaceAll(path, `\`, "/")), ".gz"))
}

// Other is what a file of an export that is of no use here is read as.
func Other(*File) ([]diary.File, error) { return []diary.File{{Kind: "other"}}, nil }
