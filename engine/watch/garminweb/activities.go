package garminweb

import (
	"math"
	"strings"

	"rebound/engine/diary"
	"rebound/engine/watch/source"
	"rebound/engine/watch/table"
)

// sessions are the columns of Activities.csv.
type sessions struct {
	kind, date, distance, time, average, most, ascent, moving, elapsed, cadence, stride int
}

func columns(h table.Header) sessions {
	s := sessions{h.Index("activity_type"), h.Index("date"), h.Index("distance"), h.Index("time"), h.Index("avg_hr"), h.Index("max_hr"),
		h.Index("total_ascent", "elev_gain"), h.Index("moving_time"), h.Index("elapsed_time"), h.Index("avg_run_cadence"), h.Index("avg_stride_length")}
	if s.kind < 0 { // another language
		s.kind, s.date, s.distance, s.time, s.average, s.most = 0, 1, 4, 6, 7, 8
	}
	return s
}

func isActivities(h source.Head) bool {
	header := table.HeaderOf(h)
	if header.Has("activity_type", "date", "title", "time") {
		return true
	}
	return width(header) >= 12 && anyRow(h, func(t *table.Table) bool {
		favourite := strings.ToLower(t.Cell(2))
		return (favourite == "true" || favourite == "false") && strings.Count(t.Cell(6), ":") == 2 && strings.Contains(t.Cell(1), ":")
	})
}

func readActivities(f *source.File) ([]diary.File, error) {
	t, err := table.Open(f)
	if err != nil {
		return nil, err
	}
	at := columns(t.Header)
	var order table.Orders
	var unit units
	for t.Next() {
		order.See(t.Cell(at.date))
		unit.see(t, at)
	}
	if t, err = table.Open(f); err != nil {
		return nil, err
	}
	t.Order, _ = order.Order()
	meters := unit.meters()
	out := diary.File{Device: device}
	for t.Next() {
		m, ok := t.Time(at.date)
		seconds := func(i int) float32 {
			v, _ := t.Minutes(i, table.Second)
			return float32(v * 60)
		}
		a := diary.Activity{Start: m.Unix(), Seconds: seconds(at.time), Elapsed: seconds(at.elapsed)}
		if !ok || !m.HasTime || !m.HasYear || a.Seconds == 0 || a.Seconds > 7*86400 {
			continue
		}
		a.Elapsed = max(a.Elapsed, a.Seconds)
		a.Sport, a.Sub = source.Sport(t.Cell(at.kind))
		if v, ok := t.Positive(at.distance); ok && onFoot(a.Sport) {
			a.Meters = float32(v * meters)
		}
		a.AvgHR, a.MaxHR = t.Pulse(at.average), t.Pulse(at.most)
		out.Activities = append(out.Activities, a)
	}
	if len(out.Activities) == 0 {
		return nil, nil
	}
	out.Clocks = []diary.Clock{{}}
	return []diary.File{out}, nil
}

// onFoot reports whether a sport's distance is in kilometres or miles: a swim's is in
// metres or yards.
func onFoot(s diary.Sport) bool { return s == diary.Running || s == "walking" || s == "hiking" }

// units is what the rows prove of the unit of their distances.
type units struct {
	votes [3]int // for each of proofs
	comma bool
}

// proofs are the metres of a distance's unit, and how many steps' lengths go into one: of
// a kilometre with strides in metres, a mile with strides in metres, a mile with strides
// in feet.
var proofs = [3]struct{ meters, strides float64 }{{1000, 1000}, {1609.344, 1609.344}, {1609.344, 5280}}

func (u *units) see(t *table.Table, at sessions) {
	cell := t.Cell(at.distance)
	if i := strings.IndexByte(cell, ','); i > 0 && len(cell)-i != 4 && !strings.Contains(cell, ".") {
		u.comma = true
	}
	distance, ok1 := t.Positive(at.distance)
	cadence, ok2 := t.Positive(at.cadence)
	stride, ok3 := t.Positive(at.stride)
	minutes, ok4 := t.Minutes(at.time, table.Second)
	if !ok1 || !ok2 || !ok3 || !ok4 {
		return
	}
	for i, p := range proofs {
		if math.Abs(math.Log(cadence*minutes*stride/distance/p.strides)) < 0.15 {
			u.votes[i]++
		}
	}
}

// meters is how many of them one of the unit is; 0 where nothing proves it.
func (u *units) meters() float64 {
	best := 0
	for i, n := range u.votes {
		if n > u.votes[best] {
			best = i
		}
	}
	switch {
	case u.votes[best] > 0:
		return proofs[best].meters
	case u.comma:
		return 1000
	}
	return 0
}
