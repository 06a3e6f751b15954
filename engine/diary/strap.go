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

// strapped adds the two series of measurements with a strap, each date's last.
func (h *hands) strapped(r *Reported, choice *Choice) {
	if len(r.Straps) == 0 {
		return
	}
	for _, s := range [...]Series{{Kind: HRV, Metric: MetricMorningRMSSD}, {Kind: RestingHR, Metric: MetricMorningRHR}} {
		if s.Source = StrapSource; choice.First[s.Kind] == StrapSource {
			s.Tier = TierChosen
		}
		for i, v := range r.Straps { // in order of date, then of moment
			if i+1 < len(r.Straps) && r.Straps[i+1].Date == v.Date {
				continue
			}
			value := v.RMSSD
			if s.Kind == RestingHR {
				value = v.HR
			}
			s.Points = append(s.Points, Point{v.Date, float64(value), v.At, ByDevice})
		}
		h.out = append(h.out, s)
	}
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
