package verdict_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"rebound/engine/body"
	"rebound/engine/diary"
	"rebound/engine/load"
	"rebound/engine/rule"
	"rebound/engine/signal"
	"rebound/engine/verdict"
)

// line is a reason as "CODE TONE VALUE/LIMIT DAYSd BACK", with how many days back its
// date lies; a number that is 0 is left out.
func line(r verdict.Reason) string {
	out := []string{string(r.Code), string(r.Tone)}
	if r.Value != 0 || r.Limit != 0 {
		out = append(out, fmt.Sprintf("%.4g/%.4g", r.Value, r.Limit))
	}
	if r.Days != 0 {
		out = append(out, fmt.Sprintf("%dd", r.Days))
	}
	if r.Date != 0 {
		out = append(out, fmt.Sprint(int(today-r.Date)))
	}
	return strings.Join(out, " ")
}

// quiet is what is said of a day of which nothing is known but that runs were seen.
var quiet = []string{"hrv_unknown unknown 0/4", "resting_hr_unknown unknown 0/4", "sleep_unknown unknown 0/4", "easy_pace_unknown unknown 0/4"}

// kinds is a day whose signals know which they are.
func kinds(d signal.Day) signal.Day {
	for k := range d {
		d[k].Kind = diary.Kind(k)
	}
	return d
}

// expect holds what is said beyond that, in order.
func expect(t *testing.T, name string, f verdict.Facts, want ...string) {
	t.Helper()
	r := rule.Default()
	f.Date, f.Rules, f.RunSeen, f.Signals = today, &r, true, kinds(f.Signals)
	if f.Under.Limit == 0 {
		f.Under.Limit = 3
	}
	var got []string
	for _, v := range verdict.Reasons(&f) {
		if l := line(v); !slices.Contains(quiet, l) {
			got = append(got, l)
		}
	}
	if !slices.Equal(got, want) {
		t.Errorf("%s:\n %q, want\n %q", name, got, want)
	}
}

func TestNothingToSay(t *testing.T) {
	expect(t, "runs alone", verdict.Facts{})
	r := rule.Default()
	if f := (verdict.Facts{Rules: &r}); !says(f, verdict.NoRunSeen) || says(f, verdict.EasyNotKnown) {
		t.Error("no run was seen, and that is not what is said")
	}
}

func told(change func(s *body.State)) (f verdict.Facts) {
	change(&f.Body)
	return f
}

func TestReasonsOfTheBody(t *testing.T) {
	niggle := func(n diary.Niggle, change func(n *body.Niggle)) verdict.Facts {
		n.Date = today - 3
		x := body.Niggle{Niggle: n, Days: 4, Review: today + 1}
		change(&x)
		return told(func(s *body.State) { s.Niggles = []body.Niggle{x} })
	}
	as := func(r body.Running) func(n *body.Niggle) { return func(n *body.Niggle) { n.Running = r } }
	expect(t, "chest symptoms since yesterday", told(func(s *body.State) { s.Chest = today - 1 }), "chest_symptoms recover 2d 1")
	expect(t, "fever since Sunday", told(func(s *body.State) { s.Fever = today - 2 }), "fever recover 3d 2")
	ill := func(where diary.Where, since, last diary.Date) verdict.Facts {
		return told(func(s *body.State) {
			s.Illness = body.Illness{Since: since, Where: where, Last: last}
			if last != 0 {
				s.Illness.Half, s.Illness.Until = last+1, last+2
			}
		})
	}
	expect(t, "a cold", ill(diary.AboveNeck, today-5, 0), "illness ease 6d 5")
	expect(t, "a cold of a week", ill(diary.AboveNeck, today-6, 0), "illness ease 7d 6", "illness_review watch 7/7 7d 6")
	expect(t, "of two weeks", ill(diary.Unsure, today-13, 0), "illness_long recover 14/14 14d 13", "illness ease 14d 13")
	expect(t, "below the neck", ill(diary.BelowNeck, today, 0), "illness recover 1d 0")
	expect(t, "the day after", ill(diary.AboveNeck, today-4, today-1), "after_illness ease 1/2 4d -1")
	limped := func(s *body.State) { s.Cleared = []body.Cleared{{Site: "calf", Limp: true, Gone: today - 1}} }
	expect(t, "a limp that is gone", told(limped), "red_flag_cleared ease 0/2 2d 1")
	bone := func(c body.Cleared) (f verdict.Facts) {
		c.Site, c.Bone, c.Gone = "shin", true, today-4
		f.Layoff = verdict.Layoff{Tier: 3, DaysOff: 9, LastRun: today - 9, Flag: c}
		return f
	}
	expect(t, "bone pain that is gone", bone(body.Cleared{Walks: 1}), "red_flag_unseen recover 4", "red_flag_walks ease 1/2 30d 4")
	expect(t, "and looked at", bone(body.Cleared{Walks: 1, Seen: true}), "red_flag_walks ease 1/2 30d 4")
	expect(t, "and walked off", bone(body.Cleared{Walks: 2, Ready: today - 1}), "red_flag_unseen recover 4")
	expect(t, "a limp", niggle(diary.Niggle{Severity: 2, Limp: diary.Yes}, as(body.None)), "niggle_red_flag recover 2/5 4d 3")
	expect(t, "much pain", niggle(diary.Niggle{Severity: 6}, as(body.None)), "niggle_pain recover 6/5 4d 3")
	expect(t, "some pain", niggle(diary.Niggle{Severity: 3}, as(body.Shorter)), "niggle_modify ease 3/3 4d 3")
	expect(t, "worse the day after", niggle(diary.Niggle{Severity: 1, Worse: true}, as(body.Shorter)), "niggle_modify ease 1/3 4d 3")
	expect(t, "swelling", niggle(diary.Niggle{Severity: 1, Swelling: true}, as(body.Shorter)), "niggle_modify ease 1/3 4d 3")
	expect(t, "a little pain", niggle(diary.Niggle{Severity: 2}, as(body.AsPlanned)), "niggle_light watch 2/3 4d 3")
	expect(t, "tight", niggle(diary.Niggle{Tightness: true}, as(body.AsPlanned)), "niggle_tight watch 0/3 4d 3")
	expect(t, "a week of it", niggle(diary.Niggle{Severity: 1}, func(n *body.Niggle) { n.Days, n.Unresolved = 7, true }), "niggle_light watch 1/3 7d 3", "niggle_unresolved recover 7/7 7d 3")
	expect(t, "asked about again", niggle(diary.Niggle{Severity: 1}, func(n *body.Niggle) { n.Review = today }), "niggle_light watch 1/3 4d 3", "niggle_review watch 3/2 4d 3")
}

func TestReasonsOfTheCheckIn(t *testing.T) {
	check := func(c body.Check) verdict.Facts { return told(func(s *body.State) { s.Check = c }) }
	expect(t, "two bad days", check(body.Check{State: body.CheckAdverse, BadDays: 2, Entries: 3, Latest: today}), "check_in_adverse ease 2/2 3d 0")
	expect(t, "worse than usual", check(body.Check{State: body.CheckAdverse, BadDays: 1, Index: 2, Usual: 1.25, SD: 0.5, Entries: 2, Latest: today - 1}), "check_in_adverse ease 1.5/1 2d 1")
	expect(t, "in range", check(body.Check{State: body.CheckInRange, BadDays: 1, Entries: 2, Latest: today}), "check_in_in_range go 1/2 2d 0")
	lasting := func(since diary.Date, refer bool) verdict.Facts {
		return check(body.Check{Lasting: [diary.Signs]body.Lasting{{}, {Since: since, Refer: refer}, {Since: since + 3}}})
	}
	expect(t, "a complaint that lasts", lasting(today-13, false), "check_in_persistent ease 13/14 13")
	expect(t, "of two weeks", lasting(today-14, true), "check_in_persistent recover 14/14 14")
	expect(t, "the nervous system", told(func(s *body.State) { s.Nervous, s.Check.Latest = true, today }), "nervous_system watch 0")
	expect(t, "a run felt harder", told(func(s *body.State) {
		s.Harder = body.HarderRun{Date: today - 1, RPE: 7, Expected: load.Expected{RPE: 4.5, Runs: 12}}
	}), "run_harder_than_expected watch 2.5/2 12d 1")
}

var luteal = verdict.Reported{Body: body.State{Cycle: body.Cycle{Day: 22, Luteal: true}}}

func TestReasonsOfRecovery(t *testing.T) {
	const a, ok = signal.Adverse, signal.InRange
	out := func(hrv, rest, sleep signal.Name) (d signal.Day) {
		for k, n := range []signal.Name{hrv, rest, sleep} {
			d[k] = signal.State{Kind: diary.Kind(k), Name: n}
		}
		return d
	}
	flat := func(s diary.Sign, easy load.EasyState, rest signal.Name) verdict.Facts {
		f := told(func(b *body.State) { b.Check.Present[s] = true })
		f.Signals, f.Easy.State = out(ok, rest, ok), easy
		return f
	}
	for name, c := range map[string]struct {
		f    verdict.Facts
		code verdict.Code
		want bool
	}{
		"sleep and HRV out":             {verdict.Facts{Signals: out(a, ok, a)}, verdict.SharedCause, true},
		"sleep and resting HR out":      {verdict.Facts{Signals: out(ok, a, a)}, verdict.SharedCause, true},
		"sleep alone":                   {verdict.Facts{Signals: out(ok, ok, a)}, verdict.SharedCause, false},
		"the others, sleep in range":    {verdict.Facts{Signals: out(a, a, ok)}, verdict.SharedCause, false},
		"luteal, HRV out":               {verdict.Facts{Signals: out(a, ok, ok), Reported: luteal}, verdict.LutealPhase, true},
		"luteal, resting HR out":        {verdict.Facts{Signals: out(ok, a, ok), Reported: luteal}, verdict.LutealPhase, true},
		"luteal, sleep out":             {verdict.Facts{Signals: out(ok, ok, a), Reported: luteal}, verdict.LutealPhase, false},
		"out, not luteal":               {verdict.Facts{Signals: out(a, a, ok)}, verdict.LutealPhase, false},
		"flat legs":                     {flat(diary.LostSpring, load.EasyFail, a), verdict.Triad, true},
		"effort out of proportion":      {flat(diary.HarderThanItShould, load.EasyFail, a), verdict.Triad, true},
		"drained is not flat":           {flat(diary.Drained, load.EasyFail, a), verdict.Triad, false},
		"flat, resting HR in range":     {flat(diary.LostSpring, load.EasyFail, ok), verdict.Triad, false},
		"flat, easy pace passes":        {flat(diary.LostSpring, load.EasyPass, a), verdict.Triad, false},
		"debt of a night's need":        {told(func(s *body.State) { s.Sleep = body.Sleep{Need: 480, Debt: 480, Nights: 14} }), verdict.SleepDebt, true},
		"a minute less":                 {told(func(s *body.State) { s.Sleep = body.Sleep{Need: 480, Debt: 479, Nights: 14} }), verdict.SleepDebt, false},
		"no night known":                {told(func(s *body.State) { s.Sleep = body.Sleep{Need: 480, Debt: 480} }), verdict.SleepDebt, false},
		"an even stride":                {told(func(s *body.State) { s.Stride = body.Stride{Now: 51, Usual: 50} }), verdict.StrideShifts, false},
		"cold water now and then":       {told(func(s *body.State) { s.Cold.Week = 2 }), verdict.ColdHabit, false},
		"two hard days under-recovered": {verdict.Facts{Reported: verdict.Reported{Under: body.UnderRecovered{Count: 2, Limit: 3}}}, verdict.UnderRecovered, false},
	} {
		r := rule.Default()
		c.f.Rules = &r
		if says(c.f, c.code) != c.want {
			t.Errorf("%s: %s is said: %v", name, c.code, !c.want)
		}
	}
}

// The numbers of those that are said.
func TestNumbersOfRecovery(t *testing.T) {
	expect(t, "a debt", told(func(s *body.State) { s.Sleep = body.Sleep{Need: 480, Debt: 600, Nights: 13} }), "sleep_debt watch 600/480 13d")
	expect(t, "a stride", told(func(s *body.State) { s.Stride = body.Stride{Now: 51.5, Usual: 50, Runs: 3, Out: true} }), "stride_asymmetry watch 1.5/1 3d")
	expect(t, "cold water", told(func(s *body.State) { s.Cold = body.Cold{Week: 4, Habit: true} }), "cold_habit watch 4/2")
	f := verdict.Facts{}
	f.Under = body.UnderRecovered{Count: 3, Limit: 3, Last: today - 2}
	expect(t, "begun under-recovered", f, "under_recovered watch 3/3 14d 2")
	expect(t, "a cycle", verdict.Facts{Reported: luteal, Signals: signal.Day{{Kind: diary.HRV, Name: signal.Adverse}}},
		"hrv_adverse ease 0/-0.5", "luteal_phase watch 22d")
}

// What was declined is spoken of for a while: the last of it, unless it was taken back,
// and not as what was declined of late while it is what is in force.
func TestReasonsOfWhatWasDeclined(t *testing.T) {
	said := func(back int, a verdict.Action, accepted bool) diary.Decision {
		return diary.Decision{Stamp: diary.Stamp{Date: today - diary.Date(back)}, Action: string(a), Accepted: accepted}
	}
	with := func(list ...diary.Decision) (f verdict.Facts) {
		f.Decisions = list
		return f
	}
	expect(t, "five days ago", with(said(5, verdict.CutWeek, false)), "declined watch 5d 5")
	expect(t, "the last of two", with(said(9, verdict.CutWeek, false), said(5, verdict.Deload, false)), "declined watch 5d 5")
	expect(t, "the later was accepted", with(said(9, verdict.CutWeek, false), said(5, verdict.Deload, true)), "declined watch 9d 9")
	expect(t, "taken back", with(said(9, verdict.CutWeek, false), said(5, verdict.CutWeek, true)))
	expect(t, "accepted alone", with(said(5, verdict.CutWeek, true)))
	expect(t, "long ago", with(said(14, verdict.CutWeek, false)))
	hold := with(said(3, verdict.HoldQuality, false))
	hold.HoldDeclined = true
	expect(t, "a hold that nothing holds any more", hold, "declined watch 3d 3")
	hold.Easy.State = load.EasyFail
	expect(t, "a hold that would be", hold, "hold_quality_declined watch 3", "easy_pace_fail ease 0/4")
	cuts := with(said(2, verdict.CutWeek, false))
	cuts.CutsDeclined = 3
	expect(t, "a third cut", cuts, "declined watch 2d 2", "cuts_declined watch 3/3 2")
}
