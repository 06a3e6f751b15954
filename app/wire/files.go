package wire

// Progress of an import.
type Progress struct {
	Done     int     `json:"done"`
	Total    int     `json:"total"` // files found so far
	Added    int     `json:"added"`
	Partial  int     `json:"partial"`
	Dup      int     `json:"duplicate"`
	Rejected int     `json:"rejected"`
	Asked    int     `json:"asked,omitempty"`  // of those: tables that the runner is to explain
	Other    int     `json:"other"`            // of an export and of no use here: no fault, and not in Total
	Left     float64 `json:"left"`             // seconds left, an estimate; 0 when not known
	Share    float64 `json:"share"`            // of all bytes that are to be read, 0 to 1
	Passed   int64   `json:"passed,omitempty"` // bytes of Now that have been gone through, where it is long
	Size     int64   `json:"size,omitempty"`   // of Now, where it is long
	Finished bool    `json:"finished"`
	Canceled bool    `json:"canceled"`
	Failed   bool    `json:"failed,omitempty"` // what is left was not read, for a reason that the reply gives
	Now      string  `json:"now"`              // the file being read
}

// FileLine is one file's outcome.
type FileLine struct {
	Path   string `json:"path"`
	Result string `json:"result"` // added, duplicate, partial, rejected
	Text   string `json:"text"`   // "Run, 14 Mar, 8.7 km", or what is wrong
	Hint   string `json:"hint"`   // what to do about it
	Kind   string `json:"kind"`
	Key    string `json:"key,omitempty"` // of a table that is to be explained: Table.Key
}

// FileGroup is many good files in one line.
type FileGroup struct {
	Kind   string `json:"kind"`
	Result string `json:"result"`
	Count  int    `json:"count"`
	Text   string `json:"text"` // "812 nights, 3 Jan to 14 Mar"
}

// FileList is the Files screen: every rejected and partial file until
// dismissed; the others of the last import one by one when few, grouped when
// many.
type FileList struct {
	Progress *Progress   `json:"progress,omitempty"` // of the import running or last run
	Lines    []FileLine  `json:"lines"`
	Groups   []FileGroup `json:"groups"`
	Tables   []Table     `json:"tables,omitempty"` // of which the runner is to say what is in them
	People   []People    `json:"people,omitempty"` // of exports that more than one person's came by
	Total    int         `json:"total"`            // files kept in the diary
}

// People is an export of which files of more than one account are here. One counts, the
// others are kept apart.
type People struct {
	Via      string    `json:"via"`
	Name     string    `json:"name"`     // "Polar"
	Answered bool      `json:"answered"` // the runner has said whose counts
	Accounts []Account `json:"accounts"`
}

// Account is one person's part of an export.
type Account struct {
	ID     string `json:"id"`
	Text   string `json:"text"` // "412 nights, 311 runs, Jan 2024 to Mar 2026; recent resting HR 47; last run 14 Mar, 8.7 km"
	Counts bool   `json:"counts"`
}

// OwnerArg says which account is the runner's.
type OwnerArg struct {
	Via string `json:"via"`
	ID  string `json:"id"`
}
