package diary

import (
	"cmp"
	"slices"
)

// clocks answers what a device's clock showed at an instant.
//
// The offset is what the files themselves say. A file without one takes the
// offset of the file of the same device nearest in time; a device that never
// says one takes the runner's own zone. It is resolved over all files at once,
// so the order of import cannot matter.
type clocks struct {
	byDevice map[Device][]Clock
	zone     Zone
}

func newClocks(files []File, zone Zone) *clocks {
	c := &clocks{byDevice: map[Device][]Clock{}, zone: zone}
	for i := range files {
		f := &files[i]
		if len(f.Clocks) > 0 {
			c.byDevice[f.Device] = append(c.byDevice[f.Device], f.Clocks...)
		}
	}
	for d, list := range c.byDevice {
		sortClocks(list)
		c.byDevice[d] = slices.Compact(list)
	}
	return c
}

func sortClocks(list []Clock) {
	slices.SortFunc(list, func(a, b Clock) int {
		return cmp.Or(cmp.Compare(a.At, b.At), cmp.Compare(a.Offset, b.Offset))
	})
}

// of returns the offset function for one file: its own clocks first, then its
// device's, then the runner's zone.
func (c *clocks) of(f *File) func(unix int64) int {
	list := slices.Clone(f.Clocks)
	sortClocks(list)
	if len(list) == 0 {
		list = c.byDevice[f.Device]
	}
	if len(list) > 0 {
		return func(unix int64) int { return int(nearest(list, unix).Offset) }
	}
	if c.zone != nil {
		return c.zone
	}
	return func(int64) int { return 0 }
}

// Offset is the offset of one file at an instant, given every file of the
// export: what inspect shows must be what Build resolves.
func Offset(files []File, zone Zone) func(f *File, unix int64) int {
	c := newClocks(files, zone)
	return func(f *File, unix int64) int { return c.of(f)(unix) }
}

// nearest finds the clock nearest in time; of two equally near, the earlier.
func nearest(list []Clock, unix int64) Clock {
	i, _ := slices.BinarySearchFunc(list, unix, func(c Clock, t int64) int { return cmp.Compare(c.At, t) })
	switch {
	case i == 0:
		return list[0]
	case i == len(list), unix-list[i-1].At <= list[i].At-unix:
		return list[i-1]
	}
	return list[i]
}
