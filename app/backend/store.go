package backend

import "rebound/app/wire"

// Store keeps what a runner imported, typed and set: a log of rows, each of
// them opaque bytes under an ascending key, and a few named values. Beside each
// row it can keep a brief, what opening needs of it: a cache, which is never all
// that is known of a row. A page has two stores: IndexedDB for the runner and
// [Memory] for the sample.
//
// Methods may be called from several goroutines. Errors are lines for the
// runner: what is wrong and what to do.
type Store interface {
	// Open reads what a start needs: of every row its key and its brief, in order
	// of key, and the values.
	Open() (Contents, error)

	// Rows reads rows whole, in the order of keys; nil for one that is not there.
	Rows(keys []int64) ([][]byte, error)

	// Commit makes one change, all of it or nothing, and returns the keys of
	// the rows added. When it has returned without an error, the change
	// survives a crash of the browser.
	Commit(Change) ([]int64, error)

	// Notify has f called, on a goroutine of its own, whenever another user of
	// the same store (another tab) has committed a change that is not of briefs
	// alone.
	Notify(f func())

	// Close lets go of the store. Everything after it is an error.
	Close()
}

// Contents is what a start needs of all that a store holds.
type Contents struct {
	Rows   []Row
	Values map[string][]byte
	Newer  bool // a later version of the app has made the store: it can be saved and emptied
	Odd    int  // rows under keys that are none; they are left out
}

// Row is one entry of the log as a start sees it.
type Row struct {
	Key   int64
	Brief []byte // nil where none is kept
}

// NewRow is a row to be added to the log, and its brief.
type NewRow struct{ Data, Brief []byte }

// Change is what one transaction does, in this order: Clear empties the store,
// Drop takes rows away and their briefs, Add appends rows, Put sets named values,
// Briefs sets the briefs of rows that are there, and passes over the others. A Drop
// of a row that is no longer there fails the whole change with [ErrStale]: another
// tab was faster. So does a change that was made on As, where the store is no longer
// so.
type Change struct {
	As     *Known
	Clear  bool
	Drop   []int64
	Add    []NewRow
	Put    map[string][]byte
	Briefs map[int64][]byte
}

// Known is what a change was made on.
type Known struct {
	Newest int64  // the key of the newest row, 0 for none; below 0 whatever it is
	Name   string // of one of the values
	Value  []byte // nil where it is not there
}

// quiet reports whether a change is of briefs alone, which nobody need hear of.
func (c *Change) quiet() bool { return !c.Clear && len(c.Drop)+len(c.Add)+len(c.Put) == 0 }

// Errors of a Store.
var (
	ErrStale   = &wire.Problem{Code: "stale", Text: "Another tab changed the diary meanwhile.", Hint: "Try again."}
	ErrClosed  = &wire.Problem{Code: "closed", Text: "The diary was closed, most likely by an update in another tab.", Hint: "Reload this page."}
	ErrFull    = &wire.Problem{Code: "full", Text: "The browser has no room left for the diary.", Hint: "Free some space on this device, then add the rest again."}
	ErrBlocked = &wire.Problem{Code: "blocked", Text: "Another tab holds an older version of the diary.", Hint: "Close the other tabs of Rebound, then reload this one."}
	ErrNewer   = &wire.Problem{Code: "newer", Text: "Your diary was saved by a newer version of Rebound than this one, and is safe.", Hint: "Reload while you are online. If this stays, the newer version has been taken back for now: wait for the next, or restore a backup here."}
	ErrRefused = &wire.Problem{Code: "refused", Text: "The browser does not let Rebound keep data here.", Hint: "Allow site data, or leave private browsing, then reload."}
	ErrBroken  = &wire.Problem{Code: "broken", Text: "The browser could not save to its database.", Hint: "Reload this page, then add the rest again."}
)
