package main

import (
	"fmt"
	"os"
	"path/filepath"

	"rebound/engine/sample"
	"rebound/engine/watch/fitfile"
)

// writeSample writes the sample runner's export, real FIT files, into a folder.
func writeSample(inv *invocation) error {
	var date dateFlag
	inv.flags.Var(&date, "date", "the sample runner's today")
	paths, err := inv.parse()
	if err != nil {
		return err
	}
	if len(paths) > 1 {
		return badUsage("name one folder to write to")
	}
	today := inv.today()
	if date.set {
		today = date.date
	}
	files := sample.Files(today)
	for _, f := range files {
		b, err := fitfile.Encode(f)
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
	}
	fmt.Fprintf(inv.stdout, "%d files, the sample runner's half year up to %v, in %s\n", len(files), today, paths[0])
	return nil
}
