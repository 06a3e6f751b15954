package diary

import (
	"bytes"
	"reflect"
	"testing"
)

// Whatever a file says but its name and its series comes back from the light pack.
func TestLightRoundTrip(t *testing.T) {
	files := packSample()
	for i := range files {
		f := &files[i]
		f.Name = ""
		for j := range f.Activities {
			a := &f.Activities[j]
			a.Track, a.Laps = Track{}, nil
			a.Summary = &Summary{Print: 1 << 63, Steps: 700, Laps: 8, Turns: 3, Work: 171.25, Lowest: 200, Beats: []uint32{5, 0, 70_000}, Best30: 1190,
				Paired: 30, Minutes: []Minute{{34_000, 1700, 12, 11}, {80_000, 0, 12, 0}, {1, 2, 3, 4}}, Watts: []Watt{{3000, 12}, {0, 0}, {240, 1}}, Rise: 122, Risen: true,
				Stride: [StrideColumns]Total{{1 << 31, 4}, {5, 6}, {7, 8}, {9, 10}, {11, 12}, {13, 14}}, Stretch: 90, Ran: 95, Paced: true}
		}
	}
	files = append(files, files[0], File{Hash: [16]byte{9}, Kind: "other"})
	packed := PackLight(files)
	l, err := UnpackLight(packed)
	if err != nil {
		t.Fatal(err)
	}
	var out []File
	for f := range l.All() {
		out = append(out, *f)
	}
	if !reflect.DeepEqual(files, out) {
		t.Errorf("got  %+v\nwant %+v", out, files)
	}
	if !bytes.Equal(PackLight(out), packed) {
		t.Error("packing what was unpacked gives other bytes")
	}
	if l.Len() != len(files) {
		t.Errorf("%d files, want %d", l.Len(), len(files))
	}
	n := 0
	for f := range l.Files() {
		want := &files[n]
		if f.Hash != want.Hash || f.Kind != want.Kind || f.Measured != want.Measured() || (f.Reported == nil) != want.Reported.Empty() {
			t.Errorf("file %d is %+v", n, f)
		}
		if f.Reported != nil && !reflect.DeepEqual(*f.Reported, want.Reported) {
			t.Errorf("file %d has other entries", n)
		}
		n++
	}
	if n != len(files) {
		t.Errorf("%d files, want %d", n, len(files))
	}
	s := reflect.ValueOf(*files[0].Activities[0].Summary)
	for i := range s.NumField() {
		if s.Field(i).IsZero() {
			t.Errorf("Summary.%s is zero in this test: set it, and see that the light pack keeps it", s.Type().Field(i).Name)
		}
	}
	if l, err := UnpackLight(PackLight(nil)); err != nil || l.Len() != 0 {
		t.Errorf("nothing packed comes back as %v, %v", l, err)
	}
}

// Hearing again is building anew.
func TestHear(t *testing.T) {
	files := packSample()
	whole := Build(files, nil)
	measured := Measure(each(files), nil, Choice{})
	if measured.Reported.Typed != nil || len(measured.Tags) > 0 || measured.First > measured.Last {
		t.Errorf("the measured half has %+v, %v to %v", measured.Reported, measured.First, measured.Last)
	}
	var entered []*Reported
	for i := range files {
		entered = append(entered, &files[i].Reported)
	}
	heard := measured.Hear(entered)
	if !reflect.DeepEqual(whole, heard) {
		t.Errorf("got  %+v\nwant %+v", heard, whole)
	}
	if none := heard.Hear(nil); !reflect.DeepEqual(none.Series, measured.Series) || none.First != measured.First || none.Last != measured.Last {
		t.Error("without entries more than the measured half is left")
	}
	if !heard.SameMeasured(measured) || heard.SameMeasured(whole) {
		t.Error("which diaries share their measured half is not known")
	}
}

// Any bytes are safe to give to UnpackLight, with a checksum that fits too.
func FuzzUnpackLight(f *testing.F) {
	files := packSample()
	for i := range files {
		for j := range files[i].Activities {
			files[i].Activities[j].Summary = &Summary{Beats: []uint32{5}, Minutes: []Minute{{}}}
		}
	}
	f.Add(PackLight(files)[len(lightMark):])
	f.Fuzz(func(t *testing.T, b []byte) {
		l := &Light{}
		if l.read(b) {
			for range l.All() {
			}
		}
	})
}
