package apple

import (
	"cmp"
	"io"

	"rebound/engine/diary"
	"rebound/engine/watch/source"
	"rebound/engine/watch/trace"
)

// files makes what the export says into files, one a device, of a stream that ended
// with an error or with none.
func (r *reader) files(end error) []diary.File {
	r.sources.settle()
	r.zones.settle()
	o := out{zones: &r.zones, file: r.file}
	nights := r.nights()
	for i := range nights {
		n := &nights[i]
		f := o.of(r.sources.device(n.source, n.End), n.End)
		f.Nights = append(f.Nights, n.Night)
	}
	r.rested(&o)
	if end == nil || len(nights) > 0 {
		r.hrv(&o, r.sdnn, nights, diary.MetricNightSDNN, diary.MetricAnySDNN)
		r.hrv(&o, r.rmssd, nights, diary.MetricOvernight, diary.MetricAnyRMSSD)
	}
	r.sessions(&o)
	list := o.done()
	for i := range list {
		f := &list[i]
		f.Owner = r.owner
		switch {
		case end == io.ErrUnexpectedEOF:
			f.Partial = source.CutOff
		case r.lost:
			f.Partial = "it holds more records than Rebound can use, and the rest were left out"
		}
	}
	if len(list) > 0 && (r.person.Sex != "" || r.person.Age > 0) {
		r.person.At = r.exported
		list[0].Persons = []diary.Person{r.person}
	}
	return list
}

// sessions are the workouts with the heart rates of their time.
func (r *reader) sessions(o *out) {
	diary.SortBy(r.workouts, func(a, b workout) int { return cmp.Compare(a.Start, b.Start) })
	var maker trace.Maker
	for i := range r.workouts {
		w := &r.workouts[i]
		f := o.of(r.sources.device(w.source, w.Start), w.Start)
		if w.route != "" {
			f.Labels = append(f.Labels, diary.Label{Key: source.FileKey(w.route), Sport: w.Sport, Sub: w.Sub})
		}
		stood := int64(0)
		for _, p := range w.pauses {
			stood += max(0, min(p.end, w.end)-max(p.start, w.Start))
		}
		a := w.Activity
		if a.Elapsed = float32(w.end - w.Start); a.Seconds == 0 || a.Seconds > a.Elapsed+60 {
			a.Seconds = a.Elapsed - float32(stood)
		}
		r.along(&maker, w, a.Seconds)
		maker.Make(&a)
		f.Activities = append(f.Activities, a)
	}
}

// along adds the heart rates of a workout's time, of one source and none of its pauses,
// and a run's speeds between them, in order of time as far as they are.
func (r *reader) along(m *trace.Maker, w *workout, seconds float32) {
	heart := r.sourceOf(w)
	if heart < 0 {
		return
	}
	var paces []trace.Sample
	asked := w.Sport != diary.Running
	r.sources.list[heart].pulses.between(w.Start, w.end, func(at int64, bpm uint32) {
		if w.paused(at) {
			return
		}
		if !asked { // what has no heart rate is left to its route
			paces, asked = r.pacesOf(w, heart, seconds), true
		}
		for ; len(paces) > 0 && paces[0].At <= at; paces = paces[1:] {
			m.Add(paces[0])
		}
		s := trace.None()
		s.At, s.HR = at, uint8(bpm)
		m.Add(s)
	})
	for _, s := range paces {
		m.Add(s)
	}
}

// sourceOf is the source of a workout's heart rates: the one that recorded it, if it has
// a third as many as any, else the one that has most; -1 where none has any.
func (r *reader) sourceOf(w *workout) int {
	var may []int
	for i := range r.sources.list {
		if r.sources.list[i].pulses.may(w.Start, w.end) {
			may = append(may, i)
		}
	}
	if len(may) == 1 { // nothing to count
		return may[0]
	}
	best, most, own := -1, 0, 0
	for _, i := range may {
		n := 0
		r.sources.list[i].pulses.between(w.Start, w.end, func(int64, uint32) { n++ })
		if i == int(w.source) {
			own = n
		}
		if n > most {
			best, most = i, n
		}
	}
	if own > 0 && 3*own >= most {
		return int(w.source)
	}
	return best
}
