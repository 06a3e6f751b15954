package diary

import "testing"

// One source's windows of one night, as exports have them: the same window twice, with
// and without stages; two main sleeps of a date; a date that the source gives; a nap that
// only the source can know.
func TestNightsOfAnExport(t *testing.T) {
	const midnight = 20000 * int64(dayLong)
	at := func(hour float64) int64 { return midnight + int64(3600*hour) }
	staged := func(from, to float64, light float32) Night {
		return Night{Start: at(from), End: at(to), Light: light, Staged: true}
	}
	total := func(from, to float64, minutes float32) Night {
		return Night{Start: at(from), End: at(to), Total: minutes}
	}
	dated := func(n Night, t Date) Night { n.Day = t; return n }
	nap := func(n Night) Night { n.Nap = true; return n }
	for name, c := range map[string]struct {
		nights []Night
		metric Metric
		want   float64
		date   Date
		naps   int
	}{
		"classic and staged":             {[]Night{total(-1, 7, 455), staged(-1, 7, 430)}, MetricStaged, 430, 20000, 0},
		"the same twice":                 {[]Night{staged(-1, 7, 430), staged(-1, 7, 430)}, MetricStaged, 430, 20000, 0},
		"an account that grows":          {[]Night{total(-1, 0.1, 60), total(-1, 3, 230), total(-1, 7, 450)}, MetricAsleep, 450, 20000, 0},
		"two main sleeps, an hour apart": {[]Night{total(-1, 3, 220), total(4, 7, 170)}, MetricAsleep, 390, 20000, 0},
		"two, four hours apart":          {[]Night{total(-1, 3, 220), total(7, 9, 115)}, MetricAsleep, 220, 20000, 1},
		"a total beside stages":          {[]Night{staged(-1, 3, 220), total(4, 7, 170)}, MetricStaged, 220, 20000, 1},
		"the source's own date":          {[]Night{dated(staged(-1, 7, 430), 19999)}, MetricStaged, 430, 19999, 0},
		"a nap by its source's word":     {[]Night{nap(total(19, 22, 170)), total(-1, 7, 450)}, MetricAsleep, 450, 20000, 1},
		"a nap next to the night":        {[]Night{nap(staged(7.5, 8, 25)), staged(-1, 7, 430)}, MetricStaged, 430, 20000, 1},
	} {
		d := Build([]File{{Via: "fitbit", Nights: c.nights}}, nil)
		naps, nights := 0, 0
		for _, n := range d.Nights {
			if n.Nap {
				naps++
			} else {
				nights++
			}
		}
		if len(d.Series) != 1 || len(d.Series[0].Points) != 1 {
			t.Errorf("%s: %+v", name, d.Series)
			continue
		}
		if s := d.Series[0]; s.Metric != c.metric || s.Points[0].Value != c.want || s.Points[0].Date != c.date || naps != c.naps || nights != 1 {
			t.Errorf("%s: %s %+v, %d nights and %d naps", name, s.Metric, s.Points, nights, naps)
		}
	}
}
