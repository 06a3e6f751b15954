package coach_test

import (
	"math"
	"slices"
	"testing"

	"rebound/engine"
	"rebound/engine/coach"
	"rebound/engine/diary"
	"rebound/engine/load"
	"rebound/engine/plan"
	"rebound/engine/rule"
	"rebound/engine/sample"
	"rebound/engine/verdict"
)

const mon = diary.Date(20_787) // a Monday

// runsOn is a diary's runs of 40 minutes and 8 km, one for each date that is named.
func runsOn(dates ...diary.Date) diary.File {
	var f diary.File
	for i, d := range dates {
		hours := int64(6)
		if i > 0 && dates[i-1] == d {
			hours = 18
		}
		f.Activities = append(f.Activities, diary.Activity{Date: d, Start: int64(d)*86400 + hours*3600, Sport: diary.Running, Seconds: 2400, Meters: 8000})
	}
	return f
}

// byHand is a plan of sessions from a date on, one a day; minutes 0 is rest.
func byHand(from diary.Date, kinds ...verdict.SessionKind) *plan.Record {
	out := new(plan.Record)
	for i, k := range kinds {
		s := plan.Session{Date: from + diary.Date(i), Session: verdict.Session{Kind: k, Minutes: 50, Km: 8}, Hard: k.Hard() || k == verdict.Race}
		if k == verdict.Rest {
			s.Minutes, s.Km = 0, 0
		}
		out.Sessions = append(out.Sessions, s)
	}
	for w := plan.Monday(from); w < from+diary.Date(len(kinds)); w += 7 {
		out.Weeks = append(out.Weeks, plan.Week{Start: w, Km: 40})
	}
	return out
}

// follow is the coach of a date, with a plan, over files.
func follow(t diary.Date, p *plan.Record, r rule.Settings, files ...diary.File) *coach.Coach {
	e := engine.New(diary.Build(files, nil), r)
	e.Follow(&p.Plan)
	return coach.On(e, t, p)
}

func TestWeekByHand(t *testing.T) {
	p := byHand(mon, verdict.Easy, verdict.Cross, verdict.Tempo, verdict.Rest, verdict.Intervals, verdict.WalkRun, verdict.Race)
	p.Race = &plan.Race{Date: mon + 6, Km: 8}
	p.Sessions[5].Stage = verdict.Stages[0]
	r := rule.Default()
	r.MaxHR = 180
	if a := follow(mon, p, r, runsOn(mon, mon)).Ahead(); a.Hard != 3 || a.Changed != 0 {
		t.Errorf("%+v", a) // without heart rate the easy-pace check cannot be made, and sessions stand
	}
	runs := runsOn(mon-9, mon, mon)
	runs.Activities[0].Track.HR = []uint8{130}
	c := follow(mon, p, r, runs)
	a := c.Ahead()
	if a.Runs != 5 || a.Hard != 2 || !a.Race || a.Changed != 1 || a.Km != 48 || a.First != mon || a.Last != mon+6 {
		t.Errorf("%+v", a) // the first hard day is an easy test run, as the easy-pace check knows nothing; the race is hard
	}
	days := c.Days()
	if days[0].Run != (coach.Run{Minutes: 80, Km: 16}) || days[1].Run != (coach.Run{}) {
		t.Errorf("run %+v and %+v", days[0].Run, days[1].Run)
	}
	if days[0].Target.HR != [2]float64{117, 144} || days[5].Session.Stage != verdict.Stages[0] {
		t.Errorf("target %v, stage %v", days[0].Target, days[5].Session.Stage)
	}
	p.MaxHR = 138
	if got := follow(mon, p, r).Days()[0].Target.HR; got != [2]float64{117, 144} {
		t.Errorf("by a max HR of which is not known whose it is: %v", got)
	}
	p.MaxHR, p.MaxFrom = 200, "seen"
	if got := follow(mon, p, r).Days()[0].Target.HR; got != [2]float64{130, 160} {
		t.Errorf("by the plan's own max HR: %v", got)
	}
	for i, n := range []int{5, 5, 5, 0, 5, 5, 0} { // not onto the race, nor from rest
		var to []diary.Date
		for _, m := range days[i].Moves {
			to = append(to, m.To)
			if m.To < mon || m.To > mon+5 || m.To == days[i].Date {
				t.Errorf("day %d goes to %v", i, m.To)
			}
		}
		if len(to) != n {
			t.Errorf("day %d goes to %v", i, to)
		}
	}
	if m := days[2].Moves[3]; m.To != mon+4 || m.Beside != nil {
		t.Errorf("%+v", m) // tempo and intervals in each other's place
	}
	if m := days[2].Moves[2]; m.To != mon+3 || m.Beside == nil || m.Beside.Date != mon+4 {
		t.Errorf("%+v", m)
	}
	for d, want := range map[diary.Date][2]bool{mon - 7: {false, true}, mon - 6: {}, mon + 6: {}, mon + 7: {true, false}} {
		a := follow(d, p, r).Ahead()
		if a.Over != want[0] || a.Early != want[1] || (a.Km > 0) == (a.Over || a.Early) {
			t.Errorf("%v: %+v", d, a)
		}
	}
	done := byHand(mon, verdict.Easy)
	if _, ok := follow(mon, done, r).Goal(); ok {
		t.Error("a plan without a race, of which nothing else is known, has a goal")
	}
	done.Goal = &plan.Wish{}
	if _, ok := follow(mon, done, r).Goal(); ok {
		t.Error("one that was asked for without a race has a goal")
	}
	done.Goal.Recover = &plan.Race{Date: mon - 2, Km: 10}
	if g, ok := follow(mon, done, r).Goal(); !ok || g.Days != -2 || g.Until != mon+4 {
		t.Errorf("easy days: %+v", g)
	}
}

func TestBlockByHand(t *testing.T) {
	p := byHand(mon, verdict.Easy, verdict.Tempo, verdict.Easy, verdict.Intervals, verdict.Long, verdict.Rest, verdict.Easy,
		verdict.Easy, verdict.Race, verdict.Easy, verdict.Easy, verdict.Easy, verdict.Easy, verdict.Long)
	p.Sessions[4].Km = 15
	c := follow(mon+7, p, rule.Default(), runsOn(mon, mon+1, mon+6, mon+7, mon+8))
	b := c.Block()
	if b[0].Done != 24 || b[1].Done != 8 || !b[1].Begun || b[0].Hard != 2 || b[0].Long != 15 || b[0].Tune || b[0].Now || !b[1].Now || !b[1].Tune || b[1].Race || b[1].Hard != 1 {
		t.Errorf("%+v", b)
	}
	if b := follow(mon+6, p, rule.Default()).Block(); b[1].Begun || b[1].Now || !b[0].Now {
		t.Errorf("%+v", b)
	}
}

func TestSoFarByHand(t *testing.T) {
	p := byHand(mon+1, verdict.Easy, verdict.Easy, verdict.Easy)
	list := follow(mon+3, p, rule.Default(), runsOn(mon, mon+1)).SoFar()
	if len(list) != 3 || list[0].Date != mon+1 || list[0].Off != 10 || list[0].Run.Minutes != 40 || list[1].Outcome != plan.NotKnown || list[2].Outcome != plan.ToCome {
		t.Errorf("%+v", list)
	}
	if list := follow(mon+4, p, rule.Default()).SoFar(); len(list) != 3 || list[2].Outcome != plan.NotKnown {
		t.Errorf("the day after the plan: %+v", list)
	}
	// A later file or word says that it was not run; a check-in says nothing of it.
	no := reported(diary.Reported{NotRan: []diary.NotRan{{Stamp: at(mon + 2), To: mon + 2}}})
	for name, c := range map[string]struct {
		file diary.File
		want plan.Outcome
	}{
		"a later run": {runsOn(mon + 3), plan.Missed},
		"a no":        {no, plan.Missed},
		"a check-in":  {checkIn(mon+3, calm), plan.NotKnown},
	} {
		if list := follow(mon+4, p, rule.Default(), runsOn(mon, mon+1), c.file).SoFar(); list[1].Outcome != c.want {
			t.Errorf("%s: %+v", name, list[1])
		}
	}
}

// What was run today counts as it was; what is to come, as the week stands and as
// it was planned.
func TestForecastByHand(t *testing.T) {
	e, made := following(t, halfMarathon)
	check := func(d diary.Date, ran bool) {
		t.Helper()
		c := coach.On(e, d, made)
		f, ok := c.Forecast()
		if !ok {
			t.Fatalf("%v: none", d)
		}
		yesterday, _ := e.Day(d - 1)
		today, _ := e.Day(d)
		rates := e.History().Rates(d, today.Rest)
		at := func(s plan.Session) load.Balance {
			v, _ := rates.Of(s.Minutes, s.Hard)
			return yesterday.Load.Balance.Next(v)
		}
		with, without := at(plan.After(c.Report.Week[0])), at(made.On(d))
		if ran {
			with = yesterday.Load.Balance.Next(today.Load.Load)
			without = with
		}
		if (today.Load.Sessions > 0) != ran || f.With[0] != with || f.Without[0] != without {
			t.Errorf("%v: %+v and %+v, want %+v and %+v", d, f.With[0], f.Without[0], with, without)
		}
	}
	check(day, false)
	ran := day - 1
	for today, _ := e.Day(ran); today.Load.Sessions == 0; today, _ = e.Day(ran) {
		ran--
	}
	check(ran, true)
	calm := day - 30
	for coach.On(e, calm, made).Ahead().Changed > 0 {
		calm--
	}
	if _, ok := coach.On(e, calm, made).Forecast(); ok {
		t.Errorf("nothing is changed on %v", calm)
	}
	for in, want := range map[diary.Date]int{3: 7, 10: 11, 26: 27, 27: 28, 40: 28} {
		e, made := following(t, plan.Wish{RaceDate: day + in, RaceKm: 10, Start: day - 40})
		if f, ok := coach.On(e, day, made).Forecast(); !ok || len(f.With) != want || len(f.Without) != want || f.Whole != (want == 28) {
			t.Errorf("the race in %d days: %v, %d days ahead", in, ok, len(f.With))
		}
	}
}

func TestOfferByHand(t *testing.T) {
	p := byHand(mon, verdict.Easy, verdict.Race)
	p.Race = &plan.Race{Date: mon + 1, Km: 10}
	for ran, f := range map[bool]diary.File{false: runsOn(mon), true: runsOn(mon, mon+1)} {
		o, ok := follow(mon+2, p, rule.Default(), f).Offer()
		if !ok || o.Code != coach.OfferRecovery || o.Raced.Ran != ran || o.Wish.Recover == nil || o.Wish.RaceKm != 0 {
			t.Errorf("%v: %v %+v", ran, ok, o)
		}
	}
	// A pause that is over, and a plan that began before the first run back or on it.
	var runs []diary.Date
	for d := mon - 80; d <= mon; d += 2 {
		if d < mon-40 || d >= mon-30 {
			runs = append(runs, d)
		}
	}
	for from, want := range map[diary.Date]bool{mon - 31: true, mon - 30: false} {
		long := byHand(from, slices.Repeat([]verdict.SessionKind{verdict.Easy}, 60)...)
		o, ok := follow(mon-29, long, rule.Default(), runsOn(runs...)).Offer()
		if ok != want || ok && (o.Code != coach.OfferAfterPause || o.Back != mon-30 || o.DaysOff != 12) {
			t.Errorf("a plan from %v: %v %+v", from, ok, o)
		}
	}
	// After a red flag the break is counted from the last run before it, whatever was run
	// against it meanwhile.
	runs = nil
	for d := mon - 80; d < mon-30; d += 2 {
		runs = append(runs, d)
	}
	bone := niggle(mon-30, 3, func(n *diary.Niggle) { n.BonePoint = diary.Yes })
	gone := niggle(mon-20, 0, func(n *diary.Niggle) { n.BonePoint, n.Seen = diary.No, diary.Yes })
	var walks diary.Reported
	for d := mon - 17; d <= mon-15; d++ {
		walks.Walks = append(walks.Walks, diary.Walk{Stamp: at(d), Minutes: 40, Pain: 0})
	}
	long := byHand(mon-60, slices.Repeat([]verdict.SessionKind{verdict.Easy}, 90)...)
	c := follow(mon-12, long, rule.Default(), runsOn(append(runs, mon-18, mon-13)...), bone, gone, reported(walks))
	o, ok := c.Offer()
	if l := c.Report.Layoff; !ok || l.Flag.Site == "" || o.Code != coach.OfferAfterPause || o.Back != mon-13 || o.DaysOff != l.DaysOff || o.DaysOff < 17 {
		t.Errorf("after a red flag: %v %+v, %+v", ok, o, l)
	}
}

// After a cut a remake is offered where the cut was the plan's, was not declined,
// and is too near for another.
func TestOfferAfterACut(t *testing.T) {
	e := engine.New(diary.Build(sample.Files(day), nil), rule.Default())
	on, _ := e.Day(day)
	cut := on.Cuts.Last
	decided := func(d diary.Date, action string, accepted bool) diary.File {
		return reported(diary.Reported{Decisions: []diary.Decision{{Stamp: at(d), Action: action, Accepted: accepted}}})
	}
	for name, c := range map[string]struct {
		from, on diary.Date
		file     diary.File
		want     bool
	}{
		"on its first day":           {cut.Fired, cut.Until + 1, diary.File{}, true},
		"a day later":                {cut.Fired + 1, cut.Until + 1, diary.File{}, false},
		"its last day":               {cut.Fired, cut.Until, diary.File{}, false},
		"the last day before a next": {cut.Fired, cut.Fired + 13, diary.File{}, true},
		"when there may be a next":   {cut.Fired, cut.Fired + 14, diary.File{}, false},
		"declined on its last day":   {cut.Fired, cut.Until + 1, decided(cut.Until, "cut_week", false), false},
		"declined before it":         {cut.Fired, cut.Until + 1, decided(cut.Fired-1, "cut_week", false), true},
		"declined after it":          {cut.Fired, cut.Until + 2, decided(cut.Until+1, "cut_week", false), true},
		"accepted":                   {cut.Fired, cut.Until + 1, decided(cut.Fired, "cut_week", true), true},
		"a hold declined":            {cut.Fired, cut.Until + 1, decided(cut.Fired, "hold_quality", false), true},
	} {
		p := byHand(c.from, slices.Repeat([]verdict.SessionKind{verdict.Easy}, 40)...)
		p.Goal = &plan.Wish{Tune: []plan.Race{{Date: c.on - 1, Km: 5}, {Date: c.on, Km: 5}}}
		var after diary.File // she runs on, or a pause would be spoken of
		for d := day; d <= c.on; d++ {
			after.Activities = append(after.Activities, runsOn(d).Activities...)
		}
		o, ok := follow(c.on, p, rule.Default(), append(sample.Files(day), c.file, after)...).Offer()
		if ok != c.want || ok && (o.Code != coach.OfferAfterCut || len(o.Wish.Tune) != 1 || o.Wish.Tune[0].Date != c.on) {
			t.Errorf("%s: %v %+v", name, ok, o)
		}
	}
}

func TestReturnByHand(t *testing.T) {
	var runs []diary.Date
	for d := mon - 80; d <= mon-40; d += 2 {
		runs = append(runs, d)
	}
	on := func(d diary.Date) *coach.Coach {
		return follow(d, byHand(mon, verdict.Easy), rule.Default(), runsOn(runs...), checkIn(d, calm))
	}
	r, ok := on(mon - 10).Return()
	if !ok || r.DaysOff != 30 || r.On != mon-10 || r.Stage != 1 || len(r.Stages) != len(verdict.Stages) || !r.Stages[0].Now || r.Stages[0].Done || r.Stages[1].Now || len(r.Curve) != 31 {
		t.Errorf("%v %+v", ok, r)
	}
	if math.Abs(r.Guide[7]-0.07) > 0.001 || r.Curve[0] != 0 {
		t.Errorf("guide %g", r.Guide[7])
	}
	if r, _ := on(mon - 30).Return(); len(r.Curve) != 29 || r.Stage != 0 {
		t.Errorf("ten days off: %d days, stage %d", len(r.Curve), r.Stage)
	}
	for d := mon - 30; d < mon; d += 2 { // back after ten days: no tier is in force for long, the first weeks are
		runs = append(runs, d)
	}
	for d, want := range map[diary.Date]bool{mon - 10: true, mon - 9: false} {
		if r, ok := on(d).Return(); ok != want || ok && (r.On != mon-30 || len(r.Stages) > 0) {
			t.Errorf("day %d back: %v %+v", d-mon+31, ok, r)
		}
	}
}

func TestProposedByHand(t *testing.T) {
	var runs []diary.Date
	for d := mon - 28; d < mon; d++ {
		runs = append(runs, d)
	}
	e := engine.New(diary.Build([]diary.File{runsOn(runs...)}, nil), rule.Default())
	if w := coach.On(e, mon, nil).Proposed(); !slices.Equal(w.Days, []string{"mon", "tue", "wed", "thu", "fri", "sat", "sun"}) {
		t.Errorf("%q", w.Days)
	}
	if _, err := coach.Make(e, plan.Wish{LastRun: mon}, mon); err != nil {
		t.Error(err)
	}
}

// With a plan blocks begin after its deloads, and every four weeks before it.
func TestCyclesOfAPlan(t *testing.T) {
	e, made := following(t, plan.Wish{Start: plan.Monday(day) - 63, PerWeek: 4})
	var starts []diary.Date
	for i, w := range made.Weeks {
		if w.Start <= day && (i == 0 || made.Weeks[i-1].Deload) {
			starts = append(starts, w.Start)
		}
	}
	list := coach.On(e, day, made).Cycles()
	if len(starts) != 3 || len(list) != 3 {
		t.Fatalf("%d starts, %d blocks", len(starts), len(list))
	}
	for i, c := range list {
		if c.From != starts[i] || i < 2 && c.To != starts[i+1]-1 || c.Open != (i == 2) {
			t.Errorf("block %d: %v to %v, want from %v", i, c.From, c.To, starts[i])
		}
	}
	if list[2].To != day {
		t.Errorf("the last block ends on %v", list[2].To)
	}
}
