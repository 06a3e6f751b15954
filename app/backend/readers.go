package backend

import (
	"encoding/json"
	"errors"
	"time"

	"rebound/app/intake"
	"rebound/app/wire"
)

// Reader is a reader program that runs (package reader). It answers its calls one
// after another.
type Reader interface {
	Call(intake.Call)

	// Answers brings what the reader says, and is closed when it has died or was
	// stopped.
	Answers() <-chan intake.Answer

	// At is the file that the reader last said comes next, -1 for none since its
	// last answer, and for how long it has been silent.
	At() (n int, quiet time.Duration)

	// Passed is how many bytes of that file it has gone through, roughly.
	Passed() int64

	// Stop ends the program, whatever it does.
	Stop()
}

// patience is how long a reader may be silent before it counts as hanging: the
// largest file takes a tenth of it.
const patience = time.Minute

// late is how late the look at a reader comes when the machine was asleep, or the
// backend itself at work: the reader may not have been silent of its own.
const late = 5 * time.Second

// errDied is a reader that died or hangs; it was stopped.
var errDied = errors.New("the reader died")

// next waits for the next answer. Its errors are errDied, errCanceled once done is
// closed, and the reader's own, a *wire.Problem.
func next(done <-chan struct{}, r Reader) (intake.Answer, error) { return watched(done, r, func() {}) }

// watched is next for what may take long: every second it calls still.
func watched(done <-chan struct{}, r Reader, still func()) (intake.Answer, error) {
	tick := make(chan struct{}, 1) // not a Ticker's: with a channel of times come all that a time can do (see cancel)
	next := time.AfterFunc(time.Second, func() { tick <- struct{}{} })
	defer next.Stop()
	since := time.Now() // when silence begins to count
	looked := since
	for {
		select {
		case a, ok := <-r.Answers():
			switch {
			case !ok:
				return a, errDied
			case a.Problem != nil:
				return a, a.Problem
			}
			return a, nil
		case <-done:
			return intake.Answer{}, errCanceled
		case <-tick:
			next.Reset(time.Second)
			now := time.Now()
			if now.Sub(looked) > late {
				since = now
			}
			looked = now
			// What was said before the machine slept may still wait here.
			if _, quiet := r.At(); min(quiet, now.Sub(since)) > patience && len(r.Answers()) == 0 {
				r.Stop()
				return intake.Answer{}, errDied
			}
			still()
		}
	}
}

// ask starts a reader for one call and gives its answer, whose JSON goes into to.
func (b *Backend) ask(c intake.Call, head, to any) ([][]byte, error) {
	r, err := b.host.Reader()
	if err != nil {
		return nil, err
	}
	defer r.Stop()
	if head != nil {
		if c.Head, err = json.Marshal(head); err != nil {
			return nil, err
		}
	}
	r.Call(c)
	a, err := next(nil, r)
	switch {
	case errors.Is(err, errDied):
		return nil, errReading
	case err != nil:
		return nil, err
	case to != nil:
		err = json.Unmarshal(a.Head, to)
	}
	return a.Parts, err
}

// errReading is said where a reader dies of no file in particular.
var errReading = &wire.Problem{Code: "reader", Text: "The part of Rebound that reads files stopped.", Hint: "Reload the page, then try again: what was saved is safe."}
