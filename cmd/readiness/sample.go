package main

import (
	"fmt"
	"os"
	"path/filepath"

	"rebound/engine/sample"
	"rebound/engine/watch/fitfile"
)

// mostYears is how far back a sample goes: more than any watch remembers.
const mostYears = 40

// writeSample writes the sample runner's export, real FIT files, into a folder.
// Her years are as large as a real watch's, a record a second, to try how the
// program bears them; the half year is kept small, for the tests.
func writeSample(inv *invocation) error {
	var date dateFlag
	years := inv.flags.Int("years", 0, "how many years of her; half a year unless said")
	inv.flags.Var(&date, "date", "the sample runner's today")
	paths, err := inv.parse()
	if err != nil {
		return err
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
	runner, span, encode := sample.Years(today, *years), "half year", fitfile.Encode
	switch {
	case *years == 1:
		span = "year"
	case *years > 1:
		span = fmt.Sprintf("%d years", *years)
	}
	if *years > 0 {
		encode = fitfile.EncodeSeconds
	}
	n := 0
	for f := range runner.All() {
		b, err := encode(f)
		if err != nil {
			return err
		}
		path := filepath.Join(paths[0], filepath.FromSlash(f.Name))
		if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
			return err
		}
		if err := os.WriteFile(path, b, 0o666); err != nil {
			return err
		}
		n++
	}
	fmt.Fprintf(inv.stdout, "%d files, the sample runner's %s up to %v, in %s\n", n, span, today, paths[0])
	return nil
}
