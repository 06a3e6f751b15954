package fitfile

import (
	"github.com/muktihari/fit/profile/typedef"
	"github.com/muktihari/fit/profile/untyped/fieldnum"
	"github.com/muktihari/fit/profile/untyped/mesgnum"

	"rebound/engine/diary"
)

// maxOffset is as far as any clock on Earth is from UTC, in seconds.
const maxOffset = 14 * 3600

// clock reads a message that says the same moment in UTC and in local time.
func (r *reader) clock(m message, local byte) {
	if v, ok := m.number(local); ok && plausible(m.at) {
		r.addClock(m.at, v)
	}
}

func (r *reader) addClock(at uint32, local int64) {
	if off := local - int64(at); off >= -maxOffset && off <= maxOffset {
		r.out.Clocks = append(r.out.Clocks, diary.Clock{At: unix(at), Offset: int32(off)})
	}
}

// localEnd is an activity message: the same moment by the watch's clock and in
// local time.
type localEnd struct{ at, local uint32 }

// end keeps what the activity message says until it is known by which clock.
func (r *reader) end(m message) {
	local := m.date(fieldnum.ActivityLocalTimestamp)
	if local == 0 || m.at == 0 {
		return
	}
	if m.at < systemTime {
		r.lag = local - m.at
		return
	}
	r.ends = append(r.ends, localEnd{m.at, local})
}

func (r *reader) addEnds() {
	for _, e := range r.ends {
		r.addClock(e.at, int64(e.local))
	}
}

// localTime says that the times of a file are the local ones.
var localTime = diary.Clock{}

// resting reads today's resting heart rate. The 7-day mean beside it is never
// a day's reading and is not read.
func (r *reader) resting(m message) {
	if v := m.bpm(fieldnum.MonitoringHrDataCurrentDayRestingHeartRate); v > 0 && r.dated(m.at) {
		r.out.Resting = append(r.out.Resting, diary.Stamped{At: unix(m.at), Value: float32(v)})
	}
}

// hrvStatus reads the night's mean RMSSD, in 1/128 ms.
func (r *reader) hrvStatus(m message) {
	if v := m.positive(fieldnum.HrvStatusSummaryLastNightAverage); v > 0 && r.dated(m.at) {
		r.out.HRV = append(r.out.HRV, diary.HRVStamp{At: unix(m.at), Value: float32(v) / 128, Metric: diary.MetricOvernight})
	}
}

// hourlyMean thins out a background value. A watch writes stress every minute
// or three; the diary wants a day's mean, and 24 stamps give it as well as 1,440.
type hourlyMean struct {
	name     string
	first    uint32 // the hour's first time
	sum, cnt float64
}

func (r *reader) background(h *hourlyMean, at uint32, v float64) {
	if !r.dated(at) {
		return
	}
	if h.cnt > 0 && at/3600 != h.first/3600 {
		r.closeHour(h)
	}
	if h.cnt == 0 {
		h.first = at
	}
	h.sum, h.cnt = h.sum+v, h.cnt+1
}

func (r *reader) closeHour(h *hourlyMean) {
	if h.cnt > 0 {
		r.out.Daily = append(r.out.Daily, diary.DailyStamp{At: unix(h.first), Name: h.name, Value: float32(h.sum / h.cnt)})
	}
	h.sum, h.cnt = 0, 0
}

// stress is 0 to 100; below 0 the watch says why it has none.
func (r *reader) stress(m message) {
	at, _ := m.number(fieldnum.StressLevelStressLevelTime)
	if v, ok := m.number(fieldnum.StressLevelStressLevelValue); ok && v >= 0 && v <= 100 {
		r.background(&r.hourly[0], uint32(at), float64(v))
	}
}

// respiration is in 1/100 breaths a minute; below 0 the watch says why it has none.
func (r *reader) respiration(m message) {
	if v := m.positive(fieldnum.RespirationRateRespirationRate); v > 0 {
		r.background(&r.hourly[1], m.at, float64(v)/100)
	}
}

func (r *reader) vo2max(m message) {
	at, _ := m.number(fieldnum.MaxMetDataUpdateTime)
	if v := m.positive(fieldnum.MaxMetDataVo2Max); v > 0 && r.dated(uint32(at)) {
		r.out.Daily = append(r.out.Daily, diary.DailyStamp{At: unix(uint32(at)), Name: "vo2max", Value: float32(v) / 10})
	}
}

// profile gathers the watch's settings for its wearer, of which 0 is "not set".
func (r *reader) profile(m message) {
	p := &r.person
	switch m.num {
	case mesgnum.UserProfile:
		p.RestingHR = m.bpm(fieldnum.UserProfileRestingHeartRate)
		p.WeightKg = float32(m.positive(fieldnum.UserProfileWeight)) / 10
		p.Age = m.bpm(fieldnum.UserProfileAge)
		if v, ok := m.number(fieldnum.UserProfileGender); ok && v <= int64(typedef.GenderMale) {
			p.Sex = typedef.Gender(v).String()
		}
		p.MaxHR = max(p.MaxHR, m.bpm(fieldnum.UserProfileDefaultMaxRunningHeartRate), m.bpm(fieldnum.UserProfileDefaultMaxHeartRate))
	case mesgnum.ZonesTarget:
		p.MaxHR = max(p.MaxHR, m.bpm(fieldnum.ZonesTargetMaxHeartRate))
	case mesgnum.HrZone: // the top of the top zone is the maximum
		p.MaxHR = max(p.MaxHR, m.bpm(fieldnum.HrZoneHighBpm))
	}
}

func (r *reader) addPerson() {
	if r.person.MaxHR < 100 || r.person.MaxHR > 230 { // a top zone that ends at 254 has no end
		r.person.MaxHR = 0
	}
	if r.person == (diary.Person{}) || r.started == 0 {
		return
	}
	r.person.At = unix(r.started)
	r.out.Persons = append(r.out.Persons, r.person)
}
