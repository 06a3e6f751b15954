package backend

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"sync"
	"time"

	"rebound/app/wire"
	"rebound/engine"
	"rebound/engine/diary"
	"rebound/engine/entry"
)

// Names of the store's values.
const (
	valueSettings  = "settings"  // entry.Settings as JSON
	valueDismissed = "dismissed" // key of the row up to which all lines are dismissed
	valueEpoch     = "epoch"     // another one each time that everything is replaced
)

// Small rows are merged when there are many: opening costs by the row.
const (
	smallRow  = 64 << 10
	manySmall = 48
	largeRow  = 1 << 20
)

// book is what one store holds, as far as answers need it, and the engine over it.
// The series of activities stay in the store: of each row the book holds its light
// pack. Memory follows the store: nothing is in it that has not been committed.
type book struct {
	store Store
	zone  diary.Zone

	// writing is held over every commit and what it does to memory, which waits
	// for the browser; mu only while memory is touched.
	writing sync.Mutex

	mu sync.Mutex
	contents
	revision int64  // rises with every change of what is here
	reads    int64  // how often it was read from the store: so come the changes of other tabs
	basis    int64  // the reads that the request under way is made on; 0 for none under way
	kept     []byte // the settings as they are in the store; nil for none
	epoch    []byte // the store's, nil for none
	shut     error  // why nothing here can be shown or changed; what is in the store can be saved, replaced, erased
	last     int64  // key of the newest row
	hushed   int64  // key of the row up to which all lines are dismissed
	lastAt   int64  // the latest moment of an entry of the runner's own
	prefs    entry.Settings
	unset    bool             // the runner has set nothing yet
	engine   *engine.Engine   // nil when what was measured or a rule has changed since
	diary    *diary.Diary     // nil when what was measured has changed since
	heard    int              // how many of the entries the diary has
	plan     followed         // the version of the plan that was read last
	tellers  map[string]tells // of diary, by export
	persons  []person         // of exports that more than one person's came by, as of diary
}

func openBook(store Store, zone diary.Zone) (*book, error) {
	b := &book{store: store, zone: zone}
	return b, b.load()
}

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
	Text: "Some of your settings could not be read, and are at their defaults.",
	Hint: "Set them again, or restore a backup.",
}

// mostTries is how often a store is opened whose rows another tab merges meanwhile.
const mostTries = 3

// load opens the store, and merges its small rows when they are many. A diary that is
// there and cannot be read is shut: it stays as it is.
func (b *book) load() error {
	b.writing.Lock()
	defer b.writing.Unlock()
	err := b.reopen()
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.shut = nil; errors.Is(err, ErrNewer) || errors.Is(err, errUnread) {
		b.shut, b.contents, b.prefs = err, newContents(), entry.DefaultSettings()
		b.engine, b.diary = nil, nil
	}
	return err
}

// errUnread is of a diary that this version fails to read.
var errUnread = wire.Internal()

func (b *book) reopen() (err error) {
	defer func() {
		if r := recover(); r != nil {
			println("panic in opening:", fmt.Sprint(r))
			err = errUnread
		}
	}()
	small, dismissed, err := b.open()
	for try := 1; errors.Is(err, ErrStale) && try < mostTries; try++ {
		small, dismissed, err = b.open()
	}
	if err != nil || len(small) < manySmall {
		return err
	}
	c, err := mergeRows(b.store, small, dismissed)
	if err == nil {
		_, err = b.store.Commit(c)
	}
	if err != nil && !errors.Is(err, ErrStale) { // another tab has merged them
		return err
	}
	_, _, err = b.open()
	return err
}

// closed is why nothing can be shown or changed; nil where it can.
func (b *book) closed() error {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.shut
}

// open reads the brief of each row, and whole only the rows that have none of this
// version. It gives the keys of the small rows, and of that up to which all lines
// are dismissed. writing is held.
func (b *book) open() (small []int64, dismissed int64, err error) {
	all, err := b.store.Open()
	if err != nil {
		return nil, 0, err
	}
	if all.Newer {
		return nil, 0, ErrNewer
	}
	dismissed, _ = strconv.ParseInt(string(all.Values[valueDismissed]), 10, 64)
	l := loading{store: b.store, into: newContents(), dismissed: dismissed}
	if err := l.rows(all.Rows); err != nil {
		return nil, 0, err
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	b.contents = l.into
	b.reads++
	b.kept, b.epoch = all.Values[valueSettings], all.Values[valueEpoch]
	ok := false
	b.unset = len(all.Values[valueSettings]) == 0
	if b.prefs, ok = readSettings(all.Values[valueSettings]); !ok {
		b.lines = append(b.lines, damagedSettings)
	}
	if all.Odd > 0 && !b.said[damagedRow] {
		b.said[damagedRow] = true
		b.lines = append(b.lines, damagedRow)
	}
	b.last, b.hushed = 0, dismissed
	if n := len(b.keys); n > 0 {
		b.last = b.keys[n-1]
	}
	for _, r := range b.entered {
		b.lastAt = max(b.lastAt, r.LastAt())
	}
	b.engine, b.diary = nil, nil
	b.revision++
	return l.small, dismissed, nil
}

// missing is those of files that the book does not have, each once.
func (b *book) missing(files []diary.File) []diary.File {
	b.mu.Lock()
	defer b.mu.Unlock()
	var out []diary.File
	seen := map[[16]byte]bool{}
	for _, f := range files {
		if _, ok := b.have[f.Hash]; !ok && !seen[f.Hash] {
			seen[f.Hash] = true
			out = append(out, f)
		}
	}
	return out
}

// hashes are those of all files in the book, one after another.
func (b *book) hashes() []byte {
	b.mu.Lock()
	defer b.mu.Unlock()
	out := make([]byte, 0, 16*len(b.have))
	for hash := range b.have {
		out = append(out, hash[:]...)
	}
	return out
}

// knows reports whether a file of that content is in the book.
func (b *book) knows(hash [16]byte) bool {
	b.mu.Lock()
	defer b.mu.Unlock()
	_, ok := b.have[hash]
	return ok
}

// untouched reports whether nothing was ever kept here, a setting neither.
func (b *book) untouched() bool {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.unset && len(b.keys) == 0
}

func (b *book) settings() entry.Settings {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.prefs
}

// begin has the changes that follow made on what is known now: one that another tab's
// came before fails with [ErrStale]. Without on, they are made on what is known when they
// come.
func (b *book) begin(on bool) {
	b.mu.Lock()
	if b.basis = 0; on {
		b.basis = b.reads
	}
	b.mu.Unlock()
}

// edit commits a change that was made on what the book holds. writing is held.
func (b *book) edit(c Change) ([]int64, error) {
	b.mu.Lock()
	stale := b.basis != 0 && b.basis != b.reads
	c.As = &Known{Newest: b.last, Name: valueSettings, Value: b.kept}
	b.mu.Unlock()
	if stale {
		return nil, ErrStale
	}
	return b.store.Commit(c)
}

// add commits batches that were made on what the book holds, all of them or none, and
// has them in memory once they are durable.
func (b *book) add(got ...batch) error { return b.put(nil, got) }

// gather commits batches that hang on nothing but that the store was not emptied since
// it was of that epoch.
func (b *book) gather(epoch []byte, got ...batch) error {
	return b.put(&Known{Newest: -1, Name: valueEpoch, Value: epoch}, got)
}

// since is the epoch of the store.
func (b *book) since() []byte {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.epoch
}

// put commits batches made on as; nil is what the book holds.
func (b *book) put(as *Known, got []batch) error {
	lights := make([]*diary.Light, len(got))
	c := Change{As: as}
	for i := range got {
		var err error
		if lights[i], err = diary.UnpackLight(got[i].light); err != nil {
			return err
		}
		c.Add = append(c.Add, got[i].newRow())
	}
	b.writing.Lock()
	defer b.writing.Unlock()
	commit := b.store.Commit
	if as == nil {
		commit = b.edit
	}
	keys, err := commit(c)
	if err != nil {
		return err
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	n := len(b.entered)
	b.fresh = nil
	for i, key := range keys {
		if b.take(key, brief{size: len(c.Add[i].Data), light: got[i].light, lines: got[i].lines}, lights[i]) {
			b.diary, b.engine = nil, nil
		}
		b.last = key
	}
	for _, r := range b.entered[n:] {
		b.lastAt = max(b.lastAt, r.LastAt())
	}
	b.revision++
	return nil
}

// list takes the keys and the settings of a store that cannot be read, so that it can be
// saved.
func (b *book) list() error {
	all, err := b.store.Open()
	if err != nil {
		return err
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	b.prefs, _ = readSettings(all.Values[valueSettings])
	b.keys = nil
	for _, r := range all.Rows {
		b.keys = append(b.keys, r.Key)
	}
	return nil
}

// packs is what diary.Pack wrote of all files, row by row, and the rows' keys: of a
// row that cannot be taken apart it is nil.
func (b *book) packs() (keys []int64, packs [][]byte, err error) {
	b.writing.Lock()
	defer b.writing.Unlock()
	for some := range slices.Chunk(b.keys, someRows) {
		rows, err := b.store.Rows(some)
		if err != nil {
			return nil, nil, err
		}
		for _, row := range rows {
			if row == nil {
				return nil, nil, ErrStale
			}
			packed, _, _ := split(row)
			packs = append(packs, packed)
		}
		keys = append(keys, some...)
	}
	return keys, packs, nil
}

// distrust drops the briefs of rows that turned out damaged, in order of key, and loads the book
// again: it then says that they are, in every tab, and takes their files anew.
func (b *book) distrust(keys []int64) error {
	c := Change{Briefs: map[int64][]byte{}}
	for _, key := range keys {
		c.Briefs[key] = nil
	}
	b.writing.Lock()
	// Their lines must show, whatever was dismissed since those rows were written.
	c.Put = map[string][]byte{valueDismissed: strconv.AppendInt(nil, min(b.hushed, keys[0]-1), 10)}
	_, err := b.store.Commit(c)
	b.writing.Unlock()
	if err != nil {
		return err
	}
	return b.load()
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
	b.lines, b.hushed = nil, b.last
	clear(b.said)
	return nil
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
	b.kept = text
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

// refill puts batches and preferences in the place of everything, in one change.
func (b *book) refill(p entry.Settings, all ...batch) error {
	epoch := strconv.AppendInt(nil, time.Now().UnixNano(), 36)
	c := Change{Clear: true, Put: map[string][]byte{valueSettings: p.JSON(), valueEpoch: epoch}}
	for _, some := range all {
		c.Add = append(c.Add, some.newRow())
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
	d := b.built()
	switch {
	case b.engine == nil:
		b.engine = engine.New(d, b.prefs.Settings)
	case b.engine.Diary() != d:
		b.engine.Hear(d)
	}
	return b.engine
}

// built is the diary of all that is in the book now. mu is held.
func (b *book) built() *diary.Diary {
	if b.diary == nil {
		files, err := b.files()
		if err != nil {
			panic(err) // each light pack was read when it was taken
		}
		c := b.choice()
		b.diary, b.heard = diary.Measure(files, b.zone, c), 0
		b.persons, b.tellers = whose(files, c, b.zone), tellers(files)
	}
	if b.heard < len(b.entered) {
		b.diary, b.heard = b.diary.HearMore(b.entered, b.heard), len(b.entered)
	}
	return b.diary
}
