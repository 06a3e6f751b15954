package e2e

import (
	"testing"
)

// The page's program ends in a panic, and the diary is still in reach: the line
// that stands then offers a backup, which the backend makes, and a reload.
func TestPageStops(t *testing.T) {
	x := sampleExport(t)
	s := newSite(t, built)
	p := shared(t).open(t, s.url(""))
	p.wait("the page", mounted)
	p.drop(x.folder)
	p.imported(1)
	before := p.read(x.today)
	dir := p.downloads()

	p.viewport(390, 844)
	p.allowed = append(p.allowed, "panic: ", "goroutine ", "exit code: 2", "Go program has already exited")
	p.do("rebound.onoffline()") // the page reads an argument of it
	const line = `document.querySelector(".boot-line-over[role=alert]")`
	p.wait("a line", line)
	p.look("stopped")
	p.press("Back up")
	file := downloaded(t, dir)
	p.wait("word of it", line+`.textContent.includes("in your downloads")`)
	p.press("Reload")
	p.wait("the page", "!"+line)
	if after := p.read(x.today); after != before {
		t.Errorf("after the reload the page says %+v; it said %+v", after, before)
	}

	p.screen("#/settings")
	p.press("Erase all data")
	p.press("Erase everything")
	p.wait("an empty diary", "!"+verdictStands)
	p.screen("#/settings")
	p.chooseAfter("Restore", file)
	p.wait("that it is restored", toast+`?.includes("The backup is restored")`)
	p.screen("#/today")
	if after := p.read(x.today); after != before {
		t.Errorf("restored, the page says %+v; it said %+v", after, before)
	}
}

// A diary that cannot be opened is said in a line that offers the same two.
func TestDiaryThatCannotBeOpened(t *testing.T) {
	s := newSite(t, built)
	p := shared(t).blank(t)
	p.allowed = append(p.allowed, "favicon.ico") // what a browser asks for beside a bare picture
	p.visit(s.url("icon.svg"))                   // the origin, before the app is there
	p.do(`new Promise((done) => {
		const later = indexedDB.open("rebound:" + location.pathname.replace("icon.svg", ""), 99); // as a newer version leaves it
		later.onsuccess = () => done(later.result.close());
	})`)
	p.visit(s.url(""))
	const line = `document.querySelector("[role=alert] .fault")`
	p.wait("the reason", line+`?.textContent.includes("newer version")`)
	p.wait("both buttons", `[...`+line+`.querySelectorAll("button")].map((b) => b.textContent).join().startsWith("Reload,Back up,Restore,Erase all data")`)
	p.wait("what stands behind it", `document.querySelector("main h1").innerText === "Your diary cannot be shown" && !document.querySelector("main rebound-first, main .skeleton")`)
	p.shoot("newer-diary")
	p.do("window.before = true")
	p.press("Reload")
	p.wait("the page anew", "!window.before && "+line)

	// It can be saved and, once the runner has said so twice, erased.
	dir := p.downloads()
	p.press("Back up")
	file := downloaded(t, dir)
	p.reload()
	p.wait("the reason again", line)
	p.do(`window.confirm = () => true, localStorage.setItem("rebound-draft:" + location.pathname + ":cold", JSON.stringify({since: Date.now(), at: Date.now(), fields: {"cold-minutes": "7"}}))`)
	p.press("Erase all data")
	p.wait("an empty diary", "!"+line+" && "+fileInput)
	if n := eval[int](p, kept); n != 0 {
		t.Errorf("%d drafts outlive the diary", n)
	}
	p.screen("#/settings")
	p.chooseAfter("Restore", file)
	p.wait("that it is restored", toast+`?.includes("The backup is restored")`)
}
