package diary

import (
	"cmp"
	"slices"
)

type candidateNight struct {
	NightOf
	whole     bool
	startHour int
}

// A sleep window is a nap when it starts in the day and is short. Both numbers
// are ours; a shift worker's long sleep by day is still that date's night.
const (
	napFrom, napTo = 10, 18 // local hour of its start
	napLongest     = 4 * 3600
)

func (n candidateNight) nap() bool {
	return n.startHour >= napFrom && n.startHour < napTo && n.End-n.Start < napLongest
}

func hourAt(unix int64, offset int) int {
	s := (unix + int64(offset)) % 86400
	if s < 0 {
		s += 86400
	}
	return int(s / 3600)
}

// mergeNights settles, by source and date of waking, which window is the night:
// of windows that overlap (a damaged copy, a second export) the whole one, then
// the longest; of those left the longest that is no nap. The others are naps.
func mergeNights(list []candidateNight) []NightOf {
	order := make([]*candidateNight, len(list))
	for i := range list {
		order[i] = &list[i]
	}
	slices.SortFunc(order, compareNights)
	var out []NightOf
	var kept []*candidateNight
	for i := 0; i < len(order); {
		j := i
		kept = kept[:0]
		for ; j < len(order) && order[j].Date == order[i].Date && order[j].Source == order[i].Source; j++ {
			n := order[j]
			if !slices.ContainsFunc(kept, func(k *candidateNight) bool { return n.Start < k.End && k.Start < n.End }) {
				kept = append(kept, n)
			}
		}
		i = j
		night := -1
		for k, n := range kept {
			if !n.nap() && (night < 0 || n.End-n.Start > kept[night].End-kept[night].Start) {
				night = k
			}
		}
		for k, n := range kept {
			n.Nap = k != night
			out = append(out, n.NightOf)
		}
	}
	slices.SortFunc(out, func(a, b NightOf) int {
		if a.Start != b.Start {
			return cmp.Compare(a.Start, b.Start)
		}
		return cmp.Or(cmp.Compare(a.Source, b.Source), cmp.Compare(a.End, b.End))
	})
	return out
}

func compareNights(a, b *candidateNight) int {
	if c := cmp.Compare(a.Source, b.Source); c != 0 {
		return c
	}
	if a.Date != b.Date {
		return cmp.Compare(a.Date, b.Date)
	}
	return cmp.Or(
		-compareBool(a.whole, b.whole), -compareBool(a.Staged, b.Staged),
		-cmp.Compare(a.End-a.Start, b.End-b.Start),
		cmp.Compare(a.Start, b.Start), -cmp.Compare(a.Asleep(), b.Asleep()),
		cmp.Compare(a.Wake, b.Wake), cmp.Compare(a.Deep, b.Deep), cmp.Compare(a.REM, b.REM))
}

// mergeActivities keeps each session once. The same run often comes twice (the
// watch's own file and a platform's copy; a whole file and a damaged one): two
// accounts of one sport that share more than half of the shorter one's time are
// one session, and the better account stays.
func mergeActivities(list []Activity) []Activity {
	order := make([]*Activity, len(list)) // an Activity is large to move
	for i := range list {
		order[i] = &list[i]
	}
	slices.SortFunc(order, func(a, b *Activity) int { return cmp.Compare(a.Start, b.Start) })
	out := make([]Activity, 0, len(list))
	for i := 0; i < len(order); {
		// Those that begin before all before them have ended may be one session.
		j, end := i+1, order[i].end()
		for ; j < len(order) && order[j].Start < end; j++ {
			end = max(end, order[j].end())
		}
		for _, a := range once(order[i:j]) {
			out = append(out, *a)
		}
		i = j
	}
	return out
}

// once keeps the best account of each session.
func once(list []*Activity) []*Activity {
	if len(list) == 1 {
		return list
	}
	slices.SortFunc(list, compareAccounts)
	var kept []*Activity
	for _, a := range list {
		if !slices.ContainsFunc(kept, func(k *Activity) bool { return sameSession(a, k) }) {
			kept = append(kept, a)
		}
	}
	slices.SortFunc(kept, func(a, b *Activity) int {
		return cmp.Or(cmp.Compare(a.Start, b.Start), compareAccounts(a, b))
	})
	return kept
}

func sameSession(a, b *Activity) bool {
	if a.Sport != b.Sport && a.Sport != "" && b.Sport != "" { // a cut-off file may not have come to its sport
		return false
	}
	shared := min(a.end(), b.end()) - max(a.Start, b.Start)
	return a.Start == b.Start || 2*shared > min(a.end()-a.Start, b.end()-b.Start)
}

func (a *Activity) end() int64 { return a.Start + int64(a.span()) }

func (a *Activity) span() float32 { return max(a.Elapsed, a.Seconds, 1) }

// compareAccounts orders the better account of a session first: whole, with
// heart rate, the longer track, the longer distance; then by content, so that
// the order of import cannot decide.
func compareAccounts(a, b *Activity) int {
	if c := cmp.Or(
		compareBool(a.Partial, b.Partial),
		-compareBool(a.hasHR(), b.hasHR()),
		-cmp.Compare(a.steps(), b.steps()),
		-cmp.Compare(a.Meters, b.Meters),
		-cmp.Compare(a.Seconds, b.Seconds),
		cmp.Compare(a.Start, b.Start),
		cmp.Compare(a.Source, b.Source),
		cmp.Compare(a.AvgHR, b.AvgHR),
		cmp.Compare(a.laps(), b.laps())); c != 0 || a == b {
		return c
	}
	return cmp.Compare(a.print(), b.print())
}

func compareBool(a, b bool) int {
	switch {
	case a == b:
		return 0
	case b:
		return -1
	}
	return 1
}
