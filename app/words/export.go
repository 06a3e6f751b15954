package words

import (
	"fmt"
	"strings"

	"rebound/app/brand"
	"rebound/app/unit"
	"rebound/engine/diary"
)

// Contents is what files of an export hold: days with a reading of each kind, sessions,
// and the dates between which they lie.
type Contents struct {
	Nights, Resting, HRV  int
	Naps                  int        // days with one
	Runs, Others, Unnamed int        // sessions: runs, of another sport, of one that another file may name
	First, Last           diary.Date // 0: nothing has a date
}

// Seen is what Contents has counted already: the chunks of an export overlap, and a
// workout has a file of its route besides.
type Seen struct {
	days     map[seenDay]bool
	sessions map[int64]seenSession // by their start in sameStart
}

type seenDay struct {
	kind diary.Kind
	day  diary.Date
}

type seenSession struct {
	start int64
	named bool // its sport is known
}

// nap is a nap beside the kinds of readings.
const nap = diary.Kind(diary.Kinds)

// sameStart is within how many seconds two accounts of one session begin.
const sameStart = 300

// NewSeen has seen nothing.
func NewSeen() *Seen {
	return &Seen{days: map[seenDay]bool{}, sessions: map[int64]seenSession{}}
}

// Add counts what one more file holds, whose clock offset gives (see diary.Offset).
func (c *Contents) Add(f *diary.File, offset func(unix int64) int, seen *Seen) {
	reading := func(k diary.Kind, at int64, day diary.Date, n *int) {
		if day == 0 {
			day = diary.DateAt(at, offset(at))
		}
		c.span(day)
		if !seen.days[seenDay{k, day}] {
			seen.days[seenDay{k, day}] = true
			*n++
		}
	}
	for i := range f.Nights {
		if n := &f.Nights[i]; n.IsNap(offset(n.Start)) {
			reading(nap, n.End, n.Day, &c.Naps)
		} else {
			reading(diary.Sleep, n.End, n.Day, &c.Nights)
		}
	}
	for _, s := range f.Slept {
		reading(diary.Sleep, s.At, s.Day, &c.Nights)
	}
	for _, s := range f.Resting {
		reading(diary.RestingHR, s.At, s.Day, &c.Resting)
	}
	for i := range f.HRV {
		reading(diary.HRV, f.HRV[i].At, f.HRV[i].Day, &c.HRV)
	}
	for i := range f.Activities {
		c.session(&f.Activities[i], seen)
		c.span(diary.DateAt(f.Activities[i].Start, offset(f.Activities[i].Start)))
	}
}

// session counts a session once, by the account that says its sport.
func (c *Contents) session(a *diary.Activity, seen *Seen) {
	named := a.Sport != ""
	n := &c.Others
	switch {
	case !named:
		n = &c.Unnamed
	case a.Sport == diary.Running:
		n = &c.Runs
	}
	at := a.Start / sameStart
	for k := at - 1; k <= at+1; k++ {
		s, ok := seen.sessions[k]
		if d := s.start - a.Start; !ok || d >= sameStart || d <= -sameStart {
			continue
		}
		if named && !s.named {
			c.Unnamed--
			*n++
			seen.sessions[k] = seenSession{s.start, true}
		}
		return
	}
	*n++
	seen.sessions[at] = seenSession{a.Start, named}
}

func (c *Contents) span(d diary.Date) {
	if c.First == 0 || d < c.First {
		c.First = d
	}
	c.Last = max(c.Last, d)
}

// String is "3,412 nights, 2,980 days of resting HR, 611 runs, Jan 2019 to Nov 2026";
// "" where there is nothing.
func (c Contents) String() string {
	if c.Unnamed > 0 {
		c.Unnamed, c.Runs, c.Others = c.Unnamed+c.Runs+c.Others, 0, 0
	}
	var parts []string
	for _, p := range []struct {
		n         int
		one, many string
	}{
		{c.Nights, "night", "nights"}, {c.Naps, "day with a nap", "days with naps"}, {c.Resting, "day of resting HR", "days of resting HR"}, {c.HRV, "day of HRV", "days of HRV"},
		{c.Runs, "run", "runs"}, {c.Others, "other session", "other sessions"}, {c.Unnamed, "session", "sessions"},
	} {
		if p.n == 1 {
			parts = append(parts, "1 "+p.one)
		} else if p.n > 0 {
			parts = append(parts, unit.Thousands(p.n)+" "+p.many)
		}
	}
	if len(parts) == 0 {
		return ""
	}
	if c.First > 0 {
		parts = append(parts, months(c.First, c.Last))
	}
	return strings.Join(parts, ", ")
}

// ExportGroup says what came of the files of one export: "Apple Health: 3,412 nights,
// 611 runs, Jan 2019 to Nov 2026".
func ExportGroup(via string, c Contents, files int) string {
	text := c.String()
	switch {
	case text != "":
	case via == stravaList:
		text = onlyList
	case files == 1:
		text = "1 file, with nothing in it that Rebound can use"
	default:
		text = Count(files, "file") + ", with nothing in them that Rebound can use"
	}
	return brand.Name(via) + ": " + text
}

// Strava's own file has no run in it: it says of the others what each one is.
const (
	stravaList = "strava"
	onlyList   = "the list that says what each activity was"
)

// Account says what one person's files hold, so that they know them for their own.
func Account(c Contents, rest diary.Stamped, last diary.Activity, o Options) string {
	text := c.String()
	if text == "" {
		text = "nothing that Rebound can use"
	}
	if rest.Value > 0 {
		text += fmt.Sprintf("; recent resting HR %.0f", rest.Value)
	}
	if last.Start != 0 {
		text += "; last run " + DayFrom(last.Date, o.Today)
		if last.Meters > 0 {
			text += ", " + o.Distance(float64(last.Meters)/1000)
		}
	}
	return text
}

// months is a span as one says it of years of data: by the month where it is more than
// one, else by the day.
func months(first, last diary.Date) string {
	switch {
	case first == last:
		return FullDay(first)
	case last-first > 92:
		return first.Time().Format("Jan 2006") + " to " + last.Time().Format("Jan 2006")
	}
	return unit.Span(first, last)
}

// Unneeded says how many files of an export are of no use here.
func Unneeded(n int) string {
	if n == 1 {
		return "1 other file is not needed"
	}
	return unit.Thousands(n) + " other files are not needed"
}
