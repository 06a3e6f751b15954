package source

import (
	"testing"
	"time"

	"rebound/engine/diary"
)

func TestWhen(t *testing.T) {
	at := func(s string) int64 {
		v, err := time.Parse(time.RFC3339, s)
		if err != nil {
			t.Fatal(err)
		}
		return v.Unix()
	}
	for text, want := range map[string]Moment{
		"2025-06-02T21:14:00.0":          {Unix: at("2025-06-02T21:14:00Z")},
		"2025-06-02T23:14:00.000+02:00":  {at("2025-06-02T21:14:00Z"), 7200, true},
		"2026-03-11 06:00:00 -0800":      {at("2026-03-11T14:00:00Z"), -8 * 3600, true},
		"2026-03-11 6:00:05 PM -0830":    {at("2026-03-12T02:30:05Z"), -8*3600 - 1800, true},
		"2018-07-08 9:02:47 a. m. +0000": {at("2018-07-08T09:02:47Z"), 0, true},
		"2018-07-08 12:02:47\u202FAM":    {Unix: at("2018-07-08T00:02:47Z")},
		"2018-07-08 12:02\u00A0pm":       {Unix: at("2018-07-08T12:02:00Z")},
		"2020-02-29T07:30Z":              {at("2020-02-29T07:30:00Z"), 0, true},
		"2023-02-18 02:13:00+0000":       {at("2023-02-18T02:13:00Z"), 0, true},
		"2022-12-21 10:40:56 UTC":        {at("2022-12-21T10:40:56Z"), 0, true},
		"2022-12-21 10:40:56 UTC+05:30":  {at("2022-12-21T05:10:56Z"), 19800, true},
		"2022-12-21T10:40:56\u221205:00": {at("2022-12-21T15:40:56Z"), -18000, true},
		"2022-12-21T10:40:56+05":         {at("2022-12-21T05:40:56Z"), 18000, true},
		" 2025-06-03 ":                   {Unix: at("2025-06-03T00:00:00Z")},
		"2025/6/3 24:00:00":              {Unix: at("2025-06-04T00:00:00Z")},
	} {
		if got, ok := When(text); !ok || got != want {
			t.Errorf("%q: %+v, %v, not %+v", text, got, ok, want)
		}
	}
	for _, text := range []string{"", "-", "NaN", "2025", "2025-06", "2025-13-01", "2025-02-30", "1970-01-01T00:00:00Z", "2000-01-01 00:00:00", "2025-06-03T25:00:00",
		"2025-06-03T10:61:00", "2025-06-03T10:00:00 +15:00", "2025-06-03T10:00:00 Paris", "2025-06-03 13:00 PM", "06/03/25 00:00:00", "2025-06-03T", "2025-06-03T10:00:00-", "2025-06-03 UTC", "2025-06-03T10:00:00UTC2", "2025-06-03 0.00\u2212"} {
		if got, ok := When(text); ok {
			t.Errorf("%q: %+v", text, got)
		}
	}
	if d, ok := Day("2025-06-03T00:00:00+14:00"); !ok || d != diary.DateOf(2025, 6, 3) {
		t.Errorf("%v, %v", d, ok)
	}
	if m, _ := When("2025-06-03T01:00:00+02:00"); m.Day() != diary.DateOf(2025, 6, 3) || m.Clock() != (diary.Clock{At: m.Unix, Offset: 7200}) {
		t.Errorf("%v, %v", m.Day(), m.Clock())
	}
	if m, _ := When("2025-06-03T01:00:00"); m.Clock() != (diary.Clock{}) {
		t.Error("a clock out of nothing")
	}
}

func FuzzWhen(f *testing.F) {
	for _, s := range []string{"2025-06-02T23:14:00.000+02:00", "2018-07-08 9:02:47 a. m. +0000", "2025-06-03T10:00:00\u221202:00"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if m, ok := When(s); ok && (m.Unix < 600000000 || m.Unix > 7300000000 || m.Offset > 14*3600 || m.Offset < -14*3600) {
			t.Errorf("%q: %+v", s, m)
		}
		Day(s)
	})
}
