package ui

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"rebound/app/wire"
)

// Cite is a source: a paper, a guide, or that there is none.
func Cite(c wire.Cite) app.UI { return app.Cite().Body(paper(c)) }

// paper is a link where a source has an address. It opens outside the app: nothing is asked
// of it unless it is pressed.
func paper(c wire.Cite) app.UI {
	if c.DOI == "" {
		return app.Text(c.Title)
	}
	return app.A().Href("https://doi.org/" + c.DOI).Target("_blank").Rel("noopener noreferrer").Text(c.Title)
}
