package diary

import "errors"

// packVersion is the first byte of what Pack writes. A change of layout takes
// the next number, and Unpack keeps reading the ones before it.
const packVersion = 3 // 1 had nothing of [packer.told], 2 nothing of [packer.done]

// Errors of Unpack.
var (
	ErrPackVersion = errors.New("the packed diary has a version this program does not know")
	ErrPackDamaged = errors.New("the packed diary is damaged")
)

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
	return p.out
}

// Unpack reads what Pack wrote. Any bytes are safe to give it: what is not a
// packed diary is ErrPackDamaged or ErrPackVersion, and memory stays in
// proportion to len(b).
func Unpack(b []byte) ([]File, error) {
	if len(b) == 0 {
		return nil, ErrPackDamaged
	}
	if b[0] < 1 || b[0] > packVersion {
		return nil, ErrPackVersion
	}
	p := &packer{in: b[1:], reading: true, version: b[0]}
	var files []File
	list(p, &files, (*packer).file)
	if p.bad || len(p.in) > 0 {
		return nil, ErrPackDamaged
	}
	return files, nil
}

func (p *packer) file(f *File) {
	p.raw(f.Hash[:])
	if !p.light {
		p.path(&f.Name)
	}
	p.word(&f.Kind)
	p.device(&f.Device)
	p.word(&f.Partial)
	list(p, &f.Clocks, func(p *packer, c *Clock) {
		p.moment(&c.At)
		signed(p, &c.Offset)
	})
	list(p, &f.Resting, func(p *packer, s *Stamped) {
		p.moment(&s.At)
		p.float(&s.Value)
	})
	list(p, &f.HRV, func(p *packer, s *HRVStamp) {
		p.moment(&s.At)
		p.float(&s.Value)
		p.word((*string)(&s.Metric))
	})
	list(p, &f.Nights, func(p *packer, n *Night) {
		p.moment(&n.Start)
		p.moment(&n.End)
		for _, v := range []*float32{&n.Light, &n.Deep, &n.REM, &n.Wake} {
			p.float(v)
		}
		p.flag(&n.Staged)
	})
	list(p, &f.Activities, (*packer).activity)
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
	list(p, &f.Typed, func(p *packer, t *Typed) {
		p.moment(&t.At)
		signed(p, &t.Date)
		unsigned(p, &t.Kind)
		p.double(&t.Value)
		if t.Kind >= Kinds {
			p.fail()
		}
	})
	list(p, &f.Tags, func(p *packer, t *DayTag) {
		p.moment(&t.At)
		signed(p, &t.Date)
		p.word(&t.Tag)
		p.flag(&t.Off)
	})
	if p.version >= 2 {
		p.told(f)
	}
	if p.version >= 3 {
		p.done(f)
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
	if p.light {
		p.summary(a)
		return
	}
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
