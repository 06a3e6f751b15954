package story

import (
	"bytes"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"rebound/engine/diary"
	"rebound/engine/load"
	"rebound/engine/plan"
	"rebound/engine/verdict"
)

// Write is the story of a day. by is what wrote it, as "Rebound 1.2".
func Write(d Day, by string) []byte {
	var w writer
	w.line("One day, as %s judged it. Dates are moved by whole weeks; there are no places, names or", by)
	w.line("notes in it. To make a test of it: put it into engine/testdata/scenarios, write into the")
	w.line("last lines what should have been said instead, and run go test ./engine.")
	w.line("\n-- diary --")
	for _, s := range d.Set {
		w.line("%s", s)
	}
	for i := range d.Files {
		w.measured(&d.Files[i], d.Discard)
	}
	for _, r := range d.Races {
		w.line("%v race %s", r.Date, decimal(r.Km))
	}
	for i := range d.Files {
		w.reported(&d.Files[i].Reported)
	}
	if d.Follow != nil {
		w.line("-- follow --")
		w.plan(d.Follow)
		for _, line := range d.Life {
			w.line("%s", line)
		}
	}
	w.line("-- want --")
	v := d.Want
	evening := ""
	if v.Evening {
		evening = " evening"
	}
	w.line("%v %s level=%s confidence=%s hrv=%s resting_hr=%s sleep=%s%s", d.Date, v.Action, v.Level, v.Confidence, v.Signals[0], v.Signals[1], v.Signals[2], evening)
	today := ""
	if v.Today != "" {
		today = " today=" + v.Today
	}
	w.line("%v %s reasons=%s%s%s", d.Date, v.Action, strings.Join(v.Reasons, ","), today, evening)
	return w.Bytes()
}

type writer struct{ bytes.Buffer }

func (w *writer) line(format string, args ...any) {
	fmt.Fprintf(w, format, args...)
	w.WriteByte('\n')
}

// decimal is a number as short as it can be read back.
func decimal(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) }

// single is the same of a number that was measured in single precision.
func single(v float32) string { return strconv.FormatFloat(float64(v), 'f', -1, 32) }

// rounded is a number to so many places.
func rounded(v float64, places int) string {
	return strconv.FormatFloat(math.Round(v*math.Pow10(places))/math.Pow10(places), 'f', -1, 64)
}

// measured writes what a source measured.
func (w *writer) measured(f *diary.File, discard float64) {
	if !f.Measured() {
		return
	}
	by := ""
	if via := f.By(); via != "" {
		by = " by " + via
	}
	w.line("watch %s 1%s", f.Device.Maker, by)
	for _, p := range f.Persons {
		w.wearer(p)
	}
	var rows []row // in the order in which they come: to sort names would be 10 kB of a program
	add := func(what string, v value) {
		i := slices.IndexFunc(rows, func(r row) bool { return r.what == what })
		if i < 0 {
			i = len(rows)
			rows = append(rows, row{what: what})
		}
		rows[i].values = append(rows[i].values, v)
	}
	for _, r := range f.HRV {
		what := "hrv"
		if r.Metric != diary.MetricOvernight {
			what += "/" + word(string(r.Metric))
		}
		add(what, value{r.Day, single(r.Value)})
	}
	for _, r := range f.Resting {
		add("resting_hr", value{r.Day, single(r.Value)})
	}
	for _, r := range f.Slept {
		add("slept", value{r.Day, minutes(r.Value)})
	}
	for _, n := range f.Nights {
		switch {
		case n.Nap && n.Known():
			add("nap", value{n.Day, minutes(n.Light)})
		case n.Nap:
		case n.Known():
			add("sleep", value{n.Day, minutes(n.Light)})
		default:
			w.line("%v night", n.Day)
		}
	}
	for _, r := range rows {
		w.row(r.what, r.values)
	}
	for i := range f.Activities {
		w.session(&f.Activities[i], discard)
	}
}

// value is a reading as it is written.
type value struct {
	date diary.Date
	text string
}

// row is the readings of one kind.
type row struct {
	what   string
	values []value
}

// minutes is a length as H:MM, or with a fraction as minutes.
func minutes(v float32) string {
	if whole := int(v); float32(whole) == v && whole < 24*60 {
		return fmt.Sprintf("%d:%02d", whole/60, whole%60)
	}
	return single(v)
}

// alike is how many days of one value make a span.
const alike = 5

// row writes readings: spans of days alike, else the days of a week in a line.
func (w *writer) row(what string, list []value) {
	diary.SortBy(list, func(a, b value) int { return int(a.date - b.date) })
	span := func(i int) int { // so many days from i on are alike
		n := 1
		for i+n < len(list) && list[i+n].text == list[i].text && list[i+n].date == list[i].date+diary.Date(n) {
			n++
		}
		return n
	}
	for i := 0; i < len(list); {
		from := list[i].date
		if n := span(i); n >= alike || what == "nap" {
			w.span(from, from+diary.Date(n-1), what+" "+list[i].text)
			i += n
			continue
		}
		text := fmt.Sprintf("%v %s", from, what)
		n := 0
		for next := from; i < len(list) && plan.Monday(list[i].date) == plan.Monday(from) && (n == 0 || span(i) < alike); next++ {
			if n++; list[i].date == next {
				text += " " + list[i].text
				i++
			} else {
				text += " -"
			}
		}
		w.line("%s", text)
	}
}

// span writes a statement of days.
func (w *writer) span(from, to diary.Date, text string) {
	w.line("%s %s", spanned(from, to), text)
}

func spanned(from, to diary.Date) string {
	if from == to {
		return from.String()
	}
	return from.String() + ".." + to.String()
}

func (w *writer) wearer(p diary.Person) {
	text := ""
	for _, v := range []struct {
		key string
		n   uint8
	}{{"max", p.MaxHR}, {"rest", p.RestingHR}, {"age", p.Age}} {
		if v.n > 0 {
			text += " " + v.key + "=" + strconv.Itoa(int(v.n))
		}
	}
	if p.Sex == "male" || p.Sex == "female" {
		text += " sex=" + p.Sex
	}
	if text != "" {
		w.line("%v wearer%s", diary.DateAt(p.At, 0), text)
	}
}

// session writes what was recorded of one.
func (w *writer) session(a *diary.Activity, discard float64) {
	s := load.Measure(withDate(a), discard)
	sum := a.Summary
	text := fmt.Sprintf("%v session %s %s", s.Date, word(string(a.Sport)), length(a.Seconds))
	add := func(key string, values ...string) { text += " " + key + "=" + strings.Join(values, "/") }
	if at := a.Start - int64(s.Date)*86400; at != 18*3600 {
		add("at", clock(at))
	}
	if a.Meters > 0 {
		add("m", single(a.Meters))
	}
	if len(sum.Beats) > 0 {
		counts := make([]string, len(sum.Beats))
		for i, n := range sum.Beats {
			if n > 0 {
				counts[i] = strconv.Itoa(int(n / diary.TrackStep))
			}
		}
		add("beats", fmt.Sprintf("%d:%s", sum.Lowest, strings.Join(counts, ",")))
	} else if a.AvgHR > 0 {
		add("hr", strconv.Itoa(int(a.AvgHR)))
	}
	if sum.Best30 > 0 {
		add("max30", rounded(s.Max30, 3))
	}
	if sum.Turns > 0 {
		add("laps", strconv.Itoa(sum.Turns), rounded(sum.Work, 4))
	}
	if v := &s.Steady; v.Speed > 0 || v.Power > 0 {
		w.steady(add, a, &s, discard)
	}
	if sum.Paced {
		add("ran", length(float32(sum.Ran*diary.TrackStep)), length(float32(sum.Stretch*diary.TrackStep)))
	}
	if b := s.Stride.Balance; b > 0 {
		add("balance", rounded(b, 4))
	}
	w.line("%s", text)
}

// steady writes what the easy-pace check asks for.
func (w *writer) steady(add func(string, ...string), a *diary.Activity, s *load.Session, discard float64) {
	v, sum := &s.Steady, a.Summary
	if v.OK {
		add("climb", single(float32(v.Climb*s.Km)))
	}
	beats, powered := 0, 0
	for i := int(math.Ceil(discard)); i < len(sum.Minutes); i++ {
		beats += int(sum.Minutes[i].Beats)
		if i < len(sum.Watts) {
			powered += int(sum.Watts[i].N)
		}
	}
	values := []string{rounded(v.Minutes, 4), rounded(v.HR, 5), strconv.Itoa(beats), rounded(v.Speed, 7), rounded(v.Vary, 7)}
	if v.Power > 0 {
		values = append(values, rounded(v.Power, 5), strconv.Itoa(powered), rounded(v.PowerVary, 7))
	}
	add("steady", values...)
}

// withDate is an activity of the date on its clock.
func withDate(a *diary.Activity) *diary.Activity {
	out := *a
	out.Date = diary.DateAt(a.Start, 0)
	return &out
}

// word is a sport's or a metric's name, which a file may bring: one that could be more than
// a name is not written.
func word(s string) string {
	for _, c := range s {
		if (c < 'a' || c > 'z') && c != '_' {
			return "other"
		}
	}
	if s == "" {
		return "-"
	}
	return s
}

// length is seconds as M:SS, with a fraction where there is one.
func length(seconds float32) string {
	m := int(seconds) / 60
	sec := single(seconds - float32(60*m))
	if whole, _, _ := strings.Cut(sec, "."); len(whole) < 2 {
		sec = "0" + sec
	}
	return strconv.Itoa(m) + ":" + sec
}

// clock is seconds of a day as HH:MM.
func clock(seconds int64) string { return fmt.Sprintf("%02d:%02d", seconds/3600, seconds%3600/60) }

func (w *writer) plan(p *plan.Plan) {
	if p.Race != nil {
		time := ""
		if p.Race.Minutes > 0 {
			time = " " + length(float32(60*p.Race.Minutes))
		}
		w.line("goal %v %s%s", p.Race.Date, decimal(p.Race.Km), time)
	}
	for _, n := range p.Notes {
		w.line("recovering %v %s", n.Race.Date, decimal(n.Race.Km))
	}
	for _, week := range p.Weeks {
		text := ""
		for _, v := range []struct {
			is   bool
			name string
		}{{week.Deload, " deload"}, {week.Taper, " taper"}, {week.Recovery, " recovery"}} {
			if v.is {
				text += v.name
			}
		}
		w.line("week %v %s%s", week.Start, decimal(week.Km), text)
	}
	for _, s := range p.Sessions {
		w.line("%s", planned(s))
	}
}

// planned is a session of a plan.
func planned(s plan.Session) string {
	text := fmt.Sprintf("%v %s %s %s", s.Date, s.Kind, decimal(s.Minutes), decimal(s.Km))
	if s.Stage.Times > 0 {
		text += fmt.Sprintf(" %s/%sx%d", decimal(s.Stage.Run), decimal(s.Stage.Walk), s.Stage.Times)
	}
	if s.Hard && !s.Kind.Hard() && s.Kind != verdict.Race {
		text += " hard"
	}
	return text
}

// Session is a day's session in a want: "easy/35", with its minutes.
func Session(s verdict.Session) string { return fmt.Sprintf("%s/%.0f", s.Kind, s.Minutes) }
