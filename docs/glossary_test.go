package docs_test

import (
	"fmt"
	"strings"
	"testing"

	"rebound/app/glossary"
)

// ARCHITECTURE.md has the runner's words from the table that the app shows.
func TestGlossary(t *testing.T) {
	var out strings.Builder
	out.WriteString("| term | what the runner reads |\n|---|---|\n")
	for _, term := range glossary.Terms {
		fmt.Fprintf(&out, "| %s | %s |\n", term.Name, term.Text)
	}
	section(t, "ARCHITECTURE.md", "the runner's words", out.String())
}
