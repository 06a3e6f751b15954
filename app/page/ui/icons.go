package ui

import "github.com/maxence-charriere/go-app/v10/pkg/app"

// Icons are drawn on a 24 by 24 grid with a round pen; the style sheet sets the
// pen. They decorate words and are hidden from screen readers.
const (
	IconToday    = `<path d="M3 11.2 12 4l9 7.2V20a1 1 0 0 1-1 1h-5v-6H9v6H4a1 1 0 0 1-1-1z"/>`
	IconTrends   = `<path d="m3 17 5-6 4 3 5-8 4 5"/><path d="M3 21h18"/>`
	IconPlan     = `<rect x="3.5" y="5" width="17" height="15.5" rx="2"/><path d="M3.5 10h17M8 3v4m8-4v4"/>`
	IconBody     = `<circle cx="12" cy="5" r="2.5"/><path d="M5 10.500c4.500 1.300 9.500 1.300 14 0M12 11.500V15m0 0-3.500 6M12 15l3.500 6"/>`
	IconFiles    = `<path d="M12 15V4m0 0L7.5 8.5M12 4l4.5 4.5"/><path d="M4 15v4a1.5 1.5 0 0 0 1.5 1.5h13A1.5 1.5 0 0 0 20 19v-4"/>`
	IconSettings = `<path d="M4 7h9m5 0h2M4 17h3m5 0h8"/><circle cx="15.5" cy="7" r="2.5"/><circle cx="9.5" cy="17" r="2.5"/>`
	IconLeft     = `<path d="m15 5-7 7 7 7"/>`
	IconRight    = `<path d="m9 5 7 7-7 7"/>`
	IconDown     = `<path d="m6 9 6 6 6-6"/>`
	IconCheck    = `<path d="m5 12.5 4.500 4.500L19 7.500"/>`
	IconClose    = `<path d="m6 6 12 12M18 6 6 18"/>`
	IconOffline  = `<path d="M3 3l18 18M8.5 16a5 5 0 0 1 7 0M5 12.5a10 10 0 0 1 4-2.5m4.5-.3a10 10 0 0 1 5.5 2.800M12 20h.01"/>`
	IconGrip     = `<path d="M9 6h.01M15 6h.01M9 12h.01M15 12h.01M9 18h.01M15 18h.01"/>`
	IconShare    = `<path d="M12 14V3m0 0L8.5 6.5M12 3l3.5 3.5M8 10H6v11h12V10h-2"/>`
)

// Icon is an icon, by its path.
func Icon(path string) app.UI {
	return app.Raw(`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true">` + path + `</svg>`)
}
