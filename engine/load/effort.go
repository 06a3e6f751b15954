package load

import (
	"slices"

	"rebound/engine/diary"
)

// tellEfforts gives each session RPE to its session: the one that it names, else
// the longest of its date, because the runner rates the day's training and not
// its warm-up. What names a session counts before what names a date. A date
// without a recorded session is known by its note alone (see [History.ReportedHard]).
func (h *History) tellEfforts(efforts []diary.Effort) {
	var named []diary.Effort
	for _, e := range efforts {
		if e.Strength || !e.RPE.Said() {
			continue
		}
		if e.Start != 0 {
			named = append(named, e)
			continue
		}
		lo, hi := h.index(e.Date, e.Date)
		if lo == hi {
			h.unseen = append(h.unseen, e)
			continue
		}
		longest := lo
		for i := lo; i < hi; i++ {
			if h.Sessions[i].Minutes > h.Sessions[longest].Minutes {
				longest = i
			}
		}
		h.Sessions[longest].rate(e.RPE)
	}
	for _, e := range named {
		if s := h.starting(e.Date, e.Start); s != nil {
			s.rate(e.RPE)
		} else {
			h.unseen = append(h.unseen, e)
		}
	}
}

func (s *Session) rate(rpe diary.Score) { s.Effort, s.Rated = float64(rpe), true }

// sameStart is how far apart two files of one session may start, seconds: the
// copy that counts need not be the one that was rated.
const sameStart = 600

// starting is the session of a date that starts at an instant; nil for none.
func (h *History) starting(t diary.Date, start int64) *Session {
	lo, hi := h.index(t, t)
	best := (*Session)(nil)
	for i := lo; i < hi; i++ {
		s := &h.Sessions[i]
		if SameStart(s.Start, start) && (best == nil || apart(s.Start, start) < apart(best.Start, start)) {
			best = s
		}
	}
	return best
}

// SameStart reports whether two instants can be the start of one session.
func SameStart(a, b int64) bool { return apart(a, b) <= sameStart }

func apart(a, b int64) int64 { return max(a-b, b-a) }

// ReportedHard is the sessions from day a to day b that no file holds and that the
// runner rated hard. They have a date, an effort, and nothing else.
func (h *History) ReportedHard(a, b diary.Date) (out []Session) {
	for _, e := range h.unseen {
		if e.Date >= a && e.Date <= b && e.RPE.AtLeast(h.rules.HardRPE) {
			out = append(out, Session{Date: e.Date, Effort: float64(e.RPE), Source: diary.TypedSource})
		}
	}
	return out
}

// Expected is the session RPE (Foster 2001, 0 to 10) that a run's heart rate and
// pace make one expect.
type Expected struct {
	RPE  float64
	Runs int  // the runner's own rated runs behind it; 0: the table
	Own  bool // by the runner's own runs
}

// EffortDays is how far back the runner's own rated runs are looked for (ours).
const EffortDays = 180

// ExpectedEffort is what a run should have felt like. With effort_needs rated
// runs in the 180 days before it, it is the mean of two straight lines through
// them: RPE on mean heart rate, and RPE on mean speed (ours; a line that would
// fall counts as level). With fewer it is read from mean heart rate by a table.
// ok is false where neither is known.
//
// What a runner said of a pace is no measure of it, so that of a reported run nothing
// is expected, and none is a measure of others.
func (h *History) ExpectedEffort(s *Session) (out Expected, ok bool) {
	return h.expected(s, func(s *Session) bool { return !s.Reported })
}

// expected is the same by the runs that measures reports to tell, s among them.
func (h *History) expected(s *Session, measures func(*Session) bool) (out Expected, ok bool) {
	if !s.Run || !measures(s) {
		return out, false
	}
	var hr, speed line
	past := h.Between(s.Date-EffortDays, s.Date-1)
	for i := range past {
		if p := &past[i]; p.Run && p.Rated && measures(p) {
			out.Runs++
			hr.add(p.MeanHR(), p.Effort)
			speed.add(p.MeanSpeed(), p.Effort)
		}
	}
	needs := int(h.rules.EffortNeeds)
	sum, n := 0.0, 0.0
	for _, v := range []struct {
		line line
		x    float64
	}{{hr, s.MeanHR()}, {speed, s.MeanSpeed()}} {
		if v.x > 0 && len(v.line.x) >= needs {
			sum, n = sum+v.line.at(v.x), n+1
		}
	}
	if n > 0 {
		out.Own, out.RPE = true, min(max(sum/n, 0), 10)
		return out, true
	}
	m := h.Max(s.Date)
	if s.MeanHR() == 0 || m.BPM == 0 {
		return Expected{}, false
	}
	return Expected{RPE: effortByShare(s.MeanHR() / m.BPM)}, true
}

// Harder reports whether a run felt harder than expected, by effort_over; false
// where either is not known.
func (h *History) Harder(s *Session) (x Expected, over bool) {
	if !s.Rated {
		return x, false
	}
	x, ok := h.ExpectedEffort(s)
	return x, ok && h.over(s, x)
}

func (h *History) over(s *Session, x Expected) bool {
	return s.Effort-x.RPE >= h.rules.EffortOver-1e-9
}

// effortTable is RPE by share of max HR. The bands are those of Garber 2011
// (light to 63%, moderate to 76%, vigorous to 95%); putting them on Foster's
// scale is convention.
var effortTable = [...][2]float64{{0.50, 1}, {0.63, 2}, {0.76, 3.5}, {0.86, 5.5}, {0.95, 8}, {1, 10}}

func effortByShare(share float64) float64 {
	i := 1
	for i < len(effortTable)-1 && share > effortTable[i][0] {
		i++
	}
	a, b := effortTable[i-1], effortTable[i]
	v := a[1] + (b[1]-a[1])*(share-a[0])/(b[0]-a[0])
	return min(max(v, a[1]), b[1])
}

// shareByEffort is the share of max HR at which a run feels like an RPE, by the same
// table.
func shareByEffort(rpe float64) float64 {
	i := 1
	for i < len(effortTable)-1 && rpe > effortTable[i][1] {
		i++
	}
	a, b := effortTable[i-1], effortTable[i]
	return a[0] + (b[0]-a[0])*min(max((rpe-a[1])/(b[1]-a[1]), 0), 1)
}

// line is a straight line by least squares through the points added.
type line struct{ x, y []float64 }

func (l *line) add(x, y float64) {
	if x > 0 {
		l.x, l.y = append(l.x, x), append(l.y, y)
	}
}

// at reads the line at x, not beyond the points that it was drawn through: what
// was never run is not guessed. A falling line is level.
func (l *line) at(x float64) float64 {
	mx, _ := meanSD(l.x)
	my, _ := meanSD(l.y)
	xy, xx := 0.0, 0.0
	for i := range l.x {
		xy += (l.x[i] - mx) * (l.y[i] - my)
		xx += (l.x[i] - mx) * (l.x[i] - mx)
	}
	if xx == 0 || xy < 0 {
		return my
	}
	x = min(max(x, slices.Min(l.x)), slices.Max(l.x))
	return my + xy/xx*(x-mx)
}
