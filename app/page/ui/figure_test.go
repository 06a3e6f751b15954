package ui

import (
	"testing"

	"rebound/engine/diary"
)

// Every site that the diary knows has one place on the figure, on one side of it
// only, and its field lies within the picture.
func TestFigureHasEverySite(t *testing.T) {
	seen := map[string]int{}
	for _, p := range FigureParts {
		seen[p.Site]++
		if p.Hit[2] < 38 || p.Hit[3] < 38 { // of 1.1 px and more on a phone: 44 px with the rounding
			t.Errorf("%s: a field of %d by %d is no target for a thumb", p.Site, p.Hit[2], p.Hit[3])
		}
		if x, y := p.Mark[0], p.Mark[1]; x < p.Hit[0] || x > p.Hit[0]+p.Hit[2] || y < p.Hit[1] || y > p.Hit[1]+p.Hit[3] {
			t.Errorf("%s: its number stands outside its field", p.Site)
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
	for i, a := range FigureParts {
		for _, b := range FigureParts[:i] {
			if a.Back == b.Back && a.Hit[0] < b.Hit[0]+b.Hit[2] && b.Hit[0] < a.Hit[0]+a.Hit[2] && a.Hit[1] < b.Hit[1]+b.Hit[3] && b.Hit[1] < a.Hit[1]+a.Hit[3] {
				t.Errorf("the fields of %s and %s overlap", a.Site, b.Site)
			}
		}
	}
}
