package diary

import (
	"cmp"
	"iter"
	"slices"
)

// Build resolves every file's records to local dates and merges them. The
// result does not depend on the order of files. Files are read, not changed.
func Build(files []File, zone Zone) *Diary { return BuildBy(files, zone, Choice{}) }

// BuildBy is Build where the runner settles what the files cannot.
func BuildBy(files []File, zone Zone, choice Choice) *Diary {
	var entered []*Reported
	for i := range files {
		if r := &files[i].Reported; !r.Empty() {
			entered = append(entered, r)
		}
	}
	return Measure(each(files), zone, choice).Hear(entered)
}

// Measure is the half of a diary that devices measured: without a word of the
// runner's, whatever the files hold of theirs. It goes through files more than
// once.
func Measure(files iter.Seq[*File], zone Zone, choice Choice) *Diary {
	files = mine(files, choice)
	b := builder{sources: sources(files), choice: choice, labels: map[uint64]labelled{}}
	b.stand("")
	clocks := newClocks(files, zone)
	b.activities, b.nights, b.daily = make([]account, 0, clocks.activities), make([]candidateNight, 0, clocks.nights), make([]DailyOf, 0, clocks.daily)
	for f := range files {
		b.add(f, clocks.of(f))
	}
	b.label()
	d := &Diary{}
	nights := mergeNights(b.nights)
	b.readSleep(nights)
	b.readRests(nights)
	d.Nights = oneNight(nights)
	d.Series = b.settled()
	d.measured = &half{series: d.Series, choice: choice}
	d.Activities = mergeActivities(b.activities)
	d.Persons = b.persons
	SortBy(d.Persons, comparePersons)
	d.Daily = b.dailies()
	d.First, d.Last = 1, 0
	d.FileDates(d.see, d.see)
	return d
}

// half is what was measured, as far as what is reported is laid over it; its address is
// its identity.
type half struct {
	series []Series
	choice Choice
}

// Hear is the diary with the same measured half, shared with d, and these entries
// in the place of its own. Their order cannot matter.
func (d *Diary) Hear(entered []*Reported) *Diary { return d.HearMore(entered, 0) }

// HearMore is Hear where the first n of the entries are those that d was made with.
func (d *Diary) HearMore(entered []*Reported, n int) *Diary {
	out := *d
	out.report(entered, d, n)
	h := byHand(d.measured, &out.Reported)
	out.Series, out.Amended, out.Doubted = h.out, h.amended, h.doubted
	out.Tags = byDate(out.Reported.Tags)
	out.First, out.Last = 1, 0
	out.Dates(out.see)
	return &out
}

// SameMeasured reports whether two diaries share their measured half: one was made
// from the other by Hear.
func (d *Diary) SameMeasured(o *Diary) bool { return d.measured != nil && d.measured == o.measured }

// see widens the span of the diary to a date.
func (d *Diary) see(t Date) {
	if d.First > d.Last {
		d.First, d.Last = t, t
	}
	d.First, d.Last = min(d.First, t), max(d.Last, t)
}

// reading is a candidate for a day: of two, a whole file's beats a damaged one's, then
// the device's own file an export, then the later stamp counts, then (for a total order)
// the larger.
type reading struct {
	Point
	whole bool
	trust trust
}

func compareReadings(a, b reading) int {
	if a.Date != b.Date {
		return cmp.Compare(a.Date, b.Date)
	}
	return cmp.Or(-compareBool(a.whole, b.whole), cmp.Compare(a.trust.place, b.trust.place), -cmp.Compare(a.At, b.At), -cmp.Compare(a.Value, b.Value))
}

// candidates is the readings of one series as they come.
type candidates struct {
	Series
	device   Device
	place    uint8   // of the export that goes first of those it is from; 0: a device's own file
	places   []uint8 // of the readings that count
	readings []reading
}

type builder struct {
	series     []candidates
	daily      []DailyOf
	nights     []candidateNight
	activities []account
	rests      []rest
	persons    []Person
	labels     map[uint64]labelled // by Label.Key
	sources    map[Device]string
	choice     Choice
	by         string           // whose word the file is that is read,
	trust      [Kinds + 1]trust // how far its word goes by Kind, and of sessions
}

// stand sets how far the word of an export goes.
func (b *builder) stand(via string) {
	b.by = via
	first := append(b.choice.First[:], b.choice.Sessions)
	for i := range b.trust {
		if b.trust[i] = trustOf(via); first[i] == cmp.Or(via, OwnFiles) {
			b.trust[i].tier = TierChosen
		}
	}
}

func (b *builder) add(f *File, clock offsets) {
	device, whole := f.Origin(), f.Partial == ""
	source := b.sources[device]
	if by := f.By(); by != b.by {
		b.stand(by)
	}
	read := func(k Kind, t Date, v float32, at int64) reading {
		return reading{Point{t, float64(v), at, ByDevice}, whole, b.trust[k]}
	}
	for _, r := range f.Resting {
		at, offset := clock.moment(r.At)
		b.put(RestingHR, device, MetricDailyRHR, read(RestingHR, cmp.Or(r.Day, DateAt(at-JustPast, offset)), r.Value, at))
	}
	for _, r := range f.Slept {
		at, offset := clock.moment(r.At)
		b.put(Sleep, device, MetricAsleep, read(Sleep, cmp.Or(r.Day, DateAt(at, offset)), r.Value, at))
	}
	for _, r := range f.HRV {
		at, offset := clock.moment(r.At)
		got := read(HRV, cmp.Or(r.Day, DateAt(at, offset)), r.Value, at)
		if r.Metric != MetricRestingRR || !HRV.Valid(got.Value) {
			b.put(HRV, device, r.Metric, got)
			continue
		}
		of := slices.IndexFunc(f.Activities, func(a Activity) bool { return a.Start == r.At })
		if of >= 0 {
			of += len(b.activities)
		}
		b.rests = append(b.rests, rest{got, device, source, of})
	}
	for _, n := range f.Nights {
		end, offset := clock.moment(n.End)
		n.Start, _ = clock.moment(n.Start)
		n.End = end
		b.nights = append(b.nights, candidate(n, offset, device, source, whole, b.trust[Sleep]))
	}
	for _, a := range f.Activities {
		at, offset := clock.moment(a.Start)
		a.Start, a.Offset = at, int32(offset)
		a.Date = DateAt(a.Start, offset)
		a.Source, a.Also, a.Partial = source, nil, !whole
		b.activities = append(b.activities, account{a, b.trust[Kinds], clock.local})
	}
	for _, l := range f.Labels {
		b.heard(labelled{l, b.trust[Kinds]})
	}
	b.persons = append(b.persons, f.Persons...)
	for _, v := range f.Daily {
		b.daily = append(b.daily, DailyOf{clock.date(v.At), v.Name, float64(v.Value)})
	}
}

// JustPast is how long after midnight a resting HR is still that of the day that has
// just ended, in seconds: a watch closes its day a little late (docs/MODEL.md,
// Signals).
const JustPast = 5 * 60

// put takes a reading; there are few series, and one mostly follows another.
func (b *builder) put(kind Kind, device Device, metric Metric, r reading) {
	if !kind.Valid(r.Value) {
		return
	}
	i := slices.IndexFunc(b.series, func(c candidates) bool { return c.Kind == kind && c.Metric == metric && c.device == device })
	if i < 0 {
		i = len(b.series)
		b.series = append(b.series, candidates{Series: Series{Kind: kind, Source: b.sources[device], Metric: metric, Tier: r.trust.tier}, device: device, place: r.trust.place})
	}
	c := &b.series[i]
	c.Tier, c.place, c.readings = min(c.Tier, r.trust.tier), min(c.place, r.trust.place), append(c.readings, r)
}

func (b *builder) readSleep(nights []candidateNight) {
	for i := range nights {
		n := &nights[i]
		if metric := MetricStaged; n.Known() && !n.Nap {
			if !n.Staged {
				metric = MetricAsleep
			}
			b.put(Sleep, n.device, metric, reading{Point{n.Date, n.Asleep(), n.End, ByDevice}, n.whole, n.trust})
		}
	}
}

// settled is the series in order, with the reading of each date that counts.
func (b *builder) settled() []Series {
	SortBy(b.series, func(a, b candidates) int { return compareSeries(a.Series, b.Series) })
	for i := range b.series {
		c := &b.series[i]
		SortBy(c.readings, compareReadings)
		c.Points, c.places = make([]Point, 0, len(c.readings)), nil
		for i, r := range c.readings {
			if i == 0 || r.Date != c.readings[i-1].Date {
				c.Points, c.places = append(c.Points, r.Point), append(c.places, r.trust.place)
			}
		}
	}
	b.join()
	var out []Series
	for _, c := range b.series {
		if len(c.Points) > 0 { // none where all are of a device that has a series of its own
			out = append(out, c.Series)
		}
	}
	return out
}

// add puts more readings among those of a series, of dates that it has none of.
func (s *Series) add(more []Point) {
	if len(more) == 0 {
		return
	}
	all := append(slices.Clone(s.Points), more...)
	SortBy(all, func(a, b Point) int { return cmp.Compare(a.Date, b.Date) })
	s.Points = all
}

func compareSeries(a, b Series) int {
	return cmp.Or(cmp.Compare(a.Kind, b.Kind), cmp.Compare(a.Source, b.Source), cmp.Compare(a.Metric, b.Metric))
}

// dailies is the mean of each date's values by name.
func (b *builder) dailies() []DailyOf {
	SortBy(b.daily, func(a, b DailyOf) int {
		if a.Date != b.Date {
			return cmp.Compare(a.Date, b.Date)
		}
		return cmp.Or(cmp.Compare(a.Name, b.Name), cmp.Compare(a.Value, b.Value))
	})
	out := make([]DailyOf, 0, len(b.daily))
	for i := 0; i < len(b.daily); {
		v, n := b.daily[i], 1
		for i++; i < len(b.daily) && b.daily[i].Date == v.Date && b.daily[i].Name == v.Name; i++ {
			v.Value += b.daily[i].Value
			n++
		}
		v.Value /= float64(n)
		out = append(out, v)
	}
	return out
}

// byDate is the names of each date's tags, in order.
func byDate(tags []DayTag) map[Date][]string {
	out := map[Date][]string{}
	for _, t := range tags {
		out[t.Date] = append(out[t.Date], t.Tag)
	}
	return out
}

func comparePersons(a, b Person) int {
	return cmp.Or(cmp.Compare(a.At, b.At), cmp.Compare(a.Sex, b.Sex), cmp.Compare(a.RestingHR, b.RestingHR),
		cmp.Compare(a.MaxHR, b.MaxHR), cmp.Compare(a.Age, b.Age), cmp.Compare(a.WeightKg, b.WeightKg))
}

// Dates calls see for every date with a reading, a night, an activity or
// something reported; some more than once.
func (d *Diary) Dates(see func(Date)) {
	d.FileDates(see, see)
	d.Reported.each(func(e entry) {
		if e.dated() {
			see(e.stamp().Date)
		}
	})
	for i := range d.Reported.NotRan {
		see(d.Reported.NotRan[i].To)
	}
}

// FileDates calls see for every date of which a file speaks by a reading or a night,
// and trained for every date of an activity; some more than once.
func (d *Diary) FileDates(see, trained func(Date)) {
	for _, s := range d.Series {
		for _, p := range s.Points {
			if s.Filed() && p.By != ByHand {
				see(p.Date)
			}
		}
	}
	for _, n := range d.Nights {
		see(n.Date)
	}
	for i := range d.Activities {
		trained(d.Activities[i].Date)
	}
}
