package slim

import (
	"bytes"
	"encoding/binary"
	"slices"
)

// tables is runtime.pclntab in a program's memory.
type tables struct {
	functions int
	units     []byte // which file numbers a compilation unit uses
	files     []byte // file names
	counters  []byte // the tables by program counter, by their offset here
	table     []byte // an index of functions, then the functions
}

// header is runtime.pcHeader up to its first number: magic, padding, the
// smallest instruction, the size of a pointer.
var header = []byte{0xf1, 0xff, 0xff, 0xff, 0, 0, 1, 8}

const headerSize = 72

func findTables(m []byte) (tables, error) {
	for at := 0; ; at += len(header) {
		next := bytes.Index(m[at:], header)
		if next < 0 || len(m)-at-next < headerSize {
			return tables{}, errNoTables
		}
		at += next
		field := func(i int) int { return int(binary.LittleEndian.Uint64(m[at+8+8*i:])) }
		offsets := []int{headerSize, field(3), field(4), field(5), field(6), field(7), len(m) - at}
		if field(3) != headerSize || !slices.IsSorted(offsets) || field(0) <= 0 || field(0) > (len(m)-at)/8 {
			continue // the same bytes by chance
		}
		here := m[at:]
		return tables{field(0), here[field(4):field(5)], here[field(5):field(6)], here[field(6):field(7)], here[field(7):]}, nil
	}
}

// Offsets in runtime._func.
const (
	funcStack  = 16 // pcsp: the size of the frame
	funcFile   = 20
	funcLine   = 24
	funcTables = 28 // npcdata: how many more there are
	funcUnit   = 32 // cuOffset: where its files begin in units
	funcStart  = 36 // startLine
	funcSize   = 44 // where their offsets begin
)

// clear does away with the file and line tables. A table may serve several
// functions and several purposes, so what the other references need stays.
func (t tables) clear() error {
	keep := make([]byte, len(t.counters))
	for i := range t.functions {
		f, err := t.function(i)
		if err != nil {
			return err
		}
		refs := []uint32{binary.LittleEndian.Uint32(f[funcStack:])}
		for k := range binary.LittleEndian.Uint32(f[funcTables:]) {
			if funcSize+4*int(k)+4 > len(f) {
				return errNoTables
			}
			refs = append(refs, binary.LittleEndian.Uint32(f[funcSize+4*k:]))
		}
		for _, ref := range refs {
			if ref == 0 {
				continue // none
			}
			n, err := t.extent(int(ref))
			if err != nil {
				return err
			}
			copy(keep[ref:], t.counters[ref:int(ref)+n])
		}
	}
	for i := range t.functions {
		f, _ := t.function(i) // read above
		for _, field := range []int{funcFile, funcLine, funcUnit, funcStart} {
			clear(f[field : field+4])
		}
	}
	copy(t.counters, keep)
	clear(t.units)
	clear(t.files)
	return nil
}

// function is the i-th function and what follows it.
func (t tables) function(i int) ([]byte, error) {
	if 8*i+8 > len(t.table) {
		return nil, errNoTables
	}
	at := int(binary.LittleEndian.Uint32(t.table[8*i+4:]))
	if at+funcSize > len(t.table) {
		return nil, errNoTables
	}
	return t.table[at:], nil
}

// extent is the length of the table at an offset: pairs of differences, value
// then counter, up to a value that does not differ. The first may be zero.
func (t tables) extent(from int) (int, error) {
	if from >= len(t.counters) {
		return 0, errNoTables
	}
	b := t.counters[from:]
	for first := true; ; first = false {
		v, n := binary.Uvarint(b)
		if n <= 0 {
			return 0, errNoTables
		}
		b = b[n:]
		if v == 0 && !first {
			return len(t.counters) - from - len(b), nil
		}
		if _, n = binary.Uvarint(b); n <= 0 {
			return 0, errNoTables
		}
		b = b[n:]
	}
}
