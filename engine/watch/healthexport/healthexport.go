// Package healthexport reads the small files of Health Auto Export, the app by which
// many who wear an Apple Watch have their days out daily.
//
//	HealthAutoExport-<from>-<to>.csv   a row a day, or an hour, of the metrics that were chosen
//	*.json                             {"data":{"metrics":[...],"workouts":[...]}}: the same, or every reading
//	Workouts-<from>-<to>.csv           Workout Type, Start, End, Duration and what was chosen
//
// Known from readers of it: units stand in the names and follow the user's settings;
// some names end in a blank; nothing is what was not measured. "Heart Rate Variability
// (ms)" is SDNN, the mean of a day's readings at any hour, and never a night's. "Sleep
// Analysis [Asleep]" is 0 where there are stages, so that the total or the sum of the
// stages is the sleep; in bed is not asleep. Heart rates that are not resting are left.
//
// In the JSON a night may be a row, or a row a stage: then rows of one source less than
// three hours apart are a night. HRV is a day's mean at midnight, of moment any; or every
// reading: then the median of those in a sleep is the night's. A workout may have heartRateData (a
// row a minute, or every reading), a route with speeds, and walkingAndRunningDistance of
// the same rows, which gives a run without a route its speed. Unverified: rows of stages,
// the name of the RMSSD of iOS 27, that date of a
// sleep is that of waking (the end is taken where it is said), sources other than a watch.
//
// Times have no zone, or the phone's offset; the app does not say whose watch it was.
package healthexport

import (
	"slices"

	"rebound/engine/diary"
)

const via = "health_auto_export"

var device = diary.Device{Maker: "apple"}

// Formats are the app's files.
var Formats = slices.Concat(tables, documents)
