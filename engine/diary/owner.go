package diary

import (
	"slices"
	"strconv"
	"strings"
)

// Owner is the account of an export that the runner said is theirs; 0 for none.
func (c Choice) Owner(via string) uint64 {
	for pair := range strings.SplitSeq(c.Owners, " ") {
		if v, hex, _ := strings.Cut(pair, ":"); v == via {
			owner, err := strconv.ParseUint(hex, 16, 64)
			if err == nil {
				return owner
			}
		}
	}
	return 0
}

// WithOwner is the choice with an account of an export as the runner's own: "polar:1f"
// and the like, in order of name, with spaces between.
func (c Choice) WithOwner(via string, owner uint64) Choice {
	pairs := slices.DeleteFunc(strings.Fields(c.Owners), func(p string) bool { return strings.HasPrefix(p, via+":") })
	pairs = append(pairs, via+":"+strconv.FormatUint(owner, 16))
	slices.Sort(pairs)
	c.Owners = strings.Join(pairs, " ")
	return c
}

// ValidOwners reports whether a text is one that WithOwner writes.
func ValidOwners(text string) bool {
	var c Choice
	for _, pair := range strings.Fields(text) {
		via, _, _ := strings.Cut(pair, ":")
		owner := Choice{Owners: pair}.Owner(via)
		if owner == 0 || !slices.Contains(Exports(), via) {
			return false
		}
		c = c.WithOwner(via, owner)
	}
	return c.Owners == text
}
