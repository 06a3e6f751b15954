package watch

import (
	"bufio"
	"bytes"
	"compress/flate"
	"compress/gzip"
	"encoding/json"
	"io"
	"slices"

	"rebound/engine/diary"
	"rebound/engine/watch/inflate"
)

// Files reads what lies at the Places of some items. What it holds is bounded
// and does not grow with their number: a few MiB of the zip read last, the zips
// in zips unpacked last, and its buffers. It is for one goroutine.
type Files struct {
	Limits
	Zones func(name string) diary.Zone // of a place of the tz database; nil, or answering nil, where it is not known
	Look  func(n int)                  // hears of the bytes in which files are looked for, where a zip does not say where they are; may be nil
	Pass  func(n int)                  // hears of the bytes of a long file as they pass, and with 0 of another's read for its sake; may be nil

	Mappings map[string]json.RawMessage // what the runner said of their own tables, by plain.Preview.Key: see Preview

	items  []Item
	found  int   // files so far
	listed int64 // bytes that it takes to know of them
	inside int64 // and of the directories of the zips that a walk is inside of
	total  int64 // unpacked so far
	held   int64 // bytes of packed zips in zips that a walk is inside of

	ahead  *readAhead // over the zip that was read last
	of     int        // its item
	nested []nested   // the latest last
	whose  []whose

	buf      []byte // a file's bytes
	packed   []byte // and before they are inflated
	inflater inflate.Decoder
	long     bufio.Reader // over more of them than are read at once
	stream   io.ReadCloser
	gunzip   *gzip.Reader
}

// nested is a zip that lies packed in another, unpacked.
type nested struct {
	at   Place
	data []byte
}

const (
	headPacked = 512      // packed bytes that hold a file's head nearly always
	maxPacked  = 1 << 20  // packed bytes of a file that are read at once
	keepNested = 64 << 20 // bytes of zips in zips that stay unpacked after use
)

// NewFiles gives the files of items. A zero field of limits takes its default.
func NewFiles(items []Item, limits Limits) *Files {
	return &Files{Limits: limits.orDefault(), items: items, of: -1}
}

// Blob is one of the items, by its index.
func (f *Files) Blob(item int) Blob { return f.items[item].Blob }

// Head is the first n bytes of the file at p, or as many as there are,
// unpacking little more than that.
func (f *Files) Head(p Place, n int) ([]byte, *Problem) {
	if outer, s, ok := p.deflated(); ok {
		whole := s.Packed <= headPacked
		s.Packed = min(s.Packed, headPacked)
		b, err := f.inflate(nil, outer, s, n)
		switch {
		case err == nil || err == io.ErrShortBuffer || whole && len(b) > 0:
			return b, nil
		case whole:
			return nil, problemOf(err)
		}
	}
	c, err := f.open(p)
	if err != nil {
		return nil, problemOf(err)
	}
	b := make([]byte, n)
	n, err = io.ReadFull(c, b)
	if n == 0 && err != nil && err != io.EOF {
		return nil, unreadable(err)
	}
	return b[:n], nil
}

// Bytes is the whole file at p, in buf when that is large enough (nil is fine),
// so that the next use of buf may overwrite it. Of a file whose packing is
// damaged it returns what could be unpacked: the FIT reader keeps what is good
// of it and says that the rest is lost.
func (f *Files) Bytes(p Place, buf []byte) ([]byte, *Problem) {
	size, packed := p.sizes(f.items[p.Item].Blob.Size())
	if size > f.Entry {
		return nil, tooBig(size, f.Entry)
	}
	b, problem := f.whole(p, buf[:0], f.Entry)
	if problem != nil {
		return nil, problem
	}
	if packed > 0 {
		if f.total += int64(len(b)); f.total > f.Total {
			return nil, bomb("Together the files unpack to more than " + megabytes(f.Total) + ".")
		}
	}
	return b, nil
}

// whole appends the file at p to b, under the caps and at most limit bytes.
func (f *Files) whole(p Place, b []byte, limit int64) ([]byte, *Problem) {
	claimed, packed := p.sizes(f.items[p.Item].Blob.Size())
	// What a zip claims of a file is held against it: more is a lie.
	most, beyond := limit, func() *Problem { return tooBig(limit+1, limit) }
	if ratio := max(1<<20, (packed+1)*f.Ratio-1); packed > 0 && ratio < most {
		most, beyond = ratio, func() *Problem { return ratioBomb(f.Ratio) }
	}
	outer, s, deflated := p.deflated()
	if deflated && claimed > 0 && claimed < most {
		most, beyond = claimed, broken
	}
	if need := min(claimed, limit, 1<<20) + inflate.Spare; int64(cap(b)) < need {
		b = make([]byte, 0, need)
	}
	var err error
	if deflated && s.Packed <= maxPacked {
		b, err = f.inflate(b, outer, s, int(most))
	} else if c, cannot := f.open(p); cannot != nil {
		return nil, problemOf(cannot)
	} else {
		b, err = readAll(c, b, most)
	}
	switch {
	case err == io.ErrShortBuffer:
		return nil, beyond()
	case err != nil && len(b) == 0:
		return nil, problemOf(err)
	}
	return b, nil
}

// readAll appends c to b; io.ErrShortBuffer is for more than most bytes.
func readAll(c io.Reader, b []byte, most int64) ([]byte, error) {
	for {
		if len(b) == cap(b) {
			b = append(b, 0)[:len(b)]
		}
		n, err := c.Read(b[len(b):cap(b)])
		b = b[:len(b)+n]
		switch {
		case int64(len(b)) > most:
			return b, io.ErrShortBuffer
		case err == io.EOF:
			return b, nil
		case err != nil:
			return b, err
		}
	}
}

// inflate appends to b what a file of the zip at outer unpacks to, limit bytes at
// most.
func (f *Files) inflate(b []byte, outer Place, s Step, limit int) ([]byte, error) {
	in, err := f.container(outer)
	if err != nil {
		return b, err
	}
	if int64(cap(f.packed)) < s.Packed {
		f.packed = make([]byte, max(s.Packed, 64<<10))
	}
	n, err := in.ReadAt(f.packed[:s.Packed], s.Offset)
	if n == 0 && err != nil && err != io.EOF {
		return b, err
	}
	return f.inflater.Append(b, f.packed[:n], limit)
}

// open is the content of the file at p, valid until the next call. Its errors
// are Problems, or come from what holds the file.
func (f *Files) open(p Place) (io.Reader, error) {
	if len(p.Steps) == 0 {
		blob := f.items[p.Item].Blob
		return io.NewSectionReader(blob, 0, blob.Size()), nil
	}
	outer, s := Place{p.Item, p.Steps[:len(p.Steps)-1]}, p.Steps[len(p.Steps)-1]
	if s.Method == Gzipped {
		c, err := f.open(outer)
		if err != nil {
			return nil, err
		}
		if f.gunzip == nil {
			f.gunzip = new(gzip.Reader)
		}
		return f.gunzip, f.gunzip.Reset(c)
	}
	in, err := f.container(outer)
	if err != nil {
		return nil, err
	}
	if s.Method == Stored {
		return io.NewSectionReader(in, s.Offset, s.Packed), nil
	}
	f.long.Reset(io.NewSectionReader(in, s.Offset, s.Packed))
	if f.stream == nil {
		f.stream = flate.NewReader(&f.long)
		return f.stream, nil
	}
	return f.stream, f.stream.(flate.Resetter).Reset(&f.long, nil)
}

// container is the bytes of the zip at p, any of them.
func (f *Files) container(p Place) (Blob, error) {
	if len(p.Steps) == 0 {
		if f.of != p.Item {
			f.of, f.ahead = p.Item, &readAhead{Blob: f.items[p.Item].Blob}
		}
		return f.ahead, nil
	}
	if s := p.Steps[len(p.Steps)-1]; s.Method == Stored { // costs no memory
		in, err := f.container(Place{p.Item, p.Steps[:len(p.Steps)-1]})
		if err != nil {
			return nil, err
		}
		return io.NewSectionReader(in, s.Offset, s.Packed), nil
	}
	for i, n := range f.nested {
		if n.at.Item == p.Item && slices.Equal(n.at.Steps, p.Steps) {
			f.nested = append(slices.Delete(f.nested, i, i+1), n)
			return bytes.NewReader(n.data), nil
		}
	}
	data, problem := f.unpackZip(p)
	if problem != nil {
		return nil, problem
	}
	return bytes.NewReader(data), nil
}

// unpackZip unpacks a zip that lies packed in another into memory, where it
// stays until others need the room.
func (f *Files) unpackZip(p Place) ([]byte, *Problem) {
	left := f.Nested - f.held
	if size, _ := p.sizes(0); size > left {
		return nil, &Problem{Code: "too_big", What: "This zip within a zip is too big to unpack here: " + megabytes(size) + ".",
			Hint: "Unpack the outer zip and add what is inside."}
	}
	data, problem := f.whole(p, nil, left)
	if problem != nil {
		return nil, problem
	}
	if f.total += int64(len(data)); f.total > f.Total {
		return nil, bomb("Together the files unpack to more than " + megabytes(f.Total) + ".")
	}
	kept := int64(len(data))
	for _, n := range f.nested {
		kept += int64(len(n.data))
	}
	for kept > keepNested && len(f.nested) > 0 {
		kept -= int64(len(f.nested[0].data))
		f.nested = slices.Delete(f.nested, 0, 1)
	}
	f.nested = append(f.nested, nested{p, data})
	return data, nil
}
