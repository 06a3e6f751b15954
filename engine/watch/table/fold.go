package table

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Fold is the name of a column as readers list it: lower case, without accents and
// tags of HTML, % as pct, and one underscore for every other run of what is no letter
// and no digit. "Erholungswert %" is erholungswert_pct, "<b>Bedtime </b>" bedtime.
func Fold(cell string) string {
	cell = strings.ReplaceAll(cell, "&nbsp;", " ")
	out := make([]byte, 0, len(cell))
	gap, tag := false, false
	word := func(s string) {
		if gap && len(out) > 0 {
			out = append(out, '_')
		}
		gap = false
		out = append(out, s...)
	}
	for i, r := range cell {
		switch {
		case tag:
			tag = r != '>'
		case r == '<' && closes(cell[i:]):
			tag, gap = true, true
		case r < utf8.RuneSelf && (r >= 'a' && r <= 'z' || r >= '0' && r <= '9'):
			word(cell[i : i+1])
		case r >= 'A' && r <= 'Z':
			word(string(r + 'a' - 'A'))
		case r == '%':
			gap = true
			word("pct")
			gap = true
		case r < utf8.RuneSelf:
			gap = true
		case unicode.Is(unicode.Mn, r), r == '\u00AD', r == '\uFEFF': // accents of their own; soft hyphens
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			word(plain(unicode.ToLower(r)))
		default:
			gap = true
		}
	}
	return string(out)
}

// closes reports whether a tag that begins here ends.
func closes(s string) bool {
	end := strings.IndexByte(s, '>')
	return end > 1 && end < 200 && (s[1] == '/' || s[1] >= 'a' && s[1] <= 'z' || s[1] >= 'A' && s[1] <= 'Z')
}

// plain is a lower-case letter without its accent.
func plain(r rune) string {
	for _, set := range accents {
		if strings.ContainsRune(set.of, r) {
			return set.plain
		}
	}
	return string(r)
}

var accents = []struct{ plain, of string }{
	{"a", "àáâãäåāăą"}, {"c", "çćĉċč"}, {"d", "ďđð"}, {"e", "èéêëēĕėęě"}, {"g", "ĝğġģ"}, {"h", "ĥħ"},
	{"i", "ìíîïĩīĭįı"}, {"j", "ĵ"}, {"k", "ķ"}, {"l", "ĺļľŀł"}, {"n", "ñńņňŉ"}, {"o", "òóôõöøōŏő"},
	{"r", "ŕŗř"}, {"s", "śŝşšș"}, {"t", "ţťŧț"}, {"u", "ùúûüũūŭůűų"}, {"w", "ŵ"}, {"y", "ýÿŷ"}, {"z", "źżž"},
	{"ss", "ß"}, {"ae", "æ"}, {"oe", "œ"}, {"th", "þ"},
}
