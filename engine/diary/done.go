package diary

import (
	"cmp"
	"slices"
	"strconv"
)

// Done is what the runner did for their recovery beside running, and what they
// measured of themselves; Plans is what they train for.
type Done struct {
	Ticks     []Tick
	Screens   []Screen
	Reactions []Reaction
	Pains     []RunPain
	Periods   []Period
	Ran       []Ran
	Plans     []PlanOf // in order of telling
}

// Tick says that an item of a date's programme was done.
type Tick struct {
	At   int64
	Date Date
	Code string // of the exercise
	Off  bool
}

// Screen is one result of the movement screen, in the test's own unit.
type Screen struct {
	At    int64
	Date  Date
	Test  string
	Side  Side // "" for a test without sides
	Value float32
	Off   bool
}

// Reaction is one reaction test: the times of its trials in order, ms; 0 is a
// response before the light, a false start.
type Reaction struct {
	At     int64
	Date   Date
	Trials []float32
	Off    bool
}

// RunPain is the worst pain during a run, 0 to 10: what a stage of the way back
// is judged by. Start names the run, 0 the whole date.
type RunPain struct {
	At    int64
	Date  Date
	Start int64
	Pain  Score
	Off   bool
}

// Period is the first day of a menstrual period, of the optional cycle log.
type Period struct {
	At   int64
	Date Date
	Off  bool
}

// Ran is the runner's word that they ran on a date of which there is no file: the
// last run before a pause.
type Ran struct {
	At   int64
	Date Date
	Off  bool
}

// PlanOf is a plan as it stood from a moment on: Text is its JSON, "" for
// following none. The diary keeps every version, so that any can come back and a
// past day is seen with the plan that it had.
type PlanOf struct {
	At   int64
	Date Date   // from which it holds: the runner's date of telling
	What string // what was done, in words: "Moved intervals from Tue to Thu"
	Text string
}

// PlanOn is the plan that the runner followed on a date; ok is false before the
// first one and while none was followed.
func (d *Done) PlanOn(t Date) (p PlanOf, ok bool) {
	for _, v := range d.Plans {
		if v.Date <= t {
			p = v
		}
	}
	return p, p.Text != ""
}

// do settles the records of all files; the order of the files cannot matter.
func do(files []File) (now, old Done) {
	now.Ticks, old.Ticks = settle(files, func(f *File) []Tick { return f.Ticks },
		func(v *Tick) mark { return mark{key{v.Date, v.Code}, v.At, v.Off} })
	now.Screens, old.Screens = settle(files, func(f *File) []Screen { return f.Screens },
		func(v *Screen) mark { return mark{key{v.Date, v.Test + " " + string(v.Side)}, v.At, v.Off} })
	now.Reactions, old.Reactions = settle(files, func(f *File) []Reaction { return f.Reactions },
		func(v *Reaction) mark { return mark{key{v.Date, ""}, v.At, v.Off} })
	now.Pains, old.Pains = settle(files, func(f *File) []RunPain { return f.Pains },
		func(v *RunPain) mark { return mark{key{v.Date, strconv.FormatInt(v.Start, 10)}, v.At, v.Off} })
	now.Periods, old.Periods = settle(files, func(f *File) []Period { return f.Periods },
		func(v *Period) mark { return mark{key{v.Date, ""}, v.At, v.Off} })
	now.Ran, old.Ran = settle(files, func(f *File) []Ran { return f.Ran },
		func(v *Ran) mark { return mark{key{v.Date, ""}, v.At, v.Off} })
	for _, d := range []*Done{&now, &old} {
		d.Pains = slices.DeleteFunc(d.Pains, func(v RunPain) bool { return v.Pain > MaxPain })
	}
	now.Plans = plans(files)
	return now, old
}

// dates calls see for every date on which something was done.
func (d *Done) dates(see func(Date)) {
	for _, v := range d.Ticks {
		see(v.Date)
	}
	for _, v := range d.Screens {
		see(v.Date)
	}
	for _, v := range d.Reactions {
		see(v.Date)
	}
	for _, v := range d.Pains {
		see(v.Date)
	}
	for _, v := range d.Ran {
		see(v.Date)
	}
}

// plans is every version of the plan in order of telling.
func plans(files []File) (out []PlanOf) {
	for i := range files {
		out = append(out, files[i].Plans...)
	}
	slices.SortFunc(out, func(a, b PlanOf) int {
		return cmp.Or(cmp.Compare(a.At, b.At), cmp.Compare(a.Text, b.Text), cmp.Compare(a.What, b.What), cmp.Compare(a.Date, b.Date))
	})
	return slices.Compact(out)
}

// done is the part of a file that version 3 of the pack added.
func (p *packer) done(f *File) {
	list(p, &f.Ticks, func(p *packer, v *Tick) {
		p.moment(&v.At)
		signed(p, &v.Date)
		p.word(&v.Code)
		p.flag(&v.Off)
	})
	list(p, &f.Screens, func(p *packer, v *Screen) {
		p.moment(&v.At)
		signed(p, &v.Date)
		p.word(&v.Test)
		p.word((*string)(&v.Side))
		p.float(&v.Value)
		p.flag(&v.Off)
	})
	list(p, &f.Reactions, func(p *packer, v *Reaction) {
		p.moment(&v.At)
		signed(p, &v.Date)
		list(p, &v.Trials, func(p *packer, ms *float32) { p.float(ms) })
		p.flag(&v.Off)
	})
	list(p, &f.Periods, func(p *packer, v *Period) {
		p.moment(&v.At)
		signed(p, &v.Date)
		p.flag(&v.Off)
	})
	list(p, &f.Ran, func(p *packer, v *Ran) {
		p.moment(&v.At)
		signed(p, &v.Date)
		p.flag(&v.Off)
	})
	list(p, &f.Plans, func(p *packer, v *PlanOf) {
		p.moment(&v.At)
		signed(p, &v.Date)
		v.What, v.Text = p.text(v.What), p.text(v.Text)
	})
	list(p, &f.Pains, func(p *packer, v *RunPain) {
		p.moment(&v.At)
		signed(p, &v.Date)
		v.Start = p.int(v.Start)
		unsigned(p, &v.Pain)
		p.flag(&v.Off)
	})
	for i := range f.Efforts {
		f.Efforts[i].Start = p.int(f.Efforts[i].Start)
	}
}
