package fitfile

import (
	"fmt"

	"github.com/muktihari/fit/profile/basetype"
	"github.com/muktihari/fit/profile/typedef"
	"github.com/muktihari/fit/profile/untyped/fieldnum"
	"github.com/muktihari/fit/profile/untyped/mesgnum"
	"github.com/muktihari/fit/proto"

	"rebound/engine/diary"
)

// activity writes one session: its records, laps and summary, between timer
// events.
func (w *writer) activity(a *diary.Activity) error {
	sport := typedef.SportFromString(string(a.Sport))
	if sport == typedef.SportInvalid {
		return fmt.Errorf("FIT knows no sport %q", a.Sport)
	}
	sub := typedef.SubSportGeneric
	if a.Sub != "" {
		if sub = typedef.SubSportFromString(a.Sub); sub == typedef.SubSportInvalid {
			return fmt.Errorf("FIT knows no sub-sport %q", a.Sub)
		}
	}
	end := a.Start + int64(a.Elapsed)
	// Of a file that is cut off only this says what sport it was.
	w.add(mesgnum.Sport, enum(fieldnum.SportSport, uint8(sport)), enum(fieldnum.SportSubSport, uint8(sub)))
	w.timer(a.Start, typedef.EventTypeStart)
	w.records(a)
	w.timer(end, typedef.EventTypeStopAll)
	at := float64(a.Start)
	for i, l := range a.Laps {
		start := int64(at)
		at += float64(l.Seconds)
		if err := w.lap(i, start, int64(at), l); err != nil {
			return err
		}
	}
	fields := []proto.Field{
		when(fieldnum.SessionTimestamp, end),
		when(fieldnum.SessionStartTime, a.Start),
		enum(fieldnum.SessionSport, uint8(sport)),
		enum(fieldnum.SessionSubSport, uint8(sub)),
		u32(fieldnum.SessionTotalElapsedTime, scaled32(a.Elapsed, 1000)),
		u32(fieldnum.SessionTotalTimerTime, scaled32(a.Seconds, 1000)),
		u32(fieldnum.SessionTotalDistance, scaled32(a.Meters, 100)),
		known8(fieldnum.SessionAvgHeartRate, a.AvgHR),
		known8(fieldnum.SessionMaxHeartRate, a.MaxHR),
		u16(fieldnum.SessionNumLaps, uint16(len(a.Laps))),
	}
	if a.HasAscent {
		fields = append(fields, u16(fieldnum.SessionTotalAscent, scaled(a.Ascent, 1)))
	}
	w.add(mesgnum.Session, fields...)
	return nil
}

func (w *writer) lap(i int, start, end int64, l diary.Lap) error {
	intensity := typedef.IntensityInvalid
	if l.Intensity != "" {
		if intensity = typedef.IntensityFromString(l.Intensity); intensity == typedef.IntensityInvalid {
			return fmt.Errorf("FIT knows no lap intensity %q", l.Intensity)
		}
	}
	w.add(mesgnum.Lap,
		when(fieldnum.LapTimestamp, end),
		u16(fieldnum.LapMessageIndex, uint16(i)),
		when(fieldnum.LapStartTime, start),
		u32(fieldnum.LapTotalElapsedTime, scaled32(l.Seconds, 1000)),
		u32(fieldnum.LapTotalTimerTime, scaled32(l.Seconds, 1000)),
		u32(fieldnum.LapTotalDistance, scaled32(l.Meters, 100)),
		known8(fieldnum.LapAvgHeartRate, l.AvgHR),
		enum(fieldnum.LapIntensity, uint8(intensity)))
	return nil
}

// records writes the records of each step of the track; a missing cell is a field
// left out, and a step of which nothing is known (a pause) is no record.
func (w *writer) records(a *diary.Activity) {
	for i := range a.Track.Len() {
		at := a.Start + int64(i)*diary.TrackStep
		for second := 0; second < diary.TrackStep; second += w.every {
			beats, mms := w.waver(second)
			w.record(&a.Track, i, at+int64(second), beats, mms)
		}
	}
}

// waver is what a second of a step differs by from the step's mean, in beats a
// minute and mm/s: nothing in all.
func (w *writer) waver(second int) (beats, mms int) {
	if w.every == diary.TrackStep {
		return 0, 0
	}
	return [...]int{0, 1, 0, -1, 0}[second], [...]int{0, 23, -9, 4, -18}[second]
}

// record writes one second of step i; what of it is not known is left out.
func (w *writer) record(t *diary.Track, i int, at int64, beats, mms int) {
	fields := []proto.Field{when(fieldnum.RecordTimestamp, at)}
	if len(t.HR) > 0 {
		fields = append(fields, known8(fieldnum.RecordHeartRate, wavered(t.HR[i], beats)))
	}
	if len(t.Cadence) > 0 {
		fields = append(fields, known8(fieldnum.RecordCadence, t.Cadence[i]))
	}
	if len(t.Speed) > 0 && t.Speed[i] != 0 {
		speed := wavered(t.Speed[i], mms)
		if speed == 1 { // the track's way to say 0
			speed = 0
		}
		fields = append(fields, u32(fieldnum.RecordEnhancedSpeed, uint32(speed)))
	}
	if len(t.Altitude) > 0 && t.Altitude[i] != diary.NoAltitude {
		fields = append(fields, u32(fieldnum.RecordEnhancedAltitude, scaled32(float32(t.Altitude[i])/2+500, 5)))
	}
	for _, c := range []struct {
		num   byte
		scale uint16 // FIT's unit in the track's
		cells []uint16
	}{
		{fieldnum.RecordPower, 1, t.Power},
		{fieldnum.RecordStanceTime, 1, t.StanceTime},
		{fieldnum.RecordStanceTimeBalance, 1, t.Balance},
		{fieldnum.RecordStepLength, 10, t.StepLength},
		{fieldnum.RecordVerticalRatio, 1, t.VertRatio},
		{fieldnum.RecordVerticalOscillation, 1, t.Oscillation},
	} {
		if len(c.cells) > 0 {
			fields = append(fields, known16(c.num, c.cells[i]*c.scale))
		}
	}
	if fields = present(fields); len(fields) > 1 {
		w.add(mesgnum.Record, fields...)
	}
}

// wavered is v and by, where a whole step's worth of such values stays in range.
func wavered[T uint8 | uint16](v T, by int) T {
	const room = 32
	if v <= room || v >= ^T(0)-room {
		return v
	}
	return T(int(v) + by)
}

func (w *writer) timer(at int64, kind typedef.EventType) {
	w.add(mesgnum.Event, when(fieldnum.EventTimestamp, at),
		enum(fieldnum.EventEvent, uint8(typedef.EventTimer)), enum(fieldnum.EventEventType, uint8(kind)))
}

// closeActivity writes the activity message, which says what the watch's clock
// showed; a clock observed at any other moment is another such message.
func (w *writer) closeActivity(f diary.File) {
	var seconds float32
	for i := range f.Activities {
		seconds += f.Activities[i].Seconds
	}
	for _, c := range f.Clocks {
		w.add(mesgnum.Activity,
			when(fieldnum.ActivityTimestamp, c.At),
			when(fieldnum.ActivityLocalTimestamp, c.At+int64(c.Offset)),
			u32(fieldnum.ActivityTotalTimerTime, scaled32(seconds, 1000)),
			u16(fieldnum.ActivityNumSessions, uint16(len(f.Activities))))
	}
}

// writer gathers messages. Fields are named by number alone: the encoder needs
// no more, and the profile's descriptions would weigh more than all else that writes.
type writer struct {
	messages []proto.Message
	every    int // seconds between records
}

func (w *writer) add(num uint16, fields ...proto.Field) {
	w.messages = append(w.messages, proto.Message{Num: typedef.MesgNum(num), Fields: present(fields)})
}

// present drops the fields that say nothing.
func present(fields []proto.Field) []proto.Field {
	kept := fields[:0]
	for _, f := range fields {
		if f.FieldBase != nil {
			kept = append(kept, f)
		}
	}
	return kept
}

func cell(num byte, base basetype.BaseType, v proto.Value) proto.Field {
	return proto.Field{FieldBase: &proto.FieldBase{Num: num, BaseType: base, Scale: 1}, Value: v}
}

func enum(num byte, v uint8) proto.Field  { return cell(num, basetype.Enum, proto.Uint8(v)) }
func u8(num byte, v uint8) proto.Field    { return cell(num, basetype.Uint8, proto.Uint8(v)) }
func u16(num byte, v uint16) proto.Field  { return cell(num, basetype.Uint16, proto.Uint16(v)) }
func u32(num byte, v uint32) proto.Field  { return cell(num, basetype.Uint32, proto.Uint32(v)) }
func when(num byte, at int64) proto.Field { return u32(num, uint32(at-fitEpoch)) }

func i16(num byte, v float32, scale float64) proto.Field {
	return cell(num, basetype.Sint16, proto.Int16(int16(rounded(v, scale))))
}

// known8 and known16 leave out a 0, which is how a diary says "not recorded".
func known8(num byte, v uint8) proto.Field {
	if v == 0 {
		return proto.Field{}
	}
	return u8(num, v)
}

func known16(num byte, v uint16) proto.Field {
	if v == 0 {
		return proto.Field{}
	}
	return u16(num, v)
}
