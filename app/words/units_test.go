package words

import (
	"strings"
	"testing"

	"rebound/engine/body"
	"rebound/engine/coach"
	"rebound/engine/diary"
	"rebound/engine/entry"
	"rebound/engine/rule"
)

// Who reads miles reads °F and feet too.
func TestDegreesAndFeet(t *testing.T) {
	r := &diary.Reported{
		Tags: []diary.DayTag{{Stamp: diary.Stamp{Date: march(3)}, Tag: "alcohol", Dose: 1}, {Stamp: diary.Stamp{Date: march(3)}, Tag: "altitude", Dose: 1500}, {Stamp: diary.Stamp{Date: march(3)}, Tag: "heat", Dose: 28.5}},
		Cold: []diary.Cold{{Stamp: diary.Stamp{Date: march(4)}, Minutes: 12, Celsius: 11.5}},
	}
	for miles, want := range map[bool][4]string{
		false: {"alcohol (1 drink), altitude (1,500 m) and heat (28.5 °C)", "Cold water, 12 min at 11.5 °C.", "10 to 15 minutes at 11 to 15 °C.", "Nights after more than 28.5 °C, compared with nights after up to 28.5 °C."},
		true:  {"alcohol (1 drink), altitude (4,900 ft) and heat (83 °F)", "Cold water, 12 min at 53 °F.", "10 to 15 minutes at 52 to 59 °F.", "Nights after more than 83 °F, compared with nights after up to 83 °F."},
	} {
		o := Options{Miles: miles, Today: march(5)}
		h := histories{to: march(5), o: o}
		h.reported(r, nil)
		cold := ""
		for _, l := range h.lines {
			if l.Kind == "cold" {
				cold = l.Text
			}
		}
		more := matter(&coach.Matter{Of: "heat", Over: 28.5, Signals: [diary.Kinds]coach.Answer{seenShift(-0.1, -0.2, -0.05)}}, rule.Default(), o)
		got := [4]string{List(o.tagNames(r, march(3), []string{"alcohol", "altitude", "heat"})), cold, coldCard(body.Cold{Advice: body.ColdAllowed}, rule.Default(), o).Dose, more.Text}
		if got != want {
			t.Errorf("miles %v: %q", miles, got)
		}
	}
}

// A temperature that cannot be is refused in both, since it may have been typed in either.
func TestRefusedDegrees(t *testing.T) {
	p := RefusedEntry(&entry.Refusal{Code: entry.Range, Field: "celsius", Value: 48.88889, Low: -5, High: 40, Unit: "°C"})
	if !strings.HasPrefix(p.Text, "Water cannot be 48.9 °C (120 °F).") || p.Hint != "Give -5 to 40 °C (23 to 104 °F)." {
		t.Errorf("%q %q", p.Text, p.Hint)
	}
}
