package watch

// Place says where a file's bytes lie, so that whoever has the same items can
// read it, now or later, without walking them again: in which item, and which
// containers to open from there inwards. The zero Place is the first item itself.
type Place struct {
	Item  int // its index
	Steps []Step
}

// Step is one container: where in it the packed bytes lie, and what becomes of
// them.
type Step struct {
	Method Method
	Offset int64 // of the packed bytes, within what the step before gave
	Packed int64 // their number
	Size   int64 // unpacked, as the container claims; 0 when it does not say
}

// Method is how a Step's bytes are packed.
type Method uint8

const (
	Stored   Method = iota // as they are
	Deflated               // a file of a zip
	Gzipped                // a whole .gz; Offset is 0
)

// in is the place of what lies in a container at p.
func (p Place) in(s Step) Place {
	return Place{p.Item, append(p.Steps[:len(p.Steps):len(p.Steps)], s)}
}

// deflated is the zip that holds the file at p and where in it, if it is packed
// there.
func (p Place) deflated() (outer Place, s Step, ok bool) {
	n := len(p.Steps) - 1
	if n < 0 || p.Steps[n].Method != Deflated {
		return p, s, false
	}
	return Place{p.Item, p.Steps[:n]}, p.Steps[n], true
}

// sizes are the bytes of the file at p when unpacked, as its container claims,
// and packed; 0 for what is not known, and for a file that is not packed at all.
func (p Place) sizes(item int64) (size, packed int64) {
	if len(p.Steps) == 0 {
		return item, 0
	}
	s := p.Steps[len(p.Steps)-1]
	return s.Size, max(s.Packed, 1)
}
