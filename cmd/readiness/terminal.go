package main

import (
	"fmt"
	"io"
	"strings"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"
)

// terminal is where everything goes out. A terminal obeys control characters and turns
// text round at direction marks, and both may stand in a file's name, a note or a
// reason from outside: what cannot be seen is written as JSON writes it, \u001b, which
// leaves JSON as it was to whoever reads that. Lines and tabs stay.
//
// One line of text must stay one: [painter] and [inLine] take care of that, since here
// nobody knows any more whose line it is.
//
// What cannot be written, to a full disk say, is not to look as if it had been: failed has
// the first error, whoever did not ask for it.
type terminal struct {
	w      io.Writer
	failed *error // nil: nobody asks
	asIs   bool   // nothing is escaped: what is written has none of others' characters
}

func (t terminal) Write(b []byte) (int, error) {
	out := b
	if !t.asIs {
		out = escape(b)
	}
	if _, err := t.w.Write(out); err != nil {
		if t.failed != nil && *t.failed == nil {
			*t.failed = err
		}
		return 0, err
	}
	return len(b), nil
}

// escape leaves most texts as they are, and then allocates nothing. A carriage return
// stays where it ends a line, as in a table.
func escape(b []byte) []byte {
	var out []byte
	done := 0
	for i := 0; i < len(b); {
		r, n := rune(b[i]), 1
		if r >= utf8.RuneSelf {
			r, n = utf8.DecodeRune(b[i:])
		}
		if r == '\n' || r == '\t' || r == '\r' && i+1 < len(b) && b[i+1] == '\n' || !hidden(r) {
			i += n
			continue
		}
		out = append(out, b[done:i]...)
		out = appendEscaped(out, r)
		i += n
		done = i
	}
	if done == 0 {
		return b
	}
	return append(out, b[done:]...)
}

// inLine is a text from outside as a part of one line. What isolates a name in a sentence
// for a screen (unit.Own) is dropped: terminals do not know it.
func inLine(s string) string {
	if !strings.ContainsFunc(s, func(r rune) bool { return hidden(r) }) {
		return s
	}
	var out []byte
	for _, r := range s {
		switch {
		case r == '\u2068' || r == '\u2069':
		case hidden(r):
			out = appendEscaped(out, r)
		default:
			out = utf8.AppendRune(out, r)
		}
	}
	return string(out)
}

func appendEscaped(out []byte, r rune) []byte {
	if r > 0xffff {
		high, low := utf16.EncodeRune(r)
		return fmt.Appendf(out, `\u%04x\u%04x`, high, low)
	}
	return fmt.Appendf(out, `\u%04x`, r)
}

// hidden reports whether a character is seen only by what it does: controls, marks of
// direction and the like, ends of lines. The two that join letters and emoji are text.
func hidden(r rune) bool {
	return unicode.In(r, unicode.Cc, unicode.Cf, unicode.Zl, unicode.Zp) && r != '\u200c' && r != '\u200d'
}
