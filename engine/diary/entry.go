package diary

import "strconv"

// Typed is one value that the runner typed for a date; a later one for the same
// date and kind counts, and Value 0 takes it back.
type Typed struct {
	Stamp
	Kind  Kind
	Value float64
}

func (t *Typed) of() (string, bool) { return strconv.Itoa(int(t.Kind)), t.Value == 0 }

func (t *Typed) pack(p *packer) {
	p.stamp(&t.Stamp)
	unsigned(p, &t.Kind)
	p.double(&t.Value)
	if t.Kind >= Kinds {
		p.fail()
	}
}

func (t *Typed) tidy() bool { return t.Kind.Valid(t.Value) }

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
