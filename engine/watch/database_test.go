package watch

import (
	"slices"
	"testing"

	"rebound/engine/diary"
	"rebound/engine/watch/sqlite"
)

// A database lies packed in its zip, and is gone through several times: what comes out
// is the same as of the file alone, and its hash is that of all of it.
func TestDatabase(t *testing.T) {
	var stages [][]any
	for i := range int64(3000) { // more than one read of the stream
		stages = append(stages, []any{i/30 + 1, 1749502800000 + i/30*86400000 + i%30*900000, 1749502800000 + i/30*86400000 + (i%30+1)*900000, int64(4 + i%3)})
	}
	var nights [][]any
	for i := range int64(100) {
		nights = append(nights, []any{nil, int64(1), 1749502800000 + i*86400000, 1749502800000 + i*86400000 + 27000000})
	}
	b, err := sqlite.Make(4096, []sqlite.Made{
		{Name: "sleep_stages_table", Columns: []string{"parent_key INTEGER", "stage_start_time INTEGER", "stage_end_time INTEGER", "stage_type INTEGER"}, Rows: slices.Values(stages)},
		{Name: "sleep_session_record_table", Columns: []string{"row_id INTEGER PRIMARY KEY", "app_info_id INTEGER", "start_time INTEGER", "end_time INTEGER"}, Rows: slices.Values(nights)},
		{Name: "application_info_table", Columns: []string{"row_id INTEGER PRIMARY KEY", "package_name TEXT"}, Rows: slices.Values([][]any{{nil, "com.example.watch"}})},
	})
	if err != nil {
		t.Fatal(err)
	}
	for name, data := range map[string][]byte{"health_connect_export.db": b, "Health Connect.zip": zipped(t, file{"health_connect_export.db", b, false}), "stored.zip": zipped(t, file{"a.db", b, true})} {
		Walk([]Item{item(name, data)}, Limits{}, func(e Entry) bool {
			list, p := e.Read()
			if p != nil || len(list) != 1 || len(list[0].Nights) != 100 || e.Via != "health_connect" {
				t.Errorf("%s: %v, %+v", name, p, list)
				return true
			}
			if n := list[0].Nights[99]; n.Light != 150 || n.Asleep() != 450 || list[0].Hash != diary.HashOf(b) || list[0].Partial != "" {
				t.Errorf("%s: %+v, %q", name, n, list[0].Partial)
			}
			return true
		})
	}
}
