package backend

import (
	"encoding/binary"
	"encoding/json"
	"hash/crc32"
	"slices"

	"rebound/app/intake"
	"rebound/app/wire"
	"rebound/engine/diary"
	"rebound/engine/load"
)

// batch is what one row of the log holds: the files that were added together,
// and the lines of those that were refused or read in part. The log is only
// appended to; a line is dismissed by remembering the row up to which all are.
type batch struct {
	packed []byte // the files, as diary.Pack writes them
	light  []byte // the same, as diary.PackLight does
	lines  []wire.FileLine
}

// batchOf packs files, which it leaves as they are.
func batchOf(files []diary.File, lines ...wire.FileLine) batch {
	b := batch{packed: diary.Pack(files), lines: lines}
	brief := slices.Clone(files)
	for i := range brief {
		brief[i].Activities = slices.Clone(brief[i].Activities)
	}
	load.SummariseAll(brief)
	b.light = diary.PackLight(brief)
	return b
}

// batchesOf are the batches that a reader brought as pairs of intake.Row and intake.Light.
func batchesOf(parts [][]byte) (all []batch) {
	for row := range slices.Chunk(parts, intake.Light+1) {
		all = append(all, batch{packed: row[intake.Row], light: row[intake.Light]})
	}
	return all
}

// row is what is kept in the log: the length of the packed files, the packed files,
// and the lines as JSON.
func (b batch) row() []byte {
	row := binary.AppendUvarint(nil, uint64(len(b.packed)))
	row = append(row, b.packed...)
	return append(row, b.linesJSON()...)
}

// newRow is the row and its brief, for a change of the store.
func (b batch) newRow() NewRow {
	row := b.row()
	return NewRow{Data: row, Brief: brief{size: len(row), light: b.light, lines: b.lines}.bytes()}
}

func (b batch) linesJSON() []byte {
	if len(b.lines) == 0 {
		return nil
	}
	lines, err := json.Marshal(b.lines)
	if err != nil {
		panic(err) // strings always marshal
	}
	return lines
}

// split takes a row apart; what is packed in it is not read.
func split(row []byte) (packed, lines []byte, err error) {
	n, used := binary.Uvarint(row)
	if used <= 0 || n > uint64(len(row)-used) {
		return nil, nil, diary.ErrPackDamaged
	}
	return row[used : used+int(n)], row[used+int(n):], nil
}

// readBatch reads a row. Its errors are those of diary.Unpack.
func readBatch(row []byte) (files []diary.File, lines []wire.FileLine, err error) {
	packed, text, err := split(row)
	if err != nil {
		return nil, nil, err
	}
	if files, err = diary.Unpack(packed); err != nil {
		return nil, nil, err
	}
	if len(text) > 0 && json.Unmarshal(text, &lines) != nil {
		return nil, nil, diary.ErrPackDamaged
	}
	return files, lines, nil
}

// brief is what opening the book needs of a row. It is kept beside the row, as a
// cache: what cannot be read is made anew from the row.
type brief struct {
	size  int // of the row
	light []byte
	lines []wire.FileLine
}

// bytes is the sizes of the row and of the light pack, the lines as JSON after
// their length, a checksum of all these, and the light pack, which has its own.
func (b brief) bytes() []byte {
	lines := batch{lines: b.lines}.linesJSON()
	out := binary.AppendUvarint(nil, uint64(b.size))
	out = binary.AppendUvarint(out, uint64(len(lines)))
	out = append(out, lines...)
	out = binary.LittleEndian.AppendUint32(out, crc32.ChecksumIEEE(out))
	return append(out, b.light...)
}

// readBrief reads what bytes wrote; l is its light pack. ok is false for anything
// else, and for the brief of another version.
func readBrief(data []byte) (b brief, l *diary.Light, ok bool) {
	size, n := binary.Uvarint(data)
	if n <= 0 || size > 1<<40 {
		return b, nil, false
	}
	length, m := binary.Uvarint(data[n:])
	if m <= 0 || length > uint64(len(data)) || n+m+int(length)+4 > len(data) {
		return b, nil, false
	}
	end := n + m + int(length)
	if binary.LittleEndian.Uint32(data[end:]) != crc32.ChecksumIEEE(data[:end]) {
		return b, nil, false
	}
	b = brief{size: int(size), light: data[end+4:]}
	if length > 0 && json.Unmarshal(data[n+m:end], &b.lines) != nil {
		return b, nil, false
	}
	l, err := diary.UnpackLight(b.light)
	return b, l, err == nil
}
