package sources

// Where a way can be gone.
const (
	phone    = "Phone"
	computer = "Computer"
	both     = "Phone or computer"
)

// Way is one way to a runner's files.
type Way struct {
	On   string `json:"on"`
	Text string `json:"text"`
}

// maker is a watch or an app as its owner looks for it.
type maker struct {
	name    string
	vias    []string // what its files come as: rows of the sheet
	daily   []Way    // the quickest to the newest numbers
	history []Way    // to everything
	note    string
}

// typeNights is said where no small file has the nights.
const typeNights = "There is no small file with the latest nights: type each morning's numbers on Today until your next export."

// makers in the order of the list, which is the alphabet's but for what is no brand.
var makers = []maker{
	{"Amazfit (Zepp)", []string{"zepp"},
		[]Way{{phone, "In the Zepp app, open a workout and export it as GPX. " + typeNights}},
		[]Way{{phone, "Zepp app: Profile > Settings > Account > Export data. A zip with a password arrives by email: unpack it, then choose the folder."}},
		"Zepp exports no HRV and no resting HR."},
	{"Apple Watch", []string{"apple", "health_auto_export"},
		[]Way{{phone, "The app Health Auto Export (from the App Store) saves a small CSV or JSON file each day. Have it export resting heart rate, heart rate variability, sleep and workouts. As JSON, runs can come with their heart rate and route."}},
		[]Way{
			{phone, "Health app: tap your picture at the top right, then Export All Health Data. It takes a few minutes. Save export.zip to Files and choose it here, just as it is."},
			{computer, "Export it on the phone in the same way, send it to the computer (by AirDrop, say) and add it here."},
		},
		"Apple measures HRV as SDNN, at odd hours. Rebound shows it as HRV (SDNN), with a normal range of its own. From iOS 27 there is RMSSD too."},
	{"COROS", []string{"", "runalyze", "intervals_icu"},
		[]Way{{both, "In the app or on COROS Training Hub, open a workout and export it as FIT."}},
		nil,
		"COROS exports no nights. If you sync it with Runalyze, intervals.icu, Apple Health or Health Connect, export from there; otherwise type each morning's numbers on Today."},
	{"Elite HRV", []string{"elite_hrv"},
		[]Way{{phone, "In the app's settings, export your data. A table of all your readings arrives by email."}}, nil,
		"Rebound reads the RMSSD of your morning readings, not the score from 0 to 100."},
	{"Fitbit, Pixel Watch (Google)", []string{"fitbit"},
		[]Way{{both, typeNights}},
		[]Way{{both, "On takeout.google.com, choose only Fitbit (Google Health on newer accounts). It may come as several zips: add them all, just as they are."}},
		"HRV is there only for nights when the watch measured it."},
	{"Gadgetbridge", []string{""},
		[]Way{{phone, "In the app: Data management > Export. The folder it writes has the watch's own FIT files in it: choose that folder, on the phone or copied to a computer."}}, nil,
		"This works for the Garmin watches that Gadgetbridge supports."},
	{"Garmin", []string{"", "garmin_account", "garmin_web"},
		[]Way{
			{computer, "Connect the watch by USB, press Choose a folder and pick its GARMIN folder."},
			{both, "On connect.garmin.com, open the day and choose Export Wellness Data in its menu: you get a small zip of that day's FIT files, last night included. It works in a phone's browser too."},
		},
		[]Way{
			{both, "On garmin.com: Account > Data Management > Export Your Data. A link to a zip arrives by email, often within two days; add the zip just as it is."},
			{both, "Without waiting: on connect.garmin.com, under Reports, export sleep and HRV as CSV, 4 weeks at a time. The 1-year report gives weekly averages, which Rebound cannot use."},
		},
		"For HRV you need a watch with HRV status."},
	{"Health Connect (Android)", []string{"health_connect"},
		[]Way{{phone, "Android settings > Health Connect > Manage data > Export data. It can export every day: choose the newest Health Connect.zip."}}, nil,
		"Health Connect holds only what your watch's app puts there: many apps share nights but not HRV."},
	{"HRV4Training", []string{"hrv4training"},
		[]Way{{phone, "In the app's settings, export your data as CSV. Each export holds all your mornings."}}, nil,
		"The heart rate of a morning reading is not the night's resting HR, so it is left out."},
	{"Huawei", []string{"huawei"},
		[]Way{{both, typeNights}},
		[]Way{{both, "Huawei Health app: Account > Privacy centre > Request your data. The zip has a password: unpack it on a computer with 7-Zip or a similar program, then choose the folder."}},
		"Rebound can only read the runs in it."},
	{"intervals.icu", []string{"intervals_icu"},
		[]Way{{both, "In its settings, download your wellness data as CSV."}}, nil,
		"It does not say which watch each number came from, or at what hour HRV was measured."},
	{"Kubios", []string{"kubios"},
		[]Way{{both, "Export a report as CSV. If Rebound cannot tell what the columns are, it asks you."}}, nil, ""},
	{"Oura", []string{"oura"},
		[]Way{{both, "On cloud.ouraring.com, open Trends and download the data as CSV. Include the columns for bedtime, sleep durations, lowest resting heart rate and average HRV."}},
		[]Way{{both, "On membership.ouraring.com, choose Export data. Add the zip just as it is."}},
		"Oura's resting HR is the lowest of the night. Oura does not record the pace of runs: add those from your watch or Strava."},
	{"Polar", []string{"polar"},
		[]Way{{both, "On flow.polar.com, open a session and export it as FIT or TCX. " + typeNights}},
		[]Way{{both, "On account.polar.com, choose Download your data. A link to a zip arrives by email; add the zip just as it is."}},
		"Polar exports no measured resting HR: the one in your profile is only a setting, so it is left out."},
	{"Runalyze", []string{"runalyze"},
		[]Way{{both, "Open the sleep table and export it as CSV."}}, nil,
		"A good way to get your nights out of COROS and Suunto."},
	{"Samsung (Galaxy Watch)", []string{"samsung", "health_connect"},
		[]Way{{phone, "Let Samsung Health write to Health Connect, then export from there (see Health Connect)."}},
		[]Way{{phone, "Samsung Health app: menu > Settings > Download personal data. Choose the folder it writes (in Download), or a zip of that folder."}},
		""},
	{"Strava", []string{"strava", "tcx", "gpx"},
		[]Way{{both, "On strava.com, open a run and choose Export Original in its menu. You get FIT if your watch sent FIT, otherwise TCX or GPX."}},
		[]Way{{both, "On strava.com: Settings > My Account > Download or Delete Your Account > Request Your Archive. Requesting it deletes nothing. Add the zip just as it is."}},
		"Strava has only runs: add the nights from your watch, or type them on Today."},
	{"Suunto", []string{"", "suunto", "runalyze"},
		[]Way{{phone, "In the app, open a workout and export it as FIT."}}, nil,
		"Suunto exports no nights. If you sync it with Runalyze, export the sleep table there; otherwise type each morning's numbers on Today."},
	{"Wahoo", []string{""},
		[]Way{{phone, "In the app, open a workout and share its FIT file."}}, nil,
		"Wahoo measures no nights: type each morning's numbers on Today."},
	{"WHOOP", []string{"whoop"},
		[]Way{{phone, typeNights}},
		[]Way{{phone, "WHOOP app: More > App settings > Data export. A link to a zip arrives by email; add the zip just as it is, whatever its language."}},
		"WHOOP's runs have no pace: add those from your watch or Strava too."},
	{"Withings", []string{"withings"},
		[]Way{{both, typeNights}},
		[]Way{{both, "In the app or on the website: your profile > Settings > Download your data. A link to a zip arrives by email; add the zip just as it is."}},
		"Withings exports no HRV and no resting HR."},
	{"Xiaomi, Redmi", []string{"xiaomi"},
		[]Way{{both, typeNights}},
		[]Way{{both, "On account.xiaomi.com: Privacy > Manage your data > Mi Fitness. The zip has a password, which is shown there: unpack it, then choose the folder."}},
		"Xiaomi exports no HRV."},
	{"Another watch or app", []string{"", "tcx", "gpx"},
		[]Way{{both, "Open a workout and look for Export or Share. FIT is best, TCX is good; GPX has the route and usually heart rate."}}, nil,
		"If it syncs with Apple Health, Health Connect, intervals.icu or Runalyze, export from there."},
	{"My own table", []string{"table"},
		[]Way{{both, "Save it as CSV with one row for each day: date, resting HR, HRV, hours slept. Rebound shows you the first rows and asks what each column is; next time it knows."}}, nil, ""},
}
