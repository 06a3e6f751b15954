package backend

import (
	"slices"

	"rebound/app/wire"
	"rebound/engine/entry"
)

// readSettings reads what was kept over the defaults. A setting that this version does
// not know stays as it is, for the version that does; one that it would not accept is at
// its default, and ok is false, as where it is not even settings: what is there stays,
// until the runner sets something.
func readSettings(text []byte) (s entry.Settings, ok bool) {
	s = entry.DefaultSettings()
	if len(text) == 0 {
		return s, true
	}
	refused := s.Keep(text)
	return s, len(refused) == 0
}

// damagedSettings stands until the runner sets something.
var damagedSettings = wire.FileLine{
	Path: "saved settings", Kind: "other", Result: "rejected",
	Text: "Some of your settings could not be read and are back at their defaults.",
	Hint: "Look through Settings and set them again, or restore a backup that has them.",
}

func (b *book) settings() entry.Settings {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.prefs
}

// set keeps the preferences.
func (b *book) set(p entry.Settings) error {
	b.writing.Lock()
	defer b.writing.Unlock()
	text := p.JSON()
	if _, err := b.edit(Change{Put: map[string][]byte{valueSettings: text}}); err != nil {
		return err
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	b.stored = text
	if p.Settings != b.prefs.Settings {
		b.engine = nil
	}
	if p.Sources != b.prefs.Sources {
		b.engine, b.diary = nil, nil
	}
	b.prefs, b.unset = p, false
	if i := slices.Index(b.lines, damagedSettings); i >= 0 {
		b.lines = append(b.lines[:i:i], b.lines[i+1:]...)
	}
	b.revision++
	return nil
}
