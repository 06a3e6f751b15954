package diary

import (
	"cmp"
	"slices"
)

// rest is a recording with beats that may be an HRV reading, of a file that was
// still as far as it knew (docs/MODEL.md, Signals).
type rest struct {
	reading
	device Device
	source string
	of     int // its session among the builder's; -1 where the file kept only the reading
}

// What makes it one (all ours).
const (
	restAbove   = 15      // bpm over the resting HR, at most
	restNear    = 30      // days, each side, whose resting HR it is held against
	restInBed   = 30 * 60 // s before the end of the sleep window that are after waking: the watch is slow to see it
	restUnknown = -1
)

// readRests puts the reading of each source and day into its series: of those near
// the resting heart rate the first after waking. What was no reading stays a
// session; what was one is none, and neither is another account of it. Where no
// resting heart rate is known the file's own word has to do.
func (b *builder) readRests(nights []candidateNight) {
	if len(b.rests) == 0 {
		return
	}
	usual := b.usualResting()
	b.rests = slices.DeleteFunc(b.rests, func(r rest) bool {
		if r.of < 0 || b.activities[r.of].AvgHR == 0 {
			return false
		}
		at := usual(r.Date)
		return at != restUnknown && float64(b.activities[r.of].AvgHR) > at+restAbove
	})
	SortBy(b.rests, func(x, y rest) int {
		return cmp.Or(cmp.Compare(x.source, y.source), cmp.Compare(x.Date, y.Date), cmp.Compare(x.At, y.At),
			-compareBool(x.whole, y.whole), cmp.Compare(x.Value, y.Value))
	})
	var taken []rest
	for i := 0; i < len(b.rests); {
		j := i
		for ; j < len(b.rests) && b.rests[j].source == b.rests[i].source && b.rests[j].Date == b.rests[i].Date; j++ {
		}
		day := b.rests[i:j]
		woke := waking(nights, day[0].Date)
		first := max(0, slices.IndexFunc(day, func(r rest) bool { return r.At >= woke-restInBed }))
		b.put(HRV, day[first].device, MetricRestingRR, day[first].reading)
		taken = append(taken, day[first])
		i = j
	}
	b.leaveOut(taken)
}

// leaveOut takes out the sessions that are readings, and other accounts of the same
// recording.
func (b *builder) leaveOut(taken []rest) {
	out := map[int]bool{}
	for _, r := range b.rests {
		if r.of >= 0 && slices.ContainsFunc(taken, func(t rest) bool { return b.sameRest(r, t) }) {
			out[r.of] = true
		}
	}
	kept := b.activities[:0]
	for i := range b.activities {
		if !out[i] {
			kept = append(kept, b.activities[i])
		}
	}
	b.activities = kept
}

// sameRest reports whether the session of one recording is an account of another.
func (b *builder) sameRest(r, of rest) bool {
	a := &b.activities[r.of]
	if of.of < 0 {
		return of.At >= a.Start && of.At < a.end()
	}
	return sameSession(a, &b.activities[of.of])
}

// waking is when the night of a date ended, by the last of the sources; 0 when that
// is not known.
func waking(nights []candidateNight, t Date) (at int64) {
	for i := range nights {
		if n := &nights[i]; n.Date == t && !n.Nap {
			at = max(at, n.End)
		}
	}
	return at
}

// usualResting gives the resting heart rate about a date: the median of the days
// within a month of it, else what the watch has set, else restUnknown.
func (b *builder) usualResting() func(Date) float64 {
	var days []Point
	for _, c := range b.series {
		if c.Kind == RestingHR {
			for _, r := range c.readings {
				days = append(days, r.Point)
			}
		}
	}
	SortBy(days, func(x, y Point) int { return cmp.Compare(x.Date, y.Date) })
	set := slices.DeleteFunc(slices.Clone(b.persons), func(p Person) bool { return p.RestingHR == 0 })
	SortBy(set, comparePersons)
	from := func(t Date) int {
		i, _ := slices.BinarySearchFunc(days, t, func(p Point, t Date) int { return cmp.Compare(p.Date, t) })
		return i
	}
	return func(t Date) float64 {
		near := slices.Clone(days[from(t-restNear):from(t+restNear+1)])
		if n := len(near); n > 0 {
			SortBy(near, func(x, y Point) int { return cmp.Compare(x.Value, y.Value) })
			return (near[(n-1)/2].Value + near[n/2].Value) / 2
		}
		if len(set) > 0 {
			return float64(set[len(set)-1].RestingHR)
		}
		return restUnknown
	}
}
