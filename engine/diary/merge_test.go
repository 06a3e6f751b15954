package diary

import (
	"math"
	"slices"
	"testing"
)

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

// A distance that nobody goes in a session's time is not known: an export gave it in
// another unit, or a number of another column. The session stays.
func TestDistanceThatCannotBe(t *testing.T) {
	far := float32(math.Inf(1))
	for name, c := range map[string]struct {
		sport           Sport
		seconds, meters float32
		want            float32
	}{
		"a sprinter's":           {Running, 3600, 45_000, 45_000},
		"faster than a sprinter": {Running, 3600, 45_001, 0},
		"7,000 km in an hour":    {Running, 3600, 7_000_000, 0},
		"without end":            {Running, 3600, far, 0},
		"a descent on a bicycle": {"cycling", 3600, 162_000, 162_000},
		"faster than that":       {"cycling", 3600, 162_100, 0},
		"a time that is unknown": {Running, 0, 10_000, 10_000},
	} {
		d := Build([]File{{Device: watch, Activities: []Activity{{Start: noon, Sport: c.sport, Seconds: c.seconds, Meters: c.meters}}}}, nil)
		if len(d.Activities) != 1 || d.Activities[0].Meters != c.want {
			t.Errorf("%s: %+v, want %v m", name, d.Activities, c.want)
		}
	}
	d := Build([]File{{Device: watch, Activities: []Activity{{Start: noon, Sport: Running, Seconds: 1800, Elapsed: 360_000, Meters: 111_000}}}}, nil)
	if len(d.Activities) != 1 || d.Activities[0].Meters != 0 {
		t.Errorf("what was gone in days of pause is a run's: %+v", d.Activities)
	}
	d = Build([]File{
		{Device: watch, Activities: []Activity{{Start: noon, Sport: Running, Seconds: 3600, Meters: 7e6}}},
		{Via: "tcx", Activities: []Activity{{Start: noon, Sport: Running, Seconds: 3600, Meters: 12_000}}},
	}, nil)
	if len(d.Activities) != 1 || d.Activities[0].Meters != 12_000 {
		t.Errorf("another source's distance is not taken: %+v", d.Activities)
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

// A night in pieces is one, and its sleep is the sum; a nap stays one.
func TestNightInPieces(t *testing.T) {
	const hour = int64(3600)
	midnight := noon - 12*hour
	type piece struct {
		from, to int64   // seconds since midnight of date 20000
		light    float32 // minutes; 0: without stages
	}
	at := func(h, m int64) int64 { return h*hour + m*60 }
	for name, c := range map[string]struct {
		pieces []piece
		want   float64 // minutes asleep of date 20000; 0: not known
		naps   int
	}{
		"up from one to a quarter past two":      {[]piece{{at(-2, -30), at(1, 0), 205}, {at(2, 15), at(6, 0), 220}}, 425, 0},
		"in three":                               {[]piece{{at(-2, 0), at(0, 0), 110}, {at(1, 0), at(3, 0), 115}, {at(5, 0), at(7, 0), 100}}, 325, 0},
		"a second before three hours apart":      {[]piece{{at(-2, 0), at(1, 0), 170}, {at(4, 0) - 1, at(7, 0), 175}}, 345, 0},
		"three hours apart":                      {[]piece{{at(-2, 0), at(1, 0), 170}, {at(4, 0), at(7, 0) + 1, 175}}, 175, 1},
		"the first ends before midnight":         {[]piece{{at(-4, 0), at(-1, 0), 160}, {at(1, 0), at(6, 0), 280}}, 440, 0},
		"asleep again after breakfast":           {[]piece{{at(-1, 0), at(6, 0), 390}, {at(8, 30), at(9, 45), 60}}, 450, 0},
		"a nap before noon":                      {[]piece{{at(1, 0), at(8, 0), 390}, {at(10, 0), at(11, 0), 50}}, 390, 1},
		"a nap, then a night within three hours": {[]piece{{at(-24+16, 30), at(-24+17, 30), 55}, {at(-24+20, 0), at(4, 0), 450}}, 450, 1},
		"a doze from six, then a night":          {[]piece{{at(-6, 0), at(-5, 0), 50}, {at(-3, 0), at(6, 0), 500}}, 550, 0},
		"by day, none begins at night":           {[]piece{{at(6, 0), at(8, 0), 110}, {at(9, 0), at(13, 0), 230}}, 230, 1},
		"by day, one begins before six":          {[]piece{{at(6, 0) - 1, at(8, 0), 110}, {at(9, 0), at(13, 0), 230}}, 340, 0},
		"a piece without stages is left apart":   {[]piece{{at(-1, 0), at(5, 0), 330}, {at(6, 0), at(7, 0), 0}}, 330, 1},
		"a damaged copy is no piece":             {[]piece{{at(-1, 0), at(6, 0), 390}, {at(-1, 0), at(2, 0), 150}}, 390, 0},
	} {
		var files []File
		for _, p := range c.pieces {
			files = append(files, File{Device: watch, Nights: []Night{{Start: midnight + p.from, End: midnight + p.to, Light: p.light, Staged: p.light > 0}}})
		}
		for range 2 {
			d := Build(files, nil)
			got, naps := 0.0, 0
			for _, s := range d.Series {
				for _, p := range s.Points {
					if p.Date == 20000 {
						got = p.Value
					}
				}
			}
			for _, n := range d.Nights {
				if n.Nap {
					naps++
				}
			}
			if got != c.want || naps != c.naps {
				t.Errorf("%s: %g min and %d naps, want %g and %d: %+v", name, got, naps, c.want, c.naps, d.Nights)
			}
			slices.Reverse(files)
		}
	}
	// Another watch's window is no piece of this one's night.
	other := Device{Maker: "coros"}
	d := Build([]File{
		{Device: watch, Nights: []Night{{Start: midnight - hour, End: midnight + hour, Light: 115, Staged: true}}},
		{Device: other, Nights: []Night{{Start: midnight + 2*hour, End: midnight + 6*hour, Light: 230, Staged: true}}},
	}, nil)
	if len(d.Nights) != 1 || len(d.Series) != 1 || d.Series[0].Points[0].Value != 230 {
		t.Errorf("two watches: %+v, %+v", d.Nights, d.Series)
	}
}

// A watch closes its day a little late: what it stamps just after midnight is of the
// day before.
func TestRestingJustPastMidnight(t *testing.T) {
	const offset = -5 * 3600
	midnight := noon - 12*3600 - offset // local, of date 20000
	for past, want := range map[int64]Date{-1: 19999, 0: 19999, 59: 19999, 299: 19999, 300: 20000, 3600: 20000} {
		d := Build([]File{{Device: watch, Clocks: []Clock{{midnight, offset}}, Resting: []Stamped{{At: midnight + past, Value: 48}}}}, nil)
		if got := d.Series[0].Points[0].Date; got != want {
			t.Errorf("%d s past midnight: %v, want %v", past, got, want)
		}
	}
	// It is then the last one of that day, and not the first of its own.
	d := Build([]File{{Device: watch, Clocks: []Clock{{midnight, offset}},
		Resting: []Stamped{{At: midnight - 3600, Value: 50}, {At: midnight + 60, Value: 48}, {At: midnight + 7*3600, Value: 52}}}}, nil)
	if p := d.Series[0].Points; len(p) != 2 || p[0].Value != 48 || p[1].Value != 52 {
		t.Errorf("%+v", p)
	}
}
