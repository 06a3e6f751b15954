package diary

import (
	"reflect"
	"testing"
)

// A measurement with a strap is a source of its own, beside the watch and what is typed;
// of a date's several the last counts, and files are not said to speak of the day.
func TestStrapSeries(t *testing.T) {
	at := func(at int64, d Date, ms, hr float32) Strap {
		return Strap{Stamp: Stamp{At: at, Date: d}, RR: []uint16{1000, 1040}, RMSSD: ms, HR: hr}
	}
	files := []File{
		{Device: Device{Maker: "garmin"}, HRV: []HRVStamp{{At: 100 * 86400, Value: 61, Metric: MetricOvernight}}},
		{Reported: Reported{Straps: []Strap{at(9, 100, 55, 52), at(7, 100, 40, 60), at(8, 101, 58, 51), at(5, 99, 400, 50)}}},
		{Reported: Reported{Typed: []Typed{{Stamp: Stamp{At: 6, Date: 101}, Kind: RestingHR, Value: 49}}}},
	}
	d := Build(files, nil)
	want := []Series{
		{HRV, "garmin", MetricOvernight, []Point{{100, 61, 100 * 86400, ByDevice}}, TierDevice},
		{HRV, StrapSource, MetricMorningRMSSD, []Point{{100, 55, 9, ByDevice}, {101, 58, 8, ByDevice}}, TierDevice},
		{RestingHR, StrapSource, MetricMorningRHR, []Point{{100, 52, 9, ByDevice}, {101, 51, 8, ByDevice}}, TierDevice},
		{RestingHR, TypedSource, MetricTyped, []Point{{101, 49, 6, ByHand}}, TierDevice},
	}
	if !reflect.DeepEqual(d.Series, want) {
		t.Errorf("got  %+v\nwant %+v", d.Series, want)
	}
	var filed []Date
	d.FileDates(func(t Date) { filed = append(filed, t) }, func(Date) {})
	if !reflect.DeepEqual(filed, []Date{100}) || d.Last != 101 {
		t.Errorf("files speak of %v, the diary goes to %v", filed, d.Last)
	}
	// A correction of a day that only the strap speaks of is of its reading.
	files = append(files, File{Reported: Reported{Corrections: []Correction{{Stamp: Stamp{At: 10, Date: 101}, Kind: HRV, Discard: true}}}})
	if d := Build(files, nil); len(d.Series[1].Points) != 1 || d.Amended[0].Source != StrapSource {
		t.Errorf("%+v, %+v", d.Series, d.Amended)
	}
	// The runner can put it first.
	if d := BuildBy(files, nil, Choice{First: [Kinds]string{HRV: StrapSource}}); d.Series[1].Tier != TierChosen || d.Series[2].Tier != TierDevice {
		t.Errorf("put first for HRV: %+v", d.Series)
	}
}
