// Package healthconnect reads what Android's Health Connect exports: "Health
// Connect.zip" with one SQLite database in it, health_connect_export.db (Settings,
// Health Connect, Manage data, Export; it can also be scheduled, and then is made
// anew each day or week). It is known by being a database with these tables, whatever
// its name. The names of tables and columns were seen in real exports of 2026 and are
// not documented by anyone.
//
// Health Connect is where apps put what they measured, so one database holds several
// accounts of the same night and run. Each app's is a diary.File of its own, with the
// app's package as the model of its Device: none is mixed into another's.
//
// Read:
//   - sleep_session_record_table with sleep_stages_table: light, deep, REM; awake, out
//     of bed and awake in bed are wake; "sleeping" without a stage counts as light
//     beside stages, and else as the total. A session without stages is as long as it
//     was asleep: Health Connect itself counts it so. Some apps write a night that
//     grows as one session after the other: of those of an app that overlap, one with
//     stages, then the longest, is the night. Of two apps the one that the runner has
//     put first in Health Connect is taken (health_data_category_priority_table, as it
//     does itself), if it has stages or the other has none; without such an order both
//     are given. The date is that of waking; local_date,
//     which is the day of the start, is not read.
//   - resting_heart_rate_record_table.
//   - heart_rate_variability_rmssd_record_table: the median of the readings inside a
//     night is that night's; only of an app none of whose readings lie in one are the
//     single readings given, as RMSSD of any hour.
//   - exercise_session_record_table with the heart rate, speed, distance and ascent that
//     lie within it (heart_rate_record_series_table, speed_record_table,
//     distance_record_table, elevation_gained_record_table): the session's own app's, else those of the app that has
//     the most. The types of exercise are the platform's (33 running, 34 treadmill),
//     seen in a real file; the app library's other numbers (56, 57) are taken where a
//     database has those and none of the platform's for running or walking.
//
// Every row has the offset from UTC beside its time, which is given as a Clock.
//
// In a database with damage a night whose stages do not fill it is left, and readings of HRV
// that lie in no night are.
//
// Left: steps, energy, weight and the rest, which no signal is made of; routes, which
// the diary does not keep; exercise_segments. A -wal file beside the database holds
// what was written last; it is not read, and said so.
package healthconnect

import (
	"bytes"
	"errors"
	"fmt"
	"strings"

	"rebound/engine/diary"
	"rebound/engine/watch/source"
	"rebound/engine/watch/sqlite"
)

// Via is the name of the export.
const Via = "health_connect"

// Formats are the files of an export. Any SQLite database comes here, to be told
// apart by its tables.
var Formats = []source.Format{
	{Via: Via, Name: "database", Is: func(h source.Head) bool { return bytes.HasPrefix(h.Bytes, []byte(sqlite.Magic)) }, Read: read},
	{Via: Via, Name: "write-ahead log", Is: isLog, Read: func(*source.File) ([]diary.File, error) { return nil, errLog }},
	{Via: Via, Name: "its index", Is: func(h source.Head) bool {
		return bytes.HasPrefix(h.Bytes, []byte("\x18\xe2\x2d\x00")) && strings.HasSuffix(source.Base(h.Path), "-shm")
	}},
}

// isLog reports whether it is what SQLite writes beside a database before it puts it
// in (file format, 4.1).
func isLog(h source.Head) bool {
	return len(h.Bytes) >= 8 && bytes.HasPrefix(h.Bytes, []byte("\x37\x7f\x06")) && (h.Bytes[3] == 0x82 || h.Bytes[3] == 0x83) &&
		bytes.Equal(h.Bytes[4:8], []byte("\x00\x2d\xe2\x18"))
}

var (
	errLog = &source.Error{Code: "wal", What: "This is the unsaved part of a database (-wal), which cannot be read on its own.",
		Hint: "Export it again: Android settings > Health Connect > Manage data > Export data."}
	errUnsaved = &source.Error{Code: "wal", What: "There are no nights and no runs in this database: the newest part is still in a -wal file beside it.",
		Hint: "Export it again: Android settings > Health Connect > Manage data > Export data."}
	errOther = &source.Error{Code: "not_health_connect", What: "This is a database, but not one that Health Connect exported.",
		Hint: "If it is from Gadgetbridge, add the folder that Gadgetbridge exported instead: Rebound reads the FIT files in it."}
	errBroken = &source.Error{Code: "damaged", What: "The database is damaged and its tables could not be found.",
		Hint: "Export it again: Android settings > Health Connect > Manage data > Export data."}
)

func read(f *source.File) ([]diary.File, error) {
	db, err := sqlite.Open(f.Open)
	switch {
	case errors.Is(err, sqlite.ErrFormat):
		return nil, errBroken
	case err != nil:
		return nil, err
	case !db.Has("sleep_session_record_table") && !db.Has("exercise_session_record_table") && !db.Has("application_info_table"):
		return nil, errOther
	}
	x := &export{apps: map[int64]*app{}}
	if err := x.records(db); err != nil {
		return nil, err
	}
	if err := x.series(db); err != nil {
		return nil, err
	}
	list := x.files()
	if len(list) == 0 && db.WAL {
		return nil, errUnsaved
	}
	for i := range list {
		list[i].Partial = x.partial(db)
	}
	return list, nil
}

// partial says what of the database could not be read.
func (x *export) partial(db *sqlite.DB) string {
	switch {
	case db.Cut && db.WAL:
		return "the database is incomplete, and part of it may be in a -wal file beside it"
	case db.Cut:
		return "the database is " + source.CutOff
	case db.Lost == 1:
		return "the database is damaged in 1 place, and the records there were left out"
	case db.Lost > 0:
		return fmt.Sprintf("the database is damaged in %d places, and the records there were left out", db.Lost)
	case x.full:
		return "the database holds more records than Rebound can use, and the rest were left out"
	}
	return ""
}
