package size

// What a first visit may cost on a host that sends brotli, in bytes. ADR 15 says where
// the bounds come from, ADR 49 which were set anew last, and why.
const (
	Page    = 1_380_000
	Backend = 1_410_000
	Reader  = 1_400_000
	Start   = 2_775_000 // page and backend, which a start waits for
	All     = 4_320_000 // every file of the site that is kept for offline use
	Paint   = 60_000    // Painted together
)

// Painted is what the first paint needs, and boot.js, which comes with it: asked for
// before any wasm.
var Painted = []string{"index.html", "theme.js", "app.css", "boot.js"}
