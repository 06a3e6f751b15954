package fitfile

import (
	"math"
	"slices"
	"testing"

	"rebound/engine/diary"
)

// The published numbers.
func TestRMSSDVectors(t *testing.T) {
	// Runalyze, HRV CalculatorTest: RMSSD 15.8.
	if got, removed := RMSSD([]uint16{500, 510, 530, 550, 560}); math.Abs(got-15.8) > 0.05 || removed != 0 {
		t.Errorf("got %.2f with %.2f removed, want 15.8", got, removed)
	}
	// Aura-healthcare/hrv-analysis, outliers outside 300 to 2000 ms.
	if got, want := accepted([]uint16{700, 600, 2300, 1000, 1000, 230, 1200}), false; got[2] != want || got[5] != want {
		t.Errorf("accepted %v", got)
	}
	// The same, Malik's 20 %: not accepted at 3 and 6 (the source is in units of
	// 10 ms; its "previous interval" is our median here, with the same result).
	got := accepted([]uint16{1000, 1100, 1000, 1300, 1000, 1000, 700, 1000, 1200, 1000})
	if want := []bool{true, true, true, false, true, true, false, true, true, true}; !slices.Equal(got, want) {
		t.Errorf("accepted %v, want %v", got, want)
	}
}

func TestRMSSDArtefacts(t *testing.T) {
	rr := resting(100)
	clean, _ := RMSSD(rr)
	missed := slices.Clone(rr)
	missed[50] *= 2 // a beat not heard
	got, removed := RMSSD(missed)
	if removed != 0.01 || math.Abs(got-clean) > 0.5 {
		t.Errorf("one missed beat: %.2f against %.2f, %.2f removed", got, clean, removed)
	}
	for i := 0; i < 100; i += 6 { // one in six
		missed[i] = rr[i] * 2
	}
	if got, removed := RMSSD(missed); got != 0 || removed <= maxArtefacts {
		t.Errorf("%.2f from a recording with %.0f %% artefacts", got, removed*100)
	}
	for _, rr := range [][]uint16{nil, {900}, {900, 100, 900}} {
		if got, _ := RMSSD(rr); got != 0 {
			t.Errorf("%v: %v of no pair", rr, got)
		}
	}
}

// resting is n intervals of about 950 ms that swing with the breath.
func resting(n int) []uint16 {
	rr := make([]uint16, n)
	for i := range rr {
		rr[i] = uint16(950 + 60*math.Sin(float64(i)*1.3))
	}
	return rr
}

func TestRestingRecording(t *testing.T) {
	spoilt := resting(120)
	for i := range spoilt {
		if i%4 == 0 {
			spoilt[i] = 200
		}
	}
	fast := make([]uint16, 300)
	for i := range fast {
		fast[i] = uint16(400 + i%2*10)
	}
	want, _ := RMSSD(resting(120))
	for name, c := range map[string]struct {
		rr         []uint16
		meters     uint32
		hrv        bool
		activities int
		partial    bool
	}{
		"resting":         {resting(120), 0, true, 0, false},
		"a few steps":     {resting(120), 40, true, 0, false},
		"a walk":          {resting(120), 400, false, 1, false},
		"under a minute":  {resting(50), 0, false, 1, false},
		"a whole night":   {resting(30000), 0, false, 1, false},
		"hard work":       {fast, 0, false, 1, false},
		"noisy and still": {spoilt, 0, false, 0, true},
	} {
		t.Run(name, func(t *testing.T) {
			b := newFile(4, false).define(3, 78, false, def{0, 10, wUint16})
			for _, v := range c.rr {
				b.data(3, uint32(v))
			}
			b.define(2, 18, false, def{253, 4, wUint32}, def{2, 4, wUint32}, def{8, 4, wUint32}, def{9, 4, wUint32}).data(2, t0+120, t0, 120000, c.meters*100)
			f, err := Read(b.file())
			if c.partial {
				if err == nil || err.(*Error).Code != "noisy" {
					t.Errorf("%v, %+v", err, f)
				}
				return
			}
			if err != nil || len(f.Activities) != c.activities || (len(f.HRV) == 1) != c.hrv {
				t.Fatalf("%v: %d activities, HRV %v", err, len(f.Activities), f.HRV)
			}
			if c.hrv && f.HRV[0] != (diary.HRVStamp{At: u0, Value: float32(want), Metric: diary.MetricRestingRR}) {
				t.Errorf("%+v, want %v", f.HRV[0], want)
			}
		})
	}
}
