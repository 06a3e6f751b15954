package garmin

import (
	"time"

	"rebound/engine/diary"
	"rebound/engine/watch/jsonin"
	"rebound/engine/watch/source"
)

// readSleep reads the nights of *_sleepData.json.
func readSleep(f *source.File) ([]diary.File, error) {
	r, err := f.Open()
	if err != nil {
		return nil, err
	}
	out, d := file(f), jsonin.New(r)
	type window struct {
		day        diary.Date
		start, end int64
	}
	seen := map[window]int{}
	for v := range d.Each() {
		n, ok := night(v)
		if !ok {
			continue
		}
		w := window{n.Day, n.Start, n.End}
		if i, again := seen[w]; again {
			out.Nights[i] = n
			continue
		}
		seen[w] = len(out.Nights)
		out.Nights = append(out.Nights, n)
	}
	return d.Files(out)
}

// night is one row; ok is false for one that was not measured.
func night(v *jsonin.Value) (n diary.Night, ok bool) {
	start, began := instant(v, "sleepStartTimestampGMT")
	end, ended := instant(v, "sleepEndTimestampGMT")
	day, dated := v.Day("calendarDate")
	minutes := func(key string) float32 { return float32(v.Positive(key) / 60) }
	n = diary.Night{Start: start, End: end, Day: day, Staged: true,
		Deep: minutes("deepSleepSeconds"), Light: minutes("lightSleepSeconds"), REM: minutes("remSleepSeconds"), Wake: minutes("awakeSleepSeconds")}
	long := float64(end-start) / 60
	return n, began && ended && dated && n.Asleep() > 0 && n.Asleep()+float64(n.Wake) <= long+1 && long <= 24*60
}

// instant is a time of sleep, in UTC: as a text without a zone, or in milliseconds.
func instant(v *jsonin.Value, key string) (int64, bool) {
	if m, ok := v.When(key); ok {
		return m.Unix, true
	}
	return v.Unix(key)
}

// readHealth reads the RMSSD of the nights of *_healthStatusData.json.
func readHealth(f *source.File) ([]diary.File, error) {
	r, err := f.Open()
	if err != nil {
		return nil, err
	}
	out, d := file(f), jsonin.New(r)
	for v := range d.Each() {
		day, ok := v.Day("calendarDate")
		if !ok {
			continue
		}
		for m := range v.Elements("metrics") {
			if ms := m.Positive("value"); m.Text("type") == "HRV" && ms > 0 && ms < mostHRV {
				out.HRV = append(out.HRV, diary.HRVStamp{At: source.Noon(day), Value: float32(ms), Metric: diary.MetricOvernight, Day: day})
				break
			}
		}
	}
	return d.Files(out)
}

// What is more is no reading, and might be no number in the diary's precision.
const mostHRV, mostHR = 1000, 250

// readDays reads the resting heart rate of the days of UDSFile_*.json.
func readDays(f *source.File) ([]diary.File, error) {
	r, err := f.Open()
	if err != nil {
		return nil, err
	}
	out, d := file(f), jsonin.New(r)
	for v := range d.Each() {
		own(&out, v, "userProfilePK")
		gmt, there := v.When("wellnessStartTimeGmt")
		local, here := v.When("wellnessStartTimeLocal")
		if there && here {
			tick(&out, gmt.Unix, local.Unix-gmt.Unix)
		}
		day, ok := v.Day("calendarDate")
		bpm := v.Positive("restingHeartRate")
		if !ok || bpm == 0 || bpm > mostHR {
			continue
		}
		at, ok := v.Unix("restingHeartRateTimestamp")
		if !ok {
			at = source.Noon(day)
		}
		out.Resting = append(out.Resting, diary.Stamped{At: at, Value: float32(bpm), Day: day})
	}
	out.Clocks = source.Clocks(out.Clocks)
	return d.Files(out)
}

// tick notes what a clock showed.
func tick(f *diary.File, at, offset int64) {
	if offset%int64(15*time.Minute/time.Second) == 0 && offset <= 14*3600 && offset >= -14*3600 {
		f.Clocks = append(f.Clocks, diary.Clock{At: at, Offset: int32(offset)})
	}
}
