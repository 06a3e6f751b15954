package healthconnect

import (
	"cmp"
	"math"
	"slices"

	"rebound/engine/diary"
	"rebound/engine/watch/sqlite"
)

// A session is at most two days long; the steps of all are bounded, as ten years of
// two hours a day.
const (
	longest  = 48 // hours
	maxSteps = 10 * 365 * 2 * 3600 / diary.TrackStep
)

// session is one of exercise, in Unix milliseconds.
type session struct {
	id, app    int64
	start, end int64
	kind       int64
	by         []account
}

// account is what one app measured during a session.
type account struct {
	app     int64
	heart   []step
	speed   []step // mm/s
	samples int
	most    uint8 // bpm
	meters  float64
	ascent  float64 // m
}

// step is the sum and the number of the samples of diary.TrackStep seconds.
type step struct {
	sum uint32
	n   uint16
}

func (x *export) session(v []sqlite.Value) {
	s := session{id: whole(v[0]), app: whole(v[1]), start: whole(v[2]), end: whole(v[3]), kind: whole(v[5])}
	if !span(s.start, s.end, longest) {
		return
	}
	if len(x.sessions) >= maxSessions {
		x.full = true
		return
	}
	x.sessions = append(x.sessions, s)
	x.app(s.app).clock(s.start, v[4])
}

// series goes through what was measured, and keeps what lies within a session.
func (x *export) series(db *sqlite.DB) error {
	if len(x.sessions) == 0 {
		return nil
	}
	steps := 0
	put := func(app, at int64, f func(a *account, column func(*[]step) *step)) {
		x.within(at, at, func(s *session) {
			a := s.account(app)
			f(a, func(c *[]step) *step {
				if *c == nil {
					n := int((s.end-s.start)/1000)/diary.TrackStep + 1
					if steps += n; steps > 2*maxSteps {
						x.full = true
						return &step{}
					}
					*c = make([]step, n)
				}
				return &(*c)[int((at-s.start)/1000)/diary.TrackStep]
			})
		})
	}
	return db.Scan([]sqlite.Columns{
		{"heart_rate_record_series_table", "parent_key", "epoch_millis", "beats_per_minute"},
		{"speed_record_table", "parent_key", "epoch_millis", "speed"},
		{"distance_record_table", "app_info_id", "start_time", "end_time", "distance"},
		{"elevation_gained_record_table", "app_info_id", "start_time", "end_time", "elevation"},
	}, func(table int, v []sqlite.Value) {
		switch table {
		case 0:
			if bpm := whole(v[2]); bpm > 0 && bpm < 256 {
				put(x.hearts.app(whole(v[0])), whole(v[1]), func(a *account, column func(*[]step) *step) {
					column(&a.heart).add(uint32(bpm))
					a.most = max(a.most, uint8(bpm))
					a.samples++
				})
			}
		case 1:
			if speed, ok := v[2].Float(); ok && speed >= 0 && speed < 60 {
				put(x.speeds.app(whole(v[0])), whole(v[1]), func(a *account, column func(*[]step) *step) {
					column(&a.speed).add(uint32(math.Round(speed * 1000)))
					a.samples++
				})
			}
		case 2:
			if meters, ok := v[3].Float(); ok && meters > 0 && meters < 1e6 {
				x.within(whole(v[1]), whole(v[2]), func(s *session) { s.account(whole(v[0])).meters += meters })
			}
		case 3:
			if up, ok := v[3].Float(); ok && up > 0 && up < 20_000 {
				x.within(whole(v[1]), whole(v[2]), func(s *session) { s.account(whole(v[0])).ascent += up })
			}
		}
	})
}

// within calls f with the sessions that a span lies in: one that is longer, such as a
// day's distance, is none of a session's.
func (x *export) within(start, end int64, f func(*session)) {
	i, _ := slices.BinarySearchFunc(x.sessions, start+1, func(s session, t int64) int { return cmp.Compare(s.start, t) })
	for i--; i >= 0 && start-x.sessions[i].start <= longest*3_600_000; i-- {
		if end <= x.sessions[i].end {
			f(&x.sessions[i])
		}
	}
}

// account is what an app measured during a session, made where it is new.
func (s *session) account(app int64) *account {
	i := slices.IndexFunc(s.by, func(a account) bool { return a.app == app })
	if i < 0 {
		i = len(s.by)
		s.by = append(s.by, account{app: app})
	}
	return &s.by[i]
}

func (s *step) add(v uint32) {
	if s.n < math.MaxUint16 {
		s.sum, s.n = s.sum+v, s.n+1
	}
}

// best is the account of the session's own app, or else of the one that measured the
// most of what is asked for.
func (s *session) best(measured func(account) float64) (best account) {
	for _, a := range s.by {
		m, most := measured(a), measured(best)
		own := a.app == s.app && m > 0
		if own || m > most || m == most && m > 0 && a.app < best.app {
			best = a
		}
		if own {
			break
		}
	}
	return best
}

// activities are the sessions of an app.
func (x *export) activities(id int64) (list []diary.Activity) {
	library := x.library()
	for i := range x.sessions {
		s := &x.sessions[i]
		if s.app != id {
			continue
		}
		a := diary.Activity{Start: s.start / 1000, Elapsed: float32(s.end-s.start) / 1000}
		a.Seconds = a.Elapsed
		a.Sport, a.Sub = sport(s.kind, library)
		a.Meters = float32(s.best(func(a account) float64 { return a.meters }).meters)
		if up := s.best(func(a account) float64 { return a.ascent }).ascent; up > 0 && up < 20_000 {
			a.Ascent, a.HasAscent = float32(up), true
		}
		with := s.best(func(a account) float64 { return float64(a.samples) })
		a.Track.HR, a.AvgHR = beats(with.heart)
		a.MaxHR = with.most
		a.Track.Speed = speeds(with.speed)
		list = append(list, a)
	}
	return list
}

// beats is the heart rate of each step, and the mean of those that have one.
func beats(steps []step) (out []uint8, mean uint8) {
	sum, n := 0, 0
	for i, s := range steps {
		if s.n == 0 {
			continue
		}
		if out == nil {
			out = make([]uint8, len(steps))
		}
		out[i] = uint8((s.sum + uint32(s.n)/2) / uint32(s.n))
		sum, n = sum+int(out[i]), n+1
	}
	if n > 0 {
		mean = uint8((sum + n/2) / n)
	}
	return out, mean
}

// speeds is the speed of each step; standing still is 1 mm/s, since 0 is not known.
func speeds(steps []step) (out []uint16) {
	for i, s := range steps {
		if s.n == 0 {
			continue
		}
		if out == nil {
			out = make([]uint16, len(steps))
		}
		out[i] = uint16(max(1, s.sum/uint32(s.n)))
	}
	return out
}
