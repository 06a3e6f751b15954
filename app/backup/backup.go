// Package backup writes and reads the file that *Back up* saves: a zip of
//
//	manifest.json  what this is: format version, when it was made, how much is in it
//	log.bin        every diary file: a row (what diary.Pack writes of some) after its length, and so on
//	settings.json  one object of setting key -> number or text
//
// Everything that was imported and typed is in log.bin; nothing derived is kept.
// The command line reads a backup like any export.
package backup

import (
	"archive/zip"
	"encoding/binary"
	"encoding/json"
	"errors"
	"io"
	"slices"
	"time"

	"rebound/app/wire"
	"rebound/engine/diary"
)

// Version of the format. Read refuses later ones.
const Version = 1

// maxLog bounds what log.bin may inflate to: a lifetime of running is a tenth
// of it.
const maxLog = 512 << 20

// Errors of Read.
var (
	ErrNotBackup = &wire.Problem{Code: "not_backup", Text: "This is not a Rebound backup.", Hint: "Choose the .zip file that Back up saved."}
	ErrNewer     = &wire.Problem{Code: "backup_newer", Text: "This backup was made by a newer version of Rebound.", Hint: "Update Rebound, then restore it."}
	ErrDamaged   = &wire.Problem{Code: "backup_damaged", Text: "This backup is damaged.", Hint: "Choose another copy of it."}
)

// Backup is what a backup holds.
type Backup struct {
	Made     time.Time
	Files    []diary.File
	Settings json.RawMessage // one object of key -> value
}

type manifest struct {
	Rebound int       `json:"rebound"` // Version
	Made    time.Time `json:"made"`
	Files   int       `json:"files"`
}

// Write writes a backup of so many files, which rows hold as Rows makes them.
func Write(w io.Writer, made time.Time, settings json.RawMessage, files int, rows [][]byte) error {
	m, err := json.Marshal(manifest{Rebound: Version, Made: made.UTC().Truncate(time.Second), Files: files})
	if err != nil {
		return err
	}
	z := zip.NewWriter(w)
	part := func(name string, chunks ...[]byte) error {
		f, err := z.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Deflate, Modified: made})
		if err != nil {
			return err
		}
		for _, chunk := range chunks {
			if _, err := f.Write(chunk); err != nil {
				return err
			}
		}
		return nil
	}
	var log [][]byte
	for _, row := range rows {
		log = append(log, binary.AppendUvarint(nil, uint64(len(row))), row)
	}
	if err := errors.Join(part("manifest.json", m), part("log.bin", log...), part("settings.json", settings)); err != nil {
		return err
	}
	return z.Close()
}

// RowFiles is how many files are packed together: ten years at once would
// double the memory that they take.
const RowFiles = 256

// Rows is files as diary.Pack packs some of them, and so on.
func Rows(files []diary.File) (rows [][]byte) {
	for some := range slices.Chunk(files, RowFiles) {
		rows = append(rows, diary.Pack(some))
	}
	return rows
}

func readLog(log []byte, working func()) ([]diary.File, error) {
	var files []diary.File
	for len(log) > 0 {
		working()
		n, used := binary.Uvarint(log)
		if used <= 0 || n > uint64(len(log)-used) {
			return nil, diary.ErrPackDamaged
		}
		some, err := diary.Unpack(log[used : used+int(n)])
		if err != nil {
			return nil, err
		}
		files = append(files, some...)
		log = log[used+int(n):]
	}
	return files, nil
}

// Is says whether r holds a backup, whole or damaged. It reads little.
func Is(r io.ReaderAt, size int64) bool {
	_, _, err := open(r, size)
	return err == nil || errors.Is(err, ErrNewer)
}

// Read reads a backup. Its errors are ErrNotBackup, ErrNewer and ErrDamaged.
func Read(r io.ReaderAt, size int64) (Backup, error) { return ReadNoting(r, size, func() {}) }

// ReadNoting is Read, which calls working for every row, and before it looks over
// all: for who waits and would know whether it hangs.
func ReadNoting(r io.ReaderAt, size int64, working func()) (Backup, error) {
	z, m, err := open(r, size)
	if err != nil {
		return Backup{}, err
	}
	log, err := part(z, "log.bin", maxLog)
	if err != nil {
		return Backup{}, ErrDamaged
	}
	settings, err := part(z, "settings.json", 1<<20)
	if err != nil || !json.Valid(settings) {
		return Backup{}, ErrDamaged
	}
	files, err := readLog(log, working)
	working()
	switch {
	case errors.Is(err, diary.ErrPackVersion):
		return Backup{}, ErrNewer
	case err != nil || len(files) != m.Files || !plausible(files):
		return Backup{}, ErrDamaged
	}
	return Backup{Made: m.Made, Files: files, Settings: settings}, nil
}

// plausible refuses dates that no diary holds: the engine works through every
// day from the first on, and a stray one would make that a thousand years.
func plausible(files []diary.File) bool {
	d := diary.Build(files, nil)
	return d.First > d.Last || d.First >= diary.DateOf(1990, time.January, 1) && d.Last < diary.DateOf(2100, time.January, 1)
}

func open(r io.ReaderAt, size int64) (*zip.Reader, manifest, error) {
	var m manifest
	z, err := zip.NewReader(r, size)
	if err != nil {
		return nil, m, ErrNotBackup
	}
	b, err := part(z, "manifest.json", 1<<16)
	if err != nil || json.Unmarshal(b, &m) != nil || m.Rebound < 1 {
		return nil, m, ErrNotBackup
	}
	if m.Rebound > Version {
		return nil, m, ErrNewer
	}
	return z, m, nil
}

// part reads one entry, at most limit bytes of it, checksum included.
func part(z *zip.Reader, name string, limit int64) ([]byte, error) {
	for _, f := range z.File {
		if f.Name != name {
			continue
		}
		if f.UncompressedSize64 > uint64(limit) {
			return nil, zip.ErrFormat
		}
		r, err := f.Open()
		if err != nil {
			return nil, err
		}
		defer r.Close()
		b, err := io.ReadAll(io.LimitReader(r, limit))
		if err != nil {
			return nil, err
		}
		return b, nil
	}
	return nil, zip.ErrFormat
}
