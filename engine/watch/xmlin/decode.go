package xmlin

import (
	"bytes"
	"encoding/binary"
	"io"
	"math"
	"strconv"
	"unicode/utf16"
	"unicode/utf8"
)

// Decode is a value with its entities decoded, as UTF-8: what is not valid as that is
// taken for Latin-1, whatever the declaration says. It copies only where it must.
func Decode(b []byte) []byte {
	if !utf8.Valid(b) {
		wide := make([]byte, 0, 2*len(b))
		for _, c := range b {
			wide = utf8.AppendRune(wide, rune(c))
		}
		b = wide
	}
	if bytes.IndexByte(b, '&') < 0 {
		return b
	}
	var out []byte
	for {
		i := bytes.IndexByte(b, '&')
		if i < 0 {
			return append(out, b...)
		}
		out, b = append(out, b[:i]...), b[i:]
		n := bytes.IndexByte(b[:min(len(b), 12)], ';')
		if r := entity(b, n); r >= 0 {
			out, b = utf8.AppendRune(out, r), b[n+1:]
		} else {
			out, b = append(out, '&'), b[1:]
		}
	}
}

// entity is the character that b[:n] stands for; -1 for none.
func entity(b []byte, n int) rune {
	if n < 2 {
		return -1
	}
	switch name := string(b[1:n]); name {
	case "amp":
		return '&'
	case "lt":
		return '<'
	case "gt":
		return '>'
	case "quot":
		return '"'
	case "apos":
		return '\''
	default:
		if name[0] != '#' {
			return -1
		}
		digits, base := name[1:], 10
		if len(digits) > 0 && (digits[0] == 'x' || digits[0] == 'X') {
			digits, base = digits[1:], 16
		}
		v, err := strconv.ParseUint(digits, base, 32)
		if err != nil || v > utf8.MaxRune {
			return -1
		}
		return rune(v)
	}
}

// Float is a number as XML writes it; NaN for what is none, a decimal comma
// included, and for what is not finite.
func Float(b []byte) float64 {
	v, err := strconv.ParseFloat(string(bytes.TrimSpace(b)), 64)
	if err != nil || math.IsInf(v, 0) {
		return math.NaN()
	}
	return v
}

// wide is the byte order of UTF-16, by its mark or by its first <; nil for a text of
// bytes.
func wide(b []byte) binary.ByteOrder {
	switch {
	case bytes.HasPrefix(b, []byte("\xFF\xFE")), bytes.HasPrefix(b, []byte("<\x00")):
		return binary.LittleEndian
	case bytes.HasPrefix(b, []byte("\xFE\xFF")), bytes.HasPrefix(b, []byte("\x00<")):
		return binary.BigEndian
	}
	return nil
}

// narrower gives UTF-16 as UTF-8.
type narrower struct {
	src   io.Reader
	order binary.ByteOrder
	left  []byte // read, and not decoded yet
	out   []byte // decoded, and not given yet
	end   error
}

func (n *narrower) Read(p []byte) (int, error) {
	for len(n.out) == 0 {
		if n.end != nil && len(n.left) < 2 {
			return 0, n.end
		}
		n.decode()
		if len(n.out) > 0 || n.end != nil {
			continue
		}
		room := len(n.left)
		n.left = append(n.left, make([]byte, 32<<10)...)
		got, err := n.src.Read(n.left[room:])
		n.left, n.end = n.left[:room+got], err
		if got == 0 && err == nil {
			return 0, nil
		}
	}
	got := copy(p, n.out)
	n.out = n.out[got:]
	return got, nil
}

// decode takes what is whole of what is left; half a pair waits for its other half.
func (n *narrower) decode() {
	n.out = n.out[:0]
	b := n.left
	for len(b) >= 2 {
		r := rune(n.order.Uint16(b))
		size := 2
		if utf16.IsSurrogate(r) {
			if len(b) < 4 && n.end == nil {
				break
			}
			low := rune(0)
			if len(b) >= 4 {
				low = rune(n.order.Uint16(b[2:]))
			}
			if pair := utf16.DecodeRune(r, low); pair != utf8.RuneError {
				r, size = pair, 4
			}
		}
		if r != 0xFEFF {
			n.out = utf8.AppendRune(n.out, r)
		}
		b = b[size:]
	}
	n.left = append(n.left[:0], b...)
}
