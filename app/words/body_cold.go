package words

import (
	"fmt"
	"strings"

	"rebound/app/wire"
	"rebound/engine/body"
	"rebound/engine/rule"
)

// coldDose is how, from the owner's guide; how long and how cold as in Wang 2025.
const coldDose = "10 to 15 minutes at 11 to 15 °C; by the guide that Rebound was built on, 24 to 96 hours after a hard effort."

var coldWords = map[body.ColdAdvice]string{body.ColdAllowed: "allowed", body.ColdWait: "wait", body.ColdNotToday: "not today"}

// coldCard says whether, how, and on what the answer rests.
func coldCard(c body.Cold, rules rule.Settings) wire.ColdCard {
	out := wire.ColdCard{Advice: string(c.Advice), Word: coldWords[c.Advice], Title: "Cold water: " + coldWords[c.Advice], Week: c.Week, Cite: rule.References[rule.Wang2025]}
	if c.Cause == body.ColdNothing || c.Cause == body.ColdRace {
		out.Dose = coldDose
	}
	switch c.Cause {
	case body.ColdIll:
		out.Kind, out.Cite = "precaution", convention
		out.Text = "Not while you are ill, or with fever or chest symptoms: it can wait until you are well. This is a precaution."
		return out
	case body.ColdStrength:
		out.Kind, out.Cite = "evidence", rule.References[rule.Malta2021]
		out.Text = fmt.Sprintf("Not within %.0f hours of strength work: cold water lowers what the muscle gains from it (that is evidence).", rules.ColdStrength)
	case body.ColdHard, body.ColdLong:
		out.Kind, out.Cite = "precaution", rule.References[rule.Malta2021]
		after := "a hard session"
		if c.Cause == body.ColdLong {
			after = "a long run"
		}
		wait := fmt.Sprintf("Wait %.0f hours", rules.ColdRun)
		if c.Until >= 0 && c.Until < 24*60 {
			wait = fmt.Sprintf("Wait until %d:%02d, %.0f hours", c.Until/60, c.Until%60, rules.ColdRun)
		}
		out.Text = fmt.Sprintf("%s after %s, so as not to blunt it (a precaution; no harm to endurance was measured).", wait, after)
	case body.ColdRace:
		out.Text = "Close to a race freshness counts for more than adaptation."
	default:
		out.Text = "It eases soreness; it does not replace sleep."
	}
	if c.Habit {
		out.Habit = fmt.Sprintf("That was %s in seven days; as a habit it takes away some of what training builds.", Count(c.Week, "time"))
	}
	return out
}

// coldText is the card in one line.
func coldText(c body.Cold, rules rule.Settings) string {
	card := coldCard(c, rules)
	return strings.Join(nonEmpty(card.Text, card.Dose, card.Habit), " ")
}

func nonEmpty(parts ...string) []string {
	out := parts[:0]
	for _, p := range parts {
		if p != "" {
			out = append(out, p)
		}
	}
	return out
}
