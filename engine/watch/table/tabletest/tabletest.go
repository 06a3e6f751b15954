// Package tabletest has what a table goes through on its way from a vendor to a
// reader, for the readers' tests.
package tabletest

import (
	"encoding/binary"
	"io"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"
	"unicode/utf8"

	"rebound/engine/diary"
	"rebound/engine/watch/source"
	"rebound/engine/watch/sourcetest"
)

// File is a file to be read, with these bytes.
func File(path, content string) *source.File {
	return &source.File{Head: source.HeadOf(path, []byte(content[:min(len(content), source.HeadSize)])), Size: int64(len(content)),
		Open: func() (io.Reader, error) { return strings.NewReader(content), nil }}
}

// Read reads content by the first of formats that knows it, and gives that one's name.
func Read(formats []source.Format, path, content string) (name string, list []diary.File, err error) {
	f := File(path, content)
	for _, format := range formats {
		if format.Is(f.Head) {
			if format.Read == nil {
				return format.Name, nil, nil
			}
			list, err = format.Read(f)
			return format.Name, list, err
		}
	}
	return "", nil, nil
}

// Mutations are a table with LF and without marks as other programs would have written
// it: each says the same. Rows are in comma, and must have no line end in a cell.
func Mutations(csv string, comma rune) map[string]string {
	lines := strings.Split(strings.TrimRight(csv, "\n"), "\n")
	each := func(f func(i int, line string) string) string {
		out := make([]string, len(lines))
		for i, l := range lines {
			out[i] = f(i, l)
		}
		return strings.Join(out, "\n") + "\n"
	}
	m := map[string]string{
		"utf-8 mark":        "\uFEFF" + csv,
		"crlf":              strings.ReplaceAll(csv, "\n", "\r\n"),
		"cr":                strings.ReplaceAll(csv, "\n", "\r"),
		"utf-16":            wide(csv, binary.LittleEndian, "\xFF\xFE"),
		"utf-16 big endian": wide(csv, binary.BigEndian, "\xFE\xFF"),
		"trailing comma":    each(func(_ int, l string) string { return l + string(comma) }),
		"blank lines":       "\n" + each(func(_ int, l string) string { return l + "\n" }),
		"no last line end":  strings.TrimRight(csv, "\n"),
		"title":             "My export\n\n" + csv,
		"another column": each(func(i int, l string) string {
			if i == 0 {
				return l + string(comma) + "Something else"
			}
			return l + string(comma) + `"a ""cell"""`
		}),
		"html": each(func(i int, l string) string {
			if i > 0 {
				return l
			}
			return "<b>" + l + "</b>"
		}),
		"spaces": each(func(_ int, l string) string {
			if strings.Contains(l, `"`) {
				return l
			}
			return strings.ReplaceAll(l, string(comma), " "+string(comma)+" ")
		}),
		"a name twice": each(func(i int, l string) string {
			first, _, _ := strings.Cut(lines[0], string(comma))
			if i == 0 {
				return l + string(comma) + first
			}
			return l + string(comma) + "--"
		}),
	}
	if latin, ok := latin1(csv); ok {
		m["latin-1"] = latin
	}
	return m
}

// Same holds that read gives the same for every mutation of a table.
func Same(t *testing.T, csv string, comma rune, read func(content string) string) {
	t.Helper()
	want := read(csv)
	for name, content := range Mutations(csv, comma) {
		if got := read(content); got != want {
			t.Errorf("%s:\n%s\nwant\n%s", name, got, want)
		}
	}
}

// Broken holds that formats read a table the same in every mutation, that of one cut off
// anywhere nothing comes that is not in the whole, and that its header alone is nothing.
func Broken(t *testing.T, formats []source.Format, path, csv string, comma rune) {
	t.Helper()
	read := func(content string) string {
		list, known, err := sourcetest.Read(formats, path, []byte(content))
		for i := range list {
			sourcetest.Check(t, &list[i], len(content)+64)
		}
		switch {
		case err != nil:
			return err.Error()
		case !known:
			return "unknown"
		}
		return sourcetest.Show(list)
	}
	Same(t, csv, comma, read)
	want := read(csv)
	head, _, _ := strings.Cut(csv, "\n")
	for n := range csv {
		list, _, err := sourcetest.Read(formats, path, []byte(csv[:n]))
		if last := csv[strings.LastIndexByte(csv[:n], '\n')+1 : n]; err != nil || strings.Count(last, string(comma)) >= strings.Count(head, string(comma)) {
			continue // a cut in the last cell shows nowhere
		}
		for line := range strings.Lines(sourcetest.Show(list)) {
			if line = strings.TrimSpace(line); !strings.Contains(want, line) && !strings.HasPrefix(line, "clock") && line != "other" && line != "partial" {
				t.Errorf("cut at %d: %s", n, line)
			}
		}
	}
	if strings.Contains(read(head+"\n"), "file") {
		t.Errorf("a header alone: %s", read(head+"\n"))
	}
}

func wide(s string, order binary.AppendByteOrder, mark string) string {
	b := []byte(mark)
	for _, u := range utf16.Encode([]rune(s)) {
		b = order.AppendUint16(b, u)
	}
	return string(b)
}

// latin1 is a text in Latin-1, where that differs.
func latin1(s string) (string, bool) {
	runes := []rune(s)
	if slices.Max(runes) >= 256 || slices.Max(runes) < utf8.RuneSelf {
		return "", false
	}
	b := make([]byte, len(runes))
	for i, r := range runes {
		b[i] = byte(r)
	}
	return string(b), true
}
