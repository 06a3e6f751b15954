package table

import (
	"strconv"
	"strings"
)

// Missing reports whether a cell says that there is nothing: empty, a dash or two, or
// none, null, NaN, n/a, unknown. A zero is a number: see [Table.Positive].
func Missing(cell string) bool {
	s := strings.TrimSpace(cell)
	if len(s) > 12 {
		return false
	}
	switch strings.ToLower(strings.Trim(s, `"'`)) {
	case "", "-", "--", "---", "–", "—", "none", "null", "nil", "nan", "na", "n/a", "#n/a", "unknown", "undefined", "\\n", ".", "?":
		return true
	}
	return false
}

// Number is the number that a cell begins with, before a unit at most ("34 ms", "51
// bpm", "93 %"). The decimal mark is a point or a comma; of both in one number the
// later. decimal says which it is where the other thing would be a mark of thousands:
// "4,614" is 4614 with '.' or 0, and 4.614 with ','; 0 takes a lone comma before other
// than three digits for decimal: "10,20" is 10.2.
func Number(cell string, decimal byte) (v float64, ok bool) {
	s := strings.TrimSpace(cell)
	n := 0
	for n < len(s) && (s[n] >= '0' && s[n] <= '9' || s[n] == '.' || s[n] == ',' || n == 0 && (s[n] == '-' || s[n] == '+') ||
		(s[n] == '\'' && n > 0) || exponent(s, n)) {
		n++
	}
	n += spaced(s[n:], n)
	for _, r := range s[n:] {
		if r >= '0' && r <= '9' {
			return 0, false
		}
	}
	return exact(s[:n], decimal)
}

// exponent reports whether s[n] belongs to the exponent of a number.
func exponent(s string, n int) bool {
	e := func(c byte) bool { return c == 'e' || c == 'E' }
	digit := func(i int) bool { return i < len(s) && s[i] >= '0' && s[i] <= '9' }
	switch {
	case n == 0:
		return false
	case e(s[n]):
		return digit(n-1) && (digit(n+1) || n+2 < len(s) && (s[n+1] == '-' || s[n+1] == '+') && digit(n+2))
	}
	return (s[n] == '-' || s[n] == '+') && e(s[n-1])
}

// spaced is how long the rest of a number is whose thousands are parted by spaces.
func spaced(rest string, digits int) int {
	if digits == 0 || digits > 3 {
		return 0
	}
	n := 0
	for {
		gap := 0
		for _, sp := range []string{" ", "\u00A0", "\u202F", "\u2009"} {
			if strings.HasPrefix(rest[n:], sp) {
				gap = len(sp)
			}
		}
		group := rest[n+gap:]
		if gap == 0 || len(group) < 3 || !allDigits(group[:3]) || len(group) > 3 && group[3] >= '0' && group[3] <= '9' {
			return n
		}
		n += gap + 3
		if len(group) > 3 && (group[3] == ',' || group[3] == '.') {
			n++
			for n < len(rest) && rest[n] >= '0' && rest[n] <= '9' {
				n++
			}
			return n
		}
	}
}

func allDigits(s string) bool {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return s != ""
}

// exact is a number with nothing beside it.
func exact(s string, decimal byte) (float64, bool) {
	if s == "" || len(s) > 40 || s[len(s)-1] < '0' || s[len(s)-1] > '9' {
		return 0, false
	}
	if simple := strings.TrimLeft(s, "+-"); decimal == 0 && allDigits(simple) && len(simple) < 16 {
		v, err := strconv.ParseFloat(s, 64)
		return v, err == nil
	}
	for _, gap := range []string{" ", "\u00A0", "\u202F", "\u2009", "'"} {
		s = strings.ReplaceAll(s, gap, "")
	}
	comma, point := strings.LastIndexByte(s, ','), strings.LastIndexByte(s, '.')
	commas, points := strings.Count(s, ","), strings.Count(s, ".")
	switch {
	case comma >= 0 && point >= 0:
		if comma > point {
			decimal = ','
		} else {
			decimal = '.'
		}
	case commas > 1:
		decimal = '.'
	case points > 1:
		decimal = ','
	case commas == 1 && decimal == 0:
		decimal = ','
		if len(s)-comma == 4 && strings.TrimLeft(s[:comma], "+-0") != "" {
			decimal = '.'
		}
	case points == 1: // no vendor was seen to mark thousands so
		decimal = '.'
	}
	whole, part, thousands := s, "", "."
	if decimal != ',' {
		decimal, thousands = '.', ","
	}
	if i := strings.LastIndexByte(s, decimal); i >= 0 {
		whole, part = s[:i], "."+s[i+1:]
	}
	groups := strings.Split(whole, thousands)
	for _, g := range groups[1:] {
		if len(g) != 3 {
			return 0, false
		}
	}
	s = strings.Join(groups, "") + part
	v, err := strconv.ParseFloat(s, 64)
	return v, err == nil && v < 1e16 && v > -1e16
}
