package diary

import "slices"

// Where is what part of the body an illness sits in.
type Where string

const (
	AboveNeck Where = "above_neck" // a cold: nose, throat, sinuses
	BelowNeck Where = "below_neck" // chest, stomach, muscles
	Unsure    Where = "unsure"
)

// Wheres are all of them.
var Wheres = []Where{AboveNeck, BelowNeck, Unsure}

// Illness is a span of days, of which the stamp's date is the first. Of two that
// begin on one date the later counts; Off takes the date's back. A day tagged
// illness is a day of one too ([DayTag]).
type Illness struct {
	Stamp
	To    Date // the last day of it; 0: it goes on
	Where Where
	Off   bool
}

func (v *Illness) of() (string, bool) { return "", v.Off }

func (v *Illness) pack(p *packer) {
	p.stamp(&v.Stamp)
	signed(p, &v.To)
	p.word((*string)(&v.Where))
	p.flag(&v.Off)
}

// IllOn reports whether an illness was entered that a date is a day of.
func (r *Reported) IllOn(t Date) bool {
	return slices.ContainsFunc(r.Illnesses, func(v Illness) bool { return v.Date <= t && (v.To == 0 || t <= v.To) })
}

func (v *Illness) tidy() bool {
	return (v.To == 0 || v.To >= v.Date) && slices.Contains(Wheres, v.Where)
}
