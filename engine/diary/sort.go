package diary

import (
	"reflect"
	"slices"
)

// SortBy sorts a list; what compares equal stays in its order. It sorts numbers
// that stand for the elements, and moves those by swaps: slices.SortFunc would be
// compiled anew, 20 kB of it, for each type of record, of which there are dozens here.
func SortBy[T any](list []T, compare func(a, b T) int) {
	arrange(ordered(len(list), func(i, j int) int { return compare(list[i], list[j]) }), list)
}

// arrange moves the elements of a list to the order of their places, which it uses up.
func arrange(order []int, list any) {
	if order == nil {
		return
	}
	swap := reflect.Swapper(list)
	for to, from := range order {
		for from < to { // what stood there was swapped away since
			from = order[from]
		}
		if from != to {
			swap(to, from)
			order[to] = from
		}
	}
}

// ordered is the places of n elements in their order; nil where they are in order.
func ordered(n int, compare func(i, j int) int) []int {
	i := 1
	for i < n && compare(i-1, i) <= 0 {
		i++
	}
	if i >= n {
		return nil
	}
	order := make([]int, n)
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(i, j int) int {
		if c := compare(i, j); c != 0 {
			return c
		}
		return i - j
	})
	return order
}
