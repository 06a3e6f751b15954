package page

import (
	"cmp"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"rebound/app/page/outline"
)

// unmarked are the fields that no draft is kept of, with the reason: what is chosen in
// most of them counts at once.
var unmarked = map[string]string{
	"summary-to":   "the page itself keeps it (data-kept)",
	"summary-name": "the page itself keeps it (data-kept)",
	"prefer_hrv":   "saved as it is chosen",
	"maker":        "saved as it is chosen",
	"which":        "what the season's drawing shows",
	"heel_raise":   "an exercise is ticked off at once",
	"no_run":       "an exercise is ticked off at once",
}

// called is what a field goes by: its id, else its exercise, else its class.
func called(n *outline.Node) string {
	return cmp.Or(n.Attrs["id"], n.Attrs["data-code"], n.Attrs["class"])
}

// What the runner types or chooses outlives the page (web/boot/drafts.js), so every field
// of every screen stands in something that is marked for it. A new form is not forgotten.
func TestEveryFormIsMarkedForDrafts(t *testing.T) {
	fields, used := 0, map[string]bool{}
	for name, v := range views() {
		for _, n := range outline.Parse(t, v.draw()).All() {
			if !slices.Contains([]string{"input", "select", "textarea"}, n.Name) || slices.Contains([]string{"file", "password", "range", "hidden"}, n.Attrs["type"]) {
				continue
			}
			fields++
			marked := n
			for marked != nil && marked.Attrs["data-draft"] == "" {
				marked = marked.Up
			}
			if marked != nil {
				continue
			}
			if unmarked[called(n)] == "" {
				t.Errorf("%s: no draft is kept of %s %v", name, n.Name, n.Attrs)
			}
			used[called(n)] = true
		}
	}
	if fields < 200 {
		t.Errorf("%d fields on all screens", fields)
	}
	for name := range unmarked {
		if !used[name] {
			t.Errorf("%s needs no exception", name)
		}
	}
}

// A form that no screen of these tests draws is marked all the same.
func TestEveryFormInTheSourceIsMarked(t *testing.T) {
	forms := 0
	err := filepath.WalkDir(".", func(path string, d os.DirEntry, err error) error {
		if err != nil || filepath.Ext(path) != ".go" || strings.HasSuffix(path, "_test.go") {
			return err
		}
		src, err := os.ReadFile(path)
		for i, line := range strings.Split(string(src), "\n") {
			if !strings.Contains(line, "app.Form()") {
				continue
			}
			forms++
			if !strings.Contains(line, `DataSet("draft", `) {
				t.Errorf("%s:%d: a form whose draft nobody keeps", path, i+1)
			}
		}
		return err
	})
	if err != nil || forms < 10 {
		t.Errorf("%d forms, %v", forms, err)
	}
}
