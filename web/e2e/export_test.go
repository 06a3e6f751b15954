package e2e

import (
	"archive/zip"
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"rebound/engine/diary"
	"rebound/engine/sample"
	"rebound/engine/watch/fitfile"
)

// export is what a runner has on disk: the newer half of the sample runner's
// files as a folder, the older half as a zip within a zip.
type export struct {
	dir    string // holds both
	folder string
	zip    string
	files  int
	today  diary.Date
}

var makeExport = sync.OnceValues(func() (export, error) {
	now := time.Now()
	x := export{
		dir:    filepath.Join(spare, "export"),
		folder: filepath.Join(spare, "export", "GARMIN"),
		zip:    filepath.Join(spare, "export", "older.zip"),
		today:  diary.DateOf(now.Year(), now.Month(), now.Day()),
	}
	list := sample.Files(x.today)
	x.files = len(list)
	older := map[string][]byte{}
	for i, f := range list {
		data, err := fitfile.Encode(f)
		if err != nil {
			return x, err
		}
		if i < len(list)/2 {
			older[f.Name] = data
		} else if err := save(filepath.Join(x.folder, filepath.FromSlash(f.Name)), data); err != nil {
			return x, err
		}
	}
	inner := zipped(older)
	return x, save(x.zip, zipped(map[string][]byte{"older/part-1.zip": inner}))
})

// sampleExport is made once and read only.
func sampleExport(t *testing.T) export {
	t.Helper()
	x, err := makeExport()
	if err != nil {
		t.Fatal(err)
	}
	return x
}

// withHalf is a page on Files whose diary has the first half of an export.
func withHalf(t *testing.T, b *browser, s *site, x export) *tab {
	t.Helper()
	p := b.open(t, s.url("#/files"))
	p.wait("the page", mounted)
	p.drop(x.folder)
	p.imported(1)
	return p
}

func save(path string, data []byte) error {
	if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
		return err
	}
	return os.WriteFile(path, data, 0o666)
}

func zipped(files map[string][]byte) []byte {
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for name, data := range files {
		f, err := w.Create(name)
		if err == nil {
			_, err = f.Write(data)
		}
		if err != nil {
			panic(fmt.Sprint("zipping in memory: ", err))
		}
	}
	if err := w.Close(); err != nil {
		panic(fmt.Sprint("zipping in memory: ", err))
	}
	return out.Bytes()
}
