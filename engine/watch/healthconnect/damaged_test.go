package healthconnect

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"rebound/engine/diary"
	"rebound/engine/watch/sqlite"
)

// What cannot be is left out: a row costs itself.
func TestNotMeasured(t *testing.T) {
	r := lived()
	r.sleep(1, at(30, 0), at(29, 0), 0)
	r.sleep(1, 0, 3_600_000, 0)
	r.sleep(1, at(40, 0), at(140, 0), 0)
	r.add(exercises, nil, 1, at(30, 0), 0, at(30, 0), 33)
	r.add(resting, nil, 1, 0, 7200, 50)
	r.add(resting, nil, 1, nil, nil, nil)
	r.add(stages, 1, at(4, 0), at(3, 0), deep)
	r.add(stages, 1, at(0, 10), at(0, 20), light) // told twice: counts once
	r.add(stages, 99, at(0, 10), at(0, 20), light)
	list := read1(t, r)
	if w := list[1]; len(w.Nights) != 1 || w.Nights[0].Asleep() != 380 || len(w.Activities) != 1 || len(w.Resting) != 1 {
		t.Errorf("%+v", w)
	}
}

// Rows lie in no order in a database: none of it can matter.
func TestOrderOfRows(t *testing.T) {
	want := fmt.Sprintf("%+v", read1(t, lived()))
	random := rand.New(rand.NewPCG(1, 2))
	for range 20 {
		r := lived()
		for _, table := range []int{stages, resting, hrvs, heartSeries, speedSeries, distances} { // whose rows no other table names
			random.Shuffle(len(r[table]), func(i, j int) { r[table][i], r[table][j] = r[table][j], r[table][i] })
		}
		if got := fmt.Sprintf("%+v", read1(t, r)); got != want {
			t.Fatalf("\n%.2000s\nwant\n%.2000s", got, want)
		}
	}
}

// Whatever the size of its pages, and cut off anywhere, it says what is whole.
func TestDamaged(t *testing.T) {
	for _, size := range []int{4096, 65536} {
		whole := made(t, size, lived())
		for _, part := range []int{0, 50, 100, 4000, len(whole) / 3, len(whole) / 2, len(whole) - 1, len(whole)} {
			list, err := reading(whole[:part])
			if err != nil {
				continue
			}
			for _, f := range list {
				if (f.Partial == "") != (part == len(whole)) {
					t.Errorf("%d of %d bytes: partial %q", part, len(whole), f.Partial)
				}
				for _, n := range f.Nights {
					if n.Asleep() > 445 {
						t.Errorf("%d of %d bytes: %+v", part, len(whole), n)
					}
				}
			}
		}
	}
}

// What the last bytes of a database are of is not lost with all of its table: here
// the distances of runs.
func TestLastBytes(t *testing.T) {
	r, of := lived(), rows{}
	for range 1000 { // so that there is a root above the leaves of the distances, which then lies last
		of.add(distances, nil, 2, at(40, 0), at(41, 0), 5.0)
	}
	r[distances] = append(of[distances], r[distances]...) // what is told first is what a cut takes
	tables := slices.Clone(schema[:distances+1])
	for i := range tables {
		tables[i].Rows = slices.Values(r[i])
	}
	b, err := sqlite.Make(4096, tables)
	if err != nil {
		t.Fatal(err)
	}
	list, err := reading(b[:len(b)-5])
	if err != nil || len(list) != 2 || len(list[1].Activities) != 1 {
		t.Fatalf("%+v, %v", list, err)
	}
	if a := list[1].Activities[0]; a.Meters != 5300.5 || list[1].Partial == "" {
		t.Errorf("%v m, %q", a.Meters, list[1].Partial)
	}
}

// Of a night whose stages lay in what is lost nobody knows how long it was, nor of a
// reading whether it was at night; the nights that are whole are kept.
func TestStagesLost(t *testing.T) {
	r := rows{}
	r.add(apps, nil, "com.example.watch", "Watch")
	for d := range 60 {
		id := r.sleep(1, at(24*d-2, 0), at(24*d+6, 0), 7200)
		for m := range 48 {
			r.add(stages, id, at(24*d-2, 10*m), at(24*d-2, 10*m+10), []int{light, deep, rem, awake}[m%4])
		}
		r.add(hrvs, nil, 1, at(24*d, 0), 7200, 50)
	}
	whole := made(t, 4096, r)
	check := func(name string, b []byte) (nights int) {
		t.Helper()
		list, err := reading(b)
		if err != nil {
			return 0
		}
		for _, f := range list {
			for _, n := range f.Nights {
				if nights++; n.Asleep() != 360 || n.Wake != 120 {
					t.Fatalf("%s: %+v", name, n)
				}
			}
			for _, v := range f.HRV {
				if v.Metric != diary.MetricOvernight {
					t.Fatalf("%s: %+v", name, v)
				}
			}
		}
		return nights
	}
	most, least := 0, 60
	for page := 1; page < len(whole)/4096; page++ {
		blank := bytes.Clone(whole)
		clear(blank[page*4096 : page*4096+4096])
		n := check(fmt.Sprint("without page ", page+1), blank)
		most, least = max(most, n), min(least, n)
		check(fmt.Sprint("cut at page ", page+1), whole[:page*4096])
	}
	if check("whole", whole) != 60 || most < 57 || least > 0 {
		t.Errorf("from %d to %d nights", least, most)
	}
}

func TestRefused(t *testing.T) {
	other, err := sqlite.Make(4096, []sqlite.Made{{Name: "MI_BAND_ACTIVITY_SAMPLE", Columns: []string{"TIMESTAMP INTEGER"}, Rows: slices.Values([][]any{{int64(1)}})}})
	if err != nil {
		t.Fatal(err)
	}
	empty := made(t, 4096, rows{})
	unsaved := bytes.Clone(empty)
	unsaved[18], unsaved[19] = 2, 2
	log := binary.BigEndian.AppendUint32(binary.BigEndian.AppendUint32(nil, 0x377f0682), 3007000)
	for name, c := range map[string]struct {
		b    []byte
		want error
	}{
		"another database": {other, errOther}, "header alone": {empty[:100], errBroken}, "a log": {log, errLog},
		"nothing but a log": {unsaved, errUnsaved}, "nothing": {empty, nil},
	} {
		list, err := reading(c.b)
		if len(list) != 0 || err != c.want && (err != nil || c.want != nil) {
			t.Errorf("%s: %v, %v", name, list, err)
		}
	}
}

func FuzzRead(f *testing.F) {
	short := lived()
	short[heartSeries] = short[heartSeries][:20]
	b := made(f, 4096, short)
	f.Add(b)
	f.Add(b[:len(b)/2])
	f.Add(made(f, 4096, rows{}))
	f.Fuzz(func(t *testing.T, b []byte) {
		list, _ := reading(b)
		for _, file := range list {
			for _, n := range file.Nights {
				if n.End <= n.Start || n.Asleep() < 0 || n.Asleep() > 24*60+1 {
					t.Errorf("a night that cannot be: %+v", n)
				}
			}
		}
	})
}

// One damaged place is said in the singular.
func TestPlaces(t *testing.T) {
	for lost, want := range map[int]string{0: "", 1: "the database is damaged in 1 place, and the records there were left out", 3: "the database is damaged in 3 places, and the records there were left out"} {
		if got := new(export).partial(&sqlite.DB{Lost: lost}); got != want {
			t.Errorf("%d: %q, want %q", lost, got, want)
		}
	}
}
