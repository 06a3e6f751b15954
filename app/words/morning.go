package words

import (
	"math"

	"rebound/app/wire"
	"rebound/engine"
	"rebound/engine/coach"
	"rebound/engine/diary"
	"rebound/engine/plan"
)

// morning is which of a date's numbers are in, and whose they are.
func morning(e *engine.Engine, t diary.Date) *wire.Morning {
	d := e.Diary()
	out := &wire.Morning{}
	for i := range d.Series {
		s := &d.Series[i]
		device := s.Filed()
		if p, ok := s.On(t); ok && device && p.By != diary.ByHand {
			out.File = true
		}
		out.Watch = out.Watch || device && s.Points[0].Date <= t
	}
	out.Worn = len(d.Reported.Straps) > 0 && d.Reported.Straps[0].Date <= t
	for _, v := range diary.Between(d.Reported.Straps, t, t) { // the last counts
		out.Strap = &wire.Strap{At: v.At, HRV: Value(diary.HRV, float64(v.RMSSD)), RestingHR: Value(diary.RestingHR, float64(v.HR)),
			Wrong: int(v.Wrong), Beats: len(v.RR)}
	}
	for _, v := range diary.Between(d.Reported.Typed, t, t) {
		out.Typed = append(out.Typed, Value(v.Kind, v.Value))
		if out.Said == nil {
			out.Said = &wire.Typed{Date: t}
		}
		out.Said.As = diary.ReadingNames[v.As]
		*[...]**float64{diary.HRV: &out.Said.HRVms, diary.RestingHR: &out.Said.RestingHR, diary.Sleep: &out.Said.SleepMin}[v.Kind] = &v.Value
	}
	return out
}

// ownReading is a signal's reading of the assessed date: its value, and the runner's
// word where that stands in its place or would.
func ownReading(e *engine.Engine, t diary.Date, out *wire.Signal, k diary.Kind) {
	d := e.Diary()
	for _, p := range e.Signals().Readings(k, out.Source, diary.Metric(out.Metric), t, t) {
		out.Today = Value(k, p.Value)
		out.Provisional = k == diary.RestingHR && out.Metric == string(diary.MetricDailyRHR) && p.By == diary.ByDevice
		switch p.By {
		case diary.ByHand:
			out.By = "typed"
		case diary.Corrected:
			out.By = "corrected"
		}
	}
	for _, v := range d.Amended {
		if v.Kind == k && v.Was.Date == t {
			out.Was, out.LeftOut = Value(k, v.Was.Value), v.LeftOut
		}
	}
	for _, v := range d.Doubted {
		if v.Kind == k && v.Date == t {
			out.Doubt = &wire.Doubt{Typed: Value(k, v.Value), Read: Value(k, v.Read.Value), Value: v.Value}
		}
	}
}

// done is what was run on the date against its session, and what comes next.
func done(e *engine.Engine, r engine.Report, o Options) *wire.Done {
	rules := e.Rules()
	if r.Done == nil {
		return nil
	}
	d := coach.Done{Date: r.Date, Planned: r.Done.Planned, Run: coach.Run{Minutes: r.Done.Minutes, Km: r.Done.Km}, Done: r.Done.Done,
		Off: math.Abs(r.Done.Minutes - r.Done.Planned.Minutes)}
	out := &wire.Done{Minutes: round(d.Minutes, 1), Km: round(d.Km, 10), State: string(d.Outcome), Ran: o.ran(d.Run), Also: also(e.Diary(), r.Date, 0)}
	if d.Outcome != "" {
		against := asPlanned
		if !r.Plan.Covers(r.Date) { // the usual week stands in for a plan
			against = asUsual
		}
		out.Planned, out.Text = o.dayOf(r.Date, d.Planned, r.Plan), outcome(&d, rules, o, against)
	}
	for _, day := range r.Week[min(1, len(r.Week)):] {
		if day.After.Minutes > 0 && !day.Open {
			out.Next = day.Date.Weekday().String() + ": " + o.dayOf(day.Date, plan.After(day), r.Plan)
			if day.Date == r.Date+1 {
				out.Next = "Tomorrow: " + o.dayOf(day.Date, plan.After(day), r.Plan)
			}
			break
		}
	}
	return out
}
