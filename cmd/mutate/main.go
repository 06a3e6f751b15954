// Command mutate asks of the tests whether they would notice: it changes the rule
// code in one small place after another (a < into a <=, a + into a -, 7 into 8) and
// counts the changes under which every test still passes.
//
//	go run ./cmd/mutate [-suites ./engine] [-workers 1] [-run REGEXP] [PACKAGE...]
//
// All changes are built into one test binary a package, each behind a switch that
// an environment variable turns on, so that none costs a compilation. A mutant is
// covered when a test comes past it; it is killed when a test fails, or takes ten
// times as long, first those of its own package and then those of -suites, where
// the coaching stories are. Kinds are named as by go-gremlins, whose default five
// they include; CONSTANT makes a number a tenth larger where it is used. Nothing of
// the working tree is touched.
package main

import (
	"flag"
	"fmt"
	"log"
	"os"
	"regexp"
	"slices"
	"strings"
	"time"
)

var packages = []string{"rebound/engine/signal", "rebound/engine/load", "rebound/engine/body", "rebound/engine/verdict", "rebound/engine/plan"}

func main() {
	log.SetFlags(0)
	suites := flag.String("suites", "rebound/engine", "further packages whose tests may kill a mutant, with commas")
	workers := flag.Int("workers", 1, "mutants tried at a time")
	only := flag.String("run", "", "only the mutants whose place and kind match")
	quick := flag.Bool("quick", false, "leave slow tests out: a lower bound, in a fraction of the time")
	least := flag.Float64("least", 0, "fail when fewer per cent of a package's covered mutants are killed")
	flag.Parse()
	paths := flag.Args()
	if len(paths) == 0 {
		paths = packages
	}
	for i, p := range paths {
		if rest, ok := strings.CutPrefix(p, "./"); ok {
			paths[i] = "rebound/" + rest
		}
	}
	if err := run(paths, strings.FieldsFunc(*suites, func(c rune) bool { return c == ',' }), options{*workers, regexp.MustCompile(*only), *quick, *least}); err != nil {
		log.Fatal(err)
	}
}

type options struct {
	workers int
	only    *regexp.Regexp
	quick   bool
	least   float64
}

func run(paths, further []string, o options) error {
	dir, err := os.MkdirTemp("", "mutate")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	s, err := rewriteAll(paths, dir)
	if err != nil {
		return err
	}
	var shared []*tester
	for _, path := range further {
		t, err := s.tester(path, dir)
		if err != nil {
			return err
		}
		t.quick = o.quick
		shared = append(shared, t)
	}
	failed := false
	for _, path := range paths {
		own, err := s.tester(path, dir)
		if err != nil {
			return err
		}
		own.quick = o.quick
		list := slices.DeleteFunc(s.mutants[path], func(m mutant) bool { return !o.only.MatchString(m.String()) })
		start := time.Now()
		score := tryAll(list, append([]*tester{own}, shared...), o.workers, func(status string, m mutant) { fmt.Printf("%-11s %v\n", status, m) })
		fmt.Printf("%s: %v (%.0f s)\n", path, score, time.Since(start).Seconds())
		failed = failed || score.share() < o.least
	}
	if failed {
		return fmt.Errorf("fewer than %g%% of a package's covered mutants were killed", o.least)
	}
	return nil
}
