package fitfile

import (
	"cmp"

	"github.com/muktihari/fit/profile/typedef"
	"github.com/muktihari/fit/profile/untyped/fieldnum"

	"rebound/engine/diary"
)

// level is a sleep stage, which holds until the next one.
type level struct {
	at    uint32
	stage typedef.SleepLevel
}

// bound is the start or the end of a sleep window.
type bound struct {
	at    uint32
	start bool
}

func (r *reader) sleepLevel(m message) {
	if v, ok := m.number(fieldnum.SleepLevelSleepLevel); ok && v <= int64(typedef.SleepLevelRem) && r.dated(m.at) {
		r.levels = append(r.levels, level{m.at, typedef.SleepLevel(v)})
	}
}

// addNights makes a Night of each window, or one of all the levels when the
// watch wrote no window. A window whose end is lost with the end of a broken
// file has an unknown length: its stages are not counted.
func (r *reader) addNights(broken bool) {
	if len(r.levels) == 0 {
		return
	}
	diary.SortBy(r.levels, func(a, b level) int { return cmp.Compare(a.at, b.at) })
	diary.SortBy(r.bounds, func(a, b bound) int { return cmp.Compare(a.at, b.at) })
	first, last := r.levels[0].at, r.levels[len(r.levels)-1].at
	open, closed := uint32(0), false
	for _, b := range r.bounds {
		switch {
		case b.start:
			open = b.at
		case open != 0:
			r.addNight(open, b.at, true)
			open, closed = 0, true
		default:
			r.addNight(min(first, b.at), b.at, true)
			closed = true
		}
	}
	if open != 0 {
		r.addNight(open, max(last, open), !broken)
	} else if !closed {
		r.addNight(first, last, !broken)
	}
}

func (r *reader) addNight(start, end uint32, whole bool) {
	n := diary.Night{Start: unix(start), End: unix(end)}
	for i, l := range r.levels {
		until := end
		if i+1 < len(r.levels) {
			until = min(until, r.levels[i+1].at)
		}
		from := max(l.at, start)
		if !whole || from >= until {
			continue
		}
		minutes := float32(until-from) / 60
		switch l.stage {
		case typedef.SleepLevelAwake:
			n.Wake += minutes
		case typedef.SleepLevelLight:
			n.Light += minutes
		case typedef.SleepLevelDeep:
			n.Deep += minutes
		case typedef.SleepLevelRem:
			n.REM += minutes
		}
	}
	n.Staged = n.Light+n.Deep+n.REM > 0
	r.out.Nights = append(r.out.Nights, n)
}
