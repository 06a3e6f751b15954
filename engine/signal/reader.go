package signal

import (
	"cmp"
	"math"
	"slices"

	"rebound/engine/diary"
	"rebound/engine/rule"
)

// column is a series as a dense run of days, so that a window is a slice.
type column struct {
	series diary.Series
	first  diary.Date
	x      []float64 // NaN where missing; ln for HRV
	window []float64 // weight of a day in the window
	normal []float64 // the values that count in a baseline, in order
	upto   []int     // for each day, how many of them are before it; one more at the end
	worn   *worn     // its source
}

// Reader evaluates the three signals on any day. It is read only after New.
type Reader struct {
	rules   rule.Settings
	columns [diary.Kinds][]column
}

// New prepares the series of a diary.
func New(d *diary.Diary, r rule.Settings) *Reader {
	v := &Reader{rules: r}
	for _, s := range d.Series {
		if len(s.Points) == 0 {
			continue
		}
		first := s.Points[0].Date
		n := int(s.Points[len(s.Points)-1].Date-first) + 1
		c := column{series: s, first: first, x: make([]float64, n), window: make([]float64, n), upto: make([]int, n+1)}
		for i := range c.x {
			c.x[i] = math.NaN()
		}
		for _, p := range s.Points {
			i := int(p.Date - first)
			c.x[i] = p.Value
			if s.Kind == diary.HRV {
				c.x[i] = math.Log(p.Value)
			}
			var base bool
			if c.window[i], base = weigh(d.Tags[p.Date], r.TagWeight); base && !d.Reported.IllOn(p.Date) {
				c.upto[i+1] = 1
				c.normal = append(c.normal, c.x[i])
			}
		}
		for i := range c.x {
			c.upto[i+1] += c.upto[i]
		}
		v.columns[s.Kind] = append(v.columns[s.Kind], c)
	}
	for k := range v.columns {
		wearing(v.columns[k])
	}
	return v
}

// weigh is what a day's tags do to its reading. A night with wine says little
// of the week and nothing of the normal; illness is real strain, so it keeps its
// weight in the window, but it is not the runner's normal either.
func weigh(tags []string, tagged float64) (window float64, base bool) {
	window, base = 1, true
	for _, t := range tags {
		base = false
		if t != "illness" {
			window = tagged
		}
	}
	return window, base
}

// At is the state of a kind on day t from readings up to t, DaysOut excepted:
// that one needs the days before (see Days). Of several devices the one worn on
// more of the last wornDays is read, whether its normal is known yet or not: the old
// watch that is put on now and then does not speak for the runner (ADR 19). The source
// that the runner puts first is read where it was worn half as often as another (ADR 29).
// Of those worn alike, and beside what was typed, the series that says most is read; of
// those that say as much, the one whose source goes first.
func (v *Reader) At(k diary.Kind, t diary.Date) State {
	best := State{Kind: k, Missing: NoReadings}
	source, most, tier := v.worn(k, t)
	for i := range v.columns[k] {
		c := &v.columns[k][i]
		if most > 0 && c.device() && c.series.Source != source && diary.Outworn(c.worn.by(t), most, c.series.Tier, tier) {
			continue
		}
		if s := c.at(t, &v.rules); s.Missing != NoReadings && (best.Missing == NoReadings || better(s, best, &v.rules)) {
			best = s
		}
	}
	return best
}

// better orders series: a known one before an unknown one, a settled one before
// one still settling, then what a device measured before what was typed, then the
// source that goes first. Values have no say, and coverage comes first, so that a reading gone missing can
// never make the choice look surer.
func better(a, b State, r *rule.Settings) bool {
	rank := func(s State) int {
		n := 0
		if s.Known() {
			n += 4
		}
		if s.Settled(*r) {
			n += 2
		}
		if s.Metric != diary.MetricTyped {
			n++
		}
		return n
	}
	return cmp.Or(
		cmp.Compare(rank(a), rank(b)),
		-cmp.Compare(a.Tier, b.Tier),
		cmp.Compare(a.RecentDays, b.RecentDays),
		cmp.Compare(a.Baseline.Days, b.Baseline.Days),
		-cmp.Compare(place(a.Metric), place(b.Metric)),
		-cmp.Compare(a.Source, b.Source),
		-cmp.Compare(a.Metric, b.Metric)) > 0
}

// order is the metrics of HRV, a measure's moments together: of which as much is known,
// the one that stands first is read.
var order = []diary.Metric{
	diary.MetricOvernight, diary.MetricMorningRMSSD, diary.MetricAnyRMSSD,
	diary.MetricNightSDNN, "", diary.MetricAnySDNN,
}

const moments = 3

// place is a metric's place in that order; staged sleep stands before a total.
func place(m diary.Metric) int {
	if m == diary.MetricStaged {
		return 0
	}
	if i := slices.Index(order, m); i >= 0 {
		return i
	}
	return moments - 1
}

// slice returns the part of the column from day a to day b, both included.
func (c *column) slice(a, b diary.Date) (lo, hi int) {
	lo, hi = int(a-c.first), int(b-c.first)+1
	lo = min(max(lo, 0), len(c.x))
	return lo, max(lo, min(hi, len(c.x)))
}

func (c *column) at(t diary.Date, r *rule.Settings) State {
	s := State{Kind: c.series.Kind, Source: c.series.Source, Metric: c.series.Metric, Tier: c.series.Tier, Missing: NoReadings}
	w := diary.Date(r.WindowDays)
	lo, hi := c.slice(t-w+1, t)
	win := window{}
	for i := lo; i < hi; i++ {
		if !math.IsNaN(c.x[i]) && c.window[i] > 0 {
			win.add(c.x[i], c.window[i])
			s.Newest = c.first + diary.Date(i)
			if c.window[i] < 1 {
				s.Tagged++
			}
		}
	}
	s.Baseline = c.baseline(t-w-diary.Date(r.BaselineDays)+1, t-w, r)
	s.RecentDays = win.n
	if win.n == 0 && s.Baseline.Days == 0 {
		return s
	}
	if win.n > 0 {
		s.Recent = win.mean(-1)
	}
	switch {
	case s.Baseline.Days < int(r.BaselineNeeds):
		s.Missing = FewBaseline // however many there are of late
		return s
	case win.n < int(r.WindowNeeds):
		s.Missing = FewRecent
		return s
	}
	s.Missing, s.Name = Nothing, InRange
	s.Z = (s.Recent - s.Baseline.Mean) / s.Baseline.SD
	judge(&s, &win, r)
	return s
}

// baseline is the mean and sample SD of the valid, untagged days from a to b.
func (c *column) baseline(a, b diary.Date, r *rule.Settings) Baseline {
	lo, hi := c.slice(a, b)
	values := c.normal[c.upto[lo]:c.upto[hi]]
	out := Baseline{Days: len(values)}
	if out.Days == 0 {
		return out
	}
	sum := 0.0
	for _, x := range values {
		sum += x
	}
	out.Mean = sum / float64(out.Days)
	ss := 0.0
	for _, x := range values {
		ss += (x - out.Mean) * (x - out.Mean)
	}
	if out.Days > 1 {
		out.SD = math.Sqrt(ss / float64(out.Days-1))
	}
	switch c.series.Kind {
	case diary.HRV:
		out.SD = max(out.SD, r.HRVFloor)
	case diary.RestingHR:
		out.SD = max(out.SD, r.RestFloor)
	case diary.Sleep:
		out.SD = max(out.SD, 1) // only divides: no rule on sleep uses its SD
	}
	out.Low, out.High = out.Mean-r.GateK*out.SD, out.Mean+r.GateK*out.SD
	return out
}
