package source

import (
	"slices"
	"testing"

	"rebound/engine/diary"
)

func TestClocks(t *testing.T) {
	summer, winter := int32(7200), int32(3600)
	in := []diary.Clock{{At: 400, Offset: winter}, {At: 100, Offset: summer}, {At: 200, Offset: summer}, {At: 300, Offset: summer}, {At: 100, Offset: summer},
		{At: 500, Offset: winter}, {At: 600, Offset: winter}, {At: 700, Offset: summer}}
	want := []diary.Clock{{At: 100, Offset: summer}, {At: 300, Offset: summer}, {At: 400, Offset: winter}, {At: 600, Offset: winter}, {At: 700, Offset: summer}}
	if got := Clocks(in); !slices.Equal(got, want) {
		t.Errorf("%v", got)
	}
	if got := Clocks([]diary.Clock{{}, {}, {}}); !slices.Equal(got, []diary.Clock{{}}) {
		t.Errorf("no zone: %v", got)
	}
	if got := Clocks(nil); got != nil {
		t.Errorf("nothing: %v", got)
	}
}
