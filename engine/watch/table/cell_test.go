package table

import (
	"math"
	"testing"

	"rebound/engine/diary"
)

func TestNumber(t *testing.T) {
	for _, c := range []struct {
		in      string
		decimal byte
		want    float64 // NaN: none
	}{
		{"58", 0, 58}, {" 58.1 ", 0, 58.1}, {"58,1", 0, 58.1}, {"-2", 0, -2}, {"34 ms", 0, 34}, {"51 bpm", 0, 51}, {"93 %", 0, 93}, {"51.5ms", 0, 51.5},
		{"4,614", 0, 4614}, {"4,614", ',', 4.614}, {"4,614", '.', 4614}, {"0,614", 0, .614}, {"10,20", 0, 10.2}, {"1.234", 0, 1.234}, {"1.234", ',', 1.234},
		{"1.234,5", 0, 1234.5}, {"1,234.5", ',', 1234.5}, {"1,234,567", 0, 1234567}, {"1.234.567", 0, 1234567}, {"12 345,6", 0, 12345.6}, {"12\u202F345", 0, 12345},
		{"1'234.5", 0, 1234.5}, {"1.757e3", 0, 1757}, {"1E+2", 0, 100}, {"+3", 0, 3},
		{"", 0, math.NaN()}, {"--", 0, math.NaN()}, {"NaN", 0, math.NaN()}, {"None", 0, math.NaN()}, {"7h 8min", 0, math.NaN()}, {"2025-09-10", 0, math.NaN()},
		{"10.09.2025", 0, math.NaN()}, {"1e999", 0, math.NaN()}, {"Inf", 0, math.NaN()}, {"5.", 0, math.NaN()}, {"12 34", 0, math.NaN()}, {"1,23,456", 0, math.NaN()},
	} {
		v, ok := Number(c.in, c.decimal)
		if ok == math.IsNaN(c.want) || ok && math.Abs(v-c.want) > 1e-9 {
			t.Errorf("%q with %q: %v, %v; want %v", c.in, c.decimal, v, ok, c.want)
		}
	}
	for in, want := range map[string]bool{"": true, " -- ": true, "None": true, "NaN": true, `"NaN"`: true, "N/A": true, "UNKNOWN": true, "0": false, "-1": false, "a": false} {
		if Missing(in) != want {
			t.Errorf("%q is missing: %v", in, !want)
		}
	}
}

func TestMinutes(t *testing.T) {
	for _, c := range []struct {
		in   string
		bare Unit
		want float64 // -1: none
	}{
		{"7h 8min", Minute, 428}, {"7h", Minute, 420}, {"7 Std. 8 Min.", Minute, 428}, {"7 heures 8 minutes", Minute, 428}, {"7h08", Minute, 428}, {"7 u 8 m", Minute, 428},
		{"7 ore 8 minuti", Minute, 428}, {"7:08", Hour, 428}, {"7:08", Minute, 7 + 8.0/60}, {"0:45:02", Minute, 45 + 2.0/60}, {"00:45:02.5", Minute, 45 + 2.5/60},
		{"7:08 h", Hour, 428}, {"PT7H8M30S", Minute, 428.5}, {"P1DT1H", Minute, 1500}, {"PT30.5S", Minute, 30.5 / 60}, {"450 min", Hour, 450}, {"7.5 h", Minute, 450},
		{"7,5 Stunden", Minute, 450}, {"25200", Second, 420}, {"7.5", Hour, 450}, {"420", Minute, 420}, {"90s", Minute, 1.5}, {"60000 ms", Minute, 1},
		{"", Minute, -1}, {"--", Minute, -1}, {"abc", Minute, -1}, {"7:75", Hour, -1}, {"P", Minute, -1}, {"7h x", Minute, -1}, {"1:2:3:4", Minute, -1}, {"PT", Minute, -1}, {"P8M", Minute, -1}, {"7 days", Minute, -1}, {"8min 7", Minute, -1},
	} {
		v, ok := Minutes(c.in, c.bare, 0)
		if ok != (c.want >= 0) || ok && math.Abs(v-c.want) > 1e-6 {
			t.Errorf("%q: %v, %v; want %v", c.in, v, ok, c.want)
		}
	}
}

func TestParse(t *testing.T) {
	for _, c := range []struct {
		in    string
		order Order
		want  string // "" is none
	}{
		{"2025-09-10", OrderISO, "2025-09-10"}, {"2025/9/10", OrderISO, "2025-09-10"}, {"20250910", OrderISO, "2025-09-10"}, {"2025.09.10", OrderISO, "2025-09-10"},
		{"2025-10-09", OrderYDM, "2025-09-10"}, {"10.09.2025", OrderDMY, "2025-09-10"}, {"9/10/2025", OrderMDY, "2025-09-10"}, {"9/10/25", OrderMDY, "2025-09-10"},
		{"Sep 10, 2025", OrderISO, "2025-09-10"}, {"10 Sep 2025", OrderISO, "2025-09-10"}, {"10. September 2025", OrderISO, "2025-09-10"}, {"Mi., 10 Sept. 2025", OrderISO, "2025-09-10"},
		{"mar. 10 sept. 2025", OrderISO, "2025-09-10"}, {"10 de septiembre de 2025", OrderISO, "2025-09-10"}, {"10 août 2025", OrderISO, "2025-08-10"}, {"2025年9月10日", OrderISO, "2025-09-10"},
		{"Nov 7", OrderISO, "--11-07"}, {"7 nov.", OrderISO, "--11-07"}, {"Feb 29", OrderISO, "--02-29"},
		{"2025-09-10 23:20:00", OrderISO, "2025-09-10 23:20:00"}, {"2025-09-10T23:20:00.000+02:00", OrderISO, "2025-09-10 21:20:00Z"}, {"2025-09-10T23:20Z", OrderISO, "2025-09-10 23:20:00Z"},
		{"9/10/2025 6:04 AM", OrderMDY, "2025-09-10 06:04:00"}, {"9/10/2025 12:04 AM", OrderMDY, "2025-09-10 00:04:00"}, {"Fr, 25 Mai 2012 20:31", OrderISO, "2012-05-25 20:31:00"},
		{"2018-07-08 9:02:47 p. m. +0000", OrderISO, "2018-07-08 21:02:47Z"}, {"2017-04-01 09:56:21 +0000", OrderISO, "2017-04-01 09:56:21Z"}, {"2025-09-10 下午9:02", OrderISO, "2025-09-10 21:02:00"},
		{"1757539200", OrderISO, "2025-09-10 21:20:00Z"}, {"1757539200000", OrderISO, "2025-09-10 21:20:00Z"}, {"1.7575392E12", OrderISO, "2025-09-10 21:20:00Z"}, {"2025-09-10 20:31 Uhr", OrderISO, "2025-09-10 20:31:00"},
		{"Nov 1-7", OrderISO, ""}, {"1970-01-01", OrderISO, ""}, {"2000-01-01 00:00", OrderISO, ""}, {"2025-02-30", OrderISO, ""}, {"2025-13-01", OrderISO, ""}, {"10.09.2025", OrderISO, ""},
		{"7h 8min", OrderISO, ""}, {"51.5", OrderISO, ""}, {"420", OrderISO, ""}, {"Sleep Score 4 Weeks", OrderISO, ""}, {"2025-09-10 25:00", OrderISO, ""}, {"2025-09-10 13:00 PM", OrderISO, ""}, {"Morning Run", OrderISO, ""}, {"10 Sep 25", OrderISO, ""},
	} {
		m, ok := Parse(c.in, c.order)
		got := ""
		if ok {
			got = diary.Date(m.Unix() / 86400).String()
			if !m.HasYear {
				got = "-" + got[4:]
			}
			if m.HasTime {
				got = diary.Date(m.Unix()/86400).Time().Format("2006-01-02") + " " + clock(int(m.Unix()%86400))
			}
			if m.HasZone {
				got += "Z"
			}
		}
		if got != c.want {
			t.Errorf("%q by %d: %q, want %q", c.in, c.order, got, c.want)
		}
	}
}

func clock(s int) string {
	two := func(n int) string { return string(rune('0'+n/10)) + string(rune('0'+n%10)) }
	return two(s/3600) + ":" + two(s/60%60) + ":" + two(s%60)
}

func TestClock(t *testing.T) {
	for in, want := range map[string]int{"22:57": 82620, "10:57 PM": 82620, "10:57 p.m.": 82620, "10:57pm": 82620, "10:57\u202FPM": 82620, "22h57": 82620, "22.57": 82620, "12:05 AM": 300, "06:50:30": 24630, "6:50 a. m.": 24600,
		"": -1, "--": -1, "25:00": -1, "7": -1, "7h 8min": -1, "0:60": -1, "10:57 XM": -1} {
		if got, ok := Clock(in); ok != (want >= 0) || ok && got != want {
			t.Errorf("%q: %d, %v; want %d", in, got, ok, want)
		}
	}
}

func TestOffset(t *testing.T) {
	for in, want := range map[string]int{"Z": 0, "UTCZ": 0, "UTC": 0, "+02:00": 7200, "+0530": 19800, "UTC-04:00": -14400, "GMT+1": 3600, "UTC+0200": 7200, "\u221203:00": -10800,
		"CET": -1, "+99": -1, "2": -1, "+02:75": -1} {
		if got, ok := Offset(in); ok != (want != -1) || ok && got != want {
			t.Errorf("%q: %d, %v; want %d", in, got, ok, want)
		}
	}
}

func TestOrders(t *testing.T) {
	for name, c := range map[string]struct {
		cells []string
		want  Order
		sure  bool
	}{
		"iso":                 {[]string{"2025-09-10", "2025-09-11"}, OrderISO, true},
		"a day over twelve":   {[]string{"09/10/2025", "13/10/2025"}, OrderDMY, true},
		"a day in the middle": {[]string{"10/09/2025", "10/13/2025"}, OrderMDY, true},
		"neighbours":          {[]string{"01/02/2025", "02/02/2025", "03/02/2025", "04/02/2025"}, OrderDMY, true},
		"american neighbours": {[]string{"02/01/2025", "02/02/2025", "02/03/2025", "02/04/2025"}, OrderMDY, true},
		"one row":             {[]string{"02/01/2025"}, OrderDMY, false},
		"both":                {[]string{"13/01/2025", "01/13/2025"}, OrderDMY, false},
		"year, day, month":    {[]string{"2025-10-09", "2025-11-09", "2025-26-09"}, OrderYDM, true},
		"names of months":     {[]string{"Sep 10, 2025"}, OrderISO, false},
		"nothing":             {[]string{"", "--"}, OrderISO, false},
		"iso with times":      {[]string{"2025-09-10 10:00", "2025-09-11T10:00:00+02:00", "x"}, OrderISO, true},
	} {
		var o Orders
		for _, s := range c.cells {
			o.See(s)
		}
		if got, sure := o.Order(); got != c.want || sure != c.sure {
			t.Errorf("%s: %d, %v", name, got, sure)
		}
	}
}
