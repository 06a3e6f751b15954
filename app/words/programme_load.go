package words

import (
	"rebound/engine/body"
	"rebound/engine/rule"
)

// What the programme says of running itself, and of what is better left to
// others.
func init() {
	for code, x := range map[body.Exercise]instruction{
		body.ManualRefer: {"Have it looked at", "This week", 0, "See a physiotherapist or doctor. Tell them when it began, how much it hurts, and what makes it worse.", "Their advice comes before this list.", "Sooner if it gets worse.", ""},

		body.WarmUp:        {"Warm up for the race", "10 to 20 min, less for longer races", 10, "Jog very easily, loosen hips and ankles with a few leg swings, then two or three short strides. Before a marathon a few minutes of walking and jogging are enough.", "None: the race is the workout.", "Leave it out if it feels like work.", ""},
		body.LoadRace:      {"The race, and nothing else", "Today", 0, "Start slower than feels right. No strength work and no other run today. Walk a little afterwards, eat and drink.", "Easy days follow.", "Stop for pain that changes your stride, or for pain in the chest.", ""},
		body.LoadAsPlanned: {"Run as planned", "Today's session", 0, "Start with ten easy minutes. Afterwards, log how hard it felt and whether anything hurt.", "As the plan grows: no run more than {over} your longest of the {month}.", "Walk home if pain goes over {stop} of 10.", rule.Frandsen2025},
		body.LoadFree:      {"No run today", "Rest day", 0, "Walk, ride or stretch a little: sitting still all day leaves you stiff.", "Your week shows the next run.", "Rest completely if moving makes you feel worse.", rule.Seed},
		body.LoadByFeel:    {"Run by feel", "If you run today", 0, "Easy enough to talk throughout. Afterwards, log how long it was, how hard it felt and whether anything hurt.", "Once Rebound knows a few weeks of your runs, or you make a plan, your week appears here.", "Walk home if pain goes over {stop} of 10.", ""},
		body.LoadEasy:      {"Run easy", "See your week", 0, "So easy that you could talk throughout.", "Hard sessions come back when your signals do.", "Walk home if easy is not easy.", rule.Seed},
		body.LoadShorter:   {"Run shorter and flat", "{scale}, no speed work", 0, "Flat and even ground, short quick steps. Log how it feels the next morning.", "After two pain-free days in a row, back to your usual length. Speed comes last.", "Stop if pain goes over {stop} of 10, changes your stride, or is worse the next day.", rule.Vincent2017},
		body.LoadBack:      {"Come back step by step", "See your week", 0, "Easy, or alternate a minute of running with a minute of walking, every other day.", "{stage_sessions} without pain before each next step.", "One session with pain means a step back.", rule.Warden2021},
		body.LoadIll:       {"Rest, or run easy and short", "{ill_share}, {ill_minutes} at most", 0, "So easy that you could talk throughout, and not at all on a day you feel worse.", "Once you are better: one easy day for each day you were ill.", "Walk home if it gets worse while you run; see a doctor if breathing is hard.", rule.Snyders2022},
		body.LoadRest:      {"Rest, and see a doctor", "Until you are better", 0, "A few steps around the room now and then are enough.", "Once you are better: one easy day for each day you were ill, {ill_most} at most.", "Do not wait for the appointment if breathing is hard or you get worse.", ""},
		body.LoadWell:      {"Build back up after being ill", "See your week", 0, "Easy throughout: {first} of your usual in the first half of these days, {second} in the second.", "Then your plan, hard sessions too.", "Rest again if the illness comes back.", ""},
		body.LoadWalk:      {"Walk before you run", "{flag_walk}", 0, "At your usual pace, on even ground. Then log whether it hurt.", "{flag_walks} without pain, then a minute of running, a minute of walking, and so on.", "Stop if it hurts, and have it looked at.", rule.George2024},
	} {
		instructions[code] = x
	}
}
