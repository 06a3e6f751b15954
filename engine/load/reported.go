package load

import (
	"math"
	"slices"

	"rebound/engine/diary"
)

// report takes the runs that the runner reported among the sessions, which are those of
// files. One that a file has come for gives way to it, and leaves it its effort. What
// was said of neither minutes nor km is the runner's own pace of the six weeks before.
func (h *History) report(runs []diary.Run) {
	var out []Session
	given := map[int]bool{}
	for i := range runs {
		s := h.reported(&runs[i], out)
		if j := h.recorded(&runs[i], &s, given); j >= 0 {
			given[j] = true
			if s.Rated {
				h.Sessions[j].rate(runs[i].RPE)
			}
			h.Sessions[j].Said = h.unlike(&runs[i], &h.Sessions[j])
			continue
		}
		out = append(out, s)
	}
	if len(out) == 0 {
		return
	}
	all := make([]Session, 0, len(h.Sessions)+len(out))
	for _, s := range h.Sessions {
		for len(out) > 0 && out[0].Date < s.Date {
			all, out = append(all, out[0]), out[1:]
		}
		all = append(all, s)
	}
	h.Sessions = append(all, out...)
	h.sort()
}

// reported is a run as a session: how far one with walks went is not taken from a pace
// of running, and how long it took is that at least. before is the reported ones of earlier dates.
func (h *History) reported(r *diary.Run, before []Session) Session {
	s := Session{Date: r.Date, Start: r.Start, Offset: r.Offset, Run: true, Sport: diary.Running, Reported: true,
		Minutes: float64(r.Minutes), Km: float64(r.Km), Walks: r.Sub == diary.RunWalk, Source: diary.TypedSource}
	if r.RPE.Said() {
		s.rate(r.RPE)
	}
	if s.Minutes > 0 && s.Km > 0 {
		return s
	}
	if pace := h.pace(r.Date, before); s.Minutes == 0 {
		s.Minutes, s.Guessed = s.Km*pace, true
	} else if s.Guessed = true; pace > 0 && !s.Walks { // how much of it was run is not known
		s.Km = s.Minutes / pace
	}
	return s
}

// pace is the runner's median minutes a km of the six weeks before a date; 0 where no
// run tells.
func (h *History) pace(t diary.Date, reported []Session) float64 {
	var paces []float64
	for _, list := range [...][]Session{h.Between(t-LoadDays, t-1), reported} {
		for i := range list {
			if s := &list[i]; s.Run && s.Km > 0 && s.Minutes > 0 && !s.Guessed && !s.Walks && s.Date >= t-LoadDays && s.Date < t {
				paces = append(paces, s.Minutes/s.Km)
			}
		}
	}
	return Median(paces)
}

// recorded is the place of the session that a file has of a reported run: the nearest
// that overlaps it where its start was said, else of its date and about as long, and
// which stands for no other; -1 for none.
func (h *History) recorded(r *diary.Run, said *Session, given map[int]bool) int {
	best, least := -1, math.Inf(1)
	around := diary.Date(0)
	if r.Start != 0 {
		around = 1 // the watch's clock may have shown another date
	}
	lo, hi := h.index(r.Date-around, r.Date+around)
	for i := lo; i < hi; i++ {
		s := &h.Sessions[i]
		if !s.Run || given[i] {
			continue
		}
		off := math.Min(apartBy(float64(r.Minutes), s.Minutes), apartBy(float64(r.Km), s.Km))
		same := off <= h.rules.ReportNear+1e-9
		if r.Start != 0 {
			same = max(s.Start, r.Start) < min(s.end(), said.end())
		}
		if same && off < least || same && best < 0 {
			best, least = i, off
		}
	}
	return best
}

// Said is what was reported of a run, as far as it was; 0 where it was not.
type Said struct{ Minutes, Km float64 }

// unlike is what was reported of a recorded run, where no part of it is about what was
// recorded: the file counts, and that is not passed over.
func (h *History) unlike(r *diary.Run, s *Session) (out Said) {
	near := func(said float32, recorded float64) bool {
		return apartBy(float64(said), recorded) <= h.rules.ReportNear+1e-9
	}
	if near(r.Minutes, s.Minutes) || near(r.Km, s.Km) {
		return out
	}
	return Said{float64(r.Minutes), float64(r.Km)}
}

// apartBy is how far what was recorded is from what was said, a share of that; more
// than any where either is not known.
func apartBy(said, recorded float64) float64 {
	if said <= 0 || recorded <= 0 {
		return math.Inf(1)
	}
	return math.Abs(recorded/said - 1)
}

// end is when a session ended; a minute after its start at least.
func (s *Session) end() int64 { return s.Start + int64(60*math.Max(s.Minutes, 1)) }

// byEffort is the load of a reported run: session RPE times minutes (Foster 2001), in
// TRIMP, by what an RPE-minute was in the runner's own runs with heart rate of the 42
// days before t, each as it was rated or else as its heart rate makes one expect.
// Without those it is read from the table of efforts by heart rate, and without a
// rating it is the usual minute. ok is false where it cannot be said.
func (h *History) byEffort(s *Session, m MaxHR, rest float64, t diary.Date) (load float64, ok bool) {
	if s.Minutes == 0 {
		return 0, false
	}
	if !s.Rated {
		usual := h.usualMinute(s, m, rest, t)
		return usual * s.Minutes, usual > 0
	}
	const least = 1 // of RPE: no run is nothing at all
	effort := math.Max(s.Effort, least)
	var own weighted
	past := h.Between(t-LoadDays, t-1)
	for i := range past {
		p := &past[i]
		if !p.Run || p.HRMinutes == 0 {
			continue
		}
		felt := effortByShare(p.HRSum / p.HRMinutes / m.BPM)
		if p.Rated {
			felt = p.Effort
		}
		own.add(h.measured(p, m, rest)/p.HRMinutes/math.Max(felt, least), p.Share())
	}
	if len(own) > 0 {
		return own.median() * effort * s.Minutes, true
	}
	return h.weights.PerMinute(shareByEffort(effort)*m.BPM, rest, m.BPM) * s.Minutes, true
}

// sort puts the index of the sessions, which are in order of date, in order too.
func (h *History) sort() {
	h.first, h.upto, h.peaks, h.tops = 0, h.upto[:0], h.peaks[:0], h.tops[:0]
	for i := range h.Sessions {
		p := peak{h.Sessions[i].Max30, h.Sessions[i].Date}
		if p.bpm > maxPlausible {
			p.bpm = 0
		}
		if i == 0 {
			h.first = p.date
		}
		for n := int(p.date - h.first); len(h.upto) <= n; {
			h.upto = append(h.upto, int32(i))
		}
		if i%together == 0 {
			h.tops = append(h.tops, 0)
		}
		h.tops[i/together] = max(h.tops[i/together], p.bpm)
		h.peaks = append(h.peaks, p)
	}
}

// unreport takes the reported runs out of the sessions again.
func (h *History) unreport() {
	n := len(h.Sessions)
	h.Sessions = slices.DeleteFunc(h.Sessions, func(s Session) bool { return s.Reported })
	if len(h.Sessions) < n {
		h.sort()
	}
	for i := range h.Sessions {
		h.Sessions[i].Effort, h.Sessions[i].Rated, h.Sessions[i].Said = 0, false, Said{}
	}
}
