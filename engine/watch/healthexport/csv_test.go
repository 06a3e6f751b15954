package healthexport

import (
	"testing"

	"rebound/engine/watch/sourcetest"
	"rebound/engine/watch/table/tabletest"
)

const days = `Date/Time,Heart Rate [Min] (count/min),Heart Rate [Avg] (count/min),Resting Heart Rate (count/min),Heart Rate Variability (ms),Sleep Analysis [Total] (hr),Sleep Analysis [Asleep] (hr),Sleep Analysis [Core] (hr),Sleep Analysis [Deep] (hr),Sleep Analysis [REM] (hr),Sleep Analysis [Awake] (hr),Sleep Analysis [In Bed] (hr),Step Count (count) 
2025-06-03 00:00:00,43,66,46,55.5,7.25,0,4.25,1.25,1.75,0.5,7.9,9120
2025-06-04 00:00:00,,66,,,,,,,,,,812
`

// A mean of the day's SDNN is neither RMSSD nor a night's; [Asleep] is 0 beside stages; a
// heart rate is not the resting one.
func TestDays(t *testing.T) {
	want := `file apple
		clock 1970-01-01T00:00:00 +0
		slept 435 at 2025-06-03T12:00:00 day 2025-06-03
		resting 46 at 2025-06-03T12:00:00 day 2025-06-03
		hrv any_sdnn 55.5 at 2025-06-03T12:00:00 day 2025-06-03`
	sourcetest.Want(t, Formats, "x.csv", days, want)
	for _, in := range []string{
		"Date,Resting Heart Rate (count/min),Heart Rate Variability (ms),Sleep Analysis [Core] (hr),Sleep Analysis [Deep] (hr),Sleep Analysis [REM] (hr),Sleep Analysis [Asleep] (hr)\n2025-06-03,46,55.5,4.25,1.25,1.75,0\n",
		"Date,Resting Heart Rate (count/min),Heart Rate Variability (ms),Sleep Analysis [Asleep] (min)\n2025-06-03,46,55.5,435\n",
		"Date/Time,Resting Heart Rate (count/min),Heart Rate Variability (ms),Sleep Analysis [Total] (hr)\n2025-06-03 01:00:00,,60,\n2025-06-03 07:00:00,46,51,7.25\n", // by the hour
		"Date/Time;Resting Heart Rate (count/min);Heart Rate Variability (ms);Sleep Analysis [Total] (hr)\n03.06.2025 00:00;46;55,5;7,25\n13.06.2025 00:00;;;\n",
	} {
		sourcetest.Want(t, Formats, "x.csv", in, want)
	}
	sourcetest.Want(t, Formats, "x.csv", "Date,Heart Rate Variability (RMSSD) (ms)\n2025-06-03,48\n", `file apple
		clock 1970-01-01T00:00:00 +0
		hrv any_rmssd 48 at 2025-06-03T12:00:00 day 2025-06-03`)
	sourcetest.Want(t, Formats, "x.csv", "Date,Step Count (count)\n2025-06-03,9120\n", "other")
	sourcetest.Want(t, Formats, "x.csv", "Date,Resting Heart Rate (count/min)\n2025-06-02,46\n2025-06-09,46\n2025-06-16,46\n2025-06-23,46\n", "error weekly")
	sourcetest.Want(t, Formats, "x.csv", "Date,Weight (kg)\n2025-06-03,70\n", "unknown")
}

const sessions = `Workout Type,Start,End,Duration,Distance (km),Avg Heart Rate (bpm),Max Heart Rate (bpm)
Outdoor Run,2025-06-03 07:30:00,2025-06-03 08:15:02,0:44:50,8.5234,146,168
Yoga,2025-06-03 18:30:00,2025-06-03 19:00:00,0:30:00,,,
`

func TestWorkouts(t *testing.T) {
	sourcetest.Want(t, Formats, "x.csv", sessions, `file apple
		clock 1970-01-01T00:00:00 +0
		running at 2025-06-03T07:30:00 2690s of 2702s 8523.4m hr 146 max 168
		training at 2025-06-03T18:30:00 1800s of 1800s 0m`)
	sourcetest.Want(t, Formats, "x.csv", "Workout Type,Start,End,Duration,Distance (mi)\nOutdoor Run,2025-06-03 07:30:00 +0200,2025-06-03 08:15:02 +0200,0:44:50,2\n", `file apple
		clock 2025-06-03T05:30:00 +120
		running at 2025-06-03T05:30:00 2690s of 2702s 3218.69m`)
}

func TestTablesBroken(t *testing.T) {
	tabletest.Broken(t, Formats, "x.csv", days, ',')
	tabletest.Broken(t, Formats, "x.csv", sessions, ',')
}

func FuzzTables(f *testing.F) {
	sourcetest.Fuzz(f, Formats, map[string]string{"days.csv": days, "workouts.csv": sessions})
}
