// Package oura reads what Oura gives out.
//
//	oura_trends.csv            cloud.ouraring.com: a row a night, the columns that the user picked
//	App Data/sleepmodel.csv    the Membership Hub's zip: a row a period of sleep, semicolons
//	App Data/*.csv             the rest of that zip: known, and left
//	*.json                     periods of sleep as the API gives them: {"data":[...]}, {"sleep":[...]}
//
// Seen in real files (trends: four headers of 2018 to 2024, 1,359 nights): seconds; the
// date is that of waking; None or nothing is what was not measured; times have their
// offset. The Membership Hub's tables are known from readers of them.
//
// Resting HR is the night's lowest, which is what Oura calls resting; the average is
// that of the sleep, and is left. HRV is RMSSD over the night. Of several periods of one
// day the longest long_sleep is the night; other kinds are naps, and what is deleted or
// only rest is nothing. Scores and contributors (hrv_balance, resting_heart_rate from 0
// to 100) are never readings.
//
// Of the JSON, version 2 of the API was seen in Oura's sandbox; version 1 (summary_date,
// which is the evening's, hr_lowest, rmssd) and a whole account's document in readers.
package oura

import (
	"slices"
)

const via = "oura"

// Formats are Oura's files.
var Formats = slices.Concat(tables, documents)
