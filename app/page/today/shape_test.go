package today

import (
	"os"
	"strings"
	"testing"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"rebound/app/wire"
	"rebound/engine/coach"
	"rebound/engine/verdict"
)

// Each level and each occasion has a shape of its own.
func TestEachLevelHasItsShape(t *testing.T) {
	seen := map[string]string{}
	for _, l := range []string{string(verdict.LevelGo), string(verdict.LevelEase), string(verdict.LevelRecover), string(verdict.LevelStop), string(verdict.LevelUnknown),
		string(coach.RaceDay), string(coach.Returning), string(coach.Learning)} {
		path := shapes[l]
		if path == "" || seen[path] != "" {
			t.Errorf("%s is drawn as %q, like %q", l, path, seen[path])
		}
		seen[path] = l
	}
}

// The shell paints the same shapes before the page is there.
func TestShellHasTheShapes(t *testing.T) {
	shell, err := os.ReadFile("../../../web/boot/last.js")
	if err != nil {
		t.Fatal(err)
	}
	for name, path := range shapes {
		_, d, _ := strings.Cut(path, ` d="`)
		d, _, _ = strings.Cut(d, `"`)
		if d == "" || !strings.Contains(string(shell), "  "+name+`: "`+d+`",`) {
			t.Errorf("the shell draws another shape for %s than %q", name, d)
		}
	}
}

// An occasion's shape goes before its level's, and with nothing new there is no answer.
func TestShapeOfADay(t *testing.T) {
	for _, c := range []struct{ level, occasion, want string }{
		{"go", "", "go"}, {"ease", "race_day", "race_day"}, {"ease", "return_to_run", "return_to_run"}, {"go", "nothing_new", "unknown"}, {"unknown", "learning", "learning"}, {"unknown", "", "unknown"},
	} {
		if got := app.HTMLString(shape(&wire.Assessment{Level: c.level, Occasion: c.occasion})); !strings.Contains(got, shapes[c.want]) {
			t.Errorf("%s, %s: %s", c.level, c.occasion, got)
		}
	}
}
