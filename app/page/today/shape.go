package today

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// shapes are the verdict's: each level has its own, so that colour is never
// alone.
var shapes = map[string]string{
	"go":      `<circle cx="22" cy="22" r="19"/>`,
	"ease":    `<path d="M22 4 41 39H3z"/>`,
	"recover": `<rect x="5" y="5" width="34" height="34" rx="4"/>`,
	"stop":    `<path d="M13 1h18l12 12v18L31 43H13L1 31V13z"/>`,
	"unknown": `<circle class="hole" cx="22" cy="22" r="17"/>`,
}

func shape(level string) app.UI {
	path, ok := shapes[level]
	if !ok {
		path = shapes["unknown"]
	}
	return app.Raw(`<svg class="shape" viewBox="0 0 44 44" aria-hidden="true">` + path + `</svg>`)
}
