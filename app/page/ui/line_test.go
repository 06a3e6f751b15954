package ui

import (
	"testing"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"rebound/app/page/outline"
)

// A line says its name and value on what is pressed, holds its body, and one that is not
// there keeps its place: with the second gone the third is still the third child.
func TestLines(t *testing.T) {
	all := Lines(LineTo("Check in", "10 seconds", "#/body/check-in"), Line("Exercises", "5, 12 min", app.P().Text("Calf raise")), LineTo("Tonight", "aim for 8 h 15 min", "#/body"))
	card := outline.Parse(t, app.Div().Body(all)).Find("div")[1]
	if says := card.Find("summary")[0].Says(); says != "Exercises 5, 12 min" {
		t.Errorf("the line that opens says %q", says)
	}
	if body := card.Find("details")[0].Find("p"); len(body) != 1 || body[0].Says() != "Calf raise" {
		t.Error("the line does not hold its body")
	}
	if a := card.Find("a"); len(a) != 2 || a[1].Says() != "Tonight aim for 8 h 15 min" || a[1].Attrs["href"] != "#/body" {
		t.Errorf("%d lines lead elsewhere", len(a))
	}
	lines := []app.UI{LineTo("A", "", "#/a"), nil, LineTo("C", "", "#/c")}
	if Lines(lines...); lines[1] == nil {
		t.Error("a line that is not there leaves its place to the next")
	}
	if n := len(outline.Parse(t, app.Div().Body(Lines(nil, nil))).Find("div")); n != 1 {
		t.Error("a card without a line is drawn")
	}
}
