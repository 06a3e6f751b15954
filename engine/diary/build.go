package diary

import (
	"cmp"
	"slices"
)

// Build resolves every file's records to local dates and merges them. The
// result does not depend on the order of files. Files are read, not changed.
func Build(files []File, zone Zone) *Diary {
	b := builder{
		days:  map[seriesKey]map[Date]reading{},
		daily: map[dailyKey]mean{},
	}
	clocks := newClocks(files, zone)
	for i := range files {
		b.add(&files[i], clocks.of(&files[i]))
	}
	d := &Diary{}
	d.Reported, d.Old = report(files)
	d.Nights = mergeNights(b.nights)
	b.readSleep(d.Nights)
	b.readTyped(d.Reported.Typed)
	d.Series = b.series()
	d.Activities = mergeActivities(b.activities)
	d.Persons = b.persons
	slices.SortFunc(d.Persons, comparePersons)
	d.Daily = b.dailies()
	d.Tags = byDate(d.Reported.Tags)
	d.First, d.Last = span(d)
	return d
}

type seriesKey struct {
	kind   Kind
	source string
	metric Metric
}

// reading is a candidate for a day: of two, a whole file's beats a damaged
// one's, then the later stamp counts, then (for a total order) the larger.
type reading struct {
	Point
	whole bool
}

func (r reading) beats(o reading) bool {
	if r.whole != o.whole {
		return r.whole
	}
	if r.At != o.At {
		return r.At > o.At
	}
	return r.Value > o.Value
}

type dailyKey struct {
	date Date
	name string
}

type mean struct {
	sum float64
	n   int
}

type builder struct {
	days       map[seriesKey]map[Date]reading
	daily      map[dailyKey]mean
	nights     []candidateNight
	activities []Activity
	persons    []Person
}

func (b *builder) add(f *File, offset func(int64) int) {
	source, whole := f.Device.Source(), f.Partial == ""
	at := func(unix int64) Date { return DateAt(unix, offset(unix)) }
	for _, r := range f.Resting {
		b.put(seriesKey{RestingHR, source, MetricDailyRHR}, reading{Point{at(r.At), float64(r.Value), r.At}, whole})
	}
	for _, r := range f.HRV {
		b.put(seriesKey{HRV, source, r.Metric}, reading{Point{at(r.At), float64(r.Value), r.At}, whole})
	}
	for _, n := range f.Nights {
		off := offset(n.End)
		b.nights = append(b.nights, candidateNight{
			NightOf: NightOf{Night: n, Date: DateAt(n.End, off), Source: source},
			whole:   whole, startHour: hourAt(n.Start, off),
		})
	}
	for _, a := range f.Activities {
		a.Offset = int32(offset(a.Start))
		a.Date = DateAt(a.Start, int(a.Offset))
		a.Source, a.Partial = source, !whole
		b.activities = append(b.activities, a)
	}
	b.persons = append(b.persons, f.Persons...)
	for _, v := range f.Daily {
		k := dailyKey{at(v.At), v.Name}
		m := b.daily[k]
		b.daily[k] = mean{m.sum + float64(v.Value), m.n + 1}
	}
}

func (b *builder) put(k seriesKey, r reading) {
	if !k.kind.Valid(r.Value) {
		return
	}
	m := b.days[k]
	if m == nil {
		m = map[Date]reading{}
		b.days[k] = m
	}
	if old, ok := m[r.Date]; !ok || r.beats(old) {
		m[r.Date] = r
	}
}

func (b *builder) readSleep(nights []NightOf) {
	for _, n := range nights {
		if n.Staged && !n.Nap {
			b.put(seriesKey{Sleep, n.Source, MetricStaged}, reading{Point{n.Date, n.Asleep(), n.End}, true})
		}
	}
}

func (b *builder) readTyped(typed []Typed) {
	for _, t := range typed {
		b.put(seriesKey{t.Kind, TypedSource, MetricTyped}, reading{Point{t.Date, t.Value, t.At}, true})
	}
}

// series puts the readings in order: by kind, source, metric, then date.
func (b *builder) series() []Series {
	var out []Series
	for k, m := range b.days {
		s := Series{Kind: k.kind, Source: k.source, Metric: k.metric, Points: make([]Point, 0, len(m))}
		for _, r := range m {
			s.Points = append(s.Points, r.Point)
		}
		slices.SortFunc(s.Points, func(a, b Point) int { return cmp.Compare(a.Date, b.Date) })
		out = append(out, s)
	}
	slices.SortFunc(out, func(a, b Series) int {
		return cmp.Or(cmp.Compare(a.Kind, b.Kind), cmp.Compare(a.Source, b.Source), cmp.Compare(a.Metric, b.Metric))
	})
	return out
}

func (b *builder) dailies() []DailyOf {
	out := make([]DailyOf, 0, len(b.daily))
	for k, m := range b.daily {
		out = append(out, DailyOf{k.date, k.name, m.sum / float64(m.n)})
	}
	slices.SortFunc(out, func(a, b DailyOf) int {
		return cmp.Or(cmp.Compare(a.Date, b.Date), cmp.Compare(a.Name, b.Name))
	})
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

// span is the first and last date with a reading, a night, an activity or
// something reported.
func span(d *Diary) (first, last Date) {
	first, last = 1, 0
	see := func(t Date) {
		if first > last {
			first, last = t, t
		}
		first, last = min(first, t), max(last, t)
	}
	d.Dates(see)
	return first, last
}

// Dates calls see for every date with a reading, a night, an activity or
// something reported; some more than once.
func (d *Diary) Dates(see func(Date)) {
	for _, s := range d.Series {
		for _, p := range s.Points {
			see(p.Date)
		}
	}
	for _, n := range d.Nights {
		see(n.Date)
	}
	for i := range d.Activities {
		see(d.Activities[i].Date)
	}
	d.Reported.each(func(e entry) {
		if e.dated() {
			see(e.stamp().Date)
		}
	})
}
