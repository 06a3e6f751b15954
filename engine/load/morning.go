package load

import (
	"slices"

	"rebound/engine/diary"
)

// Morning is the history as it stood on the morning of t: nothing of that day has been
// run, rated or reported, and nothing after it. It shares h's memory, and is good until h
// hears more.
func (h *History) Morning(t diary.Date) *History {
	m := *h
	n, _ := h.index(t, t)
	m.Sessions = h.Sessions[:n:n]
	if i := slices.IndexFunc(h.word, func(v diary.Ran) bool { return v.Date >= t }); i >= 0 {
		m.word = h.word[:i:i]
	}
	m.morning = t
	if slices.ContainsFunc(h.unseen, func(v diary.Effort) bool { return v.Date >= t }) {
		m.unseen = slices.DeleteFunc(slices.Clone(h.unseen), func(v diary.Effort) bool { return v.Date >= t })
	}
	return &m
}
