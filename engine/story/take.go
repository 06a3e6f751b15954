package story

import (
	"slices"

	"rebound/engine/diary"
	"rebound/engine/plan"
	"rebound/engine/rule"
)

// Day is what a story of one date is written of: nothing of it is of a real date.
type Day struct {
	Date    diary.Date   `json:"date"`
	Want    Verdict      `json:"want"`
	Set     []string     `json:"set"` // lines of settings that are not at their default
	Discard float64      `json:"discard"`
	Follow  *plan.Plan   `json:"follow,omitempty"`
	Life    []string     `json:"life,omitempty"` // lines of the days and minutes that the plan is fitted into
	Races   []plan.Race  `json:"races,omitempty"`
	Files   []diary.File `json:"-"`
}

// Verdict is what was said on the date.
type Verdict struct {
	Action     string              `json:"action"`
	Level      string              `json:"level"`
	Confidence string              `json:"confidence"`
	Signals    [diary.Kinds]string `json:"signals"` // "adverse/3"
	Reasons    []string            `json:"reasons"`
	Today      string              `json:"today,omitempty"` // the day's session as it then stood, by [Session]
	Evening    bool                `json:"evening"`         // the day goes on
}

// Asked is the day that a story is asked for.
type Asked struct {
	Date  diary.Date
	Diary *diary.Diary
	Rules rule.Settings
	Plan  *plan.Record // that is followed; nil for none
	Races []plan.Race  // of all plans that were
	Verdict
}

// How many days of a diary can bear on a date: a baseline of 60 days, before each day on
// which a cut may have fired that the date's own waits for, or a complaint begun.
const (
	days     = 250
	fullDays = 105 // of them, those whose sessions are written in full: the load of a night looks back on 98
	longDays = 425 // for what holds until something ends it, and for a maximal heart rate
	fullRuns = 40  // sessions that are written in full, however old: those before a pause
	peaks    = 12  // of the older ones: the highest
)

// someMonday is where the week of the date is put.
const someMonday diary.Date = 18267 // 2020-01-06

// Take is what bears on a date, with the dates moved by whole weeks, so that the date lies
// in the week of 6 January 2020. Left out are names of devices, files and races, places, notes, why days are off, what
// of a session only a chart shows, and times of day but where two sessions of a day, or
// what was said of one, are told apart by them.
func Take(a Asked) Day {
	k := taking{Asked: a, shift: plan.Monday(someMonday) + a.Date - plan.Monday(a.Date) - a.Date}
	k.name()
	k.readings()
	k.nights()
	k.sessions()
	k.wearers()
	k.reported()
	out := Day{Date: a.Date + k.shift, Want: a.Verdict, Set: k.settings(), Discard: a.Rules.EasyDiscard, Files: k.files}
	for _, r := range a.Races {
		if r.Date >= a.Date-longDays {
			out.Races = append(out.Races, plan.Race{Date: r.Date + k.shift, Km: r.Km})
		}
	}
	if a.Plan != nil {
		out.Follow, out.Life = k.follow(), k.life()
	}
	return out
}

// taking is a day that is taken out of a diary.
type taking struct {
	Asked
	shift   diary.Date
	letters []string // sources, in order of name
	files   []diary.File
	starts  map[int64]int64     // of sessions: as the story has them, by what they were
	chosen  [diary.Kinds]string // what is put first, as the story has it
}

// name finds the sources, whose order is kept: of two that say as much the first counts.
func (k *taking) name() {
	see := func(source string) {
		if !slices.Contains(k.letters, source) {
			k.letters = append(k.letters, source)
		}
	}
	for _, s := range k.Diary.Series {
		if s.Filed() {
			see(s.Source)
		}
	}
	for i := range k.Diary.Nights {
		see(k.Diary.Nights[i].Source)
	}
	for i := range k.Diary.Activities {
		see(k.Diary.Activities[i].Source)
	}
	slices.Sort(k.letters)
}

// exports are one for each tier, by tier + 1.
var exports = [...]string{diary.TierChosen + 1: "kubios", diary.TierDevice + 1: "", diary.TierPlatform + 1: "polar", diary.TierAggregator + 1: "strava", diary.TierTable + 1: "table"}

// file is the one of a source and tier.
func (k *taking) file(source string, tier diary.Tier) *diary.File {
	n := slices.Index(k.letters, source)
	name := ""
	for ; n >= 26; n -= 26 {
		name += "z"
	}
	name += string(rune('a' + n))
	via := exports[tier+1]
	i := slices.IndexFunc(k.files, func(f diary.File) bool { return f.Device.Maker == name && f.Via == via })
	if i < 0 {
		i = len(k.files)
		k.files = append(k.files, diary.File{Device: diary.Device{Maker: name, Serial: 1}, Via: via})
	}
	return &k.files[i]
}

// readings takes the series as they were measured: what was typed and corrected is written
// for itself.
func (k *taking) readings() {
	t := k.Date
	for i := range k.Diary.Series {
		s := &k.Diary.Series[i]
		if s.Source == diary.StrapSource && s.Tier == diary.TierChosen {
			k.chosen[s.Kind] = diary.StrapSource
		}
		if !s.Filed() {
			continue
		}
		was := map[diary.Date]diary.Point{}
		for _, a := range k.Diary.Amended {
			if a.Kind == s.Kind && a.Source == s.Source && a.Metric == s.Metric {
				was[a.Was.Date] = a.Was
			}
		}
		put := func(p diary.Point) {
			if p.By == diary.ByDevice && p.Date > t-days && p.Date <= t {
				if s.Tier == diary.TierChosen {
					k.chosen[s.Kind] = exports[0]
				}
				k.put(s, p)
			}
		}
		for _, p := range s.Points {
			if _, amended := was[p.Date]; !amended {
				put(p)
			}
		}
		for _, p := range was {
			put(p)
		}
	}
}

// put takes a reading of a series.
func (k *taking) put(s *diary.Series, p diary.Point) {
	f, d := k.file(s.Source, s.Tier), p.Date+k.shift
	at := int64(d)*86400 + 7*3600
	switch {
	case s.Kind == diary.HRV:
		f.HRV = append(f.HRV, diary.HRVStamp{At: at, Value: float32(p.Value), Metric: s.Metric, Day: d})
	case s.Kind == diary.RestingHR:
		f.Resting = append(f.Resting, diary.Stamped{At: at, Value: float32(p.Value), Day: d})
	case s.Metric == diary.MetricAsleep:
		f.Slept = append(f.Slept, diary.Stamped{At: at, Value: float32(p.Value), Day: d})
	default:
		f.Nights = append(f.Nights, diary.Night{End: at, Light: float32(p.Value), Staged: true, Day: d})
	}
}

// nights takes the naps of late, and the nights of which no more is known than that they
// were.
func (k *taking) nights() {
	t := k.Date
	for i := range k.Diary.Nights {
		n := &k.Diary.Nights[i]
		if n.Date <= t-diary.Date(k.Rules.DebtDays) || n.Date > t || n.Known() && !n.Nap {
			continue
		}
		f := k.file(n.Source, diary.TierDevice)
		f.Nights = append(f.Nights, diary.Night{Light: float32(n.Asleep()), Staged: n.Known(), Nap: n.Nap, Day: n.Date + k.shift})
	}
}

// wearers takes what watches say of their wearer, as far as it is asked for.
func (k *taking) wearers() {
	var last, said diary.Person
	for _, p := range k.Diary.Persons {
		said = diary.Person{At: p.At, RestingHR: or(p.RestingHR, said.RestingHR), MaxHR: or(p.MaxHR, said.MaxHR), Age: or(p.Age, said.Age), Sex: p.Sex}
		if said.Sex == "" {
			said.Sex = last.Sex
		}
		was := last
		if was.At = said.At; was != said {
			d := diary.DateAt(p.At, 0)
			at := said
			at.At, at.WeightKg = int64(d+k.shift)*86400+12*3600, 0
			if len(k.files) == 0 {
				k.files = append(k.files, diary.File{Device: diary.Device{Maker: "a", Serial: 1}})
			}
			k.files[0].Persons = append(k.files[0].Persons, at)
		}
		last = said
	}
}

func or(a, b uint8) uint8 {
	if a != 0 {
		return a
	}
	return b
}

// settings are those that are not at their default.
func (k *taking) settings() (out []string) {
	for _, r := range rule.Table {
		if v := r.Get(k.Rules); v != r.Default {
			out = append(out, "set "+r.Key+" "+decimal(v))
		}
	}
	out = append(out, "max_hr "+decimal(k.Rules.MaxHR))
	if k.Rules.Age > 0 {
		out = append(out, "age "+decimal(k.Rules.Age))
	}
	if k.Rules.Sex != "" {
		out = append(out, "sex "+k.Rules.Sex)
	}
	for kind, via := range k.chosen {
		if via != "" {
			out = append(out, "prefer "+diary.Kind(kind).String()+" "+via)
		}
	}
	return out
}
