package table

import (
	"strings"
	"unicode/utf8"
)

// Clock is a time of day in seconds: "22:57", "22:57:12", "10:57 PM", "10:57 p. m.",
// "22h57", "22.57".
func Clock(cell string) (seconds int, ok bool) {
	var m Moment
	s := strings.TrimSpace(cell)
	return m.Seconds, s != "" && timeIn(s, &m) && m.HasTime && !m.HasZone
}

// timeIn reads what follows a date, which may be nothing.
func timeIn(s string, m *Moment) bool {
	half := -1 // of a clock of twelve hours: 0 is the morning
	s, half = halfOf(strings.TrimSpace(s))
	if s == "" {
		return half < 0
	}
	var parts [3]int
	n, at := 0, 0
	for n < 3 {
		end := at
		for end < len(s) && s[end] >= '0' && s[end] <= '9' {
			end++
		}
		if end == at || end-at > 2 {
			break
		}
		parts[n] = digits(s[at:end])
		n++
		if at = end; at == len(s) || strings.IndexByte(":.h", s[at]) < 0 || n == 3 {
			break
		}
		at++
	}
	if n < 2 && half < 0 || n == 0 || parts[0] > 24 || parts[1] > 59 || parts[2] > 60 {
		return false
	}
	s = s[min(at, len(s)):]
	if s != "" && (s[0] == '.' || s[0] == ',') { // parts of a second
		s = strings.TrimLeft(s[1:], "0123456789")
	}
	if rest, h := halfOf(strings.TrimSpace(s)); h >= 0 {
		s, half = rest, h
	}
	if half >= 0 {
		if parts[0] < 1 || parts[0] > 12 {
			return false
		}
		parts[0] = parts[0]%12 + 12*half
	}
	m.Seconds, m.HasTime = 3600*parts[0]+60*parts[1]+parts[2], true
	if s = strings.TrimSpace(s); s == "" || strings.EqualFold(s, "uhr") {
		return true
	}
	m.Offset, m.HasZone = Offset(s)
	return m.HasZone
}

// halfOf takes the words for the half of the day from the start or the end of s; half is
// 0 for the morning, 1 for the afternoon, -1 where there are none.
func halfOf(s string) (rest string, half int) {
	for i, words := range halves {
		for _, w := range words {
			if r, ok := strings.CutPrefix(s, w); ok {
				return strings.TrimSpace(r), i
			}
		}
	}
	// a. m., AM, a.m., am, with a zone behind it at most
	letters, at := "", -1
	for i, r := range s {
		switch {
		case r == 'a' || r == 'A' || r == 'p' || r == 'P' || r == 'm' || r == 'M':
			if at < 0 {
				at = i
			}
			letters += string(r | 0x20)
		case at >= 0 && (r == '.' || r == ' ' || r == '\u00A0' || r == '\u202F'):
		case at >= 0:
			if letters != "am" && letters != "pm" {
				return s, -1
			}
			return s[:at] + " " + s[i:], strings.Index("ap", letters[:1])
		case r >= utf8.RuneSelf && r != '\u00A0' && r != '\u202F':
			return s, -1
		}
	}
	if letters != "am" && letters != "pm" {
		return s, -1
	}
	return strings.TrimSpace(s[:at]), strings.Index("ap", letters[:1])
}

// halves are the words in front of the hour.
var halves = [2][]string{{"上午", "午前", "오전"}, {"下午", "午後", "오후"}}

// Offset is how many seconds east of UTC a zone is that is written as a number: Z, UTC,
// UTCZ, +02:00, +0200, -7, UTC+05:30, GMT-4.
func Offset(s string) (seconds int, ok bool) {
	s = strings.TrimSpace(strings.ToUpper(s))
	s, _ = strings.CutPrefix(s, "UTC")
	s, _ = strings.CutPrefix(s, "GMT")
	switch s = strings.TrimSpace(strings.Replace(s, "\u2212", "-", 1)); {
	case s == "", s == "Z":
		return 0, true
	case s[0] != '+' && s[0] != '-':
		return 0, false
	}
	sign, d := 1, strings.Replace(s[1:], ":", "", 1)
	if s[0] == '-' {
		sign = -1
	}
	if !allDigits(d) || len(d) > 4 || len(d) == 3 {
		return 0, false
	}
	h, min := digits(d), 0
	if len(d) == 4 {
		h, min = digits(d[:2]), digits(d[2:])
	}
	return sign * (3600*h + 60*min), h <= 14 && min < 60
}
