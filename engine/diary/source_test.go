package diary

import (
	"slices"
	"testing"
)

// A device is a source: its maker and product name it, and of two of one name the
// serial number, which is not shown, tells them apart, whatever the order of files.
func TestEveryDeviceIsASource(t *testing.T) {
	devices := []Device{
		{}, {Maker: "garmin"}, {Maker: "garmin", Serial: 9}, {Maker: "garmin", Product: 4315, Serial: 7}, {Maker: "garmin", Product: 4315, Serial: 8},
		{Maker: "garmin", Product: 4315}, {Maker: "coros", Product: 4315, Serial: 7},
	}
	want := []string{"fit", "garmin", "garmin (2)", "garmin 4315 (2)", "garmin 4315 (3)", "garmin 4315", "coros 4315"}
	var files []File
	for i, d := range devices {
		files = append(files, File{Device: d, HRV: []HRVStamp{{At: noon, Value: float32(50 + i), Metric: MetricOvernight}}})
	}
	for range 2 {
		got := make([]string, len(devices))
		for _, s := range Build(files, nil).Series {
			for _, p := range s.Points {
				got[int(p.Value)-50] = s.Source
			}
		}
		if !slices.Equal(got, want) {
			t.Errorf("%q, want %q", got, want)
		}
		slices.Reverse(files)
	}
	// A device that measured nothing takes no name from one that did.
	none := File{Device: devices[3], Partial: "cut off"}
	d := Build([]File{none, {Device: devices[4], HRV: []HRVStamp{{At: noon, Value: 50, Metric: MetricOvernight}}}}, nil)
	if d.Series[0].Source != "garmin 4315" {
		t.Errorf("%q", d.Series[0].Source)
	}
}
