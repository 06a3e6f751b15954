package size

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"
)

// Table writes sizes as a Markdown table, the largest first, their sum last.
// With a base (nil for none), each stands beside what it was there; a file that
// only one of the two has says so.
func Table(base, here map[string]int) string {
	names := map[string]bool{}
	for _, sizes := range []map[string]int{base, here} {
		for name := range sizes {
			names[name] = true
		}
	}
	order := slices.SortedFunc(maps.Keys(names), func(a, b string) int {
		return cmp.Or(max(base[b], here[b])-max(base[a], here[a]), strings.Compare(a, b))
	})
	var out strings.Builder
	if base == nil {
		out.WriteString("| brotli, bytes | here |\n|---|--:|\n")
	} else {
		out.WriteString("| brotli, bytes | base | here | change |\n|---|--:|--:|--:|\n")
	}
	var was, is int
	line := func(name string, before, after int, inBase, inHere bool) {
		if base == nil {
			fmt.Fprintf(&out, "| %s | %d |\n", name, after)
			return
		}
		fmt.Fprintf(&out, "| %s | %s | %s | %s |\n", name, count(before, inBase), count(after, inHere), change(before, after, inBase, inHere))
	}
	for _, name := range order {
		before, inBase := base[name]
		after, inHere := here[name]
		was, is = was+before, is+after
		line(name, before, after, inBase, inHere)
	}
	line("**together**", was, is, true, true)
	return out.String()
}

func count(n int, known bool) string {
	if !known {
		return ""
	}
	return fmt.Sprint(n)
}

func change(before, after int, inBase, inHere bool) string {
	switch {
	case !inBase:
		return "new"
	case !inHere:
		return "gone"
	case before == after:
		return "same"
	case before == 0:
		return fmt.Sprintf("%+d", after)
	}
	return fmt.Sprintf("%+d (%+.1f%%)", after-before, 100*float64(after-before)/float64(before))
}
