package healthconnect

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"rebound/engine/diary"
)

// Stages of sleep, as the platform numbers them; 0 is unknown.
const (
	awake      = 1
	sleeping   = 2
	outOfBed   = 3
	light      = 4
	deep       = 5
	rem        = 6
	awakeInBed = 7
)

// nights gives the sleeps their stages, and leaves one of an app's that overlap. Where rows
// may be lost, so may be the stages of a sleep that has none, or that they do not fill.
func (x *export) nights() {
	diary.SortBy(x.stages, func(a, b stage) int {
		return cmp.Or(cmp.Compare(a.parent, b.parent), cmp.Compare(a.start, b.start), -cmp.Compare(a.millis, b.millis), cmp.Compare(a.kind, b.kind))
	})
	for i := range x.sleeps {
		s := &x.sleeps[i]
		first, _ := slices.BinarySearchFunc(x.stages, s.id, func(g stage, id int64) int { return cmp.Compare(g.parent, id) })
		last := first
		for last < len(x.stages) && x.stages[last].parent == s.id {
			last++
		}
		filled := s.measure(x.stages[first:last])
		s.lost = x.damaged && filled < s.end-s.start-60_000
	}
	x.stages = nil
	diary.SortBy(x.sleeps, func(a, b sleep) int {
		staged := 0
		if a.night.Staged != b.night.Staged {
			if staged = 1; a.night.Staged {
				staged = -1
			}
		}
		return cmp.Or(cmp.Compare(a.app, b.app), staged, -cmp.Compare(a.end-a.start, b.end-b.start), cmp.Compare(a.start, b.start), cmp.Compare(a.id, b.id))
	})
	var kept []sleep // those of one app in order of start
	out := x.sleeps[:0]
	for i, s := range x.sleeps {
		if i > 0 && s.app != x.sleeps[i-1].app {
			out, kept = append(out, kept...), nil
		}
		at, _ := slices.BinarySearchFunc(kept, s.start, func(k sleep, t int64) int { return cmp.Compare(k.start, t) })
		if at > 0 && kept[at-1].end > s.start || at < len(kept) && kept[at].start < s.end {
			continue
		}
		kept = slices.Insert(kept, at, s)
	}
	x.sleeps = append(out, kept...)
	x.rank()
}

// categorySleep is the platform's number of the kind of data that sleep is of.
const categorySleep = 5

// orderOf reads a list of apps, "3,1,2".
func orderOf(list string) (order []int64) {
	for s := range strings.SplitSeq(list, ",") {
		if id, err := strconv.ParseInt(strings.TrimSpace(s), 10, 64); err == nil && len(order) < 1000 {
			order = append(order, id)
		}
	}
	return order
}

// rank marks the sleeps that another app tells of too, which the runner has put before
// in Health Connect: that one's account is what it shows there. One without stages
// stands behind one that has them all the same.
func (x *export) rank() {
	diary.SortBy(x.sleeps, func(a, b sleep) int { return cmp.Or(cmp.Compare(a.start, b.start), cmp.Compare(a.id, b.id)) })
	place := make([]int, len(x.sleeps)) // of each one's app; of those that stand nowhere, behind all
	for i, s := range x.sleeps {
		if place[i] = slices.Index(x.order, s.app); place[i] < 0 {
			place[i] = len(x.order)
		}
	}
	for i := range x.sleeps {
		a := &x.sleeps[i]
		for j := i + 1; j < len(x.sleeps) && x.sleeps[j].start < a.end; j++ {
			b := &x.sleeps[j]
			switch first := cmp.Compare(place[i], place[j]); {
			case first < 0 && (a.night.Staged || !b.night.Staged):
				b.second = true
			case first > 0 && (b.night.Staged || !a.night.Staged):
				a.second = true
			}
		}
	}
}

// measure counts the minutes of a sleep's stages, in order of start, each moment once, and
// returns how many milliseconds they fill.
func (s *sleep) measure(stages []stage) (filled int64) {
	n := diary.Night{Start: s.start / 1000, End: s.end / 1000}
	var minutes [8]float32
	at := s.start
	for _, g := range stages {
		from, to := max(g.start, at), min(g.start+int64(g.millis), s.end)
		if to > from && int(g.kind) < len(minutes) {
			minutes[g.kind] += float32(to-from) / 60_000
			filled += to - from
			at = to
		}
	}
	n.Light, n.Deep, n.REM = minutes[light], minutes[deep], minutes[rem]
	n.Wake = minutes[awake] + minutes[outOfBed] + minutes[awakeInBed]
	switch n.Staged = n.Light+n.Deep+n.REM > 0; {
	case n.Staged:
		n.Light += minutes[sleeping]
	case minutes[sleeping] > 0:
		n.Total = minutes[sleeping]
	default:
		n.Total = max(0, float32(s.end-s.start)/60_000-n.Wake)
	}
	s.night = n
	return filled
}

// Readings of HRV belong to a night if they lie in a sleep, with its pieces, of three
// hours or more: shorter ones are naps (ours; the pieces as docs/MODEL.md has them).
const (
	pieceGap = 3 * 3600
	shortest = 3 * 3600
)

// hrv is an app's readings: the median of each night's; all, as of any hour, where none
// lies in a night and none can be lost.
func (x *export) hrv(id int64, a *app) (list []diary.HRVStamp) {
	nights := x.spans(func(s sleep) bool { return s.app == id })
	if len(nights) == 0 { // it leaves sleep to another app
		nights = x.spans(func(sleep) bool { return true })
	}
	diary.SortBy(a.hrv, func(a, b diary.Stamped) int {
		return cmp.Or(cmp.Compare(a.At, b.At), cmp.Compare(a.Value, b.Value))
	})
	i := 0
	for _, n := range nights {
		for i < len(a.hrv) && a.hrv[i].At < n.start {
			i++
		}
		var values []float32
		for ; i < len(a.hrv) && a.hrv[i].At <= n.end; i++ {
			values = append(values, a.hrv[i].Value)
		}
		if len(values) > 0 {
			list = append(list, diary.HRVStamp{At: n.end, Value: median(values), Metric: diary.MetricOvernight})
		}
	}
	if list == nil && !x.damaged {
		for _, r := range a.hrv {
			list = append(list, diary.HRVStamp{At: r.At, Value: r.Value, Metric: diary.MetricAnyRMSSD})
		}
	}
	return list
}

type nightSpan struct{ start, end, asleep int64 }

// spans are the nights of some sleeps, their pieces joined, in Unix seconds.
func (x *export) spans(of func(sleep) bool) []nightSpan {
	var list []nightSpan
	for _, s := range x.sleeps {
		if of(s) {
			list = append(list, nightSpan{s.start / 1000, s.end / 1000, (s.end - s.start) / 1000})
		}
	}
	diary.SortBy(list, func(a, b nightSpan) int {
		return cmp.Or(cmp.Compare(a.start, b.start), cmp.Compare(a.end, b.end))
	})
	var out []nightSpan
	for _, s := range list {
		if n := len(out); n > 0 && s.start-out[n-1].end < pieceGap {
			out[n-1].asleep += max(0, s.end-max(s.start, out[n-1].end))
			out[n-1].end = max(out[n-1].end, s.end)
			continue
		}
		out = append(out, s)
	}
	return slices.DeleteFunc(out, func(n nightSpan) bool { return n.asleep < shortest })
}

func median(v []float32) float32 {
	slices.Sort(v)
	if n := len(v); n%2 == 0 {
		return (v[n/2-1] + v[n/2]) / 2
	}
	return v[len(v)/2]
}
