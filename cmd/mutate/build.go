package main

import (
	"encoding/json"
	"fmt"
	"go/ast"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// listed is what the go command says of a package.
type listed struct {
	ImportPath, Name, Dir, Export string
	GoFiles                       []string
}

// list asks for packages and all that they need, with their export data.
func list(patterns []string) (map[string]listed, error) {
	cmd := exec.Command("go", append([]string{"list", "-export", "-deps", "-json=ImportPath,Name,Dir,Export,GoFiles"}, patterns...)...)
	cmd.Stderr = os.Stderr
	out, err := cmd.Output()
	if err != nil {
		return nil, err
	}
	all := map[string]listed{}
	for dec := json.NewDecoder(strings.NewReader(string(out))); dec.More(); {
		var p listed
		if err := dec.Decode(&p); err != nil {
			return nil, err
		}
		all[p.ImportPath] = p
	}
	return all, nil
}

// schema is packages rewritten: their mutants by package, and the overlay that
// builds them with all of these in.
type schema struct {
	mutants map[string][]mutant
	overlay string
}

// rewriteAll writes the packages' mutated sources into dir.
func rewriteAll(paths []string, dir string) (*schema, error) {
	all, err := list(paths)
	if err != nil {
		return nil, err
	}
	s := &schema{mutants: map[string][]mutant{}, overlay: filepath.Join(dir, "overlay.json")}
	replace := map[string]string{}
	next := 1
	for _, path := range paths {
		p, ok := all[path]
		if !ok {
			return nil, fmt.Errorf("there is no package %s", path)
		}
		fset := token.NewFileSet()
		var files []*ast.File
		for _, name := range p.GoFiles {
			f, err := parser.ParseFile(fset, filepath.Join(p.Dir, name), nil, parser.ParseComments)
			if err != nil {
				return nil, err
			}
			files = append(files, f)
		}
		info := &types.Info{Types: map[ast.Expr]types.TypeAndValue{}, Uses: map[*ast.Ident]types.Object{}, Defs: map[*ast.Ident]types.Object{}}
		open := func(path string) (io.ReadCloser, error) { return os.Open(all[path].Export) }
		checker := types.Config{Importer: importer.ForCompiler(fset, "gc", open)}
		pkg, err := checker.Check(path, fset, files, info)
		if err != nil {
			return nil, err
		}
		put := func(name, text string) error {
			to := filepath.Join(dir, strings.ReplaceAll(path, "/", "_")+"_"+name)
			replace[filepath.Join(p.Dir, name)] = to
			return os.WriteFile(to, []byte(text), 0o600)
		}
		for i, name := range p.GoFiles {
			src, err := os.ReadFile(filepath.Join(p.Dir, name))
			if err != nil {
				return nil, err
			}
			r := rewriter{fset: fset, info: info, pkg: pkg, src: src, file: files[i], next: next}
			r.rewrite()
			next = r.next
			s.mutants[path] = append(s.mutants[path], r.mutants...)
			if err := put(name, r.result()); err != nil {
				return nil, err
			}
		}
		if err := put("zz_mutate.go", strings.Replace(helpers, "PACKAGE", p.Name, 1)); err != nil {
			return nil, err
		}
	}
	text, err := json.Marshal(map[string]any{"Replace": replace})
	if err != nil {
		return nil, err
	}
	return s, os.WriteFile(s.overlay, text, 0o600)
}

// suite is one package's tests, built with all mutants in.
type suite struct {
	path, dir, binary string
}

// build compiles the tests of a package over the overlay.
func (s *schema) build(path, dir string) (suite, error) {
	out, err := exec.Command("go", "list", "-f", "{{.Dir}}", path).Output()
	if err != nil {
		return suite{}, err
	}
	t := suite{path: path, dir: strings.TrimSpace(string(out)), binary: filepath.Join(dir, strings.ReplaceAll(path, "/", "_")+".test")}
	cmd := exec.Command("go", "test", "-c", "-vet=off", "-overlay", s.overlay, "-o", t.binary, path)
	cmd.Stderr = os.Stderr
	return t, cmd.Run()
}
