package diary

import (
	"encoding/binary"
	"hash/crc64"
	"iter"
)

// Light is many files as a diary is built from them: without names, and with the
// summary of each activity in the place of its series and laps. It holds each
// kind of record of all files side by side, so that ten years are read in a few
// allocations.
type Light struct {
	shapes     []shape
	files      []lightFile
	clocks     []Clock
	resting    []Stamped
	hrv        []HRVStamp
	nights     []Night
	activities []Activity
	persons    []Person
	daily      []DailyStamp
	entered    []File // those of the files with entries, by lightFile.entered
}

// shape is all that the many files of one kind and device have in common.
type shape struct {
	kind, partial                                                     string
	device                                                            Device
	clocks, resting, hrv, nights, activities, persons, daily, entered uint32
}

type lightFile struct {
	hash  [16]byte
	shape uint32
}

// lightMark begins what PackLight writes: its own layout, what the summaries in
// it mean, and the version of the pack that holds the entries. A change of any
// makes every kept one void.
var lightMark = [...]byte{'L', 2, SummaryVersion, packVersion}

const lightSum = 8

// PackLight packs files whose activities have summaries (load.SummariseAll) for
// opening a diary fast. It is a cache beside what Pack wrote; a checksum ends it.
func PackLight(files []File) []byte {
	b := flatten(files).write()
	return binary.LittleEndian.AppendUint64(b, crc64.Checksum(b, ecma))
}

// UnpackLight reads what PackLight of this version wrote; anything else is
// ErrPackDamaged or ErrPackVersion, and is to be made anew from the whole files.
func UnpackLight(b []byte) (*Light, error) {
	if len(b) < len(lightMark)+lightSum {
		return nil, ErrPackDamaged
	}
	if [len(lightMark)]byte(b) != lightMark {
		return nil, ErrPackVersion
	}
	body, sum := b[:len(b)-lightSum], b[len(b)-lightSum:]
	if binary.LittleEndian.Uint64(sum) != crc64.Checksum(body, ecma) {
		return nil, ErrPackDamaged
	}
	l := &Light{}
	if !l.read(body[len(lightMark):]) {
		return nil, ErrPackDamaged
	}
	return l, nil
}

// Len is how many files there are.
func (l *Light) Len() int { return len(l.files) }

// LightFile is what is known of a file before its records are looked at.
type LightFile struct {
	Hash     [16]byte
	Kind     string
	Measured bool      // as File.Measured
	Reported *Reported // nil for none
}

// Files yields what each file is.
func (l *Light) Files() iter.Seq[LightFile] {
	return func(yield func(LightFile) bool) {
		entered := l.entered
		for i := range l.files {
			s := &l.shapes[l.files[i].shape]
			f := LightFile{Hash: l.files[i].hash, Kind: s.kind, Measured: s.measured()}
			if of := cut(&entered, s.entered); len(of) > 0 {
				f.Reported = &of[0].Reported
			}
			if !yield(f) {
				return
			}
		}
	}
}

// All yields each file. What is yielded is overwritten by the next; its records
// are not.
func (l *Light) All() iter.Seq[*File] {
	return func(yield func(*File) bool) {
		rest, f := *l, new(File)
		for i := range l.files {
			// Field by field: a File is large, and ten years of them are copied often.
			s := &l.shapes[l.files[i].shape]
			f.Hash, f.Kind, f.Device, f.Partial = l.files[i].hash, s.kind, s.device, s.partial
			f.Clocks, f.Resting, f.HRV = cut(&rest.clocks, s.clocks), cut(&rest.resting, s.resting), cut(&rest.hrv, s.hrv)
			f.Nights, f.Activities = cut(&rest.nights, s.nights), cut(&rest.activities, s.activities)
			f.Persons, f.Daily = cut(&rest.persons, s.persons), cut(&rest.daily, s.daily)
			entered := cut(&rest.entered, s.entered)
			if len(entered) > 0 {
				f.Reported = entered[0].Reported
			}
			if !yield(f) {
				return
			}
			if len(entered) > 0 {
				f.Reported = Reported{}
			}
		}
	}
}

func (s *shape) measured() bool {
	return s.clocks+s.resting+s.hrv+s.nights+s.activities+s.persons+s.daily > 0
}

// cut takes the first n of a list off it.
func cut[T any](list *[]T, n uint32) []T {
	if n == 0 {
		return nil
	}
	first := (*list)[:n:n]
	*list = (*list)[n:]
	return first
}

// flatten is the other way round of All.
func flatten(files []File) *Light {
	l := &Light{}
	known := map[shape]uint32{}
	for i := range files {
		f := &files[i]
		s := shape{kind: f.Kind, partial: f.Partial, device: f.Device,
			clocks: uint32(len(f.Clocks)), resting: uint32(len(f.Resting)), hrv: uint32(len(f.HRV)), nights: uint32(len(f.Nights)),
			activities: uint32(len(f.Activities)), persons: uint32(len(f.Persons)), daily: uint32(len(f.Daily))}
		if !f.Reported.Empty() {
			s.entered = 1
			l.entered = append(l.entered, File{Reported: f.Reported})
		}
		n, ok := known[s]
		if !ok {
			n = uint32(len(l.shapes))
			known[s] = n
			l.shapes = append(l.shapes, s)
		}
		l.files = append(l.files, lightFile{f.Hash, n})
		l.clocks = append(l.clocks, f.Clocks...)
		l.resting = append(l.resting, f.Resting...)
		l.hrv = append(l.hrv, f.HRV...)
		l.nights = append(l.nights, f.Nights...)
		l.activities = append(l.activities, f.Activities...)
		l.persons = append(l.persons, f.Persons...)
		l.daily = append(l.daily, f.Daily...)
	}
	return l
}

// whole reports whether the lists are as long as the shapes of the files say.
func (l *Light) whole() bool {
	var n [8]uint64
	for i := range l.files {
		if l.files[i].shape >= uint32(len(l.shapes)) {
			return false
		}
		s := &l.shapes[l.files[i].shape]
		for k, v := range [...]uint32{s.clocks, s.resting, s.hrv, s.nights, s.activities, s.persons, s.daily, s.entered} {
			n[k] += uint64(v)
		}
	}
	return n == [...]uint64{uint64(len(l.clocks)), uint64(len(l.resting)), uint64(len(l.hrv)), uint64(len(l.nights)),
		uint64(len(l.activities)), uint64(len(l.persons)), uint64(len(l.daily)), uint64(len(l.entered))}
}
