package diary

import "slices"

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

// Said says whether there is a score.
func (s Score) Said() bool { return s != Unsaid }

// AtLeast is whether a score was given and reaches limit.
func (s Score) AtLeast(limit float64) bool { return s.Said() && float64(s) >= limit }

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

// After is the answer that stands when a is given after another: a yes stands
// until it is denied.
func (a Answer) After(before Answer) Answer {
	if a == NotSaid && before == Yes {
		return Yes
	}
	return a
}

// Sign is one of the five signs of poor recovery in the check-in.
type Sign uint8

const (
	UnresolvedSoreness Sign = iota
	HarderThanItShould
	LostSpring
	Drained
	IrritableOrUnmotivated
	Signs = 5
)

// SignNames are the names used in JSON, by Sign.
var SignNames = [Signs]string{"unresolved_soreness", "harder_than_it_should", "lost_spring", "drained", "irritable_or_unmotivated"}

// CheckIn is how the runner felt on a date. Of two for one date the later
// counts; Off takes the date's back.
type CheckIn struct {
	At                                 int64 // when it was told, Unix seconds
	Date                               Date
	Signs                              [Signs]Score
	Fatigue, Tension, Soreness, Stress Score
	Fever, Chest                       Answer
	Off                                bool
}

// NewCheckIn is a check-in in which nothing is said yet.
func NewCheckIn(at int64, date Date) CheckIn {
	c := CheckIn{At: at, Date: date, Fatigue: Unsaid, Tension: Unsaid, Soreness: Unsaid, Stress: Unsaid}
	for i := range c.Signs {
		c.Signs[i] = Unsaid
	}
	return c
}

// Items are all nine scores.
func (c *CheckIn) Items() [Signs + 4]Score {
	s := c.Signs
	return [...]Score{s[0], s[1], s[2], s[3], s[4], c.Fatigue, c.Tension, c.Soreness, c.Stress}
}

// Empty says whether the check-in says nothing.
func (c *CheckIn) Empty() bool {
	for _, v := range c.Items() {
		if v.Said() {
			return false
		}
	}
	return c.Fever == NotSaid && c.Chest == NotSaid
}

// DayTags are the names of what can disturb a day's readings.
var DayTags = []string{"late_night", "alcohol", "heavy_meal", "dehydration", "travel", "heat", "altitude", "illness"}

// Site is a place on the body.
type Site string

// Sites are the places that a niggle can be at, from the ground up.
var Sites = []Site{"foot", "heel", "ankle", "achilles", "calf", "shin", "knee", "hamstring", "quad", "adductor", "hip", "glute", "groin", "lower_back"}

// Side is left, right, or "" where it is not said (or in the middle).
type Side string

const (
	Left  Side = "left"
	Right Side = "right"
)

// Niggle is what the runner said of one site and side on a date. It stands
// until the next entry for that site and side. Of two on one date the later
// counts; Off takes the date's back.
type Niggle struct {
	At                         int64
	Date                       Date
	Site                       Site
	Side                       Side
	Severity                   Score // pain, 0 to 10; always said
	Tightness                  bool
	Worse                      bool // worse 24 h after running
	Swelling                   bool
	NightPain, Limp, BonePoint Answer // red flags
	Off                        bool
}

// Valid says whether the entry can be: a known site and side, pain 0 to 10.
func (n *Niggle) Valid() bool {
	return slices.Contains(Sites, n.Site) && (n.Side == Left || n.Side == Right || n.Side == "") && n.Severity <= MaxPain
}

// Flagged says whether the entry has a red flag.
func (n *Niggle) Flagged() bool { return n.NightPain == Yes || n.Limp == Yes || n.BonePoint == Yes }

// Hurts is whether there is more than tightness.
func (n *Niggle) Hurts() bool { return n.Severity > 0 || n.Worse || n.Swelling || n.Flagged() }

// Gone says whether nothing is left of it.
func (n *Niggle) Gone() bool { return !n.Hurts() && !n.Tightness }

// Effort is what the runner said of a date's training: a session's RPE (0 to
// 10), or that it was strength work. One of each a date and session; the later
// counts.
type Effort struct {
	At       int64
	Date     Date
	Start    int64 // of the session, Unix seconds; 0: of the date as a whole
	RPE      Score
	Strength bool
	Off      bool
}

// Decision is what the runner did with an action that was shown. The last one
// for a date and action counts.
type Decision struct {
	At       int64
	Date     Date
	Action   string // as in the assessment: "cut_week"
	Accepted bool
	Why      string // the runner's own words: text, never markup
	Off      bool
}

// Cold is one immersion in cold water.
type Cold struct {
	At      int64
	Date    Date
	Minutes float32
	Celsius float32
	Off     bool
}
