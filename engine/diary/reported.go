package diary

import (
	"cmp"
	"slices"
)

// Reported is what the runner entered: in a [File] as it was entered, in a
// [Diary] each thing once, in order of date.
//
// A new kind of entry is a type with a [Stamp] that says what it is of and how it
// is packed, a list here, and its place in kinds.
type Reported struct {
	Typed     []Typed
	Tags      []DayTag
	CheckIns  []CheckIn // one a date
	Niggles   []Niggle  // by date, then site and side
	Efforts   []Effort
	Decisions []Decision
	Cold      []Cold
	Ticks     []Tick
	Screens   []Screen
	Reactions []Reaction
	Pains     []RunPain
	Periods   []Period
	Ran       []Ran
	Plans     []PlanOf // in order of entering
	Walks     []Walk

	Illnesses   []Illness // by first day
	Runs        []Run
	NotRan      []NotRan // by first day
	Corrections []Correction
	Straps      []Strap
}

// kinds are the lists of all kinds of entries. The place of one is its number in the
// pack: new ones go to the end.
func (r *Reported) kinds() [20]kind {
	return [...]kind{
		listed(&r.Typed), listed(&r.Tags), listed(&r.CheckIns), listed(&r.Niggles), listed(&r.Efforts), listed(&r.Decisions),
		listed(&r.Cold), listed(&r.Ticks), listed(&r.Screens), listed(&r.Reactions), listed(&r.Pains), listed(&r.Periods),
		listed(&r.Ran), listed(&r.Plans), listed(&r.Walks), listed(&r.Illnesses), listed(&r.Runs), listed(&r.NotRan),
		listed(&r.Corrections), listed(&r.Straps),
	}
}

// each calls see for every entry.
func (r *Reported) each(see func(entry)) {
	for _, k := range r.kinds() {
		for i := range k.count() {
			see(k.at(i))
		}
	}
}

// Span is copies of the entries of day a to day b.
func (r *Reported) Span(a, b Date) (out Reported) {
	to := out.kinds()
	for n, k := range r.kinds() {
		for i := range k.count() {
			if e := k.at(i); e.stamp().Date >= a && e.stamp().Date <= b {
				to[n].add(e)
			}
		}
	}
	return out
}

// Stamps calls see for the stamp of every entry.
func (r *Reported) Stamps(see func(*Stamp)) { r.each(func(e entry) { see(e.stamp()) }) }

// LastAt is when the latest entry was entered, Unix seconds; 0 without any.
func (r *Reported) LastAt() (at int64) {
	r.Stamps(func(s *Stamp) { at = max(at, s.At) })
	return at
}

// Empty reports whether there is no entry.
func (r *Reported) Empty() bool {
	for _, k := range r.kinds() {
		if k.count() > 0 {
			return false
		}
	}
	return true
}

// report settles the entries that the diary is to have: what counts, and what counts
// no longer. Their order cannot matter. The first n are those that before was made
// with; kinds of which there are no others are shared with it, so that of years
// of entries one more costs its own kind.
func (d *Diary) report(entered []*Reported, before *Diary, n int) {
	d.Reported, d.Old = Reported{}, Reported{}
	all := make([][20]kind, len(entered))
	for i, r := range entered {
		all[i] = r.kinds()
	}
	now, old := d.Reported.kinds(), d.Old.kinds()
	for i := range now {
		if n > 0 && !slices.ContainsFunc(all[n:], func(k [20]kind) bool { return k[i].count() > 0 }) {
			now[i].share(before.Reported.kinds()[i])
			old[i].share(before.Old.kinds()[i])
			continue
		}
		var every []entry
		for _, k := range all {
			for j := range k[i].count() {
				every = append(every, k[i].at(j))
			}
		}
		settle(every, now[i], old[i])
	}
	markTakenBack(d.Old.Niggles, entered)
	SortBy(d.Reported.Plans, func(a, b PlanOf) int { return cmp.Compare(a.At, b.At) })
}

// PlanOn is the plan that the runner followed on a date; ok is false before the
// first one and while none was followed.
func (r *Reported) PlanOn(t Date) (p PlanOf, ok bool) {
	for _, v := range r.Plans {
		if v.Date <= t {
			p = v
		}
	}
	return p, p.Text != ""
}
