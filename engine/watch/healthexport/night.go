package healthexport

import (
	"cmp"
	"slices"
	"strings"

	"rebound/engine/diary"
	"rebound/engine/watch/jsonin"
	"rebound/engine/watch/source"
)

// span is a stage of a night, where they are not summed.
type span struct {
	from, to source.Moment
	stage    string // core, deep, rem, awake, asleep
	by       string // whose it is: stages of two apps are never added
}

// sleep reads one row of sleep_analysis: a night with its parts in hours (or minutes), or
// one stage of it.
func (c *document) sleep(v *jsonin.Value, units string) {
	if stage := stageOf(v.Text("value")); stage != "" && v.Kind("totalSleep") == jsonin.None {
		from, began := when(v, "startDate", "start")
		to, ended := when(v, "endDate", "end")
		if began && ended && from.Zoned == to.Zoned && to.Unix > from.Unix && to.Unix-from.Unix < 86400 && len(c.rows) < maxPoints {
			c.rows = append(c.rows, span{from, to, stage, v.Text("source")})
		}
		return
	}
	each := float32(60)
	if strings.HasPrefix(units, "min") {
		each = 1
	}
	minutes := func(key string) float32 {
		if x := v.Positive(key); x < 2000 {
			return float32(x) * each
		}
		return 0
	}
	n := diary.Night{Light: minutes("core"), Deep: minutes("deep"), REM: minutes("rem"), Wake: minutes("awake")}
	stages := n.Light + n.Deep + n.REM
	total := cmp.Or(minutes("totalSleep"), stages, minutes("asleep")) // asleep is 0 beside stages
	if n.Staged = stages > 0 && stages > total-2 && stages < total+2; !n.Staged {
		n = diary.Night{Total: total}
	}
	from, began := when(v, "sleepStart", "startDate")
	to, ended := when(v, "sleepEnd", "endDate")
	long := to.Unix - from.Unix
	switch {
	case total == 0 || total > 24*60:
	case !began || !ended || from.Zoned != to.Zoned || long <= 0 || long > 86400 || n.Asleep()+float64(n.Wake) > float64(long)/60+2:
		if at, ok := v.When("date"); ok {
			f := c.out.Of(at)
			f.Slept = append(f.Slept, diary.Stamped{At: source.Noon(at.Day()), Value: total, Day: at.Day()})
		}
	default:
		n.Start, n.End = from.Unix, to.Unix
		f := c.out.Of(from, to)
		f.Nights = append(f.Nights, n)
	}
}

func when(v *jsonin.Value, keys ...string) (source.Moment, bool) {
	for _, key := range keys {
		if m, ok := v.When(key); ok {
			return m, true
		}
	}
	return source.Moment{}, false
}

// stageOf is the stage that a row's value names; "" for in bed, which is not asleep.
func stageOf(value string) string {
	value = strings.ToLower(value)
	for _, stage := range []string{"core", "deep", "rem", "awake", "asleep", "unspecified"} {
		if strings.Contains(value, stage) {
			return strings.Replace(stage, "unspecified", "asleep", 1)
		}
	}
	return ""
}

// maxNights is how many are made of spans: those of fifty years.
const maxNights = 20_000

// gap is how far apart the spans of one sleep may be, in seconds.
const gap = 3 * 3600

// nights makes nights of spans: those of one source that follow each other closely. Of
// two sources that have the same sleep the one with stages counts, then the longer. Of the
// one in which the text ends nobody knows how long it was.
func (c *document) nights() {
	var last span
	if c.torn && len(c.rows) > 0 {
		last = c.rows[len(c.rows)-1]
	}
	diary.SortBy(c.rows, func(a, b span) int {
		return cmp.Or(cmp.Compare(a.by, b.by), cmp.Compare(a.from.Unix, b.from.Unix), cmp.Compare(a.to.Unix, b.to.Unix), cmp.Compare(a.stage, b.stage))
	})
	type sleep struct {
		diary.Night
		from, to source.Moment
	}
	var list []sleep
	for i := 0; i < len(c.rows); {
		n := sleep{from: c.rows[i].from, to: c.rows[i].to}
		plain, end := float32(0), int64(0)
		first := i
		for ; i < len(c.rows) && (i == first || c.rows[i].by == c.rows[i-1].by && c.rows[i].from.Unix-n.to.Unix < gap); i++ {
			s := c.rows[i]
			took := float32(s.to.Unix-max(s.from.Unix, end)) / 60 // what overlaps counts once
			if end = max(end, s.to.Unix); s.to.Unix > n.to.Unix {
				n.to = s.to
			}
			switch took = max(0, took); s.stage {
			case "core":
				n.Light += took
			case "deep":
				n.Deep += took
			case "rem":
				n.REM += took
			case "awake":
				n.Wake += took
			default:
				plain += took
			}
		}
		n.Start, n.End = n.from.Unix, n.to.Unix
		if n.Staged = n.Light+n.Deep+n.REM > 0; !n.Staged {
			n.Wake, n.Total = 0, plain
		}
		if last.by == c.rows[first].by && last.from.Unix >= n.Start && last.to.Unix <= n.End {
			continue
		}
		if n.Asleep() > 0 && n.End-n.Start < 86400 && n.from.Zoned == n.to.Zoned {
			list = append(list, n)
		}
	}
	diary.SortBy(list, func(a, b sleep) int {
		if a.Staged != b.Staged {
			return map[bool]int{true: -1, false: 1}[a.Staged]
		}
		return cmp.Or(-cmp.Compare(a.Asleep(), b.Asleep()), cmp.Compare(a.Start, b.Start))
	})
	var kept []sleep // in order of start
	for _, n := range list[:min(len(list), maxNights)] {
		at, _ := slices.BinarySearchFunc(kept, n.Start, func(k sleep, start int64) int { return cmp.Compare(k.Start, start) })
		if at > 0 && kept[at-1].End > n.Start || at < len(kept) && kept[at].Start < n.End {
			continue
		}
		kept = slices.Insert(kept, at, n)
	}
	for _, n := range kept {
		f := c.out.Of(n.from, n.to)
		f.Nights = append(f.Nights, n.Night)
	}
}

// variability makes of SDNN readings one a night: the median of those inside its sleep.
// Only where none of them lies in a sleep are they of the day, at any hour. A reading at
// midnight on the dot is the mean of a day, which the app makes of its readings. Where the
// text is cut off before any sleep, no others are taken: they may have been at night.
func (c *document) variability(cut bool) {
	byNight, byDay := map[diary.Date][]reading{}, map[diary.Date][]reading{}
	type window struct {
		from, to int64
		day      diary.Date
	}
	var sleeps [2][]window // local, with a zone
	for zoned, f := range []*diary.File{&c.out.Local, &c.out.UTC} {
		clocks := source.Clocks(slices.Clone(f.Clocks))
		for _, n := range f.Nights {
			if hour := (n.Start + int64(offset(clocks, n.Start))) % 86400 / 3600; hour >= 10 && hour < 18 && n.End-n.Start < 4*3600 {
				continue // a nap, by the diary's rule
			}
			sleeps[zoned] = append(sleeps[zoned], window{n.Start, n.End, diary.DateAt(n.End, offset(clocks, n.End))})
		}
		diary.SortBy(sleeps[zoned], func(a, b window) int { return cmp.Compare(a.from, b.from) })
	}
	unknown := cut && len(sleeps[0])+len(sleeps[1]) == 0
	for _, r := range c.sdnn {
		if unknown && r.at.Local()%86400 != 0 {
			continue
		}
		list := sleeps[map[bool]int{true: 1}[r.at.Zoned]]
		i, found := slices.BinarySearchFunc(list, r.at.Unix, func(w window, at int64) int { return cmp.Compare(w.from, at) })
		if !found {
			i--
		}
		if r.at.Local()%86400 != 0 && i >= 0 && r.at.Unix <= list[i].to {
			byNight[list[i].day] = append(byNight[list[i].day], r)
		}
		byDay[r.at.Day()] = append(byDay[r.at.Day()], r)
	}
	days, metric := byNight, diary.MetricNightSDNN
	if len(days) == 0 {
		days, metric = byDay, diary.MetricAnySDNN
	}
	dates := make([]diary.Date, 0, len(days))
	for day := range days {
		dates = append(dates, day)
	}
	slices.Sort(dates)
	for _, day := range dates {
		f := c.out.Of(days[day][0].at)
		f.HRV = append(f.HRV, diary.HRVStamp{At: source.Noon(day), Value: median(days[day]), Metric: metric, Day: day})
	}
}

// offset is that of the nearest of clocks, which are in order; 0 where there is none.
func offset(clocks []diary.Clock, at int64) int {
	i, _ := slices.BinarySearchFunc(clocks, at, func(c diary.Clock, at int64) int { return cmp.Compare(c.At, at) })
	switch {
	case len(clocks) == 0:
		return 0
	case i == len(clocks), i > 0 && at-clocks[i-1].At <= clocks[i].At-at:
		i--
	}
	return int(clocks[i].Offset)
}

func median(list []reading) float32 {
	diary.SortBy(list, func(a, b reading) int { return cmp.Compare(a.value, b.value) })
	n := len(list)
	return (list[(n-1)/2].value + list[n/2].value) / 2
}
