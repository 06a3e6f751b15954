// Package page is the page: every screen of Rebound, drawn with go-app.
//
// The page holds no truth of its own. [Page] asks the worker (package wire has
// what they say to each other, link.go how it travels), keeps the last answers
// in a view, and draws it:
//
//	link.go    globalThis.rebound: requests out, replies and events in
//	page.go    the component: what happens on a reply, an event
//	nav.go     what happens on a route, and where the keyboard is then
//	act_*.go   what happens when the runner presses or types something
//	view.go    all that the screens draw from
//	shell.go   header, ribbon, bars, toasts around a screen
//	today*.go trends.go table.go plan*.go keep.go files.go settings*.go firstrun.go   the screens
//	body*.go checkin.go niggle.go movement.go reaction.go            Body and its parts
//	reaction_run.go  the reaction test while it runs, beside go-app
//
// A screen is a function of the view; it reads nothing else, so that it can be
// tested as an outline of its HTML (testdata/*.txt, rewritten by go test -update). Sentences about
// the runner's body come ready from the worker (package words); the labels of the
// screens stand here.
//
// Rules that go-app sets: a handler is a method, never a closure over a row of a
// list, since go-app compares handlers by their code; the row says what it is in
// a data attribute. No inline style (the content security policy forbids it).
// Links are fragments. Raw is for SVG from package chart and our own icons only;
// a drawing that can be pressed is made of elements (body_figure.go).
package page

import "github.com/maxence-charriere/go-app/v10/pkg/app"

// Run draws the page in a browser; it does not return there. Natively it does
// nothing.
func Run() {
	app.Route("/", func() app.Composer { return &Page{} })
	app.RunWhenOnBrowser()
}
