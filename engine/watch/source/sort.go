package source

import "slices"

// Sort sorts a list; what compares equal stays in its order. It sorts numbers that
// stand for the elements: slices.SortFunc would be compiled anew, some 20 kB of it, for
// each type of record, of which the readers have dozens.
func Sort[T any](list []T, compare func(a, b T) int) {
	if slices.IsSortedFunc(list, compare) {
		return
	}
	order := make([]int, len(list))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(i, j int) int {
		if c := compare(list[i], list[j]); c != 0 {
			return c
		}
		return i - j
	})
	was := slices.Clone(list)
	for to, from := range order {
		list[to] = was[from]
	}
}
