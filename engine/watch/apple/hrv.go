package apple

import (
	"cmp"
	"slices"

	"rebound/engine/diary"
)

// shortest is the shortest sleep whose readings are the night's (ours): those of a nap
// are not.
const shortest = 180 // minutes

// hrv gives each night the median of the readings in it; where no reading lies in any,
// each day the median of its own.
func (r *reader) hrv(o *out, list []reading, nights []night, overnight, any diary.Metric) {
	diary.SortBy(list, func(a, b reading) int {
		return cmp.Or(cmp.Compare(a.at, b.at), cmp.Compare(a.source, b.source), cmp.Compare(a.value, b.value))
	})
	found := false
	for i := range nights {
		n := &nights[i]
		if n.Asleep() < shortest {
			continue
		}
		in := between(list, n.Start, n.End)
		if len(in) == 0 {
			continue
		}
		found = true
		device, values := r.ofOne(in, r.sources.device(n.source, n.End))
		f := o.of(device, n.End)
		f.HRV = append(f.HRV, diary.HRVStamp{At: n.End, Value: median(values), Metric: overnight})
	}
	if found {
		return
	}
	for i := 0; i < len(list); {
		j := i
		for ; j < len(list) && r.day(list[j].at) == r.day(list[i].at); j++ {
		}
		device, values := r.ofOne(list[i:j], diary.Device{})
		at := values[len(values)-1].at
		f := o.of(device, at)
		f.HRV = append(f.HRV, diary.HRVStamp{At: at, Value: median(values), Metric: any})
		i = j
	}
}

// between is the readings of a time, of a list in order.
func between(list []reading, start, end int64) []reading {
	at := func(t int64) int {
		i, _ := slices.BinarySearchFunc(list, t, func(r reading, t int64) int { return cmp.Compare(r.at, t) })
		return i
	}
	return list[at(start):at(end+1)]
}

// ofOne is those of some readings that one device made: the one that is asked for, else
// the one that made most.
func (r *reader) ofOne(list []reading, wanted diary.Device) (diary.Device, []reading) {
	by := map[diary.Device][]reading{}
	best := diary.Device{}
	for _, v := range list {
		d := r.sources.device(v.source, v.at)
		by[d] = append(by[d], v)
	}
	for d, values := range by {
		if c := cmp.Or(cmp.Compare(len(values), len(by[best])), cmp.Compare(best.Model, d.Model)); c > 0 || len(by[best]) == 0 {
			best = d
		}
	}
	if len(by[wanted]) > 0 {
		best = wanted
	}
	return best, by[best]
}

// day numbers the days of readings where no sleep says which they are of: by the
// runner's clock, where any record names the zone; else by UTC.
func (r *reader) day(at int64) diary.Date {
	offset, _ := r.zones.offset(r.file, at)
	return diary.DateAt(at, int(offset))
}

// rested gives each date of a source its resting heart rate: the one made last.
func (r *reader) rested(o *out) {
	diary.SortBy(r.resting, func(a, b reading) int {
		return cmp.Or(cmp.Compare(a.source, b.source), cmp.Compare(a.at, b.at), cmp.Compare(a.made, b.made), cmp.Compare(a.value, b.value))
	})
	for i := 0; i < len(r.resting); {
		best := r.resting[i]
		j := i + 1
		for ; j < len(r.resting) && r.resting[j].source == best.source && r.day(r.resting[j].at) == r.day(r.resting[i].at); j++ {
			if r.resting[j].made >= best.made {
				best = r.resting[j]
			}
		}
		f := o.of(r.sources.device(best.source, best.at), best.at)
		// It begins with its day, so that what begins just past midnight is no
		// yesterday's, as it is of a watch that closes its day a little late.
		f.Resting = append(f.Resting, diary.Stamped{At: best.at + diary.JustPast, Value: best.value})
		i = j
	}
}
