package watch

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"io"
	"unicode/utf8"
)

// salvage yields the files of a zip whose directory is lost, as when a download
// broke off: each file is announced by a header of its own, and deflate says
// itself where it ends. It reports whether it found any.
func (w *walker) salvage(outer Entry, random Blob, depth int) bool {
	found := false
	if w.Look != nil {
		random = heard{random, w.Look} // of gigabytes this takes a while
	}
	var buf []byte
	budget := 4 * random.Size() // bytes to look for sizes in, whatever the headers say
	for at := int64(0); at < random.Size() && !w.done; {
		if buf == nil {
			buf = make([]byte, 64<<10)
		}
		n, _ := random.ReadAt(buf, at)
		if n < 30 {
			break
		}
		i := bytes.Index(buf[:n], []byte("PK\x03\x04"))
		if i < 0 {
			at += int64(n - 3)
			continue
		}
		at += int64(i)
		h, ok := localHeader(random, at)
		if !ok {
			at += 4
			continue
		}
		found = true
		if h.unsaid {
			h.packed = stored(random, h.data, &budget)
			h.size = h.packed
		}
		w.salvaged(outer, h, random, depth)
		at = h.data + max(h.packed, 0)
	}
	return found
}

// heard is a blob that tells of the bytes that are read of it.
type heard struct {
	Blob
	look func(n int)
}

func (h heard) ReadAt(b []byte, at int64) (int, error) {
	n, err := h.Blob.ReadAt(b, at)
	h.look(n)
	return n, err
}

// header is a file's own header within a zip.
type header struct {
	name         string
	method       uint16
	packed, size int64 // 0 when they are written behind the data
	data         int64 // where the data begin
	unsaid       bool  // they lie as they are, and their size behind them
}

func localHeader(r io.ReaderAt, at int64) (header, bool) {
	var b [30]byte
	if n, _ := r.ReadAt(b[:], at); n < len(b) {
		return header{}, false
	}
	le := binary.LittleEndian
	h := header{method: le.Uint16(b[8:]), packed: int64(le.Uint32(b[18:])), size: int64(le.Uint32(b[22:]))}
	nameLen, extraLen := int(le.Uint16(b[26:])), int(le.Uint16(b[28:]))
	name := make([]byte, nameLen)
	if n, _ := r.ReadAt(name, at+30); n < nameLen || nameLen == 0 || nameLen > 4096 || !utf8.Valid(name) {
		return header{}, false
	}
	if h.method != zip.Store && h.method != zip.Deflate || le.Uint16(b[6:])&1 != 0 {
		return header{}, false
	}
	h.name, h.data = string(name), at+30+int64(nameLen+extraLen)
	h.unsaid = h.method == zip.Store && h.packed == 0 && le.Uint16(b[6:])&8 != 0
	return h, true
}

// stored is how long a file is that lies from data on as it is, with its length written
// behind it: up to the first note of a length that is true. 0 where there is none, or
// none within a budget of bytes, of which it takes what it has gone through.
func stored(r io.ReaderAt, data int64, budget *int64) int64 {
	const note = 12 // bytes: the sign, a sum, the length
	buf := make([]byte, 64<<10)
	for at := data; ; {
		n, _ := r.ReadAt(buf, at)
		if *budget -= int64(n); n < note || *budget < 0 {
			return 0
		}
		for from := 0; ; {
			i := bytes.Index(buf[from:n], []byte("PK\x07\x08"))
			if i < 0 || from+i+note > n {
				break
			}
			if from += i; int64(binary.LittleEndian.Uint32(buf[from+8:])) == at+int64(from)-data {
				return at + int64(from) - data
			}
			from += 4
		}
		at += int64(n - note + 1)
	}
}

func (w *walker) salvaged(outer Entry, h header, random Blob, depth int) {
	name := cleanName(h.name)
	if h.name[len(h.name)-1] == '/' || clutter(name) || h.data >= random.Size() {
		return
	}
	s := Step{Offset: h.data, Packed: h.packed, Size: h.size}
	if left := random.Size() - h.data; s.Packed == 0 || s.Packed > left {
		s.Packed = left
	}
	if h.method == zip.Deflate {
		s.Method = Deflated
	}
	w.file(Entry{Path: join(outer.Path, name), Size: h.size, Place: outer.Place.in(s)}, depth+1)
}
