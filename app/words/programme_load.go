package words

import (
	"rebound/engine/body"
	"rebound/engine/rule"
)

// What the programme says of running itself, and of what is better left to
// others.
func init() {
	for code, x := range map[body.Exercise]instruction{
		body.ManualRefer: {"Have it looked at", "This week", "A physiotherapist or doctor; take your notes along: since when, how much, what makes it worse.", "What they say goes before this list.", "Sooner if it gets worse.", ""},

		body.WarmUp:        {"Warm up for the race", "10 to 20 min, less the longer the race", "Jog very easily, loosen hips and ankles with a few leg swings, then two or three short strides. Before a marathon a few minutes of walking and jogging are enough.", "None: the race is the work.", "Leave it out if it feels like work.", ""},
		body.LoadRace:      {"The race, and nothing else", "Today", "Start slower than feels right. No strength work and no other run today; walk a little afterwards, eat and drink.", "Easy days follow.", "Stop for pain that changes your stride, or for pain in the chest.", ""},
		body.LoadAsPlanned: {"Run as planned", "Today's session", "Ten minutes easy to begin with; afterwards say how hard it felt, and whether anything hurt.", "As the plan grows: one session never more than {over} the longest of the {month}.", "Walk home if pain goes over {stop} of 10.", rule.Frandsen2025},
		body.LoadFree:      {"No run today", "Until the next session", "Walk, ride or stretch a little: sitting still all day leaves you stiff.", "The next run is in your week above.", "Rest altogether if moving makes you feel worse.", rule.Seed},
		body.LoadByFeel:    {"Run by feel", "If you run today", "Easy enough to talk throughout; afterwards say how long it was, how hard it felt, and whether anything hurt.", "Once Rebound knows a few weeks of your runs, or you make a plan, your week appears here.", "Walk home if pain goes over {stop} of 10.", ""},
		body.LoadEasy:      {"Run easy", "As the week shows", "So easy that you could talk throughout.", "The hard session comes back when the signals do.", "Walk home if easy is not easy.", rule.Seed},
		body.LoadShorter:   {"Run shorter and flat", "{scale}, no speed", "Flat and even ground, short quick steps; note how it is the morning after.", "Two quiet days in a row, then back to the usual length; speed last.", "Stop if pain goes over {stop} of 10, changes your stride, or is worse the day after.", rule.Vincent2017},
		body.LoadBack:      {"Come back by steps", "As the week shows", "Easy, or alternate a minute's run and a minute's walk, every other day.", "{stage_sessions} without pain before each next step.", "One session with pain is a step back.", rule.Warden2021},
		body.LoadIll:       {"Rest, or run easy and short", "{ill_share}, {ill_minutes} at most", "So easy that you could talk throughout; not at all on a day you feel worse.", "Once you are better: one easy day for each day you were ill.", "Walk home if it gets worse while you run; see a doctor if breathing is hard.", rule.Snyders2022},
		body.LoadRest:      {"Rest, and see a doctor", "Until you are better", "A few steps around the room now and then are enough.", "Once you are better: one easy day for each day you were ill, {ill_most} at most.", "Do not wait for the appointment if breathing is hard or you get worse.", ""},
		body.LoadWell:      {"Build back up after being ill", "As the week shows", "Easy throughout: {first} of your usual in the first half of these days, {second} in the second.", "Then your plan, hard sessions too.", "Rest again if the illness comes back.", ""},
		body.LoadWalk:      {"Walk before you run", "{flag_walk}", "At your usual pace, on even ground. Say below whether it hurt.", "{flag_walks} without pain, then a minute's run, a minute's walk, and so on.", "Stop if it hurts, and have it looked at.", rule.George2024},
	} {
		instructions[code] = x
	}
}
