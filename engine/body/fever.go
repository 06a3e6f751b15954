package body

import (
	"rebound/engine/diary"
	"rebound/engine/rule"
)

// Fever is the last fever told of. It stands until a check-in says that it is
// gone; then come as many easy days as it lasted, fever_easy at most.
type Fever struct {
	Since   diary.Date // the first day; 0 for no fever ever
	Cleared diary.Date // the day it was said to be gone; 0 while it stands
	Until   diary.Date // the last of the easy days after it; 0 while it stands
}

// Standing reports whether there is fever.
func (f Fever) Standing() bool { return f.Since != 0 && f.Cleared == 0 }

// Easy reports whether t is one of the easy days after.
func (f Fever) Easy(t diary.Date) bool { return f.Cleared != 0 && t <= f.Until }

func fever(checks []diary.CheckIn, t diary.Date, r *rule.Settings) (f Fever) {
	for _, c := range checks {
		switch {
		case c.Date > t:
			return f
		case c.Fever == diary.Yes && !f.Standing():
			f = Fever{Since: c.Date}
		case c.Fever == diary.No && f.Standing():
			f.Cleared = c.Date
			f.Until = c.Date + min(c.Date-f.Since, diary.Date(r.FeverEasy)) - 1
		}
	}
	return f
}

// chest is since when chest symptoms stand; 0 for none.
func chest(checks []diary.CheckIn, t diary.Date) (since diary.Date) {
	for _, c := range checks {
		switch {
		case c.Date > t:
			return since
		case c.Chest == diary.Yes && since == 0:
			since = c.Date
		case c.Chest == diary.No:
			since = 0
		}
	}
	return since
}
