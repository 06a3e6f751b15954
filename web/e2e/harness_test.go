// Package e2e drives the built site in a real Chromium, as a runner does: drop
// files, read the verdict, close the browser, lose the network, come back.
//
// The site is built once and served under a sub-path by a host of our own, which
// a test can stop, start again, or make answer wrongly; offline is always a
// stopped host and, where it matters, a new browser process, since an emulated
// switch passes where a stopped host fails. Every request that reaches the host
// is recorded, and whatever else the browser asks for goes to a proxy that only
// writes it down (site_test.go).
//
// A test may run ten times slower, or faster, at any of its lines. What comes by and by is
// waited for (wait, says) and never read once, and by what only it has: a verdict, a heading,
// a toast may stand there from before (hush). screen waits for the screen; for a part of it
// (#/body/cold) the test does (drawn). A press is over when its click is: what the page then
// sends goes before what the test asks (ask), and the backend answers in that order; what is
// drawn of it comes later. Other tests have used the shared browser: a worker is looked for
// under its own tab, and each site has a host of its own. The day does not end while they
// run: in the evening they live in a zone to the west (drive.KeepDay).
//
//	CHROME=path         the browser to use, else the first Chromium or Chrome found
//	REBOUND_SITE=dir    test this build instead of building one
//	REBOUND_SHOTS=dir   write pictures of every screen there
//	REBOUND_LONG=1      the heavier tests too
package e2e

import (
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"rebound/web/e2e/drive"
)

// root is the project's folder.
const root = "../.."

var (
	built  string // the site's folder
	chrome string // the browser's path
	spare  string // for everything the tests write; removed at the end
)

func TestMain(m *testing.M) {
	os.Exit(run(m))
}

func run(m *testing.M) int {
	if dir := os.Getenv(weighing); dir != "" {
		return weighHere(dir)
	}
	flag.Parse()
	if err := drive.KeepDay(); err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	var err error
	if spare, err = os.MkdirTemp("", "rebound-e2e"); err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	defer os.RemoveAll(spare)
	if chrome, err = drive.Find(); err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	if built, err = build(); err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	defer closeShared()
	defer weigh()()
	return m.Run()
}

func build() (string, error) {
	if dir := os.Getenv("REBOUND_SITE"); dir != "" {
		return filepath.Abs(dir)
	}
	out := filepath.Join(spare, "site")
	cmd := exec.Command("go", "run", "./cmd/site", "build", "-out", out)
	cmd.Dir = root
	if msg, err := cmd.CombinedOutput(); err != nil {
		return "", fmt.Errorf("building the site: %w\n%s", err, msg)
	}
	return out, nil
}

// long skips a heavier test of the everyday run.
func long(t *testing.T) {
	t.Helper()
	if os.Getenv("REBOUND_LONG") == "" {
		t.Skip("set REBOUND_LONG=1 for this one")
	}
}
