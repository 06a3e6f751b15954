package engine_test

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
	"time"

	"rebound/engine/diary"
)

// story is a diary section, turned into the files that a watch would have
// written.
type story struct {
	files  []diary.File
	offset int // the runner's own zone, seconds east of UTC
	maxHR  float64
	age    float64

	watch   diary.Device
	via     string
	clocks  map[diary.Device][]clockFrom
	entries map[entryKey]entry
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
	value  float64
	detail string
	minute int // local minute of the day; -1 for the usual
}

func (s *story) zone() diary.Zone { return func(int64) int { return s.offset } }

// parseDiary reads a diary section, one statement a line:
//
//	zone +HH:MM                      the runner's own zone; UTC unless said
//	max_hr BPM                       the runner's setting; 190 unless said, 0 for none
//	age YEARS                        likewise; not said unless said
//	watch MAKER [SERIAL] [by VIA]    what follows is from this watch; garmin 1 unless said;
//	                                 by an export of the maker's or of somebody else's, of
//	                                 the maker's watch whichever it is with SERIAL 0
//	clock +HH:MM [from DATE]         what that watch's clock shows and writes; a watch
//	                                 without a clock line writes no local time at all
//	DATES hrv MS | resting_hr BPM | sleep H:MM | typed_hrv MS | typed_resting_hr BPM
//	DATES ride MIN
//	DATES run easy|long|laboured|fast|raced|hilly|toiled|intervals|A/B|easy@PERCENT|blind-KIND|mean-KIND MIN
//	DATES tag TAG
//	DATES no KIND                    takes back
//	DATES checkin|niggle|effort|pain|strength|decline|accept|cold ...   see [story.tell]
//
// DATES is DATE or DATE..DATE. A statement may end in "on mon,wed" and "at HH:MM",
// the watch's clock. Of two statements for the same watch, date and kind the
// later counts. Constant readings have the SD floors for their SD (0.10 on ln
// RMSSD, 1 bpm), so that each expectation can be worked out by hand.
func parseDiary(text string) (*story, error) {
	s := &story{
		maxHR:   190,
		watch:   diary.Device{Maker: "garmin", Serial: 1},
		clocks:  map[diary.Device][]clockFrom{},
		entries: map[entryKey]entry{},
	}
	for n, line := range strings.Split(text, "\n") {
		line, _, _ = strings.Cut(line, "#")
		if words := strings.Fields(line); len(words) > 0 {
			if err := s.statement(words); err != nil {
				return nil, fmt.Errorf("diary, line %d: %q: %w", n+1, line, err)
			}
		}
	}
	keys := slices.SortedFunc(maps.Keys(s.entries), func(a, b entryKey) int {
		return strings.Compare(fmt.Sprint(a), fmt.Sprint(b))
	})
	for _, k := range keys {
		s.file(k, s.entries[k])
	}
	return s, nil
}

func (s *story) statement(words []string) (err error) {
	if len(words) < 2 {
		return fmt.Errorf("too short")
	}
	switch words[0] {
	case "zone":
		s.offset, err = parseOffset(words[1])
		return err
	case "max_hr":
		s.maxHR, err = strconv.ParseFloat(words[1], 64)
		return err
	case "age":
		s.age, err = strconv.ParseFloat(words[1], 64)
		return err
	case "watch":
		s.watch, s.via = diary.Device{Maker: words[1], Serial: 1}, ""
		if n := len(words); n > 3 && words[n-2] == "by" {
			s.via, words = words[n-1], words[:n-2]
		}
		if len(words) > 2 {
			_, err = fmt.Sscan(words[2], &s.watch.Serial)
		}
		return err
	case "clock":
		c := clockFrom{}
		if c.offset, err = parseOffset(words[1]); err == nil && len(words) == 4 {
			c.from, err = diary.ParseDate(words[3])
		}
		s.clocks[s.watch] = append(s.clocks[s.watch], c)
		return err
	}
	from, to, err := parseDates(words[0])
	if err != nil {
		return err
	}
	if done, err := s.tell(from, to, words[1:]); done || err != nil {
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
		e.value, err = strconv.ParseFloat(words[3], 64)
	case what == "sleep" && len(words) == 3:
		var minutes int
		minutes, err = parseClock(words[2])
		e.value = float64(minutes)
	case len(words) == 3:
		e.value, err = strconv.ParseFloat(words[2], 64)
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

// file writes one entry as the file it would have been in. Monitoring and
// activities say what the clock showed; sleep and HRV files never do.
func (s *story) file(k entryKey, e entry) {
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
	switch what {
	case "hrv":
		f.Kind = "hrv_status"
		f.HRV = []diary.HRVStamp{{At: at(7 * 60), Value: float32(e.value), Metric: diary.MetricOvernight}}
	case "resting_hr":
		f.Kind = "monitoring"
		f.Resting = []diary.Stamped{{At: at(23*60 + 59), Value: float32(e.value)}}
		clock(f.Resting[0].At)
	case "sleep":
		end := at(6*60 + 30)
		f.Kind = "sleep"
		f.Nights = []diary.Night{{Start: end - int64(e.value)*60, End: end, Light: float32(e.value), Staged: true}}
	case "run":
		f.Kind = "activity"
		f.Activities = []diary.Activity{run(e.detail, e.value)}
		f.Activities[0].Start = at(18 * 60)
		clock(at(18 * 60))
	case "ride":
		f.Kind = "activity"
		f.Activities = []diary.Activity{run("easy", e.value)}
		f.Activities[0].Sport, f.Activities[0].Start = "cycling", at(18*60)
		clock(at(18 * 60))
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
	default:
		panic("scenario: no kind " + what)
	}
	s.files = append(s.files, f)
}

func (s *story) clockOn(k entryKey) (offset int, knows bool) {
	offset = s.offset
	for _, c := range s.clocks[k.watch] {
		if k.date >= c.from {
			offset, knows = c.offset, true
		}
	}
	return offset, knows
}

// run is flat and even: 2.8 m/s at 130 bpm when easy or long, at 136 when
// laboured, 3.6 m/s at 170 bpm when fast; intervals are six times work at 172 bpm and rest at 125, in laps; A/B is A
// minutes of running and B of walking at 1.5 m/s by turns. easy@52 has 52% of its
// stance on the left foot, blind-easy no heart rate, mean-easy none but its mean. hilly goes up and down at an even
// power of 240 W, at 130 bpm, and toiled so at 136.
func run(kind string, minutes float64) diary.Activity {
	if kind, blind := strings.CutPrefix(kind, "blind-"); blind {
		a := run(kind, minutes)
		a.AvgHR, a.MaxHR, a.Track.HR = 0, 0, nil
		for i := range a.Laps {
			a.Laps[i].AvgHR = 0
		}
		return a
	}
	if kind, mean := strings.CutPrefix(kind, "mean-"); mean {
		a := run(kind, minutes)
		a.Track, a.Laps = diary.Track{}, nil
		return a
	}
	if kind == "hilly" || kind == "toiled" {
		a := run(map[string]string{"hilly": "easy", "toiled": "laboured"}[kind], minutes)
		a.Ascent = 300
		for i := range a.Track.Speed {
			a.Track.Speed[i] = uint16(2200 + i/60%2*1200)
			a.Track.Power = append(a.Track.Power, 240)
		}
		return a
	}
	if kind, left, ok := strings.Cut(kind, "@"); ok {
		share, err := strconv.ParseFloat(left, 64)
		if err != nil {
			panic("scenario: no stance balance " + left)
		}
		a := run(kind, minutes)
		for range a.Track.Speed {
			a.Track.Balance = append(a.Track.Balance, uint16(100*share))
		}
		return a
	}
	steps := int(minutes * 60 / diary.TrackStep)
	a := diary.Activity{
		Sport: diary.Running, Elapsed: float32(minutes * 60), Seconds: float32(minutes * 60), HasAscent: true,
		Meters: float32(2.8 * minutes * 60), AvgHR: 130, MaxHR: 130,
		Track: diary.Track{HR: make([]uint8, steps), Speed: make([]uint16, steps)},
	}
	if kind == "raced" {
		a.Meters, a.AvgHR, a.MaxHR = float32(3.2*minutes*60), 165, 165
	}
	for i := range steps {
		a.Track.HR[i], a.Track.Speed[i] = 130, 2800
		if kind == "raced" {
			a.Track.HR[i], a.Track.Speed[i] = 165, 3200
		}
		if kind == "laboured" {
			a.Track.HR[i] = 136
		}
		if kind == "fast" {
			a.Track.HR[i], a.Track.Speed[i] = 170, 3600
		}
	}
	if work, rest, ok := strings.Cut(kind, "/"); ok {
		return walkRun(a, work, rest)
	}
	if kind != "intervals" {
		return a
	}
	a.AvgHR, a.MaxHR = 148, 172
	const laps = 12
	for i := range steps {
		a.Track.HR[i], a.Track.Speed[i] = 172, 4000
		if i*laps/steps%2 == 1 {
			a.Track.HR[i], a.Track.Speed[i] = 125, 2000
		}
	}
	for i := range laps {
		l := diary.Lap{Seconds: a.Seconds / laps, Meters: a.Meters / laps, AvgHR: 172, Intensity: diary.LapInterval}
		if i%2 == 1 {
			l.AvgHR, l.Intensity = 125, diary.LapRecovery
		}
		a.Laps = append(a.Laps, l)
	}
	return a
}

func walkRun(a diary.Activity, runs, walks string) diary.Activity {
	r, err1 := strconv.Atoi(runs)
	w, err2 := strconv.Atoi(walks)
	if err1 != nil || err2 != nil {
		panic("scenario: a walk-run is A/B minutes")
	}
	a.Meters = 0
	for i := range a.Track.Speed {
		if i*diary.TrackStep/60%(r+w) >= r {
			a.Track.Speed[i] = 1500
		}
		a.Meters += float32(a.Track.Speed[i]) / 1000 * diary.TrackStep
	}
	return a
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
