package unit

import "strings"

// Own is a string of the runner's own (a race's name, a note, a file's or a folder's name)
// as it stands within a sentence: one that is written from right to left, or that turns
// text round, is isolated from what stands around it (Unicode's FSI and PDI), and what
// would end that early is dropped. Any other stays as it is.
func Own(text string) string {
	if !strings.ContainsFunc(text, turns) {
		return text
	}
	return "\u2068" + strings.Map(func(r rune) rune {
		if r >= '\u2066' && r <= '\u2069' { // isolates
			return -1
		}
		return r
	}, text) + "\u2069"
}

// turns reports whether a character is of a script that runs from right to left, or a mark
// of direction.
func turns(r rune) bool {
	switch {
	case r < 0x590:
		return false
	case r <= 0x8ff, r >= 0xfb1d && r <= 0xfdff, r >= 0xfe70 && r <= 0xfefe: // Hebrew to Arabic Extended-A, and their forms
		return true
	case r >= 0x10800 && r <= 0x10fff, r >= 0x1e800 && r <= 0x1efff:
		return true
	}
	return r == '\u200e' || r == '\u200f' || r >= '\u202a' && r <= '\u202e' || r >= '\u2066' && r <= '\u2069'
}
