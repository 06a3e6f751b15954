package watch

import (
	"path"
	"slices"
	"strings"

	"rebound/engine/diary"
	"rebound/engine/watch/fitbit"
	"rebound/engine/watch/garmin"
	"rebound/engine/watch/polar"
	"rebound/engine/watch/samsung"
	"rebound/engine/watch/source"
	"rebound/engine/watch/strava"
)

// Account is whose a file is that says nothing of it itself, as a device's own and a track
// do not: that of the export of an account that it lies in, and of which export. Where only
// the file's name says whose it is, that is no account that an export's other files are
// compared with, and via is diary.OwnFiles. owner is 0 where nobody says.
func (f *Files) Account(p Place, name string) (via string, owner uint64) {
	return f.account(p, join(f.items[p.Item].Above, name))
}

func (f *Files) account(p Place, name string) (via string, owner uint64) {
	if f.fromStrava(p, name) {
		return strava.Via, f.owner(strava.Via, p, name)
	}
	mail, _ := garmin.Uploader(name)
	if _, is := garmin.Export(name); !is && mail == "" {
		return "", 0
	}
	if owner = f.owner(garmin.Via, p, name); owner != 0 {
		return garmin.Via, owner
	}
	return diary.OwnFiles, source.Owner(garmin.Via, mail)
}

// Own sets whose a device's own file is: see [Files.Account]. One that holds nothing is
// nobody's.
func Own(f *diary.File, via string, owner uint64) {
	if owner != 0 && f.Kind != "other" {
		f.Via, f.Owner = diary.OwnIn(via), owner
	}
}

// owner is whose a file of an export is, where the file itself does not say it but the
// name of its export does, or another file of it; 0 where neither does.
func (f *Files) owner(via string, p Place, name string) uint64 {
	folder, _ := path.Split(name)
	// Of several exports in one zip, a folder each, one's files say nothing of another's.
	in := func(root string) bool { return strings.HasSuffix("/"+folder, "/"+root) }
	switch via {
	case samsung.Via:
		return source.Owner(via, samsung.Account(name))
	case strava.Via:
		if id := strava.Account(name); id != "" {
			return source.Owner(via, id)
		}
		if export, ok := strava.Activity(name); ok {
			folder = export
		}
		return f.said(via, p, folder, func(name string, head func() source.Head) string {
			if root, _ := path.Split(name); !in(root) {
				return ""
			}
			return strava.Profile(name, head)
		})
	case garmin.Via:
		folder, _ = garmin.Export(name)
		for p.Item >= 0 {
			if owner := f.said(via, p, folder, func(name string, _ func() source.Head) string {
				if root, _ := garmin.Export(name); !in(root) {
					return ""
				}
				return garmin.Account(name)
			}); owner != 0 {
				return owner
			}
			p = zipOf(p) // the devices' own files lie in zips of their own
		}
	case polar.Via:
		return f.said(via, p, folder, polar.Account)
	case fitbit.Via:
		above, _ := path.Split(strings.TrimSuffix(folder, "/"))
		return f.said(via, p, above, fitbit.Account)
	}
	return 0
}

// whose is what was found of one export.
type whose struct {
	via, folder string
	zip         Place
	owner       uint64
}

const (
	mostSaid  = 200 // files that are looked at for whose an export is
	mostWhose = 16  // exports of which that stays known: two people's are read in turns
)

// once is what look finds of the export that the file at p lies in, looked for once.
func (f *Files) once(via string, p Place, folder string, look func() uint64) uint64 {
	zip := zipOf(p)
	for _, w := range f.whose {
		if w.via == via && w.folder == folder && w.zip.Item == zip.Item && slices.Equal(w.zip.Steps, zip.Steps) {
			return w.owner
		}
	}
	if len(f.whose) == mostWhose {
		f.whose = f.whose[:0]
	}
	owner := look()
	f.whose = append(f.whose, whose{via, folder, zip, owner})
	return owner
}

// said is whose an export is by what the files of its zip or folder say of the account.
// Those of several people in one folder are nobody's: who wrote what is not known then.
func (f *Files) said(via string, p Place, folder string, account func(name string, head func() source.Head) string) uint64 {
	return f.once(via, p, folder, func() (whose uint64) {
		looked, several := 0, false
		f.near(p, folder, func(name string, at func() (Place, bool)) {
			id := ""
			if looked < mostSaid {
				id = account(name, func() source.Head {
					looked++
					place, ok := at()
					if !ok {
						return source.Head{}
					}
					head, problem := f.Head(place, source.HeadSize)
					if problem != nil {
						return source.Head{}
					}
					return source.HeadOf(name, head)
				})
			}
			if owner := source.Owner(via, id); owner != 0 {
				several = several || whose != 0 && whose != owner
				whose = owner
			}
		})
		if several {
			return 0
		}
		return whose
	})
}

// zipOf is the zip that a file lies in, packed or not; the item itself for one that lies
// in none.
func zipOf(p Place) Place {
	for n := len(p.Steps); n > 0; n-- {
		if p.Steps[n-1].Method != Gzipped { // of the zip, not of the file in it
			return Place{p.Item, p.Steps[:n-1]}
		}
	}
	return Place{Item: -1}
}
