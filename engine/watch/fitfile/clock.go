package fitfile

import (
	"math"
	"slices"

	"rebound/engine/diary"
)

// A watch's clock may be wrong for a while: it counts from when it was switched on
// until something sets it (system time), or it jumps in mid-run when a satellite
// does. Times are kept as the file has them until all of a part is read; then
// setClock and joinStretches put on one clock what was recorded on two.

const (
	jump       = 3600 // s between two records that no recording interval explains (ours)
	longPause  = 86400
	minStretch = 10 // records; fewer are no stretch but stray (ours)
)

// setClock places what was recorded on system time by the one message that says
// both that and the local time. UTC is then not known: local time stands in for
// it, and the part's own clock is at 0 (see diary.Clock).
func (r *reader) setClock() {
	if r.lag == 0 {
		return
	}
	r.move(func(at uint32) uint32 {
		if at != 0 && at < systemTime {
			return at + r.lag
		}
		return at
	})
	for i := range r.rows {
		if at := r.rows[i].at; at < systemTime {
			r.rows[i].at = at + r.lag
		}
	}
	r.out.Clocks = append(r.out.Clocks, localTime)
}

// move gives new times to all but the records.
func (r *reader) move(to func(at uint32) uint32) {
	for i := range r.sessions {
		r.sessions[i].start, r.sessions[i].at = to(r.sessions[i].start), to(r.sessions[i].at)
	}
	for i := range r.laps {
		r.laps[i].start = to(r.laps[i].start)
	}
	for i := range r.timer {
		r.timer[i].at = to(r.timer[i].at)
	}
	for i := range r.ends {
		r.ends[i].at = to(r.ends[i].at)
	}
}

// stretch is records, in the order of the file, with no jump between them.
type stretch struct {
	from, to    int
	first, last uint32
}

func (s stretch) span() uint32 { return s.last - s.first }

// stretches cuts the records at jumps of their clock. Too few records to be a
// stretch are passed over, and what they interrupt is one.
func (r *reader) stretches() (list []stretch) {
	far := func(a, b uint32) bool { return b > a && b-a > jump || a > b && a-b > jump }
	for i := 0; i < len(r.rows); {
		s := stretch{i, i + 1, r.rows[i].at, r.rows[i].at}
		for ; s.to < len(r.rows) && !far(r.rows[s.to-1].at, r.rows[s.to].at); s.to++ {
			s.last = max(s.last, r.rows[s.to].at)
			s.first = min(s.first, r.rows[s.to].at)
		}
		i = s.to
		if s.to-s.from < minStretch {
			continue
		}
		if n := len(list); n > 0 && !far(list[n-1].last, s.first) {
			list[n-1].to, list[n-1].last = s.to, max(list[n-1].last, s.last)
			continue
		}
		list = append(list, s)
	}
	return list
}

// ordinary reports whether the records lie as nearly all recordings do: all with a
// time that can be, none before the one in front of it, none behind a jump. There is
// then one stretch of them, in order.
func (r *reader) ordinary() bool {
	for i := range r.rows {
		if at := r.rows[i].at; !plausible(at) || i > 0 && at-r.rows[i-1].at > jump {
			return false
		}
	}
	return true
}

// dropFragments leaves out what is far from every stretch of a broken recording:
// what lies behind the break may happen to spell a record.
func (r *reader) dropFragments() {
	list := r.stretches()
	if len(list) == 0 {
		return
	}
	r.rows = slices.DeleteFunc(r.rows, func(w row) bool {
		return !slices.ContainsFunc(list, func(s stretch) bool { return w.at >= s.first && w.at <= s.last })
	})
}

// joinStretches closes the gap that a jump of the clock left in the one recording
// of a part. The clock that counts is the one that the session began by, or, where
// that one had never been set, the last.
func (r *reader) joinStretches() {
	list := r.stretches()
	if len(list) < 2 || len(r.sessions) > 1 {
		return
	}
	var spans, elapsed uint32
	for _, s := range list {
		spans += s.span()
	}
	base := 0
	if len(r.sessions) == 1 {
		s := &r.sessions[0]
		elapsed = uint32(min(s.Elapsed, math.MaxUint32/2))
		if i := slices.IndexFunc(list, func(l stretch) bool { return s.start+jump >= l.first && s.start <= l.last }); i > 0 {
			base = i
		}
	}
	if !plausible(list[base].first) {
		base = len(list) - 1
	}
	if !r.jumped(list, spans, elapsed) {
		return
	}
	gap := uint32(1)
	if elapsed > spans && len(list) == 2 {
		gap = elapsed - spans
	}
	by := make([]uint32, len(list)) // what each stretch is moved by, modulo 2^32
	for i := base + 1; i < len(list); i++ {
		by[i] = list[i-1].last + by[i-1] + gap - list[i].first
	}
	for i := base - 1; i >= 0; i-- {
		by[i] = list[i+1].first + by[i+1] - gap - list[i].last
	}
	for i, s := range list {
		for k := s.from; k < s.to; k++ {
			r.rows[k].at += by[i]
		}
	}
	r.move(func(at uint32) uint32 {
		for i, s := range list {
			if at+jump >= s.first && at <= s.last+jump {
				return at + by[i]
			}
		}
		return at
	})
}

// jumped reports whether it was the clock that left the gaps between stretches,
// and no pause: the timer ran, and the session says that it took less.
func (r *reader) jumped(list []stretch, spans, elapsed uint32) bool {
	slack := max(600, elapsed/10)
	if elapsed > 0 && spans > elapsed+slack { // what is there cannot be of one session
		return false
	}
	for i := 1; i < len(list); i++ {
		a, b := list[i-1].last, list[i].first
		switch {
		case !plausible(a) || !plausible(b):
			return plausible(a) != plausible(b)
		case b < a:
			if elapsed == 0 {
				return false
			}
		case elapsed == 0 && b-a <= maxSpan, elapsed > 0 && b-a <= slack+elapsed-min(spans, elapsed),
			len(r.timer) == 0 && b-a < longPause, r.paused(a):
			return false
		}
	}
	return true
}

// paused reports whether the timer stood when a stretch ended.
func (r *reader) paused(at uint32) bool {
	running, latest := true, uint32(0)
	for _, e := range r.timer {
		if e.at >= latest && e.at <= at+60 {
			running, latest = e.running, e.at
		}
	}
	return !running
}

// orderRows puts the records in order of time, without those that are still on a
// clock that cannot be.
func (r *reader) orderRows() {
	n := len(r.rows)
	r.rows = slices.DeleteFunc(r.rows, func(w row) bool { return !plausible(w.at) })
	r.undated += n - len(r.rows)
	if !slices.IsSortedFunc(r.rows, byTime) {
		diary.SortBy(r.rows, byTime)
	}
}

// dropUndated leaves out what else is still on a clock that cannot be.
func (r *reader) dropUndated() {
	for i := range r.sessions {
		s := &r.sessions[i]
		if s.start != 0 && !plausible(s.start) {
			s.start = 0
			r.undated++
		}
		if !plausible(s.at) {
			s.at = 0
		}
	}
	r.timer = slices.DeleteFunc(r.timer, func(e timerEvent) bool { return !plausible(e.at) })
}
