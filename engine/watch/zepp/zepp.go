// Package zepp reads what Zepp and Zepp Life (Amazfit, Mi Band) export (Profile,
// Settings, Export data): a zip with a password, of a folder a kind with a CSV in it,
// SLEEP/SLEEP_<ms>.csv. All is known from its readers, none from a file of ours. That
// a zip is locked is said by watch.Walk; the folder that was unpacked comes here.
//
// Read:
//   - SLEEP: minutes deep, shallow (light), REM and awake between start and stop, which
//     are UTC where they say +0000, as they do, and else local. "date" is the date of waking in all rows that were shown, and is taken
//     where it can be that.
//   - SPORT: a session a row: start, seconds, metres. 1 is a run, 8 one on a treadmill,
//     6 a walk, 9 a ride; beyond 1 unverified.
//
// Left: naps (a cell of JSON that nobody has shown filled), HEARTRATE_AUTO and the
// other tables of minutes, which have local times, and days of steps. There is no HRV
// and no resting heart rate in an export; the lowest minute of a day is neither.
package zepp

import (
	"strings"

	"rebound/engine/diary"
	"rebound/engine/watch/source"
	"rebound/engine/watch/table"
)

// Via is the name of the export.
const Via = "zepp"

// Formats are the files of an export.
var Formats = []source.Format{
	{Via: Via, Name: "SLEEP", Is: table.Headed("deepsleeptime", "shallowsleeptime", "start", "stop"), Read: readSleep},
	{Via: Via, Name: "SPORT", Is: table.Headed("type", "starttime", "sporttime_s"), Read: readSport},
	{Via: Via, Name: "other tables", Is: isOther},
}

// isOther reports whether it is a table of an export that is of no use here: of minutes,
// of days of steps, or by a folder of its own name.
func isOther(h source.Head) bool {
	t := table.HeaderOf(h)
	switch {
	case t.Has("date", "steps", "rundistance"), t.Has("date", "time", "heartrate"), t.Has("date", "lastsynctime", "heartrate"):
		return true
	case len(t.Names) < 2:
		return false
	}
	path := strings.ToUpper(h.Path)
	for _, kind := range []string{"ACTIVITY", "ACTIVITY_MINUTE", "ACTIVITY_STAGE", "HEARTRATE", "HEARTRATE_AUTO", "BODY", "USER", "SLEEP_MINUTE", "SPO2"} {
		if strings.Contains("/"+path, "/"+kind+"/"+kind+"_") {
			return true
		}
	}
	return false
}

// maxRows is how many are kept of a file: a hundred years of four a day.
const maxRows = 150_000

// local says of a file none of whose times has an offset that they are the clock's.
func local(f diary.File, zoned bool) []diary.File {
	if !zoned {
		f.Clocks = []diary.Clock{{}}
	}
	return []diary.File{f}
}

func readSleep(f *source.File) ([]diary.File, error) {
	t, err := table.Open(f)
	if err != nil {
		return nil, err
	}
	day, start, stop := t.Index("date"), t.Index("start"), t.Index("stop")
	light, deep, rem, wake := t.Index("shallowsleeptime"), t.Index("deepsleeptime"), t.Index("remtime"), t.Index("waketime")
	var out diary.File
	zoned := false
	for t.Next() && len(out.Nights) < maxRows {
		from, a := t.Time(start)
		to, b := t.Time(stop)
		n := diary.Night{Start: from.Unix(), End: to.Unix(), Light: minutes(t, light), Deep: minutes(t, deep), REM: minutes(t, rem), Wake: minutes(t, wake)}
		asleep := n.Light + n.Deep + n.REM
		if !a || !b || n.Start < source.Earliest || n.End <= n.Start || n.End-n.Start > 24*3600 || asleep == 0 || asleep+n.Wake > float32(n.End-n.Start)/60+5 {
			continue
		}
		n.Staged = true
		if d, ok := t.Date(day); ok && d >= diary.DateAt(n.End, -14*3600) && d <= diary.DateAt(n.End, 14*3600) {
			n.Day = d
		}
		out.Nights = append(out.Nights, n)
		zoned = zoned || to.HasZone
	}
	if len(out.Nights) == 0 {
		return nil, t.Err()
	}
	return local(out, zoned), nil
}

func minutes(t *table.Table, i int) float32 {
	v, ok := t.Positive(i)
	if !ok || v > 24*60 {
		return 0
	}
	return float32(v)
}

func readSport(f *source.File) ([]diary.File, error) {
	t, err := table.Open(f)
	if err != nil {
		return nil, err
	}
	kind, start, length, meters := t.Index("type"), t.Index("starttime"), t.Index("sporttime_s"), t.Index("distance_m")
	var out diary.File
	zoned := false
	for t.Next() && len(out.Activities) < maxRows {
		at, ok := t.Time(start)
		seconds, long := t.Positive(length)
		if !ok || !long || at.Unix() < source.Earliest || seconds > 48*3600 {
			continue
		}
		a := diary.Activity{Start: at.Unix(), Seconds: float32(seconds), Elapsed: float32(seconds)}
		if m, ok := t.Positive(meters); ok && m < 1e6 {
			a.Meters = float32(m)
		}
		switch number, _ := t.Number(kind); number {
		case 1:
			a.Sport = diary.Running
		case 8:
			a.Sport, a.Sub = diary.Running, "treadmill"
		case 6:
			a.Sport = "walking"
		case 9:
			a.Sport = "cycling"
		default:
			a.Sport = "generic"
		}
		out.Activities = append(out.Activities, a)
		zoned = zoned || at.HasZone
	}
	if len(out.Activities) == 0 {
		return nil, t.Err()
	}
	return local(out, zoned), nil
}
