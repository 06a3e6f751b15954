package main

import (
	"bytes"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"syscall"
	"time"
	"unicode/utf16"

	"rebound/app/backup"
	"rebound/app/words"
	"rebound/engine/diary"
	"rebound/engine/watch"
)

// export is everything found in the PATHs, in the order of the PATHs, folders
// in the order of their names.
type export struct {
	found    []*found
	settings []json.RawMessage // of the backups among them

	tables         map[string]json.RawMessage // what the settings say of tables of the runner's own
	passphraseFile string                     // of protected backups
}

// found is one file: what it holds, or why nothing of it could be read.
type found struct {
	root      string // the PATH it was found in
	path      string // inside that
	file      diary.File
	problem   *watch.Problem
	duplicate bool // the same bytes came before
}

// where names the file to a person, on one line.
func (f *found) where() string {
	name := f.root
	if f.path != "" && f.path != filepath.Base(f.root) {
		name = filepath.Join(f.root, f.path)
	}
	return inLine(name)
}

// job is one file's bytes on their way to be decoded, and whose they are.
type job struct {
	*found
	data  []byte
	via   string
	owner uint64
}

// open reads every PATH. Containers are opened one after the other, files are
// decoded on all cores; what comes out does not depend on which was faster.
func (inv *invocation) open(paths []string, tables map[string]json.RawMessage) *export {
	x := &export{tables: tables, passphraseFile: inv.passphraseFile}
	jobs := make(chan job, runtime.NumCPU())
	var decoders sync.WaitGroup
	for range runtime.NumCPU() {
		decoders.Go(func() {
			for j := range jobs {
				j.file, j.problem = watch.Read(j.path, j.data)
				watch.Own(&j.file, j.via, j.owner)
			}
		})
	}
	for _, path := range paths {
		x.walk(path, jobs)
	}
	close(jobs)
	decoders.Wait()
	seen := map[[16]byte]bool{}
	for _, f := range x.found {
		if f.problem == nil {
			f.duplicate = seen[f.file.Hash]
			seen[f.file.Hash] = true
		}
	}
	return x
}

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

func problemOf(err error) *watch.Problem {
	switch {
	case os.IsNotExist(err):
		return &watch.Problem{Code: "missing", What: "There is no such file.", Hint: "Check the path."}
	case errors.Is(err, syscall.EISDIR):
		return &watch.Problem{Code: "folder", What: "It is a folder.", Hint: "Name the file."}
	}
	return &watch.Problem{Code: "unreadable", What: fmt.Sprintf("It cannot be opened: %v.", cause(err)), Hint: "Check that it may be read."}
}

// cause is an error of the file system without the name that it is about.
func cause(err error) error {
	if of := (*fs.PathError)(nil); errors.As(err, &of) {
		return of.Err
	}
	return err
}

// readText reads a file that a flag names: JSON in UTF-8, or, as an editor or shell of
// Windows saves it, with a mark in front or in UTF-16.
func readText(name string) ([]byte, error) {
	b, err := os.ReadFile(name)
	if err != nil {
		p := problemOf(err)
		return nil, badUsage("%s: %s %s", name, p.What, p.Hint)
	}
	order := binary.ByteOrder(binary.LittleEndian)
	switch {
	case bytes.HasPrefix(b, []byte("\xfe\xff")):
		order = binary.BigEndian
	case !bytes.HasPrefix(b, []byte("\xff\xfe")):
		return bytes.TrimPrefix(b, []byte("\xef\xbb\xbf")), nil
	}
	var units []uint16
	for b = b[2:]; len(b) >= 2; b = b[2:] {
		units = append(units, order.Uint16(b))
	}
	return []byte(string(utf16.Decode(units))), nil
}

// unwritten refuses a place to write to.
func unwritten(name string, err error) error {
	return badUsage("%s cannot be written: %v: name another place", name, cause(err))
}

// hint is a problem's, in the terminal.
func hint(p *watch.Problem) string {
	return strings.Replace(p.Hint, watch.WhatToExport, "README.md says what to export, under Where your files are.", 1)
}

func (x *export) add(root, path string, p *watch.Problem) *found {
	if path == "" || path == "." {
		path = filepath.Base(root)
	}
	f := &found{root: root, path: path, problem: p}
	x.found = append(x.found, f)
	return f
}

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

// onDisk is a file on the disk, which stays open only while it is the one that is read.
type onDisk struct {
	name string
	open *os.File
}

// ReadAt reads of the open file, or opens it for that.
func (d *onDisk) ReadAt(b []byte, at int64) (int, error) {
	if d.open != nil {
		return d.open.ReadAt(b, at)
	}
	if info, err := os.Stat(d.name); err != nil || !info.Mode().IsRegular() {
		return 0, fs.ErrInvalid
	}
	file, err := os.Open(d.name)
	if err != nil {
		return 0, err
	}
	defer file.Close()
	return file.ReadAt(b, at)
}

func (d *onDisk) Size() int64 {
	if info, err := os.Stat(d.name); err == nil {
		return info.Size()
	}
	return 0
}

func (d *onDisk) Written() int64 {
	if info, err := os.Stat(d.name); err == nil {
		return info.ModTime().Unix()
	}
	return 0
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

// files is what the diary is built from: each file once.
func (x *export) files() []diary.File {
	var out []diary.File
	for _, f := range x.found {
		if f.problem == nil && !f.duplicate {
			out = append(out, f.file)
		}
	}
	return out
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
