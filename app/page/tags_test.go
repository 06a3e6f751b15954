package page

import (
	"slices"
	"testing"

	"rebound/engine/diary"
)

// The check-in offers every tag that the diary knows, and no other.
func TestCheckInHasEveryTag(t *testing.T) {
	offered := []string{tagIllness}
	for _, tag := range tagNames {
		offered = append(offered, tag[0])
	}
	slices.Sort(offered)
	if known := slices.Sorted(slices.Values(diary.DayTags)); !slices.Equal(offered, known) {
		t.Errorf("the page offers %v, the diary knows %v", offered, known)
	}
}
