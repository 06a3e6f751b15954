package backend

import (
	"slices"
	"sync"

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
	stored   []byte // the settings as they are in the store; nil for none
	epoch    []byte // the store's, nil for none
	shut     error  // why nothing here can be shown or changed; what is in the store can be saved, replaced, erased
	last     int64  // key of the newest row
	missed   bool   // below it are rows of another tab's that are not read yet
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

// others rises with every change that came of another tab.
func (b *book) others() int64 {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.reads
}

// untouched reports whether nothing was ever kept here, a setting neither.
func (b *book) untouched() bool {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.unset && len(b.keys) == 0
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
