package table

import (
	"bytes"
	"encoding/binary"
	"io"
	"unicode/utf16"
	"unicode/utf8"
)

// decoded is r without the mark of its encoding, as UTF-8 where that says UTF-16. A
// text in Latin-1 has no mark: see utf8Of.
func decoded(r io.Reader) io.Reader {
	mark := make([]byte, 3)
	n, err := io.ReadFull(r, mark)
	mark = mark[:n]
	rest := io.MultiReader(bytes.NewReader(mark), r)
	if err != nil && err != io.EOF && err != io.ErrUnexpectedEOF {
		return rest
	}
	switch {
	case bytes.HasPrefix(mark, []byte("\xEF\xBB\xBF")):
		return r
	case bytes.HasPrefix(mark, []byte("\xFF\xFE")):
		return &narrower{r: io.MultiReader(bytes.NewReader(mark[2:]), r), order: binary.LittleEndian}
	case bytes.HasPrefix(mark, []byte("\xFE\xFF")):
		return &narrower{r: io.MultiReader(bytes.NewReader(mark[2:]), r), order: binary.BigEndian}
	}
	return rest
}

// narrower makes UTF-8 of UTF-16.
type narrower struct {
	r     io.Reader
	order binary.ByteOrder
	in    [4096]byte
	have  int // bytes of in that are not yet made
	out   []byte
	err   error
}

func (n *narrower) Read(b []byte) (int, error) {
	for len(n.out) == 0 {
		if n.err != nil {
			return 0, n.err
		}
		m, err := n.r.Read(n.in[n.have:])
		n.have += m
		n.err = err
		n.out = n.make(n.out[:0], err != nil)
	}
	m := copy(b, n.out)
	n.out = n.out[m:]
	return m, nil
}

// make takes what is whole of in: half a unit, and the first of a pair, wait.
func (n *narrower) make(out []byte, last bool) []byte {
	i := 0
	for ; i+2 <= n.have; i += 2 {
		u := rune(n.order.Uint16(n.in[i:]))
		if utf16.IsSurrogate(u) {
			if i+4 > n.have && !last {
				break
			}
			second := rune(0)
			if i+4 <= n.have {
				second = rune(n.order.Uint16(n.in[i+2:]))
			}
			if u = utf16.DecodeRune(u, second); u != utf8.RuneError {
				i += 2
			}
		}
		out = utf8.AppendRune(out, u)
	}
	n.have = copy(n.in[:], n.in[i:n.have])
	return out
}

// utf8Of is a record as text: where it is no UTF-8, it was written in Latin-1, or
// rather in Windows' own form of that.
func utf8Of(text []byte, cells []span) (string, []span) {
	if utf8.Valid(text) {
		return string(text), cells
	}
	var out []byte
	for i, cell := range cells {
		from := len(out)
		for _, c := range text[cell.from:cell.to] {
			switch {
			case c >= 0x80 && c < 0xA0:
				out = utf8.AppendRune(out, windows[c-0x80])
			default:
				out = utf8.AppendRune(out, rune(c))
			}
		}
		cells[i] = span{from, len(out)}
	}
	return string(out), cells
}

// windows is what Windows-1252 has where Latin-1 has controls.
var windows = [32]rune{'€', ' ', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', ' ', 'Ž', ' ',
	' ', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', ' ', 'ž', 'Ÿ'}
