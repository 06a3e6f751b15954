package vendor

import (
	"fmt"
	"slices"
	"strings"
)

var garminAccount = []Vendor{{
	Name: "garmin_account", Via: "garmin_account", What: "Garmin account, all of your data: a zip with nights, daily values and the FIT files",
	write: writeGarminAccount,
}}

func writeGarminAccount(x *export, top folder) {
	top.zip("8f2f0c1e-4b57-4a6e-9d0b-5b1f6f7a2c11_1.zip", func(in folder) {
		in.file("customer_data/customer.json", func(w *text) { w.f(`{"customerId":%d,"locale":"en"}`, x.Account) })
		in.file("DI_CONNECT/DI-Connect-User/user_profile.json", func(w *text) { w.f(`{"userName":"runner","gender":"FEMALE"}`) })
		for _, days := range x.spans(100, 1) {
			span := days[0].date.String() + "_" + days[len(days)-1].date.String()
			newest := slices.Clone(days)
			slices.Reverse(newest)
			of := func(folder, name string, element func(w *text, d *day)) {
				in.file("DI_CONNECT/DI-Connect-"+folder+"/"+name, func(w *text) {
					w.list(len(newest), func(i int) { element(w, &newest[i]) })
				})
			}
			of("Wellness", fmt.Sprintf("%s_%d_sleepData.json", span, x.Account), x.garminSleep)
			of("Wellness", fmt.Sprintf("%s_%d_healthStatusData.json", span, x.Account), x.garminHealth)
			of("Aggregator", "UDSFile_"+span+".json", x.garminDay)
			of("Metrics", fmt.Sprintf("TrainingReadinessDTO_%s_%d.json", strings.ReplaceAll(span, "-", ""), x.Account), func(w *text, d *day) {
				w.f(`{"userProfilePK":%d,"calendarDate":"%v","level":"MODERATE","score":%d}`, x.Account, d.date, d.score())
			})
		}
		x.garminActivities(in)
		x.garminUploads(in)
	})
}

func (x *export) garminSleep(w *text, d *day) {
	const layout = "2006-01-02T15:04:05.0"
	n := &d.night
	w.f(`{"sleepStartTimestampGMT":"%s","sleepEndTimestampGMT":"%s","calendarDate":"%v","sleepWindowConfirmationType":"ENHANCED_CONFIRMED_FINAL",`,
		inUTC(n.Start, layout), inUTC(n.End, layout), d.date)
	w.f(`"deepSleepSeconds":%d,"lightSleepSeconds":%d,"remSleepSeconds":%d,"awakeSleepSeconds":%d,"unmeasurableSeconds":0,`,
		int(n.Deep)*60, int(n.Light)*60, int(n.REM)*60, int(n.Wake)*60)
	w.f(`"averageRespiration":%.1f,"retro":false,"awakeCount":2,"avgSleepStress":17.5,"restlessMomentCount":31,"sleepScores":{"overallScore":%d,"qualityScore":%d},"napList":[]}`,
		d.breaths, d.score(), d.score()-1)
}

// garminHealth has the night's HRV, and its heart rate, which is no resting one.
func (x *export) garminHealth(w *text, d *day) {
	made := inUTC(d.night.End+180, "2006-01-02T15:04:05.0")
	w.f(`{"calendarDate":"%v","createTimestampUTC":"%s","updateTimestampUTC":"%s","outliersCount":0,"metrics":[`, d.date, made, made)
	w.f(`{"type":"HRV","value":%.1f,"baselineUpperLimit":%.1f,"baselineLowerLimit":%.1f,"status":"IN_RANGE","percentage":55.0},`, d.rmssd, d.rmssd+8, d.rmssd-8)
	w.f(`{"type":"HR","value":%d.0,"baselineUpperLimit":%d.0,"baselineLowerLimit":%d.0,"status":"IN_RANGE"},{"type":"SPO2","status":"UNKNOWN"}]}`,
		d.resting+5, d.resting+9, d.resting+1)
}

func (x *export) garminDay(w *text, d *day) {
	from := x.midnight(d.date)
	w.f(`{"userProfilePK":%d,"calendarDate":"%v","uuid":"%032x","wellnessStartTimeGmt":"%s","wellnessStartTimeLocal":"%s",`,
		x.Account, d.date, noise(from), inUTC(from, "2006-01-02T15:04:05.0"), x.on(from, "2006-01-02T15:04:05.0"))
	w.f(`"restingHeartRate":%d,"restingHeartRateTimestamp":%d,"minHeartRate":%d,"maxHeartRate":%d,"totalSteps":%d,`,
		d.resting, d.night.End*1000, d.resting-3, d.resting+90, 9000+noise(from)%5000)
	w.f(`"allDayStress":{"calendarDate":"%v","aggregatorList":[{"type":"TOTAL","averageStressLevel":%d},{"type":"AWAKE","averageStressLevel":%d}]}}`,
		d.date, d.stress, d.stress+3)
}

// garminActivities are the sessions' sums, a thousand a file, the newest first.
func (x *export) garminActivities(in folder) {
	var ran []*day
	for _, d := range x.runs {
		ran = append(ran, d)
	}
	slices.Reverse(ran)
	for first := 0; first < len(ran); first += 1000 {
		page := ran[first:min(len(ran), first+1000)]
		name := fmt.Sprintf("DI_CONNECT/DI-Connect-Fitness/%s_%d_summarizedActivities.json", x.mail(), max(0, first+min(first, 1)))
		in.file(name, func(w *text) {
			w.f(`[{"summarizedActivitiesExport":`)
			w.list(len(page), func(i int) {
				a := page[i].run
				w.f(`{"activityId":%d,"name":"Morning Run","activityType":"running","userProfileId":%d,"startTimeGmt":%s,"startTimeLocal":%s,`,
					19000000000+len(ran)-first-i, x.Account, power(float64(a.Start*1000)), power(float64((a.Start+x.offset)*1000)))
				w.f(`"duration":%.1f,"movingDuration":%.1f,"elapsedDuration":%.1f,"distance":%.1f,"elevationGain":%.1f,"avgSpeed":%.4f,"avgHr":%d.0,"maxHr":%d.0,"avgRunCadence":84.0,"sportType":"RUNNING"}`,
					1000*a.Seconds, 1000*a.Seconds-7000, 1000*a.Elapsed, 100*a.Meters, 100*a.Ascent, a.Meters/a.Seconds/10, a.AvgHR, a.MaxHR)
			})
			w.f(`}]`)
		})
	}
}

// garminUploads are the FIT files, in zips of so many.
func (x *export) garminUploads(in folder) {
	const most = 5000
	files := x.runner.Files()
	for part := 0; part*most < len(files); part++ {
		in.zip(fmt.Sprintf("DI_CONNECT/DI-Connect-Uploaded-Files/UploadedFiles_0-_Part%d.zip", part+1), func(z folder) {
			for i, f := range files[part*most : min(len(files), part*most+most)] {
				z.file(fmt.Sprintf("%s_%d.fit", x.mail(), 100000000+part*most+i), func(w *text) { x.fit(w, f) })
			}
		})
	}
}
