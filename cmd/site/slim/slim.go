// Package slim takes out of a linked wasm program what only the file names and
// line numbers of a traceback need.
//
//	small, err := slim.Wasm(program)
//
// The Go linker keeps two tables for every function, from program counter to
// file and to line, which -ldflags=-s leaves in. Nothing but runtime.Caller and
// tracebacks reads them, and they are a tenth of what a browser loads. Wasm sets
// each function's references to them to "none", which the runtime prints as "?",
// and clears their bytes, so that compression does away with them. Function
// names stay, and so do the tables that the stack and the garbage collector
// need. Nothing moves, and the length stays the same.
//
// The layout is that of runtime.pcHeader and runtime._func, unchanged since Go
// 1.20. A program that does not look like it is an error, never a guess.
package slim

import (
	"bytes"
	"encoding/binary"
	"errors"
	"slices"
)

// Wasm is the program without its file and line tables. wasm itself is not
// changed. A program that is not laid out as expected is an error.
func Wasm(wasm []byte) ([]byte, error) {
	out := slices.Clone(wasm)
	windows, err := dataOf(out)
	if err != nil {
		return nil, err
	}
	m := memory(windows)
	t, err := findTables(m)
	if err != nil {
		return nil, err
	}
	if err := t.clear(); err != nil {
		return nil, err
	}
	for _, w := range windows {
		copy(w.bytes, m[w.address:])
	}
	return out, nil
}

var (
	errNotWasm  = errors.New("this is not a wasm program with data segments as the Go linker writes them")
	errNoTables = errors.New("the wasm program has no function table of the layout that is known")
)

// window is one data segment: bytes of the program that are loaded at address.
type window struct {
	address int
	bytes   []byte
}

const (
	dataSection = 11
	i32Const    = 0x41
	end         = 0x0b
	mostMemory  = 1 << 30
)

// dataOf finds the data segments of a program.
func dataOf(wasm []byte) ([]window, error) {
	r := reader{b: wasm}
	if !bytes.HasPrefix(wasm, []byte("\x00asm\x01\x00\x00\x00")) {
		return nil, errNotWasm
	}
	r.take(8)
	for len(r.b) > 0 && !r.bad {
		id := r.byte()
		section := reader{b: r.take(r.number())}
		if id != dataSection {
			continue
		}
		var out []window
		for n := section.number(); n > 0 && !section.bad; n-- {
			active := section.byte() == 0 && section.byte() == i32Const
			address := section.number()
			if !active || section.byte() != end || address > mostMemory {
				return nil, errNotWasm
			}
			out = append(out, window{address, section.take(section.number())})
		}
		if section.bad || len(out) == 0 {
			return nil, errNotWasm
		}
		return out, nil
	}
	return nil, errNotWasm
}

// memory is the data as a running program finds it, gaps being zero.
func memory(windows []window) []byte {
	size := 0
	for _, w := range windows {
		size = max(size, w.address+len(w.bytes))
	}
	m := make([]byte, size)
	for _, w := range windows {
		copy(m[w.address:], w.bytes)
	}
	return m
}

// reader reads a program's bytes; after one that is missing it reads zeros.
type reader struct {
	b   []byte
	bad bool
}

func (r *reader) take(n int) []byte {
	if n < 0 || n > len(r.b) {
		r.bad, r.b = true, nil
		return nil
	}
	out := r.b[:n:n]
	r.b = r.b[n:]
	return out
}

func (r *reader) byte() byte {
	if b := r.take(1); len(b) == 1 {
		return b[0]
	}
	return 0
}

// number is LEB128. Addresses are written as signed numbers, which for positive
// ones below 2^31 differs from unsigned in nothing but length.
func (r *reader) number() int {
	v, n := binary.Uvarint(r.b)
	if n <= 0 || v > mostMemory {
		r.bad, r.b = true, nil
		return 0
	}
	r.take(n)
	return int(v)
}
