package vendor

import (
	"archive/zip"
	"bufio"
	"compress/gzip"
	"fmt"
	"io"
	"path"
)

// folder is where files are written: a directory, or a zip.
type folder struct {
	x      *export
	create func(path string) (io.Writer, error)
}

// file writes one file; nothing once something went wrong.
func (d folder) file(name string, fill func(w *text)) {
	if d.x.err != nil {
		return
	}
	out, err := d.create(name)
	if err != nil {
		d.x.err = err
		return
	}
	w := &text{bufio.NewWriterSize(out, 1<<16)}
	fill(w)
	d.x.fail(w.Flush())
	if c, ok := out.(io.Closer); ok {
		d.x.fail(c.Close())
	}
}

// zip writes one zip. What is packed already is stored in it, everything else packed.
func (d folder) zip(name string, fill func(in folder)) {
	d.file(name, func(w *text) {
		z := zip.NewWriter(w)
		fill(folder{d.x, func(name string) (io.Writer, error) {
			method := zip.Deflate
			switch path.Ext(name) {
			case ".zip", ".gz", ".jpg":
				method = zip.Store
			}
			return z.CreateHeader(&zip.FileHeader{Name: name, Method: method})
		}})
		d.x.fail(z.Close())
	})
}

// gzip writes one gzipped file.
func (d folder) gzip(name string, fill func(w *text)) {
	d.file(name, func(w *text) {
		z := gzip.NewWriter(w)
		in := &text{bufio.NewWriter(z)}
		fill(in)
		d.x.fail(in.Flush())
		d.x.fail(z.Close())
	})
}

// in is a folder within it.
func (d folder) in(name string) folder {
	return folder{d.x, func(file string) (io.Writer, error) { return d.create(name + "/" + file) }}
}

// fail keeps the first error.
func (x *export) fail(err error) {
	if x.err == nil {
		x.err = err
	}
}

// text is a file being written.
type text struct{ *bufio.Writer }

// f writes by a format of fmt's. An error stays with the writer, and Flush tells it.
func (w *text) f(format string, args ...any) { fmt.Fprintf(w, format, args...) }

// list writes a JSON array of n elements, one a line.
func (w *text) list(n int, element func(i int)) {
	w.WriteString("[")
	for i := range n {
		if i > 0 {
			w.WriteString(",\n")
		}
		element(i)
	}
	w.WriteString("]")
}
