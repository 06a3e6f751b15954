package ruletest

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"rebound/engine/rule"
)

// Each group of thresholds is claimed by the tests of one package: a call of
// Boundaries with its name.
func TestEveryGroupHasItsBoundaries(t *testing.T) {
	claimed := map[string]string{}
	err := filepath.WalkDir(filepath.Join("..", ".."), func(path string, _ fs.DirEntry, err error) error {
		if err != nil || !strings.HasSuffix(path, "_test.go") {
			return err
		}
		file, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		ast.Inspect(file, func(n ast.Node) bool {
			call, ok := n.(*ast.CallExpr)
			if !ok || len(call.Args) != 3 {
				return true
			}
			f, ok := call.Fun.(*ast.SelectorExpr)
			if group, is := call.Args[1].(*ast.BasicLit); ok && is && f.Sel.Name == "Boundaries" {
				name, err := strconv.Unquote(group.Value)
				if err != nil || claimed[name] != "" {
					t.Errorf("%s: the group %s is claimed by %s too", path, group.Value, claimed[name])
				}
				claimed[name] = path
			}
			return true
		})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range rule.Table {
		if claimed[r.Group] == "" {
			t.Errorf("%s: no package has boundary cases for the group %q", r.Key, r.Group)
			claimed[r.Group] = "said once"
		}
	}
}

func TestEdges(t *testing.T) {
	for edge, want := range map[Edge][3]bool{
		AtLeast: {false, true, true}, Over: {false, false, true}, AtMost: {true, true, false}, Under: {true, false, false},
	} {
		if got := [3]bool{edge.holds(-1), edge.holds(0), edge.holds(1)}; got != want {
			t.Errorf("%d: %v, want %v", edge, got, want)
		}
	}
}
