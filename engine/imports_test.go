//go:build !js

package engine_test

import (
	"encoding/json"
	"os/exec"
	"strings"
	"testing"
)

// Imports run one way. The rules are held against what the go command itself
// says a package imports, for the browser's build and the native one.
func TestImports(t *testing.T) {
	const mod = "rebound/"
	allowed := map[string][]string{ // a package and what it may import of this module
		"engine/diary":         {},
		"engine/rule":          {},
		"engine/beats":         {},
		"engine/rule/ruletest": {"engine/rule"},
		"engine/signal":        {"engine/diary", "engine/rule"},
		"engine/load":          {"engine/diary", "engine/rule"},
		"engine/body":          {"engine/diary", "engine/rule", "engine/load"},
		"engine/verdict":       {"engine/diary", "engine/rule", "engine/signal", "engine/load", "engine/body"},
		"engine/entry":         {"engine/beats", "engine/diary", "engine/rule", "engine/body", "engine/verdict"},
		"engine/cycle":         {"engine/diary"},
		"engine/effect":        {"engine/diary", "engine/rule"},
		"engine/gives":         {},
		"engine/watch":         {"engine/diary", "engine/watch/"},
		"engine/watch/source":  {"engine/diary"},
		"engine/watch/inflate": {},
		"engine/plan":          {"engine/diary", "engine/rule", "engine/signal", "engine/load", "engine/verdict"},
		"engine/watch/fitfile": {"engine/beats", "engine/diary", "engine/plan", "engine/watch/trace"},
		"engine/story":         {"engine/diary", "engine/rule", "engine/load", "engine/verdict", "engine/plan"},
		"engine/sample":        {"engine/diary"},
		"engine/sample/vendor": {"engine/diary", "engine/sample", "engine/watch/fitfile", "engine/watch/sqlite"},
		"engine":               {"engine/diary", "engine/rule", "engine/signal", "engine/load", "engine/body", "engine/verdict", "engine/plan"},
		"engine/coach":         {"engine", "engine/diary", "engine/rule", "engine/signal", "engine/load", "engine/body", "engine/verdict", "engine/plan", "engine/cycle", "engine/effect", "engine/story"},
		"app/wire":             {"engine/diary"},
		"app/ical":             {"engine/diary"},
		"app/unit":             {"engine/diary"},
		"app/brand":            {},
		"app/words":            {"app/brand", "app/wire", "app/unit", "app/ical", "engine", "engine/"},
		"app/chart":            {"app/wire", "app/unit", "engine/diary"},
		"app/page":             {"app/page/", "app/wire", "engine/diary"},
		"app/page/ui":          {"app/wire", "app/chart", "app/unit", "engine/diary"},
		"app/page/inbox":       {"app/page/ui", "app/chart", "app/wire", "app/unit", "engine/diary"},
		"app/page/today":       {"app/page/ui", "app/page/inbox", "app/wire", "app/chart", "app/unit", "engine/diary"},
		"app/page/trends":      {"app/page/ui", "app/wire", "app/chart", "app/unit"},
		"app/page/plan":        {"app/page/ui", "app/wire", "app/chart", "app/unit", "engine/diary"},
		"app/page/body":        {"app/page/ui", "app/page/inbox", "app/wire", "app/chart", "app/unit", "engine/diary"},
		"app/sources":          {"app/brand", "engine/gives"},
		"app/glossary":         {},
		"app/drawings":         {},
		"app/page/sources":     {"app/page/ui", "app/chart"},
		"app/page/files":       {"app/page/ui", "app/page/inbox", "app/page/sources", "app/unit"},
		"app/page/settings":    {"app/page/ui", "app/wire", "app/unit", "engine/diary"},
		"app/page/summary":     {"app/page/ui", "app/wire", "app/chart", "app/unit", "engine/diary"},
		"app/page/firstrun":    {"app/page/ui", "app/page/inbox", "app/page/sources", "app/wire"},
		"app/page/outline":     {},
		"app/intake":           {"app/wire", "engine/diary", "engine/plan", "engine/story"},
		"app/backup":           {"app/wire", "engine/diary", "engine/entry", "engine/watch/inflate"},
		"app/reader":           {"app/intake", "app/backup", "app/wire", "engine/diary", "engine/load", "engine/sample", "engine/story", "engine/watch", "engine/watch/fitfile"},
		"app/sheet":            {"engine", "engine/diary", "engine/load"},
		"app/backend":          {"app/intake", "app/brand", "app/ical", "app/sheet", "app/wire", "app/words", "engine", "engine/"},
	}
	forbidden := []string{"os", "net/http", "syscall/js", "log", "math/rand"} // in engine
	for _, env := range [][]string{{"GOOS=linux", "GOARCH=amd64"}, {"GOOS=js", "GOARCH=wasm"}} {
		cmd := exec.Command("go", "list", "-json=ImportPath,Imports", "rebound/...")
		cmd.Env = append(cmd.Environ(), env...)
		cmd.Env = append(cmd.Env, "CGO_ENABLED=0")
		out, err := cmd.Output()
		if err != nil {
			t.Fatal(err)
		}
		seen := 0
		for dec := json.NewDecoder(strings.NewReader(string(out))); dec.More(); {
			var p struct {
				ImportPath string
				Imports    []string
			}
			if err := dec.Decode(&p); err != nil {
				t.Fatal(err)
			}
			name := strings.TrimPrefix(p.ImportPath, mod)
			rules, known := allowed[name]
			if known {
				seen++
			} else if strings.HasPrefix(name, "engine/watch/") { // a vendor's reader, or what several of them read with
				known, rules = true, []string{"engine/diary", "engine/watch/source", "engine/watch/xmlin", "engine/watch/trace", "engine/watch/jsonin", "engine/watch/table", "engine/watch/sourcetest", "engine/watch/sqlite"}
			} else if strings.HasPrefix(name, "app/page/") {
				t.Errorf("%s stands in no row of this test: a new screen says what it imports", name)
			}
			for _, imp := range p.Imports {
				own, ours := strings.CutPrefix(imp, mod)
				switch {
				case ours && known && !within(rules, own):
					t.Errorf("%s imports %s", name, own)
				case ours && strings.HasPrefix(name, "engine") && !strings.HasPrefix(own, "engine"):
					t.Errorf("%s imports %s", name, own)
				case strings.HasPrefix(name, "engine") && within(forbidden, imp):
					t.Errorf("%s imports %s: the engine has no I/O and no clock", name, imp)
				case strings.Contains(imp, "/fit") && !ours && name != "engine/watch/fitfile":
					t.Errorf("%s imports %s: FIT libraries are fitfile's", name, imp)
				}
			}
		}
		if seen < len(allowed)-2 {
			t.Errorf("only %d of %d packages were looked at", seen, len(allowed))
		}
	}
}

// The backend opens no file: what reads those, and so may die of them, is the
// reader. Neither holds what the other does.
func TestWhatProgramsHold(t *testing.T) {
	for program, never := range map[string][]string{
		"./cmd/backend": {"archive/zip", "compress/flate", "compress/gzip", "rebound/engine/watch", "rebound/engine/sample", "rebound/app/backup", "github.com/"},
		"./cmd/reader":  {"rebound/app/backend", "rebound/app/words", "rebound/engine/coach", "github.com/maxence-charriere/"},
		"./cmd/app":     {"rebound/app/backend", "rebound/app/reader", "rebound/engine/watch", "rebound/engine/load", "github.com/muktihari/", "github.com/tormoder/"},
	} {
		cmd := exec.Command("go", "list", "-deps", program)
		cmd.Dir = ".."
		cmd.Env = append(cmd.Environ(), "GOOS=js", "GOARCH=wasm", "CGO_ENABLED=0")
		out, err := cmd.Output()
		if err != nil {
			t.Fatal(err)
		}
		deps := strings.Fields(string(out))
		if len(deps) < 20 {
			t.Errorf("%s: only %d packages were looked at", program, len(deps))
		}
		for _, dep := range deps {
			for _, bad := range never {
				if dep == bad || strings.HasPrefix(dep, strings.TrimSuffix(bad, "/")+"/") {
					t.Errorf("%s holds %s", program, dep)
				}
			}
		}
	}
}

// within reports whether a path is one of list; an entry that ends in / stands for
// all below it.
func within(list []string, path string) bool {
	for _, l := range list {
		if path == l || strings.HasSuffix(l, "/") && strings.HasPrefix(path, l) {
			return true
		}
	}
	return false
}
