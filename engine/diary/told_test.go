package diary

import (
	"fmt"
	"os"
	"reflect"
	"testing"
)

// What earlier versions wrote is read back as it was: what came later was not
// told then.
func TestUnpackEarlierVersions(t *testing.T) {
	for version := byte(1); version < packVersion; version++ {
		old, err := os.ReadFile(fmt.Sprintf("testdata/pack_v%d.bin", version))
		if err != nil {
			t.Fatal(err)
		}
		if old[0] != version {
			t.Fatalf("the kept bytes are of version %d, not %d", old[0], version)
		}
		got, err := Unpack(old)
		if err != nil {
			t.Fatal(err)
		}
		want := packSample()
		for i := range want {
			f := &want[i]
			if version < 2 {
				f.CheckIns, f.Niggles, f.Efforts, f.Decisions, f.Cold = nil, nil, nil, nil, nil
			}
			for j := range f.Efforts {
				f.Efforts[j].Start = 0
			}
			f.Ticks, f.Screens, f.Reactions, f.Pains, f.Periods, f.Ran, f.Plans = nil, nil, nil, nil, nil, nil, nil
		}
		if !reflect.DeepEqual(got, want) {
			t.Errorf("version %d\ngot  %+v\nwant %+v", version, got, want)
		}
	}
}

func TestTold(t *testing.T) {
	fresh, tired := NewCheckIn(10, 100), NewCheckIn(20, 100)
	fresh.Fatigue, tired.Fatigue = 0, 4
	gone := NewCheckIn(30, 101)
	gone.Off = true
	kept := NewCheckIn(5, 101)
	kept.Stress = 1
	absurd := NewCheckIn(5, 99)
	absurd.Stress = 77
	files := []File{
		{CheckIns: []CheckIn{tired, kept, absurd}, Niggles: []Niggle{{At: 1, Date: 98, Site: "knee", Side: Left, Severity: 3}, {At: 1, Date: 98, Site: "elbow", Severity: 3}}},
		{CheckIns: []CheckIn{fresh, gone, NewCheckIn(1, 90)}, Niggles: []Niggle{{At: 2, Date: 98, Site: "knee", Side: Left, Severity: 2}, {At: 1, Date: 97, Site: "calf", Side: Right, Severity: 11}}},
		{Efforts: []Effort{{At: 1, Date: 95, RPE: 7}, {At: 1, Date: 95, RPE: Unsaid, Strength: true}, {At: 1, Date: 94, RPE: 12}}},
	}
	d := Build(files, nil)
	files[0], files[1] = files[1], files[0]
	if other := Build(files, nil); !reflect.DeepEqual(d, other) {
		t.Error("the order of the files matters")
	}
	if c := d.Told.CheckIns; len(c) != 1 || c[0] != tired {
		t.Errorf("the later check-in counts, one taken back, one empty and one absurd do not: %+v", c)
	}
	if c := d.Old.Told.CheckIns; len(c) != 2 || c[0] != fresh || c[1] != kept {
		t.Errorf("what was replaced and what was taken back are kept apart: %+v", c)
	}
	if again := Build(append(files, files...), nil); !reflect.DeepEqual(d, again) {
		t.Error("the same entries twice are told once")
	}
	if n := d.Told.Niggles; len(n) != 1 || n[0].Severity != 2 {
		t.Errorf("the later niggle counts, what cannot be does not: %+v", n)
	}
	if e := d.Told.Efforts; len(e) != 2 {
		t.Errorf("a session and strength work of one date are two things: %+v", e)
	}
	if d.First != 95 || d.Last != 100 {
		t.Errorf("from %d to %d", d.First, d.Last)
	}
	if got := d.Told.CheckInsBetween(90, 99); len(got) != 0 {
		t.Errorf("between: %+v", got)
	}
}
