package watch

import "rebound/engine/diary"

// Entry is one file found, or one thing that could not be opened. It stays
// readable after Walk, as long as the Blobs do; the Entries of one Files are for
// one goroutine.
type Entry struct {
	Path    string   // for display: clean text, "export.zip/2026/run.fit"
	Size    int64    // bytes when unpacked, as its container claims: 0 when it does not say, the packed size for a .gz
	Place   Place    // where it lies, for Files.Bytes of the same items
	Problem *Problem // why there is nothing to read; then Head, Bytes and Read return it too
	Via     string   // of a file that is no FIT: the export it belongs to
	Begun   int64    // of such a file: when it may be of, Unix seconds; 0 when nothing hints at it
	Other   bool     // it is of no use here, and no fault: a picture or a profile in an export

	head  []byte
	files *Files
}

// Head returns the first n bytes, or as many as there are, unpacking little more
// than that.
func (e *Entry) Head(n int) ([]byte, *Problem) {
	switch {
	case e.Problem != nil:
		return nil, e.Problem
	case n <= HeadSize && e.head != nil:
		return e.head[:min(n, len(e.head))], nil
	}
	return e.files.Head(e.Place, n)
}

// Read returns what the file holds: see [Files.Read].
func (e *Entry) Read() ([]diary.File, *Problem) {
	if e.Problem != nil {
		return nil, e.Problem
	}
	list, _, problem := e.files.Read(e.Place, e.Path, func([16]byte) bool { return false })
	return list, problem
}

// Account returns whose the file is: see [Files.Account].
func (e *Entry) Account() (via string, owner uint64) { return e.files.Account(e.Place, e.Path) }

// Bytes returns the whole file: see [Files.Bytes].
func (e *Entry) Bytes(buf []byte) ([]byte, *Problem) {
	if e.Problem != nil {
		return nil, e.Problem
	}
	return e.files.Bytes(e.Place, buf)
}
