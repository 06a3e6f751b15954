// Vuln (make vuln) says which known vulnerabilities the code can reach: govulncheck
// over the programs as they are shipped and over the whole module, with the database
// that the Go module proxy carries, and npm audit over what is bundled.
//
//	go run ./cmd/vuln
//
// It needs the network. What it cannot reach it names, and goes on with the rest;
// it ends with 1 when something was found, and with 2 when nothing could be asked.
package main

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// The database is a module like any other; a later one is named here.
const (
	database = "golang.org/x/vulndb@v0.0.0-20261105234957-e22db6528018"
	checker  = "golang.org/x/vuln/cmd/govulncheck@v1.9.0"
)

func main() {
	asked, found := 0, 0
	for _, check := range []struct {
		name string
		run  func() (bad bool, err error)
	}{
		{"Go modules and the standard library", checkGo},
		{"npm packages of the site", func() (bool, error) { return audit("web") }},
		{"npm packages of the benchmark", func() (bool, error) { return audit("cmd/bench/peers") }},
	} {
		fmt.Printf("== %s\n", check.name)
		bad, err := check.run()
		switch {
		case err != nil:
			fmt.Printf("not checked: %v\n", err)
			continue
		case bad:
			found++
		}
		asked++
	}
	switch {
	case found > 0:
		os.Exit(1)
	case asked == 0:
		os.Exit(2)
	}
}

// checkGo runs govulncheck with the database from the proxy: for the wasm programs,
// then natively for all.
func checkGo() (bad bool, err error) {
	out, err := exec.Command("go", "mod", "download", "-json", database).Output()
	var module struct{ Dir, Error string }
	if json.Unmarshal(out, &module) != nil || module.Dir == "" {
		return false, fmt.Errorf("the database cannot be had from the Go module proxy: %s", reason(err, module.Error))
	}
	index, err := os.MkdirTemp("", "rebound-vuln")
	if err != nil {
		return false, err
	}
	defer os.RemoveAll(index)
	path, version, _ := strings.Cut(database, "@")
	if out, err := exec.Command("go", "run", path+"/cmd/indexdb@"+version, "-vulns", filepath.Join(module.Dir, "data", "osv"), "-out", index).CombinedOutput(); err != nil {
		return false, fmt.Errorf("the database cannot be indexed: %s", reason(err, string(out)))
	}
	install := exec.Command("go", "install", checker)
	install.Env = append(os.Environ(), "GOBIN="+index)
	if out, err := install.CombinedOutput(); err != nil {
		return false, fmt.Errorf("govulncheck cannot be had: %s", reason(err, string(out)))
	}
	for _, scan := range []struct{ env, what []string }{
		{[]string{"GOOS=js", "GOARCH=wasm", "CGO_ENABLED=0"}, []string{"./cmd/app", "./cmd/backend", "./cmd/reader"}},
		{nil, []string{"./..."}},
	} {
		cmd := exec.Command(filepath.Join(index, "govulncheck"), append([]string{"-db", "file://" + index}, scan.what...)...)
		cmd.Env = append(os.Environ(), scan.env...)
		cmd.Stdout, cmd.Stderr = os.Stdout, os.Stderr
		switch err := cmd.Run(); {
		case err != nil && cmd.ProcessState.ExitCode() == affected:
			bad = true
		case err != nil:
			return bad, fmt.Errorf("govulncheck: %w", err)
		}
	}
	return bad, nil
}

// affected is how govulncheck ends when the code can reach a vulnerability.
const affected = 3

// audit asks the npm registry about one lock file.
func audit(dir string) (bad bool, err error) {
	cmd := exec.Command("npm", "audit", "--json", "--package-lock-only")
	cmd.Dir = dir
	out, err := cmd.Output()
	var report struct {
		Metadata *struct {
			Vulnerabilities map[string]int
		}
		Message string
	}
	if json.Unmarshal(out, &report) != nil || report.Metadata == nil {
		return false, fmt.Errorf("the npm registry does not answer an audit: %s", reason(err, report.Message))
	}
	total := report.Metadata.Vulnerabilities["total"]
	fmt.Printf("%d known vulnerabilities\n", total)
	return total > 0, nil
}

// reason is the last line of what a program said, or how it ended.
func reason(err error, said string) string {
	lines := strings.Split(strings.TrimSpace(said), "\n")
	if last := lines[len(lines)-1]; last != "" {
		return last
	}
	return fmt.Sprint(err)
}
