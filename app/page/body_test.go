package page

import (
	"strings"
	"testing"

	"rebound/app/page/body"
	"rebound/app/page/outline"
	"rebound/app/page/ui"
	"rebound/app/wire"
	"rebound/app/words"
	"rebound/engine"
	"rebound/engine/diary"
	"rebound/engine/rule"
)

func no() *bool { return new(bool) }

func yes() *bool {
	v := true
	return &v
}

func num(n int) *int { return &n }

// sore is a Body screen with something in every card.
func sore() *wire.BodyScreen {
	calf := wire.Niggle{Site: "calf", Side: "left", Severity: 3, Name: "left calf", Triage: "modify", Text: "Run shorter.", Noted: day, Since: day - 4, Review: day + 2}
	shin := wire.Niggle{Site: "shin", Side: "right", Severity: 6, Name: "right shin", Triage: "see_clinician", Text: "Have it looked at.", Noted: day - 1, Review: day, Asks: true}
	b := &wire.BodyScreen{
		Date: day,
		Body: &wire.Body{
			Triage: "see_clinician", CheckIn: "adverse", Text: "No run today for your right shin.",
			Sleep: wire.BodySleep{Need: 480, Debt: ref(90), Target: 493, Nights: 14, Of: 14, Text: "You need about 8 h of sleep."},
			Programme: []wire.Exercise{
				{Part: "strength", Code: "heel_raise", Title: "Heel raise", Dose: "3 x 12", How: "Up and down.", Progress: "To 3 x 20.", StopWhen: "Stop if it hurts.", Ref: wire.Cite{Title: "A paper, 2014"}, For: "left calf"},
				{Part: "load", Code: "no_run", Title: "No run", Dose: "20 min", How: "Walk.", Ref: wire.Cite{Title: "Common practice, not a study"}},
			},
		},
		CheckIn: &wire.CheckIn{Date: day, Signs: map[string]int{"drained": 2}, Fatigue: num(1), Tags: []string{"travel", "illness"}, Fever: yes(), Chest: no()},
		Last:    &wire.CheckIn{Date: day - 1, Signs: map[string]int{"drained": 3}, Tags: []string{"alcohol"}},
		Channel: "Your check-ins are worse than usual for you.", Ill: &wire.IllCard{Since: day - 2, Where: "above_neck", Open: []diary.Date{day - 2}, Text: "You are ill above the neck, day 3."}, Cycle: "Day 20 of the cycle.",
		Mislead: []string{"Heat raises resting heart rate."}, Under: "You started 2 hard sessions in the last 14 days before you had recovered.",
		Sites: []wire.SiteLine{
			{Site: "calf", Side: "left", Name: "left calf", Niggle: &calf, Said: &wire.NiggleSaid{Date: day, Site: "calf", Side: "left", Severity: 3, Tightness: true},
				Chain: []wire.ChainLink{{Site: "knee", Text: "knee", Cite: wire.Cite{Title: "A guide"}}, {Site: "lower_back", Text: "lower back", Cite: wire.Cite{Title: "Common practice, not a study"}}, {Site: "elbow", Text: "elbow"}},
				Past:  []wire.NigglePast{{Date: day, Severity: 3, Text: "3 of 10, tight"}, {Date: day - 4, Severity: 2, Text: "2 of 10"}, {Date: day - 60, Severity: 0, Text: "gone"}}},
			{Site: "calf", Side: "right", Name: "right calf"},
			{Site: "knee", Side: "left", Name: "left knee"},
			{Site: "shin", Side: "right", Name: "right shin", Niggle: &shin, Said: &wire.NiggleSaid{Date: day - 1, Site: "shin", Side: "right", Severity: 6, BonePoint: yes()}},
			{Site: "lower_back", Name: "lower back"},
		},
		Runs: []wire.RunSaid{
			{Date: day, Start: 1700000000, Text: "Run, Sun 15 Mar, 8.7 km, 50 min", RPE: num(7), Pain: num(0), Expected: ref(5), Harder: true, Note: "2 harder than expected."},
			{Date: day - 1, Start: 1600000000, Text: "Run, Sat 14 Mar, 6.5 km, 36 min"},
		},
		Screen: []wire.ScreenTest{
			{Test: "knee_to_wall", Part: "mobility", Unit: "cm", Sides: true, Max: 25, Step: .5,
				Left: &wire.ScreenResult{Date: day, Value: 8.5}, Right: &wire.ScreenResult{Date: day, Value: 11}, State: "uneven", Text: "The sides differ by 2.5 cm.", Repeat: day + 28,
				Past: []wire.ScreenPast{{Date: day - 30, Side: "left", Value: 7}, {Date: day - 30, Side: "right", Value: 11}, {Date: day, Side: "left", Value: 8.5}, {Date: day, Side: "right", Value: 11}}},
			{Test: "toe_reach", Part: "mobility", Unit: "cm", Min: -50, Max: 30, State: "unknown", Text: "Not done yet."},
		},
		Gait:     []wire.GaitLine{{Name: "Cadence", Now: "169", Usual: "172", State: "out", Note: "3 runs."}, {Name: "Vertical ratio", Now: "8.6 %", State: "unknown"}},
		GaitText: "Cadence is out of your usual.",
		Reaction: wire.ReactionCard{Days: 3, Needs: 5, State: "unknown", Text: "Three of five tests.", Mean: 302, Fastest: 271, Slowest: 363, Lapses: 1, Limits: "It times the screen too.", Trend: strip(290, 302)},
		Markers:  []wire.Marker{{Key: "tolerance", Title: "Tolerance", State: "better", Text: "Better.", From: "Load", Chart: &wire.Chart{Title: "Load", Dots: strip(50, 60)}}, {Key: "energy", Title: "Energy", State: "unknown", Text: "Not enough.", From: "Check-ins"}},
		Ticks:    []string{"no_run"}, Skipped: "Strength was skipped for 4 days.",
		Cold:     []wire.ColdSaid{{At: 5, Date: day - 1, Minutes: 12, Celsius: 11.5}},
		ColdCard: wire.ColdCard{Advice: "wait", Word: "wait", Title: "Cold water: wait", Text: "Wait 6 hours.", Kind: "precaution", Cite: wire.Cite{Title: "A paper, 2021"}, Habit: "Three times a week.", Week: 1},
		History: []wire.HistoryLine{{Date: day, Kind: "check_in", Text: hostile}, {Date: day, Kind: "check_in", Text: "Check-in: drained 3.", Old: true},
			{Date: day - 1, Kind: "niggle", Text: "Right shin: 6 of 10."}},
		Advice: []string{"Sleep first.", "No run today."},
	}
	for _, said := range ofBody().Screen {
		for i := range b.Screen {
			if x := &b.Screen[i]; x.Test == said.Test {
				x.Title, x.How, x.Norm, x.Cite = said.Title, said.How, said.Norm, said.Cite
			}
		}
	}
	return b
}

// bodyAt is a part of Body, its form begun as the page begins it.
func bodyAt(part string, s *wire.BodyScreen) *view {
	v := at(ui.ScreenBody, part)
	v.answers[wire.OpBody] = s
	return v.asked()
}

func bodyViews() map[string]*view {
	all := map[string]*view{}
	for name, part := range map[string]string{
		"body": "", "body-check-in": body.PartCheckIn, "body-map": body.PartMap, "body-site": body.PartMap + "/calf-left",
		"body-screen": body.PartScreen, "body-reaction": body.PartReaction, "body-cold": body.PartCold, "body-history": body.PartHistory, "body-ill": body.PartIll,
	} {
		all[name] = bodyAt(part, sore())
	}
	all["body-empty"] = bodyAt("", &wire.BodyScreen{Date: day, ColdCard: ofBody().ColdCard})
	all["body-waiting"] = bodyAt("", another())
	healing := sore()
	healing.Walk = &wire.WalkCard{Site: "shin", Side: "right", Name: "right shin", Walking: true, Walks: 1, Of: 2, Minutes: 30, Text: "1 of 2 days of walking without pain.", Today: &wire.WalkSaid{Date: day, Minutes: 30, Pain: num(0)}}
	all["body-walk"] = bodyAt(body.PartWalk, healing)
	wrong := bodyAt(body.PartWalk, healing)
	wrong.body.Wrong = ui.Faults{"walked-minutes": "Enter the minutes as a number, like 30.", "body/walk": "Choose how much it hurt: 0 for not at all."}
	all["body-walk-wrong"] = wrong
	miles := bodyAt(body.PartCold, sore())
	miles.page.State.Units = "mi"
	all["body-cold-miles"] = miles
	test := bodyAt(body.PartReaction, sore())
	test.body.Test = body.ReactionTest{Running: true, Done: 4, Last: "284 ms"}
	all["body-reaction-run"] = test
	saved := bodyAt(body.PartCheckIn, sore())
	saved.page.Toast("Saved for 15 March.", func() {})
	all["body-saved"] = saved
	return all
}

// ofBody is what words says of Body where nothing is known.
func ofBody() *wire.BodyScreen {
	said := words.BodyScreen(engine.New(diary.Build(nil, nil), rule.Default()), day, words.Options{})
	return &said
}

// another is a screen of another day than the one that is looked at.
func another() *wire.BodyScreen { return &wire.BodyScreen{Date: day - 1} }

// What follows from an answer is said before it is saved.
func TestIllnessSaysWhatFollows(t *testing.T) {
	for _, c := range []struct {
		said wire.CheckIn
		want string // in the words of what follows; "" for none
	}{
		{wire.CheckIn{}, ""},
		{wire.CheckIn{Fever: no(), Chest: no()}, ""},
		{wire.CheckIn{Fever: yes()}, "no run"},
		{wire.CheckIn{Chest: yes()}, "medical help today"},
		{wire.CheckIn{Tags: []string{"illness"}}, "one easy day for each"},
	} {
		v := bodyAt(body.PartCheckIn, sore())
		said := c.said
		v.body.CheckIn = &said
		got := ""
		for _, n := range outline.Parse(t, v.draw()).All() {
			if n.Attrs["class"] == "follows" {
				got = n.Says()
			}
		}
		if (got == "") != (c.want == "") || !strings.Contains(got, c.want) {
			t.Errorf("%+v: what follows is %q", c.said, got)
		}
	}
}
