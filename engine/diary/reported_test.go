package diary

import (
	"reflect"
	"slices"
	"testing"
	"time"
)

func TestReported(t *testing.T) {
	fresh, tired := NewCheckIn(Stamp{At: 10, Date: 100}), NewCheckIn(Stamp{At: 20, Date: 100})
	fresh.Fatigue, tired.Fatigue = 0, 4
	gone := NewCheckIn(Stamp{At: 30, Date: 101})
	gone.Off = true
	kept := NewCheckIn(Stamp{At: 5, Date: 101})
	kept.Stress = 1
	absurd := NewCheckIn(Stamp{At: 5, Date: 99})
	absurd.Stress = 77
	files := []File{
		{Reported: Reported{CheckIns: []CheckIn{tired, kept, absurd}, Niggles: []Niggle{{Stamp: Stamp{At: 1, Date: 98}, Site: "knee", Side: Left, Severity: 3}, {Stamp: Stamp{At: 1, Date: 98}, Site: "elbow", Severity: 3}}}},
		{Reported: Reported{CheckIns: []CheckIn{fresh, gone, NewCheckIn(Stamp{At: 1, Date: 90})}, Niggles: []Niggle{{Stamp: Stamp{At: 2, Date: 98}, Site: "knee", Side: Left, Severity: 2}, {Stamp: Stamp{At: 1, Date: 97}, Site: "calf", Side: Right, Severity: 11}}}},
		{Reported: Reported{Efforts: []Effort{{Stamp: Stamp{At: 1, Date: 95}, RPE: 7}, {Stamp: Stamp{At: 1, Date: 95}, RPE: Unsaid, Strength: true}, {Stamp: Stamp{At: 1, Date: 94}, RPE: 12}}}},
	}
	d := Build(files, nil)
	files[0], files[1] = files[1], files[0]
	if other := Build(files, nil); !reflect.DeepEqual(d, other) {
		t.Error("the order of the files matters")
	}
	if c := d.Reported.CheckIns; len(c) != 1 || c[0] != tired {
		t.Errorf("the later check-in counts, one taken back, one empty and one absurd do not: %+v", c)
	}
	if c := d.Old.CheckIns; len(c) != 2 || c[0] != fresh || c[1] != kept {
		t.Errorf("what was replaced and what was taken back are kept apart: %+v", c)
	}
	if again := Build(append(files, files...), nil); !reflect.DeepEqual(d, again) {
		t.Error("the same entries twice count once")
	}
	if n := d.Reported.Niggles; len(n) != 1 || n[0].Severity != 2 {
		t.Errorf("the later niggle counts, what cannot be does not: %+v", n)
	}
	if e := d.Reported.Efforts; len(e) != 2 {
		t.Errorf("a session and strength work of one date are two things: %+v", e)
	}
	if d.First != 95 || d.Last != 100 {
		t.Errorf("from %d to %d", d.First, d.Last)
	}
	if got := Between(d.Reported.CheckIns, 90, 99); len(got) != 0 {
		t.Errorf("between: %+v", got)
	}
}

// Every kind of entry is stamped and settled by the same code: of two the later
// counts and the earlier is kept apart, and one that takes back leaves nothing.
func TestEveryKind(t *testing.T) {
	lists := reflect.TypeOf(Reported{})
	if len(new(Reported).kinds()) != lists.NumField() {
		t.Errorf("%d kinds, and %d lists of entries", len(new(Reported).kinds()), lists.NumField())
	}
	sample := packSample()[3].Reported
	for i := range lists.NumField() {
		name := lists.Field(i).Name
		one := reflect.ValueOf(sample).Field(i).Index(0)
		// at is a file with that entry, made at a moment.
		at := func(at int64, off bool) File {
			var f File
			list := reflect.ValueOf(&f.Reported).Elem().Field(i)
			list.Set(reflect.Append(list, one))
			v := list.Index(0)
			v.FieldByName("Stamp").Set(reflect.ValueOf(Stamp{At: at, Date: 20_001}))
			switch {
			case v.FieldByName("Off").IsValid():
				v.FieldByName("Off").SetBool(off)
			case off:
				v.FieldByName("Value").SetFloat(0)
			}
			return f
		}
		now := func(files ...File) (moments, old []int64) {
			d := Build(files, nil)
			d.Reported.Stamps(func(s *Stamp) { moments = append(moments, s.At) })
			d.Old.Stamps(func(s *Stamp) { old = append(old, s.At) })
			return moments, old
		}
		if r := at(7, false).Reported; r.LastAt() != 7 {
			t.Errorf("%s: the last was entered at %d", name, r.LastAt())
		}
		both, old := []int64{6}, []int64{5}
		if name == "Cold" || name == "Straps" || name == "Plans" { // each is a thing of its own
			both, old = []int64{5, 6}, nil
		}
		if got, gotOld := now(at(6, false), at(5, false)); !slices.Equal(got, both) || !slices.Equal(gotOld, old) {
			t.Errorf("%s: %v counts and %v did, want %v and %v", name, got, gotOld, both, old)
		}
		if name == "Plans" {
			continue
		}
		back := at(6, true)
		if name == "Cold" || name == "Straps" {
			back = at(5, true)
		}
		if got, _ := now(back, at(5, false)); len(got) != 0 {
			t.Errorf("%s: taken back, and %v counts", name, got)
		}
	}
	if got := new(Reported).LastAt(); got != 0 {
		t.Errorf("nothing was entered at %d", got)
	}
}

// Plans are in the order in which they were entered, whatever their dates: the
// last one counts.
func TestPlansInOrderOfEntering(t *testing.T) {
	d := Build([]File{
		{Reported: Reported{Plans: []PlanOf{{Stamp: Stamp{At: 20, Date: 99}, Change: PlanMade, Text: "B"}}}},
		{Reported: Reported{Plans: []PlanOf{{Stamp: Stamp{At: 10, Date: 100}, Change: PlanMade, Text: "A"}, {Stamp: Stamp{At: 30, Date: 101}, Change: PlanDropped}}}},
	}, nil)
	for date, want := range map[Date]string{98: "", 99: "B", 100: "B", 101: "", 102: ""} {
		if v, ok := d.Reported.PlanOn(date); v.Text != want || ok != (want != "") {
			t.Errorf("on %d: %q, %v; want %q", date, v.Text, ok, want)
		}
	}
}

// What was done to a plan was words once.
func TestReadChange(t *testing.T) {
	on := DateOf(2026, 11, 22)
	day := func(y int, m time.Month, d int) Date { return DateOf(y, m, d) }
	for _, c := range []struct {
		what, text string
		made       Date
		change     string
		from, to   Date
	}{
		{"", "{}", on, PlanBack, 0, 0},
		{"", "", on, PlanBack, 0, 0},
		{"Made a new plan", "{}", on, PlanMade, 0, 0},
		{"Stopped following the plan", "", on, PlanDropped, 0, 0},
		{"Moved intervals from Tue 24 Nov to Thu 26 Nov", "{}", on, PlanMoved, day(2026, 11, 24), day(2026, 11, 26)},
		{"Moved long run from Thu 31 Dec to Sat 2 Jan", "{}", day(2026, 12, 29), PlanMoved, day(2026, 12, 31), day(2027, 1, 2)},
		{"Moved long run from Thu 31 Dec to Fri 1 Jan", "{}", day(2027, 1, 1), PlanMoved, day(2026, 12, 31), day(2027, 1, 1)},
		{"Moved tempo from Tue 29 Feb to Thu 2 Mar", "{}", day(2028, 2, 27), PlanMoved, day(2028, 2, 29), day(2028, 3, 2)},
		{"Moved easy from Tuesday to Thu 26 Nov", "{}", on, PlanMoved, 0, 0},
		{"Moved", "{}", on, PlanMade, 0, 0},
	} {
		change, from, to := readChange(c.what, c.text, c.made)
		if change != c.change || from != c.from || to != c.to {
			t.Errorf("%q: %q %v %v, want %q %v %v", c.what, change, from, to, c.change, c.from, c.to)
		}
	}
}

// A niggle that a later one of its date replaced was there that day; one that was
// taken back was not, whatever came after it, and in whatever order they are read.
func TestReplacedAndTakenBack(t *testing.T) {
	shin := func(at int64, pain Score, off bool) File {
		return File{Reported: Reported{Niggles: []Niggle{{Stamp: Stamp{At: at, Date: 98}, Site: "shin", Side: Left, Severity: pain, Off: off}}}}
	}
	other := shin(9, 3, true)
	other.Niggles[0].Side = Right
	files := []File{shin(1, 4, false), shin(2, 4, true), shin(3, 3, false), shin(4, 0, false), other}
	want := []Niggle{files[0].Niggles[0], files[2].Niggles[0]}
	want[0].Off = true
	for range files {
		files = append(files[1:], files[0])
		if d := Build(files, nil); !slices.Equal(d.Old.Niggles, want) || len(d.Reported.Niggles) != 1 {
			t.Errorf("%+v count no longer, want %+v", d.Old.Niggles, want)
		}
	}
}
