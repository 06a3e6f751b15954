package main

import (
	"fmt"
	"maps"
	"math"
	"slices"
	"strings"
	"time"

	"rebound/engine/diary"
	"rebound/engine/verdict"
)

// checkin is how the runner felt; what is left out was not said.
type checkin struct {
	Date     diary.Date          `json:"date"`
	Signs    map[string]*float64 `json:"signs"`
	Fatigue  *float64            `json:"fatigue"`
	Tension  *float64            `json:"tension"`
	Soreness *float64            `json:"soreness"`
	Stress   *float64            `json:"stress"`
	Tags     []string            `json:"tags"`
	Fever    *bool               `json:"fever"`
	Chest    *bool               `json:"chest_symptoms"`
}

func (c checkin) add(f *diary.File, place int, today diary.Date) error {
	if err := dated(c.Date, today); err != nil {
		return err
	}
	at := typedAt(c.Date, place)
	for _, tag := range c.Tags {
		if !slices.Contains(diary.DayTags, tag) {
			return fmt.Errorf("%q is not a tag: there are %s", tag, strings.Join(diary.DayTags, ", "))
		}
		f.Tags = append(f.Tags, diary.DayTag{Stamp: diary.Stamp{At: at, Date: c.Date}, Tag: tag})
	}
	if c.Tags != nil { // of two check-ins for one date the later counts, its tags too
		for _, t := range f.Tags {
			if t.Date == c.Date && !t.Off && !slices.Contains(c.Tags, t.Tag) {
				f.Tags = append(f.Tags, diary.DayTag{Stamp: diary.Stamp{At: at, Date: c.Date}, Tag: t.Tag, Off: true})
			}
		}
	}
	out := diary.NewCheckIn(diary.Stamp{At: at, Date: c.Date})
	for _, name := range slices.Sorted(maps.Keys(c.Signs)) {
		i := slices.Index(diary.SignNames[:], name)
		if i < 0 {
			return fmt.Errorf("%q is not a sign: there are %s", name, strings.Join(diary.SignNames[:], ", "))
		}
		if err := score(&out.Signs[i], name, c.Signs[name], diary.MaxSign); err != nil {
			return err
		}
	}
	for _, v := range []struct {
		to   *diary.Score
		name string
		said *float64
	}{{&out.Fatigue, "fatigue", c.Fatigue}, {&out.Tension, "tension", c.Tension}, {&out.Soreness, "soreness", c.Soreness}, {&out.Stress, "stress", c.Stress}} {
		if err := score(v.to, v.name, v.said, diary.MaxSign); err != nil {
			return err
		}
	}
	out.Fever, out.Chest = diary.AnswerOf(c.Fever), diary.AnswerOf(c.Chest)
	for _, before := range slices.Backward(f.CheckIns) {
		if before.Date == c.Date {
			out.Fever = out.Fever.After(before.Fever)
			out.Chest = out.Chest.After(before.Chest)
			break
		}
	}
	if !out.Empty() {
		f.CheckIns = append(f.CheckIns, out)
	}
	return nil
}

// score sets a whole number from 0 to most; what was not said stays unsaid.
func score(to *diary.Score, name string, said *float64, most diary.Score) error {
	if said == nil {
		return nil
	}
	if *said < 0 || *said > float64(most) || *said != math.Trunc(*said) {
		return fmt.Errorf("%s of %g cannot be: write a whole number from 0 to %d, or leave it out", name, *said, most)
	}
	*to = diary.Score(*said)
	return nil
}

type niggle struct {
	Date      diary.Date `json:"date"`
	Site      diary.Site `json:"site"`
	Side      diary.Side `json:"side"`
	Severity  *float64   `json:"severity"`
	Tightness bool       `json:"tightness"`
	Worse     bool       `json:"worse_next_day"`
	Swelling  bool       `json:"swelling"`
	NightPain *bool      `json:"night_pain"`
	Limp      *bool      `json:"limp"`
	BonePoint *bool      `json:"bone_point_pain"`
}

func (n niggle) add(f *diary.File, place int, today diary.Date) error {
	if err := dated(n.Date, today); err != nil {
		return err
	}
	if !slices.Contains(diary.Sites, n.Site) {
		var sites []string
		for _, s := range diary.Sites {
			sites = append(sites, string(s))
		}
		return fmt.Errorf("%q is not a site: there are %s", n.Site, strings.Join(sites, ", "))
	}
	if n.Side != diary.Left && n.Side != diary.Right && n.Side != "" {
		return fmt.Errorf("%q is not a side: write left or right, or leave it out", n.Side)
	}
	if n.Severity == nil && !n.Tightness {
		return fmt.Errorf("it has no severity: write 0 to %d, 0 when it does not hurt", diary.MaxPain)
	}
	out := diary.Niggle{
		Stamp: diary.Stamp{At: typedAt(n.Date, place), Date: n.Date}, Site: n.Site, Side: n.Side, Tightness: n.Tightness, Worse: n.Worse, Swelling: n.Swelling,
		NightPain: diary.AnswerOf(n.NightPain), Limp: diary.AnswerOf(n.Limp), BonePoint: diary.AnswerOf(n.BonePoint),
	}
	if err := score(&out.Severity, "severity", n.Severity, diary.MaxPain); err != nil {
		return err
	}
	for _, before := range slices.Backward(f.Niggles) {
		if before.Date == n.Date && before.Site == n.Site && before.Side == n.Side && !out.Gone() {
			out.NightPain = out.NightPain.After(before.NightPain)
			out.Limp = out.Limp.After(before.Limp)
			out.BonePoint = out.BonePoint.After(before.BonePoint)
			break
		}
	}
	f.Niggles = append(f.Niggles, out)
	return nil
}

// session is how a session felt. Start, the instant at which a run began, names
// one of several; without it the whole date is meant.
type session struct {
	Date     diary.Date `json:"date"`
	Start    time.Time  `json:"start"`
	RPE      *float64   `json:"rpe"`
	Pain     *float64   `json:"pain"`
	Strength bool       `json:"strength"`
}

func (s session) add(f *diary.File, place int, today diary.Date) error {
	if err := dated(s.Date, today); err != nil {
		return err
	}
	start := int64(0)
	if !s.Start.IsZero() {
		start = s.Start.Unix()
	}
	out := diary.Effort{Stamp: diary.Stamp{At: typedAt(s.Date, place), Date: s.Date}, Start: start, RPE: diary.Unsaid, Strength: s.Strength}
	if err := score(&out.RPE, "rpe", s.RPE, diary.MaxEffort); err != nil {
		return err
	}
	pain := diary.RunPain{Stamp: diary.Stamp{At: out.At, Date: s.Date}, Start: start, Pain: diary.Unsaid}
	if err := score(&pain.Pain, "pain", s.Pain, diary.MaxPain); err != nil {
		return err
	}
	if pain.Pain.Said() {
		f.Pains = append(f.Pains, pain)
	}
	if out.RPE.Said() || out.Strength || !pain.Pain.Said() {
		f.Efforts = append(f.Efforts, out)
	}
	return nil
}

type decision struct {
	Date     diary.Date `json:"date"`
	Action   string     `json:"action"`
	Accepted bool       `json:"accepted"`
	Why      string     `json:"why"`
}

var actions = []string{
	string(verdict.Stop), string(verdict.SeeClinician), string(verdict.Modify), string(verdict.ReturnToRun),
	string(verdict.CutWeek), string(verdict.HoldQuality), "deload", string(verdict.Progress), string(verdict.Unknown),
}

func (d decision) add(f *diary.File, place int, today diary.Date) error {
	if err := dated(d.Date, today); err != nil {
		return err
	}
	if !slices.Contains(actions, d.Action) {
		return fmt.Errorf("%q is not an action: there are %s", d.Action, strings.Join(actions, ", "))
	}
	f.Decisions = append(f.Decisions, diary.Decision{Stamp: diary.Stamp{At: typedAt(d.Date, place), Date: d.Date}, Action: d.Action, Accepted: d.Accepted, Why: d.Why})
	return nil
}

type cold struct {
	Date    diary.Date `json:"date"`
	Minutes float64    `json:"minutes"`
	Celsius float64    `json:"celsius"`
}

func (c cold) add(f *diary.File, place int, today diary.Date) error {
	if err := dated(c.Date, today); err != nil {
		return err
	}
	if c.Minutes < 0 || c.Minutes > 120 || c.Celsius < -5 || c.Celsius > 40 {
		return fmt.Errorf("%g minutes at %g °C cannot be: write 0 to 120 minutes and -5 to 40 °C", c.Minutes, c.Celsius)
	}
	f.Cold = append(f.Cold, diary.Cold{Stamp: diary.Stamp{At: typedAt(c.Date, place), Date: c.Date}, Minutes: float32(c.Minutes), Celsius: float32(c.Celsius)})
	return nil
}
