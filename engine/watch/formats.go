package watch

import (
	"slices"

	"rebound/engine/watch/garmin"
	"rebound/engine/watch/gpx"
	"rebound/engine/watch/healthconnect"
	"rebound/engine/watch/samsung"
	"rebound/engine/watch/source"
	"rebound/engine/watch/strava"
	"rebound/engine/watch/tcx"
	"rebound/engine/watch/withings"
	"rebound/engine/watch/xiaomi"
	"rebound/engine/watch/zepp"
)

// formats are the kinds of files that are read besides FIT, each vendor's with its
// own: the first that knows how a file begins has it. A new source is its folder
// and a line here.
var formats = slices.Concat(
	tcx.Formats,
	gpx.Formats,
	strava.Formats,
	healthconnect.Formats,
	samsung.Formats,
	withings.Formats,
	zepp.Formats,
	xiaomi.Formats,
	garmin.Formats,
)

// formatOf is the format of a file that begins so; nil for none.
func formatOf(h source.Head) *source.Format {
	for i := range formats {
		if formats[i].Is(h) {
			return &formats[i]
		}
	}
	return nil
}
