package watch

import (
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
)

// Limits bound what a batch may cost. A zero field takes its default. Each
// breach is a Problem on the entry that commits it; the others go on.
type Limits struct {
	Entries int   // files in all; 50,000
	Depth   int   // zips within zips; 4
	Entry   int64 // inflated bytes of one file; MaxFile
	Nested  int64 // inflated bytes of the packed zips in zips, which are held in memory; 512 MiB
	Total   int64 // inflated bytes in all; 8 GiB
	Ratio   int64 // inflated to packed bytes, beyond the first MiB; 200
}

func (l Limits) orDefault() Limits {
	or := func(v *int64, d int64) {
		if *v == 0 {
			*v = d
		}
	}
	entries, depth := int64(l.Entries), int64(l.Depth)
	or(&entries, 50_000)
	or(&depth, 4)
	or(&l.Entry, MaxFile)
	or(&l.Nested, 512<<20)
	or(&l.Total, 8<<30)
	or(&l.Ratio, 200)
	l.Entries, l.Depth = int(entries), int(depth)
	return l
}

// walker is one Walk: its limits and what has been spent.
type walker struct {
	Limits
	yield   func(Entry) bool
	entries int
	total   int64
	nested  int64
	kept    int64 // bytes of small files held by their entries
	done    bool
}

// Walk opens what was dropped and yields every file in it, in order, until
// yield returns false. Zips, zips in zips and gzipped files are known by their
// content, not by their names. It reads no more of a file than its first
// [HeadSize] bytes.
func Walk(items []Item, limits Limits, yield func(Entry) bool) {
	w := &walker{Limits: limits.orDefault(), yield: yield}
	for _, it := range items {
		if w.done {
			return
		}
		name := cleanName(it.Path)
		if it.Path == "" {
			name = ""
		}
		if clutter(name) {
			continue
		}
		blob := it.Blob
		w.file(Entry{Path: name, Size: blob.Size(), open: func() (io.ReadCloser, error) {
			return io.NopCloser(io.NewSectionReader(blob, 0, blob.Size())), nil
		}}, blob, 0)
	}
}

// file looks at how one file begins and yields it, or what it contains. random
// is the file's bytes where they can be read without inflating, or nil.
func (w *walker) file(e Entry, random Blob, depth int) {
	if w.done {
		return
	}
	if w.entries++; w.entries > w.Entries {
		w.stop(e.Path)
		return
	}
	e.w = w
	head, p := e.begin()
	switch {
	case p != nil:
		e.Problem = p
	case len(head) == 0:
		e.Problem = &Problem{Code: "empty", What: "The file is empty.", Hint: "Copy or export it from the watch or its app again."}
	case isZip(head):
		w.entries-- // a container is not a file
		w.archive(e, random, depth)
		return
	case isGzip(head):
		if e = gunzip(e); e.Problem == nil {
			if head, p = e.Head(HeadSize); p != nil {
				e.Problem = p
			} else if !isFIT(head) {
				e.Problem = notFIT(e.Path, head)
			}
		}
	case !isFIT(head):
		e.Problem = notFIT(e.Path, head)
	case e.Size > w.Entry:
		e.Problem = tooBig(e.Size, w.Entry)
	}
	if e.Problem == nil {
		e.head = head
	} else {
		e.release()
	}
	w.give(e)
}

func (w *walker) give(e Entry) {
	if !w.done && !w.yield(e) {
		w.done = true
	}
}

func (w *walker) stop(path string) {
	w.give(Entry{Path: path, Problem: &Problem{Code: "too_many",
		What: fmt.Sprintf("There are more than %d files; the rest were not looked at.", w.Entries),
		Hint: "Drop them in smaller groups."}})
	w.done = true
}

func isZip(b []byte) bool {
	return bytes.HasPrefix(b, []byte("PK\x03\x04")) || bytes.HasPrefix(b, []byte("PK\x05\x06"))
}
func isGzip(b []byte) bool { return bytes.HasPrefix(b, []byte("\x1f\x8b\x08")) }
func isFIT(b []byte) bool  { return len(b) >= 12 && string(b[8:12]) == ".FIT" }

// gunzip is the entry's content, unpacked.
func gunzip(e Entry) Entry {
	packed := e.open
	if e.pack == 0 {
		e.pack = e.Size
	}
	e.open = func() (io.ReadCloser, error) {
		c, err := packed()
		if err != nil {
			return nil, err
		}
		z, err := gzip.NewReader(c)
		if err != nil {
			return nil, errors.Join(err, c.Close())
		}
		return struct {
			io.Reader
			io.Closer
		}{z, c}, nil
	}
	return e
}
