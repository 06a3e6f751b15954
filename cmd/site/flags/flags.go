// Package flags says how the programs of the browser are compiled: small, and
// fast where it matters.
//
// A call costs WebAssembly little beside what its inlined body costs the
// download, so the compiler inlines nothing but what a file, a verdict or a
// screen goes through and the runtime beneath them (docs/adr/0015 has the
// figures).
package flags

import "strings"

// The hot packages of each program, patterns of the go command with spaces
// between.
const (
	// under every program: allocation, maps, the garbage collector, comparing bytes
	runtime = "runtime internal/runtime/maps internal/abi internal/bytealg internal/goarch "

	// under those of the workers
	library = "hash/... io path/... bufio bytes strings unicode/utf8 encoding/binary math math/bits errors time " +
		"sync sync/... internal/sync rebound/engine/diary rebound/engine/load "

	// assessing years of days
	backend = runtime + library + "rebound/engine/signal rebound/engine"

	// unpacking and reading files
	reader = runtime + library + "archive/zip compress/flate io/... rebound/engine/watch/... " +
		"github.com/muktihari/fit/decoder github.com/muktihari/fit/proto github.com/muktihari/fit/profile/basetype " +
		"github.com/muktihari/fit/kit/... github.com/tormoder/fit/dyncrc16"

	// drawing: the screens, the charts, and what compares one frame with the last
	page = runtime + "syscall/js github.com/maxence-charriere/go-app/v10/pkg/app rebound/app/..."
)

// Backend, Reader and Page are for those programs, and for tests of what they do.
func Backend() []string { return inlining(backend) }
func Reader() []string  { return inlining(reader) }
func Page() []string    { return inlining(page) }

// inlining turns inlining off, and on again for some packages: of several
// patterns that match, the last one holds.
func inlining(hot string) []string {
	flags := []string{"-gcflags=all=-l"}
	for _, pattern := range strings.Fields(hot) {
		flags = append(flags, "-gcflags="+pattern+"=")
	}
	return flags
}
