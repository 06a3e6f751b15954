package diary

// Score is the runner's own mark: 0 to 4 for signs, fatigue and the like, 0 to
// 10 for pain and effort. What was not asked or not answered is Unsaid, never 0.
type Score uint8

// Unsaid marks a score that was not given.
const Unsaid Score = 255

// The highest scores.
const (
	MaxSign   Score = 4
	MaxPain   Score = 10
	MaxEffort Score = 10
)

// Said reports whether there is a score.
func (s Score) Said() bool { return s != Unsaid }

// AtLeast reports whether a score was given and reaches limit.
func (s Score) AtLeast(limit float64) bool { return s.Said() && float64(s) >= limit }

func (s Score) upTo(most Score) Score {
	if s > most {
		return Unsaid
	}
	return s
}

// Answer is yes, no, or nothing said. Nothing said clears no red flag.
type Answer uint8

const (
	NotSaid Answer = iota
	No
	Yes
)

// AnswerOf is a yes or no that may not have been given: nil.
func AnswerOf(b *bool) Answer {
	switch {
	case b == nil:
		return NotSaid
	case *b:
		return Yes
	}
	return No
}

// After is the answer that holds when a is given after another: a yes holds
// until it is denied.
func (a Answer) After(before Answer) Answer {
	if a == NotSaid && before == Yes {
		return Yes
	}
	return a
}

func (p *packer) answer(a *Answer) {
	unsigned(p, a)
	if *a > Yes {
		p.fail()
	}
}
