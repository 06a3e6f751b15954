package fitfile

import (
	"bytes"
	"slices"
	"testing"

	"github.com/muktihari/fit/decoder"
)

// hrMessages writes what a strap handed over: one beat with its time by the watch's
// clock, then beats a second apart, eight a message, as the low twelve bits.
func hrMessages(b *builder, at uint32, bpm []byte) *builder {
	const event = 4000 // so that the first step rolls over
	b.define(6, 132, false, def{253, 4, wUint32}, def{0, 2, wUint16}, def{6, 1, wUint8}, def{9, 4, wUint32}).data(6, at, 0, uint32(bpm[0]), event)
	b.define(7, 132, false, def{6, 8, wUint8}, def{10, 12, 0x0D})
	now := uint32(event)
	for bpm = bpm[1:]; len(bpm) >= 8; bpm = bpm[8:] {
		b.body = append(append(b.body, 7), bpm[:8]...)
		for range 4 {
			first, second := (now+ticks)&0xFFF, (now+2*ticks)&0xFFF
			now += 2 * ticks
			b.body = append(b.body, byte(first), byte(first>>8|second<<4), byte(second>>4))
		}
	}
	return b
}

func TestHeartRateOfASwim(t *testing.T) {
	bpm := make([]byte, 1+8*8)
	for i := range bpm {
		bpm[i] = byte(100 + i)
	}
	lengths := func() *builder { // of a pool, every 20 s, without heart rate
		b := newFile(4, false).define(1, 20, false, def{253, 4, wUint32}, def{5, 4, wUint32})
		for i := range uint32(4) {
			b.data(1, t0+i*20, i*2500)
		}
		return b
	}
	a := only(t, hrMessages(lengths().session(false, t0, 65), t0, bpm).file())
	if len(a.Track.HR) != 13 || a.Track.HR[0] != 102 || a.Track.HR[12] != 162 {
		t.Errorf("heart rate %v", a.Track.HR)
	}
	// Some put it in a part of its own, which is no session.
	apart := hrMessages(newFile(4, false), t0, bpm).file()
	a = only(t, append(lengths().session(false, t0, 65).file(), apart...))
	if len(a.Track.HR) != 13 || a.Track.HR[12] != 162 || a.AvgHR != 141 {
		t.Errorf("apart: heart rate %v, mean %d", a.Track.HR, a.AvgHR)
	}
	if f, err := Read(apart); err == nil && len(f.Activities) > 0 {
		t.Errorf("alone: %+v", f.Activities)
	}
	// Where the watch had a heart rate of its own, that one counts.
	b := newFile(4, false).records(false, t0, 30)
	a = only(t, hrMessages(b.session(false, t0, 65), t0, bpm).file())
	if len(a.Track.HR) != 13 || a.Track.HR[0] != 140 || a.Track.HR[5] != 140 || a.Track.HR[12] != 162 ||
		len(a.Track.Speed) != 13 || a.Track.Speed[5] != 3000 || a.Track.Speed[6] != 0 {
		t.Errorf("heart rate %v, speed %v", a.Track.HR, a.Track.Speed)
	}
	// Without the time of the first beat nothing says when it was.
	clockless := hrMessages(lengths().session(false, t0, 65), missing, bpm).file()
	if a := only(t, clockless); a.Track.HR != nil {
		t.Errorf("heart rate %v", a.Track.HR)
	}
}

// Garmin's own example of a swim, beat for beat as the other library has it.
func TestHeartRateOfTheOfficialSwim(t *testing.T) {
	data := moduleFiles(t)["muktihari/from_official_sdk/activity_poolswim_with_hr.fit"]
	file, err := decoder.New(bytes.NewReader(data)).Decode()
	if err != nil {
		t.Fatal(err)
	}
	var want []rate
	var base int64
	for i := range file.Messages {
		m := &file.Messages[i]
		if m.Num != 132 {
			continue
		}
		times := m.FieldValueByNum(9).SliceUint32()
		if at := m.FieldValueByNum(253).Uint32(); at != missing {
			base = int64(at)*1024 + int64(m.FieldValueByNum(0).Uint16())/32 - int64(times[0])
		}
		for k, bpm := range m.FieldValueByNum(6).SliceUint8() {
			want = append(want, rate{uint32((base + int64(times[k])) / 1024), bpm})
		}
	}
	r := newReader()
	defer r.release()
	if _, err := r.part(data); err != nil || len(want) < 1000 || !slices.Equal(r.strap.rates, want) {
		t.Errorf("%v: %d beats, the other library has %d", err, len(r.strap.rates), len(want))
	}
	a := only(t, data)
	for i, v := range a.Track.HR {
		if v == 0 || v > a.MaxHR {
			t.Errorf("step %d of %d: %d bpm, the session's highest is %d", i, len(a.Track.HR), v, a.MaxHR)
		}
	}
}
