package hrv4training

import (
	"strings"
	"testing"

	"rebound/engine/watch/sourcetest"
	"rebound/engine/watch/table/tabletest"
)

const android = `date, time, HR, AVNN, SDNN, rMSSD, pNN50, LF, HF, HRV4T_Recovery_Points,
2025-03-06,07:05,51.2,1171.9,70.1,58.3,31.2,1200.5,900.4,7.7,
2025-04-06,00:00,0.0,0.0,0.0,0.0,0.0,0.0,0.0,0.0,
2025-27-06,07:02,53.3,1125.7,60.4,49.9,23.0,950.1,720.2,7.3,
2025-27-06,11:02,53.3,1125.7,60.4,19.9,23.0,950.1,720.2,7.3,
`

const iphone = `timestamp_measurement,HR,AVNN,SDNN,rMSSD,pNN50,LF,HF,HRV4T_Recovery_Points
2017-04-01 09:56:21 +0000,51.2,1171.9,70.1,58.3,31.2,1200.5,900.4,7.7
2017-04-02 09:00:21 +0000,51.2,1171.9,70.1,-,31.2,1200.5,900.4,7.7
`

// The day stands before the month on Android; the pulse of the reading and SDNN are left.
func TestAndroid(t *testing.T) {
	sourcetest.Want(t, Formats, "x.csv", android, `file
		clock 1970-01-01T00:00:00 +0
		hrv morning_rmssd 58.3 at 2025-06-03T07:05:00 day 2025-06-03
		hrv morning_rmssd 49.9 at 2025-06-27T07:02:00 day 2025-06-27`)
	sourcetest.Want(t, Formats, "x.csv", strings.ReplaceAll(strings.ReplaceAll(strings.ReplaceAll(android, "-27-06", "-06-27"), "-03-06", "-06-03"), "\n", "\r\n\r\n"), `file
		clock 1970-01-01T00:00:00 +0
		hrv morning_rmssd 58.3 at 2025-06-03T07:05:00 day 2025-06-03
		hrv morning_rmssd 49.9 at 2025-06-27T07:02:00 day 2025-06-27`)
}

func TestIPhone(t *testing.T) {
	sourcetest.Want(t, Formats, "x.csv", iphone, `file
		clock 1970-01-01T00:00:00 +0
		hrv morning_rmssd 58.3 at 2017-04-01T09:56:21 day 2017-04-01`)
	old := "date,timestamp_measurement, HR, AVNN, SDNN, rMSSD, pNN50, LF, HF,HRV4T_Recovery_Points,sleep_time\r" +
		"2018-07-08,2018-07-08 9:02:47 a. m. +0000,51,1171,70,58.3,31,1200,900,7.7,08:53\r" +
		"2018-07-09,-,-,-,-,-,-,-,-,-,-\r2018-07-10\r"
	sourcetest.Want(t, Formats, "x.csv", old, `file
		clock 1970-01-01T00:00:00 +0
		hrv morning_rmssd 58.3 at 2018-07-08T09:02:47 day 2018-07-08`)
}

func TestBroken(t *testing.T) {
	tabletest.Broken(t, Formats, "x.csv", iphone, ',')
	tabletest.Broken(t, Formats, "x.csv", android, ',')
}

func FuzzReadings(f *testing.F) {
	sourcetest.Fuzz(f, Formats, map[string]string{"android.csv": android, "iphone.csv": iphone})
}
