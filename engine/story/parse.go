package story

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
	"time"

	"rebound/engine/diary"
	"rebound/engine/plan"
	"rebound/engine/rule"
)

// Parsed is a diary section, turned into the files that a watch would have written.
type Parsed struct {
	Files  []diary.File
	Rules  rule.Settings
	Choice diary.Choice

	offset  int // the runner's own zone, seconds east of UTC
	watch   diary.Device
	via     string
	clocks  map[diary.Device][]clockFrom
	entries map[entryKey]entry
	races   []plan.Session
}

// clockFrom is what a watch's clock shows from a date on.
type clockFrom struct {
	from   diary.Date
	offset int
}

type entryKey struct {
	watch diary.Device
	via   string
	date  diary.Date
	what  string
}

// entry is one thing that happened; value is in the unit of its kind.
type entry struct {
	value    float64
	detail   string
	minute   int // local minute of the day; -1 for the usual
	activity diary.Activity
}

// Zone is the runner's own.
func (s *Parsed) Zone() diary.Zone { return func(int64) int { return s.offset } }

// Diary is all that it says.
func (s *Parsed) Diary() *diary.Diary { return diary.BuildBy(s.Files, s.Zone(), s.Choice) }

// Parse reads a diary section. Its error names the line that is none.
func Parse(text string) (*Parsed, error) {
	s := &Parsed{
		Rules:   rule.Default(),
		watch:   diary.Device{Maker: "garmin", Serial: 1},
		clocks:  map[diary.Device][]clockFrom{},
		entries: map[entryKey]entry{},
	}
	s.Rules.MaxHR = 190
	if err := words("diary", text, s.statement); err != nil {
		return nil, err
	}
	keys := slices.SortedFunc(maps.Keys(s.entries), func(a, b entryKey) int {
		return strings.Compare(fmt.Sprint(a), fmt.Sprint(b))
	})
	for _, k := range keys {
		s.file(k, s.entries[k])
	}
	s.planRaces()
	return s, nil
}

func (s *Parsed) statement(words []string) (err error) {
	if len(words) < 2 {
		return fmt.Errorf("too short")
	}
	if known, err := s.header(words); known {
		return err
	}
	from, to, err := parseDates(words[0])
	if err != nil {
		return err
	}
	if done, err := s.tell(from, to, words[1:]); done || err != nil {
		return err
	}
	if done, err := s.measured(from, words[1:]); done || err != nil {
		return err
	}
	days, minute := "", -1
	for len(words) > 3 && (words[len(words)-2] == "on" || words[len(words)-2] == "at") {
		if last := words[len(words)-1]; words[len(words)-2] == "on" {
			days = last
		} else if minute, err = parseClock(last); err != nil {
			return err
		}
		words = words[:len(words)-2]
	}
	e := entry{minute: minute}
	what := words[1]
	switch {
	case what == "no" && len(words) == 3:
		e.detail, what = "gone", words[2]
	case what == "tag" && len(words) == 3:
		e.detail = words[2]
		what += " " + e.detail
	case what == "run" && len(words) == 4:
		e.detail = words[2]
		if e.value, err = strconv.ParseFloat(words[3], 64); err == nil {
			e.activity, err = run(e.detail, e.value)
		}
	case what == "ride" && len(words) == 3:
		if e.value, err = strconv.ParseFloat(words[2], 64); err == nil {
			e.activity, err = run("easy", e.value)
			e.activity.Sport = "cycling"
		}
	case len(words) == 3:
		e.value, err = reading(what, words[2])
	default:
		err = fmt.Errorf("not a statement")
	}
	if err != nil {
		return err
	}
	for d := from; d <= to; d++ {
		if days == "" || strings.Contains(days, strings.ToLower(d.Weekday().String()[:3])) {
			s.entries[entryKey{s.watch, s.via, d, what}] = e
		}
	}
	return nil
}

// header reads what is of no date.
func (s *Parsed) header(words []string) (known bool, err error) {
	switch words[0] {
	case "zone":
		s.offset, err = parseOffset(words[1])
	case "max_hr":
		s.Rules.MaxHR, err = strconv.ParseFloat(words[1], 64)
	case "age":
		s.Rules.Age, err = strconv.ParseFloat(words[1], 64)
	case "sex":
		s.Rules.Sex = words[1]
	case "set":
		if len(words) != 3 {
			return true, fmt.Errorf("set KEY VALUE")
		}
		var v float64
		if v, err = strconv.ParseFloat(words[2], 64); err == nil {
			err = s.Rules.Set(words[1], v)
		}
	case "prefer":
		if len(words) != 3 {
			return true, fmt.Errorf("prefer SIGNAL VIA")
		}
		if words[1] == "sessions" {
			s.Choice.Sessions = words[2]
			return true, nil
		}
		var k diary.Kind
		if k, err = kindOf(words[1]); err == nil {
			s.Choice.First[k] = words[2]
		}
	case "watch":
		s.watch, s.via = diary.Device{Maker: words[1], Serial: 1}, ""
		if n := len(words); n > 3 && words[n-2] == "by" {
			s.via, words = words[n-1], words[:n-2]
		}
		if len(words) > 2 {
			_, err = fmt.Sscan(words[2], &s.watch.Serial)
		}
	case "clock":
		c := clockFrom{}
		if c.offset, err = parseOffset(words[1]); err == nil && len(words) == 4 {
			c.from, err = diary.ParseDate(words[3])
		}
		s.clocks[s.watch] = append(s.clocks[s.watch], c)
	default:
		return false, nil
	}
	return true, err
}

// reading is a value of a kind: of sleep H:MM or minutes.
func reading(what, text string) (float64, error) {
	if strings.Contains(text, ":") {
		minutes, err := parseClock(text)
		return float64(minutes), err
	}
	return strconv.ParseFloat(text, 64)
}

// file writes one entry as the file it would have been in. Monitoring and
// activities say what the clock showed; sleep and HRV files never do.
func (s *Parsed) file(k entryKey, e entry) {
	if e.detail == "gone" {
		return
	}
	offset, knows := s.clockOn(k)
	at := func(usual int) int64 {
		if e.minute >= 0 {
			usual = e.minute
		}
		return int64(k.date)*86400 + int64(usual)*60 - int64(offset)
	}
	f := diary.File{Name: fmt.Sprint(k), Device: k.watch, Via: k.via}
	clock := func(unix int64) {
		if knows {
			f.Clocks = []diary.Clock{{At: unix, Offset: int32(offset)}}
		}
	}
	what, _, _ := strings.Cut(k.what, " ")
	what, metric, _ := strings.Cut(what, "/")
	switch what {
	case "hrv":
		f.Kind = "hrv_status"
		f.HRV = []diary.HRVStamp{{At: at(7 * 60), Value: float32(e.value), Metric: diary.MetricOvernight}}
		if metric != "" {
			f.HRV[0].Metric = diary.Metric(metric)
		}
	case "resting_hr":
		f.Kind = "monitoring"
		f.Resting = []diary.Stamped{{At: at(23*60 + 59), Value: float32(e.value)}}
		clock(f.Resting[0].At)
	case "sleep":
		end := at(6*60 + 30)
		f.Kind = "sleep"
		f.Nights = []diary.Night{{Start: end - int64(e.value)*60, End: end, Light: float32(e.value), Staged: true}}
	case "slept":
		f.Kind = "sleep"
		f.Slept = []diary.Stamped{{At: at(6*60 + 30), Value: float32(e.value)}}
	case "night":
		end := at(6*60 + 30)
		f.Kind = "sleep"
		f.Nights = []diary.Night{{Start: end - 8*3600, End: end}}
	case "nap":
		end := at(15 * 60)
		f.Kind = "sleep"
		f.Nights = []diary.Night{{Start: end - int64(e.value)*60, End: end, Light: float32(e.value), Staged: true, Nap: true}}
	case "run", "ride", "session":
		f.Kind = "activity"
		f.Activities = []diary.Activity{e.activity}
		f.Activities[0].Start = at(18 * 60)
		clock(at(18 * 60))
	case "wearer":
		f.Kind = "device"
		f.Persons = []diary.Person{wearer(e.detail)}
		f.Persons[0].At = at(12 * 60)
	case "typed_hrv", "typed_resting_hr":
		kind := diary.HRV
		if what == "typed_resting_hr" {
			kind = diary.RestingHR
		}
		f.Kind, f.Device = "typed", diary.Device{}
		f.Typed = []diary.Typed{{Stamp: diary.Stamp{At: at(8 * 60), Date: k.date}, Kind: kind, Value: e.value}}
	case "tag":
		f.Kind, f.Device = "typed", diary.Device{}
		f.Tags = []diary.DayTag{{Stamp: diary.Stamp{At: at(8 * 60), Date: k.date}, Tag: e.detail}}
	}
	s.Files = append(s.Files, f)
}

func (s *Parsed) clockOn(k entryKey) (offset int, knows bool) {
	offset = s.offset
	for _, c := range s.clocks[k.watch] {
		if k.date >= c.from {
			offset, knows = c.offset, true
		}
	}
	return offset, knows
}

func kindOf(name string) (diary.Kind, error) {
	for k := range diary.Kind(diary.Kinds) {
		if k.String() == name {
			return k, nil
		}
	}
	return 0, fmt.Errorf("no signal is called %s", name)
}

func parseDates(s string) (from, to diary.Date, err error) {
	a, b, ranged := strings.Cut(s, "..")
	if from, err = diary.ParseDate(a); err != nil || !ranged {
		return from, from, err
	}
	to, err = diary.ParseDate(b)
	return from, to, err
}

// parseClock reads H:MM as minutes.
func parseClock(s string) (int, error) {
	t, err := time.Parse("15:04", fmt.Sprintf("%05s", s))
	return t.Hour()*60 + t.Minute(), err
}

// parseOffset reads +HH:MM as seconds.
func parseOffset(s string) (int, error) {
	t, err := time.Parse("-07:00", s)
	_, offset := t.Zone()
	return offset, err
}
