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
const typeNights = "No small file has the newest nights: type the morning's numbers on Today until the next export."

// makers in the order of the list, which is the alphabet's but for what is no brand.
var makers = []maker{
	{"Amazfit (Zepp)", []string{"zepp"},
		[]Way{{phone, "In the Zepp app, open a workout and export it as GPX. " + typeNights}},
		[]Way{{phone, "Zepp app: Profile, Settings, Account, Export data. A zip comes by mail, with a password: unpack it, then choose the folder."}},
		"Zepp exports neither HRV nor a resting heart rate."},
	{"Apple Watch", []string{"apple", "health_auto_export"},
		[]Way{{phone, "The app Health Auto Export (from the App Store) saves a small CSV or JSON file each day: choose resting heart rate, heart rate variability, sleep and workouts."}},
		[]Way{
			{phone, "Health app: your picture at the top right, Export All Health Data. After some minutes save export.zip to Files, and choose it here as it is."},
			{computer, "Export it on the phone in the same way, send it over (AirDrop, say) and drop it here."},
		},
		"Apple measures HRV as SDNN, at odd hours. It is shown as SDNN and has a normal of its own; from iOS 27 on RMSSD is there too."},
	{"COROS", []string{"", "runalyze", "intervals_icu"},
		[]Way{{both, "In the app or on the Training Hub, open a workout and export it as FIT."}},
		nil,
		"COROS exports no nights. If you sync it with Runalyze, intervals.icu, Apple Health or Health Connect, drop the export of those; else type the morning's numbers."},
	{"Elite HRV", []string{"elite_hrv"},
		[]Way{{phone, "In the app's settings, export your data. You get a table of all readings by mail."}}, nil,
		"The RMSSD of your morning readings is taken, not the score of 0 to 100."},
	{"Fitbit, Pixel Watch (Google)", []string{"fitbit"},
		[]Way{{both, typeNights}},
		[]Way{{both, "On takeout.google.com choose Fitbit (newer accounts: Google Health) alone. It may come as several zips: drop them all, as they are."}},
		"HRV is there for nights that the watch measured it."},
	{"Gadgetbridge", []string{""},
		[]Way{{phone, "In the app: Data management, Export. Choose the folder it wrote, on the phone or copied to a computer: the watch's own FIT files are in it."}}, nil,
		"This works for the Garmin watches that Gadgetbridge knows."},
	{"Garmin", []string{"", "garmin_account", "garmin_web"},
		[]Way{
			{computer, "Connect the watch by USB, press Choose a folder and take its GARMIN folder."},
			{both, "On connect.garmin.com open the day, and in its menu choose Export Wellness Data: a small zip of that day's FIT files, last night included. A phone's browser can do it too."},
		},
		[]Way{
			{both, "On garmin.com: Account, Data Management, Export Your Data. A zip comes by mail, often within two days; drop it as it is."},
			{both, "Without waiting: on connect.garmin.com, Reports, export sleep and HRV of 4 weeks as CSV, several times. A report of a year is by weeks, which says nothing of days."},
		},
		"HRV needs a watch with HRV status."},
	{"Health Connect (Android)", []string{"health_connect"},
		[]Way{{phone, "Android settings: Health Connect, Manage data, Export data. It can do so every day: choose the newest Health Connect.zip."}}, nil,
		"It holds what your watch's app writes into it; many write nights and no HRV."},
	{"HRV4Training", []string{"hrv4training"},
		[]Way{{phone, "In the app's settings, export your data as CSV. Each export holds all your mornings."}}, nil,
		"The heart rate of a morning reading is not a night's resting heart rate, and is left out."},
	{"Huawei", []string{"huawei"},
		[]Way{{both, typeNights}},
		[]Way{{both, "Huawei Health app: Account, Privacy centre, Request your data. The zip has a password: unpack it on a computer with 7-Zip or the like, then choose the folder."}},
		"Runs alone can be read of it."},
	{"intervals.icu", []string{"intervals_icu"},
		[]Way{{both, "In its settings, download the wellness data as CSV."}}, nil,
		"It does not say which watch fed each number, or at which hour HRV was measured."},
	{"Kubios", []string{"kubios"},
		[]Way{{both, "Export a report as CSV. If Rebound cannot tell its columns, it asks you."}}, nil, ""},
	{"Oura", []string{"oura"},
		[]Way{{both, "On cloud.ouraring.com: Trends, download the data as CSV. Take Bedtime, sleep durations, lowest resting heart rate and average HRV among the columns."}},
		[]Way{{both, "On membership.ouraring.com: Export data. Drop the zip as it is."}},
		"Oura's resting heart rate is the lowest of the night. It measures no runs with pace: add those from your watch or Strava."},
	{"Polar", []string{"polar"},
		[]Way{{both, "On flow.polar.com open a session and export it as FIT or TCX. " + typeNights}},
		[]Way{{both, "On account.polar.com: Download your data. A zip comes by mail; drop it as it is."}},
		"Polar exports no measured resting heart rate: the one in its profile is a setting, and is left out."},
	{"Runalyze", []string{"runalyze"},
		[]Way{{both, "Open the sleep table and export it as CSV."}}, nil,
		"A good way out for nights of COROS and Suunto."},
	{"Samsung (Galaxy Watch)", []string{"samsung", "health_connect"},
		[]Way{{phone, "Let Samsung Health write into Health Connect, and export from there (see Health Connect)."}},
		[]Way{{phone, "Samsung Health app: menu, Settings, Download personal data. Choose the folder that it wrote (in Download), or a zip of it."}},
		""},
	{"Strava", []string{"strava", "tcx", "gpx"},
		[]Way{{both, "On strava.com open a run, and in its menu choose Export Original: FIT where the watch gave that, else TCX or GPX."}},
		[]Way{{both, "On strava.com: Settings, My Account, Download or Delete Your Account, Request Your Archive. It deletes nothing. Drop the zip as it is."}},
		"Strava has runs only: the nights come from your watch or by hand."},
	{"Suunto", []string{"", "suunto", "runalyze"},
		[]Way{{phone, "In the app open a workout and export it as FIT."}}, nil,
		"Suunto exports no nights. If you sync it with Runalyze, drop its sleep table; else type the morning's numbers."},
	{"Wahoo", []string{""},
		[]Way{{phone, "In the app open a workout and share its FIT file."}}, nil,
		"It measures no nights: type the morning's numbers."},
	{"WHOOP", []string{"whoop"},
		[]Way{{phone, typeNights}},
		[]Way{{phone, "WHOOP app: More, App settings, Data export. A zip comes by mail; drop it as it is, in whatever language it is."}},
		"Runs come without pace: drop those of your watch or Strava too."},
	{"Withings", []string{"withings"},
		[]Way{{both, typeNights}},
		[]Way{{both, "In the app or on the website: your profile, Settings, Download your data. A zip comes by mail; drop it as it is."}},
		"Withings exports neither HRV nor a resting heart rate."},
	{"Xiaomi, Redmi", []string{"xiaomi"},
		[]Way{{both, typeNights}},
		[]Way{{both, "On account.xiaomi.com: Privacy, Manage your data, Mi Fitness. The zip has a password, shown there: unpack it, then choose the folder."}},
		"Xiaomi exports no HRV."},
	{"Another watch or app", []string{"", "tcx", "gpx"},
		[]Way{{both, "Look for Export or Share at a workout: FIT is best, TCX is good, GPX has the route, and mostly heart rate."}}, nil,
		"If it syncs with Apple Health, Health Connect, intervals.icu or Runalyze, export from there."},
	{"A table of my own", []string{"table"},
		[]Way{{both, "Save it as CSV, a row a day: date, resting HR, HRV, hours slept. Rebound shows you the first rows and asks which column is which; the next time it knows."}}, nil, ""},
}
