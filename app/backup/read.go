package backup

import (
	"archive/zip"
	"encoding/json"
	"fmt"
	"hash/crc32"
	"io"
	"strings"

	"rebound/engine/diary"
	"rebound/engine/watch/inflate"
)

// What a backup can be. Ten years are 250 parts, of a megabyte at most; what is inflated
// is bounded by the size of the whole file as in an export (engine/watch), and in all.
const (
	mostParts   = 20_000
	maxSettings = 1 << 20
	maxPart     = 128 << 20
	maxAll      = 2 << 30
	maxRatio    = 200 // beyond what is free
	freely      = 16 << 20
	maxHeld     = 16 << 20
	mostLeft    = 100 // names of what was left out
)

// reading is a backup that is being read.
type reading struct {
	r       io.ReaderAt
	size    int64
	zip     *zip.Reader
	m       manifest
	working func()

	inflater inflate.Decoder
	packed   []byte
	text     []byte // of the part that is read
	all      int64  // bytes inflated so far

	out  Backup
	some []diary.File // not yet in a row
	held int          // bytes of JSON that they were
	seen map[[16]byte]bool
}

// part inflates one of the zip's files, checksum included; it is good until the next.
func (r *reading) part(name string, most int64) ([]byte, error) {
	for _, f := range r.zip.File {
		if f.Name != name {
			continue
		}
		size, packed := int64(f.UncompressedSize64), int64(f.CompressedSize64)
		at, err := f.DataOffset()
		if err != nil || size < 0 || packed < 0 || packed > r.size-at || size > most || r.all+size > min(maxAll, freely+maxRatio*r.size) {
			return nil, zip.ErrFormat
		}
		r.all += size
		r.packed = grown(r.packed, int(packed))
		if n, err := r.r.ReadAt(r.packed, at); n < len(r.packed) {
			return nil, err
		}
		switch f.Method {
		case zip.Store:
			r.text = append(r.text[:0], r.packed...)
		case zip.Deflate:
			r.text, err = r.inflater.Append(grown(r.text, int(size)+inflate.Spare)[:0], r.packed, int(size))
		default:
			err = zip.ErrAlgorithm
		}
		if err != nil {
			return nil, err
		}
		if int64(len(r.text)) != size || crc32.ChecksumIEEE(r.text) != f.CRC32 {
			return nil, zip.ErrChecksum
		}
		return r.text, nil
	}
	return nil, zip.ErrFormat
}

// grown is a slice of n bytes, in b's memory where that suffices.
func grown(b []byte, n int) []byte {
	if cap(b) < n {
		b = make([]byte, n)
	}
	return b[:n]
}

// parts reads a backup of this version: what cannot be read of it is left out.
func (r *reading) parts() (Backup, error) {
	settings := []byte("{}")
	read := map[string]bool{}
	for _, p := range r.m.Parts {
		if read[p.Name] {
			continue
		}
		read[p.Name] = true
		r.working()
		text, err := r.part(p.Name, maxPart)
		if err != nil || p.CRC != sum(text) {
			r.leave(p.Name)
			continue
		}
		if p.Name == settingsName {
			if len(text) > maxSettings || !json.Valid(text) {
				r.leave(p.Name)
			} else {
				settings = append([]byte(nil), text...)
			}
			continue
		}
		r.files(p.Name, text)
	}
	return r.done(settings)
}

// sum is the checksum of a part, as the manifest has it.
func sum(text []byte) string { return fmt.Sprintf("%08x", crc32.ChecksumIEEE(text)) }

// roomFor is the memory that the records of a text may take: several times what they take
// of one that was written here, so that no brackets without content fill it.
func roomFor(text []byte) int { return 4<<10 + 8*len(text) }

// files reads the files of a part. One that is not as it should be costs itself.
func (r *reading) files(part string, text []byte) {
	s := scan{b: text}
	for raw := range s.list() {
		var f diary.File
		if e := (scan{b: raw, room: roomFor(raw)}); !e.into(&f) {
			r.leave(part)
			continue
		}
		r.held += len(raw)
		r.take(&f, part)
	}
	if s.bad {
		r.leave(part)
	}
}

// take has one more file, if it can be.
func (r *reading) take(f *diary.File, part string) {
	if r.seen[f.Hash] {
		return
	}
	ok := within(f)
	if less := possible(&f.Reported); less || !ok {
		name := part
		if f.Name != "" {
			name += ": " + f.Name
		}
		r.leave(name)
		if !ok || f.Reported.Empty() && !f.Measured() {
			return
		}
	}
	if r.seen == nil {
		r.seen = map[[16]byte]bool{}
	}
	r.seen[f.Hash] = true
	r.out.Files++
	if r.some = append(r.some, *f); len(r.some) >= RowFiles || r.held > maxHeld {
		r.row()
	}
}

func (r *reading) row() {
	r.working()
	r.out.Rows = append(r.out.Rows, diary.Pack(r.some))
	clear(r.some)
	r.some, r.held = r.some[:0], 0
}

// leave notes what is left out, once.
func (r *reading) leave(name string) {
	name = strings.ToValidUTF8(name, "?")
	for _, l := range r.out.Left {
		if l == name {
			return
		}
	}
	if len(r.out.Left) < mostLeft {
		r.out.Left = append(r.out.Left, name)
	}
}

// done is what was read: a backup of which no file is left is damaged.
func (r *reading) done(settings []byte) (Backup, error) {
	if r.out.Files == 0 && (r.m.Files > 0 || len(r.out.Left) > 0) {
		return Backup{}, ErrDamaged
	}
	if len(r.some) > 0 {
		r.row()
	}
	r.out.Head = Head{Made: r.m.Made, App: r.m.App, Settings: settings}
	return r.out, nil
}
