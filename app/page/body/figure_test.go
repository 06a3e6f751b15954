package body

import (
	"testing"

	"rebound/engine/diary"
)

// Every site that the diary knows has one place on the figure, on one side of it
// only, and its field lies within the picture.
func TestFigureHasEverySite(t *testing.T) {
	seen := map[string]int{}
	for _, p := range figureParts {
		seen[p.site]++
		if p.hit[2] < 38 || p.hit[3] < 38 { // of 1.1 px and more on a phone: 44 px with the rounding
			t.Errorf("%s: a field of %d by %d is no target for a thumb", p.site, p.hit[2], p.hit[3])
		}
		if x, y := p.mark[0], p.mark[1]; x < p.hit[0] || x > p.hit[0]+p.hit[2] || y < p.hit[1] || y > p.hit[1]+p.hit[3] {
			t.Errorf("%s: its number stands outside its field", p.site)
		}
	}
	for _, s := range diary.Sites {
		if seen[string(s)] != 1 {
			t.Errorf("%s is drawn %d times", s, seen[string(s)])
		}
	}
	if len(seen) != len(diary.Sites) {
		t.Errorf("%d places are drawn, %d are known", len(seen), len(diary.Sites))
	}
}

// No two fields of one view overlap: a press means one place.
func TestFigureFieldsAreApart(t *testing.T) {
	for i, a := range figureParts {
		for _, b := range figureParts[:i] {
			if a.back == b.back && a.hit[0] < b.hit[0]+b.hit[2] && b.hit[0] < a.hit[0]+a.hit[2] && a.hit[1] < b.hit[1]+b.hit[3] && b.hit[1] < a.hit[1]+a.hit[3] {
				t.Errorf("the fields of %s and %s overlap", a.site, b.site)
			}
		}
	}
}
