package watch

import "io"

// window is the span read at once from a zip's Blob. In a browser each read of
// a Blob is a trip through the event loop: without reading ahead a 20 MB zip
// took 5,147 of them.
const (
	window  = 1 << 20
	windows = 4 // kept, so that reading an archive from its end costs no more
)

// readAhead is a Blob that reads whole windows, at multiples of their size, and
// keeps the last few.
type readAhead struct {
	Blob
	kept [windows][]byte
	at   [windows]int64
	next int
}

func (r *readAhead) ReadAt(p []byte, off int64) (int, error) {
	if off < 0 || off >= r.Size() {
		return 0, io.EOF
	}
	n := 0
	for n < len(p) && off < r.Size() {
		start := off / window * window
		if len(p)-n >= 2*window { // too long to be worth keeping
			m, err := r.Blob.ReadAt(p[n:], off)
			return n + m, err
		}
		b, err := r.load(start)
		if err != nil {
			return n, err
		}
		m := copy(p[n:], b[min(int(off-start), len(b)):])
		if m == 0 {
			return n, io.ErrUnexpectedEOF // the file is shorter than it was
		}
		n += m
		off += int64(m)
	}
	if n < len(p) {
		return n, io.EOF
	}
	return n, nil
}

func (r *readAhead) load(start int64) ([]byte, error) {
	for i, b := range r.kept {
		if len(b) > 0 && r.at[i] == start {
			return b, nil
		}
	}
	b := r.kept[r.next]
	size := int(min(window, r.Size()-start))
	if cap(b) < size {
		b = make([]byte, size)
	}
	b = b[:size]
	n, err := r.Blob.ReadAt(b, start)
	if n < size && err != nil && err != io.EOF {
		r.kept[r.next] = nil
		return nil, err
	}
	r.kept[r.next], r.at[r.next] = b[:n], start
	r.next = (r.next + 1) % windows
	return b[:n], nil
}
