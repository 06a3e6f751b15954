package fitfile

import (
	"github.com/muktihari/fit/profile/untyped/fieldnum"
	"github.com/muktihari/fit/profile/untyped/mesgnum"

	"rebound/engine/diary"
)

// reader gathers what the parts of one file hold.
type reader struct {
	layouts [16]layout
	onlyID  bool

	out        diary.File
	id         ID
	identified bool
	undated    int     // entries left out for their dates
	untimed    int     // records that bear no time
	probably   string  // what an unfinished recording was taken for by its looks, "a run"
	artefacts  float64 // share of artefacts that spoilt a resting recording
	strap      strap   // what it handed over, of all parts
	before     int     // activities of the parts before
	steps      int     // track steps made so far, against maxSteps

	// Of the part being read.
	suspect  bool   // the gate found it wrong
	named    bool   // its file_id has been read
	kind     string // by its file_id, "" before that or where that has no type
	at       uint32 // the last timestamp, which compressed ones count from
	started  uint32 // the first plausible timestamp or file_id's
	rows     []row
	seen     columnSet
	meters16 uint32 // accumulated compressed distance, 1/16 m
	packed   uint32 // its last 12 bits
	sessions []session
	laps     []lap
	timer    []timerEvent
	ends     []localEnd
	lag      uint32 // from system time to local time, 0 when not known
	sports   []saidSport
	person   diary.Person
	beats    []uint16
	beatsAt  uint32
	levels   []level
	bounds   []bound
	hourly   [2]hourlyMean
}

// reset forgets the last file and keeps the buffers.
func (r *reader) reset() {
	r.onlyID, r.out, r.id, r.identified = false, diary.File{}, ID{Kind: "other"}, false
	r.undated, r.untimed, r.artefacts, r.steps, r.probably = 0, 0, 0, 0, ""
	r.strap.rates, r.suspect = r.strap.rates[:0], false
	r.resetPart()
}

func (r *reader) resetPart() {
	for i := range r.layouts {
		r.layouts[i].size = 0
	}
	r.named = false
	r.kind, r.at, r.started, r.rows, r.seen, r.meters16, r.packed = "", 0, 0, r.rows[:0], 0, 0, 0
	r.sessions, r.laps, r.timer, r.ends, r.lag, r.sports = r.sessions[:0], nil, r.timer[:0], r.ends[:0], 0, r.sports[:0]
	r.person, r.beats, r.beatsAt = diary.Person{}, r.beats[:0], 0
	r.strap.set = false
	r.levels, r.bounds = r.levels[:0], r.bounds[:0]
	r.hourly = [2]hourlyMean{{name: "stress"}, {name: "respiration"}}
}

// closePart turns what a part gathered into diary records.
func (r *reader) closePart(broken bool) {
	for i := range r.hourly {
		r.closeHour(&r.hourly[i])
	}
	r.addNights(broken)
	r.addPerson()
	if r.recording() { // a course, too, has laps and records
		r.setClock()
		if !r.ordinary() {
			if broken {
				r.dropFragments()
			}
			r.joinStretches()
			r.orderRows()
		}
		r.dropUndated()
		r.addActivities(broken)
	}
	if r.recording() || r.kind == "hrv_status" {
		r.addResting()
	}
	r.addEnds()
}

// recording reports whether the part may hold sessions: by its type, or by its
// content where no type is said.
func (r *reader) recording() bool { return r.kind == "activity" || r.kind == "" }

// message sends every message but records to what reads it.
func (r *reader) message(m message) {
	switch m.num {
	case mesgnum.FileId:
		r.fileID(m)
	case mesgnum.Session:
		r.session(m)
	case mesgnum.Lap:
		r.lap(m)
	case mesgnum.Event:
		r.event(m)
	case mesgnum.Sport:
		r.said(sportNames(m, fieldnum.SportSport, fieldnum.SportSubSport))
	case mesgnum.Activity:
		r.end(m)
	case mesgnum.MonitoringInfo:
		r.clock(m, fieldnum.MonitoringInfoLocalTimestamp)
	case mesgnum.TimestampCorrelation:
		r.clock(m, fieldnum.TimestampCorrelationLocalTimestamp)
	case mesgnum.UserProfile, mesgnum.ZonesTarget, mesgnum.HrZone:
		r.profile(m)
	case mesgnum.Hrv:
		r.intervals(m, fieldnum.HrvTime)
	case mesgnum.BeatIntervals:
		r.intervals(m, fieldnum.BeatIntervalsTime)
	case mesgnum.Hr:
		r.heartRates(m)
	case mesgnum.MonitoringHrData:
		r.resting(m)
	case mesgnum.StressLevel:
		r.stress(m)
	case mesgnum.RespirationRate:
		r.respiration(m)
	case mesgnum.MaxMetData:
		r.vo2max(m)
	case mesgnum.HrvStatusSummary:
		r.hrvStatus(m)
	case mesgnum.SleepLevel:
		r.sleepLevel(m)
	}
}

// fileID reads a part's file_id; the first part's names the whole file. Of two in
// one part the first holds: what a broken stretch happens to spell comes later.
func (r *reader) fileID(m message) {
	if r.named {
		return
	}
	r.named = true
	created := m.date(fieldnum.FileIdTimeCreated)
	r.started = created
	kind, ok := m.number(fieldnum.FileIdType)
	if ok {
		r.kind = kindOfType(byte(kind))
	} else { // some leave it out
		kind = 0xFF
	}
	if r.identified {
		return
	}
	r.id = newID(byte(kind), uint16(m.positive(fieldnum.FileIdManufacturer)), uint16(m.positive(fieldnum.FileIdProduct)),
		uint32(m.positive(fieldnum.FileIdSerialNumber)), unix(created))
	r.identified = true
}

// maxAside is further than a file's readings lie from its beginning.
const maxAside = 30 * 86400

// dated reports whether a measured message can be placed in time, and counts
// those that cannot. In a part whose checksum is wrong a time far from its
// beginning is what damage happened to spell.
func (r *reader) dated(at uint32) bool {
	if r.suspect && r.started != 0 && (at > r.started+maxAside || at+maxAside < r.started) {
		return false
	}
	return r.placed(at)
}

// placed is dated of a record, whose neighbours say more (see dropStray).
func (r *reader) placed(at uint32) bool {
	if !plausible(at) {
		r.undated++
		return false
	}
	if r.started == 0 {
		r.started = at
	}
	return true
}
