package main

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
)

// notice is the licence of one thing that the site is made of.
type notice struct {
	name string
	text string
}

// notices is the text of every licence of what the site contains: its own, Go's, those
// of the modules that are compiled in and of the npm packages that are bundled. It is
// made anew with each build, so that none can be forgotten; a dependency without a
// licence fails the build.
func notices(root, web string) ([]byte, error) {
	list, err := licences("Rebound", root)
	if err != nil {
		return nil, err
	}
	goroot, err := output(root, "go", "env", "GOROOT")
	if err != nil {
		return nil, err
	}
	of, err := licences("Go, its runtime and standard library", strings.TrimSpace(goroot))
	if err != nil {
		return nil, err
	}
	list = append(list, of...)
	for _, more := range []func() ([]notice, error){
		func() ([]notice, error) { return modules(root) },
		func() ([]notice, error) { return packages(web) },
	} {
		of, err := more()
		if err != nil {
			return nil, err
		}
		list = append(list, of...)
	}
	var out strings.Builder
	out.WriteString("What Rebound is made of, and under which licences.\n")
	for _, n := range list {
		fmt.Fprintf(&out, "\n\n%s\n%s\n\n%s\n", n.name, strings.Repeat("=", len(n.name)), strings.TrimSpace(n.text))
	}
	return []byte(out.String()), nil
}

// modules are those that the wasm programs are compiled from.
func modules(root string) (list []notice, err error) {
	args := []string{"list", "-deps", "-f", "{{with .Module}}{{if not .Main}}{{.Path}} {{.Version}}\t{{.Dir}}{{end}}{{end}}"}
	for _, p := range programs {
		args = append(args, "./cmd/"+p.name)
	}
	text, err := output(root, "go", args...)
	if err != nil {
		return nil, err
	}
	lines := strings.Split(strings.TrimSpace(text), "\n")
	slices.Sort(lines)
	for _, line := range slices.Compact(lines) {
		name, dir, ok := strings.Cut(line, "\t")
		if !ok {
			continue // of the standard library
		}
		of, err := licences(name, dir)
		if err != nil {
			return nil, err
		}
		list = append(list, of...)
	}
	return list, nil
}

// packages are those of npm that are bundled: all that the lock file does not call
// ones for development.
func packages(web string) (list []notice, err error) {
	data, err := os.ReadFile(filepath.Join(web, "package-lock.json"))
	if err != nil {
		return nil, err
	}
	var lock struct {
		Packages map[string]struct {
			Version string
			Dev     bool
		}
	}
	if err := json.Unmarshal(data, &lock); err != nil {
		return nil, err
	}
	for path, p := range lock.Packages {
		if p.Dev || path == "" {
			continue
		}
		of, err := licences(strings.TrimPrefix(path, "node_modules/")+" "+p.Version, filepath.Join(web, path))
		if err != nil {
			return nil, err
		}
		list = append(list, of...)
	}
	slices.SortFunc(list, func(a, b notice) int { return strings.Compare(a.name, b.name) })
	return list, nil
}

// licences are the licence files in a folder: a library may have more than one, as
// that of what it was made from.
func licences(name, dir string) (list []notice, err error) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil, err
	}
	isLicence := func(e fs.DirEntry) bool {
		n := strings.ToUpper(e.Name())
		return !e.IsDir() && (strings.HasPrefix(n, "LICEN") || strings.HasPrefix(n, "COPYING") || strings.HasPrefix(n, "NOTICE"))
	}
	for _, e := range entries {
		if !isLicence(e) {
			continue
		}
		text, err := os.ReadFile(filepath.Join(dir, e.Name()))
		if err != nil {
			return nil, err
		}
		title := name
		if len(list) > 0 {
			title += ", " + e.Name()
		}
		list = append(list, notice{title, string(text)})
	}
	if list == nil {
		return nil, fmt.Errorf("%s has no licence that could be shown", name)
	}
	return list, nil
}

func output(dir, name string, args ...string) (string, error) {
	cmd := exec.Command(name, args...)
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm", "CGO_ENABLED=0")
	out, err := cmd.Output()
	if err != nil {
		return "", fmt.Errorf("%s %s: %w", name, args[0], err)
	}
	return string(out), nil
}
