package backend

// Store keeps what a runner imported, typed and set: a log of rows, each of
// them opaque bytes under an ascending key, and a few named values. A page has
// two of them: IndexedDB for the runner and [Memory] for the sample.
//
// Methods may be called from several goroutines. Errors are lines for the
// runner: what is wrong and what to do.
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

type storeError string

func (e storeError) Error() string { return string(e) }

// Errors of a Store.
const (
	ErrStale   = storeError("Another tab changed the diary meanwhile: try again.")
	ErrClosed  = storeError("The diary was closed, most likely by an update in another tab: reload this page.")
	ErrFull    = storeError("The browser has no room left for the diary: free some space on this device, then add the rest again.")
	ErrBlocked = storeError("Another tab holds an older version of the diary: close the other tabs of Rebound, then reload this one.")
	ErrNewer   = storeError("The diary was written by a newer version of Rebound: reload this page while online to update.")
	ErrRefused = storeError("The browser does not let Rebound keep data here: allow site data, or leave private browsing, then reload.")
	ErrBroken  = storeError("The browser could not save to its database: reload this page, then add the rest again.")
)
