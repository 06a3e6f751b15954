package fitfile

import (
	"bytes"
	"fmt"
	"math"
	"slices"

	"github.com/muktihari/fit/encoder"
	"github.com/muktihari/fit/profile/basetype"
	"github.com/muktihari/fit/profile/typedef"
	"github.com/muktihari/fit/profile/untyped/fieldnum"
	"github.com/muktihari/fit/profile/untyped/mesgnum"
	"github.com/muktihari/fit/proto"

	"rebound/engine/diary"
)

// fitEpoch is 31 December 1989, from which FIT counts its seconds.
const fitEpoch = 631065600

// fileTypes is file_id.type by kind.
var fileTypes = map[string]uint8{
	"activity":   uint8(typedef.FileActivity),
	"monitoring": uint8(typedef.FileMonitoringB),
	"metrics":    fileMetrics,
	"sleep":      fileSleep,
	"hrv_status": fileHRVStatus,
}

// eventSleep is the event whose start and stop bound a sleep window; it is not
// in the public profile either.
const eventSleep = 74

// Encode writes f as the FIT file that a watch would have written, so that
// [Read] gives f back. It knows the kinds activity, monitoring, metrics, sleep
// and hrv_status, and fails on the others and on what FIT has no message for
// (typed values, a resting RMSSD without its beats).
func Encode(f diary.File) ([]byte, error) { return encode(f, diary.TrackStep) }

// EncodeSeconds is Encode with a record for each second instead of one for each
// step of the track, as today's watches write them: five times the bytes. Within
// a step the values waver about its own, so that the file packs no better than a
// real one and still reads back as f.
func EncodeSeconds(f diary.File) ([]byte, error) { return encode(f, 1) }

func encode(f diary.File, every int) ([]byte, error) {
	fileType, ok := fileTypes[f.Kind]
	if !ok {
		return nil, fmt.Errorf("no FIT file type holds %q", f.Kind)
	}
	maker := typedef.ManufacturerFromString(f.Device.Maker)
	if f.Device.Maker == "" {
		maker = typedef.ManufacturerInvalid
	} else if maker == typedef.ManufacturerInvalid {
		return nil, fmt.Errorf("FIT knows no manufacturer %q", f.Device.Maker)
	}
	w := &writer{every: every}
	w.add(mesgnum.FileId,
		enum(fieldnum.FileIdType, fileType),
		u16(fieldnum.FileIdManufacturer, uint16(maker)),
		u16(fieldnum.FileIdProduct, f.Device.Product),
		when(fieldnum.FileIdTimeCreated, created(f)),
		cell(fieldnum.FileIdSerialNumber, basetype.Uint32z, proto.Uint32(f.Device.Serial)))
	for _, p := range f.Persons {
		w.person(p)
	}
	if f.Kind != "activity" {
		for _, c := range f.Clocks {
			w.add(mesgnum.MonitoringInfo,
				when(fieldnum.MonitoringInfoTimestamp, c.At),
				when(fieldnum.MonitoringInfoLocalTimestamp, c.At+int64(c.Offset)))
		}
	}
	if err := w.body(f); err != nil {
		return nil, err
	}
	for i := range f.Activities {
		if err := w.activity(&f.Activities[i]); err != nil {
			return nil, err
		}
	}
	if f.Kind == "activity" {
		w.closeActivity(f)
	}
	var b bytes.Buffer
	enc := encoder.New(&b, encoder.WithHeaderOption(encoder.HeaderOptionNormal, 15), encoder.WithProtocolVersion(proto.V2))
	if err := enc.Encode(&proto.FIT{Messages: w.messages}); err != nil {
		return nil, fmt.Errorf("FIT encoder: %w", err)
	}
	return b.Bytes(), nil
}

// created is the earliest moment that f speaks of.
func created(f diary.File) int64 {
	at := int64(math.MaxInt64)
	for _, c := range f.Clocks {
		at = min(at, c.At)
	}
	for _, r := range f.Resting {
		at = min(at, r.At)
	}
	for _, h := range f.HRV {
		at = min(at, h.At)
	}
	for _, d := range f.Daily {
		at = min(at, d.At)
	}
	for _, n := range f.Nights {
		at = min(at, n.Start)
	}
	for i := range f.Activities {
		at = min(at, f.Activities[i].Start)
	}
	if at == math.MaxInt64 {
		return fitEpoch
	}
	return at
}

// body writes what was measured outside sessions.
func (w *writer) body(f diary.File) error {
	if len(f.Typed) > 0 || len(f.Tags) > 0 {
		return fmt.Errorf("no FIT message holds what a runner typed")
	}
	for _, n := range f.Nights {
		w.night(n)
	}
	for _, h := range f.HRV {
		if h.Metric != diary.MetricOvernight {
			return fmt.Errorf("no FIT message holds %s", h.Metric)
		}
		w.add(mesgnum.HrvStatusSummary,
			when(fieldnum.HrvStatusSummaryTimestamp, h.At),
			u16(fieldnum.HrvStatusSummaryLastNightAverage, scaled(h.Value, 128)))
	}
	for _, d := range f.Daily {
		switch d.Name {
		case "stress":
			w.add(mesgnum.StressLevel,
				when(fieldnum.StressLevelStressLevelTime, d.At),
				i16(fieldnum.StressLevelStressLevelValue, d.Value, 1))
		case "respiration":
			w.add(mesgnum.RespirationRate,
				when(fieldnum.RespirationRateTimestamp, d.At),
				i16(fieldnum.RespirationRateRespirationRate, d.Value, 100))
		case "vo2max":
			w.add(mesgnum.MaxMetData,
				when(fieldnum.MaxMetDataUpdateTime, d.At),
				u16(fieldnum.MaxMetDataVo2Max, scaled(d.Value, 10)))
		default:
			return fmt.Errorf("no FIT message holds %q", d.Name)
		}
	}
	for _, r := range f.Resting {
		w.add(mesgnum.MonitoringHrData,
			when(fieldnum.MonitoringHrDataTimestamp, r.At),
			u8(fieldnum.MonitoringHrDataCurrentDayRestingHeartRate, uint8(r.Value)))
	}
	return nil
}

// Sleep levels; 0 is unmeasurable.
const (
	levelUnmeasurable = iota
	levelAwake
	levelLight
	levelDeep
	levelREM
)

// night writes the window and its levels. A diary keeps only each stage's sum:
// they are laid out as four cycles, deep sleep before REM. What the sums leave
// of the window, and all of one without stages, is unmeasurable.
func (w *writer) night(n diary.Night) {
	const cycles = 4
	event := func(at int64, kind uint8) {
		w.add(mesgnum.Event, when(fieldnum.EventTimestamp, at),
			enum(fieldnum.EventEvent, eventSleep), enum(fieldnum.EventEventType, kind))
	}
	at := n.Start
	level := func(level uint8, seconds int64) {
		if seconds > 0 && at < n.End {
			w.add(mesgnum.SleepLevel, when(fieldnum.SleepLevelTimestamp, at), enum(fieldnum.SleepLevelSleepLevel, level))
			at += seconds
		}
	}
	event(n.Start, uint8(typedef.EventTypeStart))
	// share is the part of a stage that falls in one cycle, in whole seconds
	// that add up to the stage.
	share := func(minutes float32, cycle int64) int64 {
		s := int64(math.Round(float64(minutes) * 60))
		return s*(cycle+1)/cycles - s*cycle/cycles
	}
	for c := range int64(cycles) {
		if n.Staged {
			level(levelLight, share(n.Light, c))
			level(levelDeep, share(n.Deep, c))
			level(levelREM, share(n.REM, c))
		}
		level(levelAwake, share(n.Wake, c))
	}
	level(levelUnmeasurable, n.End-at)
	event(n.End, uint8(typedef.EventTypeStop))
}

func (w *writer) person(p diary.Person) {
	fields := []proto.Field{
		known8(fieldnum.UserProfileRestingHeartRate, p.RestingHR),
		known8(fieldnum.UserProfileDefaultMaxHeartRate, p.MaxHR),
		known8(fieldnum.UserProfileAge, p.Age),
		known16(fieldnum.UserProfileWeight, scaled(p.WeightKg, 10)),
	}
	if i := slices.Index([]string{"female", "male"}, p.Sex); i >= 0 {
		fields = append(fields, enum(fieldnum.UserProfileGender, uint8(i)))
	}
	w.add(mesgnum.UserProfile, fields...)
}

func rounded(v float32, scale float64) float64 { return math.Round(float64(v) * scale) }
func scaled(v float32, scale float64) uint16   { return uint16(rounded(v, scale)) }
func scaled32(v float32, scale float64) uint32 { return uint32(rounded(v, scale)) }
