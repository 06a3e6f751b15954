package words

import (
	"testing"

	"rebound/engine/body"
	"rebound/engine/diary"
	"rebound/engine/rule"
)

// What rules running out is named, wherever something else is spoken of.
func TestBarredIsNamed(t *testing.T) {
	rules, today := rule.Default(), march(9)
	calf := body.Niggle{Niggle: diary.Niggle{Site: "calf"}, Triage: body.Run}
	worse := body.Niggle{Niggle: diary.Niggle{Site: "shin", Side: diary.Left}, Triage: body.SeeClinician, Running: body.None}
	well := body.Illness{Since: march(2), Last: march(6), Half: march(9), Until: march(11), Where: diary.AboveNeck}
	state := func(s body.State, running body.Running) *body.State {
		s.Date, s.Running = today, running
		return &s
	}
	fever, chest := state(body.State{Fever: march(8), Illness: well}, body.None), state(body.State{Chest: march(8)}, body.None)
	shin := state(body.State{Niggles: []body.Niggle{worse, calf}, Illness: body.Illness{Since: march(6), Where: diary.AboveNeck}}, body.None)
	below := state(body.State{Illness: body.Illness{Since: march(6), Where: diary.BelowNeck}}, body.None)
	long := calf
	long.Triage = body.SeeClinician
	for want, got := range map[string]string{
		"You could run with this one, but not while you have a fever.":               niggle(&calf, fever, rules).Text,
		"You could run with this one, but not while you have chest symptoms.":        niggle(&calf, chest, rules).Text,
		"You could run with this one, but not while you are ill.":                    niggle(&calf, below, rules).Text,
		"You could run with this one, but not until your left shin lets you.":        niggle(&calf, shin, rules).Text,
		"See a physiotherapist or doctor. No running while you have a fever.":        niggle(&long, fever, rules).Text,
		"Day 3 of 5 after your illness, but no running while you have a fever.":      illnessText(fever, rules),
		"Day 4 of your illness: rest, and no running until your left shin lets you.": illnessText(shin, rules),
	} {
		if got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}
