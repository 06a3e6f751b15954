package main

import (
	"io"
	"path"
	"path/filepath"

	"rebound/app/backup"
	"rebound/engine/diary"
	"rebound/engine/watch"
)

// openBackup adds the files that a backup was made of.
func (x *export) openBackup(root, inside string, r io.ReaderAt, size int64) error {
	b, err := backup.Read(r, size, func() {})
	if err != nil {
		x.add(root, inside, problemOfBackup(err))
		return nil
	}
	if len(b.Settings) > 0 {
		x.settings = append(x.settings, b.Settings)
	}
	for _, row := range b.Rows {
		files, err := diary.Unpack(row)
		if err != nil {
			return err
		}
		for _, f := range files {
			x.add(root, filepath.ToSlash(filepath.Join(inside, f.Name)), nil).file = f
		}
	}
	for _, name := range b.Left {
		x.add(root, filepath.ToSlash(filepath.Join(inside, name)), &watch.Problem{Code: "incomplete", What: "This part of the backup is damaged and left out.", Hint: "Use another copy of it if you have one."})
	}
	return nil
}

// hasBackupPart recognises what is salvaged of a backup whose end is missing: its parts are
// no files of a watch, and lines about each would mislead. It reports whether there is one,
// and nothing else that could be read.
func hasBackupPart(list []*found) (part bool) {
	for _, f := range list {
		switch base := path.Base(f.path); {
		case f.problem == nil:
			return false
		case base == "manifest.json" || base == "settings.json":
			part = true
		}
	}
	return part
}

func problemOfBackup(err error) *watch.Problem {
	return &watch.Problem{Code: "backup", What: err.Error(), Hint: "Back up again in the app if it still holds your data."}
}
