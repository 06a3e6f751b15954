package main

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"syscall"
	"unicode/utf16"

	"rebound/engine/watch"
)

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
