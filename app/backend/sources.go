package backend

import (
	"iter"

	"rebound/app/brand"
	"rebound/app/wire"
	"rebound/engine/diary"
)

// tells is what the files of one export tell of: the signals in the order of diary.Kind,
// and sessions.
type tells [diary.Kinds + 1]bool

// tellers are the exports in a diary, by the names of diary.Exports, with what each
// tells of.
func tellers(files iter.Seq[*diary.File]) map[string]tells {
	all := map[string]tells{}
	for f := range files {
		via := f.By()
		if via == "" {
			via = diary.OwnFiles
		}
		t := all[via]
		t[diary.HRV] = t[diary.HRV] || len(f.HRV) > 0
		t[diary.RestingHR] = t[diary.RestingHR] || len(f.Resting) > 0
		t[diary.Sleep] = t[diary.Sleep] || len(f.Nights)+len(f.Slept) > 0
		t[diary.Kinds] = t[diary.Kinds] || len(f.Activities) > 0
		all[via] = t
		if len(f.Straps) > 0 {
			all[diary.StrapSource] = tells{diary.HRV: true, diary.RestingHR: true}
		}
	}
	return all
}

// preferences are the settings of what goes first, and what each is called.
var preferences = [diary.Kinds + 1][2]string{
	{"prefer_hrv", "HRV"}, {"prefer_resting_hr", "Resting heart rate"}, {"prefer_sleep", "Sleep"}, {"prefer_sessions", "Runs"},
}

// preferred is which source goes first, of what more than one tells of, or the runner has
// chosen for. mu is held.
func (b *book) preferred() (list []wire.First) {
	b.built()
	for i, p := range preferences {
		f := wire.First{Key: p[0], Name: p[1], Now: b.prefs.Sources.Sessions}
		if i < diary.Kinds {
			f.Now = b.prefs.Sources.First[i]
		}
		for _, via := range diary.Exports() {
			if b.tellers[via][i] || via == f.Now {
				o := wire.Option{Value: via, Name: brand.Name(via)}
				if via == diary.OwnFiles {
					o.Name = "The watch's own files"
				}
				f.Options = append(f.Options, o)
			}
		}
		if len(f.Options) > 1 || f.Now != "" {
			list = append(list, f)
		}
	}
	return list
}
