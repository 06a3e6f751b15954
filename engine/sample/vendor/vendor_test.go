package vendor_test

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"io"
	"strings"
	"testing"
	"time"

	"rebound/engine/diary"
	"rebound/engine/gives"
	"rebound/engine/sample"
	"rebound/engine/sample/vendor"
)

var today = diary.DateOf(2026, time.March, 15)

// export is what a vendor writes, in memory: names in order, and contents.
type export struct {
	names []string
	files map[string]*bytes.Buffer
}

func (x *export) create(name string) (io.WriteCloser, error) {
	if _, ok := x.files[name]; ok {
		return nil, fmt.Errorf("%s is written twice", name)
	}
	b := &bytes.Buffer{}
	x.names, x.files[name] = append(x.names, name), b
	return closer{b}, nil
}

type closer struct{ io.Writer }

func (closer) Close() error { return nil }

func write(t testing.TB, name string, r sample.Runner, o vendor.Options) *export {
	t.Helper()
	v, ok := vendor.Find(name)
	if !ok {
		t.Fatalf("there is no vendor %q", name)
	}
	x := &export{files: map[string]*bytes.Buffer{}}
	n, err := v.Write(r, o, x.create)
	if err != nil {
		t.Fatal(err)
	}
	if n != len(x.names) || n == 0 {
		t.Errorf("%s says it wrote %d files, and wrote %d", name, n, len(x.names))
	}
	return x
}

func (x *export) sum() string {
	h := sha256.New()
	for _, name := range x.names {
		io.WriteString(h, name)
		h.Write(x.files[name].Bytes())
	}
	return fmt.Sprintf("%x", h.Sum(nil))
}

// Each is the same every time, is larger in bulk where its source has more than the
// sums, and is a source of the sheet.
func TestWrite(t *testing.T) {
	r := sample.Runner{Seed: 4, Last: today, Days: 20, Device: diary.Device{Maker: "garmin", Product: 4257, Serial: 7}, Offset: 7200}
	for _, v := range vendor.All {
		t.Run(v.Name, func(t *testing.T) {
			small, again := write(t, v.Name, r, vendor.Options{}), write(t, v.Name, r, vendor.Options{})
			if small.sum() != again.sum() {
				t.Error("two exports of one runner differ")
			}
			if _, ok := gives.Of(v.Via); !ok {
				t.Errorf("%q is no source of the sheet", v.Via)
			}
			if v.What == "" || strings.ContainsAny(v.Name, " -") {
				t.Errorf("it is called %q, and is %q", v.Name, v.What)
			}
			bulk := write(t, v.Name, r, vendor.Options{Bulk: true})
			if size(bulk) < size(small) {
				t.Errorf("%d bytes in bulk, %d without", size(bulk), size(small))
			}
		})
	}
}

// Its size grows with the years.
func TestSize(t *testing.T) {
	r := sample.Runner{Seed: 4, Last: today, Days: 50}
	twice := r
	twice.Days = 100
	for _, v := range vendor.All {
		one, two := size(write(t, v.Name, r, vendor.Options{})), size(write(t, v.Name, twice, vendor.Options{}))
		if two < one*3/2 || two > one*5/2 {
			t.Errorf("%s: %d bytes of 50 days, %d of 100", v.Name, one, two)
		}
	}
}

func size(x *export) (n int) {
	for _, b := range x.files {
		n += b.Len()
	}
	return n
}

// A disk that fills up is said, and ends the writing.
func TestFull(t *testing.T) {
	for _, v := range vendor.All {
		made := 0
		_, err := v.Write(sample.Runner{Seed: 4, Last: today, Days: 20}, vendor.Options{}, func(string) (io.WriteCloser, error) {
			made++
			return full{}, nil
		})
		if err == nil || made != 1 {
			t.Errorf("%s: %v after %d files", v.Name, err, made)
		}
	}
}

type full struct{}

func (full) Write([]byte) (int, error) { return 0, io.ErrShortWrite }
func (full) Close() error              { return nil }
