package diary

import "testing"

// Two accounts are of one session when they share more than half of the shorter
// one's time, or start in the same second.
func TestSharedTimeMakesOneSession(t *testing.T) {
	for name, c := range map[string]struct {
		apart  int64   // seconds from the start of one hour to that of the other account
		length float32 // of that account
		want   int
	}{
		"a quarter shared":              {2700, 3600, 2},
		"just under half":               {1801, 3600, 2},
		"half":                          {1800, 3600, 2},
		"just over half":                {1799, 3600, 1},
		"half of the shorter":           {3300, 600, 2},
		"more than half of the shorter": {3299, 600, 1},
		"the same start":                {0, 10, 1},
	} {
		d := Build([]File{{Device: watch, Activities: []Activity{
			{Start: noon, Sport: Running, Seconds: 3600, Elapsed: 3600},
			{Start: noon + c.apart, Sport: Running, Seconds: c.length, Elapsed: c.length},
		}}}, nil)
		if len(d.Activities) != c.want {
			t.Errorf("%s: %d sessions, want %d", name, len(d.Activities), c.want)
		}
	}
}

// A window that starts between 10 and 18 o'clock and is shorter than four hours is
// a nap; any other is the night of its date of waking.
func TestNapOrNight(t *testing.T) {
	const hour = int64(3600)
	midnight := noon - 12*hour
	for name, c := range map[string]struct {
		start, length int64
		nap           bool
	}{
		"an hour at one":                   {13 * hour, hour, true},
		"a minute under four hours":        {13 * hour, 4*hour - 60, true},
		"four hours":                       {13 * hour, 4 * hour, false},
		"five hours":                       {13 * hour, 5 * hour, false},
		"an hour at ten":                   {10 * hour, hour, true},
		"an hour, a minute before ten":     {10*hour - 60, hour, false},
		"an hour, a minute before six":     {18*hour - 60, hour, true},
		"an hour at six in the evening":    {18 * hour, hour, false},
		"three hours that end at daybreak": {3 * hour, 3 * hour, false},
	} {
		n := Night{Start: midnight + c.start, End: midnight + c.start + c.length, Light: 150, Staged: true}
		d := Build([]File{{Device: watch, Nights: []Night{n}}}, nil)
		if len(d.Nights) != 1 || d.Nights[0].Nap != c.nap || (len(d.Series) == 0) != c.nap {
			t.Errorf("%s: %+v, %d series, want nap %v", name, d.Nights, len(d.Series), c.nap)
		}
	}
}
