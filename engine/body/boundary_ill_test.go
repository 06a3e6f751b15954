package body_test

import (
	"rebound/engine/body"
	"rebound/engine/diary"
	"rebound/engine/load"
	"rebound/engine/rule"
	"rebound/engine/rule/ruletest"
	"rebound/engine/verdict"
)

// illFor is the body today with an illness of so many days, which lasts or ended so many
// days ago.
func illFor(r *rule.Settings, days, ended int) body.State {
	return state(r, func(in *body.Input) {
		to := today - diary.Date(ended)
		in.Reported.Illnesses = []diary.Illness{{Stamp: diary.Stamp{Date: to - diary.Date(days) + 1}, To: to, Where: diary.AboveNeck}}
	})
}

// left is what a body leaves of a day of 100 easy minutes, and of one of 40.
func left(r *rule.Settings, s body.State) (long, short float64) {
	f := verdict.Facts{Date: today, Rules: r, Reported: verdict.Reported{Body: s}}
	days := verdict.Adjust(&f, load.New(&diary.Diary{}, *r), verdict.Modify, []verdict.Session{{Kind: verdict.Easy, Minutes: 100}, {Kind: verdict.Easy, Minutes: 40}})
	return days[0].After.Minutes, days[1].After.Minutes
}

// flagged is the body today after a red flag at a site, said to be gone so many days ago.
func flagged(r *rule.Settings, site diary.Site, flag func(*diary.Niggle) *diary.Answer, gone int, walks ...diary.Walk) body.State {
	return state(r, func(in *body.Input) {
		n := diary.Niggle{Stamp: ago(20), Site: site, Side: diary.Left, Severity: 3}
		*flag(&n) = diary.Yes
		in.Reported.Niggles = []diary.Niggle{n, {Stamp: ago(gone), Site: site, Side: diary.Left}}
		in.Reported.Walks = walks
	})
}

func limp(n *diary.Niggle) *diary.Answer      { return &n.Limp }
func bonePoint(n *diary.Niggle) *diary.Answer { return &n.BonePoint }

// walked is pain-free walks of so many minutes on the last days.
func walked(days int, minutes float64) (out []diary.Walk) {
	for back := days - 1; back >= 0; back-- {
		out = append(out, diary.Walk{Stamp: ago(back), Minutes: float32(minutes)})
	}
	return out
}

func illnessCases() []ruletest.Case {
	return []ruletest.Case{
		{Key: "illness_gap", At: 2, Edge: ruletest.AtMost, Holds: func(r *rule.Settings, days float64) bool {
			return state(r, func(in *body.Input) {
				in.Reported.Tags = []diary.DayTag{{Stamp: ago(days), Tag: "illness"}, {Stamp: ago(0), Tag: "illness"}}
			}).Illness.Days(today) > 1
		}},
		{Key: "illness_share", At: 0.5, Gives: func(r *rule.Settings) float64 {
			r.IllnessMinutes = 45
			_, short := left(r, illFor(r, 3, 0))
			return short / 40
		}},
		{Key: "illness_minutes", At: 30, Gives: func(r *rule.Settings) float64 { long, _ := left(r, illFor(r, 3, 0)); return long }},
		{Key: "illness_easy_least", At: 2, Edge: ruletest.AtMost, Holds: func(r *rule.Settings, ended float64) bool {
			return ended == 0 || illFor(r, 1, int(ended)).Illness.Returning()
		}},
		{Key: "illness_easy_most", At: 10, Edge: ruletest.AtMost, Holds: func(r *rule.Settings, ended float64) bool {
			return ended == 0 || illFor(r, 40, int(ended)).Illness.Returning()
		}},
		{Key: "illness_first_half", At: 0.5, Gives: func(r *rule.Settings) float64 { long, _ := left(r, illFor(r, 6, 1)); return long / 100 }},
		{Key: "illness_second_half", At: 0.75, Gives: func(r *rule.Settings) float64 { long, _ := left(r, illFor(r, 6, 4)); return long / 100 }},
		{Key: "illness_review", At: 7, Edge: ruletest.AtLeast, Holds: func(r *rule.Settings, days float64) bool {
			due, _ := illFor(r, int(days), 0).Illness.Review(today, r)
			return due
		}},
		{Key: "illness_clinician", At: 14, Edge: ruletest.AtLeast, Holds: func(r *rule.Settings, days float64) bool {
			return illFor(r, int(days), 0).Triage == body.SeeClinician
		}},
		{Key: "flag_easy", At: 2, Edge: ruletest.AtMost, Holds: func(r *rule.Settings, day float64) bool {
			return flagged(r, "calf", limp, int(day)-1).Triage == body.Modify
		}},
		{Key: "flag_walks", At: 2, Edge: ruletest.AtLeast, Holds: func(r *rule.Settings, days float64) bool {
			s := flagged(r, "shin", bonePoint, 9, walked(int(days), 30)...)
			return s.ToWalk() == nil
		}},
		{Key: "flag_walk_minutes", At: 30, Edge: ruletest.AtLeast, Holds: func(r *rule.Settings, minutes float64) bool {
			s := flagged(r, "shin", bonePoint, 9, walked(2, minutes)...)
			return s.ToWalk() == nil
		}},
	}
}
