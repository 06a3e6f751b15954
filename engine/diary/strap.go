package diary

import "strconv"

// StrapSource is the source of what is measured with a heart-rate strap, lying or
// sitting in the morning, in the app itself.
const StrapSource = "strap"

// Strap is one such measurement: the intervals between heartbeats as they came, and what
// package beats read of them when it was entered. A date may have several, of which the
// last is the morning's reading. Off with the moment of one takes it back.
type Strap struct {
	Stamp
	RR    []uint16 // ms
	RMSSD float32  // ms
	HR    float32  // beats a minute
	Wrong uint16   // beats that were left out
	Off   bool
}

func (v *Strap) of() (string, bool) { return strconv.FormatInt(v.At, 10), v.Off }

func (v *Strap) pack(p *packer) {
	p.stamp(&v.Stamp)
	column(p, &v.RR)
	p.float(&v.RMSSD)
	p.float(&v.HR)
	unsigned(p, &v.Wrong)
	p.flag(&v.Off)
}

func (v *Strap) tidy() bool { return HRV.Valid(float64(v.RMSSD)) && RestingHR.Valid(float64(v.HR)) }

// strapped is the two series of measurements with a strap, each date's last.
func strapped(list []Strap) []Series {
	if len(list) == 0 {
		return nil
	}
	hrv := Series{Kind: HRV, Source: StrapSource, Metric: MetricMorningRMSSD}
	rest := Series{Kind: RestingHR, Source: StrapSource, Metric: MetricMorningRHR}
	for i, v := range list { // in order of date, then of moment
		if i+1 < len(list) && list[i+1].Date == v.Date {
			continue
		}
		hrv.Points = append(hrv.Points, Point{v.Date, float64(v.RMSSD), v.At, ByDevice})
		rest.Points = append(rest.Points, Point{v.Date, float64(v.HR), v.At, ByDevice})
	}
	return []Series{hrv, rest}
}

// ChangedStraps is [Changed] of measurements with a strap, which bear their moment.
func ChangedStraps(a, b []Strap) (from Date, ok bool) {
	n := 0
	for n < len(a) && n < len(b) && a[n].Stamp == b[n].Stamp && a[n].RMSSD == b[n].RMSSD && a[n].HR == b[n].HR {
		n++
	}
	for _, rest := range [...][]Strap{a[n:], b[n:]} {
		if len(rest) > 0 && (!ok || rest[0].Date < from) {
			from, ok = rest[0].Date, true
		}
	}
	return from, ok
}

// Filed reports whether files tell the series, and not the runner by what they typed or
// measured in the app.
func (s *Series) Filed() bool { return s.Metric != MetricTyped && s.Source != StrapSource }
