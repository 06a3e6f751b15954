package docs_test

import (
	"testing"

	"rebound/app/glossary"
)

// ARCHITECTURE.md has the runner's words from the table that the app shows.
func TestGlossary(t *testing.T) {
	var rows [][]string
	for _, term := range glossary.Terms {
		rows = append(rows, []string{term.Name, term.Text})
	}
	section(t, "ARCHITECTURE.md", "the runner's words", table([]string{"term", "what the runner reads"}, rows))
}
