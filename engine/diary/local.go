package diary

import (
	"math"
	"slices"
)

// A session whose time is local, of a zone that its file does not say, was put where the
// runner's zone or the nearest clock says. On a journey that is hours off. It is another
// source's session nonetheless where both took as long and went as far, and the starts
// are a difference of zones apart (all ours).
const (
	zoneStep  = 15 * 60   // of the world's zones, seconds
	zoneSlack = 2 * 60    // by how much two devices start apart
	zoneMost  = 26 * 3600 // from the first zone to the last
	alike     = 0.02      // share by which two accounts' minutes and km differ at most
)

// settleLocal gives the sessions of local times to those of which the instant is known.
// The list is in order of start.
func settleLocal(list []*account) []*account {
	if !slices.ContainsFunc(list, func(a *account) bool { return a.local }) {
		return list
	}
	given := make([]bool, len(list))
	for i := range list {
		if !list[i].local {
			continue
		}
		best := -1
		for j := range list {
			if b := list[j]; !b.local && shifted(list[i], b) && (best < 0 || between(list[i], b) < between(list[i], list[best])) {
				best = j
			}
		}
		if best >= 0 {
			list[best].take(list[i])
			given[i] = true
		}
	}
	out := list[:0]
	for i := range list {
		if !given[i] {
			out = append(out, list[i])
		}
	}
	return out
}

// shifted reports whether b may be a, some zones away.
func shifted(a, b *account) bool {
	off := between(a, b)
	step := off % zoneStep
	return a.Source != b.Source && sameSport(a, b) && off <= zoneMost && min(step, zoneStep-step) <= zoneSlack &&
		alikeBy(a.Seconds, b.Seconds) && alikeBy(a.Meters, b.Meters)
}

func between(a, b *account) int64 { return max(a.Start-b.Start, b.Start-a.Start) }

func alikeBy(x, y float32) bool {
	return x > 0 && y > 0 && math.Abs(float64(x/y-1)) <= alike
}
