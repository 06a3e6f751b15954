package page

import (
	"slices"
	"strings"
	"testing"

	"rebound/app/page/outline"
	"rebound/app/page/today"
	"rebound/app/page/ui"
)

func TestScreens(t *testing.T) {
	for name, v := range views() {
		t.Run(name, func(t *testing.T) { golden(t, name, outline.Parse(t, v.draw())) })
	}
}

// What every screen owes to everybody.
func TestEveryScreenIsAccessible(t *testing.T) {
	for name, v := range views() {
		t.Run(name, func(t *testing.T) {
			root := outline.Parse(t, v.draw())
			if h := root.Find("h1"); len(h) != 1 || h[0].Attrs["id"] != "title" || h[0].Says() == "" {
				t.Errorf("there are %d first headings, and one named title is wanted", len(h))
			}
			if n := len(root.Find("main")); n != 1 {
				t.Errorf("%d main landmarks", n)
			}
			ids, labelled := map[string]bool{}, map[string]bool{}
			for _, n := range root.All() {
				if id := n.Attrs["id"]; id != "" {
					if ids[id] {
						t.Errorf("the id %s is there twice", id)
					}
					ids[id] = true
				}
				if n.Name == "label" {
					labelled[n.Attrs["for"]] = true
				}
			}
			for _, n := range root.All() {
				if n.Attrs["style"] != "" {
					t.Errorf("%s has a style: the content security policy forbids it", n.Name)
				}
				for a := range n.Attrs {
					if strings.HasPrefix(a, "on") {
						t.Errorf("%s has %s", n.Name, a)
					}
				}
				switch n.Name {
				case "script", "img", "iframe":
					t.Errorf("a %s came out of text", n.Name)
				case "button", "a", "summary":
					if n.Says() == "" && n.Attrs["aria-label"] == "" {
						t.Errorf("a %s without a name: %v", n.Name, n.Attrs)
					}
				case "input":
					if !labelled[n.Attrs["id"]] && n.Up.Name != "label" {
						t.Errorf("an input without a label: %v", n.Attrs)
					}
				case "progress":
					if n.Attrs["aria-label"] == "" {
						t.Error("a progress bar without a name")
					}
				}
			}
		})
	}
}

// A go that rests on no signal has the level unknown, and must not look like one.
func TestNoConfidentGreen(t *testing.T) {
	v := at(ui.ScreenToday, "")
	v.page.Now = learning()
	root := outline.Parse(t, v.draw())
	for _, n := range root.All() {
		if strings.Contains(" "+n.Attrs["class"]+" ", " is-go ") {
			t.Error("progress without a known signal is drawn as go")
		}
	}
	if got := root.Find("h1")[0].Says(); got != "Learning" {
		t.Errorf("the verdict reads %q", got)
	}
	if got := root.Find("main")[0].Attrs["data-action"]; got != "progress" {
		t.Errorf("data-action is %q", got)
	}
}

func TestMainCarriesTheVerdict(t *testing.T) {
	for name, v := range views() {
		m := outline.Parse(t, v.draw()).Find("main")[0]
		a := v.page.Verdict()
		if a == nil {
			if m.Attrs["data-action"] != "" || m.Attrs["data-date"] != "" {
				t.Errorf("%s: a verdict stands before there is one: %v", name, m.Attrs)
			}
			continue
		}
		if m.Attrs["data-action"] != a.Action || m.Attrs["data-date"] != a.Date.String() {
			t.Errorf("%s: main carries %v, not %s of %s", name, m.Attrs, a.Action, a.Date)
		}
	}
}

func TestEveryFileHasALine(t *testing.T) {
	v := at(ui.ScreenFiles, "")
	root := outline.Parse(t, v.draw())
	var got []string
	for _, li := range root.Find("li") {
		if f := li.Attrs["data-file"]; f != "" {
			got = append(got, li.Attrs["data-result"]+" "+strings.TrimPrefix(f, "GARMIN/"))
		}
	}
	want := "rejected " + hostile + "; partial cut.fit; added a.fit; duplicate b.fit"
	if s := strings.Join(got, "; "); s != want {
		t.Errorf("lines are %s\nwant %s", s, want)
	}
}

func TestOneProgressBar(t *testing.T) {
	for name, v := range views() {
		n := 0
		for _, p := range outline.Parse(t, v.draw()).All() {
			if p.Attrs["role"] == "progressbar" {
				n++
			}
		}
		if want := map[bool]int{true: 1}[v.page.Importing()]; n != want {
			t.Errorf("%s: %d progress bars, want %d", name, n, want)
		}
	}
}

// Drawn in pieces, Today begins with its verdict, adds in each what stands below, and
// is at last what it is drawn at once; what the shell has painted is not taken away.
func TestTodayInPieces(t *testing.T) {
	cards := func(v *view) ([]string, bool) {
		var list []string
		root := outline.Parse(t, v.draw())
		for _, n := range root.Find("main")[0].All() {
			if n.Up.Attrs["class"] == "stack" {
				list = append(list, n.Name+"."+n.Attrs["class"])
			}
		}
		_, busy := root.Find("main")[0].Attrs["aria-busy"]
		return list, busy
	}
	whole, busy := cards(at(ui.ScreenToday, ""))
	if busy || len(whole) < 4 {
		t.Fatalf("drawn at once: %q, busy %v", whole, busy)
	}
	for last, first := range map[bool]string{false: "", true: "section.card session section.signals"} {
		v := at(ui.ScreenToday, "")
		v.page.Held = today.Held(last)
		got, busy := cards(v)
		if strings.Join(got, " ") != first || !busy || v.page.Held < 1 {
			t.Errorf("painted before %v: it begins with %q, busy %v", last, got, busy)
		}
		if root := outline.Parse(t, v.draw()); root.Find("h1")[0].Says() == "" || root.Find("main")[0].Attrs["data-action"] == "" {
			t.Errorf("painted before %v: it begins without its verdict", last)
		}
		for v.page.Held > 0 {
			v.page.Held--
			more, busy := cards(v)
			if len(more) <= len(got) || !slices.Equal(more[:len(got)], got) || busy != (v.page.Held > 0) {
				t.Errorf("with %d pieces to come: %q after %q, busy %v", v.page.Held, more, got, busy)
			}
			got = more
		}
		if !slices.Equal(got, whole) {
			t.Errorf("at last %q, not %q", got, whole)
		}
	}
}

// A screen that is drawn in pieces begins with its title and without what stands lowest,
// has more in each, and is at last what it is when it is drawn at once.
func TestInPieces(t *testing.T) {
	several := map[string]bool{}
	for name, v := range views() {
		n := v.current().Pieces()
		if !v.current().Ready() || v.page.State == nil || n == 1 {
			continue
		}
		whole := outline.Parse(t, v.draw()).String()
		size, first := 0, 0
		for v.page.Held = n - 1; v.page.Held > 0; v.page.Held-- {
			root := outline.Parse(t, v.draw())
			text := strings.Replace(root.String(), " aria-busy=aria-busy", "", 1)
			if len(root.Find("h1")) != 1 || len(text) < size {
				t.Errorf("%s, %d of %d pieces to come: %d bytes after %d, titles %d", name, v.page.Held, n, len(text), size, len(root.Find("h1")))
			}
			if size = len(text); first == 0 {
				first = size
			}
		}
		if text := outline.Parse(t, v.draw()).String(); text != whole || first > len(whole) {
			t.Errorf("%s: %d bytes at first, and at last %d; drawn at once it has %d", name, first, len(text), len(whole))
		}
		if first < len(whole) {
			several[v.page.Route.Screen] = true
		}
	}
	if len(several) < 4 {
		t.Errorf("only %v are drawn in pieces", several)
	}
}

// The check-in is asked for in one place of a day.
func TestCheckInIsAskedOnce(t *testing.T) {
	for name, v := range views() {
		if !strings.HasPrefix(name, "today") {
			continue
		}
		n := 0
		for _, a := range outline.Parse(t, v.draw()).Find("a") {
			if strings.HasPrefix(a.Attrs["href"], ui.CheckIn) {
				n++
			}
		}
		if n > 1 {
			t.Errorf("%s: %d ways to the check-in", name, n)
		}
	}
}
