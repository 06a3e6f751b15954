package watch

import (
	"encoding/json"
	"errors"
	"io"

	"rebound/engine/watch/hrv4training"
	"rebound/engine/watch/plain"
	"rebound/engine/watch/source"
)

// A table of the runner's own that does not say for certain what is in its columns is
// refused as needs_mapping, and so is one of HRV4Training whose dates could be either of
// two. Then, with the same Place:
//
//	p, problem := files.Preview(place, path)        // header, first rows, a guess, its doubts
//	t, problem := files.Try(place, path, mapping)   // what a choice would read
//	files.Mappings[p.Key] = mapping                 // and from now on Read reads it
//
// A mapping is a plain.Mapping as JSON, so that who only keeps it need not know it:
//
//	{"columns":[{"means":"date"},{"means":"resting_hr"},{"means":"rmssd"},{"means":"asleep","unit":"h"},{}],"order":"dmy","decimal":","}
//
// means is date, resting_hr, rmssd, sdnn, asleep, or nothing; unit, of asleep alone, is
// h, min or s; order is ymd, dmy, mdy or ydm; decimal is "." or ",". Columns that mean
// nothing, all of them, leave the file alone: it is of kind "other" from then on.

// Preview is what to show of the table at p, for the runner to say what is in it.
func (f *Files) Preview(p Place, path string) (preview plain.Preview, problem *Problem) {
	problem = f.table(p, path, func(file *source.File) (err error) {
		if preview, err = plain.Look(file); err != nil {
			return err
		}
		if date, rmssd, order, ok := hrv4training.Guess(file.Head); ok { // of which that alone is asked
			preview.AskOrder(date, rmssd, order)
		}
		return nil
	})
	return preview, problem
}

// Try is what a mapping would read of the table at p. A mapping that is none is a
// Problem with code bad_mapping.
func (f *Files) Try(p Place, path string, mapping []byte) (trial plain.Trial, problem *Problem) {
	problem = f.table(p, path, func(file *source.File) (err error) {
		var m plain.Mapping
		if json.Unmarshal(mapping, &m) != nil {
			return badMapping(plain.ErrUnknown)
		}
		if err := m.Valid(); err != nil {
			return badMapping(err)
		}
		trial, err = plain.Try(file, m)
		return err
	})
	return trial, problem
}

// badMapping says what is missing of a mapping.
func badMapping(err error) *source.Error {
	e := &source.Error{Code: "bad_mapping", What: "These choices do not go together.", Hint: "Choose again."}
	switch {
	case errors.Is(err, plain.ErrNoDate):
		e.What, e.Hint = "Exactly one column has to be the date.", "Choose which one it is."
	case errors.Is(err, plain.ErrNoSignal):
		e.What, e.Hint = "There is a date, but nothing to read for it.", "Choose a column for resting heart rate, HRV or sleep."
	case errors.Is(err, plain.ErrTwice):
		e.What, e.Hint = "Two columns cannot be the same thing.", "Set one of them to Not needed."
	}
	return e
}

// table opens one file for as often as read wants it.
func (f *Files) table(p Place, path string, read func(*source.File) error) (problem *Problem) {
	defer caught(&problem)
	head, problem := f.Head(p, source.HeadSize)
	if problem != nil {
		return problem
	}
	size, packed := p.sizes(f.items[p.Item].Blob.Size())
	s := &stream{files: f, place: p, most: f.Export}
	if packed > 0 {
		s.most = min(s.most, max(1<<20, (packed+1)*f.Ratio-1))
	}
	err := read(&source.File{Head: source.HeadOf(path, head), Size: size, Open: s.open, Zone: f.Zones, Written: writtenAt(f.items[p.Item].Blob)})
	switch {
	case s.problem != nil:
		return s.problem
	case err == nil:
		return nil
	case errors.Is(err, io.EOF):
		err = nil
	}
	return unread(err)
}

// mapping is what the runner said of tables with a header.
func (f *Files) mapping(header string) []byte { return f.Mappings[header] }
