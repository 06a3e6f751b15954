package ui

import "testing"

// waiting is a page around a toast, whose clock is moved by hand.
type waiting struct {
	Host
	due []func()
}

func (w *waiting) After(_ int, f func()) { w.due = append(w.due, f) }
func (w *waiting) Defer(func())          {}

// pass lets every wait that has begun come to its end.
func (w *waiting) pass() {
	due := w.due
	w.due = nil
	for _, f := range due {
		f()
	}
}

// A toast goes by itself, but what came after it does not go with it.
func TestToastGoes(t *testing.T) {
	w := &waiting{}
	p := &Page{Host: w}
	p.Toast("Saved.", nil)
	w.pass()
	if p.Said != "" {
		t.Errorf("after its time it still says %q", p.Said)
	}
	p.Toast("Saved.", nil)
	first := w.due
	w.due = nil
	p.Toast("Removed.", func() {})
	first[0]()
	if p.Said != "Removed." || p.undo == nil {
		t.Errorf("with the time of the one before it, %q goes", p.Said)
	}
}

// What was done is taken back once, and not after something else was.
func TestToastUndo(t *testing.T) {
	p := &Page{Host: &waiting{}}
	n := 0
	p.Toast("Saved.", func() { n++ })
	p.Undo()
	p.Undo()
	if n != 1 || p.Said != "" {
		t.Errorf("taken back %d times, and it says %q", n, p.Said)
	}
	p.Toast("Saved.", func() { n++ })
	p.Toast("It is in your downloads.", nil)
	p.Undo()
	if n != 1 {
		t.Error("what was done before is taken back")
	}
}

// What was done in one diary is not taken back in another: the sample runner's check-in
// would be the runner's own.
func TestToastOfAnotherDiary(t *testing.T) {
	p := &Page{Host: &waiting{}}
	p.Toast("Saved.", func() { t.Error("it is taken back in another diary") })
	p.Forget()
	p.Undo()
	if p.Said != "" {
		t.Errorf("the other diary says %q", p.Said)
	}
}
