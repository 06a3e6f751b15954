package words

import (
	"fmt"

	"rebound/app/wire"
	"rebound/engine/cycle"
)

// cycleOf is a block of work and what came of it, in words.
func cycleOf(c cycle.Cycle) wire.Cycle {
	return wire.Cycle{From: c.From, To: c.To, Stress: stress(c), Response: response(c), Adaptation: adaptation(c), Answer: answerOf(c)}
}

func stress(c cycle.Cycle) wire.CyclePart {
	p := wire.CyclePart{State: c.Stress.String(), Text: "The load of this block or of the one before is not known."}
	if c.Stress == cycle.Unknown {
		if c.Early() {
			p.Text = "Too early in this block to compare its load."
		}
		return p
	}
	p.Number = fmt.Sprintf("%+.0f%%", 100*(c.Weekly/c.Before-1))
	p.Text = fmt.Sprintf("%.0f TRIMP a week, %.0f in the block before: ", c.Weekly, c.Before)
	if c.Stress == cycle.Yes {
		p.Text += "more work than before."
	} else {
		p.Text += "no more work than before."
	}
	return p
}

func response(c cycle.Cycle) wire.CyclePart {
	p := wire.CyclePart{State: c.Response.String(), Text: "Too few readings or check-ins to see a response."}
	if c.Response == cycle.Unknown {
		return p
	}
	p.Number = fmt.Sprintf("%d of %s", c.OutDays, Count(c.KnownDays, "day"))
	p.Text = "No signal left your normal."
	if c.Response == cycle.Yes {
		p.Text = fmt.Sprintf("A signal or the check-in was out of your normal on %s.", Count(c.OutDays, "day"))
	}
	return p
}

func adaptation(c cycle.Cycle) wire.CyclePart {
	p := wire.CyclePart{State: c.Adaptation.String()}
	were, end := "were", "at the end of the block"
	if c.Open {
		were, end = "are", "now"
	}
	switch {
	case !c.Comparable():
		p.Text = "Too few steady easy runs in this block or the one before to compare."
		return p
	case c.Back == cycle.Unknown:
		p.Text = fmt.Sprintf("The signals %s not known %s.", were, end)
	case c.Back == cycle.No:
		p.Text = fmt.Sprintf("The signals %s still out %s.", were, end)
	default:
		p.Text = fmt.Sprintf("The signals %s in range %s.", were, end)
	}
	p.Number = fmt.Sprintf("%+.1f bpm", c.EasyHR-c.EasyBefore)
	p.Text += fmt.Sprintf(" At the same easy pace: %.0f bpm, %.0f in the block before.", c.EasyHR, c.EasyBefore)
	return p
}

// answers to "Did I allow my body to respond to the work I did recently?".
var answers = map[cycle.Absorbed]string{
	cycle.NotKnown:  "Not enough is known to say whether your body was allowed to respond.",
	cycle.Answered:  "Yes: your body answered, came back to its normal, and easy running costs less than before.",
	cycle.Carried:   "Yes: your body took the work without leaving its normal, and easy running costs less than before.",
	cycle.NotBack:   "Not yet: the signals are not back to your normal. Easier days come first, then more work.",
	cycle.NotSeen:   "In part: your body answered, and easy running does not cost less yet. Whether the signals came back is not known: there are too few readings.",
	cycle.NotFitter: "In part: the signals came back, but easy running does not cost less yet. Another block like this one before a harder one.",
	cycle.NoneNew:   "There was little new to respond to: no more work than before, and no change in easy running.",
	cycle.Unchanged: "In part: your body took the work without leaving its normal, but easy running does not cost less yet.",
}

func answerOf(c cycle.Cycle) string {
	text := answers[c.Absorbed()]
	if c.Open {
		text += " This block is not over yet."
	}
	return text
}
