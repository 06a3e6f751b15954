package apple

import (
	"bytes"
	"math"
	"slices"

	"rebound/engine/watch/source"
	"rebound/engine/watch/trace"
	"rebound/engine/watch/xmlin"
)

// typeOf is a Record's type, and what follows it, where the type comes first, as it
// does; else rest is nil.
func typeOf(tag []byte) (kind, rest []byte) {
	const lead = `<Record type="`
	if !bytes.HasPrefix(tag, []byte(lead)) {
		return nil, nil
	}
	tag = tag[len(lead):]
	n := bytes.IndexByte(tag, '"')
	if n < 0 {
		return nil, nil
	}
	return tag[:n], tag[n+1:]
}

// facts are a record's attributes.
type facts struct {
	source           int
	made, start, end int64
	value            []byte
}

// facts reads the record that is open; ok is false where its times are none.
func (r *reader) facts() (f facts, ok bool) {
	var device []byte
	for name, v := range r.Attrs() {
		switch string(name) {
		case "sourceName":
			f.source = r.sources.index(v)
		case "device":
			device = v
		case "creationDate":
			f.made, _ = when(v)
		case "startDate":
			f.start, _ = when(v)
		case "endDate":
			f.end, _ = when(v)
		case "value":
			f.value = v
		}
	}
	if f.start == 0 || f.end < f.start {
		return f, false
	}
	r.sources.measured(f.source, f.start, device, false)
	return f, true
}

// reading is one value at a moment.
type reading struct {
	at, made int64
	value    float32
	source   uint16
}

func (r *reader) reading(list *[]reading) {
	f, ok := r.facts()
	v := xmlin.Float(f.value)
	if !ok || !(v > 0 && v < 10_000) {
		return
	}
	if len(*list) >= most {
		r.lost = true
		return
	}
	*list = append(*list, reading{f.start, f.made, float32(v), uint16(f.source)})
	r.zoned = func(z uint8) { r.zones.see(f.start, z) }
}

// median is the middle value, of an even number the mean of the two.
func median(list []reading) float32 {
	values := make([]float32, len(list))
	for i := range list {
		values[i] = list[i].value
	}
	slices.Sort(values)
	n := len(values)
	return (values[(n-1)/2] + values[n/2]) / 2
}

// pulse keeps a heart rate. rest is what follows the record's type: there are millions,
// so they are read in place where their attributes stand as they always do.
func (r *reader) pulse(rest []byte) {
	name, at, value, ok := inPlace(rest)
	if !ok {
		f, good := r.facts()
		if bpm := trace.Pulse(xmlin.Float(f.value)); good && bpm > 0 {
			r.sources.pulse(f.source, f.start, bpm)
		}
		return
	}
	bpm := trace.Pulse(number(value))
	if bpm == 0 {
		return
	}
	from := r.sources.index(name)
	r.sources.pulse(from, at, bpm)
	if r.sources.unseen(from, at) {
		_, device, _ := bytes.Cut(rest, []byte(` device="`))
		device, _, _ = bytes.Cut(device, []byte(`"`))
		r.sources.measured(from, at, device, true)
	}
}

// inPlace finds the source's name, the start and the value in a record whose source
// comes first and whose start, end and value come last.
func inPlace(b []byte) (name []byte, at int64, value []byte, ok bool) {
	const (
		first  = ` sourceName="`
		start  = ` startDate="`
		finish = `" endDate="`
		last   = `" value="`
		times  = len(start) + stamp + len(finish) + stamp
	)
	if !bytes.HasPrefix(b, []byte(first)) {
		return
	}
	b = b[len(first):]
	n := bytes.IndexByte(b, '"')
	if n < 0 {
		return
	}
	name, b = b[:n], b[n+1:]
	end := bytes.LastIndexByte(b, '"')
	if end < 0 {
		return
	}
	from := bytes.LastIndexByte(b[:end], '"') + 1
	value = b[from:end]
	if from -= len(last); from < times || string(b[from:from+len(last)]) != last {
		return
	}
	b = b[from-times : from]
	if string(b[:len(start)]) != start || string(b[len(start)+stamp:len(start)+stamp+len(finish)]) != finish {
		return
	}
	at, ok = when(b[len(start) : len(start)+stamp])
	return name, at, value, ok
}

// number is a number, of few digits mostly.
func number(b []byte) float64 {
	v := 0
	for i, c := range b {
		if c < '0' || c > '9' || i > 6 {
			return xmlin.Float(b)
		}
		v = 10*v + int(c-'0')
	}
	if len(b) == 0 {
		return math.NaN()
	}
	return float64(v)
}

const stamp = len("2024-05-04 03:10:00 +0200")

// when is an instant as the export prints it; what the clock of it shows is nobody's.
func when(b []byte) (unix int64, ok bool) {
	if len(b) == stamp && b[4] == '-' && b[7] == '-' && b[10] == ' ' && b[13] == ':' && b[16] == ':' && b[19] == ' ' && (b[20] == '+' || b[20] == '-') {
		y, mo, d := two(b)*100+two(b[2:]), two(b[5:]), two(b[8:])
		h, m, s := two(b[11:]), two(b[14:]), two(b[17:])
		east := two(b[21:])*3600 + two(b[23:])*60
		if b[20] == '-' {
			east = -east
		}
		if y > 1990 && y < 2200 && mo >= 1 && mo <= 12 && d >= 1 && d <= 31 && h < 24 && m < 60 && s <= 60 && east > -15*3600 && east < 15*3600 {
			return days(y, mo, d)*86400 + int64(h*3600+m*60+s-east), true
		}
		return 0, false
	}
	t, ok := source.When(string(b))
	return t.Unix, ok && t.Zoned
}

// two is a number of two digits; far from any where it is none.
func two(b []byte) int {
	h, l := int(b[0])-'0', int(b[1])-'0'
	if h < 0 || h > 9 || l < 0 || l > 9 {
		return 1 << 20
	}
	return 10*h + l
}

// days is the days since 1970 to a date of the Gregorian calendar: years are counted
// from March, so that a leap day is the last of its year.
func days(y, m, d int) int64 {
	if m <= 2 {
		y, m = y-1, m+12
	}
	return int64(365*y + y/4 - y/100 + y/400 + (153*(m-3)+2)/5 + d - 719469)
}
