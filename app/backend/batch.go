package backend

import (
	"encoding/binary"
	"encoding/json"

	"rebound/app/wire"
	"rebound/engine/diary"
)

// batch is what one row of the log holds: the files that were added together,
// and the lines of those that were refused or read in part. The log is only
// appended to; a line is dismissed by remembering the row up to which all are.
type batch struct {
	files []diary.File
	lines []wire.FileLine
}

// row is the length of the packed files, the packed files, and the lines as JSON.
func (b batch) row() []byte {
	packed := diary.Pack(b.files)
	row := binary.AppendUvarint(nil, uint64(len(packed)))
	row = append(row, packed...)
	if len(b.lines) > 0 {
		lines, err := json.Marshal(b.lines)
		if err != nil {
			panic(err) // strings always marshal
		}
		row = append(row, lines...)
	}
	return row
}

// readBatch reads a row. Its errors are those of diary.Unpack.
func readBatch(row []byte) (batch, error) {
	n, used := binary.Uvarint(row)
	if used <= 0 || n > uint64(len(row)-used) {
		return batch{}, diary.ErrPackDamaged
	}
	packed, lines := row[used:used+int(n)], row[used+int(n):]
	var b batch
	var err error
	if b.files, err = diary.Unpack(packed); err != nil {
		return batch{}, err
	}
	if len(lines) > 0 && json.Unmarshal(lines, &b.lines) != nil {
		return batch{}, diary.ErrPackDamaged
	}
	return b, nil
}
