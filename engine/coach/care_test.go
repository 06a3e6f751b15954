package coach_test

import (
	"slices"
	"testing"

	"rebound/engine"
	"rebound/engine/body"
	"rebound/engine/coach"
	"rebound/engine/diary"
	"rebound/engine/rule"
)

// on is the coach of a date over what was reported.
func on(t diary.Date, files ...diary.File) *coach.Coach {
	return coach.On(engine.New(diary.Build(files, nil), rule.Default()), t, nil)
}

func reported(r diary.Reported) diary.File { return diary.File{Kind: "typed", Reported: r} }

func at(d diary.Date) diary.Stamp { return diary.Stamp{At: int64(d), Date: d} }

// checkIn is a check-in with an answer or two.
func checkIn(d diary.Date, set func(*diary.CheckIn)) diary.File {
	c := diary.NewCheckIn(at(d))
	set(&c)
	return reported(diary.Reported{CheckIns: []diary.CheckIn{c}})
}

func niggle(d diary.Date, severity diary.Score, set func(*diary.Niggle)) diary.File {
	n := diary.Niggle{Stamp: at(d), Site: "calf", Side: diary.Left, Severity: severity}
	if set != nil {
		set(&n)
	}
	return reported(diary.Reported{Niggles: []diary.Niggle{n}})
}

func TestTriage(t *testing.T) {
	fever := func(c *diary.CheckIn) { c.Fever = diary.Yes }
	gone := func(c *diary.CheckIn) { c.Fever = diary.No }
	bone := func(n *diary.Niggle) { n.BonePoint = diary.Yes }
	cold := func(from diary.Date, to ...diary.Date) diary.File {
		i := diary.Illness{Stamp: at(from), Where: diary.AboveNeck}
		if len(to) > 0 {
			i.To = to[0]
		}
		return reported(diary.Reported{Illnesses: []diary.Illness{i}})
	}
	bad := func(c *diary.CheckIn) { c.Signs = [diary.Signs]diary.Score{3, 3, 3, 3, 3} }
	for name, c := range map[string]struct {
		files []diary.File
		want  coach.Triage
	}{
		"nothing said":     {nil, coach.TriageUnsaid},
		"chest":            {[]diary.File{checkIn(99, func(c *diary.CheckIn) { c.Chest, c.Fever = diary.Yes, diary.Yes })}, coach.TriageChest},
		"fever":            {[]diary.File{checkIn(99, fever), niggle(99, 8, nil)}, coach.TriageFever},
		"pain of 5":        {[]diary.File{niggle(99, 5, nil)}, coach.TriageNoRun},
		"pain of 3":        {[]diary.File{niggle(99, 3, nil)}, coach.TriageShorter},
		"pain of 2":        {[]diary.File{niggle(99, 2, nil)}, coach.TriageNoted},
		"an ache for long": {[]diary.File{niggle(90, 2, nil), niggle(95, 2, nil), niggle(99, 2, nil)}, coach.TriageUnresolved},
		"a cold":           {[]diary.File{cold(95), niggle(99, 4, nil)}, coach.TriageIll},
		"after a cold":     {[]diary.File{cold(95, 99)}, coach.TriageWell},
		"bone, gone":       {[]diary.File{niggle(97, 3, bone), niggle(99, 0, nil)}, coach.TriageWalk},
		"bone, gone, and another ache": {[]diary.File{niggle(97, 3, bone), niggle(99, 0, nil), reported(diary.Reported{Niggles: []diary.Niggle{
			{Stamp: at(90), Site: "knee", Side: "left", Severity: 4}, {Stamp: at(95), Site: "knee", Side: "left", Severity: 4}, {Stamp: at(99), Site: "knee", Side: "left", Severity: 4}}})}, coach.TriageWalk},
		"a limp, gone":  {[]diary.File{niggle(97, 3, func(n *diary.Niggle) { n.Limp = diary.Yes }), niggle(99, 0, nil)}, coach.TriageFlagGone},
		"after fever":   {[]diary.File{checkIn(97, fever), checkIn(99, gone)}, coach.TriageWell},
		"bad check-ins": {[]diary.File{checkIn(99, bad), checkIn(100, bad)}, coach.TriageCheckIn},
		"no fever":      {[]diary.File{checkIn(99, gone)}, coach.TriageNothing},
	} {
		if got := on(100, c.files...).Triage(); got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
	for d, want := range map[diary.Date]bool{102: false, 103: true} {
		if got := coach.LongFever(&on(d, checkIn(100, fever)).Report.Body); got != want {
			t.Errorf("fever since day 100, on day %d: long is %v", d, got)
		}
	}
}

func TestMisleading(t *testing.T) {
	tags := reported(diary.Reported{Tags: []diary.DayTag{{Stamp: at(94), Tag: "heat"}, {Stamp: at(93), Tag: "altitude"}, {Stamp: at(100), Tag: "alcohol"}}})
	if got := on(100, tags).Misleading(); !slices.Equal(got, []string{"heat"}) {
		t.Errorf("in a window of seven days: %q", got)
	}
	if got := on(99, tags).Misleading(); !slices.Equal(got, []string{"altitude", "heat"}) {
		t.Errorf("%q", got)
	}
	young := func(age float64) []string {
		r := rule.Default()
		r.Age = age
		return coach.On(engine.New(diary.Build([]diary.File{tags}, nil), r), 120, nil).Misleading()
	}
	if got := young(17); !slices.Equal(got, []string{"under_18"}) {
		t.Errorf("at 17: %q", got)
	}
	if got := append(young(18), young(0)...); len(got) > 0 {
		t.Errorf("at 18, and at an age that was not said: %q", got)
	}
}

func codes(list []coach.Advice) (out []coach.AdviceCode) {
	for _, x := range list {
		out = append(out, x.Code)
	}
	return out
}

// Sleep comes before all, cold water last of all; a runner who must stop has what stops
// them and nothing to do beside it.
func TestAdvice(t *testing.T) {
	rpe := reported(diary.Reported{Pains: []diary.RunPain{{Stamp: at(99), Pain: 4}}})
	for name, c := range map[string]struct {
		files []diary.File
		want  []coach.AdviceCode
	}{
		"nothing said": {nil, []coach.AdviceCode{coach.AdviseSleep, coach.AdviseProgramme, coach.AdviseCold}},
		"chest": {[]diary.File{checkIn(100, func(c *diary.CheckIn) { c.Chest = diary.Yes })},
			[]coach.AdviceCode{coach.AdviseTriage}},
		"a sore calf that stops, and is due": {[]diary.File{niggle(98, 5, nil)}, []coach.AdviceCode{coach.AdviseTriage, coach.AdviseNiggle}},
		"a niggle that is due": {[]diary.File{niggle(98, 3, nil)},
			[]coach.AdviceCode{coach.AdviseSleep, coach.AdviseTriage, coach.AdviseNiggle, coach.AdviseProgramme, coach.AdviseCold}},
		"a run that hurt": {[]diary.File{rpe}, []coach.AdviceCode{coach.AdviseSleep, coach.AdvisePlace, coach.AdviseProgramme, coach.AdviseCold}},
		"and where": {[]diary.File{rpe, niggle(100, 2, nil)},
			[]coach.AdviceCode{coach.AdviseSleep, coach.AdviseTriage, coach.AdviseProgramme, coach.AdviseCold}},
		"a screen of a month ago": {[]diary.File{reported(diary.Reported{Screens: []diary.Screen{{Stamp: at(72), Test: "toe_reach", Value: 1}}})},
			[]coach.AdviceCode{coach.AdviseSleep, coach.AdviseProgramme, coach.AdviseScreen, coach.AdviseCold}},
	} {
		if got := codes(on(100, c.files...).Advice()); !slices.Equal(got, c.want) {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
	list := on(100).Report.Programme
	ticks := []diary.Tick{{Stamp: at(100), Code: string(list[0].Exercise)}, {Stamp: at(100), Code: "no_more"}, {Stamp: at(99), Code: string(list[1].Exercise)}}
	c := on(100, reported(diary.Reported{Ticks: ticks}))
	for _, x := range c.Advice() {
		if x.Code == coach.AdviseProgramme && (x.Items != len(list) || x.Done != 1) {
			t.Errorf("%+v of %d", x, len(list))
		}
	}
	if got := c.Ticks(); len(got) != 2 {
		t.Errorf("%q", got)
	}
}

// A run's pain asks where it hurt, from what would have shortened runs on, until
// the body map says.
func TestEfforts(t *testing.T) {
	run := diary.File{Activities: []diary.Activity{{Date: 100, Start: 100 * 86400, Sport: diary.Running, Seconds: 2400, Meters: 7000}}}
	pain := func(p diary.Score) diary.File {
		return reported(diary.Reported{Pains: []diary.RunPain{{Stamp: at(100), Pain: p}}})
	}
	for p, want := range map[diary.Score]coach.Ask{diary.Unsaid: coach.AskNothing, 2: coach.AskNothing, 3: coach.AskEase, 4: coach.AskEase, 5: coach.AskStop} {
		list := on(101, run, pain(p)).Efforts()
		if len(list) != 1 || list[0].Asks != want || list[0].Pain != p && p.Said() {
			t.Errorf("%d of 10: %+v", p, list)
		}
		if list := on(101, run, pain(p), niggle(101, 1, nil)).Efforts(); list[0].Asks != coach.AskNothing {
			t.Errorf("%d of 10, and where: %q", p, list[0].Asks)
		}
	}
	if n, none := len(on(106, run).Efforts()), len(on(107, run).Efforts()); n != 1 || none != 0 {
		t.Errorf("%d and %d runs in seven days", n, none)
	}
}

func TestCheckIns(t *testing.T) {
	c := on(100, checkIn(97, func(c *diary.CheckIn) { c.Fatigue = 1 }), checkIn(99, func(c *diary.CheckIn) { c.Fatigue = 2 }), checkIn(101, func(c *diary.CheckIn) { c.Fatigue = 3 }))
	if today, before := c.CheckIns(); today != nil || before == nil || before.Date != 99 {
		t.Errorf("%+v %+v", today, before)
	}
	cold := reported(diary.Reported{Cold: []diary.Cold{{Stamp: at(93), Minutes: 10, Celsius: 12}, {Stamp: at(94), Minutes: 11, Celsius: 12}}})
	if list := on(100, cold).Cold(); len(list) != 1 || list[0].Minutes != 11 {
		t.Errorf("%+v", list)
	}
	if got := on(100).Report.Body.Cold.Advice; got != body.ColdAllowed {
		t.Error(got)
	}
}

// Marks are of the days asked for: a niggle when it comes, when it begins to ease
// runs and when it goes; a check-in that is calm on a short chart alone.
func TestMarks(t *testing.T) {
	e := engine.New(diary.Build([]diary.File{
		niggle(100, 2, nil), niggle(101, 4, nil), niggle(102, 3, nil), niggle(103, 0, nil), niggle(104, 0, nil),
		checkIn(100, func(c *diary.CheckIn) { c.Fatigue = 1 }), checkIn(101, func(c *diary.CheckIn) { c.Signs = [diary.Signs]diary.Score{2, 2, 2, 1, 1} }),
		reported(diary.Reported{Tags: []diary.DayTag{{Stamp: at(102), Tag: "illness"}, {Stamp: at(103), Tag: "illness"}},
			Screens: []diary.Screen{{Stamp: at(100), Test: "calf_raise", Side: diary.Left, Value: 20}, {Stamp: at(100), Test: "calf_raise", Side: diary.Right, Value: 20}}}),
	}, nil), rule.Default())
	see := func(a, b diary.Date) (out []coach.MarkCode) {
		for _, m := range coach.Marks(e, a, b) {
			out = append(out, m.Code)
		}
		return out
	}
	if got, want := see(100, 110), []coach.MarkCode{coach.MarkCheckIn, coach.MarkSigns, coach.MarkIllness, coach.MarkNiggle, coach.MarkNiggle, coach.MarkGone, coach.MarkScreen}; !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
	if got := see(60, 110); slices.Contains(got, coach.MarkCheckIn) {
		t.Errorf("on a long chart: %q", got)
	}
	if got := see(103, 110); !slices.Equal(got, []coach.MarkCode{coach.MarkGone}) {
		t.Errorf("%q", got)
	}
}

// The latest run is asked about on its day and the day after, until it is rated.
func TestUnrated(t *testing.T) {
	run := diary.File{Activities: []diary.Activity{{Date: 100, Start: 100 * 86400, Sport: diary.Running, Seconds: 2400, Meters: 7000}}}
	ride := diary.File{Activities: []diary.Activity{{Date: 101, Start: 101 * 86400, Sport: "cycling", Seconds: 2400}}}
	rated := reported(diary.Reported{Efforts: []diary.Effort{{Stamp: at(100), RPE: 4}}})
	for name, c := range map[string]struct {
		got  *coach.Coach
		asks bool
	}{
		"its day": {on(100, run), true}, "the day after": {on(101, run), true}, "after a ride too": {on(101, run, ride), true},
		"two days after": {on(102, run), false}, "rated": {on(101, run, rated), false}, "no run": {on(101, ride), false},
	} {
		if s, asks := c.got.Unrated(); asks != c.asks || asks && s.Date != 100 {
			t.Errorf("%s: asks %v of %v", name, asks, s.Date)
		}
	}
}
