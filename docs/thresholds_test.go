package docs_test

import (
	"cmp"
	"fmt"
	"go/token"
	"maps"
	"path/filepath"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/tools/go/packages"

	"rebound/app/words"
	"rebound/engine/rule"
)

// THRESHOLDS.md is every threshold with the files that read it, as the compiler
// sees them, and every reference with how it was read. A threshold that nothing
// reads is a setting that does nothing.
func TestThresholds(t *testing.T) {
	readers := readersOfSettings(t)
	var out strings.Builder
	out.WriteString(`# Thresholds

Generated from ` + "`engine/rule`" + ` by ` + "`go test ./docs -update`" + `; a test holds that it is current. [MODEL.md](MODEL.md) says
how they work together. *Ours* is a choice without a source. Shares and factors are of 1.
`)
	group := ""
	for i, r := range words.Rules(rule.Default()) {
		if r.Group != group {
			group = r.Group
			fmt.Fprintf(&out, "\n## %s\n\n| threshold | what it is | default | bounds | read in | source | how read |\n|---|---|---|---|---|---|---|\n", group)
		}
		files := readers[fieldOf(t, r.Key)]
		if len(files) == 0 {
			t.Errorf("%s: no file reads it", r.Key)
		}
		source, read := "ours", "-"
		if cite := rule.Table[i].Cite; cite != "" {
			source, read = string(cite), string(rule.HowRead[cite])
		}
		fmt.Fprintf(&out, "| `%s` | %s | %s | %s to %s | %s | %s | %s |\n", r.Key, r.Name,
			amount(r.Default, r.Unit), amount(r.Min, ""), amount(r.Max, ""), strings.Join(files, ", "), source, read)
	}
	out.WriteString("\n## References\n\nOf thresholds, of reasons and of the programme.\n\n| key | reference | how read |\n|---|---|---|\n")
	for _, cite := range slices.SortedFunc(maps.Keys(rule.References), func(a, b rule.Cite) int { return cmp.Compare(a, b) }) {
		fmt.Fprintf(&out, "| %s | %s | %s |\n", cite, rule.References[cite], rule.HowRead[cite])
	}
	current(t, "THRESHOLDS.md", out.String())
}

// amount writes a number without more digits than it has.
func amount(v float64, unit string) string {
	text := strconv.FormatFloat(v, 'g', -1, 64)
	switch unit {
	case "":
		return text
	case "on": // a switch
		return map[bool]string{false: "off", true: "on"}[v != 0]
	case "x", "share":
		return text
	}
	if _, most, scale := strings.Cut(unit, "0-"); scale {
		return text + " of " + most
	}
	return text + " " + unit
}

// fieldOf is the field of rule.Settings that a key sets.
func fieldOf(t *testing.T, key string) string {
	t.Helper()
	before, after := rule.Default(), rule.Default()
	r, _ := rule.Find(key)
	for _, v := range []float64{r.Min, r.Max} {
		if v != r.Default {
			if err := after.Set(key, v); err != nil {
				t.Fatal(err)
			}
		}
	}
	a, b := reflect.ValueOf(before), reflect.ValueOf(after)
	for _, f := range reflect.VisibleFields(a.Type()) {
		if !f.Anonymous && a.FieldByIndex(f.Index).Interface() != b.FieldByIndex(f.Index).Interface() {
			return f.Name
		}
	}
	t.Fatalf("%s sets no field", key)
	return ""
}

// readersOfSettings is the files outside engine/rule that read a field of
// rule.Settings, by the field's name.
func readersOfSettings(t *testing.T) map[string][]string {
	t.Helper()
	root, err := filepath.Abs("..")
	if err != nil {
		t.Fatal(err)
	}
	fset := token.NewFileSet()
	list, err := packages.Load(&packages.Config{
		Mode: packages.NeedName | packages.NeedFiles | packages.NeedSyntax | packages.NeedTypes | packages.NeedTypesInfo | packages.NeedImports,
		Dir:  root,
		Fset: fset,
	}, "rebound/engine/...", "rebound/app/...")
	if err != nil {
		t.Fatal(err)
	}
	found := map[string]map[string]bool{}
	for _, p := range list {
		for _, e := range p.Errors {
			t.Fatal(e)
		}
		if p.PkgPath == "rebound/engine/rule" {
			continue
		}
		for expr, selection := range p.TypesInfo.Selections {
			field := selection.Obj()
			if field.Pkg() == nil || field.Pkg().Path() != "rebound/engine/rule" || selection.Type() == nil {
				continue
			}
			file, err := filepath.Rel(root, fset.Position(expr.Pos()).Filename)
			if err != nil {
				t.Fatal(err)
			}
			if found[field.Name()] == nil {
				found[field.Name()] = map[string]bool{}
			}
			found[field.Name()][filepath.ToSlash(file)] = true
		}
	}
	out := map[string][]string{}
	for field, files := range found {
		out[field] = slices.Sorted(maps.Keys(files))
	}
	return out
}
