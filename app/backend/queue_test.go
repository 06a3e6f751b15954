package backend

import (
	"slices"
	"testing"

	"rebound/app/intake"
)

// The newest days and what says no day come before the rest, each as they lie.
func TestOrdersOfAQueue(t *testing.T) {
	const day = 86400
	var q queue
	for _, f := range []struct {
		path    string
		created int64
	}{{"old", 20000 * day}, {"undated", 0}, {"new", 20200 * day}, {"older", 19000 * day}, {"edge", 20111 * day}, {"past", 20110 * day}} {
		q.found = append(q.found, intake.Listed{Path: f.path, Created: f.created, Weight: 1})
	}
	var got [2][]string
	for _, o := range q.orders() {
		for _, f := range o.files {
			i := 0
			if !o.first {
				i = 1
			}
			got[i] = append(got[i], f.Path)
		}
	}
	if want := [2][]string{{"undated", "new", "edge"}, {"old", "older", "past"}}; !slices.Equal(got[0], want[0]) || !slices.Equal(got[1], want[1]) {
		t.Errorf("first %q, then %q", got[0], got[1])
	}
}

// Where nothing says its day, all of it is read as it lies, in one go.
func TestOrdersOfUndated(t *testing.T) {
	q := queue{found: []intake.Listed{{Path: "b"}, {Path: "a"}}}
	o := q.orders()
	if len(o) != 1 || !o[0].first || o[0].files[0].Path != "b" || len(o[0].files) != 2 {
		t.Errorf("%d orders: %+v", len(o), o[0])
	}
}
