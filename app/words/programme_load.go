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
		"strength_waits": {"Strength waits", "Until two days after you are well", "Nothing that asks for effort. If you are up to it, stand up and walk about the room now and then.", "Half of your usual on the first day back.", "Stop if your heart races or you feel faint.", ""},
		"manual_waits":   {"Massage and rolling wait", "Until you are well", "Lie as is comfortable, warm or cool as you like it; drink often.", "Light rolling on the first easy day.", "Ask a doctor or pharmacist about whatever worries you.", ""},
		"wall_press":     {"Press-up against a wall", "3 x 10", "Hands on the wall at shoulder height, body straight. Bend the elbows, press back. Arms and shoulders work; back, hips and legs rest.", "Feet a little further from the wall.", "Stop if what hurts feels it.", ""},

		body.LoadAsPlanned: {"Run as planned", "Today's session", "Ten minutes easy to begin with; afterwards say how hard it felt, and whether anything hurt.", "As the plan grows: one session never more than {over} the longest of the {month}.", "Walk home if pain goes over {stop} of 10.", rule.Frandsen2025},
		body.LoadEasy:      {"Run easy", "As the week shows", "So easy that you could talk throughout.", "The hard session comes back when the signals do.", "Walk home if easy is not easy.", rule.Seed},
		body.LoadShorter:   {"Run shorter and flat", "{scale}, no speed", "Flat and even ground, short quick steps; note how it is the morning after.", "Two quiet days in a row, then back to the usual length; speed last.", "Stop if pain goes over {stop} of 10, changes your stride, or is worse the day after.", rule.Vincent2017},
		body.LoadBack:      {"Come back by steps", "As the week shows", "Easy, or a minute's run and a minute's walk by turns, every other day.", "{stage_sessions} without pain before each next step.", "One session with pain is a step back.", rule.Warden2021},
		body.LoadStop:      {"No run; move what is free of pain", "20 to 40 min", "Walk, ride or swim if it does not hurt. Look again in {again}.", "A day of walking without pain comes before the first run.", "Stop if it hurts while you do it.", rule.Vincent2017},
		body.LoadFever:     {"No run with fever", "Until it is gone", "Drink, sleep, and check in each morning.", "After it as many easy days as it lasted, {fever_easy} at most.", "See a doctor if it lasts beyond {long_fever} or breathing is hard.", ""},
		body.LoadUrgent:    {"No exercise; get medical help", "Today", "Chest pain, fainting or a racing heart at rest are for a doctor, not for an app. If it is there now, call the emergency number.", "A doctor says when.", "It stands until you clear it.", ""},
	} {
		instructions[code] = x
	}
}
