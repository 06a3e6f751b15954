package diary

import "slices"

// SortBy sorts a list; what compares equal stays in its order. It sorts numbers
// that stand for the elements: slices.SortFunc would be compiled anew, 20 kB of it,
// for each type of record, of which there are a dozen here.
func SortBy[T any](list []T, compare func(a, b T) int) {
	order := ordered(len(list), func(i, j int) int { return compare(list[i], list[j]) })
	if order == nil {
		return
	}
	was := append([]T(nil), list...)
	for to, from := range order {
		list[to] = was[from]
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
