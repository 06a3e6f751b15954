// Package samsung reads what Samsung Health exports (Settings, Download personal
// data): a folder samsunghealth_<user>_<time> of CSVs, com.samsung.<type>.<time>.csv,
// and of JSON below jsons/<type>/. The first line of a CSV names its type; some lack
// it, and then their columns do. Names of columns have their type before them or not.
// All of it is known from its readers, none from a file of ours.
//
// Read:
//   - com.samsung.shealth.sleep: a night a row. It says how long, and what share of it
//     was asleep ("efficiency"), of which the minutes asleep are made.
//   - com.samsung.health.sleep_stage: the stages, a row each, gathered into the night
//     of their sleep_id: 40001 awake, 40002 light, 40003 deep, 40004 REM. One given
//     twice counts once; the night in which the file breaks off is left. Where both
//     files tell of a night they overlap, and the one with stages counts.
//   - jsons/com.samsung.health.hrv/*: readings of RMSSD and SDNN, in five minutes each
//     while asleep: the median of each is the night's, under its own name; readings
//     that span less than three hours are of any hour. Those of the night in which a file
//     breaks off are left.
//   - com.samsung.shealth.exercise: a session a row, with means; and its
//     *.live_data.json with heart rate and speed, whose sport the row tells by the name
//     of that file.
//
// Times are UTC with the offset of the clock beside them: a session of a real export
// was compared with its TCX to the millisecond, and most readers hold so; one holds
// that they are local. So it is settled for each export by what it has in JSON, whose
// times are epoch milliseconds: sessions by their series, nights by the readings of HRV
// that its other table names, and by sessions (local.go). Where neither is there, a file
// of nights in which UTC would have people sleep by day and local time by night is local,
// and all others are UTC: off by an hour or two where they are not. The JSON has no
// offset, and takes that of the other files.
//
// Left: heart rate, stress, steps and the rest (there is no resting heart rate in an
// export), the summaries of parts of a sleep (sleep_combined, sleep_data ...), naps
// that Samsung keeps apart. 1970 and 2000 stand for no time.
package samsung

import (
	"bytes"
	"strings"

	"rebound/engine/diary"
	"rebound/engine/watch/source"
	"rebound/engine/watch/table"
)

// Via is the name of the export.
const Via = "samsung"

// Formats are the files of an export.
var Formats = []source.Format{
	{Via: Via, Name: "sleep.csv", Is: of("sleep"), Read: readNights},
	{Via: Via, Name: "sleep_stage.csv", Is: of("sleep_stage"), Read: readStages},
	{Via: Via, Name: "exercise.csv", Is: of("exercise"), Read: readExercise},
	{Via: Via, Name: "hrv.json", Is: func(h source.Head) bool {
		return h.HasKeys("start_time", "end_time") && (h.HasKeys("rmssd") || h.HasKeys("sdnn"))
	}, Read: readHRV},
	{Via: Via, Name: "live_data.json", Is: func(h source.Head) bool {
		return h.HasKeys("start_time") && strings.HasSuffix(source.Base(h.Path), liveData)
	}, Read: readLive},
	{Via: Via, Name: "other tables", Is: func(h source.Head) bool { return typeOf(h) != "" }},
	{Via: Via, Name: "other JSON", Is: func(h source.Head) bool {
		return h.JSON() && (strings.Contains(h.Path, "com.samsung.") || strings.HasSuffix(source.Base(h.Path), ".binning_data.json"))
	}},
}

// Account is the account that the folder or the zip of an export has in its name,
// samsunghealth_<user>_<time>; "" where a path has none.
func Account(path string) string {
	for part := range strings.SplitSeq(path, "/") {
		rest, ok := strings.CutPrefix(strings.ToLower(part), "samsunghealth_")
		i := strings.LastIndexByte(rest, '_')
		if time := rest[i+1:]; ok && i > 0 && len(time) >= len(stamp) && strings.Trim(time[:len(stamp)], "0123456789") == "" {
			return rest[:i]
		}
	}
	return ""
}

// stamp is a time as the names of an export have it.
const stamp = "20250912080000"

// of says whether a table is of a type.
func of(kind string) func(source.Head) bool {
	return func(h source.Head) bool { return typeOf(h) == kind }
}

// typeOf is the type of one of Samsung's tables, without what all begin with; "" for
// other files.
func typeOf(h source.Head) string {
	end := bytes.IndexAny(h.Text, "\r\n")
	if end < 0 {
		end = len(h.Text)
	}
	line := h.Text[:end]
	if first := strings.Split(strings.ReplaceAll(string(line), `"`, ""), ","); len(first) > 1 && len(first) < 5 {
		for _, prefix := range prefixes { // type, version, another number
			if kind, ok := strings.CutPrefix(strings.TrimSpace(first[0]), prefix); ok && table.Missing(strings.Trim(first[1], " 0123456789")) {
				return kind
			}
		}
	}
	for _, kind := range []string{"sleep", "exercise"} { // its first line is lost
		for _, prefix := range prefixes {
			if bytes.Contains(line, []byte(prefix+kind+".start_time")) {
				return kind
			}
		}
	}
	if t := table.HeaderOf(h); t.Has("sleep_id", "stage", "start_time", "end_time") {
		return "sleep_stage"
	}
	return ""
}

var prefixes = []string{"com.samsung.shealth.", "com.samsung.health."}

// column is the place of a column, with its type before it or without.
func column(t *table.Table, kind, name string) int {
	return t.Index(name, "com_samsung_health_"+kind+"_"+name, "com_samsung_shealth_"+kind+"_"+name)
}

// times are the columns that say when.
type times struct{ start, end, offset int }

func timesOf(t *table.Table, kind string) times {
	return times{column(t, kind, "start_time"), column(t, kind, "end_time"), column(t, kind, "time_offset")}
}

// span is when a row was: by the clock that wrote it, as if that were UTC, and that
// clock's offset.
type span struct {
	start, end int64
	offset     int32
	zoned      bool
}

// span reads a row's times; ok is false where it has none.
func (c times) span(t *table.Table) (s span, ok bool) {
	start, end := unix(t, c.start), unix(t, c.end)
	if cell := t.Cell(c.offset); cell != "" {
		if seconds, is := table.Offset(cell); is {
			s.offset, s.zoned = int32(seconds), true
		} else if ms, is := t.Number(c.offset); is {
			s.offset, s.zoned = int32(ms/1000), true
		}
	}
	s.zoned = s.zoned && s.offset >= -14*3600 && s.offset <= 14*3600
	s.start, s.end = start, end
	return s, start > 0
}

// source.Earliest is where times begin that are measured: 1970 and 2000 stand for none.
func unix(t *table.Table, i int) int64 {
	m, ok := t.Time(i)
	if at := m.Unix(); ok && m.HasYear && m.HasTime && at >= source.Earliest {
		return at
	}
	return 0
}

// clocks adds what a span says of the clock.
func (s span) clocks(list []diary.Clock) []diary.Clock {
	if s.zoned {
		list = append(list, diary.Clock{At: s.start, Offset: s.offset}, diary.Clock{At: max(s.start, s.end), Offset: s.offset})
	}
	return list
}
