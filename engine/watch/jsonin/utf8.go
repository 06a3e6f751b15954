package jsonin

import (
	"io"
	"unicode/utf16"
	"unicode/utf8"
)

// utf8Of gives what r gives as UTF-8 without a byte order mark: most texts as they
// are, those in UTF-16 after a mark turned.
func utf8Of(r io.Reader) io.Reader { return &decoder{src: r} }

// decoder looks at the first bytes once, and then either passes bytes on or turns them.
type decoder struct {
	src   io.Reader
	begun bool
	wide  bool
	big   bool
	high  rune   // the first half of a pair
	in    []byte // read and not yet given
	out   []byte // turned and not yet given
	err   error
}

func (d *decoder) Read(p []byte) (int, error) {
	if !d.begun {
		d.begin()
	}
	if !d.wide {
		if len(d.in) == 0 {
			if d.err != nil {
				return 0, d.err
			}
			return d.src.Read(p)
		}
		n := copy(p, d.in)
		d.in = d.in[n:]
		return n, nil
	}
	for len(d.out) == 0 {
		if d.err != nil {
			return 0, d.err
		}
		d.turn()
	}
	n := copy(p, d.out)
	d.out = d.out[n:]
	return n, nil
}

// begin reads the mark.
func (d *decoder) begin() {
	d.begun = true
	var mark [3]byte
	n, err := io.ReadFull(d.src, mark[:])
	if err == io.ErrUnexpectedEOF && n < len(mark) {
		err = io.EOF
	}
	d.in, d.err = append(d.in, mark[:n]...), err
	switch {
	case n >= 2 && mark[0] == 0xFF && mark[1] == 0xFE:
		d.wide, d.in = true, d.in[2:]
	case n >= 2 && mark[0] == 0xFE && mark[1] == 0xFF:
		d.wide, d.big, d.in = true, true, d.in[2:]
	case n == 3 && mark == [3]byte{0xEF, 0xBB, 0xBF}:
		d.in = nil
	}
}

// turn reads on, and turns the whole units of what it has.
func (d *decoder) turn() {
	var b [4096]byte
	at := copy(b[:], d.in)
	n, err := d.src.Read(b[at:])
	d.err = err
	n += at
	d.out = d.out[:0]
	for i := 0; i+1 < n; i += 2 {
		u := rune(b[i]) | rune(b[i+1])<<8
		if d.big {
			u = rune(b[i+1]) | rune(b[i])<<8
		}
		switch {
		case u >= 0xD800 && u < 0xDC00:
			d.high = u
			continue
		case d.high != 0:
			if r := utf16.DecodeRune(d.high, u); r != utf8.RuneError {
				u = r
			}
		}
		d.high = 0
		d.out = utf8.AppendRune(d.out, u)
	}
	d.in = append(d.in[:0], b[n-n%2:n]...)
}
