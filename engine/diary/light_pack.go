package diary

import (
	"encoding/binary"
	"math"
)

// write is the layout: a mark, the words, then each kind of record.
func (l *Light) write() []byte {
	body := &columns{}
	l.walk(body)
	head := &columns{out: lightMark[:]}
	rows(head, &body.words, 4, (*columns).text)
	return append(head.out, body.out...)
}

func (l *Light) read(b []byte) bool {
	c := &columns{in: b, reading: true}
	rows(c, &c.words, 4, (*columns).text)
	l.walk(c)
	return !c.bad && c.pos == len(c.in) && l.whole()
}

func (l *Light) walk(c *columns) {
	rows(c, &l.shapes, 70, func(c *columns, s *shape) {
		c.word(&s.kind)
		c.word(&s.partial)
		c.word(&s.via)
		c.u64(&s.owner)
		c.word(&s.device.Maker)
		c.u16(&s.device.Product)
		c.u32(&s.device.Serial)
		c.word(&s.device.Model)
		for _, n := range s.n.each() {
			c.u32(n)
		}
	})
	rows(c, &l.files, 20, func(c *columns, f *lightFile) {
		c.copy(f.hash[:])
		c.u32(&f.shape)
	})
	rows(c, &l.clocks, 12, func(c *columns, v *Clock) {
		c.i64(&v.At)
		c.i32(&v.Offset)
	})
	rows(c, &l.resting, 16, (*columns).stamped)
	rows(c, &l.slept, 16, (*columns).stamped)
	rows(c, &l.hrv, 20, func(c *columns, v *HRVStamp) {
		c.i64(&v.At)
		c.f32(&v.Value)
		c.word((*string)(&v.Metric))
		c.i32((*int32)(&v.Day))
	})
	rows(c, &l.labels, 16, func(c *columns, v *Label) {
		c.u64(&v.Key)
		c.word((*string)(&v.Sport))
		c.word(&v.Sub)
	})
	rows(c, &l.nights, 42, func(c *columns, v *Night) {
		c.i64(&v.Start)
		c.i64(&v.End)
		c.f32(&v.Light)
		c.f32(&v.Deep)
		c.f32(&v.REM)
		c.f32(&v.Wake)
		c.flag(&v.Staged)
		c.f32(&v.Total)
		c.i32((*int32)(&v.Day))
		c.flag(&v.Nap)
	})
	rows(c, &l.persons, 19, func(c *columns, v *Person) {
		c.i64(&v.At)
		c.u8(&v.RestingHR)
		c.u8(&v.MaxHR)
		c.word(&v.Sex)
		c.f32(&v.WeightKg)
		c.u8(&v.Age)
	})
	rows(c, &l.daily, 16, func(c *columns, v *DailyStamp) {
		c.i64(&v.At)
		c.word(&v.Name)
		c.f32(&v.Value)
	})
	rows(c, &l.activities, 43, (*columns).activity)
	l.summaries(c)
	c.entered(&l.entered)
}

func (c *columns) stamped(v *Stamped) {
	c.i64(&v.At)
	c.f32(&v.Value)
	c.i32((*int32)(&v.Day))
}

func (c *columns) activity(a *Activity) {
	c.i64(&a.Start)
	c.u64(&a.Key)
	c.word((*string)(&a.Sport))
	c.word(&a.Sub)
	c.f32(&a.Elapsed)
	c.f32(&a.Seconds)
	c.f32(&a.Meters)
	c.f32(&a.Ascent)
	c.flag(&a.HasAscent)
	c.u8(&a.AvgHR)
	c.u8(&a.MaxHR)
}

// summaries is the summaries of the activities; the minutes, their power and the seconds
// at each heart rate of all of them follow.
func (l *Light) summaries(c *columns) {
	type lengths struct{ beats, minutes, watts uint32 }
	var beats []uint32
	var minutes []Minute
	var watts []Watt
	all, long := make([]Summary, len(l.activities)), make([]lengths, len(l.activities))
	for i := range all {
		s := &all[i]
		if c.reading {
			l.activities[i].Summary = s
		} else {
			s = l.activities[i].Summary
			long[i] = lengths{uint32(len(s.Beats)), uint32(len(s.Minutes)), uint32(len(s.Watts))}
			beats, minutes, watts = append(beats, s.Beats...), append(minutes, s.Minutes...), append(watts, s.Watts...)
		}
		c.summary(s)
		c.u32(&long[i].beats)
		c.u32(&long[i].minutes)
		c.u32(&long[i].watts)
	}
	c.minutes(&minutes)
	rows(c, &watts, 3, func(c *columns, w *Watt) {
		c.u16(&w.Sum)
		c.u8(&w.N)
	})
	c.beats(&beats)
	for i := range all {
		if !c.reading {
			break
		}
		if n := long[i]; n.beats > uint32(len(beats)) || n.beats > 256-uint32(all[i].Lowest) || n.minutes > uint32(len(minutes)) || n.watts > uint32(len(watts)) {
			c.fail()
			break
		}
		all[i].Beats, all[i].Minutes, all[i].Watts = cut(&beats, long[i].beats), cut(&minutes, long[i].minutes), cut(&watts, long[i].watts)
	}
}

func (c *columns) summary(s *Summary) {
	c.u64(&s.Print)
	for _, n := range []*int{&s.Steps, &s.Laps, &s.Turns, &s.Paired, &s.Rise, &s.Stretch, &s.Ran} {
		c.int(n)
	}
	c.f64(&s.Work)
	c.u8(&s.Lowest)
	c.u16(&s.Best30)
	c.flag(&s.Risen)
	c.flag(&s.Paced)
	for k := range s.Stride {
		c.u32(&s.Stride[k].Sum)
		c.u32(&s.Stride[k].N)
	}
}

const minuteSize = 8

// minutes and beats are nearly all that there is, and so read without a call for
// each field.
func (c *columns) minutes(list *[]Minute) {
	n := c.count(len(*list), minuteSize)
	if !c.reading {
		for _, m := range *list {
			c.out = binary.LittleEndian.AppendUint32(c.out, m.Speed)
			c.out = binary.LittleEndian.AppendUint16(c.out, m.HR)
			c.out = append(c.out, m.Moving, m.Beats)
		}
		return
	}
	*list = make([]Minute, n)
	in := c.take(n * minuteSize)
	for i := range *list {
		b := in[i*minuteSize : i*minuteSize+minuteSize]
		(*list)[i] = Minute{binary.LittleEndian.Uint32(b), binary.LittleEndian.Uint16(b[4:]), b[6], b[7]}
	}
}

func (c *columns) beats(list *[]uint32) {
	n := c.count(len(*list), 1)
	if !c.reading {
		for _, v := range *list {
			c.out = binary.AppendUvarint(c.out, uint64(v))
		}
		return
	}
	*list = make([]uint32, n)
	for i := range *list {
		v, size := binary.Uvarint(c.in[c.pos:])
		if size <= 0 || v > math.MaxUint32 {
			c.fail()
			return
		}
		(*list)[i], c.pos = uint32(v), c.pos+size
	}
}

// entered is the files with entries, packed as the store packs them.
func (c *columns) entered(files *[]File) {
	var packed []byte
	if !c.reading {
		packed = Pack(*files)
	}
	n := c.count(len(packed), 1)
	if !c.reading {
		c.out = append(c.out, packed...)
		return
	}
	var err error
	if *files, err = Unpack(c.take(n)); err != nil {
		c.fail()
	}
}
