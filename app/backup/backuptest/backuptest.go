// Package backuptest takes backups apart and makes such as no program would write, for tests.
package backuptest

import (
	"archive/zip"
	"bytes"
	"io"
	"testing"
)

// Part is one file of a backup's zip.
type Part struct {
	zip.FileHeader
	Text []byte
}

// Parts are those of a backup, in order.
func Parts(t testing.TB, b []byte) []Part {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(b), int64(len(b)))
	if err != nil {
		t.Fatal(err)
	}
	var parts []Part
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		parts = append(parts, Part{f.FileHeader, text})
	}
	return parts
}

// Zip makes a zip of name, content, name, content ...; a name that begins with = is
// not compressed.
func Zip(t testing.TB, parts ...string) []byte {
	t.Helper()
	var buf bytes.Buffer
	z := zip.NewWriter(&buf)
	for i := 0; i < len(parts); i += 2 {
		h := &zip.FileHeader{Name: parts[i], Method: zip.Deflate}
		if parts[i][0] == '=' {
			h.Method = zip.Store
		}
		w, err := z.CreateHeader(h)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.WriteString(w, parts[i+1]); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return buf.Bytes()
}
