package sqlite

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// counted is a table of n rows.
func counted(name string, n int) Made {
	return Made{name, []string{"row_id INTEGER PRIMARY KEY", "i INTEGER", "r REAL", "s TEXT"}, func(yield func([]any) bool) {
		for i := range n {
			if !yield([]any{nil, int64(i) - 3, float64(i) / 4, strings.Repeat("é", i%30)}) {
				return
			}
		}
	}}
}

// What is made is read, with trees of one level and of several.
func TestMake(t *testing.T) {
	for _, size := range []int{512, 4096, 65536} {
		b, err := Make(size, []Made{counted("few", 1), counted("none", 0), counted("many", 20000)})
		if err != nil {
			t.Fatal(err)
		}
		db, err := Open(over(b))
		if err != nil {
			t.Fatal(err)
		}
		got := rows(t, db, "many", "row_id", "i", "r", "s")
		for i := range 20000 {
			s := strings.Repeat("é", i%30)
			if i%30 > 10 {
				s = fmt.Sprintf("éééé*%d", i%30)
			}
			if want := fmt.Sprintf("%d %g! '%s'", i-3, float64(i)/4, s); got[fmt.Sprint(i+1)] != want {
				t.Fatalf("%d: row %d: %s, not %s", size, i+1, got[fmt.Sprint(i+1)], want)
			}
		}
		if len(rows(t, db, "few", "row_id")) != 1 || len(rows(t, db, "none", "row_id")) != 0 || !db.Has("none") || db.Lost > 0 || db.Cut {
			t.Errorf("%d: %+v", size, db)
		}
		sound(t, b)
	}
	if _, err := Make(512, []Made{{"a", []string{"t TEXT"}, func(yield func([]any) bool) { yield([]any{strings.Repeat("x", 500)}) }}}); err != ErrTooLong {
		t.Errorf("a row that does not fit: %v", err)
	}
}

// sound asks SQLite itself, where there is one.
func sound(t *testing.T, b []byte) {
	shell, err := exec.LookPath("sqlite3")
	if err != nil {
		return
	}
	path := filepath.Join(t.TempDir(), "made.db")
	if err := os.WriteFile(path, b, 0o600); err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command(shell, path, "PRAGMA integrity_check; SELECT count(*), sum(i), max(row_id) FROM many;").CombinedOutput()
	if want := "ok\n20000|199930000|20000\n"; string(out) != want || err != nil {
		t.Errorf("SQLite: %s, %v", out, err)
	}
}
