package watch

import (
	"bytes"
	"io"
	"strings"
	"testing"

	"rebound/engine/diary"
	"rebound/engine/watch/source"
)

// What lies beside a file is found in its zip, in a zip in a zip and in its folder, by
// the last part of its name; the file's own hash stays that of all of it.
func TestBesideAFile(t *testing.T) {
	const content = "lines\nand more that its reader does not ask for"
	var got []string
	with(t, source.Format{Via: "lines", Is: lines.Is, Read: func(f *source.File) ([]diary.File, error) {
		r, _ := f.Open()
		_, _ = r.Read(make([]byte, 3))
		for _, name := range []string{"/routes/Two.txt", "one.txt", "none.txt", "one.csv"} {
			text := "-"
			if r := f.Beside(name); r != nil {
				b, _ := io.ReadAll(r)
				text = string(b)
			}
			got = append(got, text)
		}
		return []diary.File{{Device: diary.Device{Maker: "x"}}}, nil
	}})
	one, two := strings.Repeat("one ", 1000), strings.Repeat("two ", 1000)
	main, first, second := file{name: "export/main.txt", data: []byte(content)}, file{name: "export/routes/one.txt", data: []byte(one)}, file{name: "export/routes/two.txt", data: []byte(two), stored: true}
	whole := zipped(t, main, first, second)
	for name, c := range map[string]struct {
		items []Item
		want  string
	}{
		"a zip":            {[]Item{item("e.zip", whole)}, one + two},
		"a zip in a zip":   {[]Item{item("a.zip", zipped(t, file{name: "e.zip", data: whole}))}, one + two},
		"stored in a zip":  {[]Item{item("a.zip", zipped(t, file{name: "e.zip", data: whole, stored: true}))}, one + two},
		"a folder":         {[]Item{item("e/main.txt", main.data), item("e/routes/one.txt", first.data), item("e/routes/two.txt", second.data)}, one + two},
		"another folder":   {[]Item{item("e/main.txt", main.data), item("f/routes/one.txt", first.data)}, ""},
		"nothing beside":   {[]Item{item("main.txt", main.data)}, ""},
		"a directory lost": {[]Item{item("e.zip", whole[:len(whole)-40])}, ""},
	} {
		got = nil
		var hash [16]byte
		passed, sign := 0, false
		f := NewFiles(c.items, Limits{})
		f.Pass = func(n int) { passed, sign = passed+n, sign || n == 0 }
		for i := range c.items {
			f.Walk(i, func(e Entry) bool {
				if e.Problem == nil && strings.HasSuffix(e.Path, "main.txt") {
					list, p := e.Read()
					if p != nil {
						t.Fatalf("%s: %v", name, p)
					}
					hash = list[0].Hash
				}
				return true
			})
		}
		if hash != diary.HashOf([]byte(content)) {
			t.Errorf("%s: the hash is another's", name)
		}
		if found := strings.ReplaceAll(got[1]+got[0], "-", ""); found != c.want || got[2] != "-" || got[3] != "-" {
			t.Errorf("%s: %d bytes found of %d; %.20q, %.20q", name, len(found), len(c.want), got[2], got[3])
		}
		if passed != len(content) || c.want != "" && !sign {
			t.Errorf("%s: %d bytes passed of %d", name, passed, len(content))
		}
	}
}

// What lies beside is not trusted: of one that unpacks to a thousand times its size no
// more comes than of any file.
func TestBesideBomb(t *testing.T) {
	most := int64(0)
	with(t, source.Format{Via: "lines", Is: lines.Is, Read: func(f *source.File) ([]diary.File, error) {
		most, _ = io.Copy(io.Discard, f.Beside("bomb.txt"))
		return []diary.File{{}}, nil
	}})
	f := NewFiles([]Item{item("e.zip", zipped(t, file{name: "main.txt", data: []byte("lines\n")}, file{name: "bomb.txt", data: bytes.Repeat([]byte{0}, 20<<20)}))}, Limits{})
	f.Walk(0, func(e Entry) bool {
		if strings.HasSuffix(e.Path, "main.txt") {
			_, _ = e.Read()
		}
		return true
	})
	if most == 0 || most > 8<<20 {
		t.Errorf("%d bytes came of it", most)
	}
}

// Files of two kinds are found beside one: Samsung's table of HRV, and the JSON that it
// names, which says that the times of these nights are the clock's.
func TestBesideTwoKinds(t *testing.T) {
	const night = "2025-06-09 23:00:00.000,2025-06-10 07:00:00.000,UTC+0200,"
	whole := zipped(t,
		file{name: "s/com.samsung.shealth.sleep.1.csv", data: []byte("com.samsung.shealth.sleep,7006011,1\ncom.samsung.health.sleep.start_time,com.samsung.health.sleep.end_time,com.samsung.health.sleep.time_offset,sleep_duration,efficiency,\n" + night + "480,90,\n")},
		file{name: "s/com.samsung.health.hrv.1.csv", data: []byte("com.samsung.health.hrv,7006011,1\nstart_time,end_time,time_offset,binning_data,\n" + night + "cc.binning_data.json,\n")},
		file{name: "s/jsons/com.samsung.health.hrv/c/cc.binning_data.json", data: []byte(`[{"start_time":1749503400000,"end_time":1749503700000,"rmssd":45},{"start_time":1749530000000,"end_time":1749530300000,"rmssd":47}]`)})
	nights := 0
	NewFiles([]Item{item("s.zip", whole)}, Limits{}).Walk(0, func(e Entry) bool {
		list, _ := e.Read()
		for _, f := range list {
			for _, n := range f.Nights {
				if nights++; n.Start != 1749502800 {
					t.Errorf("it begins at %d", n.Start)
				}
			}
		}
		return true
	})
	if nights != 1 {
		t.Errorf("%d nights", nights)
	}
}
