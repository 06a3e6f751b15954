package oura

import (
	"rebound/engine/diary"
	"rebound/engine/watch/jsonin"
	"rebound/engine/watch/source"
)

var documents = []source.Format{
	{Via: via, Name: "sleep.json", Is: isSleep, Read: readJSON},
	{Via: via, Name: "account.json", Is: isAccount, Read: readJSON},
	{Via: via, Name: "other.json", Is: isOther},
}

// isSleep reports whether it is periods of sleep as the API has them, of either version.
func isSleep(h source.Head) bool {
	if !h.HasKeys("bedtime_start", "bedtime_end") {
		return false
	}
	for _, key := range []string{"average_hrv", "lowest_heart_rate", "total_sleep_duration", "rmssd", "hr_lowest"} {
		if h.HasKeys(key) {
			return true
		}
	}
	return false
}

// isAccount reports whether it is everything of an account in one document, which has
// other things before the sleep.
func isAccount(h source.Head) bool {
	return h.Text != nil && h.Text[0] == '{' && (h.HasKeys("activity", "summary_date") || h.HasKeys("readiness", "summary_date"))
}

// isOther knows what the API gives besides sleep: scores and their contributors, and
// what it says of the rest of a day.
func isOther(h source.Head) bool {
	return h.HasKeys("contributors", "score", "day") || h.HasKeys("met", "class_5_min") || h.HasKeys("bpm", "source", "timestamp")
}

// readJSON reads the periods, which lie under one or two keys or none.
func readJSON(f *source.File) (list []diary.File, err error) {
	for _, path := range [][]string{{"sleep", "data"}, {"sleep"}, {"data"}, nil} {
		r, err := f.Open()
		if err != nil {
			return nil, err
		}
		d, c := jsonin.New(r), newCollector()
		for v := range d.Each(path...) {
			if p, ok := object(v); ok {
				c.add(p)
			}
		}
		list, err = d.Files(c.file())
		if err == nil && list[0].Kind != "other" {
			return list, nil
		}
		if path == nil {
			return list, err
		}
	}
	return nil, nil
}

// object reads one period, of version 2 of the API or, where it has a summary_date, 1.
func object(v *jsonin.Value) (p period, ok bool) {
	minutes := func(keys ...string) float32 {
		for _, key := range keys {
			if s := v.Positive(key); s > 0 && s < 86400 {
				return float32(s / 60)
			}
		}
		return 0
	}
	first := func(most float64, keys ...string) float32 {
		for _, key := range keys {
			if f := v.Positive(key); f > 0 && f < most {
				return float32(f)
			}
		}
		return 0
	}
	if p.Day, ok = v.Day("day"); !ok {
		if p.Day, ok = v.Day("summary_date"); !ok {
			return p, false
		}
		p.Day++ // it is that of the evening before
	}
	switch v.Text("type") {
	case "long_sleep":
		p.main = true
	case "late_nap", "nap", "sleep":
	case "":
		longest, said := v.Float("is_longest")
		p.main = v.Kind("type") == jsonin.None && (!said || longest == 1)
	default: // deleted, rest
		return p, false
	}
	start, began := v.When("bedtime_start")
	end, ended := v.When("bedtime_end")
	if long := end.Unix - start.Unix; began && ended && start.Zoned == end.Zoned && long > 0 && long < 86400 {
		p.Start, p.End, p.zoned, p.offset = start.Unix, end.Unix, end.Zoned, int(end.Offset)
	}
	p.lowest, p.average = first(250, "lowest_heart_rate", "hr_lowest"), first(1000, "average_hrv", "rmssd")
	p.stages(minutes("light_sleep_duration", "light"), minutes("deep_sleep_duration", "deep"), minutes("rem_sleep_duration", "rem"),
		minutes("awake_time", "awake"), minutes("total_sleep_duration", "total"))
	return p, true
}
