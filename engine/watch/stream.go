package watch

import (
	"errors"
	"io"

	"rebound/engine/diary"
	"rebound/engine/watch/fitbit"
	"rebound/engine/watch/garmin"
	"rebound/engine/watch/source"
)

// Read is what the file at p holds, if it is none that is known by its hash: a
// diary.File, or several where it has what more than one device measured, each with
// Hash, Name and Via. A FIT file is read as [Read] does; any other streams through
// the reader of its [source.Format], so that its size does not matter.
func (f *Files) Read(p Place, path string, known func(hash [16]byte) bool) (list []diary.File, again bool, problem *Problem) {
	head, problem := f.Head(p, HeadSize)
	if problem != nil {
		return nil, false, problem
	}
	if isFIT(head) {
		data, problem := f.Bytes(p, f.buf)
		if problem != nil {
			return nil, false, problem
		}
		if f.buf = data[:0]; known(diary.HashOf(data)) {
			return nil, true, nil
		}
		one, problem := Read(path, data)
		via, owner := f.Account(p, path)
		Own(&one, via, owner)
		return []diary.File{one}, false, problem
	}
	if head, problem = f.Head(p, source.HeadSize); problem != nil {
		return nil, false, problem
	}
	h := source.HeadOf(path, head)
	format := formatOf(h)
	if format == nil {
		return nil, false, notFIT(path, head)
	}
	if format.Read == nil {
		return []diary.File{{Hash: diary.HashOf(head), Name: path, Kind: "other", Via: format.Via}}, false, nil
	}
	return f.export(p, h, format, known)
}

// export reads one file of a vendor's.
func (f *Files) export(p Place, h source.Head, format *source.Format, known func([16]byte) bool) (list []diary.File, again bool, problem *Problem) {
	defer caught(&problem)
	size, packed := p.sizes(f.items[p.Item].Blob.Size())
	if size > f.Export {
		return nil, false, tooBig(size, f.Export)
	}
	s := f.streamOf(p, packed)
	list, err := format.Read(&source.File{Head: h, Size: size, Open: s.open, Zone: f.Zones, Beside: s.beside(h.Path),
		Written: writtenAt(f.items[p.Item].Blob), Mapping: f.mapping})
	hash, lost := s.finish()
	switch {
	case s.problem != nil:
		return nil, false, s.problem
	case known(hash):
		return nil, true, nil
	case len(list) == 0 && err == nil:
		err = lost
	}
	if len(list) == 0 {
		return nil, false, unread(err)
	}
	via, name := format.Via, join(f.items[p.Item].Above, h.Path)
	owner := uint64(0)
	if via == "tcx" || via == "gpx" {
		var of string
		if of, owner = f.account(p, name); of != "" && of != diary.OwnFiles {
			via = of
		}
	}
	if via == "tcx" && fitbit.Activity(h.Path) {
		via = fitbit.Via
	}
	if owner == 0 {
		owner = f.owner(via, p, name)
	}
	for i := range list {
		one := &list[i]
		_, one.Name = garmin.Uploader(h.Path)
		one.Hash = hash
		one.Hash[14], one.Hash[15] = byte(i), byte(i>>8)
		if one.Via == "" {
			one.Via = via
		}
		if one.Owner == 0 {
			one.Owner = owner
		}
		if one.Kind == "" {
			one.Kind = "export"
		}
		if lost != nil && one.Partial == "" {
			one.Partial = source.CutOff
		}
	}
	return list, false, nil
}

// unread is why a vendor's reader could read nothing.
func unread(err error) *Problem {
	var e *source.Error
	switch {
	case errors.As(err, &e):
		return &Problem{Code: e.Code, What: e.What, Hint: e.Hint}
	case err == nil:
		return &Problem{Code: "empty", What: "There are no nights, runs or morning readings in this file.", Hint: "Check that the export covers the days you want."}
	}
	return problemOf(err)
}

// streamOf is the stream of the file at p, which takes so many bytes where it is packed.
func (f *Files) streamOf(p Place, packed int64) *stream {
	s := &stream{files: f, place: p, most: f.Export}
	if packed > 0 {
		s.most = min(s.most, max(1<<20, (packed+1)*f.Ratio-1))
	}
	return s
}

// stream gives the bytes of one file from the start, as often as its reader asks, and
// sees to it that they are no more than they may be. The first time through it makes
// the hash of them.
type stream struct {
	files *Files
	place Place
	most  int64
	aside bool // it is read for the sake of another, whose bytes alone are counted

	raw     io.Reader
	at      int64 // how far it has come this time
	opened  int
	sum     diary.Hasher
	done    bool     // it was
	lost    error    // why not to its end
	problem *Problem // why it was stopped
}

func (s *stream) open() (io.Reader, error) {
	if s.opened++; s.opened > 1 && !s.done { // the hash is that of all of it
		s.opened = 1
		if _, err := io.Copy(io.Discard, s); err != nil && s.problem != nil {
			return nil, s.problem
		}
		s.opened = 2
	}
	r, err := s.files.open(s.place)
	if err != nil {
		return nil, err
	}
	s.raw, s.at = r, 0
	return s, nil
}

// Read gives the next bytes. Damage is the end of them, after what came before it.
func (s *stream) Read(b []byte) (int, error) {
	if s.problem != nil {
		return 0, s.problem
	}
	n, err := s.raw.Read(b)
	s.at += int64(n)
	switch {
	case s.files.Pass == nil:
	case s.aside:
		s.files.Pass(0)
	default:
		s.files.Pass(n)
	}
	if s.opened == 1 {
		s.sum.Write(b[:n])
		if len(s.place.Steps) > 0 {
			s.files.total += int64(n)
		}
	}
	switch {
	case s.at > s.most && s.most < s.files.Export:
		s.problem = ratioBomb(s.files.Ratio)
	case s.at > s.most:
		s.problem = tooBig(s.at, s.most)
	case s.files.total > s.files.Total:
		s.problem = bomb("Together the files unpack to more than " + megabytes(s.files.Total) + ".")
	case err != nil && s.opened == 1 && !s.done:
		if s.done = true; err != io.EOF {
			s.lost = err
		}
	}
	if s.problem != nil {
		return n, s.problem
	}
	if err != nil && err != io.EOF {
		err = io.ErrUnexpectedEOF
	}
	return n, err
}

// finish goes through what the reader has left, and gives the hash of the whole and
// why there was no more of it.
func (s *stream) finish() (hash [16]byte, lost error) {
	if s.opened == 0 {
		if _, err := s.open(); err != nil {
			return hash, err
		}
	}
	if !s.done && s.problem == nil {
		_, _ = io.Copy(io.Discard, s) // what goes wrong is kept in s
	}
	return s.sum.Sum(), s.lost
}
