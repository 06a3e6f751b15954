package diary

import (
	"cmp"
	"fmt"
	"iter"
	"strconv"
	"strings"
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

// By is the export whose word a file is; "" for a device's own file, by whatever it came:
// an account's export and a bulk zip have the files of devices as they were uploaded.
func (f *File) By() string {
	if strings.HasPrefix(f.Via, OwnFiles) {
		return ""
	}
	return f.Via
}

// Origin is what the file's readings are named after: its device, or the export whose
// word it is.
func (f *File) Origin() Device {
	if by := f.By(); f.Device == (Device{}) && by != "" {
		return Device{Maker: by}
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
