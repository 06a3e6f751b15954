package chart

import "rebound/app/wire"

// PanelKeys is the legend of panels: what is drawn in them and nothing else.
func PanelKeys(s *wire.Summary) (out []Key) {
	var has struct{ band, dots, hollow, line, out, unread bool }
	for i := range s.Charts {
		c := &s.Charts[i]
		if c.Key == "load" {
			continue
		}
		n := len(c.Dots) + len(c.Hollow)
		has.band = has.band || len(c.Band) > 0
		has.dots = has.dots || len(c.Dots) > 0
		has.hollow = has.hollow || len(c.Hollow) > 0
		has.unread = has.unread || n > 0 && n <= int(s.To-s.From)
		for _, l := range c.Lines {
			has.line = has.line || len(l.Points) > 0
			for _, out := range l.Out {
				has.out = has.out || out
			}
		}
	}
	add := func(is bool, glyph, name string) {
		if is {
			out = append(out, key(glyph, name))
		}
	}
	add(has.band, `<path class="band" d="M1 1h16v8H1z"/>`, "normal range")
	add(has.dots, `<path class="dots" d="M5 6h.01M9 3h.01M13 7h.01"/>`, "a day")
	add(has.hollow, `<circle class="hollow" cx="9" cy="5" r="2"/>`, "outlier")
	add(has.line, `<path class="line" d="M1 5h16"/>`, "average")
	add(has.out, `<path class="out" d="M1 5h16"/>`, "out of range")
	add(has.unread, `<path class="unread" d="M1 6h16"/>`, "no reading")
	left := false
	for _, x := range s.Spans {
		left = left || x.Left
	}
	add(left, `<rect class="span cut left" x="1" y="1" width="16" height="8"/>`, "declined")
	tight, gone := false, false
	for i := range s.Niggles {
		gone = gone || s.Niggles[i].Gone != 0
		for _, p := range s.Niggles[i].Pain {
			tight = tight || p.Value == 0
		}
	}
	add(len(s.Niggles) > 0, `<path class="course" d="M1 5h16"/><text class="pain" x="9" y="8.200" text-anchor="middle">3</text>`, "pain of 10")
	add(tight, `<path class="course" d="M1 5h16"/><text class="pain" x="9" y="8.200" text-anchor="middle">~</text>`, "tight")
	add(gone, `<path class="course" d="M1 5h9"/><circle class="gone" cx="12" cy="5" r="2.400"/>`, "gone")
	return out
}
