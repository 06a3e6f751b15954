package page

import (
	"strings"
	"testing"

	"rebound/app/page/outline"
	"rebound/app/page/ui"
)

// offered is the line that offers to put Rebound on the home screen; nil for none.
func offered(t *testing.T, change func(v *view)) *outline.Node {
	t.Helper()
	v := at(ui.ScreenToday, "")
	change(v)
	for _, n := range outline.Parse(t, v.draw()).Find("details") {
		if strings.Contains(" "+n.Attrs["class"]+" ", " install ") {
			return n
		}
	}
	return nil
}

// From the first verdict that rests on something Today offers the home screen: by the steps
// that Apple's browsers need, or by the prompt of the others.
func TestInstallIsOffered(t *testing.T) {
	for _, how := range []string{"ios", "prompt"} {
		n := offered(t, func(v *view) { v.page.Install = how })
		if n == nil {
			t.Errorf("%s: not offered", how)
			continue
		}
		golden(t, "install-"+how, n)
	}
}

// It is not offered where there is no way, no need, no wish, or something else to read.
func TestInstallIsNotOffered(t *testing.T) {
	for name, change := range map[string]func(v *view){
		"no way":    func(v *view) { v.page.Install = "" },
		"installed": func(v *view) { v.page.Installed = true },
		"declined":  func(v *view) { v.page.Declined = true },
		"sample":    func(v *view) { v.page.State.Sample = true },
		"stop":      func(v *view) { v.page.Now = stopped() },
		"unknown":   func(v *view) { v.page.Now = learning() },
		"past":      func(v *view) { v.page.Route.Date, v.page.Past = day-3, easing() },
	} {
		if n := offered(t, func(v *view) { v.page.Install = "ios"; change(v) }); n != nil {
			t.Errorf("%s: %s", name, n.Says())
		}
	}
}
