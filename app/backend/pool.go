package backend

import (
	"encoding/json"
	"errors"
	"sync"

	"rebound/app/intake"
	"rebound/app/wire"
)

// mostReaders bounds the pool: more take memory and wait for the backend.
const mostReaders = 4

// ahead is how many orders a reader has at once, so that it need not wait for the
// next while an answer is on its way.
const ahead = 2

// lostReaders is how many readers may die in a row of no file that can be named
// before an import gives up.
const lostReaders = 3

// order is files that one reader reads at once, into one batch.
type order struct {
	files  []intake.Listed
	weight int64
	first  bool // of the newest days
}

// result is what came of an order.
type result struct {
	*order
	intake.Batch
	row, light []byte
	err        error // no more readers can be had; nothing else is set

	long *long // a file that takes long is being read; nothing else is set
}

// long is how far a reader has come in a file that takes a while.
type long struct {
	path         string
	passed, size int64 // bytes
}

// longFile is from how many bytes on a file's own progress is reported.
const longFile = 4 << 20

// pool is the readers of one import. All have the same files open.
type pool struct {
	start  func() (Reader, error)
	open   intake.Call
	cancel *cancel
	early  []chan begun // readers that were begun before they are needed
	ready  bool         // they were
}

// begun is a reader that has the files open, or why there is none.
type begun struct {
	Reader
	err error
}

// prepare begins n readers, the first time: they start while another looks into
// the files.
func (p *pool) prepare(n int) {
	if p.ready {
		return
	}
	p.ready = true
	for range n {
		c := make(chan begun, 1)
		p.early = append(p.early, c)
		go func() {
			r, err := p.begin()
			c <- begun{r, err}
		}()
	}
}

// prepared is one of those, or nil where there is none.
func (p *pool) prepared() Reader {
	for len(p.early) > 0 {
		b := <-p.early[0]
		if p.early = p.early[1:]; b.err == nil {
			return b.Reader
		}
	}
	return nil
}

// end stops those that were never needed.
func (p *pool) end() {
	for _, c := range p.early {
		go func() {
			if b := <-c; b.err == nil {
				b.Stop()
			}
		}()
	}
	p.early = nil
}

// begin starts a reader and opens the files in it.
func (p *pool) begin() (Reader, error) {
	r, err := p.start()
	if err != nil {
		return nil, err
	}
	r.Call(p.open)
	if _, err := next(p.cancel.done, r); err != nil {
		r.Stop()
		return nil, err
	}
	return r, nil
}

// scan looks into every file and has to take what lies in them, in order. What a
// reader dies of is refused: the whole of a zip, since where in it the fault lies
// is not known. It returns the reader that is left, if one is.
//
// Where a file takes long, at hears every second how far the reader is in it.
func (p *pool) scan(to *queue, found func(), at func(*long)) (r Reader, err error) {
	var arg intake.ScanArg
	lost := 0
	for {
		if r == nil {
			if r, err = p.begin(); err != nil {
				if lost++; lost < lostReaders && errors.Is(err, errDied) {
					continue
				}
				return nil, readerError(err)
			}
			head, err := json.Marshal(arg)
			if err != nil {
				return r, err
			}
			r.Call(intake.Call{Op: intake.Scan, Head: head})
		}
		a, err := watched(p.cancel.done, r, func() {
			if n, _ := r.At(); n >= 0 && n < len(p.open.Files) && p.open.Files[n].Size >= longFile {
				at(&long{path: p.open.Files[n].Path, passed: min(r.Passed(), p.open.Files[n].Size), size: p.open.Files[n].Size})
			}
		})
		if errors.Is(err, errDied) {
			n, _ := r.At()
			r.Stop()
			r = nil
			to.rollBack()
			if n < 0 || n >= len(p.open.Files) {
				if lost++; lost >= lostReaders {
					return nil, errReading
				}
				continue
			}
			to.refuse(p.open.Files[n].Path, deadly)
			arg.Skip = append(arg.Skip, n)
			continue
		}
		if err != nil {
			return r, err
		}
		lost = 0
		var f intake.Found
		if err := json.Unmarshal(a.Head, &f); err != nil {
			return r, err
		}
		listed, err := intake.DecodeListed(a.Parts[0])
		if err != nil {
			return r, err
		}
		to.take(f, listed)
		found()
		if f.Next > 0 {
			arg.From = f.Next
		}
		if a.Last {
			return r, nil
		}
	}
}

// deadly is the problem of a file that a reader died of.
var deadly = &wire.Problem{Code: "unreadable", Text: "Rebound stopped in the middle of this file.", Hint: "Add it again. If that happens again, leave it out."}

// read has n readers read the orders, of which one may run already, and brings
// what comes of each, in no order. The channel is closed when all is read or
// canceled. A reader that cannot be replaced leaves its orders until the others
// have ended, and freed their memory: only where there is none then, no more can be
// read.
func (p *pool) read(orders []*order, n int, running Reader) <-chan result {
	waiting := make(chan *order, len(orders))
	for _, o := range orders {
		waiting <- o
	}
	close(waiting)
	results := make(chan result, mostTogether)
	var readers sync.WaitGroup
	left := make(chan *order, len(orders))
	for range max(1, min(n, len(orders))) {
		r := running
		if running = nil; r == nil {
			r = p.prepared()
		}
		readers.Go(func() {
			at, _ := p.serve(r, waiting, results)
			for _, o := range at {
				left <- o
			}
		})
	}
	go func() {
		defer close(results)
		readers.Wait()
		for o := range waiting {
			left <- o
		}
		if close(left); len(left) > 0 {
			if _, err := p.serve(nil, left, results); err != nil {
				p.give(results, result{err: err})
			}
		}
	}()
	return results
}

// give brings a result, if it is still wanted.
func (p *pool) give(results chan<- result, x result) {
	select {
	case results <- x:
	case <-p.cancel.done:
	}
}

// serve keeps one reader busy, and puts another in its place when it dies. Where
// none can be had, it returns why, and the orders that it has taken but not read.
func (p *pool) serve(r Reader, waiting <-chan *order, results chan<- result) (at []*order, err error) {
	// at is what the reader is to read, the oldest first.
	defer func() {
		if r != nil {
			r.Stop()
		}
	}()
	lost := 0
	for !p.cancel.ended() {
		if r == nil {
			if r, err = p.begin(); err != nil {
				if lost++; lost < lostReaders && errors.Is(err, errDied) {
					continue
				}
				return at, readerError(err)
			}
			for _, o := range at {
				r.Call(o.call())
			}
		}
		for len(at) < ahead {
			o, ok := <-waiting
			if !ok {
				break
			}
			at = append(at, o)
			r.Call(o.call())
		}
		if len(at) == 0 {
			return nil, nil
		}
		a, err := watched(p.cancel.done, r, func() {
			if l := at[0].within(r); l != nil {
				p.give(results, result{long: l})
			}
		})
		switch {
		case errors.Is(err, errDied):
			n, _ := r.At()
			r.Stop()
			r = nil
			if n < 0 || n >= len(at[0].files) {
				if lost++; lost < lostReaders {
					continue
				}
				n = 0 // of something it must have been
			}
			lost = 0
			rest, x := at[0].without(n)
			p.give(results, x)
			if at[0] = rest; len(rest.files) == 0 {
				at = at[1:]
			}
			continue
		case err != nil:
			p.give(results, result{err: err})
			return nil, nil
		}
		lost = 0
		x := result{order: at[0]}
		at = at[1:]
		if err := json.Unmarshal(a.Head, &x.Batch); err != nil {
			p.give(results, result{err: err})
			return nil, nil
		}
		if len(a.Parts) > intake.Light {
			x.row, x.light = a.Parts[intake.Row], a.Parts[intake.Light]
		}
		p.give(results, x)
	}
	return nil, nil
}

// readerError is what is said where no reader can be had.
func readerError(err error) error {
	if errors.Is(err, errDied) {
		return errReading
	}
	return err
}

// within is the file of an order that r is at, where that takes long; else nil.
func (o *order) within(r Reader) *long {
	n, _ := r.At()
	if n < 0 || n >= len(o.files) || o.files[n].Weight < longFile {
		return nil
	}
	return &long{path: o.files[n].Path, passed: min(r.Passed(), o.files[n].Weight), size: o.files[n].Weight}
}

func (o *order) call() intake.Call {
	return intake.Call{Op: intake.Read, Parts: [][]byte{intake.AppendTickets(nil, o.files...)}}
}

// without takes the file that a reader died of out of an order, and gives its
// result.
func (o *order) without(n int) (rest *order, x result) {
	bad := &order{files: o.files[n : n+1], weight: o.files[n].Weight, first: o.first}
	rest = &order{weight: o.weight - bad.weight, first: o.first}
	rest.files = append(append(rest.files, o.files[:n]...), o.files[n+1:]...)
	return rest, result{order: bad, Batch: intake.Batch{Refused: []intake.Refused{{Problem: *deadly}}}}
}
