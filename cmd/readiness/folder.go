package main

import (
	"bytes"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"rebound/app/backup"
	"rebound/engine/diary"
	"rebound/engine/watch"
)

// walk opens a file, or every file of a folder.
func (x *export) walk(root string, jobs chan<- job) {
	top := root
	if real, err := filepath.EvalSymlinks(root); err == nil { // WalkDir follows none, not even at the top
		top = real
	}
	above := filepath.Base(root)
	if abs, err := filepath.Abs(root); err == nil {
		above = filepath.Base(abs)
	}
	var items []watch.Item // all of a folder at once: one file of an export says what another is
	var failed []error
	_ = filepath.WalkDir(top, func(path string, entry fs.DirEntry, err error) error {
		if err == nil && entry.IsDir() {
			return nil
		}
		inside, _ := filepath.Rel(top, path)
		if inside == "." {
			inside = "" // a zip named as PATH is the PATH, not a part of it
		}
		items = append(items, watch.Item{Path: filepath.ToSlash(inside), Blob: &onDisk{name: path}, Above: above})
		failed = append(failed, err)
		return nil
	})
	files := watch.NewFiles(items, watch.Limits{})
	files.Zones, files.Mappings = place, x.tables
	for i, err := range failed {
		if err == nil {
			err = x.openFile(root, files, items, i, jobs)
		}
		if err != nil {
			x.add(root, items[i].Path, problemOf(err))
		}
	}
	if len(items) == 0 {
		x.add(root, "", errEmptyFolder)
	}
}

// What a PATH may turn out to be besides files.
var (
	errEmptyFolder  = &watch.Problem{Code: "empty", What: "There is no file in it.", Hint: "Name the folder that holds the export."}
	errEmptyZip     = &watch.Problem{Code: "empty", What: "The zip is empty.", Hint: "Export again."}
	errLinkedFolder = &watch.Problem{Code: "link", What: "It is a link to a folder, and was not followed.", Hint: "Name that folder as a PATH of its own."}
	errNoFile       = &watch.Problem{Code: "pipe", What: "It is a pipe or a device, not a file.", Hint: "Save what comes out of it as a file, then name that."}
)

// openFile opens one of the files of a folder.
func (x *export) openFile(root string, files *watch.Files, items []watch.Item, item int, jobs chan<- job) error {
	blob, inside := items[item].Blob.(*onDisk), items[item].Path
	info, err := os.Stat(blob.name) // before it is opened: to open a pipe is to wait on it
	if err != nil {
		return err
	}
	switch {
	case info.IsDir():
		x.add(root, inside, errLinkedFolder)
		return nil
	case !info.Mode().IsRegular():
		x.add(root, inside, errNoFile)
		return nil
	}
	file, err := os.Open(blob.name)
	if err != nil {
		return err
	}
	defer file.Close()
	blob.open = file
	defer func() { blob.open = nil }()
	if backup.Sealed(file) {
		plain, problem := x.unsealed(file, info.Size(), blob.name)
		if problem == nil && !backup.Is(bytes.NewReader(plain), int64(len(plain))) {
			problem = notOurs
		}
		if problem != nil {
			x.add(root, inside, problem)
			return nil
		}
		return x.openBackup(root, inside, bytes.NewReader(plain), int64(len(plain)))
	}
	if backup.Is(file, info.Size()) {
		return x.openBackup(root, inside, file, info.Size())
	}
	first, sent := len(x.found), 0
	files.Walk(item, func(e watch.Entry) bool {
		f := x.add(root, e.Path, e.Problem)
		switch {
		case e.Problem != nil:
			return true
		case e.Other:
			f.file = diary.File{Hash: diary.HashOf([]byte(e.Path)), Name: e.Path, Kind: "other", Via: e.Via}
			return true
		case e.Via != "": // a stream is read where it is opened
			x.addExport(f, &e)
			return true
		}
		data, problem := e.Bytes(nil)
		if f.problem = problem; problem == nil {
			via, owner := e.Account()
			jobs <- job{f, data, via, owner}
			sent++
		}
		return true
	})
	if len(x.found) == first {
		x.add(root, inside, errEmptyZip)
	}
	if sent > 0 {
		return nil // some of it is still being read
	}
	if hasBackupPart(x.found[first:]) {
		x.found = x.found[:first]
		x.add(root, inside, problemOfBackup(backup.ErrDamaged))
	}
	return nil
}

// addExport reads a file of a vendor's export, which may hold what several devices
// measured.
func (x *export) addExport(f *found, e *watch.Entry) {
	list, problem := e.Read()
	if f.problem = problem; problem != nil {
		return
	}
	f.file = list[0]
	for i := range list[1:] {
		x.add(f.root, f.path, nil).file = list[1+i]
	}
}

// place is a zone of the machine's own database.
func place(name string) diary.Zone {
	at, err := time.LoadLocation(name)
	if err != nil {
		return nil
	}
	return func(unix int64) int {
		_, offset := time.Unix(unix, 0).In(at).Zone()
		return offset
	}
}
