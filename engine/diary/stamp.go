package diary

import "sort"

// Stamp is what every entry of the runner's bears: when it was entered, which
// date it is of, and what the runner's clock showed then. Its methods are the
// defaults of an entry's (see [entry]).
type Stamp struct {
	At     int64 // when it was entered, Unix seconds: of two entries for one thing the later counts
	Date   Date  // the civil date that it is of
	Offset int32 // seconds east of UTC of the runner's clock at At; 0 where it is not known
}

// entry is what a kind of entry can do. All but of and pack have a default.
type entry interface {
	stamp() *Stamp
	// of is what the entry is an account of beside its date: two with the same
	// are accounts of one thing. off is whether it takes that thing back.
	of() (what string, off bool)
	// pack walks the entry's fields, the stamp first.
	pack(*packer)
	// tidy makes what cannot be unsaid, and reports whether anything is left.
	tidy() bool
	// dated reports whether the entry makes its date one of the diary's.
	dated() bool
}

// entryOf is an entry by pointer to its type.
type entryOf[T any] interface {
	*T
	entry
}

func (s *Stamp) stamp() *Stamp { return s }
func (s *Stamp) tidy() bool    { return true }
func (s *Stamp) dated() bool   { return true }

// Between is the entries of a list in order of date that are of day a to day b,
// both included. It shares the list's memory.
func Between[T any, P entryOf[T]](list []T, a, b Date) []T {
	from, to := between(len(list), func(i int) Date { return P(&list[i]).stamp().Date }, a, b)
	return list[from:to]
}

// between is where the dates a to b begin and end among n in order.
func between(n int, date func(i int) Date, a, b Date) (from, to int) {
	from = sort.Search(n, func(i int) bool { return date(i) >= a })
	return from, max(from, sort.Search(n, func(i int) bool { return date(i) > b }))
}

// Changed is the earliest date at which two lists in order of date differ; ok is
// false when they do not.
func Changed[T comparable, P entryOf[T]](a, b []T) (from Date, ok bool) {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	for _, rest := range [...][]T{a[n:], b[n:]} {
		if len(rest) > 0 && (!ok || P(&rest[0]).stamp().Date < from) {
			from, ok = P(&rest[0]).stamp().Date, true
		}
	}
	return from, ok
}
