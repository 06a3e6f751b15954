package diary

import (
	"cmp"
	"fmt"
	"slices"
)

// Told is everything that the runner said, by date, each thing once. Tags are
// in Diary.Tags.
type Told struct {
	CheckIns  []CheckIn // one a date
	Niggles   []Niggle  // by date, then site and side
	Efforts   []Effort
	Decisions []Decision
	Cold      []Cold
}

// CheckInsBetween is the check-ins from day a to day b, both included.
func (t *Told) CheckInsBetween(a, b Date) []CheckIn {
	return between(t.CheckIns, func(c CheckIn) Date { return c.Date }, a, b)
}

// EffortsBetween is the session notes from day a to day b, both included.
func (t *Told) EffortsBetween(a, b Date) []Effort {
	return between(t.Efforts, func(e Effort) Date { return e.Date }, a, b)
}

// ColdBetween is the immersions from day a to day b, both included.
func (t *Told) ColdBetween(a, b Date) []Cold {
	return between(t.Cold, func(c Cold) Date { return c.Date }, a, b)
}

func between[T any](list []T, date func(T) Date, a, b Date) []T {
	search := func(d Date) int {
		i, _ := slices.BinarySearchFunc(list, d, func(v T, d Date) int { return cmp.Compare(date(v), d) })
		return i
	}
	lo := search(a)
	return list[lo:max(lo, search(b+1))]
}

// key is what makes two entries accounts of the same thing.
type key struct {
	date Date
	what string
}

// tell settles the entries of all files; the order of the files cannot matter.
func tell(files []File) (now, old Told) {
	now.CheckIns, old.CheckIns = settle(files, func(f *File) []CheckIn { return f.CheckIns },
		func(c *CheckIn) mark { return mark{key{c.Date, ""}, c.At, c.Off} })
	now.Niggles, old.Niggles = settle(files, func(f *File) []Niggle { return f.Niggles },
		func(n *Niggle) mark { return mark{key{n.Date, string(n.Site) + " " + string(n.Side)}, n.At, n.Off} })
	now.Efforts, old.Efforts = settle(files, func(f *File) []Effort { return f.Efforts },
		func(e *Effort) mark { return mark{key{e.Date, fmt.Sprint(e.Strength, e.Start)}, e.At, e.Off} })
	now.Decisions, old.Decisions = settle(files, func(f *File) []Decision { return f.Decisions },
		func(d *Decision) mark { return mark{key{d.Date, d.Action}, d.At, d.Off} })
	now.Cold, old.Cold = settle(files, func(f *File) []Cold { return f.Cold },
		func(c *Cold) mark { return mark{key{c.Date, fmt.Sprint(c.At)}, c.At, c.Off} })
	now.tidy()
	old.tidy()
	return now, old
}

// tidy leaves out what cannot be.
func (t *Told) tidy() {
	for i := range t.CheckIns {
		t.CheckIns[i].tidy()
	}
	t.CheckIns = slices.DeleteFunc(t.CheckIns, func(c CheckIn) bool { return c.Empty() })
	t.Niggles = slices.DeleteFunc(t.Niggles, func(n Niggle) bool { return !n.Valid() })
	t.Efforts = slices.DeleteFunc(t.Efforts, func(e Effort) bool { return e.RPE.Said() && e.RPE > MaxEffort })
}

// tidy makes a score that cannot be one that was not given.
func (c *CheckIn) tidy() {
	for i := range c.Signs {
		c.Signs[i] = c.Signs[i].upTo(MaxSign)
	}
	for _, s := range []*Score{&c.Fatigue, &c.Tension, &c.Soreness, &c.Stress} {
		*s = s.upTo(MaxSign)
	}
}

func (s Score) upTo(most Score) Score {
	if s > most {
		return Unsaid
	}
	return s
}

// mark is what an entry is an account of, when it was told, and whether it takes
// the thing back.
type mark struct {
	key
	at  int64
	off bool
}

// settle keeps the latest entry of each key, unless it takes the thing back, by
// date and key; old is what came before, in order of telling within a key. It is
// compiled once a kind, so that all but moving the entries is left to settled.
func settle[T any](files []File, list func(*File) []T, look func(*T) mark) (now, old []T) {
	var all []T
	for i := range files {
		all = append(all, list(&files[i])...)
	}
	marks := make([]mark, len(all))
	for i := range all {
		marks[i] = look(&all[i])
	}
	latest, before := settled(marks, func(i int) string { return fmt.Sprint(all[i]) })
	return pick(all, latest), pick(all, before)
}

// pick is the entries at some places; nil for none.
func pick[T any](all []T, places []int) []T {
	if len(places) == 0 {
		return nil
	}
	out := make([]T, len(places))
	for n, i := range places {
		out[n] = all[i]
	}
	return out
}

// settled is the places of the entries that count, and of those that do no
// longer. Two told in the same second are ordered by content; the same entry
// twice, as of a backup restored over itself, is one.
func settled(marks []mark, text func(int) string) (latest, before []int) {
	order := make([]int, len(marks))
	for i := range order {
		order[i] = i
	}
	compare := func(i, j int) int {
		a, b := &marks[i], &marks[j]
		c := cmp.Or(cmp.Compare(a.date, b.date), cmp.Compare(a.what, b.what), cmp.Compare(a.at, b.at))
		if c == 0 && i != j {
			c = cmp.Compare(text(i), text(j))
		}
		return c
	}
	slices.SortFunc(order, compare)
	for n, i := range order {
		last := n+1 == len(order)
		switch {
		case !last && compare(i, order[n+1]) == 0, marks[i].off:
		case last || marks[i].key != marks[order[n+1]].key:
			latest = append(latest, i)
		default:
			before = append(before, i)
		}
	}
	return latest, before
}

// dates calls see for every date on which something was told of the body.
func (t *Told) dates(see func(Date)) {
	for _, c := range t.CheckIns {
		see(c.Date)
	}
	for _, n := range t.Niggles {
		see(n.Date)
	}
	for _, e := range t.Efforts {
		see(e.Date)
	}
	for _, c := range t.Cold {
		see(c.Date)
	}
}
