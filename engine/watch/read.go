package watch

import (
	"errors"
	"fmt"

	"rebound/engine/diary"
	"rebound/engine/watch/fitfile"
	"rebound/engine/watch/garmin"
)

// HeadSize is how many of a file's first bytes Identify wants.
const HeadSize = fitfile.HeadSize

// MaxFile is the largest FIT file that Read takes, in bytes: several times the
// longest recording of any watch.
const MaxFile = 64 << 20

// Identify tells from the first [HeadSize] bytes what a file is, so that a
// batch can be read newest first. A file that is not FIT is a Problem.
func Identify(head []byte) (id ID, p *Problem) {
	defer caught(&p)
	got, err := fitfile.Identify(head)
	if err != nil {
		return ID{}, problem(err)
	}
	return ID(got), nil
}

// Read returns the diary.File that the bytes of one file hold, with Hash and
// Name (the path as shown, without the address that a name may begin with) filled in. A damaged file is no Problem as long as
// something of it could be read: see diary.File.Partial.
func Read(path string, data []byte) (f diary.File, p *Problem) {
	defer caught(&p)
	if len(data) > MaxFile {
		return diary.File{}, tooBig(int64(len(data)), MaxFile)
	}
	f, err := fitfile.Read(data)
	if err != nil {
		p = problem(err)
		if p.Code == "not_fit" {
			p = notFIT(path, data)
		}
		return diary.File{}, p
	}
	_, name := garmin.Uploader(path)
	f.Hash, f.Name = diary.HashOf(data), name
	return f, nil
}

func problem(err error) *Problem {
	var e *fitfile.Error
	if errors.As(err, &e) {
		return &Problem{Code: e.Code, What: e.What, Hint: e.Hint}
	}
	return &Problem{Code: "damaged", What: err.Error(), Hint: "Export it again."}
}

// caught turns a panic in a FIT library into a Problem: one file that breaks
// it must not end a batch.
func caught(p **Problem) {
	if r := recover(); r != nil {
		*p = &Problem{Code: "damaged", What: "The file is too badly damaged to read.",
			Hint: "Copy or export it from the watch or its app again."}
	}
}

func tooBig(size, limit int64) *Problem {
	return &Problem{Code: "too_big", What: fmt.Sprintf("The file is too big: %s, and the limit is %s.", megabytes(size), megabytes(limit)),
		Hint: "Recordings are far smaller: check that this is the right file."}
}

func megabytes(n int64) string { return fmt.Sprintf("%d MB", (n+1<<20-1)>>20) }
