package words

import (
	"fmt"

	"rebound/app/brand"
	"rebound/app/wire"
	"rebound/engine/diary"
)

// KindExport is the kind of a FileLine of a vendor's export; the name of its source
// follows, for groups.
const KindExport = "export"

// FileLine says in one line what a file held. offset gives the local time of
// the file's device at an instant (see diary.Offset).
func FileLine(f *diary.File, offset func(unix int64) int, o Options) wire.FileLine {
	return fileLine(f, f.Kind, contents(f, offset, o))
}

// ExportLine says what a file of an export held, c.
func ExportLine(f *diary.File, c Contents) wire.FileLine {
	text := c.String()
	switch {
	case text != "":
	case f.Via == stravaList:
		text = onlyList
	default:
		text = "nothing in it that Rebound can use"
	}
	return fileLine(f, KindExport, brand.Name(f.Via)+": "+text)
}

func fileLine(f *diary.File, kind, text string) wire.FileLine {
	line := wire.FileLine{Path: f.Name, Kind: kind, Result: "added", Text: text}
	if f.Partial != "" {
		line.Result = "partial"
		line.Text = upper(f.Partial)
		line.Hint = "What could be read is in (" + text + "). If you have a complete copy, add it: it will replace this one."
	}
	return line
}

// Duplicate is the line of a file that is here already.
func Duplicate(path string) wire.FileLine {
	return wire.FileLine{Path: path, Result: "duplicate", Text: "Already have it"}
}

// Rejected is the line of a file that could not be read.
func Rejected(path string, p *wire.Problem) wire.FileLine {
	return wire.FileLine{Path: path, Result: "rejected", Text: p.Text, Hint: p.Hint, Kind: p.Code}
}

func contents(f *diary.File, offset func(unix int64) int, o Options) string {
	date := func(unix int64) string { return DayFrom(diary.DateAt(unix, offset(unix)), o.Today) }
	hrv := func() string {
		v := f.HRV[len(f.HRV)-1]
		return fmt.Sprintf("HRV %.0f ms, %s", v.Value, date(v.At))
	}
	switch {
	case len(f.Activities) == 1 && len(f.HRV) == 1 && f.HRV[0].Metric == diary.MetricRestingRR:
		return hrv()
	case len(f.Activities) > 0:
		a := &f.Activities[0]
		text := sportName(a) + ", " + date(a.Start)
		if a.Meters > 0 {
			text += ", " + o.Distance(float64(a.Meters)/1000)
		} else if a.Seconds > 0 {
			text += ", " + Hours(float64(a.Seconds)/60)
		}
		if n := len(f.Activities) - 1; n > 0 {
			text += fmt.Sprintf(" and %d more", n)
		}
		return text
	case len(f.Nights) > 0:
		n := longestNight(f.Nights)
		if !n.Known() {
			return "Night of " + date(n.End) + ", without sleep stages"
		}
		return "Night of " + date(n.End) + ", " + Hours(n.Asleep())
	case len(f.HRV) > 0:
		return hrv()
	case len(f.Resting) > 0:
		v := f.Resting[len(f.Resting)-1]
		return fmt.Sprintf("Resting HR %.0f, %s", v.Value, date(v.At))
	case len(f.Typed) > 0:
		return "Typed numbers, " + DayFrom(f.Typed[0].Date, o.Today)
	case len(f.Daily) > 0:
		return "Day record, " + date(f.Daily[0].At)
	}
	if f.Kind == "monitoring" && len(f.Clocks) > 0 {
		return "Day record, " + date(f.Clocks[0].At)
	}
	return "Nothing in it that Rebound can use"
}

func longestNight(nights []diary.Night) diary.Night {
	best := nights[0]
	for _, n := range nights {
		if n.End-n.Start > best.End-best.Start {
			best = n
		}
	}
	return best
}

func sportName(a *diary.Activity) string {
	switch a.Sport {
	case diary.Running:
		if a.Sub == "treadmill" {
			return "Treadmill run"
		}
		return "Run"
	case "cycling":
		return "Ride"
	case "swimming":
		return "Swim"
	case "walking":
		return "Walk"
	case "hiking":
		return "Hike"
	case "", "generic":
		return "Activity"
	}
	return upper(string(a.Sport))
}

// Group says how many good files of a kind came in, between which dates.
func Group(kind string, count int, first, last diary.Date) string {
	noun := map[string]string{
		"activity": "session", "monitoring": "day record", "sleep": "sleep file", "hrv_status": "HRV night",
		"metrics": "metrics file", "typed": "typed entry", "duplicate": "file",
	}[kind]
	if noun == "" {
		noun = "other file"
	}
	text := Count(count, noun)
	if kind == "typed" && count != 1 {
		text = fmt.Sprintf("%d typed entries", count)
	}
	if kind == "duplicate" {
		return text + " already here"
	}
	switch {
	case first == 0 || first > last:
		return text
	case first == last:
		return text + ", " + Day(first)
	case first.Time().Year() == last.Time().Year():
		return text + ", " + Day(first) + " to " + Day(last)
	}
	return text + ", " + months(first, last)
}
