package reader

import (
	"path"
	"slices"
	"strings"
	"time"

	"rebound/app/backup"
	"rebound/app/intake"
	"rebound/app/wire"
	"rebound/engine/watch"
)

const (
	scanFiles = 512 // found files that are sent at once
	scanAge   = 50 * time.Millisecond

	// A file costs its bytes, and about as much as 4 kB of them to open it.
	openWeight = 4 << 10
)

// scan looks at how every file begins that the opened files hold.
func (r *Reader) scan(a intake.ScanArg) {
	s := scanner{Reader: r, sent: time.Now()}
	for i := a.From; i < len(r.paths); i++ {
		if slices.Contains(a.Skip, i) {
			continue
		}
		r.host.At(i)
		r.reading.all = 0
		if r.isBackup(i) {
			s.refused = append(s.refused, intake.Refused{Path: r.paths[i], Problem: ownBackup})
		} else if !r.files.Walk(i, s.entry) {
			break
		}
		if s.due() {
			s.tell(false, i+1)
		}
	}
	s.tell(true, len(r.paths))
}

// scanner gathers what a scan finds.
type scanner struct {
	*Reader
	refused []intake.Refused
	listed  []byte
	found   int
	other   int
	sent    time.Time
}

func (s *scanner) entry(e watch.Entry) bool {
	if s.due() {
		s.tell(false, 0)
	}
	s.found++
	if e.Other {
		s.other++
		return true
	}
	id, p := identify(&e)
	if p != nil {
		s.refused = append(s.refused, intake.Refused{Path: e.Path, Problem: problem(p)})
		return true
	}
	l := intake.Listed{Path: e.Path, Weight: e.Size + openWeight, Ticket: ticket(e), Created: e.Begun}
	if !id.Created.IsZero() {
		l.Created = id.Created.Unix()
	}
	s.listed = intake.AppendListed(s.listed, l)
	return true
}

func (s *scanner) due() bool {
	return s.found >= scanFiles || s.found%16 == 15 && time.Since(s.sent) >= scanAge
}

func (s *scanner) tell(last bool, next int) {
	s.host.Answer(part(last, intake.Found{Refused: s.refused, Other: s.other, Next: next}, s.listed))
	s.refused, s.listed, s.found, s.other, s.sent = nil, nil, 0, 0, time.Now()
}

func identify(e *watch.Entry) (watch.ID, *watch.Problem) {
	head, problem := e.Head(watch.HeadSize)
	if problem != nil || e.Via != "" {
		return watch.ID{}, problem
	}
	return watch.Identify(head)
}

var ownBackup = wire.Problem{Code: "backup", Text: "This is a backup made by Rebound.", Hint: "Restore it in Settings."}

// isBackup reports whether a file is one of the app's own backups, whose parts
// would read as nonsense. They are looked for by the name that they are saved
// under and by how they begin, because opening every zip twice would cost more than it
// is worth.
func (r *Reader) isBackup(file int) bool {
	blob := r.files.Blob(file)
	named := strings.HasPrefix(path.Base(r.paths[file]), intake.BackupName)
	return (named || backup.Begins(blob)) && backup.Is(blob, blob.Size()) || backup.Sealed(blob)
}
