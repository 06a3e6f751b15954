package backend

import (
	"rebound/app/wire"
	"rebound/app/words"
	"rebound/engine"
	"rebound/engine/coach"
	"rebound/engine/entry"
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
	r, _ := rule.Find(a.Key)
	d := k.built()
	var by [2]*engine.Engine
	for i, value := range [...]float64{a.Was, a.Value} {
		p := k.prefs
		if refused := p.Set(a.Key, value); refused != nil {
			return out, refused
		}
		if by[i] = k.assessor(); p.Settings != k.prefs.Settings {
			by[i] = engine.New(d, p.Settings)
		}
		by[i].Live(today)
	}
	from := max(today-whatIfDays+1, d.First)
	if d.First > d.Last || from > today || r.Key == "" {
		return out, nil
	}
	var w coach.WhatIf
	for t := from; t <= today; t++ {
		f := k.planOn(t).follow()
		var reports [2]engine.Report
		for i, e := range by {
			e.Follow(f)
			reports[i] = e.Assess(t)
		}
		w.Take(&reports[0], &reports[1])
	}
	return words.WhatIf(r, a.Was, a.Value, int(today-from)+1, &w), nil
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
