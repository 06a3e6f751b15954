package fitfile

import (
	"math"
	"strings"
	"testing"

	"rebound/engine/beats"
	"rebound/engine/diary"
)

// resting is n intervals of about 950 ms that swing with the breath.
func resting(n int) []uint16 {
	rr := make([]uint16, n)
	for i := range rr {
		rr[i] = uint16(950 + 60*math.Sin(float64(i)*1.3))
	}
	return rr
}

// A recording with beats is an HRV reading where it was rest as far as the file
// knows, and a session in any case.
func TestRestingRecording(t *testing.T) {
	spoilt := resting(180)
	for i := range spoilt {
		if i%4 == 0 {
			spoilt[i] = 500
		}
	}
	// steady is beats of one length, of a whole number of ms in all.
	steady := func(ms uint16, total int) []uint16 {
		rr := make([]uint16, total/int(ms))
		for i := range rr {
			rr[i] = ms + uint16(i%2)
		}
		return rr
	}
	const strength, yoga, breathing = 20, 43, 62
	want := beats.Read(resting(180)).RMSSD
	for name, c := range map[string]struct {
		rr         []uint16
		meters     uint32
		sport, sub uint32
		moves      uint32 // of 60 records: in so many with speed
		steps      uint32 // and with cadence
		hrv        bool
		partial    bool
	}{
		"resting":                 {rr: resting(180), hrv: true},
		"breathing":               {rr: resting(180), sport: 10, sub: breathing, hrv: true},
		"a few steps":             {rr: resting(180), meters: 40, moves: 6, steps: 6, hrv: true},
		"100 m":                   {rr: resting(180), meters: 100, hrv: true},
		"101 m":                   {rr: resting(180), meters: 101},
		"a walk":                  {rr: resting(180), meters: 400},
		"moving":                  {rr: resting(180), moves: 7},
		"stepping":                {rr: resting(180), steps: 7},
		"running with beats":      {rr: resting(180), sport: 1},
		"strength":                {rr: resting(180), sport: 10, sub: strength},
		"yoga":                    {rr: resting(180), sport: 10, sub: yoga},
		"generic yoga":            {rr: resting(180), sub: yoga},
		"a sport of tomorrow":     {rr: resting(180), sport: 201},
		"a sub-sport of tomorrow": {rr: resting(180), sub: 201},
		"two minutes":             {rr: steady(1000, 120_000), hrv: true},
		"under two minutes":       {rr: steady(1000, 119_000)},
		"a quarter of an hour":    {rr: steady(999, 899_000), hrv: true},
		"longer than that":        {rr: steady(1000, 901_000)},
		"a whole night":           {rr: resting(30000)},
		"100 bpm":                 {rr: steady(600, 300_000), hrv: true},
		"over 100 bpm":            {rr: steady(599, 300_000)},
		"noisy and still":         {rr: spoilt, partial: true},
	} {
		t.Run(name, func(t *testing.T) {
			b := newFile(4, false).define(3, 78, false, def{0, 10, wUint16})
			for _, v := range c.rr {
				b.data(3, uint32(v))
			}
			b.define(1, 20, false, def{253, 4, wUint32}, def{6, 2, wUint16}, def{4, 1, wUint8})
			for i := range uint32(60) {
				speed, cadence := uint32(0), uint32(0)
				if i < c.moves {
					speed = 1500
				}
				if i < c.steps {
					cadence = 60
				}
				b.data(1, t0+i, speed, cadence)
			}
			b.define(2, 18, false, def{253, 4, wUint32}, def{2, 4, wUint32}, def{8, 4, wUint32}, def{9, 4, wUint32}, def{5, 1, wEnum}, def{6, 1, wEnum}).
				data(2, t0+180, t0, 180_000, c.meters*100, c.sport, c.sub)
			f := read(t, b.file())
			if len(f.Activities) != 1 || (len(f.HRV) == 1) != c.hrv || (f.Partial != "") != c.partial {
				t.Fatalf("%d activities, HRV %v, partial %q", len(f.Activities), f.HRV, f.Partial)
			}
			if name == "resting" && (f.HRV[0] != diary.HRVStamp{At: u0, Value: float32(want), Metric: diary.MetricRestingRR} || f.Activities[0].AvgHR != 63) {
				t.Errorf("%+v at %d bpm, want %v", f.HRV[0], f.Activities[0].AvgHR, want)
			}
			if c.partial && !strings.Contains(f.Partial, "artefacts") {
				t.Errorf("partial: %q", f.Partial)
			}
		})
	}
	// Beats alone, and beats in a file of the HRV type.
	for _, kind := range []uint32{4, 68} {
		b := newFile(kind, false).define(3, 78, false, def{0, 10, wUint16})
		for _, v := range resting(180) {
			b.data(3, uint32(v))
		}
		if f := read(t, b.file()); len(f.HRV) != 1 || len(f.Activities) != 0 || f.HRV[0].At != u0 {
			t.Errorf("file type %d: %+v and %d activities", kind, f.HRV, len(f.Activities))
		}
	}
}
