package diary

import (
	"cmp"
	"fmt"
	"iter"
	"strconv"
)

// Source is the name that a device's series go by: its maker and product, as in
// "garmin 4315". Of several devices of the same name in one diary, the second and
// later ones bear a number besides (see sources).
func (d Device) Source() string {
	switch {
	case d.Maker == "":
		return "fit"
	case d.Model != "":
		return d.Maker + " " + d.Model
	case d.Product == 0:
		return d.Maker
	}
	return d.Maker + " " + strconv.Itoa(int(d.Product))
}

// Origin is what the file's readings are named after: its device, or the export that
// it came by.
func (f *File) Origin() Device {
	if f.Device == (Device{}) && f.Via != "" {
		return Device{Maker: f.Via}
	}
	return f.Device
}

// sources names every device that files were measured by, no two alike: a new watch
// starts a new normal, of the same brand and model too. Those of one name are told
// apart by their place in order of serial number, which itself is nobody's business.
func sources(files iter.Seq[*File]) map[Device]string {
	names := map[Device]string{}
	var devices []Device
	for f := range files {
		if d := f.Origin(); f.Measured() {
			if _, ok := names[d]; !ok {
				names[d] = ""
				devices = append(devices, d)
			}
		}
	}
	SortBy(devices, func(a, b Device) int {
		return cmp.Or(cmp.Compare(a.Source(), b.Source()), cmp.Compare(a.Serial, b.Serial), cmp.Compare(a.Product, b.Product))
	})
	nth := 0
	for i, d := range devices {
		names[d] = d.Source()
		if nth++; i == 0 || devices[i-1].Source() != d.Source() {
			nth = 1
		}
		if nth > 1 {
			names[d] = fmt.Sprintf("%s (%d)", d.Source(), nth)
		}
	}
	return names
}
