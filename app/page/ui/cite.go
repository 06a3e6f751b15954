package ui

import (
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// Cite is a source: a paper, a guide, or that there is none.
func Cite(text string) app.UI { return app.Cite().Body(paper(text)) }

// paper is a link where a source's address stands at the end of its name. It opens
// outside the app: nothing is asked of it unless it is pressed.
func paper(text string) app.UI {
	name, doi, ok := strings.Cut(text, " https://doi.org/")
	if !ok {
		return app.Text(text)
	}
	return app.A().Href("https://doi.org/" + doi).Target("_blank").Rel("noopener noreferrer").Text(name)
}
