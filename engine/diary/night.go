package diary

import (
	"cmp"
	"slices"
)

// candidateNight is a sleep window as one file has it; its Nap is whether it is one
// by itself.
type candidateNight struct {
	NightOf
	device Device
	trust  trust
	whole  bool
	night  bool // it, or a piece of it, begins at night
}

// A sleep window is a nap when it starts in the day and is short. Both numbers
// are ours; a shift worker's long sleep by day is still that date's night.
const (
	napFrom, napTo = 10, 18 // local hour of its start
	napLongest     = 4 * 3600
)

// IsNap reports whether a window of a clock at an offset is a nap by itself: its source
// says so, or it starts in the day and is short.
func (n *Night) IsNap(offset int) bool {
	hour := hourAt(n.Start, offset)
	return n.Nap || hour >= napFrom && hour < napTo && n.End-n.Start < napLongest
}

// candidate is a window as a file of a device whose clock was at an offset has it.
func candidate(n Night, offset int, device Device, source string, whole bool, trust trust) candidateNight {
	hour := hourAt(n.Start, offset)
	n.Nap = n.IsNap(offset)
	return candidateNight{
		NightOf: NightOf{Night: n, Date: cmp.Or(n.Day, DateAt(n.End, offset)), Source: source},
		device:  device, trust: trust, whole: whole, night: hour >= nightFrom || hour < nightTill,
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
func mergeNights(list []candidateNight) []candidateNight {
	SortBy(list, func(a, b candidateNight) int {
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
	return settleNaps(joinPieces(kept))
}

// apart keeps the best of the windows that overlap, in order of start.
func apart(list []candidateNight) []candidateNight {
	if len(list) == 1 {
		return list
	}
	SortBy(list, func(a, b candidateNight) int { return compareNights(&a, &b) })
	var kept []candidateNight
	for _, n := range list {
		if !slices.ContainsFunc(kept, func(k candidateNight) bool { return n.Start < k.End && k.Start < n.End }) {
			kept = append(kept, n)
		}
	}
	SortBy(kept, func(a, b candidateNight) int { return cmp.Compare(a.Start, b.Start) })
	return kept
}

// A night that the runner got up in may come in pieces: windows less than three
// hours apart, of which one begins between 18 and 6 o'clock (docs/MODEL.md,
// Signals). A nap is none, and a piece of which less is said would leave the sum unknown.
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
			if p.Source == n.Source && n.Start-p.End < pieceGap && (p.night || n.night) && !p.Nap && !n.Nap && p.Known() && p.Staged == n.Staged && n.Known() {
				p.End, p.Date, p.night = n.End, n.Date, true
				p.Light, p.Deep, p.REM, p.Wake, p.Total = p.Light+n.Light, p.Deep+n.Deep, p.REM+n.REM, p.Wake+n.Wake, p.Total+n.Total
				continue
			}
		}
		out = append(out, n)
	}
	return out
}

// settleNaps leaves one night a source and date of waking.
func settleNaps(list []candidateNight) []candidateNight {
	SortBy(list, func(a, b candidateNight) int {
		return cmp.Or(cmp.Compare(a.Source, b.Source), cmp.Compare(a.Date, b.Date))
	})
	for i := 0; i < len(list); {
		night, j := -1, i
		for ; j < len(list) && list[j].Source == list[i].Source && list[j].Date == list[i].Date; j++ {
			if n := &list[j]; !n.Nap && (night < 0 || n.End-n.Start > list[night].End-list[night].Start) {
				night = j
			}
		}
		for ; i < j; i++ {
			list[i].Nap = i != night
		}
	}
	return list
}

// compareNights orders the better account of a window first; then by content, so
// that the order of import cannot decide.
func compareNights(a, b *candidateNight) int {
	return cmp.Or(
		-compareBool(a.whole, b.whole), -compareBool(a.Known(), b.Known()), -compareBool(a.Staged, b.Staged), a.trust.compare(b.trust),
		-cmp.Compare(a.End-a.Start, b.End-b.Start),
		cmp.Compare(a.Start, b.Start), -cmp.Compare(a.Asleep(), b.Asleep()),
		cmp.Compare(a.Wake, b.Wake), cmp.Compare(a.Deep, b.Deep), cmp.Compare(a.REM, b.REM),
		cmp.Compare(a.Date, b.Date), compareBool(a.Nap, b.Nap), compareBool(a.night, b.night))
}

// oneNight is each night once, of however many sources, in order of start: one that is
// no nap a date of waking, and no two windows that overlap. Nights go before naps; of
// several the one that says how long was slept, then the one whose source goes first.
func oneNight(list []candidateNight) []NightOf {
	SortBy(list, func(a, b candidateNight) int {
		return cmp.Or(compareBool(a.Nap, b.Nap), -compareBool(a.Known(), b.Known()), cmp.Compare(a.trust.tier, b.trust.tier),
			compareNights(&a, &b), cmp.Compare(a.Source, b.Source))
	})
	out := make([]NightOf, 0, len(list))
	several := false
	for i := range list {
		several = several || list[i].Source != list[0].Source
	}
	taken := map[Date][]int{} // places in out
	for i := range list {
		n := &list[i]
		same := false
		for t := n.Date - 1; several && t <= n.Date+1; t++ {
			for _, k := range taken[t] {
				o := &out[k]
				same = same || o.Source != n.Source && (n.Start < o.End && o.Start < n.End || t == n.Date && !n.Nap && !o.Nap)
			}
		}
		if same {
			continue
		}
		if several {
			taken[n.Date] = append(taken[n.Date], len(out))
		}
		out = append(out, n.NightOf)
	}
	SortBy(out, func(a, b NightOf) int {
		return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(a.Source, b.Source), cmp.Compare(a.End, b.End))
	})
	return out
}
