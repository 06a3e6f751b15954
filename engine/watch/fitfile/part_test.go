package fitfile

import (
	"bytes"
	"errors"
	"io"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/muktihari/fit/decoder"
	"github.com/muktihari/fit/profile/untyped/mesgnum"
)

// byRaw reads a part as [reader.part] does, its messages split by muktihari/fit and
// each record by record alone.
func byRaw(r *reader, b []byte) (int64, error) {
	r.resetPart()
	return decoder.NewRaw().Decode(bytes.NewReader(b), func(flag decoder.RawFlag, b []byte) error {
		switch flag {
		case decoder.RawFlagMesgDef:
			r.layouts[b[0]&0x0F].define(b)
		case decoder.RawFlagMesgData:
			l := &r.layouts[b[0]&0x0F]
			if b[0]&headCompressed != 0 {
				l = &r.layouts[b[0]>>5&3]
			}
			switch m := r.place(l, b); {
			case l.num != mesgnum.Record:
				r.message(m)
			case r.recording() && len(r.rows) < maxRows:
				r.record(m)
			}
		}
		return nil
	})
}

// Whatever the bytes, the messages are those that muktihari/fit finds, and records
// are the same read many at a time as one by one: in every file of both modules,
// whole, cut off and with bytes turned.
func TestPartAgainstMuktihari(t *testing.T) {
	rng := rand.New(rand.NewPCG(5, 6))
	for name, data := range moduleFiles(t) {
		for try := range 12 {
			b := bytes.Clone(data)
			if end := int(b[0]) + int(b[4]) + int(b[5])<<8 + int(b[6])<<16 + int(b[7])<<24 + 2; end < len(b) {
				b = b[:end]
			}
			if try > 4 {
				for range 3 {
					b[14+rng.IntN(len(b)-14)] ^= 1 << rng.IntN(8)
				}
			}
			if try%2 == 1 {
				b = b[:14+rng.IntN(len(b)-14)]
			}
			got, want := newReader(), newReader()
			n, err := got.part(b)
			wantN, wantErr := byRaw(want, b)
			cut := errors.Is(wantErr, io.EOF) || errors.Is(wantErr, io.ErrUnexpectedEOF)
			if errors.Is(err, errEnds) != cut || (err == nil) != (wantErr == nil) || !cut && int64(n) != wantN {
				t.Errorf("%s, try %d: %d bytes, %v; want %d, %v", name, try, n, err, wantN, wantErr)
			}
			if !slices.Equal(got.rows, want.rows) || got.at != want.at || got.seen != want.seen || got.untimed != want.untimed ||
				got.undated != want.undated || len(got.sessions) != len(want.sessions) || len(got.laps) != len(want.laps) {
				t.Errorf("%s, try %d: %d records, %d sessions, %d laps; want %d, %d, %d", name, try,
					len(got.rows), len(got.sessions), len(got.laps), len(want.rows), len(want.sessions), len(want.laps))
			}
			got.release()
			want.release()
		}
	}
}

// A record may be the last thing in a file and end in a value of one byte, in
// either byte order.
func TestLastRecord(t *testing.T) {
	for _, big := range []bool{false, true} {
		b := newFile(4, big).define(1, 20, big, def{253, 4, wUint32}, def{6, 2, wUint16}, def{5, 4, wUint32}, def{3, 1, wUint8})
		for i := range uint32(5) {
			b.data(1, t0+i, 3000+i, i*300, 140+i)
		}
		r := newReader()
		if _, err := r.part(b.file()); err != nil || len(r.rows) != 5 {
			t.Fatalf("big-endian %v: %d records, %v", big, len(r.rows), err)
		}
		if last := r.rows[4]; last.at != t0+4 || last.v[colSpeed] != 3004 || last.v[colDistance] != 1200 || last.v[colHR] != 144 {
			t.Errorf("big-endian %v: the last record reads %+v", big, last)
		}
		r.release()
	}
}
