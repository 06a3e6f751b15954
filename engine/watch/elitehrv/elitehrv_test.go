package elitehrv

import (
	"testing"

	"rebound/engine/watch/sourcetest"
	"rebound/engine/watch/table/tabletest"
)

const readings = `Member,Date,Datetime,Type,HRV,lnRmssd,Rmssd,Nn50,Pnn50,Sdnn,Score,Indication,Balance,Rolling Avg HRV,HRV CV,HR,Rolling Avg HR
Alex,2025-06-03,2025-06-03 07:05:00,readiness,63,4.1,58.3,12,31,70,8,ok,s,62,5,51,52
Alex,2025-06-03,2025-06-03 09:05:00,readiness,60,3.9,49.9,12,31,70,8,ok,s,62,5,55,52
Alex,2025-06-04,2025-06-04 17:05:00,openreading,50,3.1,22.3,12,31,70,,,,62,5,71,52
Alex,2025-06-05,2025-06-05 07:05:00,readiness,0,0,0,0,0,0,,,,62,5,0,52
`

// HRV is a score; a reading that is none of readiness is not the morning's; HR is no
// resting HR.
func TestReadings(t *testing.T) {
	sourcetest.Want(t, Formats, "x.csv", "\uFEFF"+readings, `file  owned
		clock 1970-01-01T00:00:00 +0
		hrv morning_rmssd 58.3 at 2025-06-03T07:05:00 day 2025-06-03`)
	list, _, err := sourcetest.Read(Formats, "x.csv", []byte(readings+"Sam,2025-06-03,2025-06-03 06:05:00,readiness,63,4.1,33.3,12,31,70,8,ok,s,62,5,51,52\n"))
	if err != nil || len(list) != 2 || list[0].Owner == list[1].Owner || len(list[0].HRV) != 1 || len(list[1].HRV) != 1 {
		t.Errorf("two people: %+v, %v", list, err)
	}
}

func TestBroken(t *testing.T) { tabletest.Broken(t, Formats, "x.csv", readings, ',') }

func FuzzReadings(f *testing.F) { sourcetest.Fuzz(f, Formats, map[string]string{"x.csv": readings}) }
