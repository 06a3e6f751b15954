package diary

import (
	"reflect"
	"testing"
)

// worn is a file of a night's HRV for each of some days.
func worn(device Device, value float32, days ...Date) (out []File) {
	for _, d := range days {
		out = append(out, File{Device: device, HRV: []HRVStamp{{At: int64(d)*86400 + 7*3600, Value: value, Metric: MetricOvernight}}})
	}
	return out
}

func typedHRV(d Date, value float64, as Reading) File {
	return File{Reported: Reported{Typed: []Typed{{Stamp: Stamp{At: int64(d), Date: d}, Kind: HRV, Value: value, As: as}}}}
}

// Where a typed value goes: into the series of the watch worn most of late, into one of
// its own, or nowhere, where the night itself is in.
func TestWhereTypedValuesGo(t *testing.T) {
	garmin, polar := Device{Maker: "garmin"}, Device{Maker: "polar"}
	for name, c := range map[string]struct {
		files  []File
		date   Date
		as     Reading
		source string // of the series with the typed value; "" for none
	}{
		"the watch's by default":                {worn(garmin, 60, 10, 11), 12, AsUnsaid, "garmin"},
		"the watch's, said so":                  {worn(garmin, 60, 10, 11), 12, AsWatch, "garmin"},
		"another measurement":                   {worn(garmin, 60, 10, 11), 12, AsOwn, TypedSource},
		"no watch":                              {nil, 12, AsUnsaid, TypedSource},
		"no watch, and said to be one's":        {nil, 12, AsWatch, WatchSource},
		"before the watch's first night":        {worn(garmin, 60, 14, 15), 12, AsUnsaid, TypedSource},
		"before it, and said to be its":         {worn(garmin, 60, 14, 15), 12, AsWatch, "garmin"},
		"before two, of the first":              {append(worn(garmin, 60, 15), worn(polar, 60, 14)...), 12, AsWatch, "polar"},
		"the night is in":                       {worn(garmin, 60, 11, 12), 12, AsWatch, ""},
		"between two nights":                    {worn(garmin, 60, 11, 13), 12, AsUnsaid, "garmin"},
		"years later":                           {worn(garmin, 60, 11), 2000, AsUnsaid, "garmin"},
		"of two watches the one worn more":      {append(worn(garmin, 60, 8, 9, 10), worn(polar, 60, 7, 11)...), 12, AsUnsaid, "garmin"},
		"worn more in the last 14 days":         {append(worn(garmin, 60, 1, 2, 3, 4, 20), worn(polar, 60, 17, 18)...), 21, AsUnsaid, "polar"},
		"worn alike, the one of last":           {append(worn(garmin, 60, 8, 10), worn(polar, 60, 9, 11)...), 12, AsUnsaid, "polar"},
		"another watch measured something else": {[]File{{Device: garmin, Resting: []Stamped{{At: 10*86400 + 3600, Value: 50}}}}, 12, AsUnsaid, TypedSource},
	} {
		d := Build(append(c.files, typedHRV(c.date, 70, c.as)), nil)
		found := ""
		for i := range d.Series {
			if p, ok := d.Series[i].On(c.date); ok && p.By == ByHand {
				found += d.Series[i].Source
			}
		}
		if found != c.source {
			t.Errorf("%s: it is in %q, want %q", name, found, c.source)
		}
	}
}

// A typed value that is not what the night's file says is doubted, until the runner has
// corrected the night, or taken the value back.
func TestDoubted(t *testing.T) {
	night := worn(Device{Maker: "garmin"}, 60, 11, 12)
	correction := func(c Correction) File {
		c.Stamp = Stamp{At: 20, Date: 12}
		return File{Reported: Reported{Corrections: []Correction{c}}}
	}
	for name, c := range map[string]struct {
		more []File
		want int
	}{
		"not the same":           {[]File{typedHRV(12, 70, AsUnsaid)}, 1},
		"the same on the screen": {[]File{typedHRV(12, 60.9, AsUnsaid)}, 0},
		"another measurement":    {[]File{typedHRV(12, 70, AsOwn)}, 0},
		"corrected":              {[]File{typedHRV(12, 70, AsWatch), correction(Correction{Kind: HRV, Value: 70})}, 0},
		"left out":               {[]File{typedHRV(12, 70, AsWatch), correction(Correction{Kind: HRV, Discard: true})}, 0},
		"another signal's":       {[]File{typedHRV(12, 70, AsWatch), correction(Correction{Kind: Sleep, Value: 400})}, 1},
		"taken back":             {[]File{typedHRV(12, 70, AsWatch), {Reported: Reported{Typed: []Typed{{Stamp: Stamp{At: 99, Date: 12}, Kind: HRV}}}}}, 0},
	} {
		d := Build(append(c.more, night...), nil)
		if len(d.Doubted) != c.want {
			t.Errorf("%s: %+v", name, d.Doubted)
		}
		if c.want > 0 && (d.Doubted[0].Value != 70 || d.Doubted[0].Read.Value != 60 || d.Doubted[0].Source != "garmin") {
			t.Errorf("%s: %+v", name, d.Doubted[0])
		}
	}
}

// A correction says what was there before it, and touches no other series and no file.
func TestAmended(t *testing.T) {
	garmin, polar := Device{Maker: "garmin"}, Device{Maker: "polar"}
	files := append(worn(garmin, 60, 10, 11, 12), worn(polar, 80, 12)...)
	d := Build(append(files, File{Reported: Reported{Corrections: []Correction{
		{Stamp: Stamp{At: 1, Date: 12}, Kind: HRV, Value: 62},
		{Stamp: Stamp{At: 1, Date: 11}, Kind: HRV, Discard: true},
		{Stamp: Stamp{At: 1, Date: 30}, Kind: HRV, Value: 62}, // nothing is there
	}}}), nil)
	want := []Series{
		{HRV, "garmin", MetricOvernight, []Point{{10, 60, 10*86400 + 7*3600, ByDevice}, {12, 62, 12*86400 + 7*3600, Corrected}}, TierDevice},
		{HRV, "polar", MetricOvernight, []Point{{12, 80, 12*86400 + 7*3600, ByDevice}}, TierDevice},
	}
	if !reflect.DeepEqual(d.Series, want) {
		t.Errorf("%+v", d.Series)
	}
	was := []Amended{
		{HRV, "garmin", MetricOvernight, Point{11, 60, 11*86400 + 7*3600, ByDevice}, 0, true},
		{HRV, "garmin", MetricOvernight, Point{12, 60, 12*86400 + 7*3600, ByDevice}, 62, false},
	}
	if !reflect.DeepEqual(d.Amended, was) {
		t.Errorf("%+v", d.Amended)
	}
	if back := d.Hear(nil); len(back.Amended) > 0 || len(back.Series[0].Points) != 3 || back.Series[0].Points[1].Value != 60 {
		t.Errorf("without the corrections: %+v", back.Series)
	}
}
