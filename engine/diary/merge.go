package diary

import (
	"cmp"
	"slices"
)

// account is a session as one file has it.
type account struct {
	Activity
	trust trust
	local bool // its start is by a clock of whose zone nothing is said
}

// mergeActivities keeps each session once. The same run often comes twice (the
// watch's own file and a platform's copy; a whole file and a damaged one): two
// accounts of one sport that share more than half of the shorter one's time are
// one session, and the better account stays.
func mergeActivities(list []account) []Activity {
	order := make([]*account, len(list)) // an Activity is large to move
	for i := range list {
		if order[i] = &list[i]; list[i].tooFar() {
			list[i].Meters = 0
		}
	}
	SortBy(order, func(a, b *account) int { return cmp.Compare(a.Start, b.Start) })
	kept := make([]*account, 0, len(list))
	for i := 0; i < len(order); {
		// Those that begin before all before them have ended may be one session.
		j, end := i+1, order[i].end()
		for ; j < len(order) && order[j].Start < end; j++ {
			end = max(end, order[j].end())
		}
		kept = append(kept, once(order[i:j])...)
		i = j
	}
	kept = settleLocal(kept)
	out := make([]Activity, len(kept))
	for i, a := range kept {
		out[i] = a.Activity
	}
	return out
}

// once keeps the best account of each session, with what it lacks from the others.
func once(list []*account) []*account {
	if len(list) == 1 {
		return list
	}
	SortBy(list, compareAccounts)
	var kept []*account
	for _, a := range list {
		if i := slices.IndexFunc(kept, func(k *account) bool { return sameSession(a, k) }); i >= 0 {
			kept[i].take(a)
		} else {
			kept = append(kept, a)
		}
	}
	SortBy(kept, func(a, b *account) int {
		return cmp.Or(cmp.Compare(a.Start, b.Start), compareAccounts(a, b))
	})
	return kept
}

// take notes another account of the session, and has from it the totals that are not
// known. What was recorded second by second is never mixed.
func (a *account) take(o *account) {
	for i := -1; i < len(o.Also); i++ {
		source := o.Source
		if i >= 0 {
			source = o.Also[i]
		}
		if source != a.Source && !slices.Contains(a.Also, source) {
			a.Also = append(a.Also, source)
		}
	}
	if o.Partial || max(a.span(), o.span()) > sharedTotal*min(a.span(), o.span()) { // its totals are those of a part, or of more
		return
	}
	if a.Sport == "" {
		a.Sport, a.Sub = o.Sport, o.Sub
	}
	if a.Meters == 0 {
		a.Meters = o.Meters
	}
	if !a.hasHR() && a.AvgHR == 0 {
		a.AvgHR = o.AvgHR
	}
	if a.MaxHR == 0 {
		a.MaxHR = o.MaxHR
	}
	if !a.HasAscent {
		a.Ascent, a.HasAscent = o.Ascent, o.HasAscent
	}
}

// sameSession reports whether two accounts are of one session: of one sport, or of one
// that is not said (a cut-off file may not have come to it), and of one time; or, of two
// sources, the one within the other's time: they call it otherwise, or one has a part of
// it (a walk that a phone saw in a run) or the whole of several (a triathlon). Nobody
// does two things at once.
func sameSession(a, b *account) bool {
	if a.Start == b.Start && sameSport(a, b) {
		return true
	}
	shared := float32(min(a.end(), b.end()) - max(a.Start, b.Start))
	if a.Source != b.Source && shared > sharedAll*min(a.span(), b.span()) {
		return true
	}
	return sameSport(a, b) && 2*shared > float32(min(a.end()-a.Start, b.end()-b.Start))
}

func sameSport(a, b *account) bool { return a.Sport == b.Sport || a.Sport == "" || b.Sport == "" }

// sharedAll is the share of its time by which one source's account is within another's,
// whatever they call it (ours).
const sharedAll = 0.9

// sharedTotal is how many times as long one account may be as another whose totals it
// takes (ours).
const sharedTotal = 1.25

// Speeds in m/s that nobody has (ours): on foot a sprinter's, else that of anything on
// wheels or skis.
const (
	maxRun   = 12.5
	maxSpeed = 45.0
)

// Fastest is the speed in m/s of a sport beyond which a measurement is wrong.
func Fastest(s Sport) float64 {
	if s == Running {
		return maxRun
	}
	return maxSpeed
}

// tooFar reports whether the distance is more than anyone goes in the session's time:
// it is of another unit, or of another column.
func (a *Activity) tooFar() bool {
	t := float64(cmp.Or(a.Seconds, a.Elapsed))
	return t > 0 && !(float64(a.Meters) <= Fastest(a.Sport)*t)
}

func (a *Activity) end() int64 { return a.Start + int64(a.span()) }

func (a *Activity) span() float32 { return max(a.Elapsed, a.Seconds, 1) }

// compareAccounts orders the better account of a session first: whole, with heart rate
// second by second, with anything second by second, of the source that goes first, the
// longer track, the longer distance; then by content, so that the order of import
// cannot decide.
func compareAccounts(a, b *account) int {
	if a == b {
		return 0
	}
	c := cmp.Or(
		compareBool(a.Partial, b.Partial),
		-compareBool(a.hasHR(), b.hasHR()),
		-compareBool(a.steps() > 0, b.steps() > 0),
		a.trust.compare(b.trust))
	x, y := a.totals(), b.totals()
	for i := 0; i < len(x) && c == 0; i++ {
		c = -cmp.Compare(x[i], y[i])
	}
	return cmp.Or(c, cmp.Compare(a.Start, b.Start), cmp.Compare(a.Source, b.Source), cmp.Compare(a.Sport, b.Sport), cmp.Compare(a.Sub, b.Sub),
		compareBool(a.HasAscent, b.HasAscent), compareBool(a.local, b.local), cmp.Compare(a.print(), b.print()))
}

// totals is the numbers that two accounts of a session are ordered by, the more the
// better.
func (a *account) totals() [8]float32 {
	return [...]float32{float32(a.steps()), a.Meters, a.Seconds, float32(a.AvgHR), float32(a.laps()), float32(a.MaxHR), a.Elapsed, a.Ascent}
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
