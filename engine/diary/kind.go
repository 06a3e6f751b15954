package diary

// kind is the list of one kind of entries, whatever their type. What is done to all
// kinds alike is written once, over these few: compiled once a type it was 150 kB of
// the backend's code.
type kind interface {
	count() int
	at(i int) entry
	add(entry)  // a copy of an entry of the kind; of nil an empty one
	cut(n int)  // all but the first n go; of none the list is nil
	share(kind) // the list of another Reported, with its memory
}

// listed is a list as a kind.
func listed[T any, P entryOf[T]](list *[]T) kind { return (*listOf[T, P])(list) }

type listOf[T any, P entryOf[T]] []T

func (l *listOf[T, P]) count() int     { return len(*l) }
func (l *listOf[T, P]) at(i int) entry { return P(&(*l)[i]) }
func (l *listOf[T, P]) share(of kind)  { *l = *of.(*listOf[T, P]) }

func (l *listOf[T, P]) add(e entry) {
	var v T
	if e != nil {
		v = *e.(P)
	}
	*l = append(*l, v)
}

func (l *listOf[T, P]) cut(n int) {
	if *l = (*l)[:n]; n == 0 {
		*l = nil
	}
}
