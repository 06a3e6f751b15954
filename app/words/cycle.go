package words

import (
	"fmt"

	"rebound/app/wire"
	"rebound/engine/cycle"
)

// cycleOf is a block of work and what came of it, in words.
func cycleOf(c cycle.Cycle) wire.Cycle {
	return wire.Cycle{From: c.From, To: c.To, Stress: stress(c), Response: response(c), Adaptation: adaptation(c), Short: answers[c.Absorbed()].short, Answer: answerOf(c)}
}

func stress(c cycle.Cycle) wire.CyclePart {
	p := wire.CyclePart{State: c.Stress.String(), Text: "The training load of this block or the one before is not known."}
	if c.Stress == cycle.Unknown {
		if c.Early() {
			p.Text = "Too early in this block to compare its training load."
		}
		return p
	}
	p.Number = signed(100*(c.Weekly/c.Before-1), 0) + "%"
	more := "no more"
	if c.Stress == cycle.Yes {
		more = "more"
	}
	p.Text = fmt.Sprintf("Training load %.0f a week, %.0f in the block before: %s work than before.", c.Weekly, c.Before, more)
	return p
}

func response(c cycle.Cycle) wire.CyclePart {
	p := wire.CyclePart{State: c.Response.String(), Text: "Too few readings or check-ins to see a response."}
	if c.Response == cycle.Unknown {
		return p
	}
	p.Number = fmt.Sprintf("%d of %s", c.OutDays, Count(c.KnownDays, "day"))
	p.Text = "Every signal stayed in your normal range."
	if c.Response == cycle.Yes {
		p.Text = fmt.Sprintf("A signal or your check-in was out of your normal range on %s.", Count(c.OutDays, "day"))
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
		p.Text = fmt.Sprintf("Your signals %s not known %s.", were, end)
	case c.Back == cycle.No:
		p.Text = fmt.Sprintf("Your signals %s still out %s.", were, end)
	default:
		p.Text = fmt.Sprintf("Your signals %s in range %s.", were, end)
	}
	p.Number = signed(c.EasyHR-c.EasyBefore, 1) + " bpm"
	p.Text += fmt.Sprintf(" At the same easy pace: %.0f bpm, %.0f in the block before.", c.EasyHR, c.EasyBefore)
	return p
}

// answers to "Did the last block work?", in a word or two and in full.
var answers = map[cycle.Absorbed]struct{ short, text string }{
	cycle.NotKnown:  {"too early to say", "There is not enough data to say."},
	cycle.Answered:  {"yes", "Yes. Your body felt the work, recovered, and now finds easy running easier."},
	cycle.Carried:   {"yes", "Yes. Your body coped with the work and now finds easy running easier."},
	cycle.NotBack:   {"not yet", "Not yet. Your signals are not back in your normal range: take easier days before you add more work."},
	cycle.NotSeen:   {"in part", "In part. Your body felt the work, but easy running is no easier yet, and there are too few readings to say whether you recovered."},
	cycle.NotFitter: {"in part", "In part. You recovered, but easy running is no easier yet. Repeat a block like this before a harder one."},
	cycle.NoneNew:   {"nothing new", "There was nothing new to adapt to: no more work than before, and easy running has not changed."},
	cycle.Unchanged: {"in part", "In part. Your body coped with the work, but easy running is no easier yet."},
}

func answerOf(c cycle.Cycle) string {
	text := answers[c.Absorbed()].text
	if c.Open {
		text += " This block is not over yet."
	}
	return text
}
