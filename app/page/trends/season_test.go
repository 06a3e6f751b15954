package trends

import (
	"encoding/json"
	"testing"

	"rebound/app/page/ui"
	"rebound/app/wire"
)

// later is a host whose answers come when the test lets them.
type later struct {
	ui.Host
	then []func(wire.Reply)
}

func (l *later) Send(_ string, _ any, then func(wire.Reply)) { l.then = append(l.then, then) }
func (l *later) Arrived()                                    {}

// Of two years that are asked for the one that was chosen last is shown, in whatever order
// they are answered.
func TestTheYearThatWasChosenLast(t *testing.T) {
	for name, order := range map[string][2]int{"in order": {0, 1}, "the other way": {1, 0}} {
		l := new(later)
		s := NewSeason(&ui.Page{Host: l})
		for _, year := range []int{2024, 2025} {
			s.Year = year
			s.Ask()
		}
		for _, i := range order {
			data, _ := json.Marshal(wire.Season{Year: 2024 + i})
			l.then[i](wire.Reply{Data: data})
		}
		if s.Answer == nil || s.Answer.Year != 2025 {
			t.Errorf("%s: %+v", name, s.Answer)
		}
	}
}
