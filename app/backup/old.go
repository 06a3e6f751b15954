package backup

import (
	"bytes"
	"encoding/binary"
	"encoding/json"
	"errors"

	"rebound/engine/diary"
)

// Version 1 was three parts: manifest.json, settings.json and log.bin, which had every
// diary file: a row (what diary.Pack writes of some) after its length, and so on. It is
// read for ever and written no more.

// maxLog bounds what log.bin may inflate to: a lifetime of running is a tenth of it.
// maxRows bounds the rows in it: one was a batch of files, or an entry until some of
// them were merged.
const (
	maxLog  = 512 << 20
	maxRows = 100_000
)

func (r *reading) old() (Backup, error) {
	settings, err := r.part(settingsName, maxSettings)
	if err != nil || !json.Valid(settings) {
		return Backup{}, ErrDamaged
	}
	settings = bytes.Clone(settings)
	log, err := r.part("log.bin", maxLog)
	if err != nil {
		return Backup{}, ErrDamaged
	}
	files := 0
	for rows := 0; len(log) > 0; rows++ {
		n, used := binary.Uvarint(log)
		if used <= 0 || n > uint64(len(log)-used) || rows > maxRows {
			return Backup{}, ErrDamaged
		}
		some, err := diary.Unpack(log[used : used+int(n)])
		switch {
		case errors.Is(err, diary.ErrPackVersion):
			return Backup{}, ErrNewer
		case err != nil:
			return Backup{}, ErrDamaged
		}
		files += len(some)
		for i := range some {
			r.take(&some[i], "log.bin")
		}
		log = log[used+int(n):]
	}
	if files != r.m.Files {
		return Backup{}, ErrDamaged
	}
	return r.done(settings)
}
