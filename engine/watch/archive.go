package watch

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"iter"

	"rebound/engine/watch/inflate"
)

// archive yields what a zip holds. Its own entry is yielded only with a
// Problem.
func (w *walker) archive(e Entry, depth int) {
	fail := func(p *Problem) {
		e.Problem = p
		w.give(e)
	}
	if depth >= w.Depth {
		fail(&Problem{Code: "too_deep", What: fmt.Sprintf("This zip lies %d zips deep and was not opened.", depth),
			Hint: "Unpack the outer zip and add what is inside."})
		return
	}
	in, err := w.container(e.Place)
	if err != nil {
		fail(problemOf(err))
		return
	}
	if n := len(e.Place.Steps); n > 0 && e.Place.Steps[n-1].Method != Stored {
		w.held += in.Size()
		defer func() { w.held -= in.Size() }()
	}
	cost := directoryCost(in)
	if w.inside+cost > w.Listed {
		fail(&Problem{Code: "too_many", What: "There are too many files in this zip to open it in one go.",
			Hint: "Unpack it and add its folders one at a time."})
		return
	}
	w.inside += cost
	defer func() { w.inside -= cost }()
	z, err := zip.NewReader(in, in.Size())
	if err != nil && !errors.Is(err, zip.ErrInsecurePath) {
		if !w.salvage(e, in, depth) {
			fail(&Problem{Code: "zip_broken", What: "The zip is damaged and none of the files in it could be found.",
				Hint: "Download or copy it again, or unpack it with a repair tool and add the folder."})
		}
		return
	}
	if isSpreadsheet(namesOf(z)) {
		fail(spreadsheet)
		return
	}
	if depth > 0 && w.isBackup(e.Place, z.File) {
		fail(ownBackup)
		return
	}
	var packed uint64
	for _, f := range z.File {
		packed += f.CompressedSize64
	}
	if packed > uint64(in.Size()) {
		fail(bomb("Its files overlap: they claim more packed bytes than it has."))
		return
	}
	if p := lockedOf(z.File); p != nil {
		fail(p)
	}
	for _, f := range z.File {
		if w.done {
			return
		}
		if !isLocked(f) {
			w.zipped(e, f, depth)
		}
	}
}

// ownBackup is the problem of a backup within something else: by itself it is restored, and
// its parts are no files of a watch's.
var ownBackup = &Problem{Code: "backup", What: "This is a backup made by Rebound.", Hint: "Take it out of the zip first, then restore it."}

// isBackup reports whether a zip is one: its manifest says so.
func (w *walker) isBackup(at Place, files []*zip.File) bool {
	for _, f := range files {
		if f.Name == "manifest.json" {
			s, err := stepOf(f)
			if err != nil {
				return false
			}
			head, p := w.Head(at.in(s), HeadSize)
			return p == nil && bytes.HasPrefix(bytes.TrimLeft(head, "{ \r\n\t"), []byte(`"rebound":`))
		}
	}
	return false
}

func namesOf(z *zip.Reader) iter.Seq[string] {
	return func(yield func(string) bool) {
		for _, f := range z.File {
			if !yield(f.Name) {
				return
			}
		}
	}
}

// zipped looks at one file of a zip.
func (w *walker) zipped(outer Entry, f *zip.File, depth int) {
	name := cleanName(f.Name)
	if f.FileInfo().IsDir() || clutter(name) {
		return
	}
	s, err := stepOf(f)
	e := Entry{Path: join(outer.Path, name), Size: s.Size}
	switch {
	case s.Size > 1<<20 && s.Size/w.Ratio > max(s.Packed, 1):
		e.Problem = bomb(fmt.Sprintf("It would unpack to more than %d times its size.", w.Ratio))
	case err != nil:
		e.Problem = unreadable(err)
	}
	if e.Problem != nil {
		if w.list(e.Path, 1) {
			w.give(e)
		}
		return
	}
	e.Place = outer.Place.in(s)
	w.file(e, depth+1)
}

// stepOf is where in its zip a file lies.
func stepOf(f *zip.File) (s Step, err error) {
	s = Step{Packed: int64(f.CompressedSize64), Size: int64(min(f.UncompressedSize64, 1<<62))}
	s.Offset, err = f.DataOffset()
	switch {
	case err != nil:
	case f.Method == zip.Deflate:
		s.Method = Deflated
	case f.Method != zip.Store:
		err = zip.ErrAlgorithm
	}
	return s, err
}

func bomb(why string) *Problem {
	return &Problem{Code: "zip_bomb", What: "The zip was not opened further. " + why, Hint: "Export it again from the watch's own app or website."}
}

func ratioBomb(ratio int64) *Problem {
	return bomb(fmt.Sprintf("It unpacks to more than %d times its size.", ratio))
}

func broken() *Problem {
	return &Problem{Code: "zip_broken", What: "The file is damaged and could not be unpacked.", Hint: "Download or copy it again."}
}

// problemOf is an error of Files.open as a Problem.
func problemOf(err error) *Problem {
	var p *Problem
	if errors.As(err, &p) {
		return p
	}
	return unreadable(err)
}

// unreadable says why a file could not be opened: its packing is damaged or
// unknown, or whatever holds it failed.
func unreadable(err error) *Problem {
	switch corrupt := flate.CorruptInputError(0); {
	case errors.Is(err, zip.ErrAlgorithm):
		return &Problem{Code: "zip_method", What: "The file is packed in a way that is not known here.", Hint: "Unpack the zip and add what is inside."}
	case errors.Is(err, zip.ErrFormat), errors.Is(err, gzip.ErrHeader), errors.Is(err, gzip.ErrChecksum),
		errors.Is(err, inflate.ErrCorrupt), errors.Is(err, io.ErrUnexpectedEOF), errors.Is(err, io.EOF), errors.As(err, &corrupt):
		return broken()
	}
	return &Problem{Code: "unreadable", What: "The file could not be read from where it is.",
		Hint: "It may have been moved, renamed or not yet downloaded: check that, then add it again."}
}
