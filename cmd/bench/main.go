// Bench measures Rebound and prints one table: every figure, what it is compared
// with, and beside each bound whether it is met.
//
//	go run ./cmd/bench [-only fit,xml,import,export,engine,start,tabs,size] [-source apple,...]
//
// It runs from the project's folder and needs Go, Node, npm and Chromium (CHROME
// names another). Everything is built first, into a folder of its own that is
// removed at the end; the JavaScript readers come from npm by the lock file
// in peers/. The import takes the zip that BENCH_ZIP names, else the public
// record of a watch in ../shared/data if it is there, else the sample runner's
// export, which has no bound.
//
// A missed bound is said in the table and is no failure: the exit status is 1
// only when something could not be measured. What is in a browser is measured in
// one Chromium, alone on the machine as far as this program can tell: close what
// else is running.
package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"os/signal"
	"slices"
	"strings"
	"time"
)

// sections are what can be measured, in the order of the table.
var sections = []struct {
	name    string
	measure func(context.Context, *kit) (section, error)
}{
	{"fit", measureFIT},
	{"xml", measureXML},
	{"import", measureImport},
	{"export", measureExport},
	{"engine", measureEngine},
	{"start", measureStart},
	{"tabs", measureTabs},
	{"size", measureSize},
}

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	err := run(ctx)
	stop()
	if err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

func run(ctx context.Context) error {
	only := flag.String("only", "", "the sections to measure, with commas between; all when empty")
	source := flag.String("source", "", "of the exports, the sources to measure, with commas between; all when empty")
	flag.Parse()
	k, err := newKit()
	if err != nil {
		return err
	}
	defer k.remove()
	wanted := list(*only)
	k.sources = list(*source)
	var table []section
	failed := 0
	began := time.Now()
	for _, s := range sections {
		if len(wanted) > 0 && !slices.Contains(wanted, s.name) {
			continue
		}
		fmt.Fprintf(os.Stderr, "%5.0f s  measuring %s\n", time.Since(began).Seconds(), s.name)
		got, err := s.measure(ctx, k)
		if err != nil {
			failed++
			got = section{title: s.name, notes: []string{"could not be measured: " + err.Error()}}
		}
		table = append(table, got)
	}
	if len(table) == 0 {
		return fmt.Errorf("-only %s names nothing that can be measured", *only)
	}
	fmt.Print(render(table))
	if failed > 0 {
		return fmt.Errorf("%d of %d sections could not be measured", failed, len(table))
	}
	return nil
}

// list is what stands between commas.
func list(s string) []string { return strings.FieldsFunc(s, func(r rune) bool { return r == ',' }) }
