package source

import (
	"strings"
	"time"

	"rebound/engine/diary"
)

// Moment is a time as an export writes it.
type Moment struct {
	Unix   int64 // UTC; the wall clock as if it were UTC where it is not Zoned
	Offset int32 // seconds east of UTC, where it is Zoned
	Zoned  bool  // its text says how far from UTC it is
}

// Local is what the clock showed, as if it were UTC.
func (m Moment) Local() int64 { return m.Unix + int64(m.Offset) }

// Day is the date that the clock showed.
func (m Moment) Day() diary.Date { return diary.DateAt(m.Unix, int(m.Offset)) }

// Clock is what the moment tells of its clock: the zero Clock where that is nothing.
func (m Moment) Clock() diary.Clock {
	if !m.Zoned {
		return diary.Clock{}
	}
	return diary.Clock{At: m.Unix, Offset: m.Offset}
}

// When reads a moment as most exports write it: 2025-06-03 and a clock, with a T or
// spaces between, seconds and their parts or not, of 24 hours or of 12 (7:15:00 AM,
// a. m.), and then nothing, Z, UTC or an offset (+02:00, +0200, +02). A date alone is
// its midnight. What stands for "none" (1970-01-01, 2000-01-01) is no moment.
func When(s string) (m Moment, ok bool) {
	s = strings.TrimSpace(spaces.Replace(s))
	p := phrase{s: s}
	y := p.digits(4, 4)
	if !p.one("-/.") {
		return m, false
	}
	mo := p.digits(1, 2)
	if !p.one("-/.") {
		return m, false
	}
	d := p.digits(1, 2)
	if p.bad {
		return m, false
	}
	var clock int64
	if p.s != "" {
		if !p.one("T_ ") {
			return m, false
		}
		if clock, ok = p.clock(); !ok {
			return m, false
		}
		if m.Offset, m.Zoned, ok = p.zone(); !ok {
			return m, false
		}
	}
	t := time.Date(y, time.Month(mo), d, 0, 0, 0, 0, time.UTC)
	if t.Day() != d || t.Month() != time.Month(mo) || y < 1990 || y > 2200 || y == 2000 && mo == 1 && d == 1 {
		return Moment{}, false
	}
	m.Unix = t.Unix() + clock - int64(m.Offset)
	return m, true
}

// Day reads the date that a text begins with.
func Day(s string) (diary.Date, bool) {
	s = strings.TrimSpace(s)
	m, ok := When(s[:min(len(s), len(time.DateOnly))])
	return m.Day(), ok
}

// spaces are the ones that phones write between a clock and its half of the day.
var spaces = strings.NewReplacer("\u00A0", " ", "\u202F", " ", "\u2009", " ")

// phrase is a text that is read from its start.
type phrase struct {
	s   string
	bad bool
}

// digits takes a number of so many digits.
func (p *phrase) digits(least, most int) int {
	n, v := 0, 0
	for n < most && n < len(p.s) && p.s[n] >= '0' && p.s[n] <= '9' {
		v = v*10 + int(p.s[n]-'0')
		n++
	}
	p.bad = p.bad || n < least
	p.s = p.s[n:]
	return v
}

// one takes one of these signs.
func (p *phrase) one(of string) bool {
	if p.s == "" || strings.IndexByte(of, p.s[0]) < 0 {
		return false
	}
	p.s = p.s[1:]
	return true
}

// clock takes a time of day, in seconds.
func (p *phrase) clock() (seconds int64, ok bool) {
	p.s = strings.TrimLeft(p.s, " ")
	h := p.digits(1, 2)
	if !p.one(":.") {
		return 0, false
	}
	min, sec := p.digits(2, 2), 0
	if p.one(":.") {
		sec = p.digits(2, 2)
		if p.one(".,") {
			for p.s != "" && p.s[0] >= '0' && p.s[0] <= '9' {
				p.s = p.s[1:]
			}
		}
	}
	p.s = strings.TrimLeft(p.s, " ")
	for _, half := range [...]struct {
		name string
		add  int
	}{{"am", 0}, {"a. m.", 0}, {"a.m.", 0}, {"pm", 12}, {"p. m.", 12}, {"p.m.", 12}} {
		if n := len(half.name); len(p.s) >= n && strings.EqualFold(p.s[:n], half.name) {
			if p.s = strings.TrimLeft(p.s[n:], " "); h < 1 || h > 12 {
				return 0, false
			}
			h = h%12 + half.add
			break
		}
	}
	if p.bad || h > 24 || min > 59 || sec > 60 {
		return 0, false
	}
	return int64(h)*3600 + int64(min)*60 + int64(sec), true
}

// zone takes an offset from UTC, if there is one, and the end of the text.
func (p *phrase) zone() (offset int32, zoned, ok bool) {
	zoned = p.s != ""
	if !zoned {
		return 0, false, true
	}
	for _, name := range [...]string{"Z", "UTC", "GMT"} {
		if p.s == name {
			return 0, true, true
		}
	}
	p.s = strings.TrimPrefix(strings.TrimPrefix(p.s, "UTC"), "GMT")
	p.s = strings.Replace(p.s, "\u2212", "-", 1) // a minus of its own
	sign := int32(1)
	if strings.HasPrefix(p.s, "-") {
		sign = -1
	}
	if !p.one("+-") {
		return 0, false, false
	}
	h, m := p.digits(2, 2), 0
	if p.one(":") || p.s != "" {
		m = p.digits(2, 2)
	}
	if p.bad || p.s != "" || m > 59 || h*60+m > 14*60 {
		return 0, false, false
	}
	return sign * int32(h*3600+m*60), true, true
}
