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

func TestSplit(t *testing.T) {
	s := NewSplit(diary.File{Via: "polar"})
	zoned, _ := When("2025-06-02T23:14:00+02:00")
	local, _ := When("2025-06-02T23:14:00")
	s.Of(zoned, zoned).Nights = []diary.Night{{}}
	s.Of(zoned, local).Resting = []diary.Stamped{{}}
	list := s.Files()
	if f := list[0]; f.Via != "polar" || len(f.Nights) != 1 || len(f.Clocks) != 1 || f.Clocks[0].Offset != 7200 {
		t.Errorf("%+v", f)
	}
	if f := list[1]; f.Via != "polar" || len(f.Resting) != 1 || !slices.Equal(f.Clocks, []diary.Clock{{}}) {
		t.Errorf("%+v", f)
	}
	if f := NewSplit(diary.File{}).Files()[1]; f.Clocks != nil {
		t.Error("a clock of nothing")
	}
}
