// Package flags says how the two programs of the browser are compiled: small,
// and fast where it matters.
//
// A call costs WebAssembly little beside what its inlined body costs the
// download, so the compiler inlines nothing but what a watch's files, a verdict
// and the runtime beneath them go through (docs/adr/0007 has the figures).
package flags

import "strings"

// under every program: allocation, maps, the garbage collector, comparing bytes.
const runtime = "runtime internal/runtime/maps internal/abi internal/bytealg internal/goarch "

// The hot packages of each program, patterns of the go command with spaces
// between.
const (
	// inflating, reading FIT, and assessing years of days
	workerHot = runtime + "archive/zip compress/flate hash/... io io/... path/... " +
		"bufio bytes strings unicode/utf8 encoding/binary math math/bits errors time sync sync/... internal/sync " +
		"github.com/muktihari/fit/decoder github.com/muktihari/fit/proto github.com/muktihari/fit/profile/basetype " +
		"github.com/muktihari/fit/kit/... github.com/tormoder/fit/dyncrc16 " +
		"rebound/engine/watch/... rebound/engine/diary rebound/engine/signal rebound/engine/load rebound/engine"
	// drawing: the screens, the charts, and what compares one frame with the last
	pageHot = runtime + "syscall/js github.com/maxence-charriere/go-app/v10/pkg/app rebound/app/..."
)

// Worker is for everything that runs in the Web Worker.
func Worker() []string { return inlining(workerHot) }

// Page is for the page.
func Page() []string { return inlining(pageHot) }

// inlining turns inlining off, and on again for some packages: of several
// patterns that match, the last one holds.
func inlining(hot string) []string {
	flags := []string{"-gcflags=all=-l"}
	for _, pattern := range strings.Fields(hot) {
		flags = append(flags, "-gcflags="+pattern+"=")
	}
	return flags
}
