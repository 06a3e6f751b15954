package words

import (
	"strings"
	"testing"

	"rebound/app/wire"
	"rebound/engine"
	"rebound/engine/diary"
	"rebound/engine/entry"
	"rebound/engine/rule"
)

// What a measurement with a strap that cannot be kept says, and what to do.
func TestStrapRefused(t *testing.T) {
	for _, c := range []struct {
		r          entry.Refusal
		text, hint string
	}{
		{entry.Refusal{Code: entry.Unclear, Value: 0.081, High: 0.05}, "9% of the heartbeats did not come through clearly", "measure again"},
		{entry.Refusal{Code: entry.NoRest, Field: "resting_hr", Value: 123.4, Low: 30, High: 110, Unit: "bpm"}, "at 123 beats a minute: that is not rest", "Lie still"},
		{entry.Refusal{Code: entry.NoRest, Field: "hrv_ms", Value: 3.2, Low: 5, High: 250, Unit: "ms"}, "HRV came out at 3.2 ms", "strap sits well"},
	} {
		p := RefusedEntry(&c.r)
		if p.Code != string(c.r.Code) || !strings.Contains(p.Text, c.text) || !strings.Contains(p.Hint, c.hint) {
			t.Errorf("%+v: %+v", c.r, p)
		}
	}
}

// The morning says the date's last measurement with a strap; it is neither a file nor the
// watch's.
func TestStrapMorning(t *testing.T) {
	at := func(at int64, d diary.Date, ms float32) diary.Strap {
		return diary.Strap{Stamp: diary.Stamp{At: at, Date: d}, RR: make([]uint16, 121), RMSSD: ms, HR: 51.4, Wrong: 3}
	}
	e := engine.New(diary.Build([]diary.File{{Reported: diary.Reported{Straps: []diary.Strap{at(1, 20000, 58.4), at(2, 20000, 61.2), at(3, 19999, 70)}}}}, nil), rule.Default())
	m := morning(e, 20000)
	if want := (wire.Strap{At: 2, HRV: "61 ms", RestingHR: "51 bpm", Beats: 121, Wrong: 3}); m.Strap == nil || *m.Strap != want || m.File || m.Watch || !m.Worn {
		t.Errorf("%+v, %+v", m, m.Strap)
	}
	if m := morning(e, 20001); m.Strap != nil || !m.Worn {
		t.Errorf("the day after: %+v", m)
	}
	if m := morning(e, 19998); m.Worn {
		t.Errorf("the day before the first: %+v", m)
	}
}
