package slim

import (
	"bytes"
	"encoding/binary"
)

// runtime.findfunctab has a bucket for every 4096 program counters, of which a
// wasm function has 65536: the index of the function, or one before it, from
// which runtime.findfunc searches on, and 16 bytes that are added to it.
const (
	bucketSize   = 20
	buckets      = 16 // of a function
	searchedFrom = 16 // the first of so many functions is where a search begins now
)

// coarsen has runtime.findfunc search from the first of every 16 functions: the
// table then says the same 16 times as often, and a search takes eight steps more.
func (t tables) coarsen(m []byte) error {
	exact, err := t.buckets(1)
	if err != nil {
		return err
	}
	coarse, err := t.buckets(searchedFrom)
	if err != nil {
		return err
	}
	if bytes.Contains(m, coarse) {
		return nil
	}
	at := bytes.Index(m, exact)
	if at < 0 || bytes.Contains(m[at+1:], exact) {
		return errNoTables
	}
	copy(m[at:], coarse)
	return nil
}

// buckets is what the table holds of all functions but the last, with indexes
// rounded down to multiples of step.
func (t tables) buckets(step int) ([]byte, error) {
	var out []byte
	for i := range t.functions - 1 {
		from, to, err := t.entries(i)
		if err != nil {
			return nil, err
		}
		bucket := binary.LittleEndian.AppendUint32(nil, uint32(i/step*step))
		bucket = append(bucket, make([]byte, bucketSize-len(bucket))...)
		out = append(out, bytes.Repeat(bucket, (to-from)*buckets)...)
	}
	return out, nil
}

// entries are the wasm functions at which the i-th function and the next begin.
func (t tables) entries(i int) (from, to int, err error) {
	if 8*i+16 > len(t.table) {
		return 0, 0, errNoTables
	}
	from = int(binary.LittleEndian.Uint32(t.table[8*i:]))
	to = int(binary.LittleEndian.Uint32(t.table[8*i+8:]))
	if to <= from || to-from > t.functions {
		return 0, 0, errNoTables
	}
	return from, to, nil
}

// shorten leaves of the types in a generic function's name what the runtime
// prints of them.
func (t tables) shorten() {
	for b := t.names; len(b) > 0; {
		n := bytes.IndexByte(b, 0)
		if n < 0 {
			return
		}
		name := b[:n]
		b = b[n+1:]
		from, to := bytes.IndexByte(name, '['), bytes.LastIndexByte(name, ']')
		if short := []byte("[...]"); from >= 0 && to-from >= len(short) {
			end := copy(name[from:], short) + from
			end += copy(name[end:], name[to+1:])
			clear(name[end:])
		}
	}
}
