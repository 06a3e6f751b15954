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

// The longest run that a session is held against is of the thirty days before today:
// what is run today is not its own yardstick. Growth is capped while weeks are being
// rebuilt, and at no other time.
func TestWhatAWeekIsHeldAgainst(t *testing.T) {
	r := rule.Default()
	f := Facts{Date: 100, Rules: &r}
	long := Session{Kind: Long, Minutes: 180, Km: 30}
	for name, c := range map[string]struct {
		runs map[diary.Date]float32
		want float64
	}{
		"run yesterday":     {map[diary.Date]float32{99: 60}, 11},
		"and more today":    {map[diary.Date]float32{99: 60, 100: 120}, 11},
		"thirty days ago":   {map[diary.Date]float32{70: 60}, 11},
		"thirty-one":        {map[diary.Date]float32{69: 60}, 30},
		"as long as may be": {map[diary.Date]float32{99: 180}, 30},
	} {
		if got := Adjust(&f, logged(r, c.runs), Progress, planned(long))[0].After.Km; got < c.want-1e-5 || got > c.want+1e-5 {
			t.Errorf("%s: %g km, want %g", name, got, c.want)
		}
	}
	easy := Session{Kind: Easy, Minutes: 60, Km: 10}
	if got := minutesOf(Adjust(&f, logged(r, map[diary.Date]float32{99: 60}), Progress, planned(easy, easy, easy))); got != 180 {
		t.Errorf("three times the week before, nothing to rebuild: %g minutes", got)
	}
	// A usual week before a pause has its last run in it.
	f.Layoff = Layoff{Tier: 1, DaysOff: 8, LastRun: 92}
	if week := Week(&f, logged(r, map[diary.Date]float32{92: 40}), ReturnToRun); len(week) != 7 || minutesOf(week) == 0 {
		t.Errorf("%+v", week)
	}
}
