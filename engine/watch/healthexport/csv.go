package healthexport

import (
	"slices"
	"strings"

	"rebound/engine/diary"
	"rebound/engine/watch/source"
	"rebound/engine/watch/table"
)

var tables = []source.Format{
	{Via: via, Name: "metrics.csv", Is: isMetrics, Read: readMetrics},
	{Via: via, Name: "workouts.csv", Is: isWorkouts, Read: readWorkouts},
}

// isMetrics reports whether the first column is the date, and another one of those that
// only this app names so: "Sleep Analysis [Total] (hr)", "Step Count (count)".
func isMetrics(h source.Head) bool {
	header := table.HeaderOf(h)
	return len(header.Names) > 1 && (header.Names[0] == "date" || header.Names[0] == "date_time") &&
		slices.ContainsFunc(header.Names, func(n string) bool {
			return strings.HasPrefix(n, "sleep_analysis_") || strings.HasPrefix(n, "heart_rate_variability_") && strings.HasSuffix(n, "_ms") ||
				strings.HasSuffix(n, "_count_min") || strings.HasSuffix(n, "_count_count")
		})
}

func isWorkouts(h source.Head) bool {
	header := table.HeaderOf(h)
	return header.Has("workout_type", "start", "end", "duration")
}

// metrics are the columns that are read, and what their values are counted in.
type metrics struct {
	resting, sdnn, rmssd           int
	total, asleep, core, deep, rem int
	unit                           table.Unit
}

func columns(t *table.Table) (m metrics) {
	of := func(name string) int {
		return slices.IndexFunc(t.Names, func(n string) bool { return n == name || strings.HasPrefix(n, name+"_") })
	}
	sleep := func(part string) int { return of("sleep_analysis_" + part) }
	m = metrics{resting: of("resting_heart_rate"), rmssd: of("heart_rate_variability_rmssd"), total: sleep("total"), asleep: sleep("asleep"),
		core: sleep("core"), deep: sleep("deep"), rem: sleep("rem"), unit: table.Hour}
	m.sdnn = slices.IndexFunc(t.Names, func(n string) bool {
		return strings.HasPrefix(n, "heart_rate_variability") && !strings.Contains(n, "rmssd")
	})
	for _, i := range []int{m.total, m.asleep, m.core} {
		if i >= 0 && strings.HasSuffix(t.Names[i], "_min") {
			m.unit = table.Minute
		}
	}
	return m
}

// sleep is the minutes asleep of a row; 0 for none.
func (m metrics) sleep(t *table.Table) float64 {
	v := func(i int) float64 {
		v, _ := t.Minutes(i, m.unit)
		return v
	}
	if total := v(m.total); total > 0 {
		return total
	}
	if staged := v(m.core) + v(m.deep) + v(m.rem); staged > 0 {
		return staged
	}
	return v(m.asleep)
}

// day is what the rows of a date hold; several where they are hours.
type day struct {
	resting     float64
	sdnn, rmssd []float64
	sleep       float64
}

func readMetrics(f *source.File) ([]diary.File, error) {
	t, err := table.OpenDated(f, func(table.Header) int { return 0 })
	if err != nil {
		return nil, err
	}
	m := columns(t)
	if max(m.resting, m.sdnn, m.rmssd, m.total, m.asleep, m.core) < 0 {
		return source.Other(f)
	}
	days := map[diary.Date]day{}
	for t.Next() {
		date, ok := t.Date(0)
		if !ok {
			continue
		}
		d := days[date]
		if v, ok := t.Positive(m.resting); ok {
			d.resting = v
		}
		if v, ok := t.Positive(m.sdnn); ok {
			d.sdnn = append(d.sdnn, v)
		}
		if v, ok := t.Positive(m.rmssd); ok {
			d.rmssd = append(d.rmssd, v)
		}
		if v := m.sleep(t); v > 0 && v <= 24*60 {
			d.sleep = max(d.sleep, v)
		}
		days[date] = d
	}
	out := diary.File{Device: device}
	dates := make([]diary.Date, 0, len(days))
	for date := range days {
		dates = append(dates, date)
	}
	slices.Sort(dates)
	if table.Apart(dates) {
		return nil, &source.Error{Code: "weekly", What: "This file has one row for a week or more, and Rebound needs one for each day: an average says nothing about single nights.",
			Hint: "In Health Auto Export, set the aggregation to Day and export again."}
	}
	for _, date := range dates {
		at, d := int64(date)*86400+43200, days[date]
		if d.resting > 0 {
			out.Resting = append(out.Resting, diary.Stamped{At: at, Value: float32(d.resting), Day: date})
		}
		if len(d.sdnn) > 0 {
			out.HRV = append(out.HRV, diary.HRVStamp{At: at, Value: mean(d.sdnn), Metric: diary.MetricAnySDNN, Day: date})
		}
		if len(d.rmssd) > 0 {
			out.HRV = append(out.HRV, diary.HRVStamp{At: at, Value: mean(d.rmssd), Metric: diary.MetricAnyRMSSD, Day: date})
		}
		if d.sleep > 0 {
			out.Slept = append(out.Slept, diary.Stamped{At: at, Value: float32(d.sleep), Day: date})
		}
	}
	if !out.Measured() {
		return nil, nil
	}
	out.Clocks = []diary.Clock{{}}
	return []diary.File{out}, nil
}

func mean(list []float64) float32 {
	sum := 0.0
	for _, v := range list {
		sum += v
	}
	return float32(sum / float64(len(list)))
}

func readWorkouts(f *source.File) ([]diary.File, error) {
	t, err := table.OpenDated(f, table.Named("start"))
	if err != nil {
		return nil, err
	}
	of := func(prefix string) int {
		return slices.IndexFunc(t.Names, func(n string) bool { return strings.HasPrefix(n, prefix) })
	}
	distance, average, most := of("distance"), of("avg_heart_rate"), of("max_heart_rate")
	if average < 0 {
		average = of("heart_rate_avg")
	}
	if most < 0 {
		most = of("heart_rate_max")
	}
	zoned, local := diary.File{Device: device}, diary.File{Device: device}
	for t.Next() {
		start, ok1 := t.Time(t.Index("start"))
		end, ok2 := t.Time(t.Index("end"))
		s, e := start.Unix(), end.Unix()
		if !ok1 || !ok2 || !start.HasTime || !start.HasYear || e <= s || e-s > 3*86400 {
			continue
		}
		a := diary.Activity{Start: s, Elapsed: float32(e - s), Seconds: float32(e - s)}
		if v, ok := table.Minutes(t.Cell(t.Index("duration")), table.Second, 0); ok && v > 0 && v*60 <= float64(e-s)+1 {
			a.Seconds = float32(v * 60)
		}
		a.Sport, a.Sub = source.Sport(t.Cell(t.Index("workout_type")))
		if v, ok := t.Positive(distance); ok {
			name := t.Names[distance] // its end is the unit
			a.Meters = float32(v * source.Meters(name[strings.LastIndexByte(name, '_')+1:]))
		}
		a.AvgHR, a.MaxHR = t.Pulse(average), t.Pulse(most)
		out := &local
		if start.HasZone {
			out = &zoned
			out.Clocks = append(out.Clocks, diary.Clock{At: s, Offset: int32(start.Offset)})
		}
		out.Activities = append(out.Activities, a)
	}
	var list []diary.File
	if len(zoned.Activities) > 0 {
		zoned.Clocks = source.Clocks(zoned.Clocks)
		list = append(list, zoned)
	}
	if len(local.Activities) > 0 {
		local.Clocks = []diary.Clock{{}}
		list = append(list, local)
	}
	return list, nil
}
