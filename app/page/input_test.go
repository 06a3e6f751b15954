package page

import (
	"testing"

	"rebound/app/wire"
	"rebound/engine/diary"
)

func TestParseRoute(t *testing.T) {
	for fragment, want := range map[string]route{
		"":                   {screen: screenToday},
		"/today":             {screen: screenToday},
		"/today/2026-03-14":  {screen: screenToday, date: day - 1},
		"/today/2026-03-15":  {screen: screenToday}, // today itself
		"/today/2026-03-16":  {screen: screenToday}, // has not come
		"/today/yesterday":   {screen: screenToday},
		"/trends":            {screen: screenTrends},
		"/files":             {screen: screenFiles},
		"/settings":          {screen: screenSettings},
		"/nowhere/2026-01-1": {screen: screenToday},
	} {
		if got := parseRoute(fragment, day); got != want {
			t.Errorf("%q is %+v, want %+v", fragment, got, want)
		}
	}
	for _, d := range []int{0, -1, -400} {
		back := parseRoute(hash(day+diary.Date(d), day)[1:], day)
		if want := (route{screen: screenToday, date: map[bool]diary.Date{true: 0, false: day + diary.Date(d)}[d == 0]}); back != want {
			t.Errorf("the link to day %+d leads to %+v", d, back)
		}
	}
}

func TestReadTyped(t *testing.T) {
	for _, c := range []struct {
		hr, hrv, sleep string
		bad            string // the input that is wrong
		want           [3]float64
	}{
		{"51", "58", "7:30", "", [3]float64{51, 58, 450}},
		{" 51 ", "", "", "", [3]float64{51, 0, 0}},
		{"", "58,5", "7h05", "", [3]float64{0, 58.5, 425}},
		{"", "", "7 h 30", "", [3]float64{0, 0, 450}},
		{"", "", "7 h 30 min", "", [3]float64{0, 0, 450}},
		{"", "", "7.5", "", [3]float64{0, 0, 450}},
		{"", "", "8h", "", [3]float64{0, 0, 480}},
		{"", "", "", idHR, [3]float64{}},
		{"29", "", "", idHR, [3]float64{}},
		{"fast", "", "", idHR, [3]float64{}},
		{"51", "251", "", idHRV, [3]float64{}},
		{"51", "58", "1:59", idSleep, [3]float64{}},
		{"51", "58", "7:75", idSleep, [3]float64{}},
		{"51", "NaN", "", idHRV, [3]float64{}},
	} {
		got, wrong := readTyped(day, c.hr, c.hrv, c.sleep)
		if wrong.first() != c.bad {
			t.Errorf("%+v: wrong is %v", c, wrong)
			continue
		}
		if c.bad != "" {
			continue
		}
		for i, v := range []*float64{got.RestingHR, got.HRVms, got.SleepMin} {
			if (v == nil) != (c.want[i] == 0) || v != nil && *v != c.want[i] {
				t.Errorf("%+v: field %d is %v", c, i, v)
			}
		}
		back := takenBack(got)
		if back.Date != got.Date || (back.HRVms == nil) != (got.HRVms == nil) || back.HRVms != nil && *back.HRVms != 0 {
			t.Errorf("%+v is taken back by %+v", got, back)
		}
	}
}

func TestRuleText(t *testing.T) {
	for _, c := range []struct {
		r    wire.Rule
		v    float64
		want string
	}{
		{wire.Rule{Unit: "SD"}, 0.75, "0.75"},
		{wire.Rule{Unit: "share"}, 0.88, "88"},
		{wire.Rule{Unit: "share"}, 0.005, "0.5"},
		{wire.Rule{Unit: "min"}, 420, "420"},
	} {
		got := ruleText(c.r, c.v)
		if got != c.want {
			t.Errorf("%g %s reads %s, want %s", c.v, c.r.Unit, got, c.want)
		}
		if v, ok := number(got); !ok || v/ruleFactor(c.r)-c.v > 1e-12 || c.v-v/ruleFactor(c.r) > 1e-12 {
			t.Errorf("%s %s does not read back as %g", got, c.r.Unit, c.v)
		}
	}
}

func TestLeft(t *testing.T) {
	for seconds, want := range map[float64]string{
		0: "", 3: "a few seconds left", 12: "about 20 seconds left", 59: "about a minute left", 130: "about 3 minutes left",
	} {
		if got := left(seconds); got != want {
			t.Errorf("%g s: %q, want %q", seconds, got, want)
		}
	}
}

func TestOutcome(t *testing.T) {
	for _, c := range []struct {
		p    wire.Progress
		want string
	}{
		{wire.Progress{Added: 3}, ""},
		{wire.Progress{Finished: true}, "Done: nothing was read."},
		{wire.Progress{Finished: true, Added: 3, Partial: 1, Dup: 2, Rejected: 4}, "Done: 3 added, 1 in part, 2 already here, 4 not readable."},
		{wire.Progress{Finished: true, Canceled: true, Added: 3}, "Cancelled; what is in stays in: 3 added."},
	} {
		if got := outcome(c.p); got != c.want {
			t.Errorf("%+v: %q, want %q", c.p, got, c.want)
		}
	}
}

// What a backup holds is said before anything of it is restored: what was told too.
func TestBackupHolds(t *testing.T) {
	r := wire.Preview{Made: "2026-03-14", Files: 2, New: 1}
	for told, want := range map[int]string{
		0:  "The backup of 2026-03-14 holds 2 files, 1 of them not here yet.",
		1:  "The backup of 2026-03-14 holds 2 files, 1 of them not here yet; and 1 thing that you told: check-ins, niggles, plans, typed numbers.",
		12: "The backup of 2026-03-14 holds 2 files, 1 of them not here yet; and 12 things that you told: check-ins, niggles, plans, typed numbers.",
	} {
		if r.Told = told; backupHolds(r) != want {
			t.Errorf("told %d: %s", told, backupHolds(r))
		}
	}
}
