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
	slept      []Stamped
	activities []Activity
	labels     []Label
	persons    []Person
	daily      []DailyStamp
	entered    []File // those of the files with entries, by lightFile.entered
}

// shape is all that the many files of one kind and device have in common.
type shape struct {
	kind, partial, via string
	owner              uint64
	device             Device
	n                  counts
}

// counts is how many records a file has of each kind.
type counts struct {
	clocks, resting, hrv, nights, slept, activities, labels, persons, daily, entered uint32
}

// each is the counts in the order in which they are laid out.
func (n *counts) each() [10]*uint32 {
	return [...]*uint32{&n.clocks, &n.resting, &n.hrv, &n.nights, &n.slept, &n.activities, &n.labels, &n.persons, &n.daily, &n.entered}
}

type lightFile struct {
	hash  [16]byte
	shape uint32
}

// lightMark begins what PackLight writes: its own layout, what the summaries in
// it mean, and the version of the pack that holds the entries. A change of any
// makes every kept one void.
var lightMark = [...]byte{'L', 3, SummaryVersion, packVersion}

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
	Account  Account   // as File.Account
	Measured bool      // as File.Measured
	Reported *Reported // nil for none
}

// Files yields what each file is.
func (l *Light) Files() iter.Seq[LightFile] {
	return func(yield func(LightFile) bool) {
		entered := l.entered
		for i := range l.files {
			s := &l.shapes[l.files[i].shape]
			f := LightFile{Hash: l.files[i].hash, Kind: s.kind, Account: accountOf(s.via, s.owner), Measured: s.measured()}
			if of := cut(&entered, s.n.entered); len(of) > 0 {
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
			f.Via, f.Owner = s.via, s.owner
			f.Clocks, f.Resting, f.HRV = cut(&rest.clocks, s.n.clocks), cut(&rest.resting, s.n.resting), cut(&rest.hrv, s.n.hrv)
			f.Nights, f.Slept = cut(&rest.nights, s.n.nights), cut(&rest.slept, s.n.slept)
			f.Activities, f.Labels = cut(&rest.activities, s.n.activities), cut(&rest.labels, s.n.labels)
			f.Persons, f.Daily = cut(&rest.persons, s.n.persons), cut(&rest.daily, s.n.daily)
			entered := cut(&rest.entered, s.n.entered)
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
	n := s.n
	n.entered = 0
	return n != counts{}
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
		s := shape{kind: f.Kind, partial: f.Partial, via: f.Via, owner: f.Owner, device: f.Device, n: counts{
			clocks: uint32(len(f.Clocks)), resting: uint32(len(f.Resting)), hrv: uint32(len(f.HRV)), nights: uint32(len(f.Nights)),
			slept: uint32(len(f.Slept)), activities: uint32(len(f.Activities)), labels: uint32(len(f.Labels)),
			persons: uint32(len(f.Persons)), daily: uint32(len(f.Daily))}}
		if !f.Reported.Empty() {
			s.n.entered = 1
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
		l.slept = append(l.slept, f.Slept...)
		l.activities = append(l.activities, f.Activities...)
		l.labels = append(l.labels, f.Labels...)
		l.persons = append(l.persons, f.Persons...)
		l.daily = append(l.daily, f.Daily...)
	}
	return l
}

// whole reports whether the lists are as long as the shapes of the files say.
func (l *Light) whole() bool {
	var n [10]uint64
	for i := range l.files {
		if l.files[i].shape >= uint32(len(l.shapes)) {
			return false
		}
		for k, v := range l.shapes[l.files[i].shape].n.each() {
			n[k] += uint64(*v)
		}
	}
	for k, have := range [...]int{len(l.clocks), len(l.resting), len(l.hrv), len(l.nights), len(l.slept), len(l.activities), len(l.labels), len(l.persons), len(l.daily), len(l.entered)} {
		if n[k] != uint64(have) {
			return false
		}
	}
	return true
}
