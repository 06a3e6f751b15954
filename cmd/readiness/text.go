package main

import (
	"fmt"
	"io"
	"os"
	"slices"
	"strings"
	"unicode/utf8"

	"rebound/app/brand"
	"rebound/app/wire"
	"rebound/app/words"
)

const columns = 80

// painter writes text for people, 80 columns wide; in colour only where it is
// asked for. What it writes a line of stays one, whatever characters are in it.
type painter struct {
	w      io.Writer
	colour bool
	words  words.Options
}

// newPainter uses colour on a terminal, unless NO_COLOR says not to. Its own colours
// then go past what escapes control characters; what it writes has none of others'.
func newPainter(w terminal, o words.Options) painter {
	f, ok := w.w.(*os.File)
	if !ok || os.Getenv("NO_COLOR") != "" || os.Getenv("TERM") == "dumb" {
		return painter{w: w, words: o}
	}
	if info, err := f.Stat(); err != nil || info.Mode()&os.ModeCharDevice == 0 {
		return painter{w: w, words: o}
	}
	return painter{terminal{w: f, failed: w.failed, asIs: true}, true, o}
}

// tones are the terminal's colours for the levels; the words say the same.
var tones = map[string]string{"go": "1;34", "ease": "1;33", "recover": "1;35", "stop": "1;31", "head": "1"}

// painted is text with our own colours in it, and nothing hidden besides.
type painted string

func (p painter) paint(tone, s string) painted {
	s = inLine(s)
	code, ok := tones[tone]
	if !p.colour || !ok {
		return painted(s)
	}
	return painted("\x1b[" + code + "m" + s + "\x1b[0m")
}

// line writes one line; its strings may come from anywhere.
func (p painter) line(format string, args ...any) {
	for i, a := range args {
		if s, ok := a.(string); ok {
			args[i] = inLine(s)
		}
	}
	fmt.Fprintln(p.w, strings.TrimRight(fmt.Sprintf(format, args...), " "))
}

func (p painter) head(s string) { p.line("\n%s", p.paint("head", s)) }

// wrap writes s in lines that start with first, then rest, both of one width.
func (p painter) wrap(first, rest, s string) {
	width := columns - utf8.RuneCountInString(first)
	line := ""
	for _, word := range strings.Fields(s) {
		if line != "" && utf8.RuneCountInString(line)+1+utf8.RuneCountInString(word) > width {
			p.line("%s%s", first, line)
			first, line = rest, ""
		}
		line = strings.TrimSpace(line + " " + word)
	}
	if line != "" {
		p.line("%s%s", first, line)
	}
}

// assessment writes one date's verdict: the word, the sentence, the three
// signals, why, and the week before and after.
func (p painter) assessment(a wire.Assessment) {
	date := a.Date.Time().Format("Monday 2 January 2006")
	gap := max(2, columns-utf8.RuneCountInString(a.Word)-len(date))
	if a.Urgent != "" {
		p.wrap("", "", a.Urgent)
	}
	p.line("%s%*s%s", p.paint(a.Level, a.Word), gap, "", date)
	p.wrap("", "", a.Headline)
	if a.Next != "" {
		p.wrap("", "", a.Next)
	}
	p.head(fmt.Sprintf(signalRow, "Signal", fmt.Sprintf("Last %d days", a.Window), "Your range") + "State")
	for _, s := range a.Signals {
		p.signal(s)
	}
	var sources []string
	if len(a.Reasons) > 0 {
		p.head("Why")
		for _, r := range a.Reasons {
			sources = p.reason(r, sources)
		}
	}
	p.week(a.Week)
	p.wrap("", "", a.Offer)
	p.body(a.Body)
	p.load(a.Load)
	p.line("\nConfidence: %s. %s", a.Confidence, a.Age)
	if len(sources) > 0 {
		p.head("Sources")
		for i, s := range sources {
			p.wrap(fmt.Sprintf("%3d  ", i+1), "     ", s)
		}
	}
}

const signalRow = "%-20s%-13s%-14s"

func (p painter) signal(s wire.Signal) {
	value := "-"
	if s.Value != "" {
		value = strings.TrimSpace(s.Value + " " + s.Unit)
	}
	note := s.Note
	if s.State == "adverse" {
		note = outOf(s.Kind) + strings.TrimPrefix(note, "out")
	}
	if s.Source != "" {
		note += ", " + brand.Name(s.Source)
	}
	row := fmt.Sprintf(signalRow, s.Name, value, orDash(s.Range))
	p.wrap(row, strings.Repeat(" ", utf8.RuneCountInString(row)), note)
}

// outOf says which side of the normal a signal is on that is out.
func outOf(kind string) string {
	if kind == "resting_hr" {
		return "above normal"
	}
	return "below normal"
}

// reason writes one reason with its number against its limit. Its papers go to
// the list at the end, and it is given their numbers there.
func (p painter) reason(r wire.Reason, sources []string) []string {
	var marks string
	for _, cite := range r.Cites {
		i := slices.Index(sources, cite)
		if i < 0 {
			i, sources = len(sources), append(sources, cite)
		}
		marks += fmt.Sprintf("[%d]", i+1)
	}
	p.wrap("  * ", "    ", r.Text+" "+marks)
	found := r.Number
	if r.Limit != "" {
		found = strings.TrimSpace(found + " (limit " + r.Limit + ")")
	}
	p.wrap("    ", "    ", strings.Join(nonEmpty(found, r.Source), "; "))
	return sources
}

func (p painter) week(days []wire.DayPlan) {
	if len(days) == 0 {
		return
	}
	p.head(fmt.Sprintf("%-13s%-29s%-27s", "Week", "Before", "After"))
	for _, d := range days {
		after := "the same"
		switch {
		case d.Open:
			after = "not decided yet"
		case d.Option != nil:
			after = fmt.Sprintf("%s, or %s %.0f min", plain(d.After.Kind), plain(d.Option.Kind), d.Option.Minutes)
		case len(d.Because) > 0:
			after = p.session(d.After)
		}
		p.line("%-13s%-29s%-27s", d.Date.Time().Format("Mon 2 Jan"), p.session(d.Before), after)
	}
}

// session is "intervals  55 min 10.2 km".
func (p painter) session(s wire.Session) string {
	if s.Minutes == 0 && s.Km == 0 {
		return plain(s.Kind)
	}
	text := fmt.Sprintf("%-10s%3.0f min", plain(s.Kind), s.Minutes)
	if s.Km > 0 {
		text += fmt.Sprintf("%9s", p.words.Distance(s.Km))
	}
	return text
}

func (p painter) load(l wire.Load) {
	var parts []string
	for _, v := range []struct {
		name  string
		value *float64
	}{{"fitness", l.Fitness}, {"fatigue", l.Fatigue}, {"form", l.Form}, {"monotony", l.Monotony}} {
		if v.value != nil {
			parts = append(parts, v.name+" "+strings.Replace(fmt.Sprintf("%.1f", *v.value), "-", "−", 1)) // as on the sheet
		}
	}
	if len(parts) > 0 {
		p.line("\nTraining load: %s", strings.Join(parts, ", "))
	}
}

// plain turns a code into words: in_range, in range.
func plain(code string) string {
	if code == "walk_run" {
		return "run-walk"
	}
	return strings.ReplaceAll(code, "_", " ")
}

func orDash(s string) string {
	if s == "" {
		return "-"
	}
	return s
}

func nonEmpty(list ...string) []string {
	var kept []string
	for _, s := range list {
		if s != "" {
			kept = append(kept, s)
		}
	}
	return kept
}
