package watch

import (
	"archive/zip"
	"bytes"
	"errors"
	"io"
	"strings"
	"testing"

	"rebound/engine/diary"
	"rebound/engine/watch/source"
)

// with puts formats in the place of the table's for a test.
func with(t *testing.T, list ...source.Format) {
	was := formats
	formats = list
	t.Cleanup(func() { formats = was })
}

// lines is a format whose every line is a night of a device of its own.
var lines = source.Format{Via: "lines", Is: func(h source.Head) bool { return bytes.HasPrefix(h.Text, []byte("lines\n")) },
	Read: func(f *source.File) ([]diary.File, error) {
		var list []diary.File
		for range 2 { // more than once
			r, err := f.Open()
			if err != nil {
				return nil, err
			}
			b, _ := io.ReadAll(r)
			list = nil
			for _, line := range strings.Split(strings.TrimSpace(string(b)), "\n")[1:] {
				if line == "panic" {
					panic(line)
				}
				list = append(list, diary.File{Device: diary.Device{Maker: line}})
			}
		}
		if list == nil {
			return nil, &source.Error{Code: "none", What: "w", Hint: "h"}
		}
		return list, nil
	}}

func TestReadExport(t *testing.T) {
	with(t, lines, source.Format{Via: "lines", Is: func(h source.Head) bool { return h.Root == "profile" }})
	read := func(name, content string, limits Limits, known ...[16]byte) ([]diary.File, bool, *Problem) {
		f := NewFiles([]Item{{Path: name, Blob: bytes.NewReader([]byte(content))}}, limits)
		return f.Read(Place{}, name, func(h [16]byte) bool { return len(known) > 0 && h == known[0] })
	}
	list, again, p := read("a.txt", "lines\none\ntwo\n", Limits{})
	if p != nil || again || len(list) != 2 || list[0].Via != "lines" || list[0].Kind != "export" || list[1].Name != "a.txt" || list[0].Hash == list[1].Hash {
		t.Fatalf("%+v, %v, %v", list, again, p)
	}
	if list[0].Hash != diary.HashOf([]byte("lines\none\ntwo\n")) {
		t.Error("the hash is not that of the content")
	}
	if _, again, _ := read("b.txt", "lines\none\ntwo\n", Limits{}, list[0].Hash); !again {
		t.Error("what is known is read as new")
	}
	for content, code := range map[string]string{"lines\n\n": "none", "lines\npanic": "damaged", "lines\n" + strings.Repeat("a\n", 2000): "too_big"} {
		if _, _, p := read("c.txt", content, Limits{Export: 3000}); p == nil || p.Code != code {
			t.Errorf("%.20q: %v, not %s", content, p, code)
		}
	}
	if list, _, p := read("d.xml", "<profile/>", Limits{}); p != nil || list[0].Kind != "other" {
		t.Errorf("a profile: %v, %v", list, p)
	}
}

// A zip that breaks off keeps what came before, and says so; one that is too good
// stops.
func TestReadExportDamaged(t *testing.T) {
	with(t, lines)
	pack := func(content string) []byte {
		var b bytes.Buffer
		z := zip.NewWriter(&b)
		w, err := z.Create("a.txt")
		if err == nil {
			_, err = io.WriteString(w, content)
		}
		if err = errors.Join(err, z.Close()); err != nil {
			t.Fatal(err)
		}
		return b.Bytes()
	}
	var content strings.Builder
	content.WriteString("lines\n")
	for i := range 20000 {
		content.WriteString(strings.Repeat(string(rune('a'+i*i%23)), i%7+1) + "\n")
	}
	whole := pack(content.String())
	read := func(b []byte) (list []diary.File, p *Problem) {
		Walk([]Item{{Path: "x.zip", Blob: bytes.NewReader(b)}}, Limits{}, func(e Entry) bool {
			list, p = e.Read()
			return true
		})
		return list, p
	}
	if list, p := read(whole); p != nil || len(list) != 20000 || list[0].Partial != "" {
		t.Fatalf("%d devices, %v", len(list), p)
	}
	if list, p := read(whole[:len(whole)/2]); p != nil || len(list) < 1000 || len(list) >= 20000 || list[0].Partial == "" {
		t.Errorf("cut in half: %d devices, %v", len(list), p)
	}
	if _, p := read(pack("lines\n" + strings.Repeat("x\n", 8<<20))); p == nil || p.Code != "zip_bomb" {
		t.Errorf("a bomb: %v", p)
	}
}

// What lies beside the files of an export is no fault; alone it is.
func TestBeside(t *testing.T) {
	with(t, lines)
	for path, want := range map[string]string{"export/photo.png": "other", "photo.png": "not_fit", "export/notes.txt": "not_fit"} {
		content := "\x89PNG\r\n\x1a\n"
		if strings.HasSuffix(path, ".txt") {
			content = "notes"
		}
		Walk([]Item{{Path: path, Blob: bytes.NewReader([]byte(content))}}, Limits{}, func(e Entry) bool {
			got := "other"
			if e.Problem != nil {
				got = e.Problem.Code
			}
			if got != want || e.Other != (want == "other") {
				t.Errorf("%s: %s, %v", path, got, e.Other)
			}
			return true
		})
	}
}
