package backend

import "rebound/app/wire"

// Store keeps what a runner imported, typed and set: a log of rows, each of
// them opaque bytes under an ascending key, and a few named values. A page has
// two of them: IndexedDB for the runner and [Memory] for the sample.
//
// Methods may be called from several goroutines. What the runner can do something
// about is one of the errors below.
type Store interface {
	// Load reads everything, rows in order of key.
	Load() (Contents, error)

	// Commit makes one change, all of it or nothing, and returns the keys of
	// the rows added. When it has returned without an error, the change
	// survives a crash of the browser.
	Commit(Change) ([]int64, error)

	// Notify has f called, on a goroutine of its own, whenever another user of
	// the same store (another tab) has committed a change.
	Notify(f func())

	// Close lets go of the store. Everything after it is an error.
	Close()
}

// Contents is all that a store holds.
type Contents struct {
	Rows   []Row
	Values map[string][]byte
}

// Row is one entry of the log.
type Row struct {
	Key  int64
	Data []byte
}

// Change is what one transaction does, in this order: Clear empties the store,
// Drop takes rows away, Add appends rows, Put sets named values. A Drop of a row
// that is no longer there fails the whole change with [ErrStale]: another tab
// was faster.
type Change struct {
	Clear bool
	Drop  []int64
	Add   [][]byte
	Put   map[string][]byte
}

// Errors of a Store.
var (
	ErrStale   = &wire.Problem{Code: "stale", Text: "Another tab changed the diary meanwhile.", Hint: "Try again."}
	ErrClosed  = &wire.Problem{Code: "closed", Text: "The diary was closed, most likely by an update in another tab.", Hint: "Reload this page."}
	ErrFull    = &wire.Problem{Code: "full", Text: "The browser has no room left for the diary.", Hint: "Free some space on this device, then add the rest again."}
	ErrBlocked = &wire.Problem{Code: "blocked", Text: "Another tab holds an older version of the diary.", Hint: "Close the other tabs of Rebound, then reload this one."}
	ErrNewer   = &wire.Problem{Code: "newer", Text: "The diary was written by a newer version of Rebound.", Hint: "Reload this page while online to update."}
	ErrRefused = &wire.Problem{Code: "refused", Text: "The browser does not let Rebound keep data here.", Hint: "Allow site data, or leave private browsing, then reload."}
	ErrBroken  = &wire.Problem{Code: "broken", Text: "The browser could not save to its database.", Hint: "Reload this page, then add the rest again."}
)
