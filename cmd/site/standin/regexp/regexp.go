// Package regexp stands in for regexp in the page's binary alone (docs/adr/0009):
// go-app can route by patterns, and the page has one route, without any. Whoever
// adds a pattern hears of it at the first start.
package regexp

// Regexp is a pattern, of which there are none.
type Regexp struct{}

func MustCompile(pattern string) *Regexp {
	panic("the page is built without regexp: " + pattern)
}

func (*Regexp) MatchString(string) bool { return false }
