package backend

import (
	"rebound/app/wire"
	"rebound/app/words"
	"rebound/engine"
	"rebound/engine/coach"
	"rebound/engine/entry"
)

func (b *Backend) setting(a wire.SettingArg) (wire.Settings, error) {
	if a.Try {
		return b.whatIf(&a)
	}
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
func (b *Backend) whatIf(a *wire.SettingArg) (out wire.Settings, err error) {
	today, k := b.now(), b.shown()
	k.mu.Lock()
	defer k.mu.Unlock()
	was, err := k.weighed(a.Key, a.Was)
	if err != nil {
		return out, err
	}
	would, err := k.weighed(a.Key, a.Value)
	if err != nil {
		return out, err
	}
	was.Live(today)
	would.Live(today)
	d := k.built()
	if from := max(today-whatIfDays+1, d.First); d.First <= d.Last && from <= today {
		var w coach.WhatIf
		for t := today; t >= from; t-- {
			f := k.planOn(t).follow()
			was.Follow(f)
			would.Follow(f)
			w.Take(t, coach.MorningOf(was, t), coach.MorningOf(would, t))
		}
		words.WhatIf(a, &out, int(today-from)+1, &w)
	}
	return out, nil
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
