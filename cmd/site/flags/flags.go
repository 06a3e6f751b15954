// Package flags says how page and backend, which every start waits for, and the
// reader, which holds every vendor's format, are compiled: small, and fast where it
// matters.
//
// A call costs WebAssembly little beside what its inlined body costs the
// download, so the compiler inlines nothing but what a verdict or a screen goes
// through and the maps beneath them (docs/adr/0015 has the figures).
package flags

import "strings"

// The hot packages of each program, patterns of the go command with spaces
// between.
const (
	// under every program: maps, comparing bytes
	basis = "internal/runtime/maps internal/abi internal/bytealg internal/goarch "

	// assessing years of days
	backend = basis + "math/bits " +
		"rebound/engine/load rebound/engine/signal rebound/engine"

	// reading: what goes over every byte of a file, whoever's it is
	reader = basis + "runtime math/bits bytes strings unicode unicode/utf8 bufio io slices cmp encoding/binary internal/strconv internal/stringslite internal/byteorder " +
		"compress/flate github.com/tormoder/fit/... " +
		"rebound/engine/watch/inflate rebound/engine/watch/fitfile rebound/engine/watch/xmlin rebound/engine/watch/jsonin " +
		"rebound/engine/watch/table rebound/engine/watch/sqlite rebound/engine/watch/apple rebound/engine/load"

	// drawing: what every screen is made of
	page = basis + "syscall/js rebound/app/page/ui"
)

// Backend, Page and Reader are for those programs, and for tests of what they do.
func Backend() []string { return inlining(backend) }
func Page() []string    { return inlining(page) }
func Reader() []string  { return inlining(reader) }

// inlining turns inlining off, and on again for some packages: of several
// patterns that match, the last one holds.
func inlining(hot string) []string {
	flags := []string{"-gcflags=all=-l"}
	for _, pattern := range strings.Fields(hot) {
		flags = append(flags, "-gcflags="+pattern+"=")
	}
	return flags
}
