package watch

import (
	"archive/zip"
	"errors"
	"io"
	"path"
	"strings"

	"rebound/engine/watch/source"
)

// mostBeside is what the directory of a zip may take while one of its files is read.
const mostBeside = 16 << 20

// beside gives the other files of the export that a file belongs to: those of its zip,
// or of its folder and below. A directory is read when the first is asked for.
func (s *stream) beside(name string) func(string) io.Reader {
	var places map[uint64]func() (Place, bool)
	return func(other string) io.Reader {
		if !s.done && s.problem == nil && s.raw != nil { // its hash is that of all of it
			_, _ = io.Copy(io.Discard, s)
		}
		if places == nil {
			places = s.files.around(s.place, name, strings.ToLower(path.Ext(other)))
		}
		at := places[source.FileKey(other)]
		if at == nil || s.problem != nil {
			return nil
		}
		p, ok := at()
		if !ok {
			return nil
		}
		_, packed := p.sizes(0)
		aside := s.files.streamOf(p, packed)
		aside.aside = true
		r, err := aside.open()
		if err != nil {
			return nil
		}
		return r
	}
}

// around are the files with an extension that lie where the file at p does, by their
// keys. Of two of one name the last is taken.
func (f *Files) around(p Place, name, ext string) map[uint64]func() (Place, bool) {
	out := map[uint64]func() (Place, bool){}
	put := func(name string, at func() (Place, bool)) {
		if strings.ToLower(path.Ext(name)) == ext {
			out[source.FileKey(name)] = at
		}
	}
	if len(p.Steps) == 0 {
		folder, _ := path.Split(name)
		for i, it := range f.items {
			if strings.HasPrefix(cleanName(it.Path), folder) {
				put(it.Path, func() (Place, bool) { return Place{Item: i}, true })
			}
		}
		return out
	}
	outer := Place{p.Item, p.Steps[:len(p.Steps)-1]}
	in, err := f.container(outer)
	if err != nil || directoryCost(in) > mostBeside {
		return out
	}
	z, err := zip.NewReader(in, in.Size())
	if err != nil && !errors.Is(err, zip.ErrInsecurePath) {
		return out
	}
	for _, one := range z.File {
		put(one.Name, func() (Place, bool) {
			s, err := stepOf(one)
			return outer.in(s), err == nil && !isLocked(one)
		})
	}
	return out
}
