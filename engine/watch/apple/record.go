package apple

import (
	"bytes"
	"cmp"
	"encoding/binary"
	"math"

	"rebound/engine/diary"
	"rebound/engine/watch/source"
	"rebound/engine/watch/xmlin"
)

// typeOf is a Record's type where it comes first, as it does; else nil.
func typeOf(tag []byte) []byte {
	const lead = `<Record type="`
	if len(tag) < len(pulseLead) || string(tag[:len(lead)]) != lead {
		return nil
	}
	if n := len(lead) + len(ofPulse); tag[n] == '"' { // nine in ten
		return tag[len(lead):n]
	}
	tag = tag[len(lead):]
	return tag[:max(0, bytes.IndexByte(tag, '"'))]
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
	diary.SortBy(values, func(a, b float32) int { return cmp.Compare(a, b) })
	n := len(values)
	return (values[(n-1)/2] + values[n/2]) / 2
}

// pulse keeps a heart rate. There are millions, so they are read in place where their
// attributes stand as they always do.
func (r *reader) pulse() {
	from, at, value, _, ok := r.inPlace(r.Tag(), pulseLead)
	if !ok {
		f, good := r.facts()
		if bpm := source.Pulse(xmlin.Float(f.value)); good && bpm > 0 && f.source < len(r.sources.list) {
			r.sources.keep(&r.sources.list[f.source].pulses, f.start, uint32(bpm))
		}
		return
	}
	bpm := source.Pulse(number(value))
	if bpm == 0 {
		return
	}
	r.sources.keep(&r.sources.list[from].pulses, at, uint32(bpm))
	if r.sources.unseen(from, at) {
		_, device, _ := bytes.Cut(r.Tag(), []byte(` device="`))
		device, _, _ = bytes.Cut(device, []byte(`"`))
		r.sources.measured(from, at, device, true)
	}
}

// How every heart rate, speed and distance begins.
const (
	pulseLead = `<Record type="` + ofPulse + `" sourceName="`
	speedLead = `<Record type="` + ofSpeed + `" sourceName="`
	wayLead   = `<Record type="` + ofWay + `" sourceName="`
)

// inPlace finds the source, the start and the value in a record whose source comes first
// and whose start, end and value come last, with as few steps as will do: names are told
// by eight of their bytes. times is where in the tag the attribute of the start begins.
func (r *reader) inPlace(tag []byte, lead string) (from int, at int64, value []byte, times int, ok bool) {
	const (
		start  = ` startDate="`
		finish = `" endDate="`
		last   = `" value="`
		both   = len(start) + stamp + len(finish) + stamp
	)
	if len(tag) < len(lead)+both+len(last)+8 || string(tag[:len(lead)]) != lead {
		return
	}
	b := tag[len(lead):]
	if raw := r.sources.raw; len(raw) > 0 && len(b) > len(raw) && b[len(raw)] == '"' && string(b[:len(raw)]) == string(raw) {
		from, b = r.sources.last, b[len(raw):]
	} else if n := bytes.IndexByte(b, '"'); n >= 0 {
		from, b = r.sources.index(b[:n]), b[n:]
	}
	end := len(b) - 2 // of ">, or of "/>
	if b[end] == '/' {
		end--
	}
	n := end
	for n > 0 && b[n-1] != '"' {
		n--
	}
	value = b[n:end]
	if n -= len(last) + both; n < 0 || b[end] != '"' {
		return
	}
	times = len(tag) - len(b) + n
	b = b[n : n+both+len(last)]
	if !begins(b, start) || !begins(b[len(start)+stamp:], finish) || !begins(b[both:], last) {
		return
	}
	at, ok = when(b[len(start) : len(start)+stamp])
	return from, at, value, times, ok
}

// begins reports whether the first eight bytes are those of a text.
func begins(b []byte, text string) bool {
	return binary.LittleEndian.Uint64(b) == uint64(text[0])|uint64(text[1])<<8|uint64(text[2])<<16|uint64(text[3])<<24|
		uint64(text[4])<<32|uint64(text[5])<<40|uint64(text[6])<<48|uint64(text[7])<<56
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
