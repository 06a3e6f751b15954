// Package backup writes and reads the file that *Back up* saves: a zip of JSON that a
// person can read, and any program. docs/backup.md describes it, docs/schema/backup.json
// and docs/schema/backup-part.json are its schemas.
//
//	manifest.json          what this is: version, when it was made, what is in it, and of each part its checksum
//	settings.json          one object of setting key -> number or text
//	journal.json           what the runner entered, each entry with its stamp
//	plans.json             every version of the plan
//	measured/2024-03.json  nights, resting HR, HRV, by the file that they came in
//	runs/2024-03.json      sessions with their series, likewise
//	exports/....json       a file that is of more than a month, by itself
//
// The JSON of a record is its own fields (form.go, scan.go), so that nothing is lost on
// the way: what diary.Pack makes of a file is the same before and after. Of one diary the
// parts are the same bytes, in whatever order its files came.
//
// A backup is written and read a part at a time, and read as hostile: what is inflated
// stays in proportion to what was packed, a record that cannot be costs its file, a part
// that is damaged costs itself, and what was left out is named (Backup.Left).
//
// Version 1 had one opaque log; it stays readable (old.go).
package backup

import (
	"archive/zip"
	"encoding/json"
	"errors"
	"io"
	"time"

	"rebound/app/wire"
	"rebound/engine/diary"
)

// Version of the format. Read refuses later ones.
const Version = 2

// Errors of Read.
var (
	ErrNotBackup = &wire.Problem{Code: "not_backup", Text: "This file is not a backup from Rebound.", Hint: "Choose the file you saved with Back up."}
	ErrNewer     = &wire.Problem{Code: "backup_newer", Text: "This backup was made by a newer version of Rebound.", Hint: "Update Rebound, then restore it."}
	ErrDamaged   = &wire.Problem{Code: "backup_damaged", Text: "This backup is damaged.", Hint: "Choose another copy of it."}
)

// Head is what a backup says of itself.
type Head struct {
	Made     time.Time
	App      string          // the version that made it; "" where it is not said
	Settings json.RawMessage // one object of key -> value
}

// Backup is what a backup holds.
type Backup struct {
	Head
	Rows  [][]byte // the diary's files, as diary.Pack packs some of them
	Files int      // how many that are
	Left  []string // what could not be read and is left out: a part's name, or a file's in it
}

// RowFiles is how many files are packed together: ten years at once would
// double the memory that they take.
const RowFiles = 256

// manifest is manifest.json, of either version.
type manifest struct {
	Rebound int        `json:"rebound"` // Version
	App     string     `json:"app,omitempty"`
	Made    time.Time  `json:"made"`
	First   diary.Date `json:"first,omitzero"`
	Last    diary.Date `json:"last,omitzero"`
	Files   int        `json:"files"`
	Nights  int        `json:"nights,omitempty"`
	Runs    int        `json:"runs,omitempty"`
	Entries int        `json:"entries,omitempty"`
	Parts   []part     `json:"parts,omitempty"`
}

// part is one of the zip's files beside the manifest.
type part struct {
	Name  string `json:"name"`
	Files int    `json:"files,omitempty"`
	Bytes int    `json:"bytes"`
	CRC   string `json:"crc32"` // of the bytes, as 8 hexadecimal digits
}

const (
	manifestName = "manifest.json"
	settingsName = "settings.json"
	journalName  = "journal.json"
	plansName    = "plans.json"
)

// Is says whether r holds a backup, whole or damaged. It reads little.
func Is(r io.ReaderAt, size int64) bool {
	_, _, err := open(r, size)
	return err == nil || errors.Is(err, ErrNewer)
}

// Begins reports whether r begins as a backup may: a zip whose first file is one of ours.
func Begins(r io.ReaderAt) bool {
	var head [30 + len(settingsName)]byte
	n, _ := r.ReadAt(head[:], 0)
	name := string(head[min(30, n):n])
	return string(head[:4]) == "PK\x03\x04" && (name == settingsName || name == manifestName)
}

// sealedHead begins every age file.
const sealedHead = "age-encryption.org/v1\n"

// Sealed reports whether r begins as a backup under a passphrase does, which is an age
// file (docs/adr/0039). It is opened elsewhere: by the browser, and by the command line.
func Sealed(r io.ReaderAt) bool {
	var head [len(sealedHead)]byte
	n, _ := r.ReadAt(head[:], 0)
	return string(head[:n]) == sealedHead
}

// Read reads a backup. Its errors are ErrNotBackup, ErrNewer and ErrDamaged. It calls
// working now and then, for who waits and would know whether it hangs.
func Read(r io.ReaderAt, size int64, working func()) (Backup, error) {
	z, m, err := open(r, size)
	if err != nil {
		return Backup{}, err
	}
	in := reading{r: r, size: size, zip: z, m: m, working: working}
	if m.Rebound == 1 {
		return in.old()
	}
	return in.parts()
}

func open(r io.ReaderAt, size int64) (*zip.Reader, manifest, error) {
	var m manifest
	z, err := zip.NewReader(r, size)
	if err != nil || len(z.File) > mostParts {
		return nil, m, ErrNotBackup
	}
	b, err := (&reading{r: r, size: size, zip: z}).part(manifestName, 4<<20)
	if err != nil || json.Unmarshal(b, &m) != nil || m.Rebound < 1 {
		return nil, m, ErrNotBackup
	}
	if m.Rebound > Version {
		return nil, m, ErrNewer
	}
	return z, m, nil
}
