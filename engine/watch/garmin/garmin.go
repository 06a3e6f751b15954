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
// Whose the FIT files are, and the sessions of a file without a number, the numbered names
// beside them say ([Account], [Export]); customer.json is not read for it, for nobody has
// said that its number is that one. Where there is none a FIT file's name begins with the
// address of who uploaded it ([Uploader]).
//
// What a tool fetched from Garmin Connect (dailySleepDTO) is another thing, and is told
// as that.
package garmin

import (
	"path"
	"strconv"
	"strings"

	"rebound/engine/diary"
	"rebound/engine/watch/jsonin"
	"rebound/engine/watch/source"
)

// Via is the export, and also the account whose owner is told.
const Via = "garmin_account"

// Formats are the files of an account's export.
var Formats = []source.Format{
	{Via: Via, Name: "dailySleepDTO", Read: fetched,
		Is: func(h source.Head) bool {
			return h.HasKeys("dailySleepDTO") || h.HasKeys("sleepTimeSeconds", "sleepStartTimestampGMT")
		}},
	{Via: Via, Name: "sleepData", Read: readSleep,
		Is: func(h source.Head) bool {
			return h.HasKeys("calendarDate", "sleepStartTimestampGMT") || h.HasKeys("calendarDate", "sleepWindowConfirmationType")
		}},
	{Via: Via, Name: "healthStatusData", Read: readHealth,
		Is: func(h source.Head) bool { return h.HasKeys("calendarDate", "metrics", "outliersCount") }},
	{Via: Via, Name: "UDSFile", Read: readDays,
		Is: func(h source.Head) bool {
			return h.HasKeys("calendarDate", "wellnessStartTimeGmt") || h.HasKeys("calendarDate", "userProfilePK", "restingHeartRate") ||
				h.HasKeys("calendarDate", "userProfilePK", "totalSteps")
		}},
	{Via: Via, Name: "summarizedActivities", Read: readActivities,
		Is: func(h source.Head) bool { return h.HasKeys("summarizedActivitiesExport") }},
	{Via: Via, Name: "other", Is: isOther},
}

// isOther reports whether a file is one of the export's that nothing is wanted of: JSON
// in one of its folders, or of a name as only it gives.
func isOther(h source.Head) bool {
	if !h.JSON() {
		return false
	}
	for _, part := range strings.Split(strings.ToLower(h.Path), "/") {
		if part == "di_connect" || part == "customer_data" || strings.HasPrefix(part, "di-connect-") || isPart(part) {
			return true
		}
	}
	base := source.Base(h.Path)
	if Account(base) != "" {
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

// Account is the number in a name such as 2025-06-01_2025-09-09_12345678_sleepData.json;
// "" where there is none.
func Account(name string) string {
	parts := strings.SplitN(source.Base(name), "_", 4)
	if len(parts) < 4 {
		return ""
	}
	_, first := source.Day(parts[0])
	_, second := source.Day(parts[1])
	if _, err := strconv.ParseUint(parts[2], 10, 64); !first || !second || err != nil {
		return ""
	}
	return parts[2]
}

// Export is the folder, with a slash or "", that the export lies in which a file is of;
// is: the path shows that it is one's.
func Export(name string) (folder string, is bool) {
	at := 0
	for part := range strings.SplitSeq(name, "/") {
		end := at + len(part) + 1
		switch part = strings.ToLower(part); {
		case end > len(name): // the file itself
		case isPart(part):
			return name[:end], true
		case part == "di_connect" || strings.HasPrefix(part, "di-connect-") || strings.HasPrefix(part, "uploadedfiles_"):
			return name[:at], true
		}
		at = end
	}
	folder, _ = path.Split(name)
	return folder, false
}

// Uploader is the mail address that the name of a file begins with which a device
// uploaded, runner@example.org_100000001.fit, and the path without it; "" for other names.
func Uploader(name string) (mail, rest string) {
	base := strings.LastIndexByte(name, '/') + 1
	at := strings.LastIndexByte(name, '@')
	if at < base {
		return "", name
	}
	n := strings.IndexByte(name[at:], '_')
	if n < 0 {
		return "", name
	}
	return strings.ToLower(name[base : at+n]), name[:base] + name[at+n+1:]
}

// file is what one of them begins as: measured by a watch of Garmin's that it does not
// name, of the account that its name tells.
func file(f *source.File) diary.File {
	return diary.File{Via: Via, Device: diary.Device{Maker: "garmin"}, Owner: source.Owner(Via, Account(f.Path))}
}

// own takes the owner that a row names, where the file's name told none.
func own(f *diary.File, v *jsonin.Value, key string) {
	if f.Owner == 0 {
		f.Owner = source.Owner(Via, v.Text(key))
	}
}

func fetched(*source.File) ([]diary.File, error) {
	return nil, &source.Error{Code: "not_export", What: "Another tool fetched this from Garmin Connect: it is not Garmin's own export.",
		Hint: "Request your data from Garmin and add the zip they send you, or add your watch's FIT files."}
}
