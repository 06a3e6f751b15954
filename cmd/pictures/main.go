// Pictures takes a picture of every state of every screen, in Chromium, to be looked at.
//
//	pictures [-out build/pictures] [-site DIR] [-only NAMES] [-width LIST] [-theme LIST] [-list]
//	pictures -docs docs [-site DIR]
//
// A state is what a screen shows of one life on one morning (states.go): Today after two
// bad weeks, Body with a calf that hurts, Files in the middle of an import. The lives are
// the sample runner's with other chapters (stories.go), handed to the site as her watch
// would have written them, and what she reports goes the page's own way to the backend.
// The browser's clock stands at one morning in March, so that the same commit gives the
// same pictures.
//
// Out gets NAME-WIDTH-THEME.png, the whole page however long, and sheets to see states
// side by side: WIDTH-THEME.html of all, sheet-SCREEN-WIDTH-THEME.png of one screen. Each
// says how many screens of a phone the page is long (of 844 px, or of 900 on a computer),
// and a line stands where the first one ends.
//
//	-only    the states whose name begins so: today, today-go, plan,body-map
//	-width   of 320, 390, 768 and 1280; all of them by default
//	-theme   light, dark or both
//	-site    take a built site instead of building one
//	-docs    write the pictures of the README and the manifest into that folder, and nothing else
//	-list    name the states
//
// Exit status 1 when a state could not be reached; the others are there then.
package main

import (
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
)

func main() {
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, "pictures:", err)
		os.Exit(1)
	}
}

// wanted is what the flags ask for.
type wanted struct {
	out    string
	only   []string
	widths []int
	themes []string
}

var (
	allWidths = []int{320, 390, 768, 1280}
	allThemes = []string{"light", "dark"}
)

func run() error {
	out := flag.String("out", filepath.Join("build", "pictures"), "the folder to write")
	site := flag.String("site", "", "a built site; built anew without it")
	only := flag.String("only", "", "the states whose name begins so, by comma")
	width := flag.String("width", "", "widths, by comma")
	theme := flag.String("theme", "", "light or dark")
	docs := flag.String("docs", "", "write the pictures of the README into this folder")
	list := flag.Bool("list", false, "name the states")
	flag.Parse()
	if flag.NArg() > 0 {
		return fmt.Errorf("there is no %q here: see -help", flag.Arg(0))
	}
	if *list {
		for _, s := range states {
			fmt.Println(s.name)
		}
		return nil
	}
	w := wanted{out: *out, only: split(*only), widths: allWidths, themes: allThemes}
	if *width != "" {
		w.widths = nil
		for _, text := range split(*width) {
			n, err := strconv.Atoi(text)
			if err != nil || n < 280 || n > 4000 {
				return fmt.Errorf("-width takes pixels, as 390,1280: not %q", text)
			}
			w.widths = append(w.widths, n)
		}
	}
	if *theme != "" {
		w.themes = split(*theme)
		for _, t := range w.themes {
			if !slices.Contains(allThemes, t) {
				return fmt.Errorf("-theme is light or dark, not %q", t)
			}
		}
	}
	spare, err := os.MkdirTemp("", "rebound-pictures")
	if err != nil {
		return err
	}
	defer os.RemoveAll(spare)
	if *site == "" {
		*site = filepath.Join(spare, "site")
		build := exec.Command("go", "run", "./cmd/site", "build", "-out", *site)
		if msg, err := build.CombinedOutput(); err != nil {
			return fmt.Errorf("building the site: %w\n%s", err, msg)
		}
	}
	s, err := newStudio(*site, spare)
	if err != nil {
		return err
	}
	defer s.close()
	if *docs != "" {
		return s.forDocs(*docs)
	}
	return s.takeAll(w)
}

func split(list string) []string {
	return strings.FieldsFunc(list, func(r rune) bool { return r == ',' || r == ' ' })
}

// takes reports whether a state is among those wanted.
func (w wanted) takes(name string) bool {
	return len(w.only) == 0 || slices.ContainsFunc(w.only, func(p string) bool { return strings.HasPrefix(name, p) })
}
