package words

import (
	"strings"
	"testing"

	"rebound/engine/body"
	"rebound/engine/rule"
)

// What is not known is not as usual.
func TestGaitText(t *testing.T) {
	line := func(s body.GaitState) body.Gait {
		return body.Gait{Low: 2.6, High: 3, Lines: []body.GaitLine{{Measure: body.GaitCadence, State: s, Now: 170, Usual: 172, Runs: 2, Behind: 9}}}
	}
	for name, c := range map[string]struct {
		gait   body.Gait
		stride body.Stride
		want   string
	}{
		"nothing recorded": {body.Gait{}, body.Stride{}, "no running dynamics in your files"},
		"too few":          {line(body.GaitUnknown), body.Stride{}, "Too few runs"},
		"in range":         {line(body.GaitInRange), body.Stride{}, "as usual"},
		"out":              {line(body.GaitOut), body.Stride{}, "1 measure of your running dynamics is off your usual"},
		"lopsided":         {line(body.GaitInRange), body.Stride{Known: true, Out: true, Now: 48, Usual: 50}, "Your right foot stays"},
	} {
		lines, text := gait(c.gait, c.stride, rule.Default(), Options{})
		if !strings.Contains(text, c.want) || len(lines) != len(c.gait.Lines) {
			t.Errorf("%s: %s", name, text)
		}
		if len(lines) > 0 && lines[0].State != c.gait.Lines[0].State.String() {
			t.Errorf("%s: %+v", name, lines[0])
		}
	}
}
