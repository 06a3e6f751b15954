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

// signals are the kinds of readings that a list can be of.
var signals = []string{"hrv", "resting_hr", "sleep", "slept"}

// kinds are those of the other statements.
var kinds = []string{"typed_hrv", "typed_resting_hr", "run", "ride", "tag", "nap"}

// measured reads what is written of one date, as a real diary has it. done is false for a
// line of another kind.
func (s *Parsed) measured(from diary.Date, words []string) (done bool, err error) {
	key := func(d diary.Date, what string) entryKey { return entryKey{s.watch, s.via, d, what} }
	signal, metric, _ := strings.Cut(words[0], "/")
	switch {
	case slices.Contains(signals, signal) && (metric == "" || signal == "hrv"):
		if len(words) > 2 && (words[2] == "on" || words[2] == "at") {
			return false, nil
		}
		if len(words) < 3 {
			return false, nil // of a span of days
		}
		for i, text := range words[1:] {
			if text == "-" {
				continue
			}
			v, err := reading(signal, text)
			if err != nil {
				return true, err
			}
			s.entries[key(from+diary.Date(i), words[0])] = entry{value: v, minute: -1}
		}
	case words[0] == "night" && len(words) == 1:
		s.entries[key(from, "night")] = entry{minute: -1}
	case words[0] == "session" && len(words) > 2:
		e := entry{minute: -1}
		if e.activity, e.minute, err = session(words[1], words[2], words[3:], s.Rules.EasyDiscard); err != nil {
			return true, err
		}
		s.entries[key(from, "session "+strconv.Itoa(e.minute))] = e
	case words[0] == "wearer":
		s.entries[key(from, "wearer")] = entry{detail: strings.Join(words[1:], " "), minute: -1}
	case words[0] == "race" && len(words) == 2:
		km, err := strconv.ParseFloat(words[1], 64)
		s.races = append(s.races, plan.Session{Date: from, Session: verdict.Session{Kind: verdict.Race, Km: km}, Hard: true})
		return true, err
	case len(words) > 1 && !slices.Contains(kinds, words[0]) && words[0] != "no" && !slices.Contains(signals, signal):
		return true, fmt.Errorf("nothing is called %q", words[0])
	default:
		return false, nil
	}
	return true, nil
}

// planRaces has the races be those of a plan that was followed from the first on.
func (s *Parsed) planRaces() {
	if len(s.races) == 0 {
		return
	}
	slices.SortFunc(s.races, func(a, b plan.Session) int { return int(a.Date - b.Date) })
	first := s.races[0].Date
	s.Files = append(s.Files, diary.File{Kind: "typed", Name: "races", Reported: diary.Reported{Plans: []diary.PlanOf{{
		Stamp: diary.Stamp{At: int64(first) * 86400, Date: first}, Change: diary.PlanMade,
		Text: plan.Record{Plan: plan.Plan{Sessions: s.races}}.Encode(),
	}}}})
}

// wearer reads the settings of a watch; what is no number there is left out.
func wearer(spec string) (p diary.Person) {
	for _, word := range strings.Fields(spec) {
		key, value, _ := strings.Cut(word, "=")
		n, _ := strconv.ParseUint(value, 10, 8)
		switch key {
		case "max":
			p.MaxHR = uint8(n)
		case "rest":
			p.RestingHR = uint8(n)
		case "age":
			p.Age = uint8(n)
		case "sex":
			p.Sex = value
		}
	}
	return p
}
