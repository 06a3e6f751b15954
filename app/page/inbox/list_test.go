package inbox

import (
	"strings"
	"testing"

	"rebound/app/page/outline"
	"rebound/app/page/ui"
	"rebound/app/wire"
)

// A table that is asked about stands in the question alone; once that is gone with the
// page, its line says how to be asked again.
func TestLineOfAnUnansweredTable(t *testing.T) {
	line := wire.FileLine{Path: "mornings.csv", Result: "rejected", Text: "No column is sure.", Hint: "Tell Rebound which is which.", Key: "1f"}
	f := NewFiles(&ui.Page{})
	f.Lines = lineStep
	for asked, want := range map[bool]string{true: "", false: "Add the file again"} {
		f.List = &wire.FileList{Lines: []wire.FileLine{line}}
		if asked {
			f.List.Tables = []wire.Table{{Path: line.Path}}
		}
		says := outline.Parse(t, f.DrawList()).Says()
		if strings.Contains(says, "No column is sure.") == asked || !strings.Contains(says, want) || strings.Contains(says, line.Hint) {
			t.Errorf("asked %v: it says %q", asked, says)
		}
	}
}
