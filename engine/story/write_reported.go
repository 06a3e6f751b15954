package story

import (
	"fmt"
	"strconv"
	"strings"

	"rebound/engine/diary"
)

// reported writes what the runner said, kind by kind.
func (w *writer) reported(r *diary.Reported) {
	w.checks(r.CheckIns)
	for i := range r.Niggles {
		w.niggle(&r.Niggles[i])
	}
	for _, v := range r.Tags {
		w.line("%v tag %s", v.Date, v.Tag)
	}
	for _, v := range r.Typed {
		w.line("%v typed %v %s", v.Date, v.Kind, strings.TrimSpace(decimal(v.Value)+" "+diary.ReadingNames[v.As]))
	}
	for _, v := range r.Straps {
		w.line("%v strap %s %s", v.Date, single(v.RMSSD), single(v.HR))
	}
	for _, v := range r.Corrections {
		value := decimal(v.Value)
		if v.Discard {
			value = "out"
		}
		w.line("%v correct %v %s", v.Date, v.Kind, value)
	}
	for _, v := range r.Efforts {
		if v.Strength {
			w.line("%v strength", v.Date)
		}
		if v.RPE.Said() {
			w.line("%v effort %d%s", v.Date, v.RPE, of(v.Date, v.Start))
		}
	}
	for _, v := range r.Pains {
		w.line("%v pain %d%s", v.Date, v.Pain, of(v.Date, v.Start))
	}
	w.runs(r)
	for _, v := range r.Decisions {
		what := "decline"
		if v.Accepted {
			what = "accept"
		}
		w.line("%v %s %s", v.Date, what, v.Action)
	}
	for _, v := range r.Cold {
		w.line("%v cold %s", v.Date, single(v.Minutes))
	}
	for _, v := range r.Reactions {
		var times []string
		for _, ms := range v.Trials {
			times = append(times, single(ms))
		}
		if len(times) == 1 {
			times = append(times, "0") // a single time would be ten
		}
		w.line("%v reaction %s", v.Date, strings.Join(times, ","))
	}
	for _, v := range r.Periods {
		w.line("%v period", v.Date)
	}
}

// runs writes runs and walks without a file, and days of which it is said whether they
// were run, and of illness.
func (w *writer) runs(r *diary.Reported) {
	for _, v := range r.Runs {
		text := ""
		add := func(key, value string) { text += " " + key + "=" + value }
		if v.Km > 0 {
			add("km", single(v.Km))
		}
		if v.RPE.Said() {
			add("rpe", strconv.Itoa(int(v.RPE)))
		}
		if v.Pain.Said() {
			add("pain", strconv.Itoa(int(v.Pain)))
		}
		if v.Start != 0 {
			add("start", moments(v.Date, v.Start))
		}
		if v.Sub == diary.RunWalk {
			add("walks", "1")
		}
		w.line("%v report %s%s", v.Date, single(v.Minutes), text)
	}
	for _, v := range r.Ran {
		w.line("%v ran", v.Date)
	}
	for _, v := range r.NotRan {
		w.span(v.Date, v.To, "not_ran")
	}
	for _, v := range r.Walks {
		pain := ""
		if v.Pain.Said() {
			pain = fmt.Sprintf(" %d", v.Pain)
		}
		w.line("%v walk %s%s", v.Date, single(v.Minutes), pain)
	}
	for _, v := range r.Illnesses {
		to := ""
		if v.To != 0 {
			to = " " + v.To.String()
		}
		w.line("%v ill %s%s", v.Date, v.Where, to)
	}
}

// of names the session that something is said of.
func of(d diary.Date, start int64) string {
	if start == 0 {
		return ""
	}
	return " of " + moments(d, start)
}

// moments is an instant on a date as HH:MM, of another as DATE/HH:MM.
func moments(d diary.Date, at int64) string {
	day := diary.DateAt(at, 0)
	text := clock(at - int64(day)*86400)
	if day != d {
		text = day.String() + "/" + text
	}
	return text
}

// checks writes check-ins, those of days alike in one line.
func (w *writer) checks(list []diary.CheckIn) {
	for i := 0; i < len(list); {
		text, from := check(&list[i]), list[i].Date
		to := from
		for i++; i < len(list) && list[i].Date == to+1 && check(&list[i]) == text; i++ {
			to++
		}
		w.span(from, to, "checkin "+text)
	}
}

func check(c *diary.CheckIn) string {
	var parts []string
	list := scores(c)
	counts := map[diary.Score]int{}
	for _, s := range list[:setByAll] {
		counts[*s.score]++
	}
	most := *list[0].score
	for _, s := range list[:setByAll] {
		if counts[*s.score] > counts[most] {
			most = *s.score
		}
	}
	all := counts[diary.Unsaid] == 0 && counts[most] > 1
	if all {
		parts = append(parts, fmt.Sprintf("all=%d", most))
	}
	for i, s := range list {
		if s.score.Said() && !(all && i < setByAll && *s.score == most) {
			parts = append(parts, fmt.Sprintf("%s=%d", s.name, *s.score))
		}
	}
	return strings.Join(answer(answer(parts, "fever", c.Fever), "chest", c.Chest), ",")
}

func answer(parts []string, name string, a diary.Answer) []string {
	switch a {
	case diary.Yes:
		return append(parts, name+"=yes")
	case diary.No:
		return append(parts, name+"=no")
	}
	return parts
}

func (w *writer) niggle(n *diary.Niggle) {
	side := string(n.Side)
	if side == "" {
		side = "-"
	}
	parts := []string{strconv.Itoa(int(n.Severity))}
	for _, v := range []struct {
		is   bool
		name string
	}{{n.Tightness, "tightness"}, {n.Worse, "worse"}, {n.Swelling, "swelling"}} {
		if v.is {
			parts = append(parts, v.name)
		}
	}
	parts = answer(answer(answer(answer(parts, "night", n.NightPain), "limp", n.Limp), "bone", n.BonePoint), "seen", n.Seen)
	w.line("%v niggle %s %s %s", n.Date, n.Site, side, strings.Join(parts, ","))
}
