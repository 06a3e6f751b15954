package main

import (
	"errors"
	"fmt"
	"io"

	"rebound/app/unit"
	"rebound/app/words"
	"rebound/engine/diary"
	"rebound/engine/entry"
)

// readJournal hears the journal at path as a diary file. What cannot be is reported
// on w with its line; the rest is heard.
func readJournal(path string, today diary.Date, w io.Writer) (diary.File, error) {
	text, err := readText(path)
	if err != nil {
		return diary.File{}, err
	}
	heard, refused, err := entry.ReadJournal(text, entry.Context{Today: today, Stamp: inOrder()})
	if none := (*entry.Refusal)(nil); errors.As(err, &none) {
		return diary.File{}, badUsage("%s is not a journal: %v", path, words.Unread(none))
	}
	reportRefused(w, path, refused)
	return diary.File{Name: path, Kind: entry.Kind, Reported: heard}, nil
}

// reportRefused says on w what was refused, each by its line; of many that are refused for
// the same thing the first, as [export.report] does of files.
func reportRefused(w io.Writer, path string, refused []entry.Refused) {
	type alike struct {
		code  entry.Code
		field string
	}
	said := map[alike]int{}
	var first []entry.Refused // of each
	for _, r := range refused {
		of := alike{r.Code, r.Field}
		if said[of]++; said[of] == 1 {
			first = append(first, r)
		}
		if said[of] > mostAlike {
			continue
		}
		where := r.List
		if r.Place > 0 {
			where += fmt.Sprintf(" %d", r.Place)
		}
		if where != "" {
			where += ": "
		}
		fmt.Fprintf(w, "%s:%d: %s%v\n", path, r.Line, where, words.RefusedEntry(r.Refusal))
	}
	for _, r := range first {
		if more := said[alike{r.Code, r.Field}] - mostAlike; more > 0 {
			fmt.Fprintf(w, "%s: and %s more as in line %d\n", path, unit.Thousands(more), r.Line)
		}
	}
}

// inOrder stamps the entries of a journal, which says no moments: at eight in the
// morning of their dates, and a second later each, so that of two for one thing the
// later in the file counts.
func inOrder() func(diary.Date) diary.Stamp {
	n := int64(0)
	return func(t diary.Date) diary.Stamp {
		n++
		return diary.Stamp{At: int64(t)*86400 + 8*3600 + n, Date: t}
	}
}
