package verdict

import (
	"testing"

	"rebound/engine/diary"
	"rebound/engine/load"
	"rebound/engine/rule"
)

// logged is a history of runs of so many minutes by date, at 6 minutes a km.
func logged(r rule.Settings, minutes map[diary.Date]float32) *load.History {
	d := &diary.Diary{}
	for date, m := range minutes {
		d.Activities = append(d.Activities, diary.Activity{Date: date, Start: int64(date) * 86400, Sport: diary.Running, Seconds: 60 * m, Meters: 1000 * m / 6})
	}
	return load.New(d, r)
}

// planned is a week of seven days: the sessions given, rest on those left.
func planned(sessions ...Session) []Session {
	out := make([]Session, 7)
	for i := range out {
		out[i] = Session{Kind: Rest}
		if i < len(sessions) {
			out[i] = sessions[i]
		}
	}
	return out
}

func minutesOf(days []DayPlan) (sum float64) {
	for _, d := range days {
		sum += d.After.Minutes
	}
	return sum
}

// While weeks are being rebuilt a week may be a tenth longer than the seven days
// before it: a run on the eighth day back does not count, one on the seventh does,
// and today's own does not either.
func TestWeeklyGrowthLooksSevenDaysBack(t *testing.T) {
	r := rule.Default()
	easy := Session{Kind: Easy, Minutes: 40, Km: 6}
	for name, c := range map[string]struct {
		runs map[diary.Date]float32
		want float64
	}{
		"three of 30 in seven days":    {map[diary.Date]float32{93: 30, 95: 30, 97: 30}, 99},
		"and one on the eighth":        {map[diary.Date]float32{92: 30, 93: 30, 95: 30, 97: 30}, 99},
		"and one yesterday":            {map[diary.Date]float32{93: 30, 95: 30, 97: 30, 99: 10}, 110},
		"and one today":                {map[diary.Date]float32{93: 30, 95: 30, 97: 30, 100: 30}, 99},
		"room for all that is planned": {map[diary.Date]float32{93: 60, 95: 60}, 120},
		"no week to compare with":      {map[diary.Date]float32{80: 60}, 120},
	} {
		f := Facts{Date: 100, Rules: &r, Rebuild: Rebuilding{Back: 90}}
		if got := minutesOf(Adjust(&f, logged(r, c.runs), Progress, planned(easy, easy, easy))); got < c.want-1e-6 || got > c.want+1e-6 {
			t.Errorf("%s: %g minutes, want %g", name, got, c.want)
		}
	}
}

// The session cap is of running: a ride of 60 km is not cut to a tenth over the
// longest run, and a run of as many is.
func TestSessionCapIsOfRunning(t *testing.T) {
	r := rule.Default()
	h := logged(r, map[diary.Date]float32{90: 60})
	for kind, want := range map[SessionKind]float64{Cross: 60, Easy: 11, Long: 11, Tempo: 11} {
		f := Facts{Date: 100, Rules: &r, Easy: load.EasyCheck{State: load.EasyPass}}
		d := Adjust(&f, h, Progress, planned(Session{Kind: kind, Minutes: 180, Km: 60}))[0]
		if d.After.Km < want-1e-6 || d.After.Km > want+1e-6 || d.After.Kind != kind {
			t.Errorf("%s of 60 km became %+v, want %g km", kind, d.After, want)
		}
	}
}
