package backend

import (
	"slices"

	"rebound/app/intake"
	"rebound/app/wire"
	"rebound/engine/diary"
	"rebound/engine/entry"
)

// restoring is a backup that was looked into, so that the runner need not
// choose the file again to restore it.
type restoring struct {
	batches  []batch
	contents // of the batches
	head     intake.Backup
}

// errIncomplete is said beside a backup that lacks something.
var errIncomplete = &wire.Problem{Code: "incomplete", Text: "The backup is incomplete: part of the saved diary is damaged.", Hint: "Add your original files again and dismiss the damage message in Files. Then make a new backup."}

// errPartly is said beside a backup of a diary that this version cannot read all of.
var errPartly = &wire.Problem{Code: "incomplete", Text: "The backup holds only what this version of Rebound can read of your diary.", Hint: "Keep it, and back up again in the newer version: the diary itself stays as it is."}

// backup is the whole of the runner's own book as a file. The theme belongs to
// the device and stays out of it. A damaged row is left out, and said so beside the
// file for as long as its line stands.
func (b *Backend) backup() (*Download, error) {
	if err := b.ownOnly(); err != nil {
		return nil, err
	}
	k := b.own
	shut := k.closed()
	if shut != nil {
		if err := k.list(); err != nil {
			return nil, err
		}
	}
	k.mu.Lock()
	settings := k.prefs.JSON("theme")
	k.mu.Unlock()
	keys, packs, err := k.packs()
	if err != nil {
		return nil, err
	}
	var without []int
	parts, err := b.ask(intake.Call{Op: intake.Pack, Parts: packs}, intake.Backup{Made: b.host.Now(), App: b.host.Version, Settings: settings}, &without)
	if err != nil {
		return nil, err
	}
	d := &Download{Name: intake.BackupName + b.now().String() + ".zip", Bytes: parts[0]}
	if shut != nil {
		if len(without) > 0 {
			return d, errPartly
		}
		return d, nil
	}
	var unknown []int64 // until now
	k.mu.Lock()
	for _, i := range without {
		if !slices.Contains(k.damaged, keys[i]) {
			unknown = append(unknown, keys[i])
		}
	}
	said := slices.Contains(k.lines, damagedRow)
	k.mu.Unlock()
	if len(unknown) > 0 {
		if err := k.distrust(unknown); err != nil {
			println("dropping briefs:", err.Error())
		}
		b.changed()
	} else if !said {
		return d, nil
	}
	return d, errIncomplete
}

// restore looks into a backup, adds what is missing from it, or puts it in the
// place of everything.
func (b *Backend) restore(a wire.RestoreArg, files []intake.File) (any, error) {
	if err := b.ownOnly(); err != nil {
		return nil, err
	}
	b.mu.Lock()
	from := b.preview
	b.mu.Unlock()
	if len(files) > 0 {
		var err error
		if from, err = b.opened(files[0]); err != nil {
			return nil, err
		}
	}
	if from == nil && a.Mode != "undo" {
		return nil, &wire.Problem{Code: "no_backup", Text: "There is no backup to restore.", Hint: "Choose the file you saved with Back up."}
	}
	var err error
	switch a.Mode {
	case "preview":
		b.mu.Lock()
		b.preview = from
		b.mu.Unlock()
		return b.look(from)
	case "merge":
		if err = b.own.closed(); err == nil {
			err = b.mergeBackup(from)
		}
	case "replace":
		err = b.replaceBy(from)
	case "undo":
		return b.putBack()
	default:
		err = &wire.Problem{Code: "page", Text: "A backup can be merged with the diary or replace it.", Hint: "Choose one."}
	}
	if err != nil {
		return nil, err
	}
	b.mu.Lock()
	b.preview = nil
	b.mu.Unlock()
	return b.state(), nil
}

// opened is a backup, which a reader has opened and looked through.
func (b *Backend) opened(file intake.File) (*restoring, error) {
	from := &restoring{contents: newContents()}
	rows, err := b.ask(intake.Call{Op: intake.Restore, Files: []intake.File{file}}, nil, &from.head)
	if err != nil {
		return nil, err
	}
	from.batches = batchesOf(rows)
	for _, got := range from.batches {
		l, err := diary.UnpackLight(got.light)
		if err != nil {
			return nil, err
		}
		from.take(0, brief{light: got.light}, l)
	}
	return from, nil
}

func (b *Backend) look(from *restoring) (wire.Preview, error) {
	files, err := from.files()
	if err != nil {
		return wire.Preview{}, err
	}
	n := 0
	for f := range files {
		if f.Kind != entry.Kind && !b.own.knows(f.Hash) {
			n++
		}
	}
	p := wire.Preview{
		Made: b.dateOf(from.head.Made).String(), App: from.head.App, New: n, Settings: len(from.head.Settings) > len("{}"), Left: from.head.Left,
		Holds: from.holds(diary.Measure(files, b.host.Zone, diary.Choice{}).Hear(from.entered)),
		Ahead: from.ahead(b.now(), b.host.Now()),
	}
	b.own.mu.Lock()
	defer b.own.mu.Unlock()
	p.Here = b.own.holds(b.own.built())
	return p, nil
}

// holds is what is in the diary of the contents.
func (c *contents) holds(d *diary.Diary) wire.Holds {
	h := wire.Holds{Files: c.imported, Entries: len(c.have) - c.imported, First: d.First, Last: d.Last}
	for i := range d.Nights {
		if !d.Nights[i].Nap {
			h.Nights++
		}
	}
	for i := range d.Activities {
		if d.Activities[i].Sport == diary.Running {
			h.Runs++
		}
	}
	return h
}

// ahead counts the entries that are dated after today, or made after now, as by a device
// whose clock was wrong. A day more is left to the time zones; a plan may begin when it will.
func (c *contents) ahead(today diary.Date, now int64) (n int) {
	const day = 86400
	for _, r := range c.entered {
		dated := *r
		dated.Plans = nil
		dated.Stamps(func(s *diary.Stamp) {
			if s.Date > today+1 || s.At > now+day {
				n++
			}
		})
		for i := range r.Plans {
			if r.Plans[i].At > now+day {
				n++
			}
		}
	}
	return n
}

// mergeBackup adds the files that are missing; the settings stay.
func (b *Backend) mergeBackup(from *restoring) error {
	var add []batch
	for _, some := range from.batches {
		files, err := diary.Unpack(some.packed)
		if err != nil {
			return err
		}
		switch missing := b.own.missing(files); {
		case len(missing) == len(files):
			add = append(add, some)
		case len(missing) > 0:
			add = append(add, batchOf(missing))
		}
	}
	if len(add) == 0 {
		return nil
	}
	return b.own.add(add...)
}

func (b *Backend) replaceBy(from *restoring) error {
	b.stopImports()
	b.imports.Lock()
	defer b.imports.Unlock()
	p := entry.DefaultSettings()
	p.Theme = b.own.settings().Theme
	p.Keep(from.head.Settings)
	gone, err := b.own.whole()
	if err != nil {
		return err
	}
	if err := b.own.refill(p, from.batches...); err != nil {
		return err
	}
	b.mu.Lock()
	b.last = nil
	b.mu.Unlock()
	b.mayPutBack(gone)
	return nil
}
