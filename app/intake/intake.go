// Package intake is what the backend and the readers say to each other.
//
// A reader (package reader) opens what the runner dropped, and holds no diary; the
// backend (package backend) owns the diary, and opens no file. The backend calls,
// one call after another; a reader answers each in one or more parts, of which the
// last says so:
//
//	Open      the files of a drop, what is in the diary already
//	Scan      from one of those files on -> Found: what lies in them
//	Try       a table, and what the runner says of it -> what would be read
//	Read      tickets of what was found -> Batch: diary rows
//	Restore   a backup -> Backup, and its rows
//	Backup    rows -> the file that *Back up* saves
//	Workouts  planned sessions -> a file for a watch, or a zip of them
//	Story     a day's inputs -> its story as text
//	Sample    a date -> the sample runner's diary up to it, in rows
//
// Each call names its types below. Bytes travel beside the JSON as they are, so
// that a browser hands them over without a copy.
package intake

import (
	"encoding/json"

	"rebound/app/wire"
	"rebound/engine/diary"
	"rebound/engine/plan"
	"rebound/engine/story"
)

// Operations.
const (
	Open     = "open"     // OpenArg, Files; Parts: Hashes -> nothing
	Scan     = "scan"     // ScanArg -> Found, Parts: AppendListed; several
	Read     = "read"     // Parts: AppendTickets -> Batch, Parts: Row, Light; none when nothing was read
	Try      = "try"      // TryArg, Parts: AppendTickets of one table -> what a mapping would read of it
	Restore  = "restore"  // Files: the backup -> Backup, Parts: Row, Light of each row
	Pack     = "backup"   // Backup, Parts: rows -> []int: the rows left out, which cannot be read; Parts: the file
	Workouts = "workouts" // WorkoutFiles -> Parts: the file, or the zip of them
	Story    = "story"    // StoryArg, Parts: Light of the day's files -> Parts: the text
	Sample   = "sample"   // SampleArg -> Parts: Row, Light of each row
)

// Call is what the backend asks.
type Call struct {
	Op    string          `json:"op"`
	Head  json.RawMessage `json:"head,omitempty"`
	Parts [][]byte        `json:"-"` // travel beside the JSON
	Files []File          `json:"files,omitempty"`
}

// Answer is one part of what the reader answers; Problem is that of the whole call.
type Answer struct {
	Head    json.RawMessage `json:"head,omitempty"`
	Parts   [][]byte        `json:"-"` // travel beside the JSON
	Last    bool            `json:"last"`
	Problem *wire.Problem   `json:"problem,omitempty"`
}

// File is a file that the runner dropped or chose: its path as they see it, and
// the host's handle of it, which the backend never looks into.
type File struct {
	Path   string `json:"path"`
	Size   int64  `json:"size"`
	Handle any    `json:"-"` // travels beside the JSON
}

// OpenArg says how to read what is opened: Tables is what the runner said of tables of
// their own, by the key of their header.
type OpenArg struct {
	Tables json.RawMessage `json:"tables,omitempty"`
}

// TryArg is what the runner says of a table; the answer's Head is a wire.Trial.
type TryArg struct {
	Mapping wire.Mapping `json:"mapping"`
}

// ScanArg says which of the files that were opened to look into, by their index.
type ScanArg struct {
	From int   `json:"from"`
	Skip []int `json:"skip,omitempty"`
}

// Found is some of what lies in the files. What can be read is listed beside it.
type Found struct {
	Refused []Refused `json:"refused,omitempty"`
	Other   int       `json:"other,omitempty"` // files of no use here, and no fault
	Next    int       `json:"next,omitempty"`  // the files before this one have been sent in full; 0 within one
}

// Refused is a file that cannot be read, and why.
type Refused struct {
	Path    string       `json:"path,omitempty"`
	Ticket  int          `json:"ticket,omitempty"` // of a Batch: which of the call's
	Problem wire.Problem `json:"problem"`
	Table   *wire.Table  `json:"table,omitempty"` // of a table that the runner is to explain
}

// Batch is what came of a Read; every ticket is in one of the three.
type Batch struct {
	Read    []int     `json:"read,omitempty"`    // tickets whose files are in the rows, in that order; one of several files as often
	Known   []int     `json:"known,omitempty"`   // whose bytes are in the diary already
	Refused []Refused `json:"refused,omitempty"` // which are none
}

// Rows of a Batch, or of a Sample: what diary.Pack makes of its files, and diary.PackLight.
const (
	Row = iota
	Light
)

// Backup is what a backup says beside its rows, each of which is what diary.Pack
// makes of some files.
type Backup struct {
	Made     int64           `json:"made"`           // Unix seconds: the methods of a time.Time would be a part of the backend
	App      string          `json:"app"`            // the version that made it
	Settings json.RawMessage `json:"settings"`       // one object of key -> value
	Left     []string        `json:"left,omitempty"` // of a Restore: what could not be read and is left out
}

// BackupName is how the name of a backup's file begins; its date follows.
const BackupName = "rebound-"

// WorkoutFiles are files for a watch, in a zip or one alone.
type WorkoutFiles struct {
	Zip   bool      `json:"zip"`
	Files []Workout `json:"files"`
}

// Workout is a planned session and the name of its file.
type Workout struct {
	Name    string       `json:"name"`
	Workout plan.Workout `json:"workout"`
}

// StoryArg is a day to be written down; By is what writes it.
type StoryArg struct {
	story.Day
	By string `json:"by"`
}

// SampleArg says up to which morning the sample runner's diary goes.
type SampleArg struct {
	Today diary.Date `json:"today"`
}
