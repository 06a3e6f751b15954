package words

import (
	"fmt"
	"strings"

	"rebound/app/unit"
	"rebound/app/wire"
	"rebound/engine/body"
	"rebound/engine/rule"
)

// coldDose is how long and how cold, as in Wang 2025 and the recovery guide.
func coldDose(o Options) string {
	scale := unit.Temperature(o.Miles)
	return fmt.Sprintf("10 to 15 minutes at %s to %s.", scale.Number(scale.Of(11)), scale.Say(15))
}

var coldWords = map[body.ColdAdvice]string{body.ColdAllowed: "fine today", body.ColdWait: "wait", body.ColdNotToday: "not today"}

// coldCard says whether, how, and on what the answer rests.
func coldCard(c body.Cold, rules rule.Settings, o Options) wire.ColdCard {
	out := wire.ColdCard{Advice: string(c.Advice), Word: coldWords[c.Advice], Title: "Cold water: " + coldWords[c.Advice], Week: c.Week, Cite: cited(rule.Wang2025)}
	if c.Cause == body.ColdNothing || c.Cause == body.ColdRace {
		out.Dose = coldDose(o)
	}
	switch c.Cause {
	case body.ColdIll:
		out.Kind, out.Cite = "precaution", cited("")
		out.Text = "Not while you are ill, or with fever or chest symptoms. It can wait until you are well."
		return out
	case body.ColdStrength:
		out.Kind, out.Cite = "evidence", cited(rule.Malta2021)
		out.Text = fmt.Sprintf("Not within %.0f hours of strength work: cold water takes away some of what your muscles gain from it.", rules.ColdStrength)
	case body.ColdHard, body.ColdLong:
		out.Kind, out.Cite = "precaution", cited(rule.Malta2021)
		after := "a hard session"
		if c.Cause == body.ColdLong {
			after = "a long run"
		}
		wait := fmt.Sprintf("Wait %.0f hours", rules.ColdRun)
		if c.Until >= 0 && c.Until < 24*60 {
			wait = fmt.Sprintf("Wait until %d:%02d, %.0f hours", c.Until/60, c.Until%60, rules.ColdRun)
		}
		out.Text = fmt.Sprintf("%s after %s, so that it does not blunt the training. This is a precaution: studies found no harm to endurance.", wait, after)
	case body.ColdRace:
		out.Text = "This close to a race, feeling fresh matters more than gaining fitness."
	default:
		out.Text = "It eases soreness in the days after a hard effort, but it does not replace sleep."
	}
	if c.Habit {
		out.Habit = fmt.Sprintf("That makes %s in seven days. As a habit, it takes away some of what training builds.", Count(c.Week, "time"))
	}
	return out
}

// coldText is the card in one line.
func coldText(c body.Cold, rules rule.Settings, o Options) string {
	card := coldCard(c, rules, o)
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
