package chart

import (
	"regexp"
	"strconv"
	"testing"
	"unicode/utf8"

	"rebound/app/wire"
	"rebound/engine/diary"
)

// The names of races stand in one lane: each at its mark, cut where it would run into the
// next or out of the picture, and left out where hardly a letter has room.
func TestNamesOfRacesDoNotMeet(t *testing.T) {
	p := Panels{first, first + 83}
	const long = "The Great Lakeside & Harbour Bridges Ten"
	text := regexp.MustCompile(`<text class="named" x="([0-9.]+)" y="[0-9.]+"( text-anchor="end")?>([^<]*)</text>`)
	for name, c := range map[string]struct {
		days  []int
		names []string
		want  []string
	}{
		"one":                {[]int{20}, []string{long}, []string{"The Great Lakesid…"}},
		"near the last day":  {[]int{81}, []string{long}, []string{"The Great Lakesid…"}},
		"on the first day":   {[]int{0}, []string{"Hove"}, []string{"Hove"}},
		"three weeks apart":  {[]int{20, 41}, []string{long, long}, []string{"The Great…", "The Great Lakesid…"}},
		"days apart":         {[]int{20, 23, 41}, []string{long, "Hove", "5k"}, []string{"The Great…", "Hove", "5k"}},
		"one without a name": {[]int{20, 23}, []string{"", "Hove"}, []string{"Hove"}},
		"day after day":      {[]int{0, 1, 2, 83}, []string{long, long, long, long}, []string{"The Great Lakesid…", "The Great Lakesid…"}},
	} {
		var spans []wire.SummarySpan
		for i, d := range c.days {
			at := first + diary.Date(d)
			spans = append(spans, wire.SummarySpan{Kind: "race", From: at, To: at, Name: c.names[i]})
		}
		var got []string
		end := 0.0
		for _, m := range text.FindAllStringSubmatch(p.Events(spans, nil, ""), -1) {
			if m[3] == "race" { // the word beside the lane
				continue
			}
			x, err := strconv.ParseFloat(m[1], 64)
			if err != nil {
				t.Fatal(err)
			}
			wide := laneLetter * float64(utf8.RuneCountInString(m[3]))
			if m[2] != "" {
				x -= wide
			}
			if x < end || x+wide > panelRight {
				t.Errorf("%s: %q is at %.0f to %.0f, and something is there to %.0f", name, m[3], x, x+wide, end)
			}
			end = x + wide
			got = append(got, m[3])
		}
		if len(got) != len(c.want) {
			t.Errorf("%s: %q, not %q", name, got, c.want)
			continue
		}
		for i := range got {
			if got[i] != c.want[i] {
				t.Errorf("%s: %q, not %q", name, got, c.want)
				break
			}
		}
	}
}
