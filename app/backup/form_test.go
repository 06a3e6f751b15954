package backup

import (
	"bytes"
	"io"
	"math"
	"math/rand/v2"
	"os"
	"reflect"
	"testing"
	"time"

	"rebound/engine/diary"
	"rebound/engine/sample"
	"rebound/engine/sample/vendor"
	"rebound/engine/watch"
)

// back is a file by way of its JSON.
func back(t testing.TB, f diary.File) (diary.File, []byte) {
	t.Helper()
	text := appendFile(nil, &f)
	var got diary.File
	if s := (scan{b: text, room: roomFor(text)}); !s.into(&got) {
		t.Fatalf("what was written is not read back:\n%s", text)
	}
	return got, text
}

// same fails where packing a file differs before and after its JSON.
func same(t testing.TB, f diary.File) {
	t.Helper()
	got, text := back(t, f)
	if !bytes.Equal(diary.Pack([]diary.File{f}), diary.Pack([]diary.File{got})) {
		t.Fatalf("%s comes back different:\n%+v\n%+v\n%s", f.Name, f, got, text)
	}
	if again := appendFile(nil, &got); !bytes.Equal(again, text) {
		t.Fatalf("%s is written differently:\n%s\n%s", f.Name, text, again)
	}
}

// Files with any field set to anything that it can hold are the same afterwards: a field
// that is added to a record is in this test at once.
func TestEveryField(t *testing.T) {
	rnd := rand.New(rand.NewPCG(7, 11))
	for range 300 {
		var f diary.File
		fill(rnd, reflect.ValueOf(&f).Elem(), 3)
		same(t, f)
	}
}

// fill sets what is written of a value, or leaves it.
func fill(rnd *rand.Rand, v reflect.Value, most int) {
	switch x := v.Addr().Interface().(type) {
	case *diary.Answer:
		*x = diary.Answer(rnd.IntN(3))
		return
	case *diary.Kind:
		*x = diary.Kind(rnd.IntN(diary.Kinds))
		return
	case *diary.Reading:
		*x = diary.Reading(rnd.IntN(len(diary.ReadingNames)))
		return
	case *diary.Date:
		*x = diary.Date(rnd.IntN(60_000))
		return
	case *diary.Score:
		*x = []diary.Score{0, 3, 10, diary.Unsaid}[rnd.IntN(4)]
		return
	case *diary.PlanOf:
		x.Text = []string{"", "{}", ` {}`, `{"sessions":[{"x":"}"}]}`, `{"broken`, `{]}`, "Moved \"it\""}[rnd.IntN(7)]
		fill(rnd, reflect.ValueOf(&x.Stamp).Elem(), most)
		x.Change, x.From, x.To = diary.PlanMoved, 20_000, 20_002
		return
	}
	switch v.Kind() {
	case reflect.Struct:
		for _, f := range fieldsOf(v.Type()) {
			fill(rnd, v.FieldByIndex(f.index), most)
		}
	case reflect.Slice:
		if rnd.IntN(3) > 0 {
			v.Set(reflect.MakeSlice(v.Type(), 1+rnd.IntN(most), 4))
			for i := range v.Len() {
				fill(rnd, v.Index(i), most-1+most%2)
			}
		}
	case reflect.Array:
		for i := range v.Len() {
			fill(rnd, v.Index(i), most)
		}
	case reflect.String:
		v.SetString([]string{"", "running", `a "b" \ c`, "Läufe\u202e\n\x00\x7f", "😀 {}"}[rnd.IntN(5)])
	case reflect.Bool:
		v.SetBool(rnd.IntN(2) == 0)
	case reflect.Int16, reflect.Int32:
		v.SetInt(int64(int16(rnd.Uint32())))
	case reflect.Int64:
		v.SetInt([]int64{0, -1, 1_773_540_000, firstTime, afterTime - 1, afterTime, math.MinInt64, math.MaxInt64}[rnd.IntN(8)])
	case reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64:
		if n := rnd.Uint64() >> rnd.IntN(64); rnd.IntN(4) > 0 {
			v.SetUint(n & (1<<v.Type().Bits() - 1))
		}
	case reflect.Float32, reflect.Float64:
		if rnd.IntN(4) > 0 {
			v.SetFloat(float64(float32(rnd.NormFloat64() * math.Pow(10, float64(rnd.IntN(30)-10)))))
		}
	default:
		panic(v.Type().String())
	}
}

// What is no number says nothing, as what was not measured: JSON has no word for it.
func TestNoNumber(t *testing.T) {
	f := diary.File{Kind: "sleep", Nights: []diary.Night{{Light: float32(math.NaN()), Deep: float32(math.Inf(1)), REM: 3}},
		Reported: diary.Reported{Reactions: []diary.Reaction{{Trials: []float32{float32(math.NaN()), 250}}}}}
	got, text := back(t, f)
	if n := got.Nights[0]; n.Light != 0 || n.Deep != 0 || n.REM != 3 || got.Reactions[0].Trials[1] != 250 {
		t.Errorf("%s", text)
	}
}

// A score that is left out was not given, which is not 0.
func TestLeftOut(t *testing.T) {
	text := `{"kind":"typed","checkins":[{"signs":{"drained":0}}],"efforts":[{}],"pains":[{}],"runs":[{}],"walks":[{}],"niggles":[{"site":"calf"}]}`
	var f diary.File
	if s := (scan{b: []byte(text), room: roomFor([]byte(text))}); !s.into(&f) {
		t.Fatal("not read")
	}
	c := f.CheckIns[0]
	if c.Signs[diary.Drained] != 0 || c.Signs[0].Said() || c.Fatigue.Said() || f.Efforts[0].RPE.Said() || f.Pains[0].Pain.Said() ||
		f.Runs[0].RPE.Said() || f.Runs[0].Pain.Said() || f.Walks[0].Pain.Said() || f.Niggles[0].Severity.Said() {
		t.Errorf("%+v", f.Reported)
	}
}

// Every sample life is the same afterwards, whichever vendor exported it.
func TestEveryVendor(t *testing.T) {
	today := diary.DateOf(2026, 3, 15)
	r := sample.Runner{Seed: 4, Last: today, Days: 10, Device: diary.Device{Maker: "garmin", Product: 4257, Serial: 7}, Offset: 7200}
	n := 0
	for _, v := range vendor.All {
		var items []watch.Item
		_, err := v.Write(r, vendor.Options{}, func(name string) (io.WriteCloser, error) {
			return &written{name: name, to: &items}, nil
		})
		if err != nil {
			t.Fatal(err)
		}
		found := watch.NewFiles(items, watch.Limits{})
		for i := range items {
			found.Walk(i, func(e watch.Entry) bool {
				if e.Problem == nil && !e.Other {
					list, _, _ := found.Read(e.Place, e.Path, func([16]byte) bool { return false })
					for _, f := range list {
						n++
						same(t, f)
						if !within(&f) {
							t.Errorf("%s: %s is refused", v.Name, f.Name)
						}
					}
				}
				return true
			})
		}
	}
	if n < 5*len(vendor.All) {
		t.Errorf("only %d files", n)
	}
}

// written is a file of an export.
type written struct {
	bytes.Buffer
	name string
	to   *[]watch.Item
}

func (w *written) Close() error {
	*w.to = append(*w.to, watch.Item{Path: w.name, Blob: bytes.NewReader(w.Bytes())})
	return nil
}

// Whatever JSON of a file is read is written and read as the same.
func FuzzFile(f *testing.F) {
	packed, err := os.ReadFile("../../engine/diary/testdata/pack_v7.bin")
	if err != nil {
		f.Fatal(err)
	}
	files, err := diary.Unpack(packed)
	if err != nil {
		f.Fatal(err)
	}
	for i := range files {
		f.Add(appendFile(nil, &files[i]))
	}
	f.Add([]byte(`{"kind":"x","activities":[{"track":{"hr":[null,1,255],"altitude":[null,-3]}}],"plans":[{"plan":{"a":[{}]}}]}`))
	f.Fuzz(func(t *testing.T, text []byte) {
		began := time.Now()
		var file diary.File
		s := scan{b: text, room: roomFor(text)}
		if !s.into(&file) {
			return
		}
		same(t, file)
		within(&file)
		possible(&file.Reported)
		if d := time.Since(began); d > 10*time.Second {
			t.Errorf("%d bytes took %v", len(text), d)
		}
	})
}
