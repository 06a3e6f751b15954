package trace

import (
	"strings"

	"rebound/engine/diary"
	"rebound/engine/watch/source"
)

// Time is a moment of a recording, and what it proves of the clock: nothing where it
// is written in UTC, as instants are wherever the runner was.
type Time struct {
	At    int64
	Local bool        // no zone is said: At is what the clock showed, as if it were UTC
	Clock diary.Clock // the zero Clock where none is said
}

// When reads a moment of a recording.
func When(s []byte) (t Time, ok bool) {
	text := strings.TrimSpace(string(s))
	m, ok := source.When(text)
	t = Time{At: m.Unix, Local: !m.Zoned}
	if m.Zoned && m.Offset != 0 { // +00:00 is how some write UTC
		t.Clock = m.Clock()
	}
	return t, ok
}

// Sorted is a file's activities by what their clock says: first those in UTC, with the
// clocks that were seen, then those whose times are local.
type Sorted struct{ utc, local diary.File }

// Add puts an activity where it belongs.
func (s *Sorted) Add(a diary.Activity, start Time) {
	if start.Local {
		s.local.Clocks = []diary.Clock{{}}
		s.local.Activities = append(s.local.Activities, a)
		return
	}
	if c := start.Clock; c != (diary.Clock{}) {
		s.utc.Clocks = append(s.utc.Clocks, c)
	}
	s.utc.Activities = append(s.utc.Activities, a)
}

// Len is how many activities there are.
func (s *Sorted) Len() int { return len(s.utc.Activities) + len(s.local.Activities) }

// Files are the files that hold something, of a stream that ended with an error or
// with none.
func (s *Sorted) Files(end error) (list []diary.File) {
	for _, f := range []diary.File{s.utc, s.local} {
		if len(f.Activities) == 0 {
			continue
		}
		f.Clocks = source.Clocks(f.Clocks)
		if f.Kind = "activity"; end != nil {
			f.Partial = source.CutOff
		}
		list = append(list, f)
	}
	return list
}

// Route is why nothing of a file without times can be read, a *[source.Error].
func Route() error {
	return &source.Error{Code: "route", What: "This is a planned route: it has no times, so there is no run in it.",
		Hint: "Export the recorded activity instead."}
}
