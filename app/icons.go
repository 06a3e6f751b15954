package app

import "github.com/maxence-charriere/go-app/v10/pkg/app"

// icons are drawn on a 24 by 24 grid, strokes only.
var icons = map[string]string{
	"today":    `<path d="M4 11.5 12 5l8 6.5V20H4z"/>`,
	"trends":   `<path d="M3 17l5.5-6.5 4 3.5L20 6"/><path d="M15.5 6H20v4.5"/>`,
	"files":    `<path d="M12 16V5"/><path d="M7.5 9.5 12 5l4.5 4.5"/><path d="M4 19h16"/>`,
	"settings": `<path d="M4 7h9"/><path d="M17 7h3"/><circle cx="15" cy="7" r="2"/><path d="M4 17h3"/><path d="M11 17h9"/><circle cx="9" cy="17" r="2"/>`,
	"down":     `<path d="M6 9.5l6 6 6-6"/>`,
	"left":     `<path d="M14.5 6l-6 6 6 6"/>`,
	"right":    `<path d="M9.5 6l6 6-6 6"/>`,
	"arrow":    `<path d="M5 12h13"/><path d="M13 7l5 5-5 5"/>`,
	"offline":  `<path d="M4 4l16 16"/><path d="M5 12.5a10 10 0 0 1 4-2.4"/><path d="M8.5 16a5 5 0 0 1 7 0"/><path d="M13 9.6a10 10 0 0 1 6 2.9"/><path d="M12 19.5h.01"/>`,
	"drop":     `<path d="M12 4v11"/><path d="M7.5 10.5 12 15l4.5-4.5"/><path d="M4 15v4h16v-4"/>`,
	"folder":   `<path d="M3 6.5h6l2 2.5h10v10H3z"/>`,
}

// icon draws one of icons; it says nothing to a screen reader.
func icon(name string) app.UI {
	return app.Raw(`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">` + icons[name] + `</svg>`)
}

// shapes of the levels: told apart without colour.
var shapes = map[string]string{
	"go":      `<circle cx="22" cy="22" r="16" fill="currentColor"/>`,
	"ease":    `<path d="M22 6 40 37H4z" fill="currentColor"/>`,
	"recover": `<rect x="7" y="7" width="30" height="30" rx="4" fill="currentColor"/>`,
	"unknown": `<circle cx="22" cy="22" r="15" fill="none" stroke="currentColor" stroke-width="4" stroke-dasharray="7 6.1"/>`,
}

// shape draws a level's mark.
func shape(level string) app.UI {
	return app.Raw(`<svg class="shape" viewBox="0 0 44 44" aria-hidden="true" focusable="false">` + shapes[level] + `</svg>`)
}
