package diary

import (
	"cmp"
	"slices"
	"sync"
)

// Reported is what the runner entered: in a [File] as it was entered, in a
// [Diary] each thing once, in order of date.
//
// A new kind of entry is a type with a [Stamp] that says what it is of and how it
// is packed, a list here, and a line in kinds.
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
}

// kinds are all kinds of entries. The place of one is its number in the pack: new
// ones go to the end.
//
// They are made when first asked for. What a package makes as its program starts is
// linked whatever the program does, and the page imports this one for dates alone.
// Each of eight callers would have it inlined.
//
//go:noinline
func kinds() []kind {
	kindsOnce.Do(func() {
		kindsList = []kind{
			kindOf(func(r *Reported) *[]Typed { return &r.Typed }),
			kindOf(func(r *Reported) *[]DayTag { return &r.Tags }),
			kindOf(func(r *Reported) *[]CheckIn { return &r.CheckIns }),
			kindOf(func(r *Reported) *[]Niggle { return &r.Niggles }).then(func(old *Reported, from []*Reported) { markTakenBack(old.Niggles, from) }),
			kindOf(func(r *Reported) *[]Effort { return &r.Efforts }),
			kindOf(func(r *Reported) *[]Decision { return &r.Decisions }),
			kindOf(func(r *Reported) *[]Cold { return &r.Cold }),
			kindOf(func(r *Reported) *[]Tick { return &r.Ticks }),
			kindOf(func(r *Reported) *[]Screen { return &r.Screens }),
			kindOf(func(r *Reported) *[]Reaction { return &r.Reactions }),
			kindOf(func(r *Reported) *[]RunPain { return &r.Pains }),
			kindOf(func(r *Reported) *[]Period { return &r.Periods }),
			kindOf(func(r *Reported) *[]Ran { return &r.Ran }),
			kindOf(func(r *Reported) *[]PlanOf { return &r.Plans }),
			kindOf(func(r *Reported) *[]Walk { return &r.Walks }),
			kindOf(func(r *Reported) *[]Illness { return &r.Illnesses }),
			kindOf(func(r *Reported) *[]Run { return &r.Runs }),
			kindOf(func(r *Reported) *[]NotRan { return &r.NotRan }),
			kindOf(func(r *Reported) *[]Correction { return &r.Corrections }),
		}
	})
	return kindsList
}

var (
	kindsOnce sync.Once
	kindsList []kind
)

// kind is what can be done to the entries of one kind, whatever their type.
type kind struct {
	count  func(*Reported) int
	each   func(*Reported, func(entry))
	pack   func(*packer, *Reported)
	settle func(from []*Reported, now, old *Reported)
	share  func(to, from *Reported)
}

func kindOf[T any, P entryOf[T]](list func(*Reported) *[]T) kind {
	return kind{
		count: func(r *Reported) int { return len(*list(r)) },
		each: func(r *Reported, see func(entry)) {
			all := *list(r)
			for i := range all {
				see(P(&all[i]))
			}
		},
		pack: func(p *packer, r *Reported) { entries[T, P](p, list(r)) },
		settle: func(from []*Reported, now, old *Reported) {
			*list(now), *list(old) = settle[T, P](from, list)
		},
		share: func(to, from *Reported) { *list(to) = *list(from) },
	}
}

// then is the kind with what is done to the old once entries are settled.
func (k kind) then(do func(old *Reported, from []*Reported)) kind {
	settle := k.settle
	k.settle = func(from []*Reported, now, old *Reported) {
		settle(from, now, old)
		do(old, from)
	}
	return k
}

// each calls see for every entry.
func (r *Reported) each(see func(entry)) {
	for _, k := range kinds() {
		k.each(r, see)
	}
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
	return !slices.ContainsFunc(kinds(), func(k kind) bool { return k.count(r) > 0 })
}

// report settles the entries that the diary is to have: what counts, and what counts
// no longer. Their order cannot matter. The first n are those that before was made
// with; kinds of which there are no others are shared with it, so that of years
// of entries one more costs its own kind.
func (d *Diary) report(entered []*Reported, before *Diary, n int) {
	d.Reported, d.Old = Reported{}, Reported{}
	for _, k := range kinds() {
		if n == 0 || slices.ContainsFunc(entered[n:], func(r *Reported) bool { return k.count(r) > 0 }) {
			k.settle(entered, &d.Reported, &d.Old)
			continue
		}
		k.share(&d.Reported, &before.Reported)
		k.share(&d.Old, &before.Old)
	}
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
