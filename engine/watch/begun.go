package watch

import (
	"path"
	"time"

	"rebound/engine/watch/source"
)

// begun guesses of when a file of an export is, Unix seconds; 0 where nothing says it.
// It is a hint for what to read first, and for nothing else: the last date in its name
// (of a span, its end), or of a file that is one session, the first moment in its head.
func begun(name string, h source.Head) (at int64) {
	base := path.Base(name)
	for i := range base {
		if t := dateAt(base, i); t != 0 {
			at = t
		}
	}
	if root := h.Root; at == 0 && (root == "gpx" || root == "TrainingCenterDatabase") {
		text := string(h.Text)
		for i := 0; i+len("2006-01-02T") <= len(text) && at == 0; i++ {
			if text[i+len(time.DateOnly)] == 'T' {
				at = dateAt(text, i)
			}
		}
	}
	return at
}

// dateAt is the date that begins at s[i], written 2006-01-02 or 20060102, a clock behind
// it or none; 0 for none, and within a longer number or a word.
func dateAt(s string, i int) int64 {
	if i > 0 && (digit(s[i-1]) || s[i-1]|0x20 >= 'a' && s[i-1]|0x20 <= 'z') {
		return 0
	}
	n := i
	for n < len(s) && digit(s[n]) {
		n++
	}
	layout := ""
	switch n - i {
	case len("2006"):
		layout = time.DateOnly
	case len("20060102"), len("20060102150405"):
		layout = "20060102"
	}
	if layout == "" || i+len(layout) > len(s) {
		return 0
	}
	t, err := time.Parse(layout, s[i:i+len(layout)])
	if err != nil || t.Year() < 1990 || t.Year() > 2200 {
		return 0
	}
	return t.Unix()
}

func digit(c byte) bool { return c >= '0' && c <= '9' }
