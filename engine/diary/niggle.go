package diary

import "slices"

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

// Niggle is what the runner said of one site and side on a date. It holds
// until the next entry for that site and side. Of two on one date the later
// counts; Off takes the date's back.
type Niggle struct {
	Stamp
	Site            Site
	Side            Side
	Severity        Score // pain, 0 to 10; always said
	Tightness       bool
	Worse           bool // 24 h after running
	Swelling        bool
	NightPain, Limp Answer // red flags, as the next
	BonePoint       Answer
	Seen            Answer // a clinician has looked at it
	Off             bool
}

// Valid reports whether the entry can be: a known site and side, pain 0 to 10.
func (n *Niggle) Valid() bool {
	return slices.Contains(Sites, n.Site) && (n.Side == Left || n.Side == Right || n.Side == "") && n.Severity <= MaxPain
}

// Flagged reports whether the entry has a red flag.
func (n *Niggle) Flagged() bool { return n.NightPain == Yes || n.Limp == Yes || n.BonePoint == Yes }

// Hurts reports whether there is more than tightness.
func (n *Niggle) Hurts() bool { return n.Severity > 0 || n.Worse || n.Swelling || n.Flagged() }

// Gone reports whether nothing is left of it.
func (n *Niggle) Gone() bool { return !n.Hurts() && !n.Tightness }

// markTakenBack sets Off on those of old that an entry took back. What a later entry
// of the same date replaced was there that day all the same: a red flag that was noted
// in the morning and is gone in the evening is a red flag that is gone.
func markTakenBack(old []Niggle, entered []*Reported) {
	if len(old) == 0 {
		return
	}
	for _, r := range entered {
		for i := range r.Niggles {
			n := &r.Niggles[i]
			if !n.Off {
				continue
			}
			for j := range old {
				o := &old[j]
				o.Off = o.Off || o.Date == n.Date && o.Site == n.Site && o.Side == n.Side && o.At <= n.At
			}
		}
	}
}

func (n *Niggle) of() (string, bool) { return string(n.Site) + " " + string(n.Side), n.Off }

func (n *Niggle) pack(p *packer) {
	p.stamp(&n.Stamp)
	p.word((*string)(&n.Site))
	p.word((*string)(&n.Side))
	unsigned(p, &n.Severity)
	for _, v := range []*bool{&n.Tightness, &n.Worse, &n.Swelling, &n.Off} {
		p.flag(v)
	}
	for _, v := range []*Answer{&n.NightPain, &n.Limp, &n.BonePoint} {
		p.answer(v)
	}
	if p.version >= 5 {
		p.answer(&n.Seen)
	}
}

func (n *Niggle) tidy() bool { return n.Valid() }
