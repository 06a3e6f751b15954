package load

import (
	"testing"

	"rebound/engine/diary"
	"rebound/engine/rule"
)

// A run of which an export gives the mean heart rate alone counts at that mean, as the
// same run recorded at it does; it shows no maximum and makes no easy-pace check.
func TestMeanHeartRateAlone(t *testing.T) {
	const rest = 50
	run := func(date diary.Date, bpm uint8, recorded bool) diary.Activity {
		a := diary.Activity{Start: int64(date)*86400 + 64800, Date: date, Sport: diary.Running, Seconds: 2400, Elapsed: 2400, Meters: 7200, AvgHR: bpm}
		if recorded {
			a.Track.HR = make([]uint8, 480)
			for i := range a.Track.HR {
				a.Track.HR[i] = bpm
			}
		}
		return a
	}
	rules := rule.Default()
	rules.MaxHR = 190
	of := func(list ...diary.Activity) *History { return New(&diary.Diary{Activities: list}, rules) }
	alone, recorded := of(run(100, 141, false)), of(run(100, 141, true))
	if a, b := alone.Next(nil, 100, rest), recorded.Next(nil, 100, rest); a.Load != b.Load || a.Load == 0 || a.Unknown != 0 {
		t.Errorf("load %v, recorded %v", a, b)
	}
	s := &alone.Sessions[0]
	if !s.MeanOnly || s.MeanHR() != 141 || s.Share() != 1 || s.Max30 != 0 || s.Steady.OK {
		t.Errorf("%+v", s)
	}
	if recorded.Sessions[0].MeanOnly {
		t.Error("a recorded run has more than its mean")
	}
	if silent := of(run(100, 0, false)); silent.Sessions[0].MeanOnly || silent.Next(nil, 100, rest).Unknown != 1 {
		t.Error("no heart rate at all is not known")
	}
	if e := alone.Easy(101, rest); !e.Blind || !e.Means || e.Wants() {
		t.Errorf("easy-pace check %+v", e)
	}
	rules.MaxHR = 0
	if m := of(run(100, 199, false)).Max(101); m.BPM != 0 {
		t.Errorf("a mean is no maximum: %+v", m)
	}
	rules.MaxHR = 190
	for bpm, hard := range map[uint8]bool{167: false, 168: true} { // 88% of 190 is 167.2
		h := of(run(100, bpm, false))
		if h.Hard(&h.Sessions[0], h.Max(101)) != hard {
			t.Errorf("a mean of %d is hard: %v", bpm, !hard)
		}
	}
}
