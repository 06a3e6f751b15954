package diary

import (
	"encoding/binary"
	"hash/crc64"
)

// lightMark begins what PackLight writes: its own layout, what the summaries in
// it mean, and the version of the pack whose layout the rest has. A change of any
// makes every kept one void.
var lightMark = [...]byte{'L', 1, SummaryVersion, packVersion}

// PackLight is Pack for opening a diary fast: without names, and with the summary
// of each activity, which must be there, in the place of its series and laps. It
// is a cache beside what Pack wrote; a checksum ends it.
func PackLight(files []File) []byte {
	p := &packer{out: lightMark[:], version: packVersion, light: true}
	list(p, &files, (*packer).file)
	return binary.LittleEndian.AppendUint64(p.out, crc64.Checksum(p.out, ecma))
}

// UnpackLight reads what PackLight of this version wrote; anything else is
// ErrPackDamaged or ErrPackVersion, and is to be made anew from the whole files.
func UnpackLight(b []byte) ([]File, error) {
	if len(b) < len(lightMark)+8 {
		return nil, ErrPackDamaged
	}
	if [len(lightMark)]byte(b[:len(lightMark)]) != lightMark {
		return nil, ErrPackVersion
	}
	body, sum := b[:len(b)-8], b[len(b)-8:]
	if binary.LittleEndian.Uint64(sum) != crc64.Checksum(body, ecma) {
		return nil, ErrPackDamaged
	}
	return unpack(&packer{in: body[len(lightMark):], version: packVersion, light: true})
}

func (p *packer) summary(a *Activity) {
	if p.reading {
		a.Summary = &Summary{}
	}
	s := a.Summary
	p.fixed(&s.Print)
	p.number(&s.Steps)
	p.number(&s.Laps)
	p.number(&s.Turns)
	p.double(&s.Work)
	unsigned(p, &s.Lowest)
	numbers(p, &s.Beats)
	unsigned(p, &s.Best30)
	p.number(&s.Paired)
	list(p, &s.Minutes, func(p *packer, m *Minute) {
		unsigned(p, &m.Speed)
		unsigned(p, &m.HR)
		unsigned(p, &m.Moving)
		unsigned(p, &m.Beats)
	})
	p.number(&s.Rise)
	p.flag(&s.Risen)
	for i := range s.Stride {
		unsigned(p, &s.Stride[i].Sum)
		unsigned(p, &s.Stride[i].N)
	}
	p.number(&s.Stretch)
	p.flag(&s.Paced)
}

// fixed is eight bytes as they are.
func (p *packer) fixed(v *uint64) {
	var b [8]byte
	binary.LittleEndian.PutUint64(b[:], *v)
	p.raw(b[:])
	*v = binary.LittleEndian.Uint64(b[:])
}

// number is a count.
func (p *packer) number(v *int) {
	n := p.uint(uint64(*v))
	if *v = int(n); *v < 0 || uint64(*v) != n {
		p.fail()
	}
}

// numbers is a list of counts, of which most are small.
func numbers(p *packer, s *[]uint32) {
	n := p.count(len(*s))
	if p.reading {
		*s = nil
		if n > 0 {
			*s = make([]uint32, n)
		}
	}
	for i := range *s {
		unsigned(p, &(*s)[i])
	}
}
