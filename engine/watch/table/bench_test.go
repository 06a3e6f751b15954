package table_test

import (
	"encoding/csv"
	"io"
	"strings"
	"testing"

	"rebound/engine/watch/table"
)

// What the splitter is for: compare with the standard library's in one run.
var benchRows = "Date,Resting HR,RMSSD,Note,Asleep\n" + strings.Repeat("2025-06-03,46,58.1,\"slept well, mostly\",26040\n2025-06-04,47,,,25800\n", 20_000)

func BenchmarkTable(b *testing.B) {
	b.SetBytes(int64(len(benchRows)))
	for b.Loop() {
		t, err := table.New(strings.NewReader(benchRows))
		n := 0
		for err == nil && t.Next() {
			n += len(t.Cell(0))
		}
		if n == 0 {
			b.Fatal(err)
		}
	}
}

func BenchmarkStandard(b *testing.B) {
	b.SetBytes(int64(len(benchRows)))
	for b.Loop() {
		r := csv.NewReader(strings.NewReader(benchRows))
		r.ReuseRecord = true
		for {
			if _, err := r.Read(); err == io.EOF {
				break
			} else if err != nil {
				b.Fatal(err)
			}
		}
	}
}
