// Package withings reads what Withings exports (Settings of the account, Download my
// data): a zip of CSVs side by side, in the language of the account. The tables of
// sleep were seen in a German account's export of 2022; of other languages the columns
// are taken by their places, which is unverified.
//
// Read:
//   - sleep.csv: from and to, then the seconds light, deep, REM and awake. Times are
//     ISO 8601 with the offset of the clock. REM is 0 of older devices. A night that
//     was broken is two rows, which the diary joins.
//   - activities.csv: from, to, what it was, and means in a cell of JSON whose names
//     are those of Withings' interface for programs (unverified).
//
// Left: raw_tracker_*.csv (seconds of heart rate in lists), aggregates_*.csv (days),
// weight, blood pressure. An export has no HRV and no resting heart rate: "Average
// heart rate" and "Heart rate (min)" of a sleep are the sleep's, and no resting heart
// rate of the day.
package withings

import (
	"strings"

	"rebound/engine/diary"
	"rebound/engine/watch/jsonin"
	"rebound/engine/watch/source"
	"rebound/engine/watch/table"
)

// Via is the name of the export.
const Via = "withings"

// Formats are the files of an export.
var Formats = []source.Format{
	{Via: Via, Name: "sleep.csv", Is: func(h source.Head) bool { _, ok := stages(table.HeaderOf(h)); return ok }, Read: readSleep},
	{Via: Via, Name: "activities.csv", Is: func(h source.Head) bool { return isActivities(table.HeaderOf(h)) }, Read: readActivities},
	{Via: Via, Name: "other tables", Is: isOther},
}

// Columns by language: English and German as seen, the others as Withings' app words
// them.
var (
	lights = []string{"light_s", "leicht_s", "leger_s", "ligero_s", "leggero_s", "licht_s", "leve_s"}
	deeps  = []string{"deep_s", "tief_s", "profond_s", "profundo_s", "profondo_s", "diep_s"}
	rems   = []string{"rem_s", "paradoxal_s"}
	awakes = []string{"awake_s", "wach_s", "eveille_s", "despierto_s", "sveglio_s", "wakker_s", "acordado_s"}
)

// places are those of the columns of a night.
type places struct{ light, deep, rem, awake int }

// stages finds the columns of a table of sleep; ok is false for other tables.
func stages(h table.Header) (p places, ok bool) {
	p = places{h.Index(lights...), h.Index(deeps...), h.Index(rems...), h.Index(awakes...)}
	if p.light >= 0 && p.deep >= 0 && p.awake >= 0 {
		return p, true
	}
	// The later names were not translated where any export was seen.
	if h.Has("duration_to_sleep_s") && len(h.Names) > 7 && strings.HasSuffix(h.Names[2], "_s") && strings.HasSuffix(h.Names[5], "_s") {
		return places{2, 3, 4, 5}, true
	}
	return p, false
}

func isActivities(h table.Header) bool {
	return h.Index("gps") >= 6 && h.Index("data", "daten", "donnees", "datos", "dati", "gegevens") == 6 && h.Index("timezone", "zeitzone", "fuseau_horaire", "zona_horaria", "fuso_orario", "tijdzone", "fuso_horario") == 4
}

// isOther reports whether it is a table of an export that is of no use here.
func isOther(h source.Head) bool {
	t := table.HeaderOf(h)
	base := source.Base(h.Path)
	switch {
	case t.Has("start", "duration", "value"):
		return true
	case len(t.Names) < 2 || t.None:
		return false
	case base == "weight.csv":
		return strings.HasSuffix(t.Names[1], "_kg") || strings.HasSuffix(t.Names[1], "_lb")
	}
	return strings.HasPrefix(base, "aggregates_") && strings.HasSuffix(base, ".csv")
}

const (
	longest = 24 * 3600 // seconds of a sleep
	maxRows = 150_000   // that are kept of a file: a hundred years of four a day
)

func readSleep(f *source.File) ([]diary.File, error) {
	t, err := table.Open(f)
	if err != nil {
		return nil, err
	}
	p, _ := stages(t.Header)
	var out diary.File
	for t.Next() && len(out.Nights) < maxRows {
		from, to, ok := span(t)
		if !ok || to.Unix()-from.Unix() > longest {
			continue
		}
		n := diary.Night{Start: from.Unix(), End: to.Unix(), Light: minutes(t, p.light), Deep: minutes(t, p.deep), REM: minutes(t, p.rem), Wake: minutes(t, p.awake)}
		asleep := n.Light + n.Deep + n.REM
		if asleep == 0 || asleep+n.Wake > float32(n.End-n.Start)/60+1 {
			continue
		}
		n.Staged = true
		out.Nights = append(out.Nights, n)
		out.Clocks = clocks(out.Clocks, from, to)
	}
	if len(out.Nights) == 0 {
		return nil, t.Err()
	}
	return []diary.File{local(out)}, nil
}

// span is when a row was.
func span(t *table.Table) (from, to table.Moment, ok bool) {
	from, a := t.Time(0)
	to, b := t.Time(1)
	return from, to, a && b && from.HasYear && to.HasYear && from.HasTime && to.HasTime && to.Unix() > from.Unix() && from.Unix() > source.Earliest
}

// source.Earliest is where times begin that are measured.
// clocks adds what two moments say of the clock.
func clocks(list []diary.Clock, of ...table.Moment) []diary.Clock {
	for _, m := range of {
		if m.HasZone && m.Offset >= -14*3600 && m.Offset <= 14*3600 {
			list = append(list, diary.Clock{At: m.Unix(), Offset: int32(m.Offset)})
		}
	}
	return list
}

// local says of a file none of whose times has an offset that they are the clock's.
func local(f diary.File) diary.File {
	if f.Clocks = source.Clocks(f.Clocks); f.Clocks == nil {
		f.Clocks = []diary.Clock{{}}
	}
	return f
}

func minutes(t *table.Table, i int) float32 {
	v, ok := t.Positive(i)
	if !ok || v > longest {
		return 0
	}
	return float32(v / 60)
}

// sports are what an activity may be called, folded.
var sports = map[string]diary.Sport{
	"running": diary.Running, "run": diary.Running, "laufen": diary.Running, "lauf": diary.Running, "course_a_pied": diary.Running, "course": diary.Running,
	"correr": diary.Running, "carrera": diary.Running, "corsa": diary.Running, "hardlopen": diary.Running, "corrida": diary.Running,
	"walking": "walking", "gehen": "walking", "marche": "walking", "caminar": "walking", "camminata": "walking", "wandelen": "walking", "caminhada": "walking",
	"cycling": "cycling", "radfahren": "cycling", "velo": "cycling", "ciclismo": "cycling", "fietsen": "cycling", "hiking": "hiking", "wandern": "hiking",
	"swimming": "swimming", "schwimmen": "swimming", "natation": "swimming", "natacion": "swimming", "nuoto": "swimming", "zwemmen": "swimming",
}

func readActivities(f *source.File) ([]diary.File, error) {
	t, err := table.Open(f)
	if err != nil {
		return nil, err
	}
	var out diary.File
	for t.Next() && len(out.Activities) < maxRows {
		from, to, ok := span(t)
		if !ok || to.Unix()-from.Unix() > 2*longest {
			continue
		}
		a := diary.Activity{Start: from.Unix(), Sport: "generic", Elapsed: float32(to.Unix() - from.Unix())}
		if s, ok := sports[table.Fold(t.Cell(5))]; ok {
			a.Sport = s
		}
		data := jsonin.Of([]byte(t.Cell(6)))
		a.Seconds = max(0, a.Elapsed-float32(data.Positive("pause_duration")))
		if a.Seconds == 0 {
			a.Seconds = a.Elapsed
		}
		if m := data.Positive("distance"); m < 1e6 {
			a.Meters = float32(m)
		}
		a.AvgHR, a.MaxHR = source.Pulse(data.Positive("hr_average")), source.Pulse(data.Positive("hr_max"))
		out.Activities = append(out.Activities, a)
		out.Clocks = clocks(out.Clocks, from, to)
	}
	if len(out.Activities) == 0 {
		return nil, t.Err()
	}
	return []diary.File{local(out)}, nil
}
