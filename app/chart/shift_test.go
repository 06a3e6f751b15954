package chart

import (
	"encoding/xml"
	"strings"
	"testing"

	"rebound/app/wire"
)

// A difference is a dot on a line from end to end, its numbers below it and apart; its
// name and what it comes to are for who does not see it, and text stays text.
func TestShift(t *testing.T) {
	s := wire.Shift{Name: "HRV", Text: "8% <b>lower</b>.", Seen: true, By: -8, Low: -12, High: -4, Unit: "%"}
	for name, c := range map[string]struct {
		shift   wire.Shift
		numbers []string
	}{
		"beside zero":  {s, []string{"\u221212%", "\u22124%", "0"}},
		"over zero":    {wire.Shift{Name: "Sleep", By: 2, Low: -9, High: 12.4, Unit: " min"}, []string{"\u22129 min", "+12 min", "0"}},
		"near to zero": {wire.Shift{Name: "Sleep", By: 6, Low: 0, High: 12, Unit: " min"}, []string{"0 min", "+12 min"}},
		"narrow":       {wire.Shift{Name: "Sleep", By: 11, Low: 10, High: 12, Unit: " min"}, []string{"+10 to +12 min", "0"}},
		"nothing":      {wire.Shift{Name: "Pain"}, []string{"0 to 0"}},
	} {
		picture := Shift(c.shift)
		var numbers []string
		dec := xml.NewDecoder(strings.NewReader(picture))
		text := false
		for {
			token, err := dec.Token()
			if token == nil {
				if err.Error() != "EOF" {
					t.Errorf("%s: %v", name, err)
				}
				break
			}
			switch x := token.(type) {
			case xml.StartElement:
				text = x.Name.Local == "text"
				if x.Name.Local == "b" {
					t.Error("text became markup")
				}
			case xml.CharData:
				if text {
					numbers = append(numbers, string(x))
				}
			}
		}
		if strings.Join(numbers, "|") != strings.Join(c.numbers, "|") {
			t.Errorf("%s: %q, not %q", name, numbers, c.numbers)
		}
		if strings.Contains(picture, "seen") != c.shift.Seen || !strings.Contains(picture, `aria-label="`+c.shift.Name+": ") || strings.Contains(picture, "NaN") {
			t.Errorf("%s: %s", name, picture)
		}
	}
	table := ShiftTable([]wire.Shift{s}, "Nights with it", "Nights without")
	if got := strings.Join(table.Head[3:], ", "); got != "Nights with it, Nights without" {
		t.Errorf("the counts are headed %s", got)
	}
	if got := strings.Join(table.Body[0], "|"); got != "HRV|\u22128%|\u221212 to \u22124%|0|0" {
		t.Error(got)
	}
}
