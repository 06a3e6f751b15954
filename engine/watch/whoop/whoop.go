// Package whoop reads WHOOP's data export: my_whoop_data.zip with four tables in the
// language of the app.
//
//	physiological_cycles   resting HR and HRV of each cycle (a day that begins with its night)
//	sleeps                 every sleep, with its stages, naps among them
//	workouts               start, end, activity, heart rate, distance
//	journal_entries        known, and left
//
// Seen in real files (seven exports of 2021 to 2026): times are those of the clock in
// the row's own zone ("UTC-04:00", "UTCZ"); asleep = light + deep + REM; a cycle that
// still runs, or whose night was not worn, has blanks. In the newest export the sleep
// columns of a cycle hold its nap where it had one, so that nights are read from the
// sleeps, and a cycle's own sleep only where it begins with the cycle. HRV is RMSSD over
// the night by WHOOP's documents; the table does not say it. Headers are known in
// English, German, Spanish, French and Brazilian Portuguese; in any other language the
// columns are known by their place, and the tables by what is in them (not seen).
//
// Left: recovery, strain and every other score, sleep need and debt, energy, heart rate
// zones. The tables name no account, so there is no owner.
package whoop

import (
	"time"

	"rebound/engine/diary"
	"rebound/engine/watch/source"
	"rebound/engine/watch/table"
)

const via = "whoop"

// Formats are the export's four tables.
var Formats = []source.Format{
	{Via: via, Name: "sleeps", Is: is(sleeps), Read: readSleeps},
	{Via: via, Name: "workouts", Is: is(workouts), Read: readWorkouts},
	{Via: via, Name: "cycles", Is: is(cycles), Read: readCycles},
	{Via: via, Name: "journal", Is: is(journal)},
}

// rows is one of the tables, with its columns by their English names.
type rows struct {
	*table.Table
	at     map[string]int
	offset int // of the row, seconds east of UTC
	clocks []diary.Clock
}

func open(f *source.File, k kind) (*rows, error) {
	t, err := table.OpenDated(f, func(h table.Header) int { return places(h, k)["start"] })
	if err != nil {
		return nil, err
	}
	return &rows{Table: t, at: places(t.Header, k)}, nil
}

// next goes on to the next row whose zone is known.
func (r *rows) next() bool {
	for r.Next() {
		var ok bool
		if r.offset, ok = table.Offset(r.Cell(r.at["zone"])); ok && r.Cell(r.at["zone"]) != "" {
			return true
		}
	}
	return false
}

// instant is a time of the row's clock.
func (r *rows) instant(column string) (unix int64, ok bool) {
	m, ok := r.Time(r.at[column])
	return m.Unix() - int64(r.offset), ok && m.HasTime && m.HasYear
}

// saw keeps what the clock showed at an instant.
func (r *rows) saw(unix int64) diary.Date {
	r.clocks = append(r.clocks, diary.Clock{At: unix, Offset: int32(r.offset)})
	return diary.DateAt(unix, r.offset)
}

func (r *rows) value(column string) float32 {
	v, _ := r.Positive(r.at[column])
	return float32(v)
}

// night is the sleep that the row's columns hold.
func (r *rows) night() (n diary.Night, ok bool) {
	start, ok1 := r.instant("onset")
	end, ok2 := r.instant("wake")
	if !ok1 || !ok2 || end <= start || end-start > 24*3600 {
		return n, false
	}
	n = diary.Night{Start: start, End: end, Day: r.saw(end), Light: r.value("light"), Deep: r.value("deep"), REM: r.value("rem"), Wake: r.value("awake")}
	if n.Staged = n.Light+n.Deep+n.REM > 0; n.Staged {
		ok = float64(n.Light+n.Deep+n.REM+n.Wake) <= float64(end-start)/60+2
		return n, ok
	}
	n.Wake = 0
	n.Total = r.value("asleep")
	return n, n.Total > 0 && float64(n.Total) <= float64(end-start)/60+2
}

func readSleeps(f *source.File) ([]diary.File, error) {
	r, err := open(f, sleeps)
	if err != nil {
		return nil, err
	}
	var out diary.File
	for r.next() {
		if n, ok := r.night(); ok {
			n.Nap = yes(r.Cell(r.at["nap"]))
			out.Nights = append(out.Nights, n)
		}
	}
	return r.file(out)
}

// morning is how long after a night began its date is surely that of waking.
const morning = 8 * time.Hour

func readCycles(f *source.File) ([]diary.File, error) {
	r, err := open(f, cycles)
	if err != nil {
		return nil, err
	}
	var out diary.File
	for r.next() {
		start, ok := r.instant("start")
		if !ok {
			continue
		}
		at := start + int64(morning/time.Second)
		day := diary.DateAt(at, r.offset)
		if n, ok := r.night(); ok && n.Start == start {
			at, day = n.End, n.Day
			out.Nights = append(out.Nights, n)
		}
		if v := r.value("resting"); v > 0 {
			out.Resting = append(out.Resting, diary.Stamped{At: at, Value: v, Day: day})
			r.saw(at)
		}
		if v := r.value("hrv"); v > 0 {
			out.HRV = append(out.HRV, diary.HRVStamp{At: at, Value: v, Metric: diary.MetricOvernight, Day: day})
			r.saw(at)
		}
	}
	return r.file(out)
}

func readWorkouts(f *source.File) ([]diary.File, error) {
	r, err := open(f, workouts)
	if err != nil {
		return nil, err
	}
	var out diary.File
	for r.next() {
		start, ok1 := r.instant("workout")
		end, ok2 := r.instant("workout end")
		if !ok1 || !ok2 || end <= start || end-start > 3*86400 {
			continue
		}
		a := diary.Activity{Start: start, Elapsed: float32(end - start), Seconds: float32(end - start), Meters: r.value("meters"),
			AvgHR: source.Pulse(float64(r.value("average"))), MaxHR: source.Pulse(float64(r.value("max")))}
		a.Sport, a.Sub = source.Sport(r.Cell(r.at["activity"]))
		if v, ok := r.Number(r.at["ascent"]); ok && v >= 0 && a.Meters > 0 {
			a.Ascent, a.HasAscent = float32(v), true
		}
		out.Activities = append(out.Activities, a)
		r.saw(start)
	}
	return r.file(out)
}

func (r *rows) file(f diary.File) ([]diary.File, error) {
	if !f.Measured() {
		return nil, nil
	}
	f.Clocks = source.Clocks(r.clocks)
	return []diary.File{f}, nil
}
