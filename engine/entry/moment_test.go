package entry

import (
	"encoding/json"
	"testing"
	"time"
)

// A moment is read as package time reads it, and what that refuses is refused.
func TestMoment(t *testing.T) {
	for _, s := range []string{
		"2026-11-21T06:30:00Z", "2026-11-21T06:30:00+02:00", "2026-11-21T06:30:00-09:30", "2026-11-21T23:59:59.123456Z",
		"2024-02-29T00:00:00Z", "1969-12-31T23:00:00Z", "2026-11-21T06:30:00.5-00:30",
		"", "2026-11-21", "2026-11-21T06:30:00", "2026-11-21T06:30Z", "2026-11-21 06:30:00Z", "2026-02-29T06:30:00Z",
		"2026-11-21T24:00:00Z", "2026-11-21T06:60:00Z", "2026-11-21T06:30:60Z", "2026-11-21T6:30:000Z", "2026-11-21T06:30:00+2:00",
		"2026-11-21T06:30:00*02:00", "2026-11-21T06:30:00ZZ", "2026-11-21T+6:30:00Z", "2026-11-21T06:30:00+", "soon",
	} {
		b, _ := json.Marshal(s)
		var want time.Time
		refused := json.Unmarshal(b, &want)
		var got Moment
		if err := json.Unmarshal(b, &got); (err == nil) != (refused == nil) || err == nil && int64(got) != want.Unix() {
			t.Errorf("%q: %d, %v; want %d, %v", s, got, err, want.Unix(), refused)
		}
	}
	var got Moment
	if err := json.Unmarshal([]byte("1795242600"), &got); err != nil || got != 1795242600 {
		t.Errorf("a number: %d, %v", got, err)
	}
}
