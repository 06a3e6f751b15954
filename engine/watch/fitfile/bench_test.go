package fitfile

import (
	"bytes"
	"testing"

	"github.com/muktihari/fit/decoder"
	"github.com/tormoder/fit"
)

// BenchmarkRead reads the activities of both FIT modules, gate and content
// together, and sets it against the typed decoders of the same modules.
func BenchmarkRead(b *testing.B) {
	var files [][]byte
	var size int64
	for _, data := range moduleFiles(b) {
		if f, err := fit.Decode(bytes.NewReader(data)); err == nil {
			if a, err := f.Activity(); err == nil && len(a.Records) > 0 {
				files, size = append(files, data), size+int64(len(data))
			}
		}
	}
	for _, c := range []struct {
		name string
		read func([]byte) error
	}{
		{"ours", func(data []byte) error { _, err := Read(data); return err }},
		{"gate", func(data []byte) error { return fit.CheckIntegrity(bytes.NewReader(data), false) }},
		{"tormoder", func(data []byte) error { _, err := fit.Decode(bytes.NewReader(data)); return err }},
		{"muktihari", func(data []byte) error {
			_, err := decoder.New(bytes.NewReader(data), decoder.WithIgnoreChecksum()).Decode()
			return err
		}},
	} {
		b.Run(c.name, func(b *testing.B) {
			b.SetBytes(size)
			b.ReportAllocs()
			for b.Loop() {
				for _, data := range files {
					if err := c.read(data); err != nil && c.name != "ours" { // two have dates that ours refuses
						b.Fatal(err)
					}
				}
			}
		})
	}
}
