package diary

import "strconv"

// Typed is one value that the runner typed for a date; a later one for the same
// date and kind counts, and Value 0 takes it back.
type Typed struct {
	Stamp
	Kind  Kind
	Value float64
	As    Reading
}

// Reading says what a typed value is a reading of.
type Reading uint8

const (
	AsUnsaid Reading = iota
	AsWatch          // the watch's own number, read off its screen
	AsOwn            // another measurement
	readings
)

// ReadingNames are the names used in JSON, by Reading; "" for AsUnsaid.
var ReadingNames = [readings]string{"", "watch", "own"}

func (t *Typed) of() (string, bool) { return strconv.Itoa(int(t.Kind)), t.Value == 0 }

func (t *Typed) pack(p *packer) {
	p.stamp(&t.Stamp)
	unsigned(p, &t.Kind)
	p.double(&t.Value)
	if p.version >= 5 {
		unsigned(p, &t.As)
	}
	if t.Kind >= Kinds || t.As >= readings {
		p.fail()
	}
}

func (t *Typed) tidy() bool { return t.Kind.Valid(t.Value) }

// Correction is the runner's word on a device's reading that is wrong: the right
// value, or that the date has none. The reading itself is kept, and Off gives it its
// place back.
type Correction struct {
	Stamp
	Kind    Kind
	Value   float64 // 0 with Discard
	Discard bool
	Off     bool
}

func (c *Correction) of() (string, bool) { return strconv.Itoa(int(c.Kind)), c.Off }

func (c *Correction) pack(p *packer) {
	p.stamp(&c.Stamp)
	unsigned(p, &c.Kind)
	p.double(&c.Value)
	p.flag(&c.Discard)
	p.flag(&c.Off)
	if c.Kind >= Kinds {
		p.fail()
	}
}

func (c *Correction) tidy() bool { return c.Discard || c.Kind.Valid(c.Value) }

// Decision is what the runner did with an action that was shown. The last one
// for a date and action counts.
type Decision struct {
	Stamp
	Action   string // as in the assessment: "cut_week"
	Accepted bool
	Why      string // the runner's own words: text, never markup
	Off      bool
}

func (d *Decision) of() (string, bool) { return d.Action, d.Off }

func (d *Decision) pack(p *packer) {
	p.stamp(&d.Stamp)
	p.word(&d.Action)
	p.flag(&d.Accepted)
	d.Why = p.text(d.Why)
	p.flag(&d.Off)
}

func (d *Decision) dated() bool { return false }

// Cold is one immersion in cold water; a date may have several. Off with the
// moment of one takes it back.
type Cold struct {
	Stamp
	Minutes float32
	Celsius float32
	Off     bool
}

func (c *Cold) of() (string, bool) { return strconv.FormatInt(c.At, 10), c.Off }

func (c *Cold) pack(p *packer) {
	p.stamp(&c.Stamp)
	p.float(&c.Minutes)
	p.float(&c.Celsius)
	p.flag(&c.Off)
}

// Tick says that an item of a date's programme was done.
type Tick struct {
	Stamp
	Code string // of the exercise
	Off  bool
}

func (v *Tick) of() (string, bool) { return v.Code, v.Off }

func (v *Tick) pack(p *packer) {
	p.stamp(&v.Stamp)
	p.word(&v.Code)
	p.flag(&v.Off)
}

// Screen is one result of the movement screen, in the test's own unit.
type Screen struct {
	Stamp
	Test  string
	Side  Side // "" for a test without sides
	Value float32
	Off   bool
}

func (v *Screen) of() (string, bool) { return v.Test + " " + string(v.Side), v.Off }

func (v *Screen) pack(p *packer) {
	p.stamp(&v.Stamp)
	p.word(&v.Test)
	p.word((*string)(&v.Side))
	p.float(&v.Value)
	p.flag(&v.Off)
}

// Unanswered is how long the light of a reaction test stays lit, ms (ours): a time
// of as much or more is a light that was not answered, a lapse and no time.
const Unanswered = 3000

// Reaction is one reaction test: the times of its trials in order, ms; 0 is a
// response before the light, a false start; see also [Unanswered].
type Reaction struct {
	Stamp
	Trials []float32
	Off    bool
}

func (v *Reaction) of() (string, bool) { return "", v.Off }

func (v *Reaction) pack(p *packer) {
	p.stamp(&v.Stamp)
	list(p, &v.Trials, (*packer).float)
	p.flag(&v.Off)
}

// Period is the first day of a menstrual period, of the optional cycle log.
type Period struct {
	Stamp
	Off bool
}

func (v *Period) of() (string, bool) { return "", v.Off }

func (v *Period) pack(p *packer) {
	p.stamp(&v.Stamp)
	p.flag(&v.Off)
}

func (v *Period) dated() bool { return false }
