package vendor_test

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"math"
	"testing"

	"rebound/engine/diary"
	"rebound/engine/sample"
	"rebound/engine/sample/vendor"
)

// One file of an export that is cut off anywhere costs what was in it, and no more: no
// night, reading or run comes out that she did not have, and nothing of the other files is lost.
func TestOneFileCutOff(t *testing.T) {
	r := sample.Runner{Seed: 4, Last: today, Days: 9, Device: diary.Device{Maker: "garmin", Product: 4257, Serial: 7}, Offset: east}
	for _, v := range vendor.All {
		t.Run(v.Name, func(t *testing.T) {
			whole := unpacked(t, write(t, v.Name, r, vendor.Options{}))
			files, _ := read(t, whole)
			all := facts(diary.Build(files, herZone))
			for i, name := range whole.names {
				if i%max(1, len(whole.names)/4) != 0 {
					continue
				}
				b := whole.files[name].Bytes()
				without := &export{files: map[string]*bytes.Buffer{}}
				for _, other := range whole.names {
					if other != name {
						without.names = append(without.names, other)
					}
				}
				without.files = whole.files
				rest, _ := read(t, without)
				others := facts(diary.Build(rest, herZone))
				for _, n := range []int{len(b) / 3, len(b) - 60, len(b) - 3} {
					if n <= 0 {
						continue
					}
					cut := &export{names: whole.names, files: map[string]*bytes.Buffer{}}
					for k, f := range whole.files {
						cut.files[k] = f
					}
					cut.files[name] = bytes.NewBuffer(b[:n])
					files, _ := read(t, cut)
					got := facts(diary.Build(files, herZone))
					for k, v := range got {
						if was, ok := all[k]; !ok || math.Abs(was-v) > 0.51 {
							if o, ok := others[k]; !ok || math.Abs(o-v) > 0.51 {
								t.Errorf("%s cut at %d of %d: %s is %v, was %v, without it %v", name, n, len(b), k, v, was, o)
							}
						}
					}
					for k := range others {
						if _, ok := got[k]; !ok {
							t.Errorf("%s cut at %d of %d: %s is lost", name, n, len(b), k)
						}
					}
				}
			}
		})
	}
}

// facts are what a diary holds, by what and when.
func facts(d *diary.Diary) map[string]float64 {
	out := map[string]float64{}
	for _, s := range d.Series {
		for _, p := range s.Points {
			out[fmt.Sprint(s.Kind, " ", s.Metric, " ", p.Date)] = p.Value
		}
	}
	for _, a := range d.Activities {
		out[fmt.Sprint("run ", a.Start)] = 0
	}
	return out
}

// unpacked is an export with its zips unpacked.
func unpacked(t *testing.T, x *export) *export {
	t.Helper()
	out := &export{files: map[string]*bytes.Buffer{}}
	put := func(name string, b []byte) {
		out.names = append(out.names, name)
		out.files[name] = bytes.NewBuffer(b)
	}
	for _, name := range x.names {
		b := x.files[name].Bytes()
		z, err := zip.NewReader(bytes.NewReader(b), int64(len(b)))
		if err != nil {
			put(name, b)
			continue
		}
		for _, f := range z.File {
			in, err := f.Open()
			if err != nil {
				t.Fatal(err)
			}
			b, err := io.ReadAll(in)
			if err != nil {
				t.Fatal(err)
			}
			put(name+"/"+f.Name, b)
		}
	}
	return out
}
