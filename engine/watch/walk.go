package watch

import (
	"bytes"
	"fmt"
	"strings"

	"rebound/engine/watch/source"
)

// Limits bound what a batch may cost. A zero field takes its default. Each
// breach is a Problem on the entry that commits it; the others go on.
type Limits struct {
	Listed int64 // bytes that it takes to know of all files, however many they are: their paths and where they lie; and of the directories of the zips that are open at once; 64 MiB each
	Depth  int   // zips within zips; 4
	Entry  int64 // unpacked bytes of one FIT file; MaxFile
	Export int64 // of one file of another kind, which is never held whole; 4 GiB
	Nested int64 // unpacked bytes of the packed zips in zips that are open at once, which are held in memory; 512 MiB
	Total  int64 // unpacked bytes in all; 16 GiB
	Ratio  int64 // unpacked to packed bytes, beyond the first MiB; 200
}

func (l Limits) orDefault() Limits {
	or := func(v *int64, d int64) {
		if *v == 0 {
			*v = d
		}
	}
	depth := int64(l.Depth)
	or(&l.Listed, 64<<20)
	or(&depth, 4)
	or(&l.Entry, MaxFile)
	or(&l.Export, 4<<30)
	or(&l.Nested, 512<<20)
	or(&l.Total, 16<<30)
	or(&l.Ratio, 200)
	l.Depth = int(depth)
	return l
}

// walker is one Walk.
type walker struct {
	*Files
	yield func(Entry) bool
	done  bool
}

// Walk opens what was dropped and yields every file in it, in order, until
// yield returns false: see [Files.Walk].
func Walk(items []Item, limits Limits, yield func(Entry) bool) {
	f := NewFiles(items, limits)
	for i := range items {
		if !f.Walk(i, yield) {
			return
		}
	}
}

// Walk yields every file in one of the items, in order, until yield returns
// false, which it then returns too, as it does when there were too many files.
// Zips, zips in zips and gzipped files are known by their content, not by their
// names. It reads no more of a file than its first [HeadSize] bytes.
func (f *Files) Walk(item int, yield func(Entry) bool) bool {
	w := &walker{Files: f, yield: yield}
	it := f.items[item]
	name := cleanName(it.Path)
	if it.Path == "" {
		name = ""
	}
	if !clutter(name) {
		w.file(Entry{Path: name, Size: it.Blob.Size(), Place: Place{Item: item}}, 0)
	}
	return !w.done
}

// file looks at how one file begins and yields it, or what it contains.
func (w *walker) file(e Entry, depth int) {
	if w.done {
		return
	}
	if !w.list(e.Path, 1) {
		return
	}
	e.files = w.Files
	head, p := w.Head(e.Place, HeadSize)
	switch {
	case p != nil:
		e.Problem = p
	case len(head) == 0:
		e.Problem = &Problem{Code: "empty", What: "The file is empty.", Hint: "Copy or export it from the watch or its app again."}
	case isZip(head):
		w.list(e.Path, -1) // a container is not a file
		w.archive(e, depth)
		return
	case isGzip(head):
		_, packed := e.Place.sizes(0)
		if packed == 0 {
			packed = e.Size
		}
		e.Place = e.Place.in(Step{Method: Gzipped, Packed: packed, Size: e.Size})
		if head, p = w.Head(e.Place, HeadSize); p != nil {
			e.Problem = p
		} else if !isFIT(head) {
			w.other(&e)
		}
	case !isFIT(head):
		w.other(&e)
	case e.Size > w.Entry:
		e.Problem = tooBig(e.Size, w.Entry)
	}
	if e.Problem == nil {
		e.head = head
	}
	w.give(e)
}

// other says what a file is that is no FIT.
func (w *walker) other(e *Entry) {
	head, p := w.Head(e.Place, source.HeadSize)
	if p != nil {
		e.Problem = p
		return
	}
	h := source.HeadOf(e.Path, head)
	switch format := formatOf(h); {
	case format != nil:
		e.Via, e.Begun, e.Other = format.Via, begun(e.Path, h), format.Read == nil
	case isBeside(head) && strings.Contains(e.Path, "/"):
		e.Other = true
	default:
		e.Problem = notFIT(e.Path, head)
	}
}

// isBeside reports whether a file is a picture, a page or a document, as lie beside
// the files of many exports: nobody who drops the whole wants to hear of each.
func isBeside(head []byte) bool {
	for _, magic := range besides {
		if bytes.HasPrefix(head, []byte(magic)) {
			return true
		}
	}
	return false
}

var besides = []string{"\x89PNG", "\xFF\xD8\xFF", "GIF8", "%PDF-", "<!DOCTYPE html", "<!doctype html", "<html"}

func (w *walker) give(e Entry) {
	if !w.done && !w.yield(e) {
		w.done = true
	}
}

// list counts what it takes to know of a file, or takes it off again, and reports whether
// there is room for it. Where there is none the walk ends.
func (w *walker) list(path string, n int) bool {
	w.found += n
	w.listed += int64(n) * int64(len(path)+listedCost)
	if w.listed <= w.Listed {
		return true
	}
	w.give(Entry{Path: path, Problem: &Problem{Code: "too_many",
		What: fmt.Sprintf("There are too many files for one go; only the first %d were looked at.", w.found-1),
		Hint: "Add the rest in smaller groups."}})
	w.done = true
	return false
}

func isZip(b []byte) bool {
	return bytes.HasPrefix(b, []byte("PK\x03\x04")) || bytes.HasPrefix(b, []byte("PK\x05\x06"))
}
func isGzip(b []byte) bool { return bytes.HasPrefix(b, []byte("\x1f\x8b\x08")) }
func isFIT(b []byte) bool  { return len(b) >= 12 && string(b[8:12]) == ".FIT" }
