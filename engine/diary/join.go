package diary

import (
	"cmp"
	"slices"
	"sort"
)

// bare reports whether a maker is all that is said of a device: so its export speaks of
// what the runner wore, whichever that was.
func (d Device) bare() bool { return d.Maker != "" && d == Device{Maker: d.Maker} }

// join puts what a maker's export says without a device into the series of that maker's
// device that was worn at the time: the export and the device's own files are of one
// measurement, and one normal. Where the device's file has the date, that counts (see
// compareReadings). A total of sleep joins the staged nights of the same device, or of
// another export of that maker.
func (b *builder) join() {
	added := make([][]reading, len(b.series))
	for i := range b.series {
		c := &b.series[i]
		if !c.device.bare() {
			continue
		}
		var targets []int
		for j := range b.series {
			if b.series[j].speaksFor(c) {
				sortBy(b.series[j].readings, compareReadings)
				targets = append(targets, j)
			}
		}
		if len(targets) == 0 {
			continue
		}
		sortBy(targets, func(x, y int) int { return compareSeries(b.series[x].Series, b.series[y].Series) })
		own := c.readings[:0:0]
		for _, r := range c.readings {
			if to := b.worn(targets, &r); to >= 0 {
				added[to] = append(added[to], r)
			} else {
				own = append(own, r)
			}
		}
		c.readings = own
	}
	for i, list := range added {
		b.series[i].readings = append(b.series[i].readings, list...)
	}
}

// speaksFor reports whether the readings of o can be of the device of c.
func (c *candidates) speaksFor(o *candidates) bool {
	same := c.Metric == o.Metric || c.Kind == Sleep
	if c.device.bare() { // another export of the maker
		same = c.Metric == MetricStaged && o.Metric == MetricAsleep
	}
	return c.Kind == o.Kind && c.device.Maker == o.device.Maker && same && (!c.device.bare() || c.device == o.device)
}

// worn is the one of some series with the reading nearest in time to r; -1 where r is of
// a device's own file, or of the same export.
func (b *builder) worn(targets []int, r *reading) (best int) {
	best = -1
	least := Date(0)
	for _, j := range targets {
		c := &b.series[j]
		list := c.readings
		at := sort.Search(len(list), func(i int) bool { return list[i].Date >= r.Date })
		for _, k := range []int{at - 1, at} {
			if k < 0 || k >= len(list) || r.trust.place == 0 || c.device.bare() && list[k].trust.place == r.trust.place {
				continue
			}
			off := max(list[k].Date-r.Date, r.Date-list[k].Date)
			if better := best < 0 || off < least || off == least && b.series[best].device.bare() && !c.device.bare(); better {
				best, least = j, off
			}
		}
	}
	return best
}

// labelled is a label with the standing of its file.
type labelled struct {
	Label
	trust trust
}

// label gives the sessions whose own files do not say their sport what another file
// says. It counts before what was guessed of them, and before what nobody says.
func (b *builder) label() {
	if len(b.labels) == 0 {
		return
	}
	sortBy(b.labels, func(x, y labelled) int {
		return cmp.Or(cmp.Compare(x.Key, y.Key), x.trust.compare(y.trust), cmp.Compare(x.Sport, y.Sport), cmp.Compare(x.Sub, y.Sub))
	})
	for i := range b.activities {
		a := &b.activities[i]
		if a.Key == 0 {
			continue
		}
		at, ok := slices.BinarySearchFunc(b.labels, a.Key, func(l labelled, key uint64) int { return cmp.Compare(l.Key, key) })
		if ok && b.labels[at].Sport != "" {
			a.Sport, a.Sub = b.labels[at].Sport, b.labels[at].Sub
		}
	}
}
