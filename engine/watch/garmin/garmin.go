// Package garmin reads what Garmin sends to who asks for all their data: the zip of an
// account (garmin.com, data management), whole, unpacked, or a folder of it.
//
// What is read, all of it JSON, in spans of some hundred days that overlap:
//
//   - *_sleepData.json: a night as instants in UTC, its stages, and calendarDate, which
//     is the local date of waking. A row without any stage (OFF_WRIST, UNCONFIRMED, null)
//     is a night that was not measured. Of rows for the same window the last counts.
//   - *_healthStatusData.json: the night's RMSSD, where the watch gives it.
//   - UDSFile_*.json: the day's resting heart rate; and how far the local clock was from
//     UTC, which the nights do not say.
//   - *_summarizedActivities.json: sessions without their series. The FIT files of the same
//     export have those, in zips within the zip, and become one with these.
//
// What only looks like a signal and is left: healthStatusData's type HR (the heart rate
// of the night), minHeartRate, and every score and baseline. Not read, because a signal
// does not need it: stress, body battery, respiration, weight, VO2max, predictions.
// naps (napList) are left too: no file with one was seen.
//
// All of this was seen in the readers and tests of people who have such an export, none
// in a file itself. Unverified: that the number in a file's name is the userProfilePK of
// the files that say one, as which it is taken; times of sleep in milliseconds.
//
// What a tool fetched from Garmin Connect (dailySleepDTO) is another thing, and is told
// as that.
package garmin

import (
	"strconv"
	"strings"

	"rebound/engine/diary"
	"rebound/engine/watch/jsonin"
	"rebound/engine/watch/source"
)

// via is the export, and also the account whose owner is told.
const via = "garmin_account"

// Formats are the files of an account's export.
var Formats = []source.Format{
	{Via: via, Name: "dailySleepDTO", Read: fetched,
		Is: func(h source.Head) bool {
			return h.HasKeys("dailySleepDTO") || h.HasKeys("sleepTimeSeconds", "sleepStartTimestampGMT")
		}},
	{Via: via, Name: "sleepData", Read: readSleep,
		Is: func(h source.Head) bool {
			return h.HasKeys("calendarDate", "sleepStartTimestampGMT") || h.HasKeys("calendarDate", "sleepWindowConfirmationType")
		}},
	{Via: via, Name: "healthStatusData", Read: readHealth,
		Is: func(h source.Head) bool { return h.HasKeys("calendarDate", "metrics", "outliersCount") }},
	{Via: via, Name: "UDSFile", Read: readDays,
		Is: func(h source.Head) bool {
			return h.HasKeys("calendarDate", "wellnessStartTimeGmt") || h.HasKeys("calendarDate", "userProfilePK", "restingHeartRate") ||
				h.HasKeys("calendarDate", "userProfilePK", "totalSteps")
		}},
	{Via: via, Name: "summarizedActivities", Read: readActivities,
		Is: func(h source.Head) bool { return h.HasKeys("summarizedActivitiesExport") }},
	{Via: via, Name: "other", Is: isOther},
}

// isOther reports whether a file is one of the export's that nothing is wanted of: JSON
// in one of its folders, or of a name as only it gives.
func isOther(h source.Head) bool {
	if !h.JSON() {
		return false
	}
	for _, part := range strings.Split(strings.ToLower(h.Path), "/") {
		if part == "di_connect" || strings.HasPrefix(part, "di-connect-") || isPart(part) {
			return true
		}
	}
	base := source.Base(h.Path)
	if _, ok := account(base); ok {
		return true
	}
	for _, kind := range []string{"trainingreadinessdto_", "metricsmaxmetdata_", "metricsacutetrainingload_", "metricsheataltitude", "traininghistory_", "runracepredictions_",
		"activityvo2max_", "hydrationlogfile_", "udsfile_"} {
		if strings.HasPrefix(base, kind) {
			return true
		}
	}
	return strings.HasSuffix(base, "_summarizedactivities.json")
}

// isPart reports whether it is the name of one of the zips that an export comes in, or of
// the folder that it was unpacked to: <uuid>_1.zip.
func isPart(name string) bool {
	id, n, _ := strings.Cut(strings.TrimSuffix(name, ".zip"), "_")
	return len(id) == 36 && strings.Count(id, "-") == 4 && strings.Trim(id, "0123456789abcdef-") == "" && n != "" && strings.Trim(n, "0123456789") == ""
}

// account is the number in a name such as 2025-06-01_2025-09-09_12345678_sleepData.json.
func account(base string) (id string, ok bool) {
	parts := strings.SplitN(base, "_", 4)
	if len(parts) < 4 {
		return "", false
	}
	_, first := source.Day(parts[0])
	_, second := source.Day(parts[1])
	_, err := strconv.ParseUint(parts[2], 10, 64)
	return parts[2], first && second && err == nil
}

// file is what one of them begins as: measured by a watch of Garmin's that it does not
// name, of the account that its name tells.
func file(f *source.File) diary.File {
	id, _ := account(source.Base(f.Path))
	return diary.File{Via: via, Device: diary.Device{Maker: "garmin"}, Owner: source.Owner(via, id)}
}

// own takes the owner that a row names, where the file's name told none.
func own(f *diary.File, v *jsonin.Value, key string) {
	if f.Owner == 0 {
		f.Owner = source.Owner(via, v.Text(key))
	}
}

func fetched(*source.File) ([]diary.File, error) {
	return nil, &source.Error{Code: "not_export", What: "Another tool fetched this from Garmin Connect: it is not Garmin's own export.",
		Hint: "Request your data from Garmin and add the zip they send you, or add your watch's FIT files."}
}
