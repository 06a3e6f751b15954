// Package brand has the names of makers, apps and exports as they write them
// themselves: for the sentences about readings (app/words) and for *Where are my
// files?* (app/sources). A name goes in as files and the diary have it ("garmin"),
// and comes out as the runner knows it.
package brand

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// names by a diary.File's Via, or by the maker of a device.
var names = map[string]string{
	"garmin": "Garmin", "garmin_account": "Garmin account export", "garmin_web": "Garmin Connect website",
	"apple": "Apple Health", "health_auto_export": "Health Auto Export",
	"tcx": "TCX files", "gpx": "GPX files", "strava": "Strava",
	"polar": "Polar", "whoop": "WHOOP", "oura": "Oura", "fitbit": "Fitbit",
	"intervals_icu": "intervals.icu", "runalyze": "Runalyze", "hrv4training": "HRV4Training", "elite_hrv": "Elite HRV", "kubios": "Kubios",
	"table": "Your own table", "health_connect": "Health Connect", "samsung": "Samsung Health", "withings": "Withings",
	"suunto": "Suunto", "coros": "COROS", "zepp": "Zepp", "xiaomi": "Xiaomi", "huawei": "Huawei Health",
	"fit": "FIT files", "device": "FIT files", "typed": "Your log", "strap": "Your chest strap",
}

// apps that write into Health Connect, which goes by their packages' ids.
var apps = map[string]string{
	"com.fitbit.FitbitMobile": "Fitbit", "com.garmin.android.apps.connectmobile": "Garmin Connect", "com.google.android.apps.fitness": "Google Fit",
	"com.huami.watch.hmwatchmanager": "Zepp", "com.ouraring.oura": "Oura", "com.sec.android.app.shealth": "Samsung Health", "com.strava": "Strava",
	"com.stt.android.suunto": "Suunto", "com.urbandroid.sleep": "Sleep as Android", "com.whoop.android": "WHOOP", "com.withings.wiscale2": "Withings",
	"com.xiaomi.hm.health": "Zepp Life", "com.xiaomi.wearable": "Mi Fitness", "fi.polar.polarflow": "Polar Flow", "nodomain.freeyourgadget.gadgetbridge": "Gadgetbridge",
}

// Name is how a runner knows a source: "Apple Health" of apple, "Garmin 4315" of a
// watch's "garmin 4315", "FIT files" of a watch whose maker is not said.
func Name(source string) string {
	if source == "" {
		source = "fit"
	}
	if name := names[source]; name != "" {
		return name
	}
	maker, model, _ := strings.Cut(source, " ")
	switch name := names[maker]; {
	case maker == "apple":
		return "Apple " + strings.Replace(model, "Watch", "Watch ", 1) // of "Watch6,2": a device, not the app
	case maker == "health_connect" && apps[model] != "":
		return apps[model] + " in Health Connect"
	case maker == "health_connect" && strings.Contains(model, "."):
		return name + " app " + model
	case name != "":
		return name + " " + written(model)
	}
	return written(source)
}

// written is a name as people write one, of what comes in small letters alone: FIT's
// "stages_cycling", "connect™ health kit" of Fitbit's export. One with a capital of its
// own, an app's say, stands as it is.
func written(name string) string {
	if strings.ToLower(name) != name {
		return name
	}
	words := strings.Fields(strings.ReplaceAll(name, "_", " "))
	for i, w := range words {
		first, size := utf8.DecodeRuneInString(w)
		words[i] = string(unicode.ToUpper(first)) + w[size:]
	}
	return strings.Join(words, " ")
}
