// Package page is the page: it mounts the screens of Rebound, drawn with go-app,
// and carries what they ask to the backend.
//
// The page holds no truth of its own. [Page] asks the backend (package wire has
// what they say to each other, link.go how it travels), keeps the last answers,
// and draws them:
//
//	link.go    globalThis.rebound: requests out, replies and events in
//	page.go    the component: what happens on a reply, an event
//	nav.go     what happens on a route, and where the keyboard is then
//	host.go    the page as its screens know it
//	tasks.go   what keeps each of the browser's tasks short
//	shell.go   header, ribbon, bars and toasts around a screen
//
// A screen is a package: its View is what it draws from and, as methods, what the
// runner can do on it; Draw is a function of the View alone, so that it can be
// tested as an outline of its HTML (testdata/*.txt, rewritten by go test -update).
// Screens never import one another. What several draw from is [ui.Page], which
// each embeds, and which gives them the page as a [ui.Host]; what several draw is
// in package ui, and what several take in (files, typed numbers) in package inbox.
// Sentences about the runner's body come ready from the backend (package words);
// the labels of a screen stand in its package. A new screen is a package, a name in
// ui/route.go and a line in newPage.
//
// Rules that go-app sets: a handler is a method, never a closure over a row of a
// list, since go-app compares handlers by their code; the row says what it is in
// a data attribute. No inline style (the content security policy forbids it).
// Links are fragments. Raw is for SVG from package chart and our own icons only;
// a drawing that can be pressed is made of elements (body/figure.go).
package page

import (
	"time"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// Run draws the page in a browser; it does not return there. Natively it does
// nothing.
func Run() {
	time.Sleep(10 * time.Millisecond) // the browser has its turn between the start of the program and that of the page
	app.Route("/", func() app.Composer { return newPage() })
	app.RunWhenOnBrowser()
}
