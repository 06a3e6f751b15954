package watch

import (
	"slices"

	"rebound/engine/watch/apple"
	"rebound/engine/watch/elitehrv"
	"rebound/engine/watch/fitbit"
	"rebound/engine/watch/garmin"
	"rebound/engine/watch/garminweb"
	"rebound/engine/watch/gpx"
	"rebound/engine/watch/healthconnect"
	"rebound/engine/watch/healthexport"
	"rebound/engine/watch/hrv4training"
	"rebound/engine/watch/huawei"
	"rebound/engine/watch/intervals"
	"rebound/engine/watch/oura"
	"rebound/engine/watch/plain"
	"rebound/engine/watch/polar"
	"rebound/engine/watch/runalyze"
	"rebound/engine/watch/samsung"
	"rebound/engine/watch/source"
	"rebound/engine/watch/strava"
	"rebound/engine/watch/suunto"
	"rebound/engine/watch/tcx"
	"rebound/engine/watch/whoop"
	"rebound/engine/watch/withings"
	"rebound/engine/watch/xiaomi"
	"rebound/engine/watch/zepp"
)

// formats are the kinds of files that are read besides FIT, each vendor's with its
// own: the first that knows how a file begins has it. A new source is its folder
// and a line here.
var formats = slices.Concat(
	apple.Formats,
	tcx.Formats,
	gpx.Formats,
	healthconnect.Formats,
	samsung.Formats,
	withings.Formats,
	zepp.Formats,
	xiaomi.Formats,
	garmin.Formats,
	elitehrv.Formats,
	garminweb.Formats,
	healthexport.Formats,
	hrv4training.Formats,
	intervals.Formats,
	oura.Formats,
	runalyze.Formats,
	whoop.Formats,
	strava.Formats,
	polar.Formats,
	fitbit.Formats,
	suunto.Formats,
	huawei.Formats,
)

// formatOf is the format of a file that begins so; nil for none.
func formatOf(h source.Head) *source.Format {
	for _, list := range [][]source.Format{formats, plain.Formats} { // a table that is no vendor's may be anybody's
		for i := range list {
			if list[i].Is(h) {
				return &list[i]
			}
		}
	}
	return nil
}
