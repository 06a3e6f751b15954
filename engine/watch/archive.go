package watch

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
)

// archive yields what a zip holds. Its own entry is yielded only with a
// Problem.
func (w *walker) archive(e Entry, random Blob, depth int) {
	fail := func(p *Problem) {
		e.Problem = p
		w.give(e)
	}
	if depth >= w.Depth {
		fail(&Problem{Code: "too_deep", What: fmt.Sprintf("This zip lies %d zips deep and was not opened.", depth),
			Hint: "Unpack the outer zip and drop what is inside."})
		return
	}
	if random == nil {
		var p *Problem
		if random, p = w.unpackZip(e); p != nil {
			fail(p)
			return
		}
	} else if depth == 0 {
		random = &readAhead{Blob: random}
	}
	z, err := zip.NewReader(random, random.Size())
	if err != nil && !errors.Is(err, zip.ErrInsecurePath) {
		if !w.salvage(e.Path, random, depth) {
			fail(&Problem{Code: "zip_broken", What: "The zip is damaged and none of the files in it could be found.",
				Hint: "Download or copy it again, or unpack it with a repair tool and drop the folder."})
		}
		return
	}
	var packed uint64
	for _, f := range z.File {
		packed += f.CompressedSize64
	}
	if packed > uint64(random.Size()) {
		fail(bomb("Its files overlap: they claim more packed bytes than it has."))
		return
	}
	for _, f := range z.File {
		if w.done {
			return
		}
		w.zipped(e.Path, f, random, depth)
	}
}

// zipped looks at one file of a zip.
func (w *walker) zipped(outer string, f *zip.File, random Blob, depth int) {
	name := cleanName(f.Name)
	if f.FileInfo().IsDir() || clutter(name) {
		return
	}
	e := Entry{Path: join(outer, name), Size: int64(min(f.UncompressedSize64, 1<<62)), pack: max(int64(f.CompressedSize64), 1), open: f.Open}
	switch {
	case f.Flags&1 != 0:
		e.Problem = &Problem{Code: "zip_locked", What: "The file is protected by a password.", Hint: "Unpack the zip with its password and drop what is inside."}
	case e.Size > 1<<20 && e.Size/w.Ratio > e.pack:
		e.Problem = bomb(fmt.Sprintf("It would unpack to more than %d times its size.", w.Ratio))
	}
	if e.Problem != nil {
		if w.entries++; w.entries > w.Entries {
			w.stop(e.Path)
			return
		}
		w.give(e)
		return
	}
	var inner Blob // a zip that lies unpacked in a zip costs no memory
	if off, err := f.DataOffset(); f.Method == zip.Store && err == nil {
		inner = io.NewSectionReader(random, off, int64(f.CompressedSize64))
	}
	w.file(e, inner, depth+1)
}

// unpackZip inflates a zip that lies packed in another into memory.
func (w *walker) unpackZip(e Entry) (Blob, *Problem) {
	left := w.Nested - w.nested
	if e.Size > left {
		return nil, &Problem{Code: "too_big", What: "This zip within a zip is too big to unpack here: " + megabytes(e.Size) + ".",
			Hint: "Unpack the outer zip and drop what is inside."}
	}
	c, err := e.open()
	if err != nil {
		return nil, unreadable(err)
	}
	defer c.Close()
	b, p := w.inflate(c, nil, e.Size, e.pack, left)
	if p != nil {
		return nil, p
	}
	w.nested += int64(len(b))
	return bytes.NewReader(b), nil
}

func bomb(why string) *Problem {
	return &Problem{Code: "zip_bomb", What: "The zip was not opened further. " + why, Hint: "Export it again from the watch's own app or website."}
}

// unreadable says why a file could not be opened: its packing is damaged or
// unknown, or whatever holds it failed.
func unreadable(err error) *Problem {
	const again = "Download or copy it again."
	switch corrupt := flate.CorruptInputError(0); {
	case errors.Is(err, zip.ErrAlgorithm):
		return &Problem{Code: "zip_method", What: "The file is packed in a way that is not known here.", Hint: "Unpack the zip and drop what is inside."}
	case errors.Is(err, zip.ErrFormat), errors.Is(err, zip.ErrChecksum), errors.Is(err, gzip.ErrHeader), errors.Is(err, gzip.ErrChecksum),
		errors.Is(err, io.ErrUnexpectedEOF), errors.Is(err, io.EOF), errors.As(err, &corrupt):
		return &Problem{Code: "zip_broken", What: "The file is damaged and could not be unpacked.", Hint: again}
	}
	return &Problem{Code: "unreadable", What: "The file could not be read from where it is.",
		Hint: "It may have been moved, renamed or not yet downloaded: check that, then add it again."}
}
