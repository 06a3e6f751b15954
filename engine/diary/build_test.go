package diary

import (
	"math/rand/v2"
	"reflect"
	"testing"
)

var watch = Device{Maker: "garmin", Product: 1, Serial: 7}

const noon = int64(20000)*86400 + 12*3600 // on date 20000, UTC

func TestDates(t *testing.T) {
	for _, c := range []struct {
		unix   int64
		offset int
		want   string
	}{
		{0, 0, "1970-01-01"}, {-1, 0, "1969-12-31"}, {0, -3600, "1969-12-31"},
		{1773532800, 13 * 3600, "2026-03-15"}, {1773532799, 0, "2026-03-14"}, {1773532799, 1, "2026-03-15"},
	} {
		if got := DateAt(c.unix, c.offset).String(); got != c.want {
			t.Errorf("DateAt(%d, %d) = %s, want %s", c.unix, c.offset, got, c.want)
		}
	}
	if d, err := ParseDate("2024-02-29"); err != nil || d.String() != "2024-02-29" || d.Weekday() != 4 {
		t.Error(d, err)
	}
	if _, err := ParseDate("2026-02-30"); err == nil {
		t.Error("30 February is no date")
	}
}

// A file without a clock takes that of its device's nearest file; another
// device's clock says nothing; without any, the runner's zone counts.
func TestOffsets(t *testing.T) {
	const h = 3600
	files := []File{
		{Device: watch, Clocks: []Clock{{noon - 10*86400, -8 * h}, {noon + 86400, 13 * h}}},
		{Device: Device{Maker: "garmin", Serial: 8}, Clocks: []Clock{{noon, 5 * h}}},
		{Device: watch, HRV: []HRVStamp{{At: noon - 9*86400, Value: 60, Metric: MetricOvernight}, {At: noon, Value: 61, Metric: MetricOvernight}}},
		{Device: Device{Maker: "coros"}, HRV: []HRVStamp{{At: noon, Value: 50, Metric: MetricOvernight}}},
	}
	offset := Offset(files, func(int64) int { return 2 * h })
	for _, c := range []struct {
		file int
		at   int64
		want int
	}{{2, noon - 9*86400, -8 * h}, {2, noon, 13 * h}, {3, noon, 2 * h}, {0, noon - 10*86400, -8 * h}} {
		if got := offset(&files[c.file], c.at); got != c.want {
			t.Errorf("file %d: %d, want %d", c.file, got, c.want)
		}
	}
	d := Build(files, nil)
	garmin := d.Series[1]
	if garmin.Source != "garmin 1" || len(garmin.Points) != 2 || garmin.Points[1].Date != 20001 {
		t.Errorf("noon UTC is the next day at +13 h: %+v", garmin)
	}
}

func TestReadingOfADay(t *testing.T) {
	at := func(hour int64) int64 { return noon - 12*3600 + hour*3600 }
	for name, c := range map[string]struct {
		files []File
		want  float64
	}{
		"the last stamped": {[]File{
			{Device: watch, Resting: []Stamped{{At: at(22), Value: 48}, {At: at(6), Value: 55}}},
			{Device: watch, Resting: []Stamped{{At: at(7), Value: 50}}}}, 48},
		"a whole file beats a damaged copy": {[]File{
			{Device: watch, Resting: []Stamped{{At: at(22), Value: 48}}, Partial: "cut off"},
			{Device: watch, Resting: []Stamped{{At: at(7), Value: 50}}}}, 50},
		"what cannot be a reading is none": {[]File{
			{Device: watch, Resting: []Stamped{{At: at(7), Value: 50}, {At: at(22), Value: 0}, {At: at(23), Value: 255}}}}, 50},
	} {
		d := Build(c.files, nil)
		if len(d.Series) != 1 || len(d.Series[0].Points) != 1 || d.Series[0].Points[0].Value != c.want {
			t.Errorf("%s: %+v, want %g", name, d.Series, c.want)
		}
	}
}

func TestNights(t *testing.T) {
	hour := func(h int64) int64 { return noon - 12*3600 + h*3600 }
	night := Night{Start: hour(-1), End: hour(6), Light: 240, Deep: 80, REM: 70, Staged: true}
	cut := Night{Start: hour(-1), End: hour(3), Light: 150, Deep: 40, REM: 20, Staged: true}
	nap := Night{Start: hour(13), End: hour(15), Light: 120, Staged: true}
	d := Build([]File{{Device: watch, Nights: []Night{nap, cut}, Partial: "cut off"}, {Device: watch, Nights: []Night{night}}}, nil)
	if len(d.Nights) != 2 || d.Nights[0].Nap || !d.Nights[1].Nap {
		t.Fatalf("%+v", d.Nights)
	}
	if len(d.Series) != 1 || d.Series[0].Points[0].Value != 390 || d.Series[0].Points[0].Date != 20000 {
		t.Errorf("the whole night counts, on the date of waking: %+v", d.Series)
	}
	d = Build([]File{{Device: watch, Nights: []Night{{Start: hour(-1), End: hour(6), Wake: 30}}}}, nil)
	if len(d.Series) != 0 || len(d.Nights) != 1 {
		t.Errorf("a night without stages is unknown, never zero: %+v", d.Series)
	}
	d = Build([]File{{Device: watch, Nights: []Night{nap}}}, nil)
	if len(d.Series) != 0 {
		t.Errorf("a nap is no night: %+v", d.Series)
	}
}

func TestActivitiesOnce(t *testing.T) {
	whole := Activity{Start: noon, Sport: Running, Seconds: 3600, Elapsed: 3600, Meters: 12000, Track: Track{HR: make([]uint8, 720)}}
	broken := Activity{Start: noon, Sport: Running, Seconds: 1800, Elapsed: 1800, Meters: 6000, Track: Track{HR: make([]uint8, 360)}}
	copied := Activity{Start: noon + 20, Sport: Running, Seconds: 3590, Elapsed: 3590, Meters: 12010}
	later := Activity{Start: noon + 4000, Sport: Running, Seconds: 600, Elapsed: 600}
	ride := Activity{Start: noon + 100, Sport: "cycling", Seconds: 600, Elapsed: 600}
	d := Build([]File{
		{Device: Device{Maker: "strava"}, Activities: []Activity{copied}},
		{Device: watch, Activities: []Activity{broken}, Partial: "cut off"},
		{Device: watch, Activities: []Activity{{Start: noon, Seconds: 900, Elapsed: 900}}, Partial: "cut off before its sport"},
		{Device: watch, Activities: []Activity{later, whole, ride}},
	}, nil)
	if len(d.Activities) != 3 || d.Activities[0].Meters != 12000 || d.Activities[1].Sport != "cycling" || d.Activities[2].Start != noon+4000 {
		t.Errorf("%+v", d.Activities)
	}
}

func TestTyped(t *testing.T) {
	d := Build([]File{
		{Kind: "typed", Reported: Reported{Typed: []Typed{{Stamp: Stamp{At: 2, Date: 100}, Kind: RestingHR, Value: 51}, {Stamp: Stamp{At: 1, Date: 100}, Kind: RestingHR, Value: 60}}}},
		{Kind: "typed", Reported: Reported{Typed: []Typed{{Stamp: Stamp{At: 3, Date: 100}, Kind: HRV, Value: 50}, {Stamp: Stamp{At: 4, Date: 100}, Kind: HRV, Value: 0}}}},
	}, nil)
	if len(d.Series) != 1 || d.Series[0].Source != TypedSource || d.Series[0].Points[0].Value != 51 {
		t.Errorf("the later entry wins and 0 takes it back: %+v", d.Series)
	}
}

// The order of import cannot matter.
func TestOrderCannotMatter(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for round := range 200 {
		var files []File
		for range 12 {
			f := File{Device: Device{Maker: "garmin", Serial: uint32(r.IntN(2))}}
			if r.IntN(3) == 0 {
				f.Partial = "cut off"
			}
			at := func() int64 { return noon + int64(r.IntN(4*24))*3600 }
			switch r.IntN(5) {
			case 0:
				f.Clocks = []Clock{{at(), int32(r.IntN(27)-13) * 3600}}
				f.Resting = []Stamped{{At: at(), Value: float32(45 + r.IntN(5))}, {At: at(), Value: float32(45 + r.IntN(5))}}
			case 1:
				f.HRV = []HRVStamp{{At: at(), Value: float32(50 + r.IntN(5)), Metric: MetricOvernight}}
			case 2:
				end := at()
				f.Nights = []Night{{Start: end - int64(3+r.IntN(6))*3600, End: end, Light: float32(150 + r.IntN(200)), Staged: r.IntN(2) == 0}}
			case 3:
				f.Activities = []Activity{{Start: at(), Sport: Running, Seconds: float32(600 + r.IntN(7000)), Meters: float32(r.IntN(3) * 1000)}}
			case 4:
				f.Daily = []DailyStamp{{at(), "stress", float32(r.IntN(100))}}
				f.Typed = []Typed{{Stamp: Stamp{At: int64(r.IntN(3)), Date: Date(20000 + r.IntN(3))}, Kind: HRV, Value: float64(50 + r.IntN(9))}}
				f.Tags = []DayTag{{Stamp: Stamp{At: int64(r.IntN(3)), Date: Date(20000 + r.IntN(3))}, Tag: "travel", Off: r.IntN(2) == 0}}
			}
			files = append(files, f)
		}
		want := Build(files, nil)
		r.Shuffle(len(files), func(i, j int) { files[i], files[j] = files[j], files[i] })
		if got := Build(files, nil); !reflect.DeepEqual(got, want) {
			t.Fatalf("round %d: another order gave another diary:\n%+v\n%+v", round, got, want)
		}
	}
}
