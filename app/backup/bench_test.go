package backup

import (
	"bytes"
	"slices"
	"testing"

	"rebound/engine/diary"
	"rebound/engine/sample"
)

// Ten years of the sample runner: docs/backup.md has what they take.
func BenchmarkTenYears(b *testing.B) {
	files := sample.Years(today, 10).Files()
	var rows [][]byte
	for some := range slices.Chunk(append(files, sample.Reported(today, files)), RowFiles) {
		rows = append(rows, diary.Pack(some))
	}
	saved := write(b, rows)
	b.Run("write", func(b *testing.B) {
		for b.Loop() {
			write(b, rows)
		}
		b.ReportMetric(float64(len(saved))/1e6, "MB")
	})
	b.Run("read", func(b *testing.B) {
		for b.Loop() {
			if got, err := Read(bytes.NewReader(saved), int64(len(saved)), quiet); err != nil || len(got.Left) > 0 {
				b.Fatal(got.Left, err)
			}
		}
	})
}
