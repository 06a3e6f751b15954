package page

import (
	"strings"
	"testing"
)

func TestScreens(t *testing.T) {
	for name, v := range views() {
		t.Run(name, func(t *testing.T) { golden(t, name, parse(t, shell(v, &acts{}))) })
	}
}

// What every screen owes to everybody.
func TestEveryScreenIsAccessible(t *testing.T) {
	for name, v := range views() {
		t.Run(name, func(t *testing.T) {
			root := parse(t, shell(v, &acts{}))
			if h := root.find("h1"); len(h) != 1 || h[0].attrs["id"] != "title" || h[0].says() == "" {
				t.Errorf("there are %d first headings, and one named title is wanted", len(h))
			}
			if n := len(root.find("main")); n != 1 {
				t.Errorf("%d main landmarks", n)
			}
			ids, labelled := map[string]bool{}, map[string]bool{}
			for _, n := range root.all() {
				if id := n.attrs["id"]; id != "" {
					if ids[id] {
						t.Errorf("the id %s is there twice", id)
					}
					ids[id] = true
				}
				if n.name == "label" {
					labelled[n.attrs["for"]] = true
				}
			}
			for _, n := range root.all() {
				if n.attrs["style"] != "" {
					t.Errorf("%s has a style: the content security policy forbids it", n.name)
				}
				for a := range n.attrs {
					if strings.HasPrefix(a, "on") {
						t.Errorf("%s has %s", n.name, a)
					}
				}
				switch n.name {
				case "script", "img", "iframe":
					t.Errorf("a %s came out of text", n.name)
				case "button", "a", "summary":
					if n.says() == "" && n.attrs["aria-label"] == "" {
						t.Errorf("a %s without a name: %v", n.name, n.attrs)
					}
				case "input":
					if !labelled[n.attrs["id"]] && n.up.name != "label" {
						t.Errorf("an input without a label: %v", n.attrs)
					}
				case "progress":
					if n.attrs["aria-label"] == "" {
						t.Error("a progress bar without a name")
					}
				}
			}
		})
	}
}

// A go that rests on no signal must not look like one.
func TestNoConfidentGreen(t *testing.T) {
	v := at(screenToday)
	v.now = learning()
	root := parse(t, shell(v, &acts{}))
	for _, n := range root.all() {
		if strings.Contains(" "+n.attrs["class"]+" ", " is-go ") {
			t.Error("progress without a known signal is drawn as go")
		}
	}
	if got := root.find("h1")[0].says(); got != "Not enough data" {
		t.Errorf("the verdict reads %q", got)
	}
	if got := root.find("main")[0].attrs["data-action"]; got != "progress" {
		t.Errorf("data-action is %q", got)
	}
}

func TestMainCarriesTheVerdict(t *testing.T) {
	for name, v := range views() {
		m := parse(t, shell(v, &acts{})).find("main")[0]
		a := v.shown()
		if a == nil {
			if m.attrs["data-action"] != "" || m.attrs["data-date"] != "" {
				t.Errorf("%s: a verdict stands before there is one: %v", name, m.attrs)
			}
			continue
		}
		if m.attrs["data-action"] != a.Action || m.attrs["data-date"] != a.Date.String() {
			t.Errorf("%s: main carries %v, not %s of %s", name, m.attrs, a.Action, a.Date)
		}
	}
}

func TestEveryFileHasALine(t *testing.T) {
	v := at(screenFiles)
	root := parse(t, shell(v, &acts{}))
	var got []string
	for _, li := range root.find("li") {
		if f := li.attrs["data-file"]; f != "" {
			got = append(got, li.attrs["data-result"]+" "+strings.TrimPrefix(f, "GARMIN/"))
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
		for _, p := range parse(t, shell(v, &acts{})).all() {
			if p.attrs["role"] == "progressbar" {
				n++
			}
		}
		if want := map[bool]int{true: 1}[v.importing()]; n != want {
			t.Errorf("%s: %d progress bars, want %d", name, n, want)
		}
	}
}
