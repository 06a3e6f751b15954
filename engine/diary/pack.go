package diary

import (
	"encoding/binary"
	"errors"
	"hash/crc32"
	"slices"
)

// packVersion is the first byte of what Pack writes. A change of layout takes
// the next number, and Unpack keeps reading the ones before it (pack_old.go). A new
// kind of entry is no change of layout: a program that does not know it says that
// the bytes are of a later one.
//
// Version 4 gave every entry the offset of the runner's clock, what was done to a
// plan a code, entries their kind's number, and the whole a checksum. Version 5 gave
// a check-in two scores more, a niggle whether it was looked at, and a typed value
// what it is a reading of. Version 6 gave a file by which export it came and whose it
// is, a device its model, and what comes of exports of others than the watch a date of
// its source, sleep without stages, and the sport of a session from another file.
// Version 7 gave a tag its dose.
const packVersion = 7

// Errors of Unpack.
var (
	ErrPackVersion = errors.New("the packed diary has a version this program does not know")
	ErrPackDamaged = errors.New("the packed diary is damaged")
)

// sumSize is the length of the checksum at the end: CRC-32 (IEEE), little endian,
// of all before it.
const sumSize = 4

// Pack turns files into compact bytes for the store and the backup. [Unpack]
// gives back exactly what Pack got, but for two things: what Build sets in an
// Activity is left out, and an empty slice comes back nil.
//
// The layout is columns of differences as variable-length integers: a second of
// the day, a heart rate or a speed differs little from the one before it, so
// that nearly all of them take one byte.
func Pack(files []File) []byte {
	p := &packer{out: []byte{packVersion}, version: packVersion}
	list(p, &files, (*packer).file)
	return sealed(p.out)
}

func sealed(b []byte) []byte { return binary.LittleEndian.AppendUint32(b, crc32.ChecksumIEEE(b)) }

// Unpack reads what Pack wrote. Any bytes are safe to give it: what is not a
// packed diary, or no longer as it was written, is ErrPackDamaged, what a later
// program wrote ErrPackVersion, and memory stays in proportion to len(b).
func Unpack(b []byte) ([]File, error) {
	if len(b) == 0 {
		return nil, ErrPackDamaged
	}
	switch version := b[0]; {
	case version == 0 || version > packVersion:
		return nil, ErrPackVersion
	case version == 3:
		return unpack3(b[1:])
	case version < 3:
		return unpack(&packer{in: b[1:], version: version})
	}
	end := len(b) - sumSize
	if end < 1 || binary.LittleEndian.Uint32(b[end:]) != crc32.ChecksumIEEE(b[:end]) {
		return nil, ErrPackDamaged
	}
	return unpack(&packer{in: b[1:end], version: b[0]})
}

func unpack(p *packer) ([]File, error) {
	p.reading = true
	var files []File
	list(p, &files, (*packer).file)
	switch {
	case p.newer:
		return nil, ErrPackVersion
	case p.bad || len(p.in) > 0:
		return nil, ErrPackDamaged
	}
	return files, nil
}

func (p *packer) file(f *File) {
	p.raw(f.Hash[:])
	p.path(&f.Name)
	p.word(&f.Kind)
	p.device(&f.Device)
	exported := p.version >= 6 && p.export(f)
	p.word(&f.Partial)
	list(p, &f.Clocks, func(p *packer, c *Clock) {
		p.moment(&c.At)
		signed(p, &c.Offset)
	})
	stamped := func(p *packer, s *Stamped) {
		p.moment(&s.At)
		p.float(&s.Value)
		if exported {
			p.day(&s.Day, s.At)
		}
	}
	list(p, &f.Resting, stamped)
	list(p, &f.HRV, func(p *packer, s *HRVStamp) {
		p.moment(&s.At)
		p.float(&s.Value)
		p.word((*string)(&s.Metric))
		if exported {
			p.day(&s.Day, s.At)
		}
	})
	list(p, &f.Nights, func(p *packer, n *Night) {
		p.moment(&n.Start)
		p.moment(&n.End)
		for _, v := range []*float32{&n.Light, &n.Deep, &n.REM, &n.Wake} {
			p.float(v)
		}
		p.flag(&n.Staged)
		if exported {
			p.float(&n.Total)
			p.day(&n.Day, n.End)
			p.flag(&n.Nap)
		}
	})
	if exported {
		list(p, &f.Slept, stamped)
		list(p, &f.Labels, func(p *packer, l *Label) {
			l.Key = p.uint(l.Key)
			p.word((*string)(&l.Sport))
			p.word(&l.Sub)
		})
	}
	list(p, &f.Activities, func(p *packer, a *Activity) {
		p.activity(a)
		if exported {
			a.Key = p.uint(a.Key)
		}
	})
	list(p, &f.Persons, func(p *packer, o *Person) {
		p.moment(&o.At)
		unsigned(p, &o.RestingHR)
		unsigned(p, &o.MaxHR)
		p.word(&o.Sex)
		p.float(&o.WeightKg)
		unsigned(p, &o.Age)
	})
	list(p, &f.Daily, func(p *packer, d *DailyStamp) {
		p.moment(&d.At)
		p.word(&d.Name)
		p.float(&d.Value)
	})
	if p.version < 4 {
		p.reportedBefore4(&f.Reported)
		return
	}
	p.reported(&f.Reported)
}

// export is by which export a file came and whose it is, and reports whether there is
// anything in it that a watch's own file never says: such a file takes one byte for
// all of it.
func (p *packer) export(f *File) bool {
	other := f.Via != "" || f.Owner != 0 || len(f.Slept)+len(f.Labels) > 0 ||
		slices.ContainsFunc(f.Resting, func(s Stamped) bool { return s.Day != 0 }) ||
		slices.ContainsFunc(f.HRV, func(s HRVStamp) bool { return s.Day != 0 }) ||
		slices.ContainsFunc(f.Nights, func(n Night) bool { return n.Total != 0 || n.Day != 0 || n.Nap }) ||
		slices.ContainsFunc(f.Activities, func(a Activity) bool { return a.Key != 0 })
	if p.flag(&other); other {
		p.word(&f.Via)
		f.Owner = p.uint(f.Owner)
	}
	return other
}

// day is the date that a source gives something of a moment: 0 for none, else how far
// from the moment's own, and 1.
func (p *packer) day(d *Date, at int64) {
	var n int64
	if near := DateAt(at, 0); *d != 0 {
		if n = int64(*d) - int64(near); n >= 0 {
			n++
		}
	}
	if n = p.int(n); n == 0 {
		*d = 0
		return
	} else if n > 0 {
		n--
	}
	*d = DateAt(at, 0) + Date(n)
}

// reported is the kinds of entries that there are any of, each by its number: a
// watch's file has none, and says so in a byte.
func (p *packer) reported(r *Reported) {
	kinds, some := r.kinds(), 0
	for _, k := range kinds {
		if k.count() > 0 {
			some++
		}
	}
	some = p.count(some)
	next := 0
	for range some {
		for !p.reading && kinds[next].count() == 0 {
			next++
		}
		n := p.uint(uint64(next))
		if p.bad || n < uint64(next) {
			p.fail()
			return
		}
		if n >= uint64(len(kinds)) {
			p.newer = true
			p.fail()
			return
		}
		p.entries(kinds[n])
		next = int(n) + 1
	}
}

func (p *packer) activity(a *Activity) {
	p.moment(&a.Start)
	p.word((*string)(&a.Sport))
	p.word(&a.Sub)
	for _, v := range []*float32{&a.Elapsed, &a.Seconds, &a.Meters, &a.Ascent} {
		p.float(v)
	}
	p.flag(&a.HasAscent)
	unsigned(p, &a.AvgHR)
	unsigned(p, &a.MaxHR)
	list(p, &a.Laps, func(p *packer, l *Lap) {
		p.float(&l.Seconds)
		p.float(&l.Meters)
		unsigned(p, &l.AvgHR)
		p.word(&l.Intensity)
	})
	t := &a.Track
	column(p, &t.HR)
	column(p, &t.Speed)
	column(p, &t.Altitude)
	column(p, &t.Cadence)
	column(p, &t.Power)
	column(p, &t.StanceTime)
	column(p, &t.Balance)
	column(p, &t.StepLength)
	column(p, &t.VertRatio)
	column(p, &t.Oscillation)
}
