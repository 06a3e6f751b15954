package words

import (
	"strings"
	"testing"

	"rebound/app/wire"
	"rebound/engine/diary"
	"rebound/engine/plan"
)

// What is told of the body, day by day: for each, what the screens say of every day from
// a week before it to three weeks after must be of one voice.
func bodyStories() map[string]diary.Reported {
	at := func(back int) diary.Stamp {
		return diary.Stamp{At: int64(coachDay-diary.Date(back))*86400 + 7*3600, Date: coachDay - diary.Date(back)}
	}
	ill := func(where diary.Where, from, to int) []diary.Illness {
		return []diary.Illness{{Stamp: at(from), To: coachDay - diary.Date(to), Where: where}}
	}
	check := func(back int, fever, chest diary.Answer) diary.CheckIn {
		c := diary.NewCheckIn(at(back))
		c.Fever, c.Chest = fever, chest
		return c
	}
	flag := func(site diary.Site, back int, set func(*diary.Niggle)) diary.Niggle {
		n := diary.Niggle{Stamp: at(back), Site: site, Side: diary.Left}
		set(&n)
		return n
	}
	hurts := func(n *diary.Niggle) { n.Severity = 6 }
	bone := func(n *diary.Niggle) { n.Severity, n.BonePoint = 3, diary.Yes }
	limp := func(n *diary.Niggle) { n.Severity, n.Limp = 3, diary.Yes }
	gone := func(*diary.Niggle) {}
	later := func(n *diary.Niggle) { n.At += 3600 }
	return map[string]diary.Reported{
		"a cold":               {Illnesses: ill(diary.AboveNeck, 25, 20)},
		"a cold of two weeks":  {Illnesses: ill(diary.AboveNeck, 25, 8)},
		"a flu":                {Illnesses: ill(diary.BelowNeck, 25, 9)},
		"not sure":             {Illnesses: ill(diary.Unsure, 25, 19)},
		"tags":                 {Tags: []diary.DayTag{{Stamp: at(25), Tag: "illness"}, {Stamp: at(23), Tag: "illness"}}},
		"fever":                {CheckIns: []diary.CheckIn{check(25, diary.Yes, diary.NotSaid), check(20, diary.No, diary.NotSaid)}},
		"chest":                {CheckIns: []diary.CheckIn{check(25, diary.NotSaid, diary.Yes), check(21, diary.NotSaid, diary.No)}},
		"a cold, then chest":   {Illnesses: ill(diary.AboveNeck, 25, 20), CheckIns: []diary.CheckIn{check(18, diary.NotSaid, diary.Yes), check(16, diary.NotSaid, diary.No)}},
		"a cold and a calf":    {Illnesses: ill(diary.AboveNeck, 25, 20), Niggles: []diary.Niggle{flag("calf", 23, hurts), flag("calf", 18, gone)}},
		"bone, never walked":   {Niggles: []diary.Niggle{flag("shin", 25, bone), flag("shin", 23, gone)}},
		"bone, walked":         {Niggles: []diary.Niggle{flag("shin", 25, bone), flag("shin", 23, gone)}, Walks: []diary.Walk{{Stamp: at(22), Minutes: 30}, {Stamp: at(21), Minutes: 30}}},
		"bone, gone that day":  {Niggles: []diary.Niggle{flag("shin", 25, bone), flag("shin", 25, later)}},
		"a limp":               {Niggles: []diary.Niggle{flag("knee", 25, limp), flag("knee", 22, gone)}},
		"bone, and a cold too": {Niggles: []diary.Niggle{flag("shin", 25, bone), flag("shin", 23, gone)}, Illnesses: ill(diary.AboveNeck, 24, 20)},
	}
}

// The facts behind the sentences of Today, Body and Plan are the same: what the day has
// of running, that a stop is one everywhere, and that no line says to train as planned
// while something forbids it.
func TestScreensAgree(t *testing.T) {
	seen := map[string]int{}
	for name, told := range bodyStories() {
		e, made := following(t, plan.Wish{RaceDate: coachDay + 60, RaceKm: 21.0975, Start: coachDay - 60}, diary.File{Kind: "typed", Reported: told})
		for d := coachDay - 32; d <= coachDay; d++ {
			a, p, b := Assessment(e, e.Assess(d), Options{}), PlanScreen(e, Followed{Plan: made}, d, Options{}), BodyScreen(e, d, Options{})
			wrong := func(format string, args ...any) {
				t.Helper()
				t.Errorf(name+", "+d.String()+" ("+a.Action+"): "+format, args...)
			}
			for i, day := range p.Days {
				if day.After != a.Week[i].After {
					wrong("Plan has %+v, Today %+v", day.After, a.Week[i].After)
				}
				if ill := b.Ill != nil && b.Ill.Last == 0; ill && i > 0 && day.After.Kind != "race" && (!day.Open || !a.Week[i].Open) {
					wrong("%v is decided while an illness lasts: %+v", day.Date, day)
				}
				if day.Was != "" && len(day.Why) == 0 {
					wrong("nothing says why %s is %s", day.Was, day.Name)
				}
			}
			checkShort(t, name, &a)
			today := a.Week[0].After
			if a.Body.Text != b.Body.Text || a.Urgent != b.Urgent || a.Body.Triage != b.Body.Triage {
				wrong("Today has %q %q, Body %q %q", a.Body.Text, a.Urgent, b.Body.Text, b.Urgent)
			}
			if stop := a.Level == "stop"; stop != (a.Word == "Stop") || stop != (len(a.Body.Programme) == 0) || stop && today.Minutes > 0 {
				wrong("%s %s, %d items, %+v", a.Level, a.Word, len(a.Body.Programme), today)
			}
			if a.Level == "stop" && !saysNoRun(a.Headline) || a.Level == "stop" && !saysNoRun(b.Body.Text) {
				wrong("%q and %q do not say that there is no run", a.Headline, b.Body.Text)
			}
			if a.Body.Triage != "run" || a.Action == "return_to_run" {
				for _, text := range append(append([]string{a.Headline, a.Next, a.Body.Text, p.Summary}, b.Advice...), titles(a.Body)...) {
					if strings.Contains(strings.ToLower(text), "as planned") {
						wrong("%q", text)
					}
				}
			}
			if b.Ill != nil && b.Ill.Last == 0 != !strings.Contains(b.Ill.Text, "after your illness") {
				wrong("%+v", b.Ill)
			}
			if b.Ill != nil && a.Level == "stop" && !saysNoRun(b.Ill.Text) {
				wrong("%q beside %q", b.Ill.Text, a.Headline)
			}
			if b.Walk != nil && b.Walk.Walking && (today.Minutes > 0 || a.Level == "go") {
				wrong("walking comes first, and the day has %+v, %s", today, a.Level)
			}
			if b.Ill != nil && a.Body.Cold == "allowed" && b.Ill.Last == 0 {
				wrong("cold water with an illness")
			}
			seen[a.Action+" "+a.Level]++
		}
	}
	for _, want := range []string{"stop stop", "see_clinician stop", "see_clinician recover", "modify ease", "return_to_run ease"} {
		if seen[want] == 0 {
			t.Errorf("no day of %s: %v", want, seen)
		}
	}
}

func saysNoRun(text string) bool {
	text = strings.ToLower(text)
	return strings.Contains(text, "no run") || strings.Contains(text, "do not run") || strings.Contains(text, "rest, and see a doctor")
}

func titles(b *wire.Body) (out []string) {
	for _, x := range b.Programme {
		out = append(out, x.Title)
	}
	return out
}
