package story

import (
	"fmt"
	"strconv"
	"strings"

	"rebound/engine/diary"
)

// tell reads what a runner says on the days of a span. done is false for a line of
// another kind.
func (s *Parsed) tell(from, to diary.Date, words []string) (done bool, err error) {
	days := ""
	if n := len(words); n > 2 && words[n-2] == "on" {
		days, words = words[n-1], words[:n-2]
	}
	for d := from; d <= to; d++ {
		if days != "" && !strings.Contains(days, strings.ToLower(d.Weekday().String()[:3])) {
			continue
		}
		at := diary.Stamp{At: int64(d)*86400 + 8*3600 + int64(len(s.Files)), Date: d}
		f := diary.File{Kind: "typed", Name: fmt.Sprint(d, words, len(s.Files))}
		if done, err = said(&f, at, words); !done {
			if done, err = did(&f, at, words); !done {
				return false, err
			}
		}
		if err != nil {
			return true, err
		}
		s.Files = append(s.Files, f)
	}
	return true, nil
}

// said reads how a runner feels, what hurts, and what they decide.
func said(f *diary.File, at diary.Stamp, words []string) (done bool, err error) {
	switch {
	case words[0] == "checkin" && len(words) == 2:
		c := diary.NewCheckIn(at)
		err = setCheckIn(&c, words[1])
		f.CheckIns = []diary.CheckIn{c}
	case words[0] == "niggle" && len(words) == 4:
		n := diary.Niggle{Stamp: at, Site: diary.Site(words[1]), Side: diary.Side(words[2])}
		if words[2] == "-" {
			n.Side = ""
		}
		err = setNiggle(&n, words[3])
		f.Niggles = []diary.Niggle{n}
	case words[0] == "effort" && (len(words) == 2 || len(words) == 4):
		e := diary.Effort{Stamp: at}
		e.RPE, e.Start, err = scored(at.Date, words)
		f.Efforts = []diary.Effort{e}
	case words[0] == "pain" && (len(words) == 2 || len(words) == 4):
		p := diary.RunPain{Stamp: at}
		p.Pain, p.Start, err = scored(at.Date, words)
		f.Pains = []diary.RunPain{p}
	case words[0] == "strength":
		f.Efforts = []diary.Effort{{Stamp: at, RPE: diary.Unsaid, Strength: true}}
	case words[0] == "cold" && len(words) == 2:
		f.Cold = []diary.Cold{{Stamp: at, Minutes: 12, Celsius: 12}}
	case (words[0] == "decline" || words[0] == "accept") && len(words) == 2:
		f.Decisions = []diary.Decision{{Stamp: at, Action: words[1], Accepted: words[0] == "accept", Why: "said so"}}
	default:
		return false, nil
	}
	return true, err
}

// scored reads "KIND SCORE [of HH:MM]": the score, and the start of the session that it
// is of, or 0.
func scored(d diary.Date, words []string) (score diary.Score, start int64, err error) {
	n, err := strconv.ParseUint(words[1], 10, 8)
	if err == nil && len(words) == 4 {
		start, err = moment(d, words[3])
	}
	return diary.Score(n), start, err
}

// moment is the instant of HH:MM on a date, or of DATE/HH:MM. Sessions that are named are
// those of a story in UTC.
func moment(d diary.Date, clock string) (int64, error) {
	if date, of, ok := strings.Cut(clock, "/"); ok {
		other, err := diary.ParseDate(date)
		if err != nil {
			return 0, err
		}
		d, clock = other, of
	}
	minute, err := parseClock(clock)
	return int64(d)*86400 + int64(minute)*60, err
}

// scores are those of a check-in by their names, all that "all" sets first.
func scores(c *diary.CheckIn) (list []named) {
	for i, name := range diary.SignNames {
		list = append(list, named{name, &c.Signs[i]})
	}
	return append(list, named{"fatigue", &c.Fatigue}, named{"tension", &c.Tension}, named{"soreness", &c.Soreness}, named{"stress", &c.Stress},
		named{"ready", &c.Ready}, named{"sleep_quality", &c.SleepQuality})
}

type named struct {
	name  string
	score *diary.Score
}

// setByAll is how many of the scores "all" sets.
const setByAll = diary.Signs + 4

func setCheckIn(c *diary.CheckIn, spec string) error {
	answers := map[string]*diary.Answer{"fever": &c.Fever, "chest": &c.Chest}
	list := scores(c)
	for _, part := range strings.Split(spec, ",") {
		key, value, _ := strings.Cut(part, "=")
		if a := answers[key]; a != nil {
			*a = yes(value)
			continue
		}
		n, err := strconv.ParseUint(value, 10, 8)
		if err != nil {
			return err
		}
		known := false
		for i, s := range list {
			if s.name == key || key == "all" && i < setByAll {
				*s.score, known = diary.Score(n), true
			}
		}
		if !known {
			return fmt.Errorf("no score %q", key)
		}
	}
	return nil
}

func setNiggle(n *diary.Niggle, spec string) error {
	pain, rest, _ := strings.Cut(spec, ",")
	v, err := strconv.ParseUint(pain, 10, 8)
	if err != nil {
		return err
	}
	n.Severity = diary.Score(v)
	for _, part := range strings.FieldsFunc(rest, func(r rune) bool { return r == ',' }) {
		key, value, _ := strings.Cut(part, "=")
		answers := map[string]*diary.Answer{"night": &n.NightPain, "limp": &n.Limp, "bone": &n.BonePoint, "seen": &n.Seen}
		flags := map[string]*bool{"tightness": &n.Tightness, "worse": &n.Worse, "swelling": &n.Swelling, "off": &n.Off}
		switch {
		case answers[key] != nil:
			*answers[key] = yes(value)
		case flags[key] != nil:
			*flags[key] = true
		default:
			return fmt.Errorf("no flag %q", key)
		}
	}
	if !n.Valid() {
		return fmt.Errorf("not a niggle: %+v", *n)
	}
	return nil
}

func yes(s string) diary.Answer {
	if s == "yes" {
		return diary.Yes
	}
	return diary.No
}
