package diary

import (
	"cmp"
	"iter"
	"slices"
)

// clocks answers what a device's clock showed at an instant.
//
// The offset is what the files themselves say. A file without one takes the offset of
// the file of the same device nearest in time; a device that never says one takes the
// runner's own zone, and an export another device's of about that time before that. It is resolved over all files at once,
// so the order of import cannot matter.
type clocks struct {
	byDevice []deviceClocks
	all      []Clock // of every device, in order of time
	zone     Zone

	activities, nights, daily int // how many the files hold, for who goes through them next
}

type deviceClocks struct {
	device Device
	list   []Clock
}

func newClocks(files iter.Seq[*File], zone Zone) *clocks {
	c := &clocks{zone: zone}
	for f := range files {
		c.activities, c.nights, c.daily = c.activities+len(f.Activities), c.nights+len(f.Nights), c.daily+len(f.Daily)
		if len(f.Clocks) == 0 || f.local() {
			continue
		}
		i := c.index(f.Origin())
		if i < 0 {
			i = len(c.byDevice)
			c.byDevice = append(c.byDevice, deviceClocks{device: f.Origin()})
		}
		c.byDevice[i].list = append(c.byDevice[i].list, f.Clocks...)
	}
	for i := range c.byDevice {
		d := &c.byDevice[i]
		SortBy(d.list, compareClocks)
		d.list = slices.Compact(d.list)
		c.all = append(c.all, d.list...)
	}
	SortBy(c.all, compareClocks)
	return c
}

// index is the place of a device; a runner has few.
func (c *clocks) index(d Device) int {
	return slices.IndexFunc(c.byDevice, func(of deviceClocks) bool { return of.device == d })
}

func compareClocks(a, b Clock) int {
	return cmp.Or(cmp.Compare(a.At, b.At), cmp.Compare(a.Offset, b.Offset))
}

// local reports whether the file's times are local ones, of a zone that it does not
// say (see [Clock]).
func (f *File) local() bool { return len(f.Clocks) > 0 && f.Clocks[0] == (Clock{}) }

// offsets is what one file's clock showed.
type offsets struct {
	list  []Clock // in order; where there are none, one of others within clockNear counts
	all   []Clock // of every device
	zone  Zone    // where there is none of those either
	local bool    // the file's times are what that clock showed
}

// clockNear is how far in time what another device's clock showed still says where the
// runner was: a day and a half (ours).
const clockNear = 36 * 3600

// at is the offset at an instant.
func (o offsets) at(unix int64) int {
	if len(o.list) > 0 {
		return int(nearest(o.list, unix).Offset)
	}
	if len(o.all) > 0 {
		if c := nearest(o.all, unix); max(c.At-unix, unix-c.At) <= clockNear {
			return int(c.Offset)
		}
	}
	if o.zone != nil {
		return o.zone(unix)
	}
	return 0
}

// moment is the instant of a time in the file, and the offset there.
func (o offsets) moment(t int64) (unix int64, offset int) {
	if !o.local {
		return t, o.at(t)
	}
	offset = o.at(t - int64(o.at(t))) // the second look is at the instant itself, but for the hour of a change
	return t - int64(offset), offset
}

func (o offsets) date(t int64) Date {
	unix, offset := o.moment(t)
	return DateAt(unix, offset)
}

// of returns the offsets of one file: its own clocks first, then its device's, then, of an
// export, what another device's showed about that time, then the runner's zone.
func (c *clocks) of(f *File) offsets {
	if f.local() {
		return offsets{all: c.all, zone: c.zone, local: true}
	}
	list := f.Clocks
	if !slices.IsSortedFunc(list, compareClocks) {
		list = slices.Clone(list)
		SortBy(list, compareClocks)
	}
	if i := c.index(f.Origin()); len(list) == 0 && i >= 0 {
		list = c.byDevice[i].list
	}
	o := offsets{list: list, zone: c.zone}
	if f.By() != "" { // an export speaks of whatever was worn
		o.all = c.all
	}
	return o
}

// Offset is the offset of one file at an instant, given every file of the
// export: what inspect shows must be what Build resolves.
func Offset(files []File, zone Zone) func(f *File, unix int64) int {
	c := newClocks(each(files), zone)
	return func(f *File, unix int64) int {
		if f.local() { // what it says is what the clock showed
			return 0
		}
		return c.of(f).at(unix)
	}
}

// each yields pointers to files.
func each(files []File) iter.Seq[*File] {
	return func(yield func(*File) bool) {
		for i := range files {
			if !yield(&files[i]) {
				return
			}
		}
	}
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
