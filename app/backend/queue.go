package backend

import (
	"rebound/app/intake"
	"rebound/app/wire"
)

const (
	// firstDays is how much of the newest past is read before the first verdict:
	// the window and its baseline, with room for a watch left in a drawer.
	firstDays = 90

	// An order is this many files at most, or this many bytes.
	orderFiles  = 256
	orderWeight = 2 << 20
)

// queue is what was found in a drop: what can be read, and what cannot. A scan
// that broke off is rolled back to what was reported of whole files.
type queue struct {
	found   []intake.Listed
	refused []refused
	other   int // files of an export that are of no use here
	whole   struct{ found, refused, other int }
}

type refused struct {
	path    string
	problem *wire.Problem
}

func (q *queue) take(f intake.Found, listed []intake.Listed) {
	q.found = append(q.found, listed...)
	for i := range f.Refused {
		q.refused = append(q.refused, refused{f.Refused[i].Path, &f.Refused[i].Problem})
	}
	q.other += f.Other
	if f.Next > 0 {
		q.whole.found, q.whole.refused, q.whole.other = len(q.found), len(q.refused), q.other
	}
}

func (q *queue) rollBack() {
	q.found, q.refused, q.other = q.found[:q.whole.found], q.refused[:q.whole.refused], q.whole.other
}

// refuse adds a file that a scan broke off at.
func (q *queue) refuse(path string, p *wire.Problem) {
	q.refused = append(q.refused, refused{path, p})
	q.whole.refused = len(q.refused)
}

// orders are the files in the order in which they are read: those of the newest
// firstDays and those of which nobody knows when they are, which may have the nights of
// all years, then the others; both as they lie in the archive, which is read from its
// beginning to its end twice rather than in leaps.
func (q *queue) orders() (orders []*order) {
	newest := int64(0)
	for _, f := range q.found {
		newest = max(newest, f.Created)
	}
	for _, first := range []bool{true, false} {
		var o *order
		for _, f := range q.found {
			if (f.Created == 0 || f.Created > newest-firstDays*86400) != first {
				continue
			}
			if o == nil || len(o.files) >= orderFiles || o.weight >= orderWeight {
				o = &order{first: first}
				orders = append(orders, o)
			}
			o.files = append(o.files, f)
			o.weight += f.Weight
		}
	}
	return orders
}

// weight is what all of it costs to read.
func (q *queue) weight() (all int64) {
	for _, f := range q.found {
		all += f.Weight
	}
	return all
}
