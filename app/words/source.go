package words

import "strings"

// sourceNames are the exports and apps that readings come by, as their makers write
// them; the key is a diary.File's Via, or the maker of a device.
var sourceNames = map[string]string{
	"garmin": "Garmin", "garmin_account": "Garmin account export", "garmin_web": "Garmin Connect website",
	"apple": "Apple Health", "health_auto_export": "Health Auto Export",
	"tcx": "TCX files", "gpx": "GPX files", "strava": "Strava",
	"polar": "Polar", "whoop": "WHOOP", "oura": "Oura", "fitbit": "Fitbit",
	"intervals_icu": "intervals.icu", "runalyze": "Runalyze", "hrv4training": "HRV4Training", "elite_hrv": "Elite HRV", "kubios": "Kubios",
	"table": "your own table", "health_connect": "Health Connect", "samsung": "Samsung Health", "withings": "Withings",
	"suunto": "Suunto", "coros": "COROS", "zepp": "Zepp", "xiaomi": "Xiaomi", "huawei": "Huawei Health",
	"fit": "a FIT file", "typed": "what you typed",
}

// SourceName is how a runner knows a source: "Apple Health" of apple, "Garmin 4315" of
// a watch's "garmin 4315".
func SourceName(source string) string {
	if name := sourceNames[source]; name != "" {
		return name
	}
	maker, model, _ := strings.Cut(source, " ")
	switch name := sourceNames[maker]; {
	case maker == "apple":
		return "Apple " + model // "Watch6,2": a device, not the app
	case name != "":
		return name + " " + model
	}
	return upper(source)
}
