// Package runalyze reads the sleep table that Runalyze exports: the practical way out for
// nights of Suunto and COROS watches, which give no file of them.
//
// Known from a reader of it: id, date, start and end (HH:MM of the runner's clock), then
// duration, rem, awake, deep, light, unknown, hrLowest, hrAverage, respiration, quality.
// The date is taken for that of the start, and an end before the start for one of the
// next day. Not seen: the unit of the spans, which is found by comparing them with the
// night (minutes, seconds, or h:mm).
//
// hrLowest is the night's lowest pulse, as Oura's is, and is read as resting HR of this
// source alone; hrAverage and quality are left. Which watch measured is not said.
package runalyze

import (
	"rebound/engine/diary"
	"rebound/engine/watch/source"
	"rebound/engine/watch/table"
)

// Formats is the table.
var Formats = []source.Format{{Via: "runalyze", Name: "sleep", Is: is, Read: read}}

func is(h source.Head) bool {
	header := table.HeaderOf(h)
	return header.Has("date", "start", "end", "deep", "light") && header.Index("hrlowest", "hr_lowest", "hraverage", "hr_average") >= 0
}

func read(f *source.File) ([]diary.File, error) {
	t, err := table.OpenDated(f, table.Named("date"))
	if err != nil {
		return nil, err
	}
	var out diary.File
	for t.Next() {
		date, ok1 := t.Date(t.Index("date"))
		start, ok2 := table.Clock(t.Cell(t.Index("start")))
		end, ok3 := table.Clock(t.Cell(t.Index("end")))
		if !ok1 || !ok2 || !ok3 || start == end {
			continue
		}
		if end < start {
			end += 86400
		}
		n := diary.Night{Start: int64(date)*86400 + int64(start), End: int64(date)*86400 + int64(end)}
		unit := unitOf(t, float64(end-start)/60)
		minutes := func(name string) float32 {
			v, _ := t.Minutes(t.Index(name), unit)
			return float32(v)
		}
		n.Light, n.Deep, n.REM, n.Wake = minutes("light"), minutes("deep"), minutes("rem"), minutes("awake")
		if n.Staged = n.Light+n.Deep+n.REM > 0; !n.Staged {
			n.Total, n.Wake = min(minutes("duration"), float32(end-start)/60-n.Wake), 0
		}
		day := diary.Date(n.End / 86400)
		switch over := n.Asleep() + float64(n.Wake) - float64(end-start)/60; {
		case n.Asleep() <= 0 || over > 60+2:
		case over > 2: // the clock went back in this night: its length is known, and its hours are not
			out.Slept = append(out.Slept, diary.Stamped{At: source.Noon(day), Value: float32(n.Asleep()), Day: day})
		default:
			out.Nights = append(out.Nights, n)
		}
		if v, ok := t.Positive(t.Index("hrlowest", "hr_lowest")); ok {
			out.Resting = append(out.Resting, diary.Stamped{At: n.End, Value: float32(v), Day: day})
		}
	}
	if !out.Measured() {
		return nil, nil
	}
	out.Clocks = []diary.Clock{{}}
	return []diary.File{out}, nil
}

// unitOf is what a row's spans are counted in, whose night is so many minutes long.
func unitOf(t *table.Table, night float64) table.Unit {
	for _, name := range []string{"duration", "light", "deep"} {
		if v, ok := t.Number(t.Index(name)); ok && v > 0 {
			switch {
			case v <= 24 && name == "duration":
				return table.Hour
			case v > 5*night: // sixty times, less what is another stage
				return table.Second
			}
			return table.Minute
		}
	}
	return table.Hour // h:mm
}
