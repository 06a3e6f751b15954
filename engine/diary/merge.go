package diary

import (
	"cmp"
	"slices"
)

// candidateNight is a sleep window as one file has it; its Nap is whether it is one
// by itself.
type candidateNight struct {
	NightOf
	whole bool
	night bool // it, or a piece of it, begins at night
}

// A sleep window is a nap when it starts in the day and is short. Both numbers
// are ours; a shift worker's long sleep by day is still that date's night.
const (
	napFrom, napTo = 10, 18 // local hour of its start
	napLongest     = 4 * 3600
)

// candidate is a window as a file of a device whose clock was at an offset has it.
func candidate(n Night, offset int, source string, whole bool) candidateNight {
	hour := hourAt(n.Start, offset)
	n.Nap = n.Nap || hour >= napFrom && hour < napTo && n.End-n.Start < napLongest
	return candidateNight{
		NightOf: NightOf{Night: n, Date: cmp.Or(n.Day, DateAt(n.End, offset)), Source: source},
		whole:   whole, night: hour >= nightFrom || hour < nightTill,
	}
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
// the longest; pieces of one night are joined; of those left the longest that is no
// nap. The others are naps.
func mergeNights(list []candidateNight) []NightOf {
	sortBy(list, func(a, b candidateNight) int {
		if a.Start != b.Start && a.Source == b.Source {
			return cmp.Compare(a.Start, b.Start)
		}
		return cmp.Or(cmp.Compare(a.Source, b.Source), compareNights(&a, &b))
	})
	kept := make([]candidateNight, 0, len(list))
	for i := 0; i < len(list); {
		// Those that begin before all before them have ended may be one window.
		j, end := i+1, list[i].End
		for ; j < len(list) && list[j].Source == list[i].Source && list[j].Start < end; j++ {
			end = max(end, list[j].End)
		}
		kept = append(kept, apart(list[i:j])...)
		i = j
	}
	out := settleNaps(joinPieces(kept))
	sortBy(out, func(a, b NightOf) int {
		return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(a.Source, b.Source), cmp.Compare(a.End, b.End))
	})
	return out
}

// apart keeps the best of the windows that overlap, in order of start.
func apart(list []candidateNight) []candidateNight {
	if len(list) == 1 {
		return list
	}
	sortBy(list, func(a, b candidateNight) int { return compareNights(&a, &b) })
	var kept []candidateNight
	for _, n := range list {
		if !slices.ContainsFunc(kept, func(k candidateNight) bool { return n.Start < k.End && k.Start < n.End }) {
			kept = append(kept, n)
		}
	}
	sortBy(kept, func(a, b candidateNight) int { return cmp.Compare(a.Start, b.Start) })
	return kept
}

// A night that the runner got up in may come in pieces: windows less than three
// hours apart, of which one begins between 18 and 6 o'clock (docs/MODEL.md,
// Signals). A nap is none, and a piece without stages would leave the sum unknown.
const (
	pieceGap             = 3 * 3600
	nightFrom, nightTill = 18, 6 // local hour of its start
)

// joinPieces makes one night of its pieces. The list is by source, in order of
// start.
func joinPieces(list []candidateNight) []candidateNight {
	out := list[:0]
	for _, n := range list {
		if len(out) > 0 {
			p := &out[len(out)-1]
			if p.Source == n.Source && n.Start-p.End < pieceGap && (p.night || n.night) && !p.Nap && !n.Nap && p.Staged && n.Staged {
				p.End, p.Date, p.night = n.End, n.Date, true
				p.Light, p.Deep, p.REM, p.Wake = p.Light+n.Light, p.Deep+n.Deep, p.REM+n.REM, p.Wake+n.Wake
				continue
			}
		}
		out = append(out, n)
	}
	return out
}

// settleNaps leaves one night a source and date of waking.
func settleNaps(list []candidateNight) []NightOf {
	sortBy(list, func(a, b candidateNight) int {
		return cmp.Or(cmp.Compare(a.Source, b.Source), cmp.Compare(a.Date, b.Date))
	})
	out := make([]NightOf, len(list))
	for i := 0; i < len(list); {
		night, j := -1, i
		for ; j < len(list) && list[j].Source == list[i].Source && list[j].Date == list[i].Date; j++ {
			if n := &list[j]; !n.Nap && (night < 0 || n.End-n.Start > list[night].End-list[night].Start) {
				night = j
			}
		}
		for ; i < j; i++ {
			out[i] = list[i].NightOf
			out[i].Nap = i != night
		}
	}
	return out
}

// compareNights orders the better account of a window first; then by content, so
// that the order of import cannot decide.
func compareNights(a, b *candidateNight) int {
	return cmp.Or(
		-compareBool(a.whole, b.whole), -compareBool(a.Staged, b.Staged), -compareBool(a.Known(), b.Known()),
		-cmp.Compare(a.End-a.Start, b.End-b.Start),
		cmp.Compare(a.Start, b.Start), -cmp.Compare(a.Asleep(), b.Asleep()),
		cmp.Compare(a.Wake, b.Wake), cmp.Compare(a.Deep, b.Deep), cmp.Compare(a.REM, b.REM),
		cmp.Compare(a.Date, b.Date), compareBool(a.Nap, b.Nap), compareBool(a.night, b.night))
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
