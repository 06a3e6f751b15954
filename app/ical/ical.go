// Package ical writes iCalendar files (RFC 5545): whole-day events, which a
// calendar can import again and again. app/words makes the [Calendar] of a plan;
// backend and command line write it.
//
// An event is known by its UID: a second import with the same one replaces the
// first, because SEQUENCE grows with the moment of writing. Lines end in CRLF
// and are folded at 75 octets, never inside a character; text is escaped.
package ical

import (
	"bufio"
	"fmt"
	"io"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"rebound/engine/diary"
)

// Calendar is a named list of events.
type Calendar struct {
	Name   string
	Events []Event
}

// Event takes up one whole day, and leaves the day free for others.
type Event struct {
	UID     string // the same for the same thing, whenever it is written
	Date    diary.Date
	Summary string
	Details string
}

// Write writes c; now is when. Its error is that of w.
func Write(w io.Writer, c Calendar, now time.Time) error {
	out := writer{bufio.NewWriter(w)}
	out.line("BEGIN:VCALENDAR")
	out.line("VERSION:2.0")
	out.line("PRODID:-//Rebound//Plan//EN")
	out.line("CALSCALE:GREGORIAN")
	out.line("METHOD:PUBLISH")
	out.line("X-WR-CALNAME:" + escape(c.Name))
	stamp := now.UTC().Format("20060102T150405Z")
	for _, e := range c.Events {
		out.line("BEGIN:VEVENT")
		out.line("UID:" + escape(e.UID))
		out.line("DTSTAMP:" + stamp)
		out.line(fmt.Sprintf("SEQUENCE:%d", max(0, now.Unix())))
		out.line("DTSTART;VALUE=DATE:" + day(e.Date))
		out.line("DTEND;VALUE=DATE:" + day(e.Date+1))
		out.line("SUMMARY:" + escape(e.Summary))
		if e.Details != "" {
			out.line("DESCRIPTION:" + escape(e.Details))
		}
		out.line("TRANSP:TRANSPARENT")
		out.line("END:VEVENT")
	}
	out.line("END:VCALENDAR")
	return out.Flush()
}

func day(d diary.Date) string { return d.Time().Format("20060102") }

type writer struct{ *bufio.Writer }

// line writes a content line, folded: a continuation starts with a space, which
// counts towards its 75 octets.
func (w writer) line(s string) {
	room := 75
	for len(s) > room {
		cut := room
		for !utf8.RuneStart(s[cut]) {
			cut--
		}
		w.WriteString(s[:cut] + "\r\n ")
		s, room = s[cut:], 74
	}
	w.WriteString(s + "\r\n")
}

var escapes = strings.NewReplacer(`\`, `\\`, ";", `\;`, ",", `\,`, "\r\n", `\n`, "\n", `\n`)

// escape makes a TEXT value; control characters and marks of direction, which have no
// place in one, are dropped, and what is not UTF-8 is marked.
func escape(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r) {
			return -1
		}
		return r
	}, escapes.Replace(strings.ToValidUTF8(s, "\uFFFD")))
}
