package verdict

import (
	"rebound/engine/diary"
	"rebound/engine/load"
	"rebound/engine/rule"
)

// Rebuilding is the return to hard running after a layoff whose days in force
// are over or not: quality stays away until enough weeks in a row, counted from
// the first run back, held the volume of before. A week that falls short starts
// the count again.
type Rebuilding struct {
	Back  diary.Date // the first run back; 0 when nothing is being rebuilt
	Weeks int        // rebuilt weeks in a row so far
}

// Held reports whether quality is still away.
func (b Rebuilding) Held() bool { return b.Back != 0 }

// Rebuilding looks for the last layoff before t that is not yet rebuilt. One that
// comes while an earlier is not rebuilt does not lower what is to be reached. A week
// of which nothing is known counts neither way.
func (past *Past) Rebuilding(t diary.Date) (b Rebuilding) {
	h := past.History
	usual := 0.0
	list := past.pauses(t-askedWithin, t)
	for i, p := range list {
		if !b.Held() {
			usual = 0
		}
		usual = max(usual, weekly(h, p.LastRun-7*weeks+1, p.LastRun)/weeks)
		until := min(t, h.Seen(t)+1)
		if i+1 < len(list) {
			until = list[i+1].LastRun
		}
		b = rebuilding(h, p.Back, until, usual, past.Rules)
	}
	return b
}

// rebuilding counts the weeks that ended before t.
func rebuilding(h *load.History, back, t diary.Date, usual float64, r *rule.Settings) Rebuilding {
	b := Rebuilding{Back: back}
	for week := back; week+6 < t; week += 7 {
		b.Weeks++
		if weekly(h, week, week+6) < r.Rebuilt*usual {
			b.Weeks = 0
		}
		if b.Weeks >= int(r.RebuiltRun) {
			return Rebuilding{}
		}
	}
	return b
}

// weekly is the minutes run from day a to day b.
func weekly(h *load.History, a, b diary.Date) float64 {
	sum := 0.0
	sessions := h.Between(a, b)
	for i := range sessions {
		if sessions[i].Run {
			sum += sessions[i].Minutes
		}
	}
	return sum
}
