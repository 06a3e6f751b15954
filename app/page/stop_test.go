package page

import (
	"strings"
	"testing"

	"rebound/app/page/outline"
	"rebound/app/page/ui"
)

// Under a stop the emergency line comes first and nothing folds it, there is nothing to
// tick off, and what is measured is folded away.
func TestStopIsAScreenOfItsOwn(t *testing.T) {
	v := at(ui.ScreenToday, "")
	v.page.Now, v.page.Body = stopped(), sore()
	root := outline.Parse(t, v.draw())
	var order []string
	for _, n := range root.Find("main")[0].All() {
		if folded(n) {
			continue
		}
		switch class := n.Attrs["class"]; {
		case class == "urgent", n.Name == "h1", class == "headline":
			order = append(order, n.Name+" "+class)
		case strings.Contains(class, "signals"), strings.Contains(class, "session"), strings.Contains(class, "active"), n.Attrs["type"] == "checkbox":
			t.Errorf("%s %s stands open under a stop", n.Name, class)
		}
	}
	if got := strings.Join(order, ", "); got != "p urgent, h1 , p headline" {
		t.Errorf("in order: %s", got)
	}
}

// folded reports whether an element stands within something that is folded.
func folded(n *outline.Node) bool {
	for up := n.Up; up != nil; up = up.Up {
		if up.Name == "details" {
			return true
		}
	}
	return false
}
