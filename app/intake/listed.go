package intake

import (
	"encoding/binary"
	"errors"
)

// Listed is a file that was found and can be read. Ticket says to a reader where
// it lies: any reader that has the same files open can read it.
type Listed struct {
	Path    string
	Created int64 // Unix seconds; 0 when the file does not say
	Weight  int64 // what it costs to read, in bytes
	Ticket  string
}

// AppendListed adds files to what DecodeListed reads. Ten years are 14,000 of
// them: JSON would take longer than to look into them all.
func AppendListed(b []byte, files ...Listed) []byte {
	for _, f := range files {
		b = appendText(b, f.Path)
		b = binary.AppendVarint(b, f.Created)
		b = binary.AppendVarint(b, f.Weight)
		b = appendText(b, f.Ticket)
	}
	return b
}

func appendText(b []byte, s string) []byte {
	return append(binary.AppendUvarint(b, uint64(len(s))), s...)
}

// AppendTickets lists the tickets of files for DecodeTickets.
func AppendTickets(b []byte, files ...Listed) []byte {
	for _, f := range files {
		b = appendText(b, f.Ticket)
	}
	return b
}

// DecodeTickets reads what AppendTickets wrote, and fails on anything else.
func DecodeTickets(b []byte) (tickets []string, err error) {
	c := cursor{text: string(b), b: b}
	for len(c.b) > 0 && !c.bad {
		tickets = append(tickets, c.string())
	}
	if c.bad {
		return nil, errListed
	}
	return tickets, nil
}

var errListed = errors.New("intake: a list of files that is none")

// DecodeListed reads what AppendListed wrote, and fails on anything else.
func DecodeListed(b []byte) (files []Listed, err error) {
	c := cursor{text: string(b), b: b}
	for len(c.b) > 0 && !c.bad {
		files = append(files, Listed{Path: c.string(), Created: c.int(), Weight: c.int(), Ticket: c.string()})
	}
	if c.bad {
		return nil, errListed
	}
	return files, nil
}

// cursor reads on. Its strings share one copy of all bytes.
type cursor struct {
	text string
	b    []byte // the rest
	bad  bool
}

func (c *cursor) int() int64 {
	v, n := binary.Varint(c.b)
	c.skip(n)
	return v
}

func (c *cursor) string() string {
	size, n := binary.Uvarint(c.b)
	c.skip(n)
	if size > uint64(len(c.b)) {
		c.bad = true
	}
	if c.bad {
		return ""
	}
	at := len(c.text) - len(c.b)
	c.b = c.b[size:]
	return c.text[at : at+int(size)]
}

func (c *cursor) skip(n int) {
	if n <= 0 {
		c.bad = true
		return
	}
	c.b = c.b[n:]
}
