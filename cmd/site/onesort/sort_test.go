package slices

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"
)

type pair struct{ key, place int }

// Every length up to a few blocks and some beyond, with many keys alike and with
// few: sorted as the standard library sorts, equals in their order.
func TestSortsAsTheLibraryDoes(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	lengths := []int{1000, 4097, 20000}
	for n := range 3*block + 2 {
		lengths = append(lengths, n)
	}
	byKey := func(a, b pair) int { return a.key - b.key }
	for _, n := range lengths {
		for name, key := range map[string]func(i int) int{
			"random": func(int) int { return r.IntN(n + 1) }, "alike": func(int) int { return r.IntN(4) },
			"falling": func(i int) int { return -i }, "rising": func(i int) int { return i }, "saw": func(i int) int { return i % 17 },
		} {
			got := make([]pair, n)
			for i := range got {
				got[i] = pair{key(i), i}
			}
			want := slices.Clone(got)
			slices.SortStableFunc(want, byKey)
			same := slices.Clone(got)
			stableCmpFunc(got, n, byKey)
			if !slices.Equal(got, want) {
				t.Fatalf("%d %s: not as the library sorts", n, name)
			}
			pdqsortCmpFunc(same, n/4, n-n/4, 0, byKey)
			if !slices.IsSortedFunc(same[n/4:n-n/4], byKey) || n/4 > 0 && same[0].place != 0 {
				t.Fatalf("%d %s: part of it is not sorted, or all of it", n, name)
			}
		}
	}
}

// An order that contradicts itself ends, and loses nothing.
func TestContradictoryOrder(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	data := make([]int, 1000)
	for i := range data {
		data[i] = i
	}
	stableCmpFunc(data, len(data), func(int, int) int { return r.IntN(3) - 1 })
	slices.Sort(data)
	for i, v := range data {
		if v != i {
			t.Fatal(fmt.Sprint(i, " became ", v))
		}
	}
}
