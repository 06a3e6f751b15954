package backend

import (
	"bytes"
	"time"

	"rebound/app/backend/backup"
	"rebound/app/wire"
	"rebound/engine/diary"
	"rebound/engine/entry"
	"rebound/engine/watch"
)

// backupName is how the name of a backup begins; its date follows.
const backupName = "rebound-"

// restoring is a backup that was looked into, so that the runner need not
// choose the file again to restore it.
type restoring struct {
	backup.Backup
	made diary.Date
}

// backup is the whole of the runner's own book as a file. The theme belongs to
// the device and stays out of it.
func (b *Backend) backup() (*Download, error) {
	if err := b.ownOnly(); err != nil {
		return nil, err
	}
	k := b.own
	k.mu.Lock()
	settings := k.prefs.JSON("theme")
	k.mu.Unlock()
	packs, err := k.packs()
	if err != nil {
		return nil, err
	}
	var files []diary.File
	for _, packed := range packs {
		if some, err := diary.Unpack(packed); err == nil {
			files = append(files, some...)
		}
	}
	var out bytes.Buffer
	if err := backup.Write(&out, backup.Backup{Made: time.Now(), Files: files, Settings: settings}); err != nil {
		return nil, err
	}
	return &Download{Name: backupName + b.now().String() + ".zip", Bytes: out.Bytes()}, nil
}

// restore looks into a backup, adds what is missing from it, or puts it in the
// place of everything.
func (b *Backend) restore(a wire.RestoreArg, items []watch.Item) (any, error) {
	if err := b.ownOnly(); err != nil {
		return nil, err
	}
	b.mu.Lock()
	from := b.preview
	b.mu.Unlock()
	if len(items) > 0 {
		got, err := backup.Read(items[0].Blob, items[0].Blob.Size())
		if err != nil {
			return nil, err
		}
		from = &restoring{Backup: got, made: b.dateOf(got.Made.Unix())}
	}
	if from == nil {
		return nil, &wire.Problem{Code: "no_backup", Text: "There is no backup to restore.", Hint: "Choose the .zip file that Back up saved."}
	}
	var err error
	switch a.Mode {
	case "preview":
		b.mu.Lock()
		b.preview = from
		b.mu.Unlock()
		return b.look(from), nil
	case "merge":
		err = b.mergeBackup(from)
	case "replace":
		err = b.replaceBy(from)
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

func (b *Backend) look(from *restoring) wire.Preview {
	d := diary.Build(from.Files, b.host.Zone)
	return wire.Preview{
		Made: from.made.String(), Files: imported(from.Files), New: imported(b.own.missing(from.Files)),
		Told:  len(from.Files) - imported(from.Files),
		First: d.First, Last: d.Last, Settings: len(from.Settings) > len("{}"),
	}
}

// mergeBackup adds the files that are missing; the settings stay.
func (b *Backend) mergeBackup(from *restoring) error {
	files := b.own.missing(from.Files)
	if len(files) == 0 {
		return nil
	}
	return b.own.add(batchOf(files))
}

func (b *Backend) replaceBy(from *restoring) error {
	b.stopImports()
	b.imports.Lock()
	defer b.imports.Unlock()
	p := entry.DefaultSettings()
	p.Theme = b.own.settings().Theme
	p.Read(from.Settings)
	if err := b.own.refill(from.Files, p); err != nil {
		return err
	}
	b.mu.Lock()
	b.last = nil
	b.mu.Unlock()
	return nil
}
