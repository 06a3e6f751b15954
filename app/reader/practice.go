package reader

import (
	"bytes"
	_ "embed"
	"encoding/json"
	"time"

	"rebound/app/intake"
	"rebound/engine/watch"
)

// practice is an import of four small files, over and over, by a reader that was
// started before there is one to do. A browser compiles a function when it is
// first called, and optimises it after some thousand calls: without practice the
// first thousand files take twice the time of the next.
type practice struct{ passes int }

const (
	practicePasses = 400
	practiceSlice  = 10 * time.Millisecond // a call that comes meanwhile waits no longer
)

// A night, a morning, a day and a few minutes of the sample runner's, which the
// test of this file writes.
//
//go:embed practice.zip
var practiceZip []byte

// step goes on for a slice of time, and reports whether there is more to do.
func (p *practice) step() bool {
	for began := time.Now(); p.passes < practicePasses && time.Since(began) < practiceSlice; p.passes++ {
		p.pass()
	}
	return p.passes < practicePasses
}

// pass imports the files once, and gives the number of those that were read.
func (p *practice) pass() (read int) {
	var tickets [][]byte
	r := New(Host{At: func(int) {}, Alive: func(int64) {}, Answer: func(a intake.Answer) {
		var b intake.Batch
		if len(a.Parts) == 1 { // found by the scan
			listed, _ := intake.DecodeListed(a.Parts[0])
			tickets = append(tickets, intake.AppendTickets(nil, listed...))
		} else if json.Unmarshal(a.Head, &b) == nil {
			read += len(b.Read)
		}
	}})
	file := intake.File{Path: "export.zip", Size: int64(len(practiceZip))}
	r.Handle(intake.Call{Op: intake.Open, Files: []intake.File{file}}, func(intake.File) watch.Blob { return bytes.NewReader(practiceZip) })
	r.Handle(intake.Call{Op: intake.Scan, Head: json.RawMessage("{}")}, nil)
	r.Handle(intake.Call{Op: intake.Read, Parts: tickets}, nil)
	return read
}
