package source

import (
	"bytes"
	"encoding/binary"
	"unicode/utf16"
	"unicode/utf8"
)

var (
	markUTF8    = []byte("\xEF\xBB\xBF")
	markUTF16LE = []byte("\xFF\xFE")
	markUTF16BE = []byte("\xFE\xFF")
)

// text is how a text begins, as UTF-8; nil for what is no text.
func text(b []byte) []byte {
	switch {
	case bytes.HasPrefix(b, markUTF16LE):
		b = narrow(b[2:], binary.LittleEndian)
	case bytes.HasPrefix(b, markUTF16BE):
		b = narrow(b[2:], binary.BigEndian)
	}
	b = bytes.TrimLeft(bytes.TrimPrefix(b, markUTF8), " \t\r\n")
	if bytes.IndexByte(b, 0) >= 0 {
		return nil
	}
	return b
}

func narrow(b []byte, order binary.ByteOrder) []byte {
	units := make([]uint16, len(b)/2)
	for i := range units {
		units[i] = order.Uint16(b[2*i:])
	}
	var out []byte
	for _, r := range utf16.Decode(units) {
		out = utf8.AppendRune(out, r)
	}
	return out
}

// root is the name of an XML text's first element, without a prefix: past a
// declaration, comments and a document type, of which Apple's holds a whole grammar
// and is ill-formed besides; "" where there is none in b.
func root(b []byte) string {
	if len(b) == 0 || b[0] != '<' {
		return ""
	}
	for {
		i := bytes.IndexByte(b, '<')
		if i < 0 || i+1 >= len(b) {
			return ""
		}
		b = b[i+1:]
		switch {
		case bytes.HasPrefix(b, []byte("!DOCTYPE ")):
			return local(b[len("!DOCTYPE "):])
		case bytes.HasPrefix(b, []byte("!--")):
			end := bytes.Index(b, []byte("-->"))
			if end < 0 {
				return ""
			}
			b = b[end:]
		case b[0] == '?' || b[0] == '!':
		default:
			return local(b)
		}
	}
}

// local is the name that b begins with, without a prefix.
func local(b []byte) string {
	n := bytes.IndexAny(b, " \t\r\n/>[")
	if n < 0 {
		n = len(b)
	}
	b = b[:n]
	return string(b[bytes.IndexByte(b, ':')+1:])
}
