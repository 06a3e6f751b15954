package backend

import (
	"fmt"
	"strings"
	"time"

	"rebound/app/backend/backup"
	"rebound/app/wire"
	"rebound/engine/diary"
	"rebound/engine/verdict"
)

// kindTyped is the diary.File.Kind of what the runner wrote.
const kindTyped = "typed"

// oldest is the first date for which a value may be typed.
var oldest = diary.DateOf(2000, time.January, 1)

// enter keeps this morning's numbers: a file of the runner's own.
func (b *Backend) enter(a wire.Typed) (wire.State, error) {
	if a.Date > b.now() || a.Date < oldest {
		return wire.State{}, backup.Line("These numbers are for a day that cannot be: choose today or a day before it.")
	}
	stamp := b.stamp(a.Date)
	f := diary.File{Kind: kindTyped, Name: "typed " + a.Date.String()}
	for _, v := range []struct {
		kind  diary.Kind
		value *float64
		limit string
	}{
		{diary.RestingHR, a.RestingHR, "Resting HR must be 30 to 110 bpm"},
		{diary.HRV, a.HRVms, "HRV must be 5 to 250 ms (RMSSD)"},
		{diary.Sleep, a.SleepMin, "Sleep must be 2 to 14 hours"},
	} {
		if v.value == nil {
			continue
		}
		if *v.value != 0 && !v.kind.Valid(*v.value) {
			return wire.State{}, fmt.Errorf("%s: correct it, or leave it empty", v.limit)
		}
		f.Typed = append(f.Typed, diary.Typed{Stamp: stamp, Kind: v.kind, Value: *v.value})
	}
	if len(f.Typed) == 0 {
		return b.state(), nil
	}
	return b.told(f)
}

// decide keeps what the runner does with an action that may be declined.
func (b *Backend) decide(a wire.Decide) (wire.State, error) {
	if a.Date > b.now() || a.Date < oldest {
		return wire.State{}, backup.Line("A decision can be made on today's verdict or on one before it.")
	}
	if !verdict.Declinable(verdict.Action(a.Action)) {
		return wire.State{}, backup.Line("This one is not for declining: it is about pain, illness or coming back.")
	}
	return b.told(diary.File{Kind: kindTyped, Name: "decision " + a.Date.String(),
		Reported: diary.Reported{Decisions: []diary.Decision{{Stamp: b.stamp(a.Date), Action: a.Action, Accepted: a.Accepted, Why: clean(a.Why)}}}})
}

// stamp is of an entry of date t made now. Of two for one thing the later wins, so
// each is later than all before it, whatever the clock said then.
func (b *Backend) stamp(t diary.Date) diary.Stamp {
	k := b.shown()
	k.mu.Lock()
	defer k.mu.Unlock()
	k.told = max(time.Now().Unix(), k.told+1)
	s := diary.Stamp{At: k.told, Date: t}
	if b.host.Zone != nil {
		s.Offset = int32(b.host.Zone(s.At))
	}
	return s
}

// told keeps a file of the runner's own.
func (b *Backend) told(f diary.File) (wire.State, error) {
	if err := b.keep(f); err != nil {
		return wire.State{}, err
	}
	return b.state(), nil
}

func (b *Backend) keep(f diary.File) error {
	f.Hash = diary.HashOf(diary.Pack([]diary.File{f}))
	return b.shown().add(batch{files: []diary.File{f}})
}

func (b *Backend) setting(a wire.SettingArg) (wire.Settings, error) {
	k := b.shown()
	p := k.settings()
	if err := p.set(a); err != nil {
		return wire.Settings{}, err
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
	if err := b.own.refill(nil, defaultPrefs()); err != nil {
		return wire.State{}, err
	}
	b.mu.Lock()
	b.last, b.preview = nil, nil
	b.mu.Unlock()
	return b.state(), nil
}

// longestWhy bounds a reason, in characters.
const longestWhy = 200

// clean is a reason in the runner's own words on one line.
func clean(why string) string {
	words := []rune(strings.Join(strings.Fields(why), " "))
	return string(words[:min(len(words), longestWhy)])
}
