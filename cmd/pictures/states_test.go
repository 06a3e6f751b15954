package main

import (
	"slices"
	"strings"
	"testing"
)

// Every state is of a life that there is, under a name of its own beside those of its
// screen, and every life is in a picture.
func TestStates(t *testing.T) {
	names, used := map[string]bool{}, map[string]bool{}
	var screens []string
	for _, s := range states {
		if names[s.name] {
			t.Errorf("two states are named %s", s.name)
		}
		names[s.name], used[s.life] = true, true
		if _, ok := lives[s.life]; !ok {
			t.Errorf("%s: there is no life %q", s.name, s.life)
		}
		if n := len(screens); n == 0 || screens[n-1] != s.screen() {
			if slices.Contains(screens, s.screen()) {
				t.Errorf("%s stands apart from the other states of %s: they would be on two sheets of one name", s.name, s.screen())
			}
			screens = append(screens, s.screen())
		}
		if !strings.Contains(s.name, "-") || !strings.HasPrefix(s.hash, "#/") {
			t.Errorf("%s at %s", s.name, s.hash)
		}
	}
	for name := range lives {
		if !used[name] {
			t.Errorf("nobody sees the life %q", name)
		}
	}
	for file, name := range inDocs {
		if !names[name] {
			t.Errorf("%s is to show %s, which there is not", file, name)
		}
	}
}

// A state is taken when a name that was asked for is how its own begins.
func TestTakes(t *testing.T) {
	w := wanted{only: split("today-ease, body-map")}
	for name, want := range map[string]bool{"today-ease-cut": true, "today-go": false, "body-map": true, "plan-goal": false} {
		if got := w.takes(name); got != want {
			t.Errorf("%s is taken: %v", name, got)
		}
	}
	if !(wanted{}).takes("today-go") {
		t.Error("without a name not all is taken")
	}
}
