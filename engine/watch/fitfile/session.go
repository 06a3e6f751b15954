package fitfile

import (
	"cmp"
	"slices"

	"github.com/muktihari/fit/profile/typedef"
	"github.com/muktihari/fit/profile/untyped/fieldnum"

	"rebound/engine/diary"
)

// session is a session message: its totals, when it says that it began, and when
// it was written (FIT seconds, 0 when not said).
type session struct {
	diary.Activity
	start, at uint32
	newer     bool // its sport or sub-sport has no name yet
}

// generic reports whether the session is of no sport, or of breathing.
func (s *session) generic() bool {
	return s.Sub == breathing || s.Sport == "" && !s.newer && s.Sub == ""
}

var breathing = typedef.SubSportBreathing.String()

// end is when the session ended, 0 when that is not known.
func (s *session) end() uint32 {
	if s.start != 0 && s.Elapsed > 0 {
		return s.start + uint32(s.Elapsed)
	}
	return s.at
}

// lap is a lap message with the time it began.
type lap struct {
	diary.Lap
	start uint32
}

// timerEvent is one start or stop of the timer.
type timerEvent struct {
	at      uint32
	running bool
}

func (r *reader) session(m message) {
	s := session{start: m.seconds(fieldnum.SessionStartTime), at: m.at}
	s.Sport, s.Sub = sportNames(m, fieldnum.SessionSport, fieldnum.SessionSubSport)
	sport, sub := m.positive(fieldnum.SessionSport), m.positive(fieldnum.SessionSubSport)
	s.newer = sport > 0 && s.Sport == "" || sub > 0 && s.Sub == ""
	s.Elapsed = float32(m.positive(fieldnum.SessionTotalElapsedTime)) / 1000
	s.Seconds = float32(m.positive(fieldnum.SessionTotalTimerTime)) / 1000
	s.Meters = float32(m.positive(fieldnum.SessionTotalDistance)) / 100
	if v, ok := m.number(fieldnum.SessionTotalAscent); ok && v >= 0 {
		s.Ascent, s.HasAscent = float32(v), true
	}
	s.AvgHR, s.MaxHR = m.bpm(fieldnum.SessionAvgHeartRate), m.bpm(fieldnum.SessionMaxHeartRate)
	r.sessions = append(r.sessions, s)
}

func (r *reader) lap(m message) {
	l := lap{start: m.seconds(fieldnum.LapStartTime)}
	if l.start == 0 {
		l.start = m.at
	}
	l.Seconds = float32(m.positive(fieldnum.LapTotalTimerTime)) / 1000
	l.Meters = float32(m.positive(fieldnum.LapTotalDistance)) / 100
	l.AvgHR = m.bpm(fieldnum.LapAvgHeartRate)
	if v, ok := m.number(fieldnum.LapIntensity); ok && v < int64(typedef.IntensityOther) {
		l.Intensity = typedef.Intensity(v).String()
	}
	r.said(sportNames(m, fieldnum.LapSport, fieldnum.LapSubSport))
	r.laps = append(r.laps, l)
}

// event reads what the timer and the sleep window say.
func (r *reader) event(m message) {
	what, ok := m.number(fieldnum.EventEvent)
	kind, known := m.number(fieldnum.EventEventType)
	if !ok || !known || m.at == 0 || m.at >= lastDate {
		return
	}
	start := typedef.EventType(kind) == typedef.EventTypeStart
	switch what {
	case int64(typedef.EventTimer):
		stop := slices.Contains([]typedef.EventType{typedef.EventTypeStop, typedef.EventTypeStopAll,
			typedef.EventTypeStopDisable, typedef.EventTypeStopDisableAll}, typedef.EventType(kind))
		if start || stop {
			r.timer = append(r.timer, timerEvent{m.at, start})
		}
	case eventSleep:
		if plausible(m.at) && (start || typedef.EventType(kind) == typedef.EventTypeStop) {
			r.bounds = append(r.bounds, bound{m.at, start})
		}
	}
}

// addActivities makes one Activity of each session with the records and laps of
// its time, and one of the records that no session claims when the file broke
// off before the session was written.
func (r *reader) addActivities(broken bool) {
	r.dropStray(broken)
	r.deriveSpeed()
	r.beginSessions()
	if n := len(r.sessions); n == 0 && len(r.rows) > 0 {
		r.sessions = append(r.sessions, r.unfinished(r.rows, broken))
	} else if n > 0 && broken {
		if end := r.sessions[n-1].end(); end != 0 {
			if rest := r.after(end + 60); len(rest) > 0 {
				r.sessions = append(r.sessions, r.unfinished(rest, true))
			}
		}
	}
	for i := range r.sessions {
		s := &r.sessions[i]
		if s.start == 0 {
			continue
		}
		rows, until := r.of(i)
		a := s.Activity
		a.Start = unix(s.start)
		for _, l := range r.laps {
			if (l.start >= s.start || i == 0) && l.start < until {
				a.Laps = append(a.Laps, l.Lap)
			}
		}
		r.fillFromRows(&a, rows, s.start)
		a.Track = r.makeTrack(rows, s.start)
		r.out.Activities = append(r.out.Activities, a)
	}
}

// of is the records of a session, and the time at which the next begins.
func (r *reader) of(i int) (rows []row, until uint32) {
	until = missing
	if i+1 < len(r.sessions) {
		until = r.sessions[i+1].start
	}
	rows = r.after(r.sessions[i].start)
	return rows[:len(rows)-len(r.after(until))], until
}

// beginSessions puts the sessions in order of their beginning. Where most records
// of one lie before it (some write the end there), the first of them is it.
func (r *reader) beginSessions() {
	for i := range r.sessions {
		if s := &r.sessions[i]; s.start == 0 && len(r.rows) > 0 {
			s.start = r.rows[0].at
		}
	}
	inOrder := func(a, b session) int { return cmp.Or(cmp.Compare(a.start, b.start), cmp.Compare(a.at, b.at)) }
	diary.SortBy(r.sessions, inOrder)
	ended := uint32(0)
	for i := range r.sessions {
		rows, _ := r.of(i)
		before := r.after(ended)
		before = before[:max(0, len(before)-len(r.after(r.sessions[i].start)))]
		if len(before) > len(rows) {
			r.sessions[i].start = before[0].at
		}
		ended = max(ended, r.sessions[i].end()+1)
	}
	diary.SortBy(r.sessions, inOrder)
}

// maxSpan is longer than any recording: what is further than this from the
// middle record is not of the same one.
const maxSpan = 7 * 86400

// dropStray leaves out the records and sessions whose time cannot be right,
// such as those that a damaged stretch happens to spell.
func (r *reader) dropStray(broken bool) {
	if len(r.rows) == 0 {
		return
	}
	middle := r.rows[len(r.rows)/2].at
	stray := func(at uint32) bool { return at > middle+maxSpan || at+maxSpan < middle }
	n := len(r.rows)
	if stray(r.rows[0].at) || stray(r.rows[n-1].at) { // they are in order of time
		r.rows = slices.DeleteFunc(r.rows, func(w row) bool { return stray(w.at) })
	}
	if broken {
		r.sessions = slices.DeleteFunc(r.sessions, func(s session) bool {
			return s.start == 0 || stray(s.start) || s.at != 0 && (s.at < s.start || s.at-s.start > maxSpan)
		})
	}
	if !broken {
		r.undated += n - len(r.rows)
	}
}

func byTime(a, b row) int { return cmp.Compare(a.at, b.at) }

// after is the rows from a time on.
func (r *reader) after(at uint32) []row {
	i, _ := slices.BinarySearchFunc(r.rows, at, func(w row, at uint32) int { return cmp.Compare(w.at, at) })
	return r.rows[i:]
}

// fillFromRows gives an Activity what its session message did not say.
func (r *reader) fillFromRows(a *diary.Activity, rows []row, start uint32) {
	if len(rows) == 0 {
		return
	}
	last := rows[len(rows)-1].at
	if a.Elapsed == 0 {
		a.Elapsed = float32(last - start)
	}
	if a.Seconds == 0 {
		a.Seconds = r.timed(start, last)
	}
	if a.AvgHR != 0 && a.MaxHR != 0 && a.Meters != 0 {
		return
	}
	var sum, n uint64
	var top, near, far uint32 = 0, missing, 0
	for i := range rows {
		if hr := rows[i].v[colHR]; hr != missing {
			sum, n, top = sum+uint64(hr), n+1, max(top, hr)
		}
		if d := rows[i].v[colDistance]; d != missing {
			near, far = min(near, d), max(far, d)
		}
	}
	if a.AvgHR == 0 && n > 0 {
		a.AvgHR = uint8((sum + n/2) / n)
	}
	if a.MaxHR == 0 {
		a.MaxHR = uint8(top)
	}
	if a.Meters == 0 && far > near {
		a.Meters = float32(far-near) / 100
	}
}

// timed is the seconds between two times that the timer ran: all of them when
// the file has no timer events.
func (r *reader) timed(from, to uint32) float32 {
	running, since, total := true, from, uint32(0)
	for _, e := range r.timer {
		at := min(max(e.at, from), to)
		if running && !e.running {
			total += at - min(since, at)
		}
		if e.running != running {
			since = at
		}
		running = e.running
	}
	if running {
		total += to - min(since, to)
	}
	return float32(total)
}
