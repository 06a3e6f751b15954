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
	slices.SortFunc(list, func(a, b candidateNight) int {
		return cmp.Or(
			cmp.Compare(a.Source, b.Source), cmp.Compare(a.Date, b.Date),
			-compareBool(a.whole, b.whole), -compareBool(a.Staged, b.Staged),
			-cmp.Compare(a.End-a.Start, b.End-b.Start),
			cmp.Compare(a.Start, b.Start), -cmp.Compare(a.Asleep(), b.Asleep()),
			cmp.Compare(a.Wake, b.Wake), cmp.Compare(a.Deep, b.Deep), cmp.Compare(a.REM, b.REM))
	})
	var out []NightOf
	for i := 0; i < len(list); {
		j := i
		var kept []candidateNight
		for ; j < len(list) && list[j].Source == list[i].Source && list[j].Date == list[i].Date; j++ {
			n := list[j]
			if !slices.ContainsFunc(kept, func(k candidateNight) bool { return n.Start < k.End && k.Start < n.End }) {
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
		return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(a.Source, b.Source), cmp.Compare(a.End, b.End))
	})
	return out
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
	slices.SortFunc(order, compareAccounts)
	var kept []*Activity
	onDay := map[int64][]*Activity{} // kept sessions by UTC day of start: only neighbours can overlap
	for _, a := range order {
		day, seen := a.Start/86400, false
		for d := day - 1; d <= day+1 && !seen; d++ {
			seen = slices.ContainsFunc(onDay[d], func(k *Activity) bool { return sameSession(a, k) })
		}
		if !seen {
			onDay[day] = append(onDay[day], a)
			kept = append(kept, a)
		}
	}
	slices.SortFunc(kept, func(a, b *Activity) int {
		return cmp.Or(cmp.Compare(a.Start, b.Start), compareAccounts(a, b))
	})
	out := make([]Activity, len(kept))
	for i, a := range kept {
		out[i] = *a
	}
	return out
}

func sameSession(a, b *Activity) bool {
	if a.Sport != b.Sport && a.Sport != "" && b.Sport != "" { // a cut-off file may not have come to its sport
		return false
	}
	endA, endB := a.Start+int64(a.span()), b.Start+int64(b.span())
	shared := min(endA, endB) - max(a.Start, b.Start)
	return a.Start == b.Start || 2*shared > min(endA-a.Start, endB-b.Start)
}

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
