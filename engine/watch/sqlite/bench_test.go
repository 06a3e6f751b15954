package sqlite

import "testing"

// BenchmarkScan goes through a database of 8 MB, opens and rows of one table.
func BenchmarkScan(b *testing.B) {
	data, err := Make(4096, []Made{counted("many", 150_000), counted("other", 10)})
	if err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		db, err := Open(over(data))
		if err != nil {
			b.Fatal(err)
		}
		n := 0
		if err := db.Scan([]Columns{{"many", "i", "r"}}, func(int, []Value) { n++ }); err != nil || n != 150_000 {
			b.Fatal(n, err)
		}
	}
}
