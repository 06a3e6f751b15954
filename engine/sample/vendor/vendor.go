// Package vendor writes the sample runner's years as any vendor's export, at any size:
// for tests, for benchmarks, and for anyone who wants to see what the program makes of
// a brand before they own one.
//
// A file a vendor. What each writes has the folders, names, keys, order and units of
// the real export, with its traps (nights given twice, scores that look like signals,
// times in the wrong zone, a grammar that is ill-formed), and carries what the source
// carries: a vendor without HRV writes none (engine/gives has the sheet). Every number
// that is written is the sample runner's; what a brand measures otherwise is derived
// from hers by a fixed rule, so that the same mornings stand out: SDNN is 1.15 times
// her RMSSD.
//
// [Write] is deterministic and streams: what is large is never held.
package vendor

import (
	"cmp"
	"fmt"
	"io"
	"slices"

	"rebound/engine/diary"
	"rebound/engine/sample"
)

// Options say how an export is written.
type Options struct {
	// Bulk writes what a real export is large by: a heart rate every few minutes of
	// every day, and every second of a run. Without it an export is as small as can be.
	Bulk bool

	// Account is the number of the account, in exports that say one as Garmin's and Strava's
	// do; 0 for the one that every sample has. Another is another person's.
	Account int
}

const account = 12345678

// mail is the account's address.
func (o Options) mail() string {
	if o.Account == account {
		return "runner@example.org"
	}
	return fmt.Sprintf("runner.%d@example.org", o.Account)
}

// Vendor is an export that can be written.
type Vendor struct {
	Name string // as Write and readiness sample -vendor take it
	Via  string // as diary.File.Via has what is read back; "" for a watch's own files
	What string // one line: what it is, and what is in it

	write func(x *export, top folder)
}

// All is every export that can be written, by name.
var All = slices.SortedFunc(slices.Values(slices.Concat(
	garmin, garminAccount, garminWeb, apple, healthAutoExport, files, strava, polar, whoop, oura, fitbit,
	tables, healthConnect, samsung, withings, suunto, zepp, xiaomi, huawei,
)), func(a, b Vendor) int { return cmp.Compare(a.Name, b.Name) })

// Find is the vendor of a name.
func Find(name string) (Vendor, bool) {
	i := slices.IndexFunc(All, func(v Vendor) bool { return v.Name == name })
	if i < 0 {
		return Vendor{}, false
	}
	return All[i], true
}

// Write writes what r lived as the vendor's export. create makes one file by its path,
// with slashes, in a folder of the caller's; of the files each is closed before the next
// is made. It returns how many there were; its error is that of create or of a file.
func (v Vendor) Write(r sample.Runner, o Options, create func(path string) (io.WriteCloser, error)) (files int, err error) {
	o.Account = cmp.Or(o.Account, account)
	x := &export{Options: o, runner: r, offset: int64(r.Offset)}
	v.write(x, folder{x, func(path string) (io.Writer, error) {
		files++
		return create(path)
	}})
	if x.err != nil {
		return files, fmt.Errorf("%s: %w", v.Name, x.err)
	}
	return files, nil
}

// export is one export being written.
type export struct {
	Options
	runner sample.Runner
	offset int64 // her clock, seconds east of UTC
	lived  []day
	err    error // the first thing that went wrong; nothing is written after it
}

// day is what the sample runner's watch knew of one date.
type day struct {
	date    diary.Date
	night   diary.Night // that ended on it
	rmssd   float64     // overnight, ms
	resting int         // bpm
	stress  int
	breaths float64         // a minute, asleep
	run     *diary.Activity // nil: none
}

// sdnn is the night's SDNN.
func (d *day) sdnn() float64 { return 1.15 * d.rmssd }

// days is every day, in order; made once.
func (x *export) days() []day {
	if x.lived != nil {
		return x.lived
	}
	date := x.runner.Last - diary.Date(x.runner.Days)
	for f := range x.runner.All() {
		if f.Kind == "sleep" { // the first of each day
			date++
			x.lived = append(x.lived, day{date: date, night: f.Nights[0]})
		}
		d := &x.lived[len(x.lived)-1]
		switch f.Kind {
		case "hrv_status":
			d.rmssd = float64(f.HRV[0].Value)
		case "monitoring":
			d.resting = int(f.Resting[0].Value)
			for _, v := range f.Daily {
				switch v.Name {
				case "stress":
					d.stress = int(v.Value)
				case "respiration":
					d.breaths = float64(v.Value)
				}
			}
		case "activity":
			d.run = &f.Activities[0]
		}
	}
	return x.lived
}

// runs yields the days with a run.
func (x *export) runs(yield func(i int, d *day) bool) {
	n := 0
	for i := range x.days() {
		if d := &x.days()[i]; d.run != nil {
			if !yield(n, d) {
				return
			}
			n++
		}
	}
}

// spans are the days in runs of so many; neighbours share the days of overlap.
func (x *export) spans(length, overlap int) [][]day {
	var out [][]day
	days := x.days()
	for from := 0; from < len(days); from += length {
		out = append(out, days[from:min(len(days), from+length+overlap)])
	}
	return out
}
