package fitfile

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"

	"github.com/tormoder/fit"
)

// fault is why a file, or a part of a chain, could not be read whole: in one
// line for when something of it was kept, in another for when nothing was.
type fault struct {
	code, kept, lost, hint string
}

const againHint = "Copy or export it from the watch or its app again."

func faultCut(have, want int) *fault {
	return &fault{"cut_off", "cut off: only " + share(have, want) + " of the file could be read",
		"The file is cut off: only " + share(have, want) + " of it is there, and no reading is in that part.", againHint}
}

func faultAt(n, of int) *fault {
	kept := "damaged: only " + share(n, of) + " of the file could be read"
	if n >= of {
		kept = "damaged: the end of it could not be read"
	}
	return &fault{"damaged", kept, "The file is damaged, and there is no reading before the damage.", againHint}
}

// share is how much of a file was read, as a runner can picture it.
func share(n, of int) string {
	if 100*n < of {
		return "less than 1%"
	}
	return fmt.Sprintf("the first %d%%", 100*n/of)
}

func faultUndated(n int) *fault {
	text := fmt.Sprintf("%d entries have an impossible date and were left out", n)
	if n == 1 {
		text = "1 entry has an impossible date and was left out"
	}
	return &fault{"bad_date", text,
		"None of its readings has a possible date: the watch's clock was not set.",
		"Sync the watch or let it find GPS before the next recording; this file cannot be placed on a day."}
}

var (
	faultCRC = &fault{"bad_crc", "damaged: some of its readings may be missing or wrong",
		"The file is damaged, and no reading could be found in it.", againHint}
	faultUnfinished = &fault{"unfinished", "the watch never finished writing this file",
		"The watch never finished this file and it holds no reading.", "Look on the watch for a saved copy and export that."}
	faultVersion = &fault{"unsupported", "written in a newer version of FIT than Rebound knows, so some of it could not be read",
		"The file is written in a newer version of FIT than Rebound knows.", "Update the app, then add the file again."}
	faultTail = &fault{"damaged", "damaged: only its first part could be read",
		"The file is damaged and no reading could be found in it.", againHint}
)

// checkMagic refuses what does not begin as a FIT file does.
func checkMagic(b []byte) error {
	switch {
	case len(b) == 0:
		return &Error{"empty", "The file is empty.", againHint}
	case isHeader(b):
		return nil
	case len(b) < 12 && (b[0] == 12 || b[0] == 14):
		return &Error{"cut_off", "The file is cut off right at its start, and there is no reading in it.", againHint}
	}
	return &Error{"not_fit", "This is not a FIT file.", "Export the original FIT file from the watch or its app."}
}

func isHeader(b []byte) bool {
	return len(b) >= 12 && (b[0] == 12 || b[0] == 14) && string(b[8:12]) == ".FIT"
}

// part is one FIT file of a chain, and what the gate found wrong with it.
type part struct {
	data  []byte // header to checksum; nil when there is nothing to read
	fault *fault
}

// nextPart takes the first FIT file off a chain and passes it through the gate.
func nextPart(b []byte) (p part, rest []byte) {
	if !isHeader(b) {
		if len(bytes.Trim(b, "\x00")) == 0 { // padded to a block of the file system
			return part{}, nil
		}
		return part{fault: faultTail}, nil
	}
	head, size := int(b[0]), int(binary.LittleEndian.Uint32(b[4:]))
	end := head + size + 2
	switch {
	case size == 0 && len(b) > end && !isHeader(b[end:]):
		return part{resize(b, len(b)-head), faultUnfinished}, nil
	case end > len(b) || end < 0:
		if n := written(b); n < len(b) {
			return part{resize(b[:n], n-head), faultCut(n, end)}, nil
		}
		return part{b, faultCut(len(b), end)}, nil
	}
	if err := fit.CheckIntegrity(bytes.NewReader(b[:end]), sound(b[:end])); err != nil {
		if n := written(b[:end]); n < end {
			return part{resize(b[:n], n-head), faultCut(n, end)}, b[end:]
		}
		f := faultCRC
		if fit.ProtocolVersion(b[1]).Major() > fit.CurrentProtocolVersion().Major() {
			f = faultVersion
		}
		if end < len(b) && !isHeader(b[end:]) {
			// The length itself may be what is damaged: try all there is.
			return part{resize(b, len(b)-head-2), f}, nil
		}
		return part{b[:end], f}, b[end:]
	}
	return part{data: b[:end]}, b[end:]
}

// written is how much of a part was written before the watch lost power: what it
// had reserved and not come to is all zeros, or all ones as flash is when erased.
func written(b []byte) int {
	const shortest = 64 // no message ends in so many (ours)
	n := len(b)
	for fill := b[n-1]; n > 14 && b[n-1] == fill && (fill == 0 || fill == 0xFF); n-- {
	}
	if len(b)-n < shortest {
		return len(b)
	}
	return n
}

// resize copies a part with another data size in its header, which part goes by.
func resize(b []byte, size int) []byte {
	c := bytes.Clone(b)
	binary.LittleEndian.PutUint32(c[4:], uint32(max(size, 0)))
	return c
}

// readPart reads one part's content and returns its fault, the gate's first.
func (r *reader) readPart(p part) *fault {
	r.suspect = p.fault != nil
	n, err := r.part(p.data)
	r.closePart(p.fault != nil || err != nil)
	switch {
	case errors.Is(err, errUndefined):
		return faultAt(n, len(p.data))
	case p.fault == nil && err != nil: // its last message runs past its end
		return faultAt(n, n)
	}
	return p.fault
}
