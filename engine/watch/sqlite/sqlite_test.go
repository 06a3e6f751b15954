package sqlite

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"io"
	"os"
	"strings"
	"testing"
)

// made is a database that SQLite itself made: see testdata/made.sql.
func made(t testing.TB, name string) []byte {
	t.Helper()
	packed, err := os.ReadFile("testdata/" + name + ".db.gz")
	if err != nil {
		t.Fatal(err)
	}
	z, err := gzip.NewReader(bytes.NewReader(packed))
	if err != nil {
		t.Fatal(err)
	}
	b, err := io.ReadAll(z)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func over(b []byte) func() (io.Reader, error) {
	return func() (io.Reader, error) { return bytes.NewReader(b), nil }
}

// rows are those of one table, by the text of their first column.
func rows(t testing.TB, db *DB, table string, columns ...string) map[string]string {
	t.Helper()
	got := map[string]string{}
	err := db.Scan([]Columns{append(Columns{table}, columns...)}, func(_ int, v []Value) {
		var list []string
		for _, v := range v {
			list = append(list, show(v))
		}
		got[list[0]] = strings.Join(list[1:], " ")
	})
	if err != nil {
		t.Fatal(err)
	}
	return got
}

func show(v Value) string {
	switch v.Kind {
	case Integer:
		return fmt.Sprint(v.int)
	case Real:
		return fmt.Sprintf("%g!", v.real)
	case Text:
		s := v.Text()
		if len(s) > 20 {
			s = fmt.Sprintf("%.4s*%d", s, len([]rune(s)))
		}
		return "'" + s + "'"
	case Blob:
		return fmt.Sprintf("x%x", v.bytes)
	}
	return "null"
}

func TestMadeBySQLite(t *testing.T) {
	for _, name := range []string{"512", "4096", "65536"} {
		t.Run(name, func(t *testing.T) {
			db, err := Open(over(made(t, name)))
			if err != nil || db.Cut || db.WAL || !db.Has("odd (name)") || db.Has("gone") || db.Has("bare") {
				t.Fatalf("%+v, %v", db, err)
			}
			odd := rows(t, db, "Odd (name)", "row_id", "n", "r", "twice", "kept, too", "last", "notes", "none")
			for i := 1; i <= 290; i++ {
				r := fmt.Sprint(i)
				if i%2 == 1 {
					r = fmt.Sprintf("%g!", float64(i)/2)
				}
				notes := "'short'"
				switch {
				case i%100 == 0:
					notes = "'xxxx*35000'"
				case i%7 == 0:
					notes = "'éééé*300'"
				}
				want := fmt.Sprintf("%d %s null %d 'end %d' %s null", i, r, i+1, i, notes)
				if got := odd[fmt.Sprint(i)]; got != want {
					t.Errorf("row %d: %s, not %s", i, got, want)
				}
			}
			if len(odd) != 290 || db.Lost != 0 {
				t.Errorf("%d rows, %d lost", len(odd), db.Lost)
			}
			if got := rows(t, db, "keyed", "id", "a"); got["11"] != "'one'" || got["5000000000"] != "'two'" {
				t.Errorf("keyed: %v", got)
			}
			want := map[string]string{"0": "null", "1": "0", "2": "1", "3": "-1", "4": "127", "5": "-32768", "6": "8388607", "7": "-2147483648",
				"8": "140737488355327", "9": "-9223372036854775808", "10": "2.5!", "11": "'text'", "12": "x00ff", "13": "''", "14": "3!", "15": "'new'"}
			got := rows(t, db, "values_of", "i", "v", "later")
			for k, v := range want {
				later := " null"
				if k == "15" {
					later = " 7"
				}
				if got[k] != v+later {
					t.Errorf("value %s: %s, not %s", k, got[k], v+later)
				}
			}
		})
	}
}

// What is cut off or damaged costs itself: the rows that are left are those that were
// there, and the loss is said.
func TestDamage(t *testing.T) {
	whole := made(t, "512")
	db, err := Open(over(whole))
	if err != nil {
		t.Fatal(err)
	}
	all := rows(t, db, "Odd (name)", "row_id", "n", "last", "notes")
	check := func(name string, b []byte, least int) {
		t.Helper()
		db, err := Open(over(b))
		if err != nil {
			if least > 0 {
				t.Errorf("%s: %v", name, err)
			}
			return
		}
		got := rows(t, db, "Odd (name)", "row_id", "n", "last", "notes")
		if len(got) < least || len(got) < len(all) && db.Lost == 0 && !db.Cut {
			t.Errorf("%s: %d rows of %d, at least %d; lost %d", name, len(got), len(all), least, db.Lost)
		}
		for k, v := range got {
			if all[k] != v {
				t.Errorf("%s: row %s: %s, not %s", name, k, v, all[k])
			}
		}
	}
	for _, part := range []int{0, 1, 99, 100, 511, len(whole) / 4, len(whole) / 2} {
		check(fmt.Sprint("cut at ", part), whole[:part], 0)
	}
	check("cut near its end", whole[:len(whole)*9/10+100], 100)
	leaves := 0
	owner, _ := db.owners([]table{db.tables["odd (name)"]})
	for n := 2; n <= int(db.pages) && leaves < 5; n++ {
		if at := (n - 1) * 512; whole[at] == leafPage && owner[n] != 0 {
			b := bytes.Clone(whole)
			clear(b[at : at+512])
			check(fmt.Sprint("page ", n, " is blank"), b, len(all)-30)
			leaves++
		}
	}
	if leaves == 0 {
		t.Error("no leaf was damaged")
	}
}

// A file that lacks its last bytes lacks the rows that lay in them, whatever its last page
// is: a leaf, the root above a table's leaves, or the end of a long row.
func TestLastPage(t *testing.T) {
	few := Made{Name: "few", Columns: []string{"id INTEGER PRIMARY KEY", "n INTEGER"}, Rows: numbered(40)}
	many := Made{Name: "many", Columns: few.Columns, Rows: numbered(2000)}
	for name, list := range map[string][]Made{"a leaf": {many, few}, "a root": {few, many}} {
		b, err := Make(4096, list)
		if err != nil {
			t.Fatal(err)
		}
		for _, cut := range []int{1, 5, 30} {
			db, err := Open(over(b[:len(b)-cut]))
			if err != nil || !db.Cut {
				t.Fatalf("%s: %+v, %v", name, db, err)
			}
			a, m := len(rows(t, db, "few", "id", "n")), len(rows(t, db, "many", "id", "n"))
			leaves := 0 // that the root has lost: of some 6 bytes each, with some 290 rows
			if name == "a root" {
				leaves = cut/6 + 1
			}
			if a < 37 || m < 2000-320*leaves || a+m == 2040 && cut > 5 {
				t.Errorf("%s without its last %d bytes: %d of 40 rows and %d of 2000", name, cut, a, m)
			}
		}
	}
	whole := made(t, "512")
	for cut := range 512 {
		db, err := Open(over(whole[:len(whole)-1-cut]))
		if err != nil {
			t.Fatal(err)
		}
		if got := rows(t, db, "Odd (name)", "row_id", "last"); len(got) < 280 {
			t.Errorf("without %d bytes: %d rows", cut+1, len(got))
		}
	}
}

// numbered are so many rows, each with its number.
func numbered(n int) func(func([]any) bool) {
	return func(yield func([]any) bool) {
		for i := range n {
			if !yield([]any{nil, int64(i)}) {
				return
			}
		}
	}
}

func TestNoDatabase(t *testing.T) {
	for name, b := range map[string][]byte{"empty": nil, "text": []byte("SQLite format 3 is not this"), "a lone header": append([]byte(Magic), make([]byte, 84)...),
		"no schema": made(t, "4096")[:4096][:100]} {
		if _, err := Open(over(b)); err != ErrFormat {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func FuzzOpen(f *testing.F) {
	b := made(f, "512")
	for _, n := range []int{len(b), 8192, 3000} {
		f.Add(b[:min(n, len(b))])
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		db, err := Open(over(b))
		if err != nil {
			return
		}
		for name := range db.tables {
			n := 0
			if err := db.Scan([]Columns{{name, "row_id", "n", "last", "notes"}}, func(int, []Value) { n++ }); err != nil {
				t.Fatal(err)
			}
			if n > len(b) { // a row takes a cell of its own: four bytes and its place
				t.Errorf("%d rows out of %d bytes", n, len(b))
			}
		}
	})
}
