package backend

import (
	"encoding/json"
	"slices"

	"rebound/app/intake"
	"rebound/app/wire"
	"rebound/engine/diary"
)

// The operations whose answer hangs on nothing but their arguments and the
// revision.
var questions = []string{wire.OpAssess, wire.OpBody, wire.OpPlan, wire.OpTrends, wire.OpEffects, wire.OpSeason, wire.OpSummary}

// mostAnswers bounds how many answers of one revision are kept.
const mostAnswers = 64

// answers is what was answered since the diary on the screen last changed. The
// revision is a number that rises with every change: of the book, which book is
// shown, the date.
type answers struct {
	revision int64
	book     *book
	of       int64 // the book's own revision
	today    diary.Date
	kept     map[string]json.RawMessage
}

// revision is that of the diary on the screen as it is now.
func (b *Backend) revision() int64 {
	k, today := b.shown(), b.now()
	k.mu.Lock()
	of := k.revision
	k.mu.Unlock()
	b.mu.Lock()
	defer b.mu.Unlock()
	a := &b.answers
	if a.book != k || a.of != of || a.today != today {
		b.answers = answers{revision: a.revision + 1, book: k, of: of, today: today, kept: map[string]json.RawMessage{}}
	}
	return b.answers.revision
}

// answered gives the answer to a question from among those that were given to it
// at this revision, or answers it. An import may change the book meanwhile: the
// reply is of the revision before, at which nothing of it is old.
func (b *Backend) answered(req wire.Request) wire.Reply {
	return b.once(req, func() wire.Reply {
		r, _ := b.reply(req, nil)
		return r
	})
}

// foresee answers today's verdict before it is asked: the page asks it as soon as it hears
// that the diary has changed, and has to be woken for that.
func (b *Backend) foresee() {
	defer func() { _ = recover() }() // it is asked anyway, and what is wrong is said then
	arg := wire.DateArg{Date: b.now()}
	args, _ := json.Marshal(arg)
	b.once(wire.Request{Op: wire.OpAssess, Args: args}, func() wire.Reply {
		a, err := b.assess(arg)
		return answer(0, a, err)
	})
}

// once gives the answer to a question that was given at this revision, or takes it from f.
func (b *Backend) once(req wire.Request, f func() wire.Reply) wire.Reply {
	revision := b.revision()
	key := req.Op + " " + string(req.Args)
	b.mu.Lock()
	data, ok := b.answers.kept[key]
	b.mu.Unlock()
	if ok {
		return wire.Reply{Data: data, Revision: revision}
	}
	r := f()
	r.Revision = revision
	if r.Error != nil || b.revision() != revision {
		return r
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.answers.revision == revision {
		if len(b.answers.kept) >= mostAnswers {
			clear(b.answers.kept)
		}
		b.answers.kept[key] = r.Data
	}
	return r
}

// handle answers a request, and the questions that come with it after it: one
// that does something brings what the screen asks then.
func (b *Backend) handle(req wire.Request, files []intake.File) (wire.Reply, *Download) {
	var r wire.Reply
	var d *Download
	if slices.Contains(questions, req.Op) {
		r = b.answered(req)
	} else {
		r, d = b.reply(req, files)
		r.Revision = b.revision()
	}
	r.ID = req.ID
	for _, q := range req.Then {
		if r.Error != nil {
			break
		}
		a := wire.Answer{Ask: q}
		if slices.Contains(questions, q.Op) {
			a.Data = b.answered(wire.Request{Op: q.Op, Args: q.Args}).Data // asked alone, it says what is wrong
		}
		r.Then = append(r.Then, a)
	}
	return r, d
}
