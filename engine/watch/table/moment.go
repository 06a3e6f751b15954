package table

import (
	"strings"
	"time"

	"rebound/engine/diary"
)

// Moment is what a cell says of a time.
type Moment struct {
	Date    diary.Date // in the year 2000 where HasYear is false
	HasYear bool
	Seconds int  // of the day
	HasTime bool // Seconds is said
	Offset  int  // seconds east of UTC
	HasZone bool // Offset is said
}

// Unix is the moment as an instant: as if its clock showed UTC where it has no zone.
func (m Moment) Unix() int64 { return int64(m.Date)*86400 + int64(m.Seconds-m.Offset) }

// Order is how the numbers of a date follow each other.
type Order uint8

const (
	OrderISO Order = iota // year, month, day; a date of another order is not known
	OrderDMY
	OrderMDY
	OrderYDM // of HRV4Training for Android
)

// Parse reads a date with or without a time of day: "2025-09-10", "20250910",
// "2025-09-10T23:20:00.000+02:00", "10.09.2025 23:20", "9/10/2025 6:04 AM", "Fr, 25 Mai
// 2012 20:31", "Sep 10, 2025", "Nov 7", and seconds or milliseconds since 1970 ("1757",
// "1.7575E12"), which are in UTC. Order is for what has no year in front and no month
// by name. A range ("Nov 1-7") is none.
func Parse(cell string, order Order) (m Moment, ok bool) {
	s := strings.TrimSpace(cell)
	if len(s) < 4 || len(s) > 60 {
		return m, false
	}
	if rest, found := dateIn(s, order, &m); found {
		return m, timeIn(rest, &m)
	}
	return epoch(s)
}

// firstYear and lastYear are the years in which a runner's device measured; 1970 and 2000 are what
// vendors write for none.
const firstYear, lastYear = 2001, 2100

// epoch is the moment of seconds or milliseconds since 1970.
func epoch(s string) (m Moment, ok bool) {
	v, ok := exact(s, '.')
	if ok && v >= 1e12 {
		v /= 1000
	}
	if !ok || v < 978307200 || v > 4102444800 {
		return m, false
	}
	at := int64(v)
	return Moment{Date: diary.Date(at / 86400), Seconds: int(at % 86400), HasYear: true, HasTime: true, HasZone: true}, true
}

// dateIn reads the date that s begins with.
func dateIn(s string, order Order, m *Moment) (rest string, ok bool) {
	if len(s) == 8 && allDigits(s) {
		return "", m.set(digits(s[:4]), digits(s[4:6]), digits(s[6:]))
	}
	var nums [3]int
	var wide [3]bool // of four digits
	n, month, at := 0, 0, 0
	for at < len(s) && (n < 3 && month == 0 || month > 0 && n < 2) {
		switch c := s[at]; {
		case c >= '0' && c <= '9':
			end := at
			for end < len(s) && s[end] >= '0' && s[end] <= '9' {
				end++
			}
			if end-at > 4 || month > 0 && n == 1 && end-at != 4 && !wide[0] { // a day and a time, or a range of days
				if month > 0 && n == 1 {
					return s[at:], m.noYear(month, nums[0])
				}
				return "", false
			}
			nums[n], wide[n] = digits(s[at:end]), end-at == 4
			n++
			at = end
		case strings.IndexByte(" -./,'", c) >= 0:
			at++
		default:
			end := at
			for end < len(s) && strings.IndexByte(" -./,0123456789", s[end]) < 0 {
				end++
			}
			word := s[at:end]
			switch {
			case word == "年" || word == "月" || word == "日" || (n > 0 || month > 0) && filler(word):
			case n < 2 && monthOf(Fold(word)) > 0: // of two the later: "mar. 10 sept." is a Tuesday
				month = monthOf(Fold(word))
			case n > 0 || month > 0 || at > 0 || len(word) > 14: // what is no day of the week
				return "", false
			}
			at = end
		}
	}
	rest = strings.TrimLeft(s[at:], ", T日")
	switch {
	case month > 0 && n == 2 && wide[1]:
		return rest, m.set(nums[1], month, nums[0])
	case month > 0 && n == 2 && wide[0]:
		return rest, m.set(nums[0], month, nums[1])
	case month > 0 && n == 1 && rest == "":
		return "", m.noYear(month, nums[0])
	case month > 0 || n < 3:
		return "", false
	case wide[0] && order == OrderYDM:
		return rest, m.set(nums[0], nums[2], nums[1])
	case wide[0]:
		return rest, m.set(nums[0], nums[1], nums[2])
	case order == OrderDMY:
		return rest, m.set(year(nums[2]), nums[1], nums[0])
	case order == OrderMDY:
		return rest, m.set(year(nums[2]), nums[0], nums[1])
	}
	return "", false
}

// year is a year of two or four digits.
func year(n int) int {
	if n < 100 {
		return 2000 + n
	}
	return n
}

func (m *Moment) set(y, month, d int) bool {
	if y < firstYear || y > lastYear || month < 1 || month > 12 || d < 1 || d > 31 {
		return false
	}
	t := time.Date(y, time.Month(month), d, 0, 0, 0, 0, time.UTC)
	m.Date, m.HasYear = diary.Date(t.Unix()/86400), true
	return t.Day() == d
}

func (m *Moment) noYear(month, d int) bool {
	ok := d >= 1 && d <= 31
	m.Date = diary.DateOf(2000, time.Month(month), d)
	return ok
}

func digits(s string) (n int) {
	for i := range len(s) {
		n = 10*n + int(s[i]-'0')
	}
	return n
}

// filler reports whether a word may stand between the parts of a date: 10. de mayo de
// 2025, 10th May.
func filler(word string) bool {
	switch strings.ToLower(word) {
	case "de", "del", "di", "of", "st", "nd", "rd", "th", "º", "er":
		return true
	}
	return false
}
