package main

import (
	"rebound/app/words"
	"rebound/engine/entry"
)

// readSettings takes a -settings file over what s has, all of it or nothing: a
// threshold that silently stayed as it was would be worse than none.
func readSettings(s *entry.Settings, path string) error {
	text, err := readText(path)
	if err != nil {
		return err
	}
	if refused := entry.Spelling(text); refused != nil {
		return badUsage("%s: %v", path, words.Unread(refused))
	}
	with := *s
	if refused := with.Read(text); len(refused) > 0 {
		return badUsage("%s: %v", path, words.Unread(refused[0]))
	}
	*s = with
	return nil
}
