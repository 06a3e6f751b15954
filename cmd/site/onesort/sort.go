// Package slices stands in for one file of the standard library's in the
// browser's programs (docs/adr/0011): the file behind SortFunc and
// SortStableFunc, of which the compiler otherwise makes a dozen functions for
// every type that is sorted. Here all types share one sort, which knows elements
// by index alone.
//
// It is stable, in place, and takes n log n comparisons, n log² n moves: an
// insertion sort of short blocks, then merges by rotation (SymMerge: Kim and
// Kutzner, "Stable minimum storage merging by symmetric comparisons", ESA 2004).
package slices

// block is how many elements are sorted by insertion before blocks are merged,
// as in the standard library.
const block = 20

func pdqsortCmpFunc[E any](data []E, a, b, _ int, cmp func(a, b E) int) {
	stableCmpFunc(data[a:b], b-a, cmp)
}

func stableCmpFunc[E any](data []E, n int, cmp func(a, b E) int) {
	s := sorter{
		less: func(i, j int) bool { return cmp(data[i], data[j]) < 0 },
		swap: func(i, j int) { data[i], data[j] = data[j], data[i] },
	}
	s.sort(n)
}

// sorter is what is sorted, by index.
type sorter struct {
	less func(i, j int) bool
	swap func(i, j int)
}

func (s sorter) sort(n int) {
	for a := 0; a < n; a += block {
		s.insert(a, min(a+block, n))
	}
	for size := block; size < n; size *= 2 {
		for a := 0; a+size < n; a += 2 * size {
			s.merge(a, a+size, min(a+2*size, n))
		}
	}
}

// insert sorts [a, b).
func (s sorter) insert(a, b int) {
	for i := a + 1; i < b; i++ {
		for j := i; j > a && s.less(j, j-1); j-- {
			s.swap(j, j-1)
		}
	}
}

// merge merges the sorted [a, m) and [m, b).
func (s sorter) merge(a, m, b int) {
	if a == m || m == b || !s.less(m, m-1) {
		return
	}
	if b-a <= block {
		s.insert(a, b)
		return
	}
	// What belongs beyond the middle changes sides: [start, m) with [m, end), which
	// mirror each other about it.
	mid := a + (b-a)/2
	mirror := mid + m
	start, stop := a, m
	if m > mid {
		start, stop = mirror-b, mid
	}
	for start < stop {
		c := start + (stop-start)/2
		if s.less(mirror-1-c, c) {
			stop = c
		} else {
			start = c + 1
		}
	}
	end := mirror - start
	s.rotate(start, m, end)
	s.merge(a, start, mid)
	s.merge(mid, end, b)
}

// rotate exchanges [a, m) and [m, b).
func (s sorter) rotate(a, m, b int) {
	if a < m && m < b {
		s.reverse(a, m)
		s.reverse(m, b)
		s.reverse(a, b)
	}
}

func (s sorter) reverse(a, b int) {
	for b--; a < b; a, b = a+1, b-1 {
		s.swap(a, b)
	}
}
