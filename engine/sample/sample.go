// Package sample makes a runner who never was: months or decades of the files
// that a watch would have written, the same every time, for the demo, for tests
// and for benchmarks.
//
// [Files] and [Reported] are the demo, what her watch wrote and what she reported: half a
// year of a woman of 36 who runs four or five times a week, written backwards from
// today so that it never grows old. A good block, a nine-day holiday four months
// ago, a few low mornings that came to nothing, one bad night; then two hard
// weeks after which HRV sinks and resting HR climbs together, until the next
// seven days are cut.
//
// A [Runner] with a [Chapter] list of one's own tells any other story. Each day
// is drawn from a seed of its own, counted back from the last: a longer diary
// ends in the same days as a shorter one.
package sample

import (
	"encoding/binary"
	"fmt"
	"hash/fnv"
	"iter"
	"math/rand/v2"
	"slices"

	"rebound/engine/diary"
)

// Runner describes one synthetic runner and the days to make.
type Runner struct {
	Seed   uint64
	Last   diary.Date   // the last day: its night is there, its run is not yet run
	Days   int          // how many days, Last included
	Device diary.Device // the watch that wrote it all; the zero Device is allowed
	Offset int32        // the watch's clock, seconds east of UTC
	Gain   float64      // how much faster at the same heart rate on Last than on the first day, as a fraction
	Story  []Chapter
}

// Chapter is a stretch of days on which something is different. Its numbers
// are added to the runner's usual ones; chapters that overlap add up.
type Chapter struct {
	From, To  int     // days before Last, both included; From >= To
	Ramp      bool    // grows evenly from nothing to its full size on the last day
	HRV       float64 // ln ms
	RestingHR float64 // bpm
	Sleep     float64 // minutes
	Volume    float64 // share of the usual running: 0.3 is 30% more, -1 is none
	EasyHR    float64 // bpm at the same pace
}

// Files is the demo runner's export up to the morning of today: half a year.
func Files(today diary.Date) []diary.File { return demo(today).Files() }

// Years is the demo runner with n years behind her, or half a year for 0. What
// happened to her happened in the last half year.
func Years(today diary.Date, n int) Runner {
	r := demo(today)
	if n == 0 {
		return r
	}
	r.Days = int(today - diary.DateOf(today.Time().Year()-n, today.Time().Month(), today.Time().Day()))
	return r
}

func demo(today diary.Date) Runner {
	return Runner{
		Seed:   110,
		Last:   today,
		Days:   26 * 7,
		Device: diary.Device{Maker: "garmin", Product: 4257, Serial: 3456789012},
		Gain:   0.05,
		Story:  story,
	}
}

// Files is everything the watch wrote; see [Runner.All].
func (r Runner) Files() []diary.File {
	return slices.AppendSeq(make([]diary.File, 0, r.Days*4), r.All())
}

// All yields everything the watch wrote, in order of time: for each day a night,
// its HRV status, the day's monitoring and, on most days, a run.
func (r Runner) All() iter.Seq[diary.File] {
	return func(yield func(diary.File) bool) {
		for ago := r.Days - 1; ago >= 0; ago-- {
			d := r.day(ago)
			if !yield(d.sleep()) || !yield(d.hrv()) || !yield(d.monitoring()) {
				return
			}
			if plan := d.session(); plan != nil && ago > 0 && !yield(d.run(plan)) {
				return
			}
		}
	}
}

// day is what is known of a day before anything is drawn for it.
type day struct {
	Runner
	ago  int
	date diary.Date
	now  Chapter // the sum of the chapters in force
	body *rand.Rand
	legs *rand.Rand // a stream of its own, so that a run more or less moves no night
}

func (r Runner) day(ago int) *day {
	d := &day{Runner: r, ago: ago, date: r.Last - diary.Date(ago)}
	key := uint64(ago)
	d.body = rand.New(rand.NewPCG(r.Seed, key<<1))
	d.legs = rand.New(rand.NewPCG(r.Seed, key<<1|1))
	for _, c := range r.Story {
		if ago > c.From || ago < c.To {
			continue
		}
		share := 1.0
		if c.Ramp {
			share = float64(c.From-ago+1) / float64(c.From-c.To+1)
		}
		d.now.HRV += share * c.HRV
		d.now.RestingHR += share * c.RestingHR
		d.now.Sleep += share * c.Sleep
		d.now.Volume += share * c.Volume
		d.now.EasyHR += share * c.EasyHR
	}
	return d
}

// at is the UTC instant at which the watch shows minutes past midnight.
func (d *day) at(minutes float64) int64 {
	return int64(d.date)*86400 + int64(minutes*60) - int64(d.Offset)
}

// file is an empty file of a kind, named as a watch's own folders name it.
func (d *day) file(kind, folder string, at int64) diary.File {
	name := fmt.Sprintf("%s/%s.fit", folder, diary.DateAt(at, int(d.Offset)))
	return diary.File{Hash: d.hash(kind), Name: name, Kind: kind, Device: d.Device}
}

// hash stands in for the hash of bytes that were never written.
func (d *day) hash(kind string) (sum [16]byte) {
	h := fnv.New128a()
	h.Write([]byte(kind))
	var b [16]byte
	binary.LittleEndian.PutUint64(b[:], d.Seed)
	binary.LittleEndian.PutUint32(b[8:], uint32(d.date))
	binary.LittleEndian.PutUint32(b[12:], d.Device.Serial)
	h.Write(b[:])
	h.Sum(sum[:0])
	return sum
}
