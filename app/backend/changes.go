package backend

import (
	"rebound/app/wire"
	"rebound/engine/entry"
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
