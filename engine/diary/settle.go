package diary

import (
	"cmp"
	"fmt"
)

// settle keeps the latest entry of each thing, unless it takes the thing back, by
// date and thing; old is what came before, in order of entering within a thing. It
// is compiled once a kind, so that all but moving the entries is left to settled.
func settle[T any, P entryOf[T]](from []*Reported, list func(*Reported) *[]T) (now, old []T) {
	var all []T
	for _, r := range from {
		all = append(all, *list(r)...)
	}
	marks := make([]mark, len(all))
	for i := range all {
		marks[i] = markOf(P(&all[i]))
	}
	latest, before := settled(marks, func(i int) string { return fmt.Sprint(all[i]) })
	return pick[T, P](all, latest), pick[T, P](all, before)
}

// pick is the entries at some places, without what cannot be; nil for none.
func pick[T any, P entryOf[T]](all []T, places []int) (out []T) {
	for _, i := range places {
		if v := all[i]; P(&v).tidy() {
			out = append(out, v)
		}
	}
	return out
}

// mark is what an entry is an account of, when it was entered, and whether it takes
// the thing back.
type mark struct {
	thing
	at  int64
	off bool
}

// thing is what makes two entries of a kind accounts of the same.
type thing struct {
	date Date
	what string
}

func markOf(e entry) mark {
	s := e.stamp()
	what, off := e.of()
	return mark{thing{s.Date, what}, s.At, off}
}

// settled is the places of the entries that count, and of those that do no
// longer. Two of the same second are ordered by content; the same entry
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
	SortBy(order, compare)
	for n, i := range order {
		last := n+1 == len(order)
		switch {
		case !last && compare(i, order[n+1]) == 0, marks[i].off:
		case last || marks[i].thing != marks[order[n+1]].thing:
			latest = append(latest, i)
		default:
			before = append(before, i)
		}
	}
	return latest, before
}
