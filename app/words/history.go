package words

import (
	"cmp"
	"fmt"
	"strings"

	"rebound/app/unit"
	"rebound/app/wire"
	"rebound/engine/body"
	"rebound/engine/diary"
	"rebound/engine/verdict"
)

// mostHistory bounds what one answer carries; what is older is seen from an
// earlier date.
const mostHistory = 400

// history is what was reported up to t, latest first; what was replaced or taken back
// comes after what counts. earlier is how many lines are left out.
func history(d *diary.Diary, t diary.Date, o Options) (lines []wire.HistoryLine, earlier int) {
	h := histories{to: t, o: o, lines: []wire.HistoryLine{}}
	h.reported(&d.Reported, d.Tags)
	h.old = true
	h.reported(&d.Old, nil)
	diary.SortBy(h.lines, func(a, b wire.HistoryLine) int { return cmp.Compare(b.Date, a.Date) })
	n := min(len(h.lines), mostHistory)
	return h.lines[:n], len(h.lines) - n
}

type histories struct {
	to    diary.Date
	o     Options
	old   bool // what is added was replaced or taken back
	lines []wire.HistoryLine
}

func (h *histories) add(date diary.Date, kind, text string) {
	if date <= h.to {
		h.lines = append(h.lines, wire.HistoryLine{Date: date, Kind: kind, Text: text, Old: h.old})
	}
}

func (h *histories) reported(r *diary.Reported, tags map[diary.Date][]string) {
	said := map[diary.Date]bool{}
	for i := range r.CheckIns {
		c := &r.CheckIns[i]
		said[c.Date] = true
		h.add(c.Date, "check_in", checkInSaid(c, h.o.tagNames(r, c.Date, tags[c.Date])))
	}
	for date, list := range tags {
		if !said[date] {
			h.add(date, "check_in", "Noted: "+List(h.o.tagNames(r, date, list))+".")
		}
	}
	for i := range r.Niggles {
		n := &r.Niggles[i]
		h.add(n.Date, "niggle", upper(Place(n.Site, n.Side))+": "+niggleSaid(n)+".")
	}
	for _, e := range r.Efforts {
		text := "Strength work."
		if e.RPE.Said() {
			text = fmt.Sprintf("A session felt %d of 10.", e.RPE)
		}
		h.add(e.Date, "effort", text)
	}
	for _, x := range r.Decisions {
		verb := "Declined"
		if x.Accepted {
			verb = "Accepted"
		}
		what := declinedNames[verdict.Action(x.Action)]
		if what == "" {
			what = x.Action
		}
		text := verb + " " + what + "."
		if x.Why != "" {
			text += " You wrote: " + unit.Own(x.Why)
		}
		h.add(x.Date, "decision", text)
	}
	for _, c := range r.Cold {
		h.add(c.Date, "cold", fmt.Sprintf("Cold water, %.0f min at %s.", c.Minutes, unit.Temperature(h.o.Miles).Say(float64(c.Celsius))))
	}
	h.done(r)
}

func (h *histories) done(done *diary.Reported) {
	for i := 0; i < len(done.Ticks); {
		day, titles := done.Ticks[i].Date, []string(nil)
		for ; i < len(done.Ticks) && done.Ticks[i].Date == day; i++ {
			title := instructions[body.Exercise(done.Ticks[i].Code)].title
			if title == "" {
				title = done.Ticks[i].Code
			}
			titles = append(titles, title)
		}
		h.add(day, "programme", "Done: "+List(titles)+".")
	}
	for _, v := range done.Screens {
		h.add(v.Date, "screen", screenSaid(v))
	}
	for i := range done.Reactions {
		v := &done.Reactions[i]
		h.add(v.Date, "reaction", reactionSaid(v))
	}
	for _, v := range done.Pains {
		text := "A run without pain."
		if v.Pain > 0 {
			text = fmt.Sprintf("A run hurt %d of 10.", v.Pain)
		}
		h.add(v.Date, "effort", text)
	}
	for _, v := range done.Walks {
		text := fmt.Sprintf("Walked %.0f min.", v.Minutes)
		if v.Pain.Said() && v.Pain == 0 {
			text = fmt.Sprintf("Walked %.0f min without pain.", v.Minutes)
		} else if v.Pain.Said() {
			text = fmt.Sprintf("Walked %.0f min; it hurt %d of 10.", v.Minutes, v.Pain)
		}
		h.add(v.Date, "walk", text)
	}
	for _, v := range done.Periods {
		h.add(v.Date, "period", "Period began.")
	}
	for _, v := range done.Ran {
		h.add(v.Date, "run", "The last run before a pause, as you said.")
	}
	for i := range done.Runs {
		h.add(done.Runs[i].Date, "run", h.o.runReported(&done.Runs[i]))
	}
	for _, v := range done.NotRan {
		h.add(v.Date, "run", "No run"+upTo(v.Date, v.To)+".")
	}
	for _, v := range done.Illnesses {
		text := "Ill" + whereNames[v.Where]
		if v.To == 0 {
			text += ", from this day on."
		} else {
			text += upTo(v.Date, v.To) + "."
		}
		h.add(v.Date, "illness", text)
	}
	for i := range done.Straps {
		v := &done.Straps[i]
		h.add(v.Date, "strap", "Measured with a chest strap: HRV "+Value(diary.HRV, float64(v.RMSSD))+", resting heart rate "+Value(diary.RestingHR, float64(v.HR))+".")
	}
	for _, v := range done.Corrections {
		text := kindNames[v.Kind] + " left out: the watch had it wrong."
		if !v.Discard {
			text = kindNames[v.Kind] + " corrected to " + Value(v.Kind, v.Value) + "."
		}
		h.add(v.Date, "correction", text)
	}
}

// runReported is a reported run in one line: "Run without a file, 45 min, 8.0 km, effort 4 of 10."
func (o Options) runReported(v *diary.Run) string {
	text := "Run without a file"
	switch v.Sub {
	case "":
	case diary.RunWalk:
		text = "Run-walk without a file"
	default:
		text = upper(v.Sub) + " run without a file"
	}
	if v.Minutes > 0 {
		text += fmt.Sprintf(", %.0f min", v.Minutes)
	}
	if v.Km > 0 {
		text += ", " + o.Distance(float64(v.Km))
	}
	if v.RPE.Said() {
		text += fmt.Sprintf(", effort %d of 10", v.RPE)
	}
	if v.Pain.Said() {
		text += fmt.Sprintf(", pain %d of 10", v.Pain)
	}
	return text + "."
}

// upTo is the end of a span, "" for a span of one day.
func upTo(from, to diary.Date) string {
	if to == from {
		return ""
	}
	return " until " + Day(to)
}

var whereNames = map[diary.Where]string{diary.AboveNeck: " above the neck", diary.BelowNeck: " below the neck"}

// checkInSaid is a check-in in one line: what was 2 or more, or 2 or less where 4 is
// best, and what else was said.
func checkInSaid(c *diary.CheckIn, tags []string) string {
	names := [...]string{signNames[0], signNames[1], signNames[2], signNames[3], signNames[4], "fatigue", "tension", "soreness", "stress"}
	const worthSaying = 2
	var high []string
	answers := 0
	for i, s := range c.Items() {
		if s.Said() {
			answers++
		}
		if s.AtLeast(worthSaying) {
			high = append(high, fmt.Sprintf("%s %d", names[i], s))
		}
	}
	for _, x := range [...]struct {
		score diary.Score
		name  string
	}{{c.Ready, "ready to train"}, {c.SleepQuality, "sleep quality"}} {
		if x.score.Said() {
			answers++
			if diary.MaxSign-x.score >= worthSaying {
				high = append(high, fmt.Sprintf("%s %d", x.name, x.score))
			}
		}
	}
	if c.Fever == diary.Yes {
		high = append(high, "fever")
	}
	if c.Chest == diary.Yes {
		high = append(high, "chest symptoms")
	}
	high = append(high, tags...)
	if len(high) == 0 {
		return fmt.Sprintf("Check-in: nothing over 1 of 4 in %s.", Count(answers, "answer"))
	}
	return "Check-in: " + List(high) + "."
}

// tagNames are a date's tags with how much there was of each, where that was said: "late
// night", "alcohol (2 drinks)".
func (o Options) tagNames(r *diary.Reported, date diary.Date, tags []string) (out []string) {
	for _, tag := range tags {
		name := strings.ReplaceAll(tag, "_", " ")
		if dose := r.Dose(date, tag); dose > 0 {
			name += " (" + o.dose(tag, dose) + ")"
		}
		out = append(out, name)
	}
	return out
}

// dose writes how much there was of a tag: "2 drinks", "6 h", "82 °F", "1,500 m".
func (o Options) dose(tag string, v float64) string {
	switch tag {
	case "heat":
		return unit.Temperature(o.Miles).Say(v)
	case "altitude":
		return unit.Height(o.Miles).Say(v)
	}
	return (&scale{unit: " " + diary.FindDose(tag).Unit}).number(v)
}
