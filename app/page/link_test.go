package page

import (
	"strings"
	"testing"

	"rebound/app/wire"
)

// Whoever waits for a backend that has died hears of it, in the order in which they asked,
// and may ask again at once: nothing goes on waiting, and no button stays as it was pressed.
func TestWhoWaitsHearsThatItDied(t *testing.T) {
	l := &link{waiting: map[int]func(wire.Reply){}, under: map[string]bool{"plan_move": true}}
	var heard []int
	for id := 1; id <= 3; id++ {
		l.last = id
		if id == 2 {
			continue // was answered
		}
		l.waiting[id] = func(r wire.Reply) {
			if r.Error == nil || r.Error.Text == "" || r.Error.Hint == "" {
				t.Errorf("%d: %+v", id, r)
			}
			heard = append(heard, id)
			l.waiting[10+id] = func(wire.Reply) { t.Errorf("%d: what is asked now is not lost", id) }
		}
	}
	l.forget()
	if len(heard) != 2 || heard[0] != 1 || heard[1] != 3 || len(l.waiting) != 2 || len(l.under) != 0 {
		t.Errorf("heard %v, waiting %d, under way %v", heard, len(l.waiting), l.under)
	}
}

// What takes something back says what it was done on; a question does not, whose answer
// stands while the diary does.
func TestWhatTakesBackSaysOnWhat(t *testing.T) {
	on := int64(7)
	l := &link{waiting: map[int]func(wire.Reply){}, back: func() int64 { return on }}
	for op, want := range map[string]bool{wire.OpCheckIn: true, wire.OpRestore: true, wire.OpAssess: false, wire.OpSummary: false} {
		if got := strings.Contains(l.request(op, nil, nil), `"on":7`); got != want {
			t.Errorf("%s: %v", op, got)
		}
	}
	if on = 0; strings.Contains(l.request(wire.OpCheckIn, nil, nil), `"on"`) {
		t.Error("what takes nothing back is bound to what was")
	}
}
