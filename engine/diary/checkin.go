package diary

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
	Stamp
	Signs                              [Signs]Score
	Fatigue, Tension, Soreness, Stress Score
	Ready, SleepQuality                Score // 4 is best, where of the others 4 is worst
	Fever                              Answer
	Chest                              Answer
	Off                                bool
}

// NewCheckIn is a check-in in which nothing is said yet.
func NewCheckIn(s Stamp) CheckIn {
	c := CheckIn{Stamp: s}
	for _, v := range c.scores() {
		*v = Unsaid
	}
	return c
}

// scores are all that there are, the signs first. The place of one is its place in
// the pack.
func (c *CheckIn) scores() [Signs + 6]*Score {
	s := &c.Signs
	return [...]*Score{&s[0], &s[1], &s[2], &s[3], &s[4], &c.Fatigue, &c.Tension, &c.Soreness, &c.Stress, &c.Ready, &c.SleepQuality}
}

// Items are the nine scores of which more is worse.
func (c *CheckIn) Items() [Signs + 4]Score {
	s := c.Signs
	return [...]Score{s[0], s[1], s[2], s[3], s[4], c.Fatigue, c.Tension, c.Soreness, c.Stress}
}

// Empty reports whether the check-in says nothing.
func (c *CheckIn) Empty() bool {
	for _, v := range c.scores() {
		if v.Said() {
			return false
		}
	}
	return c.Fever == NotSaid && c.Chest == NotSaid
}

func (c *CheckIn) of() (string, bool) { return "", c.Off }

func (c *CheckIn) pack(p *packer) {
	p.stamp(&c.Stamp)
	scores := c.scores()
	kept := scores[:]
	if p.version < 5 { // the two of which more is better were not asked
		kept = scores[:scoresBefore5]
		c.Ready, c.SleepQuality = Unsaid, Unsaid
	}
	for _, s := range kept {
		unsigned(p, s)
	}
	p.answer(&c.Fever)
	p.answer(&c.Chest)
	p.flag(&c.Off)
}

// scoresBefore5 is how many scores a check-in had before version 5 of the pack.
const scoresBefore5 = Signs + 4

// tidy makes a score that cannot be one that was not given.
func (c *CheckIn) tidy() bool {
	for _, s := range c.scores() {
		*s = s.upTo(MaxSign)
	}
	return !c.Empty()
}

// DayTags are the names of what can disturb a day's readings.
var DayTags = []string{"late_night", "alcohol", "heavy_meal", "dehydration", "travel", "heat", "altitude", "illness"}

// DayTag marks a date on which readings mislead, or illness. A later one for the
// same date and tag counts; Off takes it back.
type DayTag struct {
	Stamp
	Tag  string  // one of DayTags
	Dose float32 // how much of it, in the unit of its DoseOf; 0: not said
	Off  bool
}

// DoseOf is what the dose of a tag can be.
type DoseOf struct {
	Tag, Unit   string
	Least, Most float64
}

// Doses are the tags that have one (the bounds ours).
var Doses = []DoseOf{
	{"alcohol", "drinks", 0.5, 30},
	{"travel", "h", 0.5, 48},
	{"heat", "°C", 20, 55},
	{"altitude", "m", 300, 8900},
}

// FindDose is what the dose of a tag can be; nil where it has none.
func FindDose(tag string) *DoseOf {
	for i := range Doses {
		if Doses[i].Tag == tag {
			return &Doses[i]
		}
	}
	return nil
}

// Holds reports whether a dose can be. Of a tag without doses (nil) none can.
func (d *DoseOf) Holds(v float64) bool { return d != nil && v >= d.Least && v <= d.Most }

// Dose is how much there was of a date's tag, in the unit of its [DoseOf]; 0 where it was
// not said.
func (r *Reported) Dose(t Date, tag string) float64 {
	for _, v := range Between(r.Tags, t, t) {
		if v.Tag == tag {
			return float64(v.Dose)
		}
	}
	return 0
}

func (t *DayTag) of() (string, bool) { return t.Tag, t.Off }

func (t *DayTag) pack(p *packer) {
	p.stamp(&t.Stamp)
	p.word(&t.Tag)
	if p.version >= 7 {
		p.float(&t.Dose)
	}
	p.flag(&t.Off)
}

// tidy makes a dose that cannot be one that was not said.
func (t *DayTag) tidy() bool {
	if !FindDose(t.Tag).Holds(float64(t.Dose)) {
		t.Dose = 0
	}
	return true
}

func (t *DayTag) dated() bool { return false }
