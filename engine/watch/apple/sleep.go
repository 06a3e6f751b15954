package apple

import (
	"cmp"
	"slices"
	"strings"

	"rebound/engine/diary"
)

// span is a time in which a source says that the runner was in one stage.
type span struct {
	start, end int64
	source     uint16
	stage      stage
}

type stage uint8

// In this order, of what one source says of one moment the last counts.
const (
	asleep stage = iota // and no more is said
	light
	rem
	deep
	awake
	stages
)

// longestSpan is longer than any sleep: what is longer was never switched off.
const longestSpan = 24 * 3600

func (r *reader) sleep() {
	f, ok := r.facts()
	if !ok || f.end == f.start || f.end-f.start > longestSpan {
		return
	}
	s := span{start: f.start, end: f.end, source: uint16(f.source)}
	switch value, _ := strings.CutPrefix(string(f.value), "HKCategoryValueSleepAnalysis"); value {
	case "Asleep", "AsleepUnspecified":
		s.stage = asleep
	case "AsleepCore":
		s.stage = light
	case "AsleepDeep":
		s.stage = deep
	case "AsleepREM":
		s.stage = rem
	case "Awake":
		s.stage = awake
	default: // InBed is no sleep
		return
	}
	if len(r.spans) >= most {
		r.lost = true
		return
	}
	r.spans = append(r.spans, s)
	r.zoned = func(z uint8) { r.zones.see(f.end, z) }
}

// night is one sleep, of the source that counts.
type night struct {
	diary.Night
	source uint16
}

// pieces is how long a break parts one sleep from the next.
const pieces = 3 * 3600

// breakOff takes away the sleep in the midst of which the file breaks off: what there is
// of it would be a short night.
func (r *reader) breakOff() {
	n := len(r.spans)
	for from, end := int64(0), int64(0); n > 0; n-- {
		s := r.spans[n-1]
		if n < len(r.spans) && (s.end <= from-pieces || s.start >= end+pieces) {
			break
		}
		if n == len(r.spans) {
			from = s.start
		}
		from, end = min(from, s.start), max(end, s.end)
	}
	r.spans = r.spans[:n]
}

// nights makes of all spans the sleeps: those of any source less than three hours apart
// are one.
func (r *reader) nights() (list []night) {
	diary.SortBy(r.spans, func(a, b span) int {
		return cmp.Or(cmp.Compare(a.start, b.start), cmp.Compare(a.end, b.end), cmp.Compare(a.source, b.source), cmp.Compare(a.stage, b.stage))
	})
	from, end := 0, int64(-1)
	for i, s := range r.spans {
		if s.stage == awake {
			continue
		}
		if end >= 0 && s.start-end >= pieces {
			if n, ok := r.night(r.spans[from:i]); ok {
				list = append(list, n)
			}
			from, end = i, -1
		}
		end = max(end, s.end)
	}
	if n, ok := r.night(r.spans[from:]); ok {
		list = append(list, n)
	}
	return list
}

// night is what counts of one sleep that several sources may tell: one that has stages,
// else the union of all that is asleep.
func (r *reader) night(spans []span) (n night, ok bool) {
	var list []account
	bySource := slices.Clone(spans)
	diary.SortBy(bySource, func(a, b span) int { return cmp.Compare(a.source, b.source) })
	for i := 0; i < len(bySource); {
		j := i
		for ; j < len(bySource) && bySource[j].source == bySource[i].source; j++ {
		}
		list = append(list, accountOf(bySource[i:j], r.sources.isWatch(bySource[i].source)))
		i = j
	}
	if len(list) == 0 {
		return n, false
	}
	best := bestOf(list)
	n.source = best.source
	if best.staged() > 0 {
		n.Start, n.End, n.Staged = best.from(light), best.to(light), true
		n.Light, n.Deep, n.REM = best.minutes(light), best.minutes(deep), best.minutes(rem)
		for _, p := range best.parts {
			if p.stage == awake {
				n.Wake += float32(max(0, min(p.end, n.End)-max(p.start, n.Start))) / 60
			}
		}
		return n, true
	}
	n.Start, n.End, n.Total = union(list)
	return n, n.Total > 0
}

// account is what one source tells of one sleep: parts that do not overlap.
type account struct {
	source  uint16
	watch   bool
	parts   []span
	seconds [stages]int64
}

// accountOf settles what a source says of each moment.
func accountOf(spans []span, watch bool) account {
	a := account{source: spans[0].source, watch: watch}
	type turn struct {
		at    int64
		stage stage
		by    int
	}
	turns := make([]turn, 0, 2*len(spans))
	for _, s := range spans {
		turns = append(turns, turn{s.start, s.stage, 1}, turn{s.end, s.stage, -1})
	}
	diary.SortBy(turns, func(a, b turn) int { return cmp.Compare(a.at, b.at) })
	var open [stages]int
	for i, t := range turns {
		if i > 0 && t.at > turns[i-1].at {
			for s := awake; ; s-- {
				if open[s] > 0 {
					a.parts = append(a.parts, span{turns[i-1].at, t.at, a.source, s})
					a.seconds[s] += t.at - turns[i-1].at
					break
				}
				if s == 0 {
					break
				}
			}
		}
		open[t.stage] += t.by
	}
	return a
}

func (a *account) minutes(s stage) float32 { return float32(a.seconds[s]) / 60 }
func (a *account) staged() int64           { return a.seconds[light] + a.seconds[rem] + a.seconds[deep] }

// from and to are when the sleep of at least a stage begins and ends.
func (a *account) from(least stage) int64 {
	i := slices.IndexFunc(a.parts, func(p span) bool { return p.stage >= least && p.stage != awake })
	return a.parts[i].start
}

func (a *account) to(least stage) (end int64) {
	for _, p := range a.parts {
		if p.stage >= least && p.stage != awake {
			end = p.end
		}
	}
	return end
}

// bestOf is the account that counts: the watch's, if it has half as much of stages as
// any, else the one that has most of them; where none has any, the longest.
func bestOf(list []account) *account {
	diary.SortBy(list, func(a, b account) int {
		return cmp.Or(-cmp.Compare(a.staged(), b.staged()), -cmp.Compare(a.seconds[asleep], b.seconds[asleep]), cmp.Compare(a.source, b.source))
	})
	for i := range list {
		if list[i].watch && list[i].staged() > 0 && 2*list[i].staged() >= list[0].staged() {
			return &list[i]
		}
	}
	return &list[0]
}

// union is the time in which any of them says asleep; each has taken its own waking away
// from it.
func union(list []account) (start, end int64, minutes float32) {
	var parts []span
	for _, a := range list {
		for _, p := range a.parts {
			if p.stage != awake {
				parts = append(parts, p)
			}
		}
	}
	diary.SortBy(parts, func(a, b span) int { return cmp.Compare(a.start, b.start) })
	seconds := int64(0)
	for i, p := range parts {
		if i == 0 {
			start, end = p.start, p.start
		}
		if p.end > end {
			seconds += p.end - max(p.start, end)
			end = p.end
		}
	}
	return start, end, float32(seconds) / 60
}
