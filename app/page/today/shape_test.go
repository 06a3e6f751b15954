package today

import (
	"testing"

	"rebound/engine/verdict"
)

// Each level has a shape of its own.
func TestEachLevelHasItsShape(t *testing.T) {
	seen := map[string]string{}
	for _, l := range []verdict.Level{verdict.LevelGo, verdict.LevelEase, verdict.LevelRecover, verdict.LevelStop, verdict.LevelUnknown} {
		path := shapes[string(l)]
		if path == "" || seen[path] != "" {
			t.Errorf("%s is drawn as %q, like %q", l, path, seen[path])
		}
		seen[path] = string(l)
	}
}
