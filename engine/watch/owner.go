package watch

import (
	"path"
	"slices"
	"strings"

	"rebound/engine/watch/fitbit"
	"rebound/engine/watch/polar"
	"rebound/engine/watch/samsung"
	"rebound/engine/watch/source"
	"rebound/engine/watch/strava"
)

// owner is whose a file of an export is, where the file itself does not say it but the
// name of its export does, or another file of it; 0 where neither does.
func (f *Files) owner(via string, p Place, name string) uint64 {
	switch via {
	case samsung.Via:
		return source.Owner(via, samsung.Account(name))
	case strava.Via:
		return source.Owner(via, strava.Account(name))
	case polar.Via:
		folder, _ := path.Split(name)
		return f.said(via, p, folder, polar.Account)
	case fitbit.Via:
		folder, _ := path.Split(name)
		above, _ := path.Split(strings.TrimSuffix(folder, "/"))
		return f.said(via, p, above, fitbit.Account)
	}
	return 0
}

// whose is what was found of the export that was asked about last.
type whose struct {
	via, folder string
	zip         Place
	owner       uint64
}

// mostSaid is how many files are looked at for whose an export is.
const mostSaid = 200

// said is whose an export is by what the files of its zip or folder say of the account.
// Those of several people in one folder are nobody's: who wrote what is not known then.
func (f *Files) said(via string, p Place, folder string, account func(name string, head func() source.Head) string) uint64 {
	w := whose{via: via, folder: folder, zip: zipOf(p)}
	if w.zip.Item >= 0 {
		w.folder = "" // all of a zip is one export
	}
	if was := f.whose; was.via == w.via && was.folder == w.folder && was.zip.Item == w.zip.Item && slices.Equal(was.zip.Steps, w.zip.Steps) {
		return was.owner
	}
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
			several = several || w.owner != 0 && w.owner != owner
			w.owner = owner
		}
	})
	if several {
		w.owner = 0
	}
	f.whose = w
	return w.owner
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
