package reader

import (
	"encoding/binary"

	"rebound/engine/watch"
)

// ticket is where an entry lies, and its path, as intake.Listed carries it.
func ticket(e watch.Entry) string {
	b := binary.AppendUvarint(nil, uint64(e.Place.Item))
	b = binary.AppendUvarint(b, uint64(len(e.Place.Steps)))
	for _, s := range e.Place.Steps {
		b = append(b, byte(s.Method))
		for _, v := range []int64{s.Offset, s.Packed, s.Size} {
			b = binary.AppendUvarint(b, uint64(v))
		}
	}
	return string(append(b, e.Path...))
}

// place reads a ticket. The backend gives back what a reader wrote: ok is false
// for anything else.
func (r *Reader) place(ticket string) (p watch.Place, path string, ok bool) {
	b := []byte(ticket)
	ok = true
	next := func() int64 {
		v, n := binary.Uvarint(b)
		if n <= 0 || v > 1<<62 {
			ok = false
			return 0
		}
		b = b[n:]
		return int64(v)
	}
	p.Item = int(next())
	for steps := next(); steps > 0 && ok; steps-- {
		s := watch.Step{Method: watch.Method(next())}
		s.Offset, s.Packed, s.Size = next(), next(), next()
		p.Steps = append(p.Steps, s)
	}
	return p, string(b), ok && p.Item < len(r.paths)
}
