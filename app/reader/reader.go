// Package reader is the end of the house where the runner's files are opened: it
// takes bytes and gives packed diary rows. It holds no diary and no store, so
// that hostile bytes are read where nothing can be lost: a reader that dies costs
// the file that it was reading.
//
//	backend -> intake.Call -> Reader -> engine/watch, app/backup -> intake.Answer -> backend
//
// Several readers may have the same files open: what one has found, another can
// read, by its ticket. Before each file a reader notes which it is, so that
// whoever watches knows what it died of.
//
// Everything but serve_js.go is plain Go and is tested natively.
package reader

import (
	"bytes"
	"encoding/json"
	"fmt"
	"runtime/debug"

	"rebound/app/intake"
	"rebound/app/wire"
	"rebound/engine/diary"
	"rebound/engine/watch"
)

// Host is what a reader needs of the place it runs in.
type Host struct {
	Answer func(intake.Answer)
	At     func(n int)                  // the file that comes next: an intake.ScanArg's, or the index of a ticket
	Alive  func(passed int64)           // a sign of life: how many bytes of that file have been gone through; 0 where that is not counted
	Zone   func(name string) diary.Zone // of a place of the tz database; nil, or answering nil, where it is not known
}

// Reader answers the calls of one backend, one after another.
type Reader struct {
	host  Host
	files *watch.Files
	paths []string
	known map[[16]byte]bool // hashes of what the diary has, or was read here

	reading passing // what passes of the files that are open
}

// New makes a reader that has no files open.
func New(host Host) *Reader { return &Reader{host: host} }

// Handle answers one call. blob gives the bytes of a file beside it.
func (r *Reader) Handle(c intake.Call, blob func(intake.File) watch.Blob) {
	defer func() {
		if p := recover(); p != nil {
			println("panic in", c.Op+":", fmt.Sprint(p), string(debug.Stack()))
			r.fail(inside)
		}
	}()
	switch c.Op {
	case intake.Open:
		r.open(c, blob)
	case intake.Scan:
		var a intake.ScanArg
		if json.Unmarshal(c.Head, &a) != nil || a.From < 0 || r.files == nil {
			r.fail(misheard)
			return
		}
		r.scan(a)
	case intake.Read:
		tickets, err := intake.DecodeTickets(bytes.Join(c.Parts, nil))
		if err != nil || r.files == nil {
			r.fail(misheard)
			return
		}
		r.read(tickets)
	case intake.Try:
		var a intake.TryArg
		tickets, err := intake.DecodeTickets(bytes.Join(c.Parts, nil))
		if json.Unmarshal(c.Head, &a) != nil || err != nil || len(tickets) != 1 || r.files == nil {
			r.fail(misheard)
			return
		}
		r.try(tickets[0], a.Mapping)
	case intake.Restore:
		r.restore(c, blob)
	case intake.Pack:
		r.pack(c)
	case intake.Workouts:
		r.workouts(c)
	case intake.Story:
		r.story(c)
	case intake.Sample:
		r.sample(c)
	default:
		r.fail(misheard)
	}
}

// What can go wrong with a call itself, and should not.
var (
	inside   = wire.Internal()
	misheard = &wire.Problem{Code: wire.CodeInternal, Text: "Two parts of Rebound do not fit each other.", Hint: "Reload the page: what was saved is safe."}
)

func (r *Reader) fail(p *wire.Problem) { r.host.Answer(intake.Answer{Last: true, Problem: p}) }

// answer gives the last or only part of an answer.
func (r *Reader) answer(head any, parts ...[]byte) { r.host.Answer(part(true, head, parts...)) }

func part(last bool, head any, parts ...[]byte) intake.Answer {
	a := intake.Answer{Parts: parts, Last: last}
	if head != nil {
		var err error
		if a.Head, err = json.Marshal(head); err != nil {
			panic(err) // strings and numbers always marshal
		}
	}
	return a
}

// open takes the files of a drop.
func (r *Reader) open(c intake.Call, blob func(intake.File) watch.Blob) {
	items := make([]watch.Item, len(c.Files))
	r.paths = make([]string, len(c.Files))
	for i, f := range c.Files {
		items[i] = watch.Item{Path: f.Path, Blob: blob(f)}
		r.paths[i] = f.Path
	}
	r.files = watch.NewFiles(items, watch.Limits{})
	r.reading = passing{r: r}
	r.files.Zones, r.files.Pass, r.files.Look = r.host.Zone, r.reading.pass, r.reading.pass
	var a intake.OpenArg
	if len(c.Head) > 0 && json.Unmarshal(c.Head, &a) == nil && len(a.Tables) > 0 {
		if json.Unmarshal(a.Tables, &r.files.Mappings) != nil {
			r.files.Mappings = nil // they are asked about again
		}
	}
	r.known = map[[16]byte]bool{}
	for hash := range chunks(bytes.Join(c.Parts, nil), len([16]byte{})) {
		r.known[[16]byte(hash)] = true
	}
	r.answer(nil)
}

// chunks are the whole pieces of n bytes.
func chunks(b []byte, n int) func(yield func([]byte) bool) {
	return func(yield func([]byte) bool) {
		for ; len(b) >= n; b = b[n:] {
			if !yield(b[:n]) {
				return
			}
		}
	}
}

// problem is a watch.Problem as the backend hears it.
func problem(p *watch.Problem) wire.Problem {
	return wire.Problem{Code: p.Code, Text: p.What, Hint: p.Hint}
}
