package load

import "rebound/engine/diary"

// comparison is the easy runs of a span at one speed, or at one power.
type comparison struct {
	runs         []EasyRun // in order of date
	base         int       // of them, those that the last are compared with
	known        bool      // they are enough
	usual        float64   // the speed, m/s, or the power, W, that they are matched at
	last, before float64   // medians of heart rate there, bpm, where known
}

func (c *comparison) split() (base, last []EasyRun) { return c.runs[:c.base], c.runs[c.base:] }

// rise is how much higher heart rate was in the last runs, bpm.
func (c *comparison) rise() float64 { return c.last - c.before }

// compare matches the easy runs from day a to day b at their usual speed or, of runs
// by the watch of the last of them, at their usual power. What one watch takes for a
// watt is not what another does.
func (h *History) compare(a, b diary.Date, rest float64, power bool) (c comparison) {
	m := h.Max(b)
	if rest == 0 || m.BPM == 0 {
		return c
	}
	effort := func(s *Session) float64 {
		if power {
			return s.Steady.Power
		}
		return s.Steady.Speed
	}
	var steady []*Session
	past := h.Between(a, b)
	for i := len(past) - 1; i >= 0; i-- {
		s := &past[i]
		if h.easy(s, m, power) && !(power && len(steady) > 0 && s.Source != steady[0].Source) {
			steady = append(steady, s) // the latest first
		}
	}
	n := len(steady)
	c.base = max(0, n-int(h.rules.EasyRecent))
	if n == 0 {
		return c
	}
	of := c.base
	if of == 0 {
		of = n
	}
	stand := rest + standing
	var efforts, peaks []float64
	for _, s := range steady[n-of:] {
		efforts = append(efforts, effort(s))
		peaks = append(peaks, effort(s)*(m.BPM-stand)/max(s.Steady.HR-stand, 1))
	}
	c.usual = Median(efforts)
	k := (m.BPM - stand) / Median(peaks)
	c.runs = make([]EasyRun, n)
	for i, s := range steady {
		c.runs[n-1-i] = EasyRun{
			Date:   s.Date,
			Source: s.Source,
			HR:     stand + (s.Steady.HR-stand)*c.usual/effort(s),
			Index:  effort(s) - (s.Steady.HR-stand)/k,
		}
	}
	if c.known = c.base >= int(h.rules.EasyNeeds); c.known {
		base, last := c.split()
		hr := func(r EasyRun) float64 { return r.HR }
		c.last, c.before = Median(pick(last, hr)), Median(pick(base, hr))
	}
	return c
}

func pick(list []EasyRun, f func(EasyRun) float64) []float64 {
	out := make([]float64, len(list))
	for i, r := range list {
		out[i] = f(r)
	}
	return out
}

// EasyRunsBetween is every run from day a to day b that the check could use, at
// the usual easy speed of them all, for the picture.
func (h *History) EasyRunsBetween(a, b diary.Date, rest float64) []EasyRun {
	return h.compare(a, b, rest, false).runs
}

// easy reports whether a run is a steady easy one: flat, or of even power. Where
// something is not known it cannot tell, and is not used.
func (h *History) easy(s *Session, m MaxHR, power bool) bool {
	r, v := &h.rules, &s.Steady
	if power && (v.Power == 0 || v.PowerVary >= r.EasyVary) || !power && (!v.OK || v.Vary >= r.EasyVary || v.Climb >= r.EasyClimb) {
		return false
	}
	return s.Run && s.Minutes >= r.EasyMinutes && !h.heat[s.Date] && !h.Hard(s, m) && v.HR <= r.EasyShare*m.BPM
}

// blind reports whether no run from day a to day b has heart rate along the way: of none,
// too.
func (h *History) blind(a, b diary.Date) bool {
	past := h.Between(a, b)
	for i := range past {
		if past[i].Run && past[i].HRMinutes > 0 && !past[i].MeanOnly {
			return false
		}
	}
	return true
}

// felt is the check by what was felt: it fails when easy_felt of the last easy_felt_of
// easy runs felt harder than expected. Less than that is no pass: what was not said is
// unknown. A run is easy here by its laps and its length: its rating is in question.
// Without heart rate there is no better measure of a pace than the runner's word, so
// that runs reported with both minutes and km count as recorded ones do.
func (h *History) felt(a, b diary.Date) EasyCheck {
	out := EasyCheck{Blind: true}
	past := h.Between(a, b)
	for i := range past {
		out.Means = out.Means || past[i].Run && past[i].MeanOnly
	}
	for i := len(past) - 1; i >= 0 && out.Runs < int(h.rules.EasyFeltOf); i-- {
		s := &past[i]
		if !s.Run || s.Structured || s.Walks || s.Minutes < h.rules.EasyMinutes || h.heat[s.Date] || h.huge(s, MaxHR{}) {
			continue
		}
		if out.Runs++; out.Last == 0 {
			out.Last = s.Date
		}
		if x, ok := h.expected(s, ownPace); ok && s.Rated && h.over(s, x) {
			out.Felt++
		}
	}
	if out.Felt >= int(h.rules.EasyFelt) {
		out.State, out.By = EasyFail, ByFelt
	}
	return out
}

// ownPace reports whether what is known of a run's pace was recorded or reported, and not
// taken from other runs.
func ownPace(s *Session) bool { return !s.Reported || !s.Guessed && !s.Walks }
