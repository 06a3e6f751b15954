package apple

import (
	"cmp"
	"slices"

	"rebound/engine/diary"
	"rebound/engine/watch/source"
)

// zones are the places (HKTimeZone) that records name, and when.
type zones struct {
	names []string
	seen  []place
}

type place struct {
	at   int64
	zone uint8
}

// index is the place of a zone's name; ok is false for one name too many.
func (z *zones) index(name []byte) (uint8, bool) {
	i := slices.Index(z.names, string(name))
	if i < 0 {
		if i = len(z.names); i >= 200 || len(name) > 60 {
			return 0, false
		}
		z.names = append(z.names, string(name))
	}
	return uint8(i), true
}

// see notes that the runner's clock was a zone's at a moment; one in a quarter of a day
// is enough.
func (z *zones) see(at int64, zone uint8) {
	if n := len(z.seen); n > 0 && z.seen[n-1].zone == zone && z.seen[n-1].at/21600 == at/21600 || n >= most {
		return
	}
	z.seen = append(z.seen, place{at, zone})
}

func (z *zones) settle() {
	diary.SortBy(z.seen, func(a, b place) int { return cmp.Or(cmp.Compare(a.at, b.at), cmp.Compare(a.zone, b.zone)) })
}

// offset is how far the runner's clock was from UTC: by the rules of the zone seen
// nearest in time. ok is false where none was seen, or the host does not know it.
func (z *zones) offset(f *source.File, at int64) (int32, bool) {
	if len(z.seen) == 0 {
		return 0, false
	}
	n, _ := slices.BinarySearchFunc(z.seen, at, func(p place, at int64) int { return cmp.Compare(p.at, at) })
	if n == len(z.seen) || n > 0 && at-z.seen[n-1].at <= z.seen[n].at-at {
		n--
	}
	return f.Offset(z.names[z.seen[n].zone], at)
}

// out is the files that are being made, one a device.
type out struct {
	list  []*diary.File
	zones *zones
	file  *source.File
}

// of is the file of a device, which says what the clock was at the moment.
func (o *out) of(d diary.Device, at int64) *diary.File {
	i := slices.IndexFunc(o.list, func(f *diary.File) bool { return f.Device == d })
	if i < 0 {
		i = len(o.list)
		o.list = append(o.list, &diary.File{Kind: "export", Device: d})
	}
	f := o.list[i]
	if offset, ok := o.zones.offset(o.file, at); ok {
		f.Clocks = append(f.Clocks, diary.Clock{At: at, Offset: offset})
	}
	return f
}

// done is the files in order of their devices.
func (o *out) done() []diary.File {
	diary.SortBy(o.list, func(a, b *diary.File) int { return cmp.Compare(a.Device.Model, b.Device.Model) })
	var list []diary.File
	for _, f := range o.list {
		f.Clocks = source.Clocks(f.Clocks)
		list = append(list, *f)
	}
	return list
}
