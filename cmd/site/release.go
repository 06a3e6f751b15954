package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
)

// heading is a release in CHANGELOG.md, as "## [0.2.0] - 2026-11-27".
var heading = regexp.MustCompile(`(?m)^## \[(\d+\.\d+\.\d+)\] - (\d{4}-\d\d-\d\d)$`)

// release is the newest release that a changelog has. A plus behind it says that
// there is more in the sources: something stands under Unreleased.
func release(changelog string) (string, error) {
	at := heading.FindStringSubmatchIndex(changelog)
	if at == nil {
		return "", fmt.Errorf("CHANGELOG.md has no release, as ## [0.1.0] - 2026-11-22")
	}
	name := changelog[at[2]:at[3]]
	_, since, _ := strings.Cut(changelog[:at[0]], "## [Unreleased]\n")
	if strings.TrimSpace(since) != "" {
		name += "+"
	}
	return name, nil
}

// version names what is built, as "0.2.0 (3f2a91c, 2026-11-27)": the release by
// the changelog, so that a clone without tags knows it too, then the commit and
// its day where there is one.
func version(root string) (string, error) {
	changelog, err := os.ReadFile(filepath.Join(root, "CHANGELOG.md"))
	if err != nil {
		return "", err
	}
	name, err := release(string(changelog))
	if err != nil {
		return "", err
	}
	if _, err := os.Stat(filepath.Join(root, ".git")); err != nil {
		return name, nil // unpacked inside another project, say: its commits are not ours
	}
	commit, day := git(root, "describe", "--always", "--dirty", "--exclude=*"), git(root, "log", "-1", "--format=%cs")
	if commit == "" || day == "" {
		return name, nil
	}
	return name + " (" + commit + ", " + day + ")", nil
}

// git is what a git command prints; nothing where it fails.
func git(root string, args ...string) string {
	out, err := exec.Command("git", append([]string{"-C", root}, args...)...).Output()
	if err != nil {
		return ""
	}
	return strings.TrimSpace(string(out))
}
