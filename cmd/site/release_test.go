package main

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"
)

func TestRelease(t *testing.T) {
	for _, c := range []struct{ changelog, want string }{
		{"# Changelog\n\n## [Unreleased]\n\n## [0.2.0] - 2026-11-27\n\n- b\n\n## [0.1.0] - 2026-11-22\n\n- a\n", "0.2.0"},
		{"## [Unreleased]\n\n### Added\n\n- c\n\n## [0.2.0] - 2026-11-27\n", "0.2.0+"},
		{"## [10.0.1] - 2027-01-02\n\n- a\n", "10.0.1"},
	} {
		if got, err := release(c.changelog); got != c.want || err != nil {
			t.Errorf("%q: %q, %v, want %q", c.changelog, got, err, c.want)
		}
	}
	for _, none := range []string{"", "# Changelog\n\n## [Unreleased]\n\n- a\n", "## 0.1.0\n"} {
		if got, err := release(none); err == nil {
			t.Errorf("%q: %q and no error", none, got)
		}
	}
}

// The newest release stands first, none is of a day before the one under it, and
// every tag of this clone is a release of the changelog; a tag on the very commit
// that is built is the newest.
func TestChangelog(t *testing.T) {
	const root = "../.."
	b, err := os.ReadFile(filepath.Join(root, "CHANGELOG.md"))
	if err != nil {
		t.Fatal(err)
	}
	if n := strings.Count(string(b), "\n## "); n != strings.Count(string(b), "\n## [Unreleased]\n")+len(heading.FindAllString(string(b), -1)) {
		t.Errorf("of %d headings some are no release", n)
	}
	var releases []string
	for i, m := range heading.FindAllStringSubmatch(string(b), -1) {
		if _, err := time.Parse(time.DateOnly, m[2]); err != nil {
			t.Error(err)
		}
		if i > 0 && slices.Compare(number(t, "v"+m[1]), number(t, releases[i-1])) >= 0 {
			t.Errorf("v%s stands below %s", m[1], releases[i-1])
		}
		releases = append(releases, "v"+m[1])
	}
	days := heading.FindAllStringSubmatch(string(b), -1)
	if !slices.IsSortedFunc(days, func(a, b []string) int { return strings.Compare(b[2], a[2]) }) {
		t.Error("a release is of a day before the one under it")
	}
	if _, err := os.Stat(filepath.Join(root, ".git")); err != nil {
		return // unpacked, maybe inside another project: its tags are not ours
	}
	for _, tag := range strings.Fields(git(root, "tag", "--list", "v*")) {
		if !slices.Contains(releases, tag) {
			t.Errorf("tag %s is no release of the changelog", tag)
		}
	}
	for _, tag := range strings.Fields(git(root, "tag", "--list", "v*", "--points-at", "HEAD")) {
		if tag != releases[0] {
			t.Errorf("this commit is %s, and the changelog's newest release is %s", tag, releases[0])
		}
	}
}

// number is the three numbers of a release.
func number(t *testing.T, release string) []int {
	t.Helper()
	n := make([]int, 3)
	if _, err := fmt.Sscanf(release, "v%d.%d.%d", &n[0], &n[1], &n[2]); err != nil {
		t.Fatalf("%s: %v", release, err)
	}
	return n
}

// What Settings shows begins with the changelog's release and, in a clone, names
// the commit and its day.
func TestVersion(t *testing.T) {
	got, err := version("../..")
	if err != nil {
		t.Fatal(err)
	}
	if !regexp.MustCompile(`^\d+\.\d+\.\d+\+?( \([0-9a-f]{7,}(-dirty)?, \d{4}-\d\d-\d\d\))?$`).MatchString(got) {
		t.Errorf("version %q", got)
	}
	if _, err := os.Stat("../../.git"); err == nil && !strings.Contains(got, "(") {
		t.Errorf("version %q does not name the commit", got)
	}
	bare := t.TempDir()
	if _, err := version(bare); err == nil {
		t.Error("a version without a changelog")
	}
	if err := os.WriteFile(filepath.Join(bare, "CHANGELOG.md"), []byte("## [0.3.0] - 2026-12-01\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	if got, err := version(bare); got != "0.3.0" || err != nil {
		t.Errorf("without commits: %q, %v", got, err)
	}
}
