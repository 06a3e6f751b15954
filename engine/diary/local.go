package diary

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

// A file may also write what a clock showed and call it UTC, as some GPX do, so that two
// files of one recording are hours apart and nothing says which errs. Those have what a
// recording has to the second: two runs of one loop on one day do not (all ours).
const (
	copySlack   = 2         // by how much the starts differ beside the difference of zones, seconds
	copySeconds = 2         // by how much the lengths differ
	copyMost    = 14 * 3600 // from UTC to the last zone
	copyAlike   = 0.01      // share by which the distances differ
)

// settleLocal gives the sessions of local times to those of which the instant is known,
// and copies that are zones away to the better account. The list is in order of start; of
// two as near the earlier is taken.
func settleLocal(list []*account) []*account {
	out := list[:0:0]
	for i, a := range list {
		var best *account
		least := int64(zoneMost) + 1
		near := func(b *account) bool {
			off := max(a.Start-b.Start, b.Start-a.Start)
			if off > zoneMost {
				return false
			}
			if off < least && (elsewhere(a, b, off) || copied(a, b, off)) {
				best, least = b, off
			}
			return true
		}
		for j := i - 1; j >= 0 && near(list[j]); j-- {
		}
		for j := i + 1; j < len(list) && near(list[j]); j++ {
		}
		if best == nil {
			out = append(out, a)
		} else {
			best.take(a)
		}
	}
	return out
}

// elsewhere reports whether a session of local time is another source's, so many seconds
// away.
func elsewhere(a, b *account, off int64) bool {
	return a.local && !b.local && a.Source != b.Source && sameSport(a, b) && alikeBy(a.Seconds, b.Seconds, alike) && alikeBy(a.Meters, b.Meters, alike) &&
		zones(off, zoneSlack)
}

// copied reports whether a is a copy of b, which is the better account of one recording,
// by a clock in another zone. One of them passes on what others recorded: a device's own
// file does not err so.
func copied(a, b *account, off int64) bool {
	if a.local != b.local {
		if b.local {
			return false
		}
	} else if compareAccounts(a, b) < 0 {
		return false
	}
	seconds, pulse := a.Elapsed-b.Elapsed, int(a.AvgHR)-int(b.AvgHR)
	return max(a.trust.tier, b.trust.tier) >= TierAggregator && sameSport(a, b) && a.steps() > 0 && b.steps() > 0 &&
		off > zoneSlack && off <= copyMost && zones(off, copySlack) &&
		seconds >= -copySeconds && seconds <= copySeconds && alikeBy(a.Meters, b.Meters, copyAlike) &&
		(a.AvgHR == 0 || b.AvgHR == 0 || pulse >= -1 && pulse <= 1)
}

// zones reports whether so many seconds are a difference of zones, but for a slack.
func zones(off, slack int64) bool {
	step := off % zoneStep
	return min(step, zoneStep-step) <= slack
}

func alikeBy(x, y, share float32) bool { return x > 0 && y > 0 && max(x, y) <= (1+share)*min(x, y) }
