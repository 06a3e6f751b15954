package story

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"rebound/engine/diary"
	"rebound/engine/plan"
	"rebound/engine/verdict"
)

// ParsePlan reads a "follow" section, the plan that is followed:
//
//	DATE KIND MIN KM [RUN/WALKxTIMES] [hard]   a session, the stage that a walk-run is, and
//	                                           that it is hard though its kind is not
//	week MONDAY KM [deload] [taper] [recovery]
//	goal DATE KM [M:SS]                        the race that it is for, and the time to be after
//	recovering DATE KM                         the race whose easy days it is
//	off DATES [easy]                           the runner cannot run, or nothing hard or long
//	minutes mon=40 tue=60 ...                  that there are on a weekday
//	was DATE KIND MIN KM ...                   what a day was before it was fitted into those
//
// The sessions are as they stand, fitted already: off and minutes say why.
func ParsePlan(text string) (*plan.Record, error) {
	p := planning{}
	if err := words("follow", text, p.line); err != nil {
		return nil, err
	}
	r := plan.Record{Plan: p.plan}
	if p.wish.Off != nil || p.wish.Minutes != nil {
		r.Goal = &p.wish
		if p.plan.Race != nil {
			r.Goal.RaceDate, r.Goal.RaceKm, r.Goal.RaceMinutes = p.plan.Race.Date, p.plan.Race.Km, p.plan.Race.Minutes
		}
	}
	if p.was != nil {
		r.Base = p.base()
	}
	r, err := plan.Decode([]byte(r.Encode())) // which looks whether it can be
	return &r, err
}

// planning is a plan that is being read.
type planning struct {
	plan plan.Plan
	wish plan.Wish
	was  []plan.Session
}

func (p *planning) line(w []string) (err error) {
	switch w[0] {
	case "week", "goal", "recovering":
		return p.dated(w)
	case "off":
		return p.off(w)
	case "minutes":
		return p.minutes(w[1:])
	case "was":
		return readPlanned(&p.was, w[1:])
	}
	return readPlanned(&p.plan.Sessions, w)
}

// dated reads what has a date and km.
func (p *planning) dated(w []string) error {
	if len(w) < 3 {
		return fmt.Errorf("too short")
	}
	date, err := diary.ParseDate(w[1])
	if err != nil {
		return err
	}
	km, err := strconv.ParseFloat(w[2], 64)
	race := plan.Race{Date: date, Km: km}
	switch w[0] {
	case "week":
		is := func(what string) bool { return slices.Contains(w[3:], what) }
		p.plan.Weeks = append(p.plan.Weeks, plan.Week{Start: date, Km: km, Deload: is("deload"), Taper: is("taper"), Recovery: is("recovery")})
	case "recovering":
		p.plan.Notes = append(p.plan.Notes, plan.Note{Code: plan.Recovering, Race: race})
	default:
		if len(w) > 3 && err == nil {
			race.Minutes, err = parseLength(w[3])
			race.Minutes /= 60
		}
		p.plan.Race = &race
	}
	return err
}

func (p *planning) off(w []string) (err error) {
	if len(w) < 2 {
		return fmt.Errorf("too short")
	}
	o := plan.Off{Easy: slices.Contains(w[2:], "easy")}
	o.From, o.To, err = parseDates(w[1])
	p.wish.Off = append(p.wish.Off, o)
	return err
}

func (p *planning) minutes(w []string) (err error) {
	p.wish.Minutes = map[string]float64{}
	for _, word := range w {
		day, text, _ := strings.Cut(word, "=")
		if p.wish.Minutes[day], err = strconv.ParseFloat(text, 64); err != nil {
			return err
		}
	}
	return nil
}

// base is the sessions as they were.
func (p *planning) base() []plan.Session {
	list := slices.Clone(p.was)
	for _, s := range p.plan.Sessions {
		if !slices.ContainsFunc(p.was, func(was plan.Session) bool { return was.Date == s.Date }) {
			list = append(list, s)
		}
	}
	return slices.DeleteFunc(list, func(s plan.Session) bool { return s.Kind == verdict.Rest })
}

// readPlanned reads a session of a plan.
func readPlanned(list *[]plan.Session, w []string) (err error) {
	if len(w) < 4 {
		return fmt.Errorf("a session is DATE KIND MIN KM")
	}
	s := plan.Session{Session: verdict.Session{Kind: verdict.SessionKind(w[1])}}
	if s.Date, err = diary.ParseDate(w[0]); err != nil {
		return err
	}
	if s.Minutes, err = strconv.ParseFloat(w[2], 64); err != nil {
		return err
	}
	if s.Km, err = strconv.ParseFloat(w[3], 64); err != nil {
		return err
	}
	s.Hard = s.Kind.Hard() || s.Kind == verdict.Race
	for _, word := range w[4:] {
		if word == "hard" {
			s.Hard = true
		} else if _, err = fmt.Sscanf(strings.NewReplacer("/", " ", "x", " ").Replace(word), "%f %f %d", &s.Stage.Run, &s.Stage.Walk, &s.Stage.Times); err != nil {
			return err
		}
	}
	*list = append(*list, s)
	return nil
}
