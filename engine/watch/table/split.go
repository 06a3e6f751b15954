package table

import (
	"bytes"
	"io"
)

const (
	maxRecord = 256 << 10 // bytes of one record; what is longer is none, and is cut
	searched  = 16 << 10  // bytes in which the header is looked for
	maxStray  = 16        // quotes that never closed, after which a quote ends with its line
)

// splitter parts a text in UTF-8, or in Latin-1, into records of cells.
type splitter struct {
	r     io.Reader
	comma byte

	buf   []byte
	pos   int
	eof   bool
	err   error // why there was no more, if not for the end
	stray int
	text  []byte // of the record, without quotes
	cells []span // where in text each cell is
	open  bool   // no line end closes it
	torn  bool   // nor is a quote in it closed: the file was cut off within a cell
}

// span is a part of a text.
type span struct{ from, to int }

// fill sees to it that at least n bytes are ahead, if there are as many, and returns
// all that are.
func (s *splitter) fill(n int) []byte {
	for len(s.buf)-s.pos < n && !s.eof {
		if s.pos > 0 {
			s.buf = s.buf[:copy(s.buf, s.buf[s.pos:])]
			s.pos = 0
		}
		if want := max(n, 64<<10); cap(s.buf) < want {
			s.buf = append(make([]byte, 0, want), s.buf...)
		}
		m, err := s.r.Read(s.buf[len(s.buf):cap(s.buf)])
		s.buf = s.buf[:len(s.buf)+m]
		if err != nil {
			if s.eof = true; err != io.EOF {
				s.err = err
			}
		}
	}
	return s.buf[s.pos:]
}

// next splits the next record, and reports whether there is one.
func (s *splitter) next() bool {
	s.torn = false
	b := s.fill(1)
	for len(b) > 0 {
		n := s.split(b, s.eof || len(b) >= maxRecord, s.stray >= maxStray)
		if n < 0 { // a quote that never closes is an inch, or a fault
			s.stray++
			n = s.split(b, true, true)
			s.torn = s.open
		}
		if n > 0 {
			s.pos += n
			return true
		}
		b = s.fill(min(2*len(b)+1, maxRecord))
	}
	return false
}

// split parts the record that b begins with. It returns how many bytes that takes with
// its line end, 0 where it may go on after b, and -1 where b is all there is of it and a
// quote is open. plain: a quote ends with its line.
func (s *splitter) split(b []byte, all, plain bool) int {
	s.text, s.cells, s.open = s.text[:0], s.cells[:0], false
	if n := s.simple(b); n > 0 {
		return n
	}
	for i := 0; ; i++ { // a cell
		start := len(s.text)
		for i < len(b) && b[i] == ' ' {
			i++
		}
		if i < len(b) && b[i] == '"' && !plain {
			n, closed := s.quoted(b[i+1:])
			switch i += 1 + n; {
			case !closed && all:
				return -1
			case !closed || i == len(b) && !all:
				return 0
			}
		}
		from := i
		for i < len(b) && b[i] != s.comma && b[i] != '\n' && b[i] != '\r' {
			i++
		}
		cell := b[from:i]
		if plain {
			cell = bytes.Trim(cell, `" `)
		}
		s.text = append(s.text, cell...)
		s.cells = append(s.cells, span{start, len(s.text)})
		switch {
		case i == len(b) && !all:
			return 0
		case i == len(b):
			s.open = true
			return i
		case b[i] == '\n':
			return i + 1
		case b[i] == '\r' && i+1 == len(b) && !all:
			return 0
		case b[i] == '\r' && i+1 < len(b) && b[i+1] == '\n':
			return i + 2
		case b[i] == '\r':
			return i + 1
		}
	}
}

// near is how far a line end is looked for before a record is taken apart byte by byte.
const near = 4 << 10

// simple parts a record that has no quotes, and returns 0 for any other.
func (s *splitter) simple(b []byte) int {
	n := bytes.IndexByte(b[:min(len(b), near)], '\n')
	if n < 0 {
		return 0
	}
	line := bytes.TrimSuffix(b[:n], []byte{'\r'})
	if bytes.IndexByte(line, '"') >= 0 || bytes.IndexByte(line, '\r') >= 0 {
		return 0
	}
	s.text = append(s.text, line...)
	for from := 0; ; {
		end := bytes.IndexByte(line[from:], s.comma)
		if end < 0 {
			s.cells = append(s.cells, span{from, len(line)})
			return n + 1
		}
		s.cells = append(s.cells, span{from, from + end})
		from += end + 1
	}
}

// quoted reads what follows an opening quote, up to and with the closing one.
func (s *splitter) quoted(b []byte) (n int, closed bool) {
	for {
		q := bytes.IndexByte(b[n:], '"')
		if q < 0 {
			return n, false
		}
		s.text = append(s.text, b[n:n+q]...)
		if n += q + 1; n == len(b) || b[n] != '"' {
			return n, true
		}
		s.text = append(s.text, '"')
		n++
	}
}
