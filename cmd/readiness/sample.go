package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"rebound/engine/diary"
	"rebound/engine/sample"
	"rebound/engine/sample/vendor"
)

// mostYears is how far back a sample goes: more than any watch remembers.
const mostYears = 40

// What a watch's files can hold: FIT counts the seconds from the end of 1989 in 32 bits.
var earliest, latest = diary.DateOf(1990, time.January, 1), diary.DateOf(2099, time.December, 31)

// writeSample writes the sample runner's export, real FIT files or any vendor's, into a
// folder. Her years are as large as a real watch's, a record a second, to try how the
// program bears them; the half year is kept small, for the tests.
func writeSample(inv *invocation) error {
	var date dateFlag
	years := inv.flags.Int("years", 0, "how many years of the sample runner; half a year by default")
	name := inv.flags.String("vendor", "garmin", "whose export")
	inv.flags.Var(&date, "date", "the sample runner's today")
	paths, err := inv.parsePaths()
	switch {
	case err != nil:
		return err
	case *name == "list":
		return listVendors(inv.stdout)
	case len(paths) == 0:
		return badUsage("name the folder to write to")
	}
	v, ok := vendor.Find(*name)
	if !ok {
		return badUsage("there is no vendor %q: readiness sample -vendor list names them", *name)
	}
	if len(paths) > 1 {
		return badUsage("name one folder to write to")
	}
	if *years < 0 || *years > mostYears {
		return badUsage("-years is 1 to %d, or leave it out for half a year", mostYears)
	}
	today := inv.today()
	if date.set {
		today = date.date
	}
	if first := today - diary.Date(366*max(1, *years)); first < earliest || today > latest {
		return badUsage("a watch's files hold days from %v to %v: choose a -date, or fewer -years, between these", earliest, latest)
	}
	span := "half year"
	switch {
	case *years == 1:
		span = "year"
	case *years > 1:
		span = fmt.Sprintf("%d years", *years)
	}
	n, err := v.Write(sample.Years(today, *years), vendor.Options{Bulk: *years > 0}, func(name string) (io.WriteCloser, error) {
		path := filepath.Join(paths[0], filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
			return nil, err
		}
		return os.Create(path)
	})
	if of := (*fs.PathError)(nil); errors.As(err, &of) {
		return unwritten(of.Path, err)
	} else if err != nil {
		return err
	}
	files := "files"
	if n == 1 {
		files = "file"
	}
	fmt.Fprintf(inv.stdout, "%d %s, the sample runner's %s up to %v, in %s\n", n, files, span, today, paths[0])
	return nil
}

func listVendors(w io.Writer) error {
	for _, v := range vendor.All {
		if _, err := fmt.Fprintf(w, "%-24s %s\n", v.Name, v.What); err != nil {
			return err
		}
	}
	return nil
}
