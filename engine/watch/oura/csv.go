package oura

import (
	"strings"

	"rebound/engine/diary"
	"rebound/engine/watch/source"
	"rebound/engine/watch/table"
)

var tables = []source.Format{
	{Via: via, Name: "sleepmodel.csv", Is: isPeriods, Read: readTable},
	{Via: via, Name: "trends.csv", Is: isTrends, Read: readTable},
	{Via: via, Name: "App Data", Is: isLeft},
}

// Columns by their names of all years.
var (
	nameDay    = []string{"day", "date"}
	nameStart  = []string{"bedtime_start"}
	nameEnd    = []string{"bedtime_end"}
	nameTotal  = []string{"total_sleep_duration", "total_sleep_time"}
	nameLight  = []string{"light_sleep_duration", "light_sleep_time"}
	nameDeep   = []string{"deep_sleep_duration", "deep_sleep_time"}
	nameREM    = []string{"rem_sleep_duration", "rem_sleep_time"}
	nameAwake  = []string{"awake_time"}
	nameLowest = []string{"lowest_heart_rate", "lowest_resting_heart_rate"}
	nameHRV    = []string{"average_hrv"}
)

func isPeriods(h source.Head) bool {
	return table.HeaderOf(h).Has("day", "type", "bedtime_start", "bedtime_end")
}

// isTrends reports whether a table has the date and two names at least that only Oura
// gives a column.
func isTrends(h source.Head) bool {
	header := table.HeaderOf(h)
	if !header.Has("date") {
		return false
	}
	n := 0
	for _, names := range [][]string{nameTotal, nameLight, nameDeep, nameREM, nameHRV, {"lowest_resting_heart_rate"}, {"average_resting_heart_rate"},
		nameStart, nameEnd, {"readiness_score"}, {"temperature_deviation_c"}, {"sleep_timin_score", "sleep_timing_score"}, {"total_bedtime"}, {"restfulness_score"}} {
		if header.Index(names...) >= 0 {
			n++
		}
	}
	return n >= 2
}

// isLeft knows the other tables of the Membership Hub: by their keys, and by their
// folder where they are of its kind.
func isLeft(h source.Head) bool {
	header := table.HeaderOf(h)
	return header.Comma == ';' && (header.Has("contributors", "score") || header.Has("bpm", "source", "timestamp") ||
		len(header.Names) > 1 && strings.Contains("/"+strings.ToLower(h.Path), "/app data/"))
}

// readTable reads nights of either kind of table.
func readTable(f *source.File) ([]diary.File, error) {
	t, err := table.OpenDated(f, table.Named(nameDay...))
	if err != nil {
		return nil, err
	}
	c := newCollector()
	for t.Next() {
		if p, ok := row(t); ok {
			c.add(p)
		}
	}
	if out := c.file(); out.Measured() {
		return []diary.File{out}, nil
	}
	return nil, nil
}

// row reads the row of a table.
func row(t *table.Table) (p period, ok bool) {
	minutes := func(names []string) float32 {
		v, _ := t.Minutes(t.Index(names...), table.Second)
		return float32(v)
	}
	value := func(names []string) float32 {
		v, _ := t.Positive(t.Index(names...))
		return float32(v)
	}
	if p.Day, ok = t.Date(t.Index(nameDay...)); !ok {
		return p, false
	}
	switch at := t.Index("type"); t.Cell(at) {
	case "long_sleep":
		p.main = true
	case "late_nap", "nap", "sleep":
	default: // deleted, rest
		if p.main = at < 0; !p.main {
			return p, false
		}
	}
	start, ok1 := t.Time(t.Index(nameStart...))
	end, ok2 := t.Time(t.Index(nameEnd...))
	if s, e := start.Unix(), end.Unix(); ok1 && ok2 && end.HasTime && e > s && e-s < 24*3600 {
		p.Start, p.End, p.zoned, p.offset = s, e, end.HasZone, end.Offset
	}
	p.lowest, p.average = value(nameLowest), value(nameHRV)
	p.stages(minutes(nameLight), minutes(nameDeep), minutes(nameREM), minutes(nameAwake), minutes(nameTotal))
	return p, true
}
