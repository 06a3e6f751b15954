package main

import (
	"fmt"
	"io"
	"strings"

	"rebound/app/words"
	"rebound/engine/watch"
)

// mostAlike is of how many files one and the same thing is said, each by its name: a
// folder of 60,000 pictures is no wall of lines. inspect has them all.
const mostAlike = 20

// report says on w what could not be read, or only in part, and returns
// errNothing when there is nothing else.
func (x *export) report(w io.Writer) error {
	readable := false
	said := map[string]int{}
	var order []string
	for _, f := range x.found {
		switch {
		case f.problem != nil:
			why := inLine(f.problem.What + " " + hint(f.problem))
			if said[why]++; said[why] == 1 {
				order = append(order, why)
			}
			if said[why] <= mostAlike {
				fmt.Fprintf(w, "%s: %s\n", f.where(), why)
			}
		case f.file.Partial != "":
			readable = true
			fmt.Fprintf(w, "%s: %s\n", f.where(), inLine(f.file.Partial))
		default:
			readable = true
		}
	}
	for _, why := range order {
		if more := said[why] - mostAlike; more > 0 {
			fmt.Fprintf(w, "and %s more: %s\n", words.Count(more, "file"), why)
		}
	}
	if !readable {
		return errNothing
	}
	return nil
}

// idle says on w that files are known and hold nothing, where that is all there is: it
// would be silence else.
func (x *export) idle(w io.Writer) {
	var first *found
	n := 0
	for _, f := range x.found {
		switch {
		case f.problem != nil:
		case f.file.Kind != "other":
			return
		default:
			if n++; n == 1 {
				first = f
			}
		}
	}
	switch n {
	case 0:
	case 1:
		fmt.Fprintf(w, "%s: Rebound knows this file, but there are no nights, runs or readings in it.\n", first.where())
	default:
		fmt.Fprintf(w, "Rebound knows these %s, but there are no nights, runs or readings in them.\n", words.Count(n, "file"))
	}
}

// hint is a problem's, in the terminal.
func hint(p *watch.Problem) string {
	return strings.Replace(p.Hint, watch.WhatToExport, "README.md says what to export, under Where your files are.", 1)
}
