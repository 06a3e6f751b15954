package diary

import (
	"cmp"
	"fmt"
)

// settle keeps in now the latest entry of each thing, unless it takes the thing back, by
// date and thing; in old what came before, in order of entering within a thing.
func settle(all []entry, now, old kind) {
	marks := make([]mark, len(all))
	for i, e := range all {
		marks[i] = markOf(e)
	}
	latest, before := settled(marks, func(i int) string { return fmt.Sprint(all[i]) })
	pick(all, latest, now)
	pick(all, before, old)
}

// pick copies the entries at some places, without what cannot be.
func pick(all []entry, places []int, to kind) {
	for _, i := range places {
		to.add(all[i])
		if last := to.count() - 1; !to.at(last).tidy() {
			to.cut(last)
		}
	}
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
