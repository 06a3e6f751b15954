package watch

import (
	"bufio"
	"bytes"
	"encoding/binary"
	"io"
)

// What a file costs to be known of, beside its path: the place where it lies, and a line
// of the list that goes to whoever reads it.
const listedCost = 256

// What a file of a zip costs while the zip is open, beside its header's bytes.
const headerCost = 320

// directoryCost is what the directory of a zip takes in memory once it is read. Its
// headers are counted where archive/zip begins to read them, since their number in the
// record at the end can lie. It is 0 where no directory is found: then nothing is read.
func directoryCost(in Blob) (most int64) {
	const (
		comment = 64<<10 - 1
		record  = 22
		wide    = 1<<32 - 1 // the number stands in the record of zip64
	)
	size := in.Size()
	buf := make([]byte, min(size, comment+record))
	if n, _ := in.ReadAt(buf, size-int64(len(buf))); n < len(buf) {
		return 0
	}
	at := bytes.LastIndex(buf, []byte("PK\x05\x06"))
	if at < 0 || len(buf)-at < record {
		return 0
	}
	end := size - int64(len(buf)-at)
	length, start := int64(binary.LittleEndian.Uint32(buf[at+12:])), int64(binary.LittleEndian.Uint32(buf[at+16:]))
	if at64 := bytes.LastIndex(buf[:at], []byte("PK\x06\x06")); at64 >= 0 && at-at64 >= 56 && (length == wide || start == wide) {
		length, start = int64(binary.LittleEndian.Uint64(buf[at64+40:])), int64(binary.LittleEndian.Uint64(buf[at64+48:]))
		end -= int64(at - at64)
	}
	for _, from := range []int64{start, end - length} { // the second, where something lies before the zip
		if from >= 0 && from < end {
			most = max(most, headersFrom(io.NewSectionReader(in, from, size-from)))
		}
		if start == end-length {
			break
		}
	}
	return most
}

// headersFrom is what the headers cost that follow on each other from the beginning.
func headersFrom(in io.Reader) (cost int64) {
	const fixed = 46
	r := bufio.NewReaderSize(in, 64<<10)
	for {
		h, err := r.Peek(fixed)
		if err != nil || !bytes.HasPrefix(h, []byte("PK\x01\x02")) {
			return cost
		}
		n := fixed + int(binary.LittleEndian.Uint16(h[28:])) + int(binary.LittleEndian.Uint16(h[30:])) + int(binary.LittleEndian.Uint16(h[32:]))
		cost += int64(n + headerCost)
		if _, err := r.Discard(n); err != nil {
			return cost
		}
	}
}
