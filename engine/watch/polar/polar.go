// Package polar reads what Polar gives who asks for their data (account.polar.com,
// "Download your data"): the zip, whole or unpacked, all JSON.
//
// What is read:
//
//   - sleep_result_*.json: nights, with the minutes of each stage, start and end with their
//     offset from UTC, and night, Polar's own date; one without is of the date on which it ends. Before about 2018 there are no stages:
//     then the minutes asleep.
//   - nightly_recovery_*.json: the night's RMSSD, over four hours from half an hour after
//     falling asleep.
//   - training-session*.json, in both shapes: exportVersion 1 (2014 on: a sample is a time
//     and a value) and the newer one (samples as arrays with an interval). Times are local,
//     with the offset beside them; heart rate, speed, cadence and altitude
//     are read.
//
// What only looks like a signal and is left: physicalInformation.restingHeartRate and that
// of account-data and calendar-items, which is a setting (55 to 60, and constant), and
// meanNightlyRecoveryRri, which is the mean of a sleeping heart. There is no measured
// resting heart rate: 247ohr, every beat of the day, has the night's lowest, which is for
// nobody but Polar to call that.
//
// NaN stands bare, or as a string, in almost every file; jsonin takes both as nothing.
//
// Seen in the readers and tests of people who have an export, none in a file itself.
// Unverified: whether cadence is of one foot or both (trace tells by its size), power
// (left), the ids of sports but 1, 2, 3, 11 and 17, what a pause does to the arrays of
// samples, nights without an offset. Whose export it is no file says that is read, but
// each of 247ohr does ([Account]).
package polar

import (
	"bytes"
	"strings"

	"rebound/engine/diary"
	"rebound/engine/watch/jsonin"
	"rebound/engine/watch/source"
)

// Via is the name of the export.
const Via = "polar"

// Formats are the files of the export.
var Formats = []source.Format{
	{Via: Via, Name: "sleep_result", Read: readNights,
		Is: func(h source.Head) bool {
			return h.HasKeys("night") && (h.HasKeys("sleepResult") || h.HasKeys("hypnogram") || h.HasKeys("evaluation", "asleepDuration")) ||
				h.HasKeys("evaluation", "asleepDuration", "hypnogram")
		}},
	{Via: Via, Name: "nightly_recovery", Read: readRecovery,
		Is: func(h source.Head) bool {
			return h.HasKeys("night", "meanNightlyRecoveryRri") || h.HasKeys("night", "meanNightlyRecoveryRmssd")
		}},
	{Via: Via, Name: "training-session", Read: readSession,
		Is: func(h source.Head) bool {
			return h.Text != nil && h.Text[0] == '{' && h.HasKeys("startTime", "stopTime") &&
				(h.HasKeys("exportVersion") || h.HasKeys("timezoneOffsetMinutes") || h.HasKeys("timeZoneOffset") || h.HasKeys("physicalInformationSnapshot"))
		}},
	{Via: Via, Name: "other", Is: isOther},
}

// Account is the account's number that a file of an export names: one of 247ohr, which
// does so at its beginning. "" for other files.
func Account(name string, head func() source.Head) string {
	if !strings.HasPrefix(source.Base(name), "247ohr") {
		return ""
	}
	h := head()
	if !h.HasKeys("deviceDays", "userId") {
		return ""
	}
	_, rest, _ := bytes.Cut(h.Text, []byte(`"userId"`))
	rest = bytes.TrimLeft(rest, ": \t\r\n\"")
	n := 0
	for n < len(rest) && rest[n] >= '0' && rest[n] <= '9' {
		n++
	}
	return strings.TrimLeft(string(rest[:n]), "0")
}

// kinds are how the names of the files begin that nothing is wanted of.
var kinds = []string{"sleep_result_", "sleep_score_", "sleep_wake_", "nightly_recovery_", "247ohr_", "ppi_samples_", "activity-", "training-session", "training-target-",
	"calendar-items-", "account-data-", "account-profile-", "orthostatic-test-result-", "fitness-test-results-", "products-devices-", "generic-period-",
	"planned-route-", "sport-profiles-", "programs-", "favourite-targets-", "rr-recordings-", "jump-test-", "wrist-ecg-"}

// isOther reports whether a file is one of the others: JSON under one of their names that
// ends in an id, as in account-data-3f0e5b1c.json, or in the folder of an export.
func isOther(h source.Head) bool {
	if !h.JSON() {
		return false
	}
	if strings.Contains(strings.ToLower(h.Path), "polar-user-data-export") {
		return true
	}
	base := source.Base(h.Path)
	id := strings.TrimSuffix(base[strings.LastIndexByte(base, '-')+1:], ".json")
	if len(id) < 4 || strings.Trim(id, "0123456789abcdef") != "" {
		return false
	}
	for _, kind := range kinds {
		if strings.HasPrefix(base, kind) {
			return true
		}
	}
	return false
}

// readNights reads the nights of sleep_result.
func readNights(f *source.File) ([]diary.File, error) {
	r, err := f.Open()
	if err != nil {
		return nil, err
	}
	out, d := source.NewSplit(diary.File{Via: Via}), jsonin.New(r)
	for v := range d.Each() {
		asleep, _ := v.Seconds("evaluation", "asleepDuration")
		start, began := v.When("sleepResult", "hypnogram", "sleepStart")
		end, ended := v.When("sleepResult", "hypnogram", "sleepEnd")
		day, dated := v.Day("night")
		if !dated && ended {
			day, dated = end.Day(), true
		}
		if !dated {
			continue
		}
		minutes := func(phase string) float32 {
			s, _ := v.Seconds("evaluation", "phaseDurations", phase)
			return float32(s / 60)
		}
		n := diary.Night{Start: start.Unix, End: end.Unix, Day: day, Light: minutes("light"), Deep: minutes("deep"), REM: minutes("rem"), Wake: minutes("wake")}
		if n.Staged = n.Light+n.Deep+n.REM > 0; !n.Staged {
			n.Wake, n.Total = 0, float32(asleep/60)
		}
		slept, long := n.Asleep(), float64(n.End-n.Start)/60
		switch {
		case slept <= 0 || slept > 24*60:
		case began && ended && start.Zoned == end.Zoned && long <= 24*60 && slept+float64(n.Wake) <= long+1:
			to := out.Of(start, end)
			to.Nights = append(to.Nights, n)
		default: // of hours that are not said, or cannot be: as on the night of a change of clocks without a zone
			out.UTC.Slept = append(out.UTC.Slept, diary.Stamped{At: source.Noon(day), Value: float32(slept), Day: day})
		}
	}
	return d.Files(out.Files()...)
}

// readRecovery reads the RMSSD of nightly_recovery.
func readRecovery(f *source.File) ([]diary.File, error) {
	r, err := f.Open()
	if err != nil {
		return nil, err
	}
	const most = 1000 // ms; more is no reading
	out, d := diary.File{Via: Via}, jsonin.New(r)
	for v := range d.Each() {
		day, ok := v.Day("night")
		if ms := v.Positive("meanNightlyRecoveryRmssd"); ok && ms > 0 && ms < most {
			out.HRV = append(out.HRV, diary.HRVStamp{At: source.Noon(day), Value: float32(ms), Metric: diary.MetricOvernight, Day: day})
		}
	}
	return d.Files(out)
}
