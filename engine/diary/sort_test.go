package diary

import (
	"math/rand"
	"slices"
	"testing"
)

func TestSortBy(t *testing.T) {
	type pair struct{ key, place int }
	byKey := func(a, b pair) int { return a.key - b.key }
	r := rand.New(rand.NewSource(1))
	for n := range 200 {
		list := make([]pair, n)
		for i := range list {
			list[i] = pair{r.Intn(1 + n/3), i}
		}
		want := slices.Clone(list)
		slices.SortStableFunc(want, byKey)
		if SortBy(list, byKey); !slices.Equal(list, want) {
			t.Fatalf("%d: %v, want %v", n, list, want)
		}
	}
}
