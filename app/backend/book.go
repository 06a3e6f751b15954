package backend

import (
	"errors"
	"slices"
	"strconv"
	"sync"

	"rebound/app/wire"
	"rebound/engine"
	"rebound/engine/diary"
	"rebound/engine/entry"
)

// Names of the store's values.
const (
	valueSettings  = "settings"  // entry.Settings as JSON
	valueDismissed = "dismissed" // key of the row up to which all lines are dismissed
)

// Small rows are merged when there are many: opening costs by the row.
const (
	smallRow  = 64 << 10
	manySmall = 48
	largeRow  = 1 << 20
	rowFiles  = 256 // of a restored backup
)

// book is one store read into memory, and the engine over it. Memory follows
// the store: nothing is in it that has not been committed.
type book struct {
	store Store
	zone  diary.Zone

	// writing is held over every commit and what it does to memory, which waits
	// for the browser; mu only while memory is touched.
	writing sync.Mutex

	mu     sync.Mutex
	files  []diary.File
	have   map[[16]byte]bool
	lines  []wire.FileLine // refused and partial ones, not dismissed
	said   map[wire.FileLine]bool
	last   int64 // key of the newest row
	bytes  int64
	told   int64 // the latest moment of an entry of the runner's own
	prefs  entry.Settings
	engine *engine.Engine // nil when files or prefs have changed since
	diary  *diary.Diary
	plan   followed // the version of the plan that was read last
}

// readSettings reads what was kept over the defaults. What this version does not
// know, or would not accept, stays at its default.
func readSettings(text []byte) entry.Settings {
	s := entry.DefaultSettings()
	if len(text) > 0 {
		s.Read(text)
	}
	return s
}

func openBook(store Store, zone diary.Zone) (*book, error) {
	b := &book{store: store, zone: zone}
	return b, b.load()
}

// load reads the whole store, and merges its small rows when they are many.
func (b *book) load() error {
	b.writing.Lock()
	defer b.writing.Unlock()
	all, err := b.store.Load()
	if err != nil {
		return err
	}
	dismissed, _ := strconv.ParseInt(string(all.Values[valueDismissed]), 10, 64)
	fresh := &book{have: map[[16]byte]bool{}, said: map[wire.FileLine]bool{}, prefs: readSettings(all.Values[valueSettings])}
	var small merge
	for i, row := range all.Rows {
		all.Rows[i].Data = nil // freed as it is read: ten years are 16 MB of it
		got, err := readBatch(row.Data)
		if errors.Is(err, diary.ErrPackVersion) {
			return ErrNewer
		}
		if err != nil {
			got = batch{lines: []wire.FileLine{damagedRow}}
		}
		if row.Key <= dismissed {
			got.lines = nil
		}
		got.files = fresh.missing(got.files)
		fresh.remember(got)
		fresh.last = row.Key
		fresh.bytes += int64(len(row.Data))
		if err == nil && len(row.Data) < smallRow {
			small.add(row, got)
		}
	}
	b.mu.Lock()
	b.files, b.have, b.lines, b.said = fresh.files, fresh.have, fresh.lines, fresh.said
	b.last, b.bytes, b.prefs = fresh.last, fresh.bytes, fresh.prefs
	b.told = max(b.told, fresh.told)
	b.engine, b.diary = nil, nil
	b.mu.Unlock()
	if len(small.keys) < manySmall {
		return nil
	}
	keys, err := b.store.Commit(small.change())
	if errors.Is(err, ErrStale) {
		return nil // another tab has merged them
	}
	if err == nil && len(keys) > 0 {
		b.last = keys[len(keys)-1]
	}
	return err
}

var damagedRow = wire.FileLine{
	Path: "saved diary", Kind: "other", Result: "rejected",
	Text: "A part of the saved diary is damaged and was left out.",
	Hint: "Add the same files again, or restore a backup.",
}

// merge gathers small rows into few.
type merge struct {
	keys    []int64
	batches []batch
	size    int
}

func (m *merge) add(row Row, got batch) {
	m.keys = append(m.keys, row.Key)
	if m.size += len(row.Data); len(m.batches) == 0 || m.size > largeRow {
		m.batches, m.size = append(m.batches, batch{}), len(row.Data)
	}
	into := &m.batches[len(m.batches)-1]
	into.files = append(into.files, got.files...)
	into.lines = append(into.lines, got.lines...)
}

func (m *merge) change() Change {
	c := Change{Drop: m.keys}
	for _, got := range m.batches {
		c.Add = append(c.Add, got.row())
	}
	return c
}

// missing is those of files that the book does not have, each once: two tabs may
// both have added a file.
func (b *book) missing(files []diary.File) []diary.File {
	b.mu.Lock()
	defer b.mu.Unlock()
	var out []diary.File
	seen := map[[16]byte]bool{}
	for _, f := range files {
		if !b.have[f.Hash] && !seen[f.Hash] {
			seen[f.Hash] = true
			out = append(out, f)
		}
	}
	return out
}

// knows says whether a file of that content is in the book.
func (b *book) knows(hash [16]byte) bool {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.have[hash]
}

func (b *book) settings() entry.Settings {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.prefs
}

func (b *book) remember(got batch) {
	for _, f := range got.files {
		b.have[f.Hash] = true
		b.told = max(b.told, f.LastAt())
	}
	b.files = append(b.files, got.files...)
	for _, line := range got.lines {
		if !b.said[line] { // a broken file dropped twice is said once
			b.said[line] = true
			b.lines = append(b.lines, line)
		}
	}
	if len(got.files) > 0 {
		b.engine, b.diary = nil, nil
	}
}

// add commits one batch, and has it in memory once it is durable.
func (b *book) add(got batch) error {
	b.writing.Lock()
	defer b.writing.Unlock()
	row := got.row()
	keys, err := b.store.Commit(Change{Add: [][]byte{row}})
	if err != nil {
		return err
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	b.remember(got)
	b.last = keys[0]
	b.bytes += int64(len(row))
	return nil
}

// dismiss forgets the standing lines.
func (b *book) dismiss() error {
	b.writing.Lock()
	defer b.writing.Unlock()
	_, err := b.store.Commit(Change{Put: map[string][]byte{valueDismissed: strconv.AppendInt(nil, b.last, 10)}})
	if err != nil {
		return err
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	b.lines = nil
	clear(b.said)
	return nil
}

// set keeps the preferences.
func (b *book) set(p entry.Settings) error {
	b.writing.Lock()
	defer b.writing.Unlock()
	if _, err := b.store.Commit(Change{Put: map[string][]byte{valueSettings: p.JSON()}}); err != nil {
		return err
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	b.prefs, b.engine = p, nil
	return nil
}

// refill puts files and preferences in the place of everything, in one change.
func (b *book) refill(files []diary.File, p entry.Settings) error {
	c := Change{Clear: true, Put: map[string][]byte{valueSettings: p.JSON()}}
	for some := range slices.Chunk(files, rowFiles) {
		c.Add = append(c.Add, batch{files: some}.row())
	}
	b.writing.Lock()
	_, err := b.store.Commit(c)
	b.writing.Unlock()
	if err != nil {
		return err
	}
	return b.load()
}

// assessor is the engine over all that is in the book now; it follows whatever
// plan it was last given. mu is held.
func (b *book) assessor() *engine.Engine {
	if b.engine == nil {
		b.engine = engine.New(b.built(), b.prefs.Settings)
	}
	return b.engine
}

// built is the diary of all that is in the book now. mu is held.
func (b *book) built() *diary.Diary {
	if b.diary == nil {
		b.diary = diary.Build(b.files, b.zone)
	}
	return b.diary
}
