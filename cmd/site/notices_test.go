package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// Every library that the site contains is named with its licence, the FIT profile's
// own beside that of the library that was made from it.
func TestNotices(t *testing.T) {
	b, err := notices("../..", web)
	if err != nil {
		t.Fatal(err)
	}
	text := string(b)
	for _, want := range []string{
		"\nRebound\n=", "\nGo, its runtime", "The Go Authors",
		"github.com/maxence-charriere/go-app/v10 v", "github.com/tormoder/fit v", "github.com/muktihari/fit v", "LICENSE-FIT-SDK",
		"Garmin International", "\n@picocss/pico 2", "\nidb 8", "\nworkbox-precaching 7",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is not named", want)
		}
	}
	for _, never := range []string{"axe-core", "@garmin/fitsdk", "chromedp", root(t)} {
		if strings.Contains(text, never) {
			t.Errorf("%s is named, and is not in the site", never)
		}
	}
	bare := t.TempDir()
	if _, err := licences("a library", bare); err == nil {
		t.Error("a library without a licence passes")
	}
	if err := os.WriteFile(filepath.Join(bare, "COPYING"), []byte("as you like"), 0o644); err != nil {
		t.Fatal(err)
	}
	if got, err := licences("a library", bare); err != nil || len(got) != 1 || got[0].text != "as you like" {
		t.Errorf("%v, %v", got, err)
	}
}

func root(t *testing.T) string {
	t.Helper()
	dir, err := filepath.Abs("../..")
	if err != nil {
		t.Fatal(err)
	}
	return dir
}
