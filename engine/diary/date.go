package diary

import (
	"fmt"
	"strconv"
	"strings"
	"time"
)

// Date is a civil date: the number of days since 1 January 1970 in the
// proleptic Gregorian calendar. It has no time zone, so "the night of the
// 14th" stays the night of the 14th wherever it is read back.
type Date int32

// DateOf is the civil date of a wall clock that shows y-m-d.
func DateOf(y int, m time.Month, d int) Date {
	return Date(time.Date(y, m, d, 0, 0, 0, 0, time.UTC).Unix() / 86400)
}

// DateAt is the local date at a UTC instant (seconds since 1970) for a clock
// that runs offset seconds ahead of UTC.
func DateAt(unix int64, offset int) Date {
	s := unix + int64(offset)
	if s < 0 {
		s -= 86399
	}
	return Date(s / 86400)
}

// NotADate is a text that was to be a date.
type NotADate string

func (s NotADate) Error() string {
	return fmt.Sprintf("%q is not a date: write it as 2026-03-15", string(s))
}

// ParseDate reads YYYY-MM-DD. Its error is a [NotADate].
func ParseDate(s string) (Date, error) {
	year, month, ok := strings.Cut(s, "-")
	month, day, also := strings.Cut(month, "-")
	y, err1 := strconv.ParseUint(year, 10, 16)
	m, err2 := strconv.ParseUint(month, 10, 8)
	d, err3 := strconv.ParseUint(day, 10, 8)
	if date := DateOf(int(y), time.Month(m), int(d)); ok && also && err1 == nil && err2 == nil && err3 == nil && date.String() == s {
		return date, nil // 31 April would be written as another day
	}
	return 0, NotADate(s)
}

// Time is midnight UTC of the date, for calendar arithmetic and formatting.
func (d Date) Time() time.Time { return time.Unix(int64(d)*86400, 0).UTC() }

// Weekday is the day of the week; Sunday is 0, as in package time.
func (d Date) Weekday() time.Weekday { return d.Time().Weekday() }

// String writes YYYY-MM-DD.
func (d Date) String() string { return d.Time().Format(time.DateOnly) }

// MarshalText writes YYYY-MM-DD, so that a Date is a string in JSON.
func (d Date) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

// UnmarshalText reads YYYY-MM-DD.
func (d *Date) UnmarshalText(b []byte) error {
	v, err := ParseDate(string(b))
	*d = v
	return err
}
