// Package illform has the ways in which an XML export may reach its reader, for the
// tests of those: what is the same file all the same, and what was cut off.
package illform

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"iter"
	"unicode/utf16"
)

// Same are ways to write a file, which begins with its declaration, that make no
// other of it, by name.
func Same(file []byte) iter.Seq2[string, []byte] {
	_, bare, _ := bytes.Cut(file, []byte("?>"))
	root := bytes.TrimLeft(bare, " \r\n<")
	root = root[:bytes.IndexAny(root, " >")]
	ways := map[string][]byte{
		"as it is":              file,
		"byte order mark":       append([]byte("\xEF\xBB\xBF"), file...),
		"ten spaces":            append([]byte("          "), file...),
		"mark and line":         append([]byte("\xEF\xBB\xBF\n"), file...),
		"no declaration":        bare,
		"says Latin-1":          append([]byte(`<?xml version="1.0" encoding="ISO-8859-1"?>`), bare...),
		"says UTF-16":           append([]byte(`<?xml version="1.0" encoding="UTF-16"?>`), bare...),
		"document type":         append(fmt.Appendf(nil, "<?xml version='1.0'?><!-- <a> ' --><!DOCTYPE %s [ <!ATTLIST b\n c <!ELEMENT d EMPTY> ]>", root), bare...),
		"CRLF":                  bytes.ReplaceAll(file, []byte("\n"), []byte("\r\n")),
		"CR":                    bytes.ReplaceAll(file, []byte("\n"), []byte("\r")),
		"little-endian":         Wide(file, binary.LittleEndian, true),
		"big-endian":            Wide(file, binary.BigEndian, true),
		"big-endian, no mark":   Wide(file, binary.BigEndian, false),
		"NUL at the end":        append(bytes.Clone(file), 0, 0, 0),
		"a vertical tab within": bytes.Replace(file, []byte("\n"), []byte("\n\v"), 1),
	}
	return func(yield func(string, []byte) bool) {
		for name, b := range ways {
			if !yield(name, b) {
				return
			}
		}
	}
}

// Wide is a file as UTF-16.
func Wide(file []byte, order binary.AppendByteOrder, mark bool) []byte {
	var out []byte
	if mark {
		out = order.AppendUint16(out, 0xFEFF)
	}
	for _, unit := range utf16.Encode([]rune(string(file))) {
		out = order.AppendUint16(out, unit)
	}
	return out
}

// Cuts are beginnings of a file, so many bytes apart, from none of it to all but the
// last byte.
func Cuts(file []byte, apart int) iter.Seq[[]byte] {
	return func(yield func([]byte) bool) {
		for n := 0; n < len(file) && yield(file[:n:n]); n += apart {
		}
	}
}
