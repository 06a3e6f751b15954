package watch

import (
	"archive/zip"
	"bytes"
	"compress/gzip"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"

	"github.com/tormoder/fit/dyncrc16"
)

// fitBytes is a whole FIT file: a settings file of a Garmin watch with the given
// serial number, so that each differs from the next.
func fitBytes(serial uint32) []byte {
	body := []byte{0x40, 0, 0, 0, 0, 3, 0, 1, 0x00, 1, 2, 0x84, 3, 4, 0x8C, 0x00, 2, 1, 0}
	body = binary.LittleEndian.AppendUint32(body, serial)
	head := append([]byte{14, 0x20, 0x5B, 0x08, byte(len(body)), 0, 0, 0}, ".FIT\x00\x00"...)
	all := append(head, body...)
	return binary.LittleEndian.AppendUint16(all, dyncrc16.Checksum(all))
}

// file is one file of a made zip.
type file struct {
	name   string
	data   []byte
	stored bool
}

func zipped(t testing.TB, files ...file) []byte {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for _, f := range files {
		h := &zip.FileHeader{Name: f.name, Method: zip.Deflate}
		if f.stored {
			h.Method = zip.Store
		}
		e, err := w.CreateHeader(h)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := e.Write(f.data); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func gzipped(data []byte) []byte {
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	w.Write(data)
	w.Close()
	return b.Bytes()
}

func item(path string, data []byte) Item { return Item{Path: path, Blob: bytes.NewReader(data)} }

// walked is every entry's path with "ok" or its Problem's code, in order.
func walked(items []Item, limits Limits) []string {
	var got []string
	Walk(items, limits, func(e Entry) bool {
		result := "ok"
		if e.Problem != nil {
			result = e.Problem.Code
		} else if b, p := e.Bytes(nil); p != nil {
			result = p.Code
		} else if _, p := Read(e.Path, b); p != nil {
			result = p.Code
		}
		got = append(got, e.Path+" "+result)
		return true
	})
	return got
}

func TestWalk(t *testing.T) {
	run, night := fitBytes(1), fitBytes(2)
	inner := zipped(t, file{"b.fit", night, false})
	locked := zipped(t, file{"a.fit", run, false})
	locked[6] |= 1 // the local header
	locked[bytes.Index(locked, []byte("PK\x01\x02"))+8] |= 1
	for name, c := range map[string]struct {
		items []Item
		want  []string
	}{
		"a file":     {[]Item{item("a.fit", run)}, []string{"a.fit ok"}},
		"by content": {[]Item{item("a.dat", zipped(t, file{"x", run, false})), item("b.zip", run)}, []string{"a.dat/x ok", "b.zip ok"}},
		"a folder and its clutter": {[]Item{item("d/.DS_Store", run), item("d/._a.fit", run), item("__MACOSX/a.fit", run), item("d/a.fit", run)},
			[]string{"d/a.fit ok"}},
		"zip in zip in zip": {[]Item{item("e.zip", zipped(t, file{"in.zip", zipped(t, file{"deep.zip", inner, false}, file{"a.fit", run, false}), false}))},
			[]string{"e.zip/in.zip/deep.zip/b.fit ok", "e.zip/in.zip/a.fit ok"}},
		"unpacked zip in zip": {[]Item{item("e.zip", zipped(t, file{"in.zip", zipped(t, file{"deep.zip", inner, true}), true}))},
			[]string{"e.zip/in.zip/deep.zip/b.fit ok"}},
		"gzip, in a zip and alone": {[]Item{item("a.fit.gz", gzipped(run)), item("e.zip", zipped(t, file{"b.fit.gz", gzipped(night), false}, file{"c.gz", gzipped([]byte("text")), false}))},
			[]string{"a.fit.gz ok", "e.zip/b.fit.gz ok", "e.zip/c.gz not_fit"}},
		"other files": {[]Item{item("a.gpx", []byte("<gpx>")), item("empty.fit", nil), item("b.fit", []byte("nonsense"))},
			[]string{"a.gpx not_fit", "empty.fit empty", "b.fit not_fit"}},
		"names": {[]Item{item("e.zip", zipped(t, file{"../../etc/run.fit", run, false}, file{`a\..\b.fit`, run, false}, file{"x\x00\x1b[31m\u202ey.fit", run, false},
			file{"\xff.fit", run, false}, file{"/abs.fit", run, false}, file{"dir/", nil, false}, file{"..", run, false}))},
			[]string{"e.zip/etc/run.fit ok", "e.zip/a/b.fit ok", "e.zip/x[31my.fit ok", "e.zip/\uFFFD.fit ok", "e.zip/abs.fit ok", "e.zip/(no name) ok"}},
		"password":             {[]Item{item("e.zip", locked)}, []string{"e.zip zip_locked"}},
		"an Excel workbook":    {[]Item{item("e.xlsx", zipped(t, file{"[Content_Types].xml", []byte("<Types>"), true}, file{"xl/workbook.xml", []byte("<workbook>"), true}))}, []string{"e.xlsx spreadsheet"}},
		"one of LibreOffice's": {[]Item{item("e.ods", zipped(t, file{"content.xml", []byte("<a>"), true}, file{"META-INF/manifest.xml", []byte("<a>"), true}))}, []string{"e.ods spreadsheet"}},
		"no workbook":          {[]Item{item("e.zip", zipped(t, file{"content.xml", []byte("<a>"), true}, file{"a.fit", run, true}))}, []string{"e.zip/content.xml not_fit", "e.zip/a.fit ok"}},
		"an empty zip":         {[]Item{item("e.zip", zipped(t))}, nil},
		"damaged file":         {[]Item{item("e.zip", damageAt(zipped(t, file{"a.fit", run, true}, file{"b.fit", night, true}), []byte(".FIT"), -2)), item("c.fit", run)}, []string{"e.zip/a.fit ok", "e.zip/b.fit ok", "c.fit ok"}},
		"no directory":         {[]Item{item("e.zip", lose(zipped(t, file{"a.fit", run, false}, file{"b/c.fit", night, true}, file{"in.zip", inner, false})))}, []string{"e.zip/a.fit ok", "e.zip/b/c.fit ok", "e.zip/in.zip/b.fit ok"}},
		"broken off in a file": {[]Item{item("e.zip", cut(zipped(t, file{"a.fit", run, false}, file{"b.fit", night, true}), []byte("PK\x01\x02"), -18))}, []string{"e.zip/a.fit ok", "e.zip/b.fit ok"}},
		"just a header":        {[]Item{item("e.zip", []byte("PK\x03\x04 and nothing else"))}, []string{"e.zip zip_broken"}},
	} {
		t.Run(name, func(t *testing.T) {
			if got := walked(c.items, Limits{}); !slices.Equal(got, c.want) {
				t.Errorf("\n got %q\nwant %q", got, c.want)
			}
		})
	}
}

// damageAt flips a byte near a mark.
func damageAt(b, mark []byte, by int) []byte {
	b[bytes.Index(b, mark)+by] ^= 0x40
	return b
}

// lose cuts off a zip's directory, as a broken download does.
func lose(b []byte) []byte { return cut(b, []byte("PK\x01\x02"), 0) }

// cut keeps what comes before a mark, give or take.
func cut(b, mark []byte, by int) []byte { return b[:bytes.Index(b, mark)+by] }

// failing is a file that was moved away.
type failing struct{ Blob }

func (failing) ReadAt([]byte, int64) (int, error) { return 0, errors.New("NotFoundError") }

func TestUnreadable(t *testing.T) {
	got := walked([]Item{{Path: "gone.fit", Blob: failing{bytes.NewReader(fitBytes(1))}}, item("a.fit", fitBytes(1))}, Limits{})
	if want := []string{"gone.fit unreadable", "a.fit ok"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestLimits(t *testing.T) {
	run := fitBytes(1)
	zeros := append(slices.Clone(run), make([]byte, 8<<20)...)
	many := make([]file, 10)
	for i := range many {
		many[i] = file{fmt.Sprintf("%d.fit", i), fitBytes(uint32(i)), false}
	}
	deep := zipped(t, file{"a.fit", run, false})
	for range 5 {
		deep = zipped(t, file{"in.zip", deep, false}, file{"beside.fit", run, false})
	}
	// The directory lies that the 8 MiB are 100 bytes.
	liar := zipped(t, file{"bomb.fit", zeros, false}, file{"a.fit", run, false})
	binary.LittleEndian.PutUint32(liar[bytes.Index(liar, []byte("PK\x01\x02"))+24:], 100)
	overlap := zipped(t, file{"a.fit", run, true}, file{"b.fit", run, true})
	dir := bytes.LastIndex(overlap, []byte("PK\x01\x02"))
	binary.LittleEndian.PutUint32(overlap[dir+20:], uint32(len(overlap)))
	for name, c := range map[string]struct {
		data   []byte
		limits Limits
		want   []string
	}{
		"bomb":           {zipped(t, file{"bomb.fit", zeros, false}, file{"a.fit", run, false}), Limits{}, []string{"z/bomb.fit zip_bomb", "z/a.fit ok"}},
		"size that lies": {liar, Limits{}, []string{"z/bomb.fit zip_broken", "z/a.fit ok"}},
		"gzip bomb":      {zipped(t, file{"b.fit.gz", gzipped(zeros), true}, file{"a.fit", run, false}), Limits{}, []string{"z/b.fit.gz zip_bomb", "z/a.fit ok"}},
		"overlapping":    {overlap, Limits{}, []string{"z zip_bomb"}},
		"entry":          {zipped(t, file{"big.fit", zeros, false}, file{"a.fit", run, false}), Limits{Entry: 1 << 20, Ratio: 1 << 40}, []string{"z/big.fit too_big", "z/a.fit ok"}},
		"directory":      {zipped(t, many...), Limits{Listed: 2 << 10}, []string{"z too_many"}},
		"depth":          {deep, Limits{Depth: 2}, []string{"z/in.zip/in.zip too_deep", "z/in.zip/beside.fit ok", "z/beside.fit ok"}},
		"nested":         {zipped(t, file{"in.zip", zipped(t, file{"a.fit", zeros[:1<<20], true}), false}, file{"a.fit", run, false}), Limits{Nested: 1 << 10, Ratio: 1 << 40}, []string{"z/in.zip too_big", "z/a.fit ok"}},
		"total":          {zipped(t, many[:3]...), Limits{Total: int64(2 * len(run))}, []string{"z/0.fit ok", "z/1.fit ok", "z/2.fit zip_bomb"}},
	} {
		t.Run(name, func(t *testing.T) {
			if got := walked([]Item{item("z", c.data)}, c.limits); !slices.Equal(got, c.want) {
				t.Errorf("\n got %q\nwant %q", got, c.want)
			}
		})
	}
}

// TestListed: what is bounded is what it takes to know of the files, not their number.
// More than that, one after another, end the walk with a line; a zip whose directory
// alone is more is not opened, whatever its record says of how many there are.
func TestListed(t *testing.T) {
	var items []Item
	var files []file
	for i := range 100 {
		items = append(items, item(fmt.Sprintf("%02d.fit", i), fitBytes(uint32(i))))
		files = append(files, file{fmt.Sprintf("%02d.fit", i), fitBytes(uint32(i)), true})
	}
	const each = listedCost + 6
	if got := walked(items, Limits{Listed: 100 * each}); len(got) != 100 || got[99] != "99.fit ok" {
		t.Errorf("%d of 100 files fit: %q", len(got), got[len(got)-1])
	}
	if got := walked(items, Limits{Listed: 99*each + 1}); len(got) != 100 || got[98] != "98.fit ok" || got[99] != "99.fit too_many" {
		t.Errorf("one does not: %q", got[98:])
	}
	z := zipped(t, files...)
	cost := directoryCost(bytes.NewReader(z))
	if least := int64(100 * (46 + 6 + headerCost)); cost < least || cost > least+100*40 {
		t.Errorf("a directory of 100 costs %d", cost)
	}
	lies := slices.Clone(z)
	end := bytes.LastIndex(lies, []byte("PK\x05\x06"))
	binary.LittleEndian.PutUint16(lies[end+10:], 1)
	binary.LittleEndian.PutUint32(lies[end+12:], 60)
	ahead := append(bytes.Repeat([]byte("-"), 999), z...)
	for name, data := range map[string][]byte{"as it is": z, "of one, it says": lies, "with something before it": ahead} {
		if got := directoryCost(bytes.NewReader(data)); got != cost {
			t.Errorf("%s: %d, want %d", name, got, cost)
		}
	}
	if got := walked([]Item{item("z", z), item("a.fit", fitBytes(1))}, Limits{Listed: cost - 1}); !slices.Equal(got, []string{"z too_many", "a.fit ok"}) {
		t.Errorf("%q", got)
	}
	if got := walked([]Item{item("z", z)}, Limits{Listed: cost}); len(got) != 100 {
		t.Errorf("%d files of a zip that just fits", len(got))
	}
	for _, none := range [][]byte{nil, []byte("PK"), lose(z)} {
		if got := directoryCost(bytes.NewReader(none)); got != 0 {
			t.Errorf("no directory costs %d", got)
		}
	}
}

// TestFourHundredHalfBroken is a batch in which every second file is damaged:
// each has one line, and none of the others is lost.
func TestFourHundredHalfBroken(t *testing.T) {
	var files []file
	for i := range 400 {
		data := fitBytes(uint32(i))
		switch i % 8 {
		case 1:
			data = data[:i%len(data)]
		case 3:
			data = []byte(strings.Repeat("junk", i))
		case 5:
			data[len(data)-3] ^= 1
		case 7:
			data = nil
		}
		files = append(files, file{fmt.Sprintf("%03d.fit", i), data, i%3 == 0})
	}
	good, seen := 0, 0
	Walk([]Item{item("all.zip", zipped(t, files...))}, Limits{}, func(e Entry) bool {
		seen++
		p := e.Problem
		partial := ""
		if p == nil {
			b, q := e.Bytes(nil)
			if p = q; p == nil {
				f, q := Read(e.Path, b)
				p, partial = q, f.Partial
			}
		}
		switch {
		case p != nil && (p.What == "" || p.Hint == "" || strings.Contains(p.What+p.Hint, "\n")):
			t.Errorf("%s: %+v is not one clear line", e.Path, p)
		case p == nil && partial == "":
			good++
		}
		return true
	})
	if seen != 400 || good != 200 {
		t.Errorf("%d files seen, %d of them good; want 400 and 200", seen, good)
	}
}

func TestStopsWhenTold(t *testing.T) {
	n := 0
	Walk([]Item{item("z", zipped(t, file{"a", fitBytes(1), false}, file{"b", fitBytes(2), false})), item("c", fitBytes(3))}, Limits{}, func(Entry) bool {
		n++
		return false
	})
	if n != 1 {
		t.Errorf("yielded %d times after being told to stop", n)
	}
}

// counted counts the reads of a Blob.
type counted struct {
	*bytes.Reader
	reads int
}

func (c *counted) ReadAt(p []byte, off int64) (int, error) {
	c.reads++
	return c.Reader.ReadAt(p, off)
}

// TestReadAhead holds the number of reads of a zip to about one a MiB, first to
// last and last to first, and the bytes to what a plain reader gives.
func TestReadAhead(t *testing.T) {
	var files []file
	for i := range 600 { // stored, so that the zip is as large as they are
		files = append(files, file{fmt.Sprint(i, ".fit"), append(fitBytes(uint32(i)), make([]byte, 10_000)...), true})
	}
	data := zipped(t, files...)
	blob := &counted{Reader: bytes.NewReader(data)}
	var entries []Entry
	Walk([]Item{{Path: "z", Blob: blob}}, Limits{}, func(e Entry) bool { entries = append(entries, e); return true })
	slices.Reverse(entries)
	for i := range entries {
		b, p := entries[i].Bytes(nil)
		if want := files[len(files)-1-i].data; p != nil || !bytes.Equal(b, want) {
			t.Fatalf("entry %d: %d bytes, %v", i, len(b), p)
		}
	}
	if most := 3*len(data)/window + 8; len(entries) != 600 || blob.reads > most {
		t.Errorf("%d entries in %d reads, want at most %d", len(entries), blob.reads, most)
	}
	r := &readAhead{Blob: bytes.NewReader(data)}
	for _, span := range [][2]int{{0, 10}, {window - 5, 10}, {10, 3 * window}, {len(data) - 5, 5}, {window, window}} {
		b := make([]byte, span[1])
		if n, err := r.ReadAt(b, int64(span[0])); n != len(b) || err != nil && err != io.EOF || !bytes.Equal(b, data[span[0]:span[0]+n]) {
			t.Errorf("span %v: %d bytes, %v", span, n, err)
		}
	}
	if n, err := r.ReadAt(make([]byte, 10), int64(len(data)-4)); n != 4 || err != io.EOF {
		t.Errorf("past the end: %d, %v", n, err)
	}
}

func TestHead(t *testing.T) {
	Walk([]Item{item("z", zipped(t, file{"a", append(fitBytes(1), make([]byte, 1000)...), false}))}, Limits{}, func(e Entry) bool {
		for _, n := range []int{4, HeadSize, 600, 5000} {
			if b, p := e.Head(n); p != nil || len(b) != min(n, len(fitBytes(1))+1000) {
				t.Errorf("Head(%d): %d bytes, %v", n, len(b), p)
			}
		}
		if id, p := Identify(e.head); p != nil || id.Kind != "device" || id.Device.Serial != 1 {
			t.Errorf("%+v, %v", id, p)
		}
		return true
	})
}

// A file that lies in a zip as it is, with its length behind it, ends there in a zip
// whose directory is lost too: a gzipped run is whole, and no cut-off one with the rest
// of the zip behind it.
func TestStoredWithoutDirectory(t *testing.T) {
	lap := func(note string) []byte {
		return []byte(`<TrainingCenterDatabase><Activities><Activity Sport="Running"><Id>2025-06-03T05:30:00Z</Id><Lap StartTime="2025-06-03T05:30:00Z">` +
			`<TotalTimeSeconds>1800</TotalTimeSeconds><DistanceMeters>5400</DistanceMeters></Lap><Notes>` + note + `</Notes></Activity></Activities></TrainingCenterDatabase>`)
	}
	const sign = "PK\x07\x08"
	for name, first := range map[string][]byte{
		"gzipped":                 gzipped(lap("")),
		"with the sign of a note": lap(sign + "abcdefgh or a false one"),
		"over two blocks":         lap(strings.Repeat(" ", 70_000)),
	} {
		b := lose(zipped(t, file{"a.tcx.gz", first, true}, file{"b.tcx.gz", gzipped(lap("b")), true}))
		n := 0
		Walk([]Item{item("e.zip", b)}, Limits{}, func(e Entry) bool {
			list, problem := e.Read()
			if n++; problem != nil || len(list) != 1 || list[0].Partial != "" || len(list[0].Activities) != 1 {
				t.Errorf("%s: %s: %v %+v", name, e.Path, problem, list)
			}
			return true
		})
		if n != 2 {
			t.Errorf("%s: %d files", name, n)
		}
	}
	never := append([]byte("PK\x03\x04"), make([]byte, 26)...)
	never[6], never[26] = 8, 1
	budget := int64(300_000)
	if got := stored(bytes.NewReader(bytes.Repeat(append(never, 'a'), 30_000)), 31, &budget); got != 0 || budget >= 0 {
		t.Errorf("a length of %d of a file without one, with %d bytes to look in left", got, budget)
	}
}
