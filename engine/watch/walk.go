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

// Entry is one file found, or one thing that could not be opened. It stays
// readable after Walk, as long as the Blobs do; what lies in a packed zip in a
// zip keeps that zip in memory.
type Entry struct {
	Path    string   // for display: clean text, "export.zip/2026/run.fit"
	Size    int64    // bytes when inflated, as its container claims: 0 when it does not say, the packed size for a .gz
	Problem *Problem // why there is nothing to read; then Head and Bytes return it too

	head  []byte
	whole []byte // a small file's content, until it is asked for
	open  func() (io.ReadCloser, error)
	pack  int64 // packed bytes; 0 for a plain file
	w     *walker
	paid  bool // counted against Limits.Total
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

// begin reads the first HeadSize bytes, and all of a small packed file while
// there is room for it: deflate hands out nothing before it has 32 KiB or the
// end, so that the head of such a file costs as much as the file.
func (e *Entry) begin() ([]byte, *Problem) {
	const small, room = 32 << 10, 8 << 20
	if e.pack == 0 || e.Size == 0 || e.Size > small || e.w.kept+small > room {
		return e.Head(HeadSize)
	}
	b, p := e.Bytes(nil)
	if p != nil || !isFIT(b) {
		return b[:min(HeadSize, len(b))], p
	}
	e.whole = b
	e.w.kept += int64(len(b))
	return bytes.Clone(b[:min(HeadSize, len(b))]), nil
}

// release lets go of what begin kept.
func (e *Entry) release() []byte {
	b := e.whole
	e.whole = nil
	if e.w != nil {
		e.w.kept -= int64(len(b))
	}
	return b
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

func readHead(c io.Reader, n int) ([]byte, *Problem) {
	b := make([]byte, n)
	n, err := io.ReadFull(c, b)
	if n == 0 && err != nil && err != io.EOF {
		return nil, unreadable(err)
	}
	return b[:n], nil
}

// Head returns the first n bytes, or as many as there are, inflating no more
// than that.
func (e *Entry) Head(n int) ([]byte, *Problem) {
	if e.Problem != nil {
		return nil, e.Problem
	}
	if n <= HeadSize && e.head != nil {
		return e.head[:min(n, len(e.head))], nil
	}
	c, err := e.open()
	if err != nil {
		return nil, unreadable(err)
	}
	defer c.Close()
	return readHead(c, n)
}

// Bytes returns the whole file, in buf when that is large enough (nil is fine),
// so that the next use of buf may overwrite it. Of a file whose packing is damaged
// it returns what could be unpacked: the FIT reader keeps what is good of it
// and says that the rest is lost.
func (e *Entry) Bytes(buf []byte) ([]byte, *Problem) {
	if e.Problem != nil {
		return nil, e.Problem
	}
	if e.Size > e.w.Entry {
		return nil, tooBig(e.Size, e.w.Entry)
	}
	if b := e.release(); b != nil {
		if cap(buf) < len(b) {
			return b, nil
		}
		return append(buf[:0], b...), nil // the caller's buffer stays in use
	}
	c, err := e.open()
	if err != nil {
		return nil, unreadable(err)
	}
	defer c.Close()
	b, p := e.w.inflate(c, buf[:0], e.Size, e.pack, e.w.Entry)
	if p != nil {
		return nil, p
	}
	if !e.paid && e.pack > 0 {
		e.paid = true
		if e.w.total += int64(len(b)); e.w.total > e.w.Total {
			return nil, bomb("Together the files unpack to more than " + megabytes(e.w.Total) + ".")
		}
	}
	return b, nil
}

// inflate reads c to its end under the caps. claimed is the size that the
// container gives and decides only how much is asked for first.
func (w *walker) inflate(c io.Reader, b []byte, claimed, packed, limit int64) ([]byte, *Problem) {
	if need := min(claimed, limit, 1<<20) + 1; int64(cap(b)) < need {
		b = make([]byte, 0, need)
	}
	for {
		if len(b) == cap(b) {
			b = append(b, 0)[:len(b)]
		}
		n, err := c.Read(b[len(b):cap(b)])
		b = b[:len(b)+n]
		size := int64(len(b))
		switch {
		case size > limit:
			return nil, tooBig(size, limit)
		case packed > 0 && size > 1<<20 && size/w.Ratio > packed:
			return nil, bomb(fmt.Sprintf("It unpacks to more than %d times its size.", w.Ratio))
		case err == io.EOF || err != nil && size > 0:
			return b, nil
		case err != nil:
			return nil, unreadable(err)
		}
	}
}
