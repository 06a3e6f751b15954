package healthconnect

import (
	"cmp"
	"slices"

	"rebound/engine/diary"
	"rebound/engine/watch/sqlite"
)

// Bounds of what is kept of a database, far above ten years of any runner.
const (
	maxSessions = 1 << 17 // of sleep and exercise
	maxReadings = 1 << 20 // stages; HRV readings; runs of records of one app
)

// export is what is wanted of a database.
type export struct {
	apps     map[int64]*app
	order    []int64 // of the apps whose sleep Health Connect counts, the first first
	sleeps   []sleep
	stages   []stage
	sessions []session
	hearts   parents
	speeds   parents
	full     bool
	damaged  bool // rows may be lost
}

// app is one that wrote into Health Connect.
type app struct {
	name    string // of its package
	clocks  []diary.Clock
	resting []diary.Stamped
	hrv     []diary.Stamped
}

// sleep is a session of it, in Unix milliseconds.
type sleep struct {
	id, app    int64
	start, end int64
	night      diary.Night
	second     bool // Health Connect counts another app's account of it
	lost       bool // some of its stages may be
}

type stage struct {
	parent, start int64
	millis        int32
	kind          uint8
}

// app is one by its number, known or not.
func (x *export) app(id int64) *app {
	a := x.apps[id]
	if a == nil {
		a = &app{}
		if len(x.apps) < 1000 {
			x.apps[id] = a
		}
	}
	return a
}

// records goes through the tables that say when something was.
func (x *export) records(db *sqlite.DB) error {
	err := db.Scan([]sqlite.Columns{
		{"application_info_table", "row_id", "package_name"},
		{"sleep_session_record_table", "row_id", "app_info_id", "start_time", "end_time", "start_zone_offset", "end_zone_offset"},
		{"sleep_stages_table", "parent_key", "stage_start_time", "stage_end_time", "stage_type"},
		{"resting_heart_rate_record_table", "app_info_id", "time", "zone_offset", "beats_per_minute"},
		{"heart_rate_variability_rmssd_record_table", "app_info_id", "time", "zone_offset", "heart_rate_variability_millis"},
		{"exercise_session_record_table", "row_id", "app_info_id", "start_time", "end_time", "start_zone_offset", "exercise_type"},
		{"heart_rate_record_table", "row_id", "app_info_id"},
		{"SpeedRecordTable", "row_id", "app_info_id"},
		{"health_data_category_priority_table", "health_data_category", "app_id_priority_order"},
	}, func(table int, v []sqlite.Value) {
		switch table {
		case 0:
			x.app(whole(v[0])).name = v[1].Text()
		case 1:
			x.sleep(v)
		case 2:
			x.stage(v)
		case 3:
			x.reading(v, func(a *app) *[]diary.Stamped { return &a.resting })
		case 4:
			x.reading(v, func(a *app) *[]diary.Stamped { return &a.hrv })
		case 5:
			x.session(v)
		case 6:
			x.full = !x.hearts.add(whole(v[0]), whole(v[1])) || x.full
		case 7:
			x.full = !x.speeds.add(whole(v[0]), whole(v[1])) || x.full
		case 8:
			if whole(v[0]) == categorySleep {
				x.order = orderOf(v[1].Text())
			}
		}
	})
	if err != nil {
		return err
	}
	x.hearts.sort()
	x.speeds.sort()
	diary.SortBy(x.sessions, func(a, b session) int {
		return cmp.Or(cmp.Compare(a.start, b.start), cmp.Compare(a.end, b.end), cmp.Compare(a.id, b.id))
	})
	x.damaged = db.Cut || db.Lost > 0
	x.nights()
	return nil
}

// whole is a whole number; 0 for what is none.
func whole(v sqlite.Value) int64 {
	n, _ := v.Int()
	return n
}

// Times outside of these are not measured: 2000 to 2100, in Unix milliseconds.
const earliest, latest = 946_684_800_000, 4_102_444_800_000

// span reports whether two times are the start and end of something of at most so many
// hours.
func span(start, end, hours int64) bool {
	return start >= earliest && end <= latest && end > start && end-start <= hours*3_600_000
}

// clock keeps what a clock showed at a time.
func (a *app) clock(millis int64, v sqlite.Value) {
	if offset, ok := v.Int(); ok && offset >= -14*3600 && offset <= 14*3600 && len(a.clocks) < maxReadings {
		a.clocks = append(a.clocks, diary.Clock{At: millis / 1000, Offset: int32(offset)})
	}
}

func (x *export) sleep(v []sqlite.Value) {
	s := sleep{id: whole(v[0]), app: whole(v[1]), start: whole(v[2]), end: whole(v[3])}
	if !span(s.start, s.end, 24) {
		return
	}
	if len(x.sleeps) >= maxSessions {
		x.full = true
		return
	}
	x.sleeps = append(x.sleeps, s)
	a := x.app(s.app)
	a.clock(s.start, v[4])
	a.clock(s.end, v[5])
}

func (x *export) stage(v []sqlite.Value) {
	s := stage{parent: whole(v[0]), start: whole(v[1]), kind: uint8(min(uint64(whole(v[3])), 255))}
	end := whole(v[2])
	if !span(s.start, end, 24) {
		return
	}
	if len(x.stages) >= maxReadings {
		x.full = true
		return
	}
	s.millis = int32(end - s.start)
	x.stages = append(x.stages, s)
}

func (x *export) reading(v []sqlite.Value, list func(*app) *[]diary.Stamped) {
	at, value := whole(v[1]), 0.0
	if f, ok := v[3].Float(); ok {
		value = f
	}
	if at < earliest || at > latest || value <= 0 || value > 1000 {
		return
	}
	a := x.app(whole(v[0]))
	l := list(a)
	if len(*l) >= maxReadings {
		x.full = true
		return
	}
	*l = append(*l, diary.Stamped{At: at / 1000, Value: float32(value)})
	a.clock(at, v[2])
}

// files is what each app wrote, in order of the apps' names.
func (x *export) files() (list []diary.File) {
	ids := make([]int64, 0, len(x.apps))
	for id := range x.apps {
		ids = append(ids, id)
	}
	diary.SortBy(ids, func(a, b int64) int { return cmp.Or(cmp.Compare(x.apps[a].name, x.apps[b].name), cmp.Compare(a, b)) })
	for _, id := range ids {
		a := x.apps[id]
		f := diary.File{Resting: a.resting, Clocks: changes(a.clocks)}
		if a.name != "" {
			f.Device = diary.Device{Maker: Via, Model: a.name}
		}
		diary.SortBy(f.Resting, func(a, b diary.Stamped) int {
			return cmp.Or(cmp.Compare(a.At, b.At), cmp.Compare(a.Value, b.Value))
		})
		for _, s := range x.sleeps {
			if s.app == id && !s.second && !s.lost {
				f.Nights = append(f.Nights, s.night)
			}
		}
		f.HRV = x.hrv(id, a)
		f.Activities = x.activities(id)
		if len(f.Resting)+len(f.Nights)+len(f.HRV)+len(f.Activities) > 0 {
			list = append(list, f)
		}
	}
	return list
}

// changes is the clocks at which the offset changed: the last before and the first
// after, since a time takes the offset of the clock nearest to it.
func changes(list []diary.Clock) (out []diary.Clock) {
	diary.SortBy(list, func(a, b diary.Clock) int {
		return cmp.Or(cmp.Compare(a.At, b.At), cmp.Compare(a.Offset, b.Offset))
	})
	for i, c := range list {
		if i == 0 || i == len(list)-1 || list[i-1].Offset != c.Offset || list[i+1].Offset != c.Offset {
			out = append(out, c)
		}
	}
	return slices.Compact(out)
}
