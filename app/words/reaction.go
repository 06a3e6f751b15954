package words

import (
	"fmt"
	"strconv"

	"rebound/app/wire"
	"rebound/engine/body"
	"rebound/engine/diary"
	"rebound/engine/rule"
)

// reactionLimits is what the reaction test cannot know.
const reactionLimits = "It times your screen and your finger along with you: every phone adds its own delay, tens of milliseconds that cannot be measured here. " +
	"Use the same device and hand each time, and compare only with yourself. The test that was studied takes three minutes, practice makes you faster, and this one never decides anything by itself."

// reactionCard is the reaction test against the runner's own.
func reactionCard(x *body.Reaction, t diary.Date, rules rule.Settings) wire.ReactionCard {
	out := wire.ReactionCard{Days: x.Behind, Needs: int(rules.ReactionNeeds), State: x.State.String(), Limits: reactionLimits,
		Usual: round(x.Usual, 1)}
	for _, p := range x.Past {
		out.Trend = append(out.Trend, wire.Point{Date: p.Date, Value: round(p.Mean, 1)})
	}
	last := x.Latest
	if last.Date == 0 {
		out.Text = "No test in the last three days."
		return out
	}
	out.Today = last.Date == t
	out.Mean, out.Fastest, out.Slowest, out.Lapses = round(last.Mean, 1), round(last.Fastest, 1), round(last.Slowest, 1), last.Lapses
	slow := "none"
	if last.Lapses > 0 {
		slow = strconv.Itoa(last.Lapses)
	}
	measured := fmt.Sprintf("%.0f ms on average over %s; %s slower than %.0f ms or missed, %s.", last.Mean, Count(last.Trials, "response"),
		slow, rules.ReactionLapse, none(last.Early, "false start"))
	switch x.State {
	case body.ReactionSlowed:
		out.Text = fmt.Sprintf("%s That is slower than your usual %.0f ms. Together with no spring, or running that feels too hard, it may point to your nervous system. Alone it says little.", measured, x.Usual)
	case body.ReactionUsual:
		out.Text = fmt.Sprintf("%s Your usual is %.0f ms.", measured, x.Usual)
	default:
		out.Text = fmt.Sprintf("%s It takes %s to know what is usual for you; you have %d.", measured, Count(out.Needs, "earlier test"), x.Behind)
	}
	return out
}

// reactionSaid is one test in words.
func reactionSaid(v *diary.Reaction) string {
	times, _, _ := body.Responses(v)
	if len(times) == 0 {
		return "Reaction test without a response."
	}
	sum := 0.0
	for _, ms := range times {
		sum += ms
	}
	return fmt.Sprintf("Reaction test: %.0f ms on average over %s.", sum/float64(len(times)), Count(len(times), "response"))
}
