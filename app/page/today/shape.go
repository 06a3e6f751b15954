package today

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"rebound/app/wire"
)

// shapes are the verdict's: each level and each occasion has its own, so that colour is
// never alone. web/boot/last.js has the same.
var shapes = map[string]string{
	"go":            `<path d="M22 3a19 19 0 1 0 0 38 19 19 0 1 0 0-38z"/>`,
	"ease":          `<path d="M22 4 41 39H3z"/>`,
	"recover":       `<path d="M9 5h26a4 4 0 0 1 4 4v26a4 4 0 0 1-4 4H9a4 4 0 0 1-4-4V9a4 4 0 0 1 4-4z"/>`,
	"stop":          `<path d="M13 1h18l12 12v18L31 43H13L1 31V13z"/>`,
	"race_day":      `<path class="line" d="M9 3v38M9 5h28l-7 9 7 9H9"/>`,
	"return_to_run": `<path d="M3 41V31h10v10zM17 41V19h10v22zM31 41V5h10v36z"/>`,
	"learning":      `<path class="line" d="M22 3a19 19 0 1 0 19 19"/>`,
	"unknown":       `<path class="line dots" d="M22 4a18 18 0 1 0 0 36 18 18 0 1 0 0-36z"/>`,
}

// shape is that of a day: of its occasion, or else of its level.
func shape(a *wire.Assessment) app.UI {
	path, ok := shapes[a.Occasion]
	if !ok {
		path = shapes[a.Level]
	}
	if path == "" || a.Occasion == nothingNew {
		path = shapes[levelUnknown]
	}
	return app.Raw(`<svg class="shape" viewBox="0 0 44 44" aria-hidden="true">` + path + `</svg>`)
}
