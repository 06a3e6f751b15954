// Package fitfile reads FIT files, the format that watches write, and writes some.
//
// [Identify] tells from the first bytes what a file is and which device wrote
// it; [Read] returns all of it that the diary can use. Two libraries share the
// work, each for what it does best: tormoder/fit is the gate (header, file_id,
// checksum), muktihari/fit names messages, fields and their values. The content is
// read from the bytes as they lie, in one pass, at some twenty times the speed of
// either library's typed decoder. No other package of the engine knows of them.
// [EncodeWorkout] writes a planned session for the watch, with tormoder/fit;
// [Encode] writes the sample runner's files, with muktihari/fit.
//
// What is read: sessions, laps, records, timer events; beat-to-beat intervals of
// a resting recording, turned into RMSSD by package beats; the heart rate of a swim, as
// the strap handed it over afterwards; resting heart rate, stress,
// respiration, VO2max; sleep levels and their window; the overnight HRV; the
// wearer's profile; and every pair of local and UTC time, from which the diary
// finds the local date.
//
// Three habits:
//
//   - A damaged file keeps what came before the damage. [diary.File.Partial]
//     then says why there is no more.
//   - A field is read as its definition in the file says (size, base type, byte
//     order), not as the profile would have it: some watches differ.
//   - Invalid values, a heart rate of 0 and dates that cannot be are missing,
//     never zero.
package fitfile

import (
	"bytes"
	"fmt"
	"strings"
	"sync"
	"time"

	"github.com/muktihari/fit/profile/typedef"
	"github.com/tormoder/fit"

	"rebound/engine/diary"
)

// HeadSize is how many of a file's first bytes Identify needs.
const HeadSize = 256

// ID is what a file says of itself.
type ID struct {
	Kind    string    // as diary.File.Kind
	Created time.Time // UTC; zero when not said
	Device  diary.Device
}

// Error says why nothing of a file could be read.
type Error struct {
	Code string // "empty", "not_fit", "cut_off", "bad_crc", "damaged", "unfinished", "unsupported", "bad_date", "noisy"
	What string // one line: what is wrong
	Hint string // one line: what to do
}

func (e *Error) Error() string { return e.What }

// Identify reads the header and the file_id message from the first [HeadSize]
// bytes of a file (fewer if it is shorter). It fails only on what is not FIT; a
// FIT file whose file_id cannot be read is of kind "other".
func Identify(head []byte) (ID, error) {
	if err := checkMagic(head); err != nil {
		return ID{}, err
	}
	if _, m, err := fit.DecodeHeaderAndFileID(bytes.NewReader(head)); err == nil {
		return newID(byte(m.Type), uint16(m.Manufacturer), m.Product, m.SerialNumber, m.TimeCreated.Unix()), nil
	}
	// The gate refuses a file_id that differs from its profile; the content
	// reader does not.
	r := newReader()
	defer r.release()
	r.onlyID = true
	for rest, n := head, 0; isHeader(rest) && !r.identified; rest = rest[n:] {
		var err error
		if n, err = r.part(rest); err != nil {
			break
		}
	}
	return r.id, nil
}

// Read returns what a file holds, chained files included. Hash and Name are
// left to the caller. The error is an [*Error], and is returned only when
// nothing could be read.
func Read(data []byte) (diary.File, error) {
	if err := checkMagic(data); err != nil {
		return diary.File{}, err
	}
	r := newReader()
	defer r.release()
	var first *fault
	for rest := data; len(rest) > 0; {
		var p part
		p, rest = nextPart(rest)
		f := p.fault
		if p.data != nil {
			f = r.readPart(p)
		}
		if first == nil {
			first = f
		}
	}
	return r.finish(first)
}

// finish closes the File and settles whether a fault left anything of it.
func (r *reader) finish(f *fault) (diary.File, error) {
	r.addHeart()
	out := r.out
	out.Kind, out.Device = r.id.Kind, r.id.Device
	if out.Kind == "" || out.Kind == "other" || out.Kind == "device" {
		out.Kind = kindOfContent(&out)
	}
	if n := r.untimed; f == nil && n > 0 && !useful(&out) {
		f = faultUndated(n)
	}
	if f == nil && r.undated > 0 {
		f = faultUndated(r.undated)
	}
	if f == nil && r.artefacts > 0 {
		f = faultNoisy(r.artefacts)
	}
	if f == nil {
		return out, nil
	}
	if useful(&out) || (out.Kind == "device" || out.Kind == "other") && f.code != "bad_date" && r.identified {
		out.Partial = f.kept
		if r.probably != "" {
			out.Partial += ", probably " + r.probably
		}
		return out, nil
	}
	return diary.File{}, &Error{Code: f.code, What: f.lost, Hint: f.hint}
}

// useful reports whether a file gave the diary any reading.
func useful(f *diary.File) bool {
	return len(f.Clocks)+len(f.Resting)+len(f.HRV)+len(f.Nights)+len(f.Activities)+len(f.Persons)+len(f.Daily) > 0
}

// kindOfContent names a file by what is in it, for types that have no name
// in the profile.
func kindOfContent(f *diary.File) string {
	switch {
	case len(f.Activities) > 0:
		return "activity"
	case len(f.Nights) > 0:
		return "sleep"
	case len(f.HRV) > 0:
		return "hrv_status"
	case len(f.Resting) > 0:
		return "monitoring"
	case len(f.Daily) > 0:
		return "metrics"
	case f.Kind != "":
		return f.Kind
	}
	return "other"
}

// File types that watches write and the public profile does not name.
const (
	fileMetrics   = 44
	fileSleep     = 49
	fileHRVStatus = 68
)

func kindOfType(t byte) string {
	switch typedef.File(t) {
	case typedef.FileActivity, typedef.FileActivitySummary:
		return "activity"
	case typedef.FileMonitoringA, typedef.FileMonitoringB, typedef.FileMonitoringDaily:
		return "monitoring"
	case fileSleep:
		return "sleep"
	case fileHRVStatus:
		return "hrv_status"
	case fileMetrics:
		return "metrics"
	case typedef.FileDevice, typedef.FileSettings, typedef.FileSport:
		return "device"
	}
	return "other"
}

func newID(kind byte, maker, product uint16, serial uint32, created int64) ID {
	id := ID{Kind: kindOfType(kind), Device: diary.Device{Maker: makerName(maker), Serial: serial}}
	if product != 0xFFFF {
		id.Device.Product = product
	}
	if at := created - fitEpoch; at > 0 && at < 1<<32 && plausible(uint32(at)) {
		id.Created = time.Unix(created, 0).UTC()
	}
	return id
}

func makerName(n uint16) string {
	if n == 0 || n == 0xFFFF {
		return ""
	}
	name := typedef.Manufacturer(n).String()
	if strings.Contains(name, "Invalid") {
		return fmt.Sprintf("manufacturer_%d", n)
	}
	return name
}

// readers keeps the row buffer between files.
var readers = sync.Pool{New: func() any { return &reader{} }}

func newReader() *reader {
	r := readers.Get().(*reader)
	r.reset()
	return r
}

// release gives the reader back, without the rows of an unusually long file:
// memory that wasm has taken is never given back.
func (r *reader) release() {
	const keep = 1 << 17 // a day and a half of a record a second, 6 MB
	if cap(r.rows) > keep {
		r.rows = nil
	}
	if cap(r.strap.rates) > keep {
		r.strap.rates = nil
	}
	r.out = diary.File{}
	readers.Put(r)
}
