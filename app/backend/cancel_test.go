package backend

import (
	"testing"
	"testing/synctest"
)

// A cancel ends once, whoever says so first, with what it was made under; not the other way
// round.
func TestEndsWithItsParent(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		parent := newCancel(nil)
		child, other := newCancel(parent), newCancel(parent)
		child.end()
		child.end()
		synctest.Wait()
		if !child.ended() || parent.ended() || other.ended() {
			t.Errorf("the child ended: %v, its parent %v, another %v", child.ended(), parent.ended(), other.ended())
		}
		parent.end()
		synctest.Wait()
		if !parent.ended() || !other.ended() {
			t.Errorf("the parent ended: %v, what was made under it %v", parent.ended(), other.ended())
		}
	})
}
