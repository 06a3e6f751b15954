package ical_test

import (
	"bytes"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"rebound/app/ical"
	"rebound/engine/diary"
)

var now = time.Date(2026, time.March, 15, 9, 30, 0, 0, time.FixedZone("", 3600))

func write(t *testing.T, now time.Time, events ...ical.Event) string {
	t.Helper()
	var b bytes.Buffer
	if err := ical.Write(&b, ical.Calendar{Name: "Plan", Events: events}, now); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestWrite(t *testing.T) {
	got := write(t, now, ical.Event{UID: "a@b", Date: diary.DateOf(2026, time.February, 28), Summary: "Easy; 50 min, 8.7 km", Details: "one\ntwo \\ three"})
	want := strings.Join([]string{"BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Rebound//Plan//EN", "CALSCALE:GREGORIAN", "METHOD:PUBLISH",
		"X-WR-CALNAME:Plan", "BEGIN:VEVENT", "UID:a@b", "DTSTAMP:20260315T083000Z", "SEQUENCE:1773563400", "DTSTART;VALUE=DATE:20260228",
		"DTEND;VALUE=DATE:20260301", `SUMMARY:Easy\; 50 min\, 8.7 km`, `DESCRIPTION:one\ntwo \\ three`, "TRANSP:TRANSPARENT",
		"END:VEVENT", "END:VCALENDAR", ""}, "\r\n")
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// TestLines: no line is over 75 octets, no character is cut in two, nothing
// breaks out of its line, and unfolding gives the text back.
func TestLines(t *testing.T) {
	text := strings.Repeat("Überläufer 跑步 ", 20) + "\r\nBEGIN:VEVENT\x00\x1b\u202e\u2067" + "\xff"
	got := write(t, now, ical.Event{UID: "a", Summary: text})
	for _, line := range strings.Split(strings.TrimSuffix(got, "\r\n"), "\r\n") {
		if len(line) > 75 || !utf8.ValidString(line) || strings.ContainsAny(line, "\r\n\x00\x1b\u202e\u2067") {
			t.Errorf("line of %d octets: %q", len(line), line)
		}
	}
	if n := strings.Count(got, "BEGIN:VEVENT\r\n"); n != 1 {
		t.Errorf("%d events", n)
	}
	want := "SUMMARY:" + strings.Repeat("Überläufer 跑步 ", 20) + `\nBEGIN:VEVENT` + "\uFFFD\r\n"
	if !strings.Contains(strings.ReplaceAll(got, "\r\n ", ""), want) {
		t.Errorf("unfolded: %s", got)
	}
}

// TestSecondImportUpdates: the same UID with a higher SEQUENCE.
func TestSecondImportUpdates(t *testing.T) {
	e := ical.Event{UID: "a", Summary: "Easy"}
	first, second := write(t, now, e), write(t, now.Add(time.Second), e)
	line := func(s, name string) string {
		_, rest, _ := strings.Cut(s, "\r\n"+name+":")
		value, _, _ := strings.Cut(rest, "\r\n")
		return value
	}
	if line(first, "UID") != line(second, "UID") || line(first, "SEQUENCE") >= line(second, "SEQUENCE") {
		t.Errorf("%s then %s", first, second)
	}
}
