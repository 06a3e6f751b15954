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

// settleLocal gives the sessions of local times to those of which the instant is known.
// The list is in order of start; of two as near the earlier is taken.
func settleLocal(list []*account) []*account {
	out := list[:0:0]
	for _, a := range list {
		best := a
		least := int64(zoneMost) + 1
		for i := 0; i < len(list) && a.local; i++ {
			b := list[i]
			if b.local || a.Source == b.Source || !sameSport(a, b) || !alikeBy(a.Seconds, b.Seconds) || !alikeBy(a.Meters, b.Meters) {
				continue
			}
			off := max(a.Start-b.Start, b.Start-a.Start)
			if step := off % zoneStep; off < least && min(step, zoneStep-step) <= zoneSlack {
				best, least = b, off
			}
		}
		if best == a {
			out = append(out, a)
		} else {
			best.take(a)
		}
	}
	return out
}

func alikeBy(x, y float32) bool { return x > 0 && y > 0 && max(x, y) <= (1+alike)*min(x, y) }
