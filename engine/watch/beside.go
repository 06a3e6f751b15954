package watch

import (
	"archive/zip"
	"errors"
	"io"
	"path"
	"strings"

	"rebound/engine/watch/source"
	"rebound/engine/watch/strava"
)

// mostBeside is what the directory of a zip may take while one of its files is read.
const mostBeside = 16 << 20

// beside gives the other files of the export that a file belongs to: those of its zip,
// or of its folder and below. A directory is read when the first of an extension is asked
// for.
func (s *stream) beside(name string) func(string) io.Reader {
	places := map[string]map[uint64]func() (Place, bool){} // by extension
	return func(other string) io.Reader {
		if !s.done && s.problem == nil && s.raw != nil { // its hash is that of all of it
			_, _ = io.Copy(io.Discard, s)
		}
		ext := strings.ToLower(path.Ext(other))
		if places[ext] == nil {
			folder, _ := path.Split(join(s.files.items[s.place.Item].Above, name))
			places[ext] = s.files.around(s.place, folder, ext)
		}
		at := places[ext][source.FileKey(other)]
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

// around are the files with an extension in the zip that the file at p lies in or, where
// it lies in none, in a folder of the items and below, by their keys. Of two of one name
// the last is taken.
func (f *Files) around(p Place, folder, ext string) map[uint64]func() (Place, bool) {
	out := map[uint64]func() (Place, bool){}
	f.near(p, folder, func(name string, at func() (Place, bool)) {
		if strings.ToLower(path.Ext(name)) == ext {
			out[source.FileKey(name)] = at
		}
	})
	return out
}

// near tells of each file in the zip that the file at p lies in or, where it lies in none,
// in a folder of the items and below.
func (f *Files) near(p Place, folder string, tell func(name string, at func() (Place, bool))) {
	if n := len(p.Steps); n > 0 && p.Steps[n-1].Method == Gzipped {
		p.Steps = p.Steps[:n-1]
	}
	if len(p.Steps) == 0 {
		for i, it := range f.items {
			if name := join(it.Above, cleanName(it.Path)); strings.HasPrefix(name, folder) {
				tell(name, func() (Place, bool) { return Place{Item: i}, true })
			}
		}
		return
	}
	outer := Place{p.Item, p.Steps[:len(p.Steps)-1]}
	in, err := f.container(outer)
	if err != nil || directoryCost(in) > mostBeside {
		return
	}
	z, err := zip.NewReader(in, in.Size())
	if err != nil && !errors.Is(err, zip.ErrInsecurePath) {
		return
	}
	for _, one := range z.File {
		tell(one.Name, func() (Place, bool) {
			s, err := stepOf(one)
			return outer.in(s), err == nil && !isLocked(one)
		})
	}
}

// fromStrava reports whether a file is an activity of Strava's bulk export: it lies as
// one, and the export's table lies where it has to, or the export bears its athlete's
// number, as one that was cut off does too.
func (f *Files) fromStrava(p Place, name string) bool {
	folder, ok := strava.Activity(name)
	if !ok || strava.Account(folder) != "" {
		return ok
	}
	return f.once(strava.Table, p, folder, func() uint64 {
		if at := f.around(p, folder, path.Ext(strava.Table))[source.FileKey(strava.Table)]; at != nil {
			if table, ok := at(); ok {
				head, problem := f.Head(table, source.HeadSize)
				format := formatOf(source.HeadOf(strava.Table, head))
				if problem == nil && format != nil && format.Via == strava.Via {
					return 1
				}
			}
		}
		return 0
	}) != 0
}
