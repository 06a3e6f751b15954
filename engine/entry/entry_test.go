package entry

import (
	"math"
	"reflect"
	"strings"
	"testing"

	"rebound/engine/diary"
)

const today = diary.Date(20_000)

func stamped() Context {
	at := int64(0)
	return Context{Today: today, Stamp: func(t diary.Date) diary.Stamp {
		at++
		return diary.Stamp{At: at, Date: t, Offset: 3600}
	}}
}

func num(v float64) *float64 { return &v }
func yes() *bool             { v := true; return &v }

// Each bound: what is just within is taken, and what is just without is refused
// with the code and the field that it is about.
func TestBounds(t *testing.T) {
	trials := func(n int, ms float64) (list []float64) {
		for range n {
			list = append(list, ms)
		}
		return list
	}
	for name, c := range map[string]struct {
		good []Entry
		bad  []Entry
		code Code
		in   string // Refusal.Field
	}{
		"no date":    {[]Entry{Ran{Date: today}}, []Entry{Ran{}}, NoDate, "date"},
		"to come":    {[]Entry{Ran{Date: today}}, []Entry{Ran{Date: today + 1}}, Ahead, "date"},
		"long ago":   {[]Entry{Ran{Date: Oldest}}, []Entry{Ran{Date: Oldest - 1}}, TooEarly, "date"},
		"resting HR": {[]Entry{Morning{Date: today, RestingHR: num(30)}, Morning{Date: today, RestingHR: num(110)}, Morning{Date: today, RestingHR: num(0)}}, []Entry{Morning{Date: today, RestingHR: num(29.9)}, Morning{Date: today, RestingHR: num(110.1)}}, Range, "resting_hr"},
		"HRV":        {[]Entry{Morning{Date: today, HRVms: num(5)}, Morning{Date: today, HRVms: num(250)}}, []Entry{Morning{Date: today, HRVms: num(4.9)}, Morning{Date: today, HRVms: num(250.1)}}, Range, "hrv_ms"},
		"sleep":      {[]Entry{Morning{Date: today, SleepMin: num(120)}, Morning{Date: today, SleepMin: num(840)}}, []Entry{Morning{Date: today, SleepMin: num(119)}, Morning{Date: today, SleepMin: num(841)}}, Range, "sleep_min"},
		"score":      {[]Entry{CheckIn{Date: today, Fatigue: num(0)}, CheckIn{Date: today, Fatigue: num(4)}}, []Entry{CheckIn{Date: today, Fatigue: num(-1)}, CheckIn{Date: today, Fatigue: num(5)}, CheckIn{Date: today, Fatigue: num(2.5)}}, Range, "fatigue"},
		"sign":       {[]Entry{CheckIn{Date: today, Signs: map[string]*float64{"drained": num(4)}}}, []Entry{CheckIn{Date: today, Signs: map[string]*float64{"grumpy": num(1)}}}, Choice, "signs"},
		"tag":        {[]Entry{CheckIn{Date: today, Tags: []string{"heat"}}}, []Entry{CheckIn{Date: today, Tags: []string{"heat", "party"}}}, Choice, "tags"},
		"dose": {[]Entry{CheckIn{Date: today, Tags: []string{"heat", "alcohol"}, Doses: map[string]float64{"heat": 20, "alcohol": 30}}, CheckIn{Date: today, Tags: []string{"altitude"}, Doses: map[string]float64{}}},
			[]Entry{CheckIn{Date: today, Tags: []string{"heat"}, Doses: map[string]float64{"alcohol": 2}}, CheckIn{Date: today, Doses: map[string]float64{"heat": 30}}, CheckIn{Date: today, Tags: []string{"late_night"}, Doses: map[string]float64{"late_night": 2}}}, Choice, "doses"},
		"a dose that cannot be": {nil, []Entry{CheckIn{Date: today, Tags: []string{"heat"}, Doses: map[string]float64{"heat": 19.5}}, CheckIn{Date: today, Tags: []string{"heat"}, Doses: map[string]float64{"heat": math.NaN()}}}, Range, "heat"},
		"site":                  {[]Entry{Niggle{Date: today, Site: "knee", Severity: num(10)}}, []Entry{Niggle{Date: today, Site: "elbow", Severity: num(1)}}, Choice, "site"},
		"side":                  {[]Entry{Niggle{Date: today, Site: "knee", Side: diary.Left, Severity: num(0)}}, []Entry{Niggle{Date: today, Site: "knee", Side: "both", Severity: num(1)}}, Choice, "side"},
		"severity":              {[]Entry{Niggle{Date: today, Site: "knee", Tightness: true}}, []Entry{Niggle{Date: today, Site: "knee"}, Niggle{Date: today, Site: "knee", Worse: true}}, Missing, "severity"},
		"pain":                  {[]Entry{Niggle{Date: today, Site: "knee", Severity: num(10)}}, []Entry{Niggle{Date: today, Site: "knee", Severity: num(11)}}, Range, "severity"},
		"effort":                {[]Entry{Session{Date: today, RPE: num(10)}, Session{Date: today, Strength: true}, Session{Date: today, Off: true}}, []Entry{Session{Date: today, RPE: num(11)}}, Range, "rpe"},
		"run pain":              {[]Entry{Session{Date: today, Pain: num(0)}}, []Entry{Session{Date: today, Pain: num(10.5)}}, Range, "pain"},
		"nothing":               {[]Entry{Session{Date: today, Pain: num(0)}}, []Entry{Session{Date: today}}, Empty, ""},
		"decision":              {[]Entry{Decision{Date: today, Action: "cut_week"}, Decision{Date: today, Action: "hold_quality"}, Decision{Date: today, Action: "deload"}}, []Entry{Decision{Date: today, Action: "stop"}, Decision{Date: today, Action: "return_to_run"}, Decision{Date: today, Action: "progress"}}, Declining, "action"},
		"action":                {[]Entry{Decision{Date: today, Action: "deload", Accepted: true}}, []Entry{Decision{Date: today, Action: "rest"}, Decision{Date: today}}, Choice, "action"},
		"cold minutes":          {[]Entry{Cold{Date: today, Minutes: 0.5, Celsius: 10}, Cold{Date: today, Minutes: 120, Celsius: 10}}, []Entry{Cold{Date: today, Celsius: 10}, Cold{Date: today, Minutes: 121, Celsius: 10}}, Range, "minutes"},
		"cold degrees":          {[]Entry{Cold{Date: today, Minutes: 9, Celsius: -5}, Cold{Date: today, Minutes: 9, Celsius: 40}}, []Entry{Cold{Date: today, Minutes: 9, Celsius: -5.1}, Cold{Date: today, Minutes: 9, Celsius: 40.1}}, Range, "celsius"},
		"as":                    {[]Entry{Morning{Date: today, HRVms: num(60), As: "watch"}, Morning{Date: today, HRVms: num(60), As: "own"}}, []Entry{Morning{Date: today, HRVms: num(60), As: "strap"}}, Choice, "as"},
		"ready":                 {[]Entry{CheckIn{Date: today, Ready: num(0)}, CheckIn{Date: today, Ready: num(4)}}, []Entry{CheckIn{Date: today, Ready: num(5)}}, Range, "ready"},
		"sleep well":            {[]Entry{CheckIn{Date: today, Quality: num(4)}}, []Entry{CheckIn{Date: today, Quality: num(4.5)}}, Range, "sleep_quality"},
		"run":                   {[]Entry{Run{Date: today, Minutes: num(1440)}, Run{Date: today, Km: num(330)}, Run{Date: today, Off: true}}, []Entry{Run{Date: today}, Run{Date: today, RPE: num(4)}}, Missing, "minutes"},
		"run minutes":           {[]Entry{Run{Date: today, Minutes: num(0.5)}}, []Entry{Run{Date: today, Minutes: num(0)}, Run{Date: today, Minutes: num(1441)}}, Range, "minutes"},
		"run km":                {[]Entry{Run{Date: today, Km: num(0.4)}}, []Entry{Run{Date: today, Km: num(0)}, Run{Date: today, Km: num(331)}}, Range, "km"},
		"run speed":             {[]Entry{Run{Date: today, Minutes: num(22), Km: num(10)}}, []Entry{Run{Date: today, Minutes: num(21), Km: num(10)}}, TooFast, "minutes"},
		"run effort":            {[]Entry{Run{Date: today, Minutes: num(40), RPE: num(10), Pain: num(0)}}, []Entry{Run{Date: today, Minutes: num(40), RPE: num(11)}}, Range, "rpe"},
		"run hurt":              {[]Entry{Run{Date: today, Minutes: num(40), Pain: num(10)}}, []Entry{Run{Date: today, Minutes: num(40), Pain: num(11)}}, Range, "pain"},
		"run on":                {[]Entry{Run{Date: today, Minutes: num(40), Sub: "treadmill"}, Run{Date: today, Minutes: num(40), Sub: "trail"}, Run{Date: today, Minutes: num(40), Sub: "run_walk"}}, []Entry{Run{Date: today, Minutes: num(40), Sub: "moon"}}, Choice, "sub"},
		"run start":             {[]Entry{Run{Date: today, Minutes: num(40), Start: Moment(today)*86400 - 14*3600}, Run{Date: today, Minutes: num(40), Start: Moment(today)*86400 + 38*3600 - 1}}, []Entry{Run{Date: today, Minutes: num(40), Start: Moment(today)*86400 - 14*3600 - 1}, Run{Date: today, Minutes: num(40), Start: Moment(today)*86400 + 38*3600}}, OtherDay, "start"},
		"no run":                {[]Entry{NotRan{From: today, To: today}, NotRan{From: today - 9, Off: true}}, []Entry{NotRan{From: today}}, NoDate, "to"},
		"no run from":           {nil, []Entry{NotRan{To: today}, Illness{Where: "unsure"}}, NoDate, "from"},
		"ill to come":           {nil, []Entry{Illness{From: today + 1}}, Ahead, "from"},
		"no run to":             {[]Entry{NotRan{From: today - 9, To: today}}, []Entry{NotRan{From: today, To: today + 1}}, Ahead, "to"},
		"no run back":           {[]Entry{NotRan{From: today - 9, To: today - 9}}, []Entry{NotRan{From: today, To: today - 1}}, Backwards, "to"},
		"illness":               {[]Entry{Illness{From: today}, Illness{From: today, To: today, Where: "above_neck"}}, []Entry{Illness{From: today, Where: "head"}}, Choice, "where"},
		"illness back":          {[]Entry{Illness{From: today - 3, To: today - 3}}, []Entry{Illness{From: today - 3, To: today - 4}}, Backwards, "to"},
		"illness to":            {[]Entry{Illness{From: today - 3, To: today}}, []Entry{Illness{From: today - 3, To: today + 1}}, Ahead, "to"},
		"correction":            {[]Entry{Correction{Date: today, Signal: "hrv", Value: num(5)}, Correction{Date: today, Signal: "sleep", Value: num(840)}, Correction{Date: today, Signal: "resting_hr", Discard: true}}, []Entry{Correction{Date: today, Signal: "hrv", Value: num(4.9)}, Correction{Date: today, Signal: "sleep", Value: num(0)}}, Range, "value"},
		"corrected":             {[]Entry{Correction{Date: today, Signal: "hrv", Off: true}}, []Entry{Correction{Date: today, Signal: "hrv"}}, Missing, "value"},
		"both":                  {nil, []Entry{Correction{Date: today, Signal: "hrv", Value: num(60), Discard: true}}, Both, "value"},
		"signal":                {nil, []Entry{Correction{Date: today, Signal: "weight", Value: num(60)}}, Choice, "signal"},
		"no immersion":          {nil, []Entry{Cold{Date: today, At: 7, Off: true}}, NoSuchCold, "at"},
		"exercise":              {[]Entry{Tick{Date: today, Code: "heel_raise"}, Tick{Date: today, Code: "load_easy"}}, []Entry{Tick{Date: today, Code: "juggling"}}, Choice, "code"},
		"no exercise":           {nil, []Entry{Tick{Date: today}}, Missing, "code"},
		"test":                  {[]Entry{Screen{Date: today, Test: "calf_raise", Side: diary.Left, Value: num(60)}}, []Entry{Screen{Date: today, Test: "headstand", Value: num(1)}, Screen{Date: today, Test: "headstand", Off: true}}, Choice, "test"},
		"test's side":           {[]Entry{Screen{Date: today, Test: "toe_reach", Value: num(-50)}}, []Entry{Screen{Date: today, Test: "toe_reach", Side: diary.Left, Value: num(1)}, Screen{Date: today, Test: "calf_raise", Value: num(1)}}, Choice, "side"},
		"result":                {[]Entry{Screen{Date: today, Test: "calf_raise", Side: diary.Left, Value: num(0)}}, []Entry{Screen{Date: today, Test: "calf_raise", Side: diary.Left, Value: num(61)}}, Range, "value"},
		"no result":             {[]Entry{Screen{Date: today, Test: "calf_raise", Side: diary.Left, Off: true}}, []Entry{Screen{Date: today, Test: "calf_raise", Side: diary.Left}}, Missing, "value"},
		"trials":                {[]Entry{Reaction{Date: today, Trials: trials(1, 0)}, Reaction{Date: today, Trials: trials(100, 300)}, Reaction{Date: today, Off: true}}, []Entry{Reaction{Date: today}, Reaction{Date: today, Trials: trials(101, 300)}}, Range, "trials"},
		"walk":                  {[]Entry{Walk{Date: today, Minutes: 1440}, Walk{Date: today, Minutes: 0.5, Pain: num(0)}, Walk{Date: today, Off: true}}, []Entry{Walk{Date: today}, Walk{Date: today, Minutes: 1441}}, Range, "minutes"},
		"walk's pain":           {[]Entry{Walk{Date: today, Minutes: 30, Pain: num(10)}}, []Entry{Walk{Date: today, Minutes: 30, Pain: num(11)}}, Range, "pain"},
		"trial":                 {[]Entry{Reaction{Date: today, Trials: trials(8, 60_000)}, Reaction{Date: today, Trials: trials(8, 1)}}, []Entry{Reaction{Date: today, Trials: trials(8, -1)}, Reaction{Date: today, Trials: trials(8, 0.268)}, Reaction{Date: today, Trials: trials(8, 60_001)}}, Range, "trial"},
	} {
		for _, e := range c.good {
			if f, r := File(e, stamped()); r != nil {
				t.Errorf("%s: %+v is refused: %v", name, e, r)
			} else if f.Empty() || f.Kind != Kind || f.Name == "" {
				t.Errorf("%s: %+v makes %+v", name, e, f)
			}
		}
		for _, e := range c.bad {
			f, r := File(e, stamped())
			if r == nil || r.Code != c.code || r.Field != c.in {
				t.Errorf("%s: %+v: %v", name, e, r)
			}
			if !f.Empty() {
				t.Errorf("%s: %+v was refused and kept", name, e)
			}
		}
	}
}

// An entry that is refused in its second half leaves nothing of its first.
func TestRefusedWhole(t *testing.T) {
	read, refused, err := ReadJournal([]byte(`{"morning": [{"date": "2024-10-01", "resting_hr": 50, "hrv_ms": 900}],
		"checkins": [{"date": "2024-10-01", "fatigue": 2, "period": true, "tags": ["party"]}]}`), stamped())
	if err != nil || len(refused) != 2 || !read.Empty() {
		t.Errorf("%+v, %v, %v", read, refused, err)
	}
}

// Whoever reports, the record is the same: a run's pain and effort, tags as they
// differ, a reason on one line.
func TestRecords(t *testing.T) {
	s := diary.Stamp{At: 1, Date: today, Offset: 3600}
	tired := diary.NewCheckIn(s)
	tired.Fatigue, tired.Fever = 3, diary.Yes
	c := stamped()
	c.Diary = diary.Build([]diary.File{
		{Reported: diary.Reported{
			Tags: []diary.DayTag{{Stamp: diary.Stamp{Date: today}, Tag: "heat"}, {Stamp: diary.Stamp{Date: today}, Tag: "travel"}},
			Cold: []diary.Cold{{Stamp: diary.Stamp{At: 7, Date: today}, Minutes: 9, Celsius: 10}},
		}},
		{Activities: []diary.Activity{{Start: int64(today)*86400 + 3600, Sport: diary.Running, Seconds: 1800}}},
	}, nil)
	for name, x := range map[string]struct {
		entry Entry
		want  diary.Reported
	}{
		"check-in": {CheckIn{Date: today, Fatigue: num(3), Fever: yes(), Period: yes(), Tags: []string{"heat", "alcohol"}}, diary.Reported{
			CheckIns: []diary.CheckIn{tired}, Periods: []diary.Period{{Stamp: s}},
			Tags: []diary.DayTag{{Stamp: s, Tag: "alcohol"}, {Stamp: s, Tag: "travel", Off: true}}}},
		"doses": {CheckIn{Date: today, Tags: []string{"heat", "alcohol", "travel"}, Doses: map[string]float64{"alcohol": 2, "heat": 31.5}}, diary.Reported{
			CheckIns: []diary.CheckIn{diary.NewCheckIn(s)}, Tags: []diary.DayTag{{Stamp: s, Tag: "alcohol", Dose: 2}, {Stamp: s, Tag: "heat", Dose: 31.5}}}},
		"a dose of a tag that is there": {CheckIn{Date: today, Doses: map[string]float64{"heat": 30}}, diary.Reported{
			CheckIns: []diary.CheckIn{diary.NewCheckIn(s)}, Tags: []diary.DayTag{{Stamp: s, Tag: "heat", Dose: 30}}}},
		"tags left": {CheckIn{Date: today, Fatigue: num(3), Fever: yes()}, diary.Reported{CheckIns: []diary.CheckIn{tired}}},
		"taken back": {CheckIn{Date: today, Off: true, Tags: []string{"alcohol"}}, diary.Reported{
			CheckIns: []diary.CheckIn{func() diary.CheckIn { c := diary.NewCheckIn(s); c.Off = true; return c }()}, Periods: []diary.Period{{Stamp: s, Off: true}},
			Tags: []diary.DayTag{{Stamp: s, Tag: "travel", Off: true}, {Stamp: s, Tag: "heat", Off: true}}}},
		"run": {Session{Date: today, Start: Moment(int64(today)*86400 + 3600), RPE: num(7), Pain: num(2)}, diary.Reported{
			Efforts: []diary.Effort{{Stamp: s, Start: int64(today)*86400 + 3600, RPE: 7}}, Pains: []diary.RunPain{{Stamp: s, Start: int64(today)*86400 + 3600, Pain: 2}}}},
		"strength back": {Session{Date: today, Strength: true, Off: true}, diary.Reported{Efforts: []diary.Effort{{Stamp: s, RPE: diary.Unsaid, Strength: true, Off: true}}}},
		"why": {Decision{Date: today, Action: "deload", Why: " race\n rehearsal\t" + strings.Repeat("é", 300)}, diary.Reported{
			Decisions: []diary.Decision{{Stamp: s, Action: "deload", Why: "race rehearsal " + strings.Repeat("é", 185)}}}},
		"cold back": {Cold{Date: today, At: 7, Off: true}, diary.Reported{Cold: []diary.Cold{{Stamp: diary.Stamp{At: 7, Date: today}, Minutes: 9, Celsius: 10, Off: true}}}},
		"trials":    {Reaction{Date: today, Trials: []float64{251.26, 0}}, diary.Reported{Reactions: []diary.Reaction{{Stamp: s, Trials: []float32{251.3, 0}}}}},
		"undone":    {Tick{Date: today, Code: "balance", Done: new(bool)}, diary.Reported{Ticks: []diary.Tick{{Stamp: s, Code: "balance", Off: true}}}},
		"no value":  {Morning{Date: today}, diary.Reported{}},
	} {
		c := c
		c.Stamp = stamped().Stamp
		f, r := File(x.entry, c)
		if r != nil {
			t.Errorf("%s: %v", name, r)
			continue
		}
		got := map[string]int{}
		for _, tag := range f.Tags {
			got[tag.Tag]++
		}
		if len(x.want.Tags) > 0 { // in any order
			if len(got) != len(x.want.Tags) {
				t.Errorf("%s: tags %+v", name, f.Tags)
			}
			for _, tag := range x.want.Tags {
				found := false
				for _, g := range f.Tags {
					found = found || g == tag
				}
				if !found {
					t.Errorf("%s: no %+v in %+v", name, tag, f.Tags)
				}
			}
			f.Tags, x.want.Tags = nil, nil
		}
		if !reflect.DeepEqual(f.Reported, x.want) {
			t.Errorf("%s: %+v, want %+v", name, f.Reported, x.want)
		}
	}
	if _, r := File(Session{Date: today, Start: 99, RPE: num(7)}, c); r == nil || r.Code != NoSuchRun {
		t.Errorf("a run that is not there: %v", r)
	}
}
