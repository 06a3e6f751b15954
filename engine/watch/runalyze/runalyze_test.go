package runalyze

import (
	"strings"
	"testing"

	"rebound/engine/watch/sourcetest"
	"rebound/engine/watch/table/tabletest"
)

const nights = `id,date,start,end,duration,rem,awake,deep,light,unknown,hrLowest,hrAverage,respiration,quality
1,2025-06-02,23:14,06:58,434,104,30,80,250,0,44,50,14,8
2,2025-06-04,00:30,07:00,360,,30,,,,,52,,0
3,2025-06-04,23:00,07:00,,,,,,,0,,,
`

func TestNights(t *testing.T) {
	sourcetest.Want(t, Formats, "sleep.csv", nights, `file
		clock 1970-01-01T00:00:00 +0
		night 2025-06-02T23:14:00 2025-06-03T06:58:00 light 250 deep 80 rem 104 wake 30
		night 2025-06-04T00:30:00 2025-06-04T07:00:00 total 360
		resting 44 at 2025-06-03T06:58:00 day 2025-06-03`)
	// On the night that the clocks go back, its hours are one too few.
	sourcetest.Want(t, Formats, "sleep.csv", nights[:strings.IndexByte(nights, '\n')+1]+"1,2025-10-25,23:14,07:14,540,104,30,80,326,0,44,50,14,8\n2,2025-10-27,23:14,07:14,630,104,60,80,386,0,44,50,14,8\n", `file
		clock 1970-01-01T00:00:00 +0
		slept 510 at 2025-10-26T12:00:00 day 2025-10-26
		resting 44 at 2025-10-26T07:14:00 day 2025-10-26
		resting 44 at 2025-10-28T07:14:00 day 2025-10-28`)
	for _, row := range []string{"1,2025-06-02,23:14,06:58,26040,6240,1800,4800,15000,0,,50,14,8\n", "1,02.06.2025,23:14,06:58,7:14,1:44,0:30,1:20,4:10,0,,50,14,8\n2,13.06.2025,,,,,,,,,,,,\n"} {
		sourcetest.Want(t, Formats, "sleep.csv", "id,date,start,end,duration,rem,awake,deep,light,unknown,hrLowest,hrAverage,respiration,quality\n"+row, `file
			clock 1970-01-01T00:00:00 +0
			night 2025-06-02T23:14:00 2025-06-03T06:58:00 light 250 deep 80 rem 104 wake 30`)
	}
}

func TestBroken(t *testing.T) { tabletest.Broken(t, Formats, "sleep.csv", nights, ',') }

func FuzzNights(f *testing.F) { sourcetest.Fuzz(f, Formats, map[string]string{"sleep.csv": nights}) }
