package watch

import (
	"bytes"
	"fmt"
	"io"
)

// Entry is one file found, or one thing that could not be opened. It stays
// readable after Walk, as long as the Blobs do; what lies in a packed zip in a
// zip keeps that zip in memory. The Entries of one Walk are for one goroutine.
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
