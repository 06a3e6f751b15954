package diary

import "math"

// bare reports whether a maker is all that is said of a device: so its export speaks of
// what the runner wore, whichever that was.
func (d Device) bare() bool { return d.Maker != "" && d == Device{Maker: d.Maker} }

// join puts what a maker's export says without a device into the series of that maker's
// device that was worn at the time, the one with the nearest reading: the export and the
// device's own files are of one measurement, and one normal. What an export that names
// devices says of none is of none of them. Where the device's file has the date, that
// counts. A total of sleep joins the staged nights of the same device, or
// of another export of that maker.
func (b *builder) join() {
	for i := range b.series {
		c := &b.series[i]
		if !c.device.bare() {
			continue
		}
		added := make([][]Point, len(b.series)) // to others; to c what stays its own
		for n, p := range c.Points {
			if to, there := b.worn(i, p.Date, c.places[n]); !there {
				added[to] = append(added[to], p)
			}
		}
		c.Points, c.places = nil, nil
		for j := range added {
			b.series[j].add(added[j])
		}
	}
}

// worn is the place of the series that a reading of the i-th on t is of, by the place of
// the export that it came by; its own where it is of no other; and whether another has
// that date.
func (b *builder) worn(i int, t Date, by uint8) (best int, there bool) {
	best = i
	least := Date(math.MaxInt32)
	for j := range b.series {
		s := &b.series[j]
		if by == 0 || s.place == by || !s.speaksFor(&b.series[i]) {
			continue
		}
		at, off := s.from(t), least
		if at > 0 {
			off = t - s.Points[at-1].Date
		}
		if at < len(s.Points) {
			off = min(off, s.Points[at].Date-t)
		}
		if off < least || off == least && b.series[best].device.bare() {
			best, least = j, off
		}
	}
	return best, least == 0
}

// speaksFor reports whether the readings of o can be of the device of c.
func (c *candidates) speaksFor(o *candidates) bool {
	if c.Kind != o.Kind || c.device.Maker != o.device.Maker || len(c.Points) == 0 {
		return false
	}
	if c.device.bare() { // another export of the maker
		return c.device == o.device && c.Metric == MetricStaged && o.Metric == MetricAsleep
	}
	return c.Metric == o.Metric || c.Kind == Sleep
}

// labelled is a label with the standing of its file.
type labelled struct {
	Label
	trust trust
}

// heard takes a label: of two for one session that of the source that goes first.
func (b *builder) heard(l labelled) {
	was, ok := b.labels[l.Key]
	c := l.trust.compare(was.trust)
	if l.Sport != "" && (!ok || c < 0 || c == 0 && (l.Sport < was.Sport || l.Sport == was.Sport && l.Sub < was.Sub)) {
		b.labels[l.Key] = l
	}
}

// label gives the sessions whose own files do not say their sport what another file
// says. It counts before what was guessed of them, and before what nobody says.
func (b *builder) label() {
	for i := range b.activities {
		a := &b.activities[i]
		if l, ok := b.labels[a.Key]; ok && a.Key != 0 {
			a.Sport, a.Sub = l.Sport, l.Sub
		}
	}
}
