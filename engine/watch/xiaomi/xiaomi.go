// Package xiaomi reads what Mi Fitness exports (account.xiaomi.com, Privacy, Manage your
// data): a zip with a password, of <date>_<id>_MiFitness_*.csv. Each row has a key and a
// cell of JSON. All is known from its readers and one user's description of the keys,
// none from a file of ours. That a zip is locked is said by watch.Walk.
//
// Read:
//   - hlth_center_fitness_data: the keys sleep and watch_night_sleep (bedtime,
//     wake_up_time, minutes by stage, whose sum with those awake is the night) and
//     resting_heart_rate.
//   - hlth_center_sport_record: a session a row, with its totals; the kind is in the
//     category or the key ("outdoor_running").
//
// Times are epoch seconds, without a zone, but for "timezone" in some cells, which
// counts quarters of an hour. The same fact comes under several device ids (Sid), which
// therefore tell no device. The account's id tells two people apart.
//
// Left: hlth_center_aggregated_fitness_data, which sums up the first; heart rate of all
// day; the links to GPX. There is no HRV in an export.
package xiaomi

import (
	"math"
	"strings"

	"rebound/engine/diary"
	"rebound/engine/watch/jsonin"
	"rebound/engine/watch/source"
	"rebound/engine/watch/table"
)

// Via is the name of the export.
const Via = "xiaomi"

// Formats are the files of an export.
var Formats = []source.Format{
	{Via: Via, Name: "aggregated_fitness_data", Is: table.Headed("uid", "sid", "tag", "key", "value")},
	{Via: Via, Name: "sport_record", Is: table.Headed("uid", "sid", "key", "time", "category", "value"), Read: readSport},
	{Via: Via, Name: "fitness_data", Is: table.Headed("uid", "sid", "key", "time", "value"), Read: readFitness},
	{Via: Via, Name: "other tables", Is: func(h source.Head) bool {
		return strings.Contains(source.Base(h.Path), "_mifitness_") && len(table.HeaderOf(h).Names) > 1
	}},
}

// maxRows is how many are kept of a file: a hundred years of four a day.
const maxRows = 150_000

// rows is a table whose rows are a key and a cell of JSON.
type rows struct {
	*table.Table
	uid, key, time, value, category int
	out                             diary.File
}

func open(f *source.File) (*rows, error) {
	t, err := table.Open(f)
	if err != nil {
		return nil, err
	}
	return &rows{Table: t, uid: t.Index("uid"), key: t.Index("key"), time: t.Index("time"), value: t.Index("value"), category: t.Index("category")}, nil
}

// next goes on to the next row that holds something.
func (r *rows) next() (key string, v jsonin.Value, ok bool) {
	for r.Next() {
		if cell := r.Cell(r.value); strings.HasPrefix(cell, "{") {
			if r.out.Owner == 0 {
				r.out.Owner = source.Owner(Via, r.Cell(r.uid))
			}
			return r.Cell(r.key), jsonin.Of([]byte(cell)), true
		}
	}
	return "", v, false
}

// clock keeps what a cell says of the clock at a moment.
func (r *rows) clock(at int64, v *jsonin.Value) {
	if quarters, ok := v.Float("timezone"); ok && quarters == math.Trunc(quarters) && math.Abs(quarters) <= 14*4 {
		r.out.Clocks = append(r.out.Clocks, diary.Clock{At: at, Offset: int32(quarters) * 900})
	}
}

func (r *rows) done() ([]diary.File, error) {
	if len(r.out.Nights)+len(r.out.Resting)+len(r.out.Activities) == 0 {
		return nil, r.Err()
	}
	r.out.Clocks = source.Clocks(r.out.Clocks)
	return []diary.File{r.out}, nil
}

func readFitness(f *source.File) ([]diary.File, error) {
	r, err := open(f)
	if err != nil {
		return nil, err
	}
	for {
		key, v, ok := r.next()
		if !ok {
			return r.done()
		}
		switch {
		case (key == "sleep" || key == "watch_night_sleep") && len(r.out.Nights) < maxRows:
			r.night(&v)
		case key == "resting_heart_rate" && len(r.out.Resting) < maxRows:
			at, ok := v.Unix("date_time")
			if !ok {
				seconds, _ := r.Number(r.time)
				at = int64(seconds)
			}
			if bpm := v.Positive("bpm"); bpm > 0 && bpm < 250 && at >= source.Earliest {
				r.out.Resting = append(r.out.Resting, diary.Stamped{At: at, Value: float32(bpm)})
				r.clock(at, &v)
			}
		}
	}
}

// night reads one sleep.
func (r *rows) night(v *jsonin.Value) {
	start, a := v.Unix("bedtime")
	end, b := v.Unix("wake_up_time")
	if !a || !b || start < source.Earliest || end <= start || end-start > 24*3600 {
		return
	}
	minutes := func(key string) float32 { return float32(min(v.Positive(key), 24*60)) }
	n := diary.Night{Start: start, End: end, Light: minutes("sleep_light_duration"), Deep: minutes("sleep_deep_duration"),
		REM: minutes("sleep_rem_duration"), Wake: minutes("sleep_awake_duration")}
	most := float32(end-start)/60 + 5
	asleep := n.Light + n.Deep + n.REM
	if n.Staged = asleep > 0; !n.Staged {
		n.Total = minutes("duration")
	}
	if asleep+n.Wake > most || n.Total > most || !n.Known() {
		return
	}
	r.out.Nights = append(r.out.Nights, n)
	r.clock(end, v)
}

func readSport(f *source.File) ([]diary.File, error) {
	r, err := open(f)
	if err != nil {
		return nil, err
	}
	for len(r.out.Activities) < maxRows {
		key, v, ok := r.next()
		if !ok {
			break
		}
		start, ok := v.Unix("start_time")
		end, _ := v.Unix("end_time")
		a := diary.Activity{Start: start, Seconds: float32(v.Positive("duration")), Meters: float32(v.Positive("distance"))}
		a.Elapsed = max(a.Seconds, float32(end-start))
		if a.Seconds == 0 {
			a.Seconds = a.Elapsed
		}
		if !ok || start < source.Earliest || a.Elapsed <= 0 || a.Elapsed > 48*3600 || a.Meters > 1e6 {
			continue
		}
		a.Sport, a.Sub = sport(r.Cell(r.category) + " " + key)
		a.AvgHR, a.MaxHR = source.Pulse(v.Positive("avg_hrm")), source.Pulse(v.Positive("max_hrm"))
		r.out.Activities = append(r.out.Activities, a)
		r.clock(start, &v)
	}
	return r.done()
}

// sport is what a category and a key name, in FIT's names.
func sport(name string) (diary.Sport, string) {
	has := func(word string) bool { return strings.Contains(name, word) }
	switch {
	case has("indoor_running"), has("treadmill"):
		return diary.Running, "treadmill"
	case has("trail_running"), has("cross_country_running"):
		return diary.Running, "trail"
	case has("running"):
		return diary.Running, ""
	case has("walking"):
		return "walking", ""
	case has("riding"), has("cycling"):
		return "cycling", ""
	case has("swimming"):
		return "swimming", ""
	case has("hiking"):
		return "hiking", ""
	}
	return "generic", ""
}
