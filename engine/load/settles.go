package load

import "rebound/engine/diary"

// Settles is the first date on which fitness and form say something: they start from
// nothing with the first session that is known, and fitness looks back over LoadDays. ok
// is false where none is known by t.
func (h *History) Settles(t diary.Date) (from diary.Date, ok bool) {
	if len(h.Sessions) == 0 || h.first > t {
		return 0, false
	}
	return h.first + LoadDays, true
}
