package hrv4training

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"rebound/engine/diary"
	"rebound/engine/watch/source"
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

// Where no day is over 12 the rows say in which order they are; where they do not, the
// runner does.
func TestEitherOrder(t *testing.T) {
	for name, c := range map[string]struct {
		dates string
		want  string // of a row, where it is Android's order or sure
		sure  bool
		other string // else
	}{
		"one over 12":              {"2025-03-04 2025-13-04", "2025-04-03", true, ""},
		"one over 12 the other":    {"2025-03-04 2025-03-13", "2025-03-04", true, ""},
		"one way in time":          {"2025-11-02 2025-12-02 2025-01-03 2025-02-03", "2025-02-11", true, ""},
		"the other way":            {"2025-03-02 2025-03-01 2025-02-12 2025-02-11", "2025-03-02", true, ""},
		"neighbours":               {"2025-03-04 2025-04-04 2025-05-04", "2025-04-03", true, ""},
		"neighbours as the month":  {"2025-03-04 2025-03-05 2025-03-06", "2025-03-04", true, ""},
		"one row":                  {"2025-03-04", "2025-04-03", false, "2025-03-04"},
		"two rows":                 {"2025-03-04 2025-05-06", "2025-04-03", false, "2025-03-04"},
		"the same in either":       {"2025-03-03 2025-04-04", "2025-03-03", true, ""},
		"some rows this, and some": {"2025-13-04 2025-04-13 2025-01-02 2025-02-02 2025-03-02", "2025-02-01", true, ""},
	} {
		text := "date, time, HR, AVNN, SDNN, rMSSD, pNN50,\n"
		for _, d := range strings.Fields(c.dates) {
			text += d + ",07:05,51.2,1171.9,70.1,58.3,31.2,\n"
		}
		for order, want := range map[string]string{"": c.want, "ydm": c.want, "ymd": c.other} {
			if c.sure {
				want = c.want // whatever was said of another
			}
			f := tabletest.File("x.csv", text)
			if order != "" {
				f.Mapping = func(string) []byte {
					return []byte(`{"columns":[{"means":"date"},{"means":"rmssd"}],"order":"` + order + `"}`)
				}
			}
			list, err := read(f)
			if order == "" && !c.sure {
				var e *source.Error
				if !errors.As(err, &e) || e.Code != "needs_mapping" || len(list) > 0 {
					t.Errorf("%s: %v, %v", name, list, err)
				}
				continue
			}
			if err != nil || len(list) != 1 || !slices.ContainsFunc(list[0].HRV, func(v diary.HRVStamp) bool { return v.Day.String() == want && v.Metric == diary.MetricMorningRMSSD }) {
				t.Errorf("%s, %s: %v, %v", name, order, list, err)
			}
		}
	}
}

// A table that the runner leaves out is left out.
func TestLeftOut(t *testing.T) {
	f := tabletest.File("x.csv", android)
	f.Mapping = func(key string) []byte {
		if len(key) != 16 {
			t.Errorf("the key is %q", key)
		}
		return []byte(`{"columns":[{},{}]}`)
	}
	if list, err := read(f); err != nil || list[0].Kind != "other" {
		t.Errorf("%v, %v", list, err)
	}
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
	sourcetest.Fuzz(f, Formats, map[string]string{"android.csv": android, "iphone.csv": iphone, "either.csv": "date,time,rMSSD,AVNN,pNN50\n2025-03-04,07:05,58.3,1,1\n2025-03-05,07:05,58.3,1,1\n"})
}
