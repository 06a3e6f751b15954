package diary

import (
	"math"
	"slices"
	"sort"
)

// Origin says whose word a reading is.
type Origin uint8

const (
	ByDevice  Origin = iota
	ByHand           // the watch's own number, typed; its file is not in
	Corrected        // the runner's word in the place of a reading
)

// Amended is a reading in whose place the runner's word stands (see [Correction]).
type Amended struct {
	Kind    Kind
	Source  string
	Metric  Metric
	Was     Point
	Now     float64 // 0 with LeftOut
	LeftOut bool
}

// Doubted is a value that the runner typed as the watch's for a date whose reading is
// in, and is another: the reading counts until the runner corrects it.
type Doubted struct {
	Typed
	Source string
	Read   Point
}

// near is how little apart a typed value and a reading are the same number, as a
// watch's screen rounds: ms, bpm or minutes.
const near = 1

// WatchSource is the source of the numbers read off a watch of which there is no
// series that they could join.
const WatchSource = "watch"

// hands lays what the runner typed and corrected over the series of devices, which
// stay as they are. The result depends on what is in, never on when it came.
type hands struct {
	measured []Series
	out      []Series
	added    [][]Point // of out, by its place; in order of date
	amended  []Amended
	doubted  []Doubted
}

// byHand is the series with the runner's numbers in them. What was read off the watch
// joins the watch's series, where its file has no reading for that date; another
// measurement is a source of its own, and so is one with a strap. Corrections come last.
func byHand(m *half, r *Reported) *hands {
	h := &hands{measured: m.series, out: slices.Clone(m.series)}
	h.added = make([][]Point, len(m.series))
	for i := range r.Typed {
		h.typed(&r.Typed[i], r.Corrections)
	}
	for i, points := range h.added {
		h.out[i].add(points)
	}
	h.strapped(r, &m.choice)
	for i := range r.Corrections {
		h.correct(&r.Corrections[i])
	}
	SortBy(h.out, compareSeries)
	return h
}

// typed puts one typed value where it belongs.
func (h *hands) typed(t *Typed, corrections []Correction) {
	if i := h.joins(t); i >= 0 {
		s := &h.measured[i]
		if p, ok := s.On(t.Date); !ok {
			h.added[i] = append(h.added[i], Point{t.Date, t.Value, t.At, ByHand})
		} else if math.Abs(p.Value-t.Value) >= near && !slices.ContainsFunc(corrections, func(c Correction) bool { return c.Kind == t.Kind && c.Date == t.Date }) {
			h.doubted = append(h.doubted, Doubted{*t, s.Source, p})
		}
		return
	}
	source := TypedSource
	if t.As == AsWatch {
		source = WatchSource
	}
	at := slices.IndexFunc(h.out, func(s Series) bool { return s.Kind == t.Kind && s.Source == source && s.Metric == MetricTyped })
	if at < 0 {
		at = len(h.out)
		h.out, h.added = append(h.out, Series{Kind: t.Kind, Source: source, Metric: MetricTyped}), append(h.added, nil)
	}
	h.added[at] = append(h.added[at], Point{t.Date, t.Value, t.At, ByHand})
}

// joins is the place of the series that a typed value is of; -1 for one of its own.
// Unless it is said, it is the watch's where a watch measured that signal before; a
// value from before the first file is only where the runner says so.
func (h *hands) joins(t *Typed) int {
	if t.As == AsOwn {
		return -1
	}
	if i := h.worn(t.Kind, t.Date, false); i >= 0 || t.As != AsWatch {
		return i
	}
	next := -1
	for i, s := range h.measured {
		if s.Kind == t.Kind && (next < 0 || s.Points[0].Date < h.measured[next].Points[0].Date) {
			next = i
		}
	}
	return next
}

// correct puts the runner's word in the place of a date's reading: that of the device
// worn most, else a typed one. Where there is no reading there is nothing to correct.
func (h *hands) correct(c *Correction) {
	i := h.worn(c.Kind, c.Date, true)
	if i < 0 {
		i = slices.IndexFunc(h.out, func(s Series) bool { _, ok := s.On(c.Date); return ok && s.Kind == c.Kind })
	}
	if i < 0 {
		return
	}
	s := &h.out[i]
	at := s.from(c.Date)
	h.amended = append(h.amended, Amended{c.Kind, s.Source, s.Metric, s.Points[at], c.Value, c.Discard})
	s.Points = slices.Clone(s.Points)
	if c.Discard {
		s.Points = slices.Delete(s.Points, at, at+1)
		return
	}
	s.Points[at] = Point{c.Date, c.Value, s.Points[at].At, Corrected}
}

// wornDays is how many days wearing a device counts (docs/adr/0019).
const wornDays = 14

// worn is the place of the series of a kind that a device measured, of several the one
// with readings on most of the 14 days up to the newest on or before t, or the chosen one
// with half as many (see [Outworn]); with on, of those that have one on t. -1 for none.
func (h *hands) worn(k Kind, t Date, on bool) (best int) {
	last := func(i int) Date { // on or before t
		s := &h.measured[i]
		if on {
			s = &h.out[i] // what was typed for t is a reading of that day
		}
		n := s.from(t + 1)
		if s.Kind != k || n == 0 || on && s.Points[n-1].Date != t {
			return math.MinInt32
		}
		return s.Points[n-1].Date
	}
	newest := Date(math.MinInt32)
	for i := range h.measured {
		newest = max(newest, last(i))
	}
	best, most := -1, 0
	for i := range h.measured {
		if last(i) == math.MinInt32 {
			continue
		}
		s := &h.measured[i]
		n := s.from(t+1) - s.from(newest-wornDays+1)
		switch {
		case best < 0:
		case Outworn(n, most, s.Tier, h.measured[best].Tier):
			continue
		case Outworn(most, n, h.measured[best].Tier, s.Tier):
		case s.Tier > h.measured[best].Tier || s.Tier == h.measured[best].Tier && last(i) <= last(best):
			continue
		}
		best, most = i, n
	}
	return best
}

// Outworn reports whether a source that was worn on n of the last days gives way to
// another with more of them: to one with more, but that the one which the runner puts
// first gives way only to one with more than twice as many.
func Outworn(n, other int, tier, otherTier Tier) bool {
	switch {
	case tier == TierChosen && otherTier != TierChosen:
		return 2*n < other
	case otherTier == TierChosen && tier != TierChosen:
		return 2*other >= n
	}
	return n < other
}

// from is the place of the first reading on or after t.
func (s *Series) from(t Date) int {
	return sort.Search(len(s.Points), func(i int) bool { return s.Points[i].Date >= t })
}

// On is the series' reading of a date.
func (s *Series) On(t Date) (p Point, ok bool) {
	if i := s.from(t); i < len(s.Points) && s.Points[i].Date == t {
		return s.Points[i], true
	}
	return p, false
}
