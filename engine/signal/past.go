package signal

import (
	"math"

	"rebound/engine/diary"
	"rebound/engine/rule"
)

// Past says of a signal in range whose recent mean lies outside the normal range all the
// same that it does, and why that changes nothing: a state asks for more than a mean past
// the range that is shown.
type Past uint8

const (
	Inside   Past = iota // within the normal range, or the state has said it
	Better               // past it on the good side
	OneDay               // with some one day left out it is within, or better
	Slight               // by less than the change that counts
	Leaning              // far enough to count, but not with some one day left out
	NotShort             // sleep: less than usual, and not short on average
	FewShort             // sleep: less than usual, and too few nights of it short
)

// String is the JSON name, empty for Inside.
func (p Past) String() string {
	return [...]string{"", "better", "one_day", "slight", "leaning", "not_short", "few_short"}[p]
}

// Bad reports whether the mean is past the range on the bad side.
func (p Past) Bad() bool { return p > Better }

// past is the first that explains it to a runner, not the first that the condition fails:
// one awful night is why, however little it comes to in a week.
func past(s *State, v *window, r *rule.Settings) Past {
	side, bad := s.beyond(s.Recent), -1
	if s.Kind == diary.RestingHR {
		bad = 1
	}
	switch {
	case s.Name != InRange || side == 0:
		return Inside
	case side != bad:
		return Better
	}
	for i := range v.n {
		if s.beyond(v.mean(i)) != bad {
			return OneDay
		}
	}
	switch sleep := s.Kind == diary.Sleep; {
	case s.Held:
		return Leaning
	case sleep && s.Recent >= r.SleepShort:
		return NotShort
	case sleep && s.Short < int(r.SleepShortDays):
		return FewShort
	}
	return Slight
}

// beyond is the side of the normal range on which a mean lies: -1 under it, 1 over it. Both
// are taken as they are read, in whole ms, bpm and minutes: what nobody can see on
// a screen is not said there either.
func (s *State) beyond(mean float64) int {
	b := &s.Baseline
	if mean >= b.Low && mean <= b.High {
		return 0
	}
	read := func(x float64) float64 {
		switch s.Kind {
		case diary.HRV:
			x = math.Exp(x)
		case diary.Sleep:
			return math.Round(x) // as a clock is written, and the others as fmt rounds
		}
		return math.RoundToEven(x)
	}
	switch at := read(mean); {
	case at < read(b.Low):
		return -1
	case at > read(b.High):
		return 1
	}
	return 0
}
