package diary

import (
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"
)

const dayLong = 86400

// life writes some days of one runner as a source gives them: a night from 22:30 to 6:30
// of 430 minutes asleep, resting HR and HRV of the morning, and a run at 18:00 local, all
// of a clock that is offset seconds ahead of UTC.
type life struct {
	offset func(Date) int64
	from   Date
	days   int
}

func (l life) utc(t Date, hour float64) int64 {
	return int64(t)*dayLong + int64(hour*3600) - l.offset(t)
}

func (l life) staged(t Date) Night {
	return Night{Start: l.utc(t, -1.5), End: l.utc(t, 6.5), Light: 260, Deep: 70, REM: 100, Wake: 50, Staged: true}
}

// files are those of one source; shift moves all that it saw by some seconds, as another
// device sees it.
func (l life) files(via string, device Device, shift int64) (files []File) {
	for i := range l.days {
		t := l.from + Date(i)
		n := l.staged(t)
		n.Start, n.End = n.Start+shift, n.End+shift
		f := File{Via: via, Device: device, Clocks: []Clock{{l.utc(t, 12), int32(l.offset(t))}},
			Nights:  []Night{n},
			Resting: []Stamped{{At: l.utc(t, 20), Value: 48}},
			HRV:     []HRVStamp{{At: l.utc(t, 7), Value: 55, Metric: MetricOvernight}},
			Activities: []Activity{{Start: l.utc(t, 18) + shift, Sport: Running, Elapsed: 1830, Seconds: 1800, Meters: 5400, AvgHR: 141,
				Track: Track{HR: slices.Repeat([]uint8{141}, 360)}}}}
		files = append(files, f)
	}
	return files
}

// local is the same as a table whose times have no zone: dates, totals, local clocks.
func (l life) local(via string, device Device) (files []File) {
	for _, f := range l.files(via, device, 40) {
		t := DateAt(f.Nights[0].End+l.offset(f.date(l)), 0)
		move := func(at *int64) { *at += l.offset(t) }
		f.Clocks = []Clock{{}}
		move(&f.Nights[0].Start)
		move(&f.Nights[0].End)
		f.Nights[0] = Night{Start: f.Nights[0].Start, End: f.Nights[0].End, Total: 430, Day: t}
		f.Resting = []Stamped{{At: int64(t)*dayLong + 43200, Value: 48, Day: t}}
		f.HRV = []HRVStamp{{At: int64(t)*dayLong + 43200, Value: 55, Metric: MetricOvernight, Day: t}}
		move(&f.Activities[0].Start)
		f.Activities[0].Track = Track{}
		files = append(files, f)
	}
	return files
}

func (f *File) date(l life) Date { return DateAt(f.Nights[0].End, int(l.offset(l.from))) }

// zones that a life is lived in, by date.
var clockOf = map[string]func(Date) int64{
	"at home":              func(Date) int64 { return 7200 },
	"over a change of DST": func(t Date) int64 { return map[bool]int64{true: 7200, false: 3600}[t < 20005] },
	"on a journey": func(t Date) int64 {
		return []int64{3600, 3600, 32400, 32400, -28800, 3600, 3600, 3600, 3600, 3600}[t-20000]
	},
	"half hours": func(Date) int64 { return 19800 },
}

// A watch's files and any other source of the same life give one night and one run a
// day, and the other source is named with the run. The runner's zone stays at home.
func TestOneTruthADay(t *testing.T) {
	home := func(int64) int { return 3600 }
	for where, offset := range clockOf {
		l := life{offset, 20000, 10}
		own := l.files("", watch, 0)
		for name, other := range map[string][]File{
			"an account":   l.files("garmin_account", Device{Maker: "garmin"}, 0),
			"a platform":   l.files("polar", Device{}, 95),
			"an app":       l.files("health_auto_export", Device{Maker: "apple"}, -70),
			"its website":  l.local("garmin_web", Device{Maker: "garmin"}),
			"a table":      l.local("intervals_icu", Device{}),
			"late by half": l.files("fitbit", Device{}, 800),
		} {
			d := Build(append(slices.Clone(own), other...), home)
			if len(d.Nights) != l.days || len(d.Activities) != l.days {
				t.Errorf("%s, %s: %d nights and %d runs of %d days", where, name, len(d.Nights), len(d.Activities), l.days)
				continue
			}
			for i := range l.days {
				n, a := &d.Nights[i], &d.Activities[i]
				if n.Date != l.from+Date(i) || n.Source != "garmin 1" || n.Asleep() != 430 || n.Nap {
					t.Errorf("%s, %s: night %+v", where, name, n)
				}
				if a.Date != l.from+Date(i) || a.Source != "garmin 1" || len(a.Also) > 1 || len(a.Track.HR) != 360 {
					t.Errorf("%s, %s: run %v of %s, also %v", where, name, a.Date, a.Source, a.Also)
				}
			}
		}
	}
}

// A night and a nap of two sources: the night stays one, and the nap is told once.
func TestNapsOnce(t *testing.T) {
	l := life{func(Date) int64 { return 0 }, 20000, 1}
	nap := func(via string, device Device, from, to float64) File {
		return File{Via: via, Device: device, Nights: []Night{{Start: l.utc(20000, from), End: l.utc(20000, to), Total: 30, Nap: true, Day: 20000}}}
	}
	files := append(l.files("", watch, 0), l.files("oura", Device{}, 60)...)
	files = append(files, nap("oura", Device{}, 13, 13.6), nap("fitbit", Device{}, 13.1, 13.7), nap("fitbit", Device{}, 5, 5.5))
	d := Build(files, nil)
	naps := 0
	for _, n := range d.Nights {
		if n.Nap {
			naps++
		}
	}
	if len(d.Nights) != 2 || naps != 1 || d.Nights[1].Source != "oura" {
		t.Errorf("%+v", d.Nights)
	}
}

// Where the device's own night says nothing of how long was slept, another source's does.
func TestANightThatSaysHowLong(t *testing.T) {
	l := life{func(Date) int64 { return 0 }, 20000, 1}
	own := l.files("", watch, 0)
	own[0].Nights[0] = Night{Start: own[0].Nights[0].Start, End: own[0].Nights[0].End, Wake: 20}
	d := Build(append(own, l.files("oura", Device{}, 0)...), nil)
	if len(d.Nights) != 1 || d.Nights[0].Source != "oura" {
		t.Errorf("%+v", d.Nights)
	}
	d = BuildBy(append(l.files("", watch, 0), l.files("oura", Device{}, 0)...), nil, Choice{First: [Kinds]string{Sleep: "oura"}})
	if d.Nights[0].Source != "oura" || d.Series[4].Tier != TierDevice || d.Series[5].Source != "oura" || d.Series[5].Tier != TierChosen || d.Series[1].Tier != TierPlatform {
		t.Errorf("%+v %+v", d.Nights, d.Series)
	}
}

// Dropping any files of any sources in any order gives the same diary.
func TestOrderOfSourcesCannotMatter(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	vias := []string{"", "garmin_account", "garmin_web", "apple", "polar", "strava", "table", "nobody"}
	devices := []Device{watch, {Maker: "garmin"}, {Maker: "garmin", Product: 9, Serial: 3}, {}, {Maker: "apple", Model: "Watch6,2"}}
	for round := range 600 {
		var files []File
		for range 6 + r.IntN(14) {
			f := File{Via: vias[r.IntN(len(vias))], Device: devices[r.IntN(len(devices))], Owner: uint64(r.IntN(3))}
			switch r.IntN(6) {
			case 0:
				f.Clocks = []Clock{{}}
			case 1:
				f.Clocks = []Clock{{noon + int64(r.IntN(4))*dayLong, int32(r.IntN(27)-13) * 3600}}
			case 2:
				f.Partial = "cut off"
			}
			at := func() int64 { return noon + int64(r.IntN(4*24))*3600 }
			day := func() Date { return Date(r.IntN(2)) * (20000 + Date(r.IntN(4))) }
			switch r.IntN(5) {
			case 0:
				f.Resting = []Stamped{{at(), float32(45 + r.IntN(5)), day()}}
				f.Slept = []Stamped{{at(), float32(400 + r.IntN(50)), day()}}
			case 1:
				f.HRV = []HRVStamp{{at(), float32(50 + r.IntN(5)), []Metric{MetricOvernight, MetricAnySDNN, MetricRestingRR}[r.IntN(3)], day()}}
			case 2:
				end := at()
				f.Nights = []Night{{Start: end - int64(1+r.IntN(8))*3600, End: end, Light: float32(150 + r.IntN(200)), Staged: r.IntN(2) == 0, Nap: r.IntN(5) == 0, Day: day()}}
				if !f.Nights[0].Staged {
					f.Nights[0].Total = float32(r.IntN(3) * 150)
				}
			case 3:
				f.Activities = []Activity{{Start: at(), Sport: []Sport{Running, "cycling", ""}[r.IntN(3)], Seconds: float32(600 + r.IntN(3)*3000), Meters: float32(r.IntN(3) * 1000),
					AvgHR: uint8(r.IntN(2) * 140), Key: uint64(r.IntN(3)), MaxHR: uint8(r.IntN(2) * 170)}}
				if r.IntN(3) == 0 {
					f.Activities[0].Track.HR = slices.Repeat([]uint8{130}, 100+r.IntN(2))
				}
			case 4:
				f.Labels = []Label{{uint64(1 + r.IntN(2)), []Sport{Running, "hiking", ""}[r.IntN(3)], ""}}
			}
			files = append(files, f)
		}
		want := Build(files, func(int64) int { return 7200 })
		for range 3 {
			r.Shuffle(len(files), func(i, j int) { files[i], files[j] = files[j], files[i] })
			if got := Build(files, func(int64) int { return 7200 }); !reflect.DeepEqual(got, want) {
				t.Fatalf("round %d: another order gave another diary:\n%+v\n%+v", round, got, want)
			}
		}
	}
}

// A night of local times in which the clocks change is as long as it was slept: put where
// the runner's zone says, or where another device's clock of about that time does.
func TestLocalNightAcrossDST(t *testing.T) {
	const change = 20000*dayLong + 3600 // 01:00 UTC: from two hours ahead to one
	zone := func(unix int64) int {
		if unix < change {
			return 7200
		}
		return 3600
	}
	local := File{Via: "garmin_web", Clocks: []Clock{{}}, Nights: []Night{{Start: 20000*dayLong - 3600, End: 20000*dayLong + 6*3600, Total: 420, Day: 20000}},
		Resting: []Stamped{{At: 20000*dayLong + 43200, Value: 50, Day: 20000}}}
	abroad := File{Device: watch, Clocks: []Clock{{At: 20000 * dayLong, Offset: -18000}}}
	late := File{Device: watch, Clocks: []Clock{{At: 20000*dayLong - 40*3600, Offset: -18000}}}
	for name, c := range map[string]struct {
		files      []File
		start, end int64
	}{
		"by the runner's zone":       {[]File{local}, 20000*dayLong - 10800, 20000*dayLong + 5*3600},
		"by the clock of a device":   {[]File{local, abroad}, 20000*dayLong - 3600 + 18000, 20000*dayLong + 6*3600 + 18000},
		"not by one of another time": {[]File{local, late}, 20000*dayLong - 10800, 20000*dayLong + 5*3600},
	} {
		d := Build(c.files, zone)
		if n := d.Nights[0]; n.Start != c.start || n.End != c.end || n.Date != 20000 || d.Series[0].Points[0].Date != 20000 {
			t.Errorf("%s: %d to %d of %v, want %d to %d", name, n.Start, n.End, n.Date, c.start, c.end)
		}
	}
}
