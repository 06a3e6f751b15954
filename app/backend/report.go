package backend

import (
	"rebound/app/wire"
	"rebound/app/words"
	"rebound/engine/diary"
	"rebound/engine/entry"
)

func (b *Backend) body(a wire.DateArg) (wire.BodyScreen, error) {
	options := b.options()
	k := b.shown()
	k.mu.Lock()
	defer k.mu.Unlock()
	return words.BodyScreen(k.assessorOn(a.Date, options.Today), a.Date, options), nil
}

// entryOf is the kind of entry that an operation brings; nil where it brings none.
func entryOf(op string) entry.Entry {
	switch op {
	case wire.OpTyped:
		return new(entry.Morning)
	case wire.OpDecide:
		return new(entry.Decision)
	case wire.OpCheckIn:
		return new(entry.CheckIn)
	case wire.OpNiggle:
		return new(entry.Niggle)
	case wire.OpEffort:
		return new(entry.Session)
	case wire.OpCold:
		return new(entry.Cold)
	case wire.OpTick:
		return new(entry.Tick)
	case wire.OpScreen:
		return new(entry.Screen)
	case wire.OpReaction:
		return new(entry.Reaction)
	case wire.OpWalk:
		return new(entry.Walk)
	case wire.OpRun:
		return new(entry.Run)
	case wire.OpRan:
		return new(entry.Ran)
	case wire.OpNotRan:
		return new(entry.NotRan)
	case wire.OpIllness:
		return new(entry.Illness)
	case wire.OpCorrect:
		return new(entry.Correction)
	case wire.OpStrap:
		return new(entry.Strap)
	}
	return nil
}

// reported keeps the entry that a request brings.
func (b *Backend) reported(req wire.Request, e entry.Entry) (any, error) {
	if err := read(req, e); err != nil {
		return nil, err
	}
	if err := b.report(e); err != nil {
		return nil, err
	}
	return b.state(), nil
}

// report checks an entry against what is known, and keeps it.
func (b *Backend) report(e entry.Entry) error {
	if c, ok := e.(*entry.CheckIn); ok { // the form holds all of the date's
		if c.Tags == nil {
			c.Tags = []string{}
		}
		if c.Doses == nil {
			c.Doses = map[string]float64{}
		}
	}
	k := b.shown()
	k.mu.Lock()
	known := k.built()
	k.mu.Unlock()
	f, refused := entry.File(e, entry.Context{Today: b.now(), Stamp: b.stamp, Diary: known})
	if refused != nil {
		return refused
	}
	if b.before == nil {
		b.before = known
	} else {
		f.Rebase(b.before, known)
	}
	if f.Empty() {
		return nil
	}
	return b.keep(f)
}

// stamp is of an entry of date t made now. Of two for one thing the later wins, so
// each is later than all before it, whatever the clock said then.
func (b *Backend) stamp(t diary.Date) diary.Stamp {
	k := b.shown()
	k.mu.Lock()
	defer k.mu.Unlock()
	k.lastAt = max(b.host.Now(), k.lastAt+1)
	s := diary.Stamp{At: k.lastAt, Date: t}
	if b.host.Zone != nil {
		s.Offset = int32(b.host.Zone(s.At))
	}
	return s
}

// keep commits a file of the runner's own.
func (b *Backend) keep(f diary.File) error {
	f.Hash = diary.HashOf(diary.Pack([]diary.File{f}))
	return b.shown().add(batchOf([]diary.File{f}))
}
