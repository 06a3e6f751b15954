package backend

import (
	"rebound/app/wire"
	"rebound/app/words"
	"rebound/engine"
	"rebound/engine/coach"
	"rebound/engine/diary"
	"rebound/engine/entry"
	"rebound/engine/plan"
	"rebound/engine/rule"
)

func (b *Backend) setting(a wire.SettingArg) (wire.Settings, error) {
	k := b.shown()
	p := k.settings()
	var value any = a.Value
	if entry.Worded(a.Key) {
		value = a.Text
	}
	if a.Reset {
		p.Reset()
	} else if refused := p.Set(a.Key, value); refused != nil {
		return wire.Settings{}, refused
	}
	if err := k.set(p); err != nil {
		return wire.Settings{}, err
	}
	return b.settings(), nil
}

// whatIfDays is how far back it is looked what a threshold would have changed.
const whatIfDays = 90

// whatIf assesses the last mornings with a threshold as it was and as it would be. Every
// other setting is as it is, the runner's plans and reports are as they were.
func (b *Backend) whatIf(a wire.WhatIfArg) (out wire.WhatIf, err error) {
	today, k := b.now(), b.shown()
	k.mu.Lock()
	defer k.mu.Unlock()
	was, err := k.weighed(a.Key, a.Was)
	if err != nil {
		return out, err
	}
	would, err := k.weighed(a.Key, a.Value)
	r, _ := rule.Find(a.Key)
	d := k.built()
	if from := max(today-whatIfDays+1, d.First); err == nil && d.First <= d.Last && from <= today {
		var w coach.WhatIf
		for t := today; t >= from; t-- {
			f := k.planOn(t).follow()
			w.Take(assessed(was, t, today, f), assessed(would, t, today, f))
		}
		out = words.WhatIf(r, a.Was, a.Value, int(today-from)+1, &w)
	}
	return out, err
}

// weighed is an engine over all that is in the book with one threshold set. mu is held.
func (b *book) weighed(key string, value float64) (*engine.Engine, error) {
	p := b.prefs
	if refused := p.Set(key, value); refused != nil {
		return nil, refused
	}
	if p.Settings == b.prefs.Settings {
		return b.assessor(), nil
	}
	return engine.New(b.built(), p.Settings), nil
}

func assessed(e *engine.Engine, t, today diary.Date, f *plan.Plan) *engine.Report {
	e.Live(today)
	e.Follow(f)
	r := e.Assess(t)
	return &r
}

func (b *Backend) dismiss() (wire.FileList, error) {
	if err := b.shown().dismiss(); err != nil {
		return wire.FileList{}, err
	}
	return b.fileList(), nil
}

// erase empties the runner's store, settings included.
func (b *Backend) erase() (wire.State, error) {
	if err := b.ownOnly(); err != nil {
		return wire.State{}, err
	}
	b.stopImports()
	b.imports.Lock()
	defer b.imports.Unlock()
	p := entry.DefaultSettings()
	if b.miles {
		p.Units = "mi"
	}
	if err := b.own.refill(p); err != nil {
		return wire.State{}, err
	}
	b.mu.Lock()
	b.last, b.preview, b.asked = nil, nil, nil
	b.mu.Unlock()
	return b.state(), nil
}
