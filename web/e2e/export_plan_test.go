package e2e

import (
	"archive/zip"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"

	"rebound/app/wire"
)

// sheet stands for the system's share sheet, which a browser without a screen
// does not have: it notes what it is given, and refuses as it is told.
const sheet = `
	window.shared = [];
	navigator.canShare = ({files}) => files?.length === 1;
	navigator.share = async ({files}) => {
		window.shared.push(files[0].name + " " + files[0].type + " " + (await files[0].text()).slice(0, 15));
		if (window.refusal) throw new DOMException("refused", window.refusal);
	};`

// A plan goes out as a file: saved, or handed to another app where the browser
// has a sheet for that, and saved after all when the sheet refuses.
func TestPlanGoesOut(t *testing.T) {
	x := sampleExport(t)
	s := newSite(t, built)
	p := shared(t).blank(t)
	if _, err := chromedp.Call(p.ctx, page.AddScriptToEvaluateOnNewDocument, page.AddScriptToEvaluateOnNewDocumentParams{Source: sheet}); err != nil {
		t.Fatal(err)
	}
	dir := p.downloads()
	p.visit(s.url("#/today"))
	p.wait("the page", mounted)
	weekly := 40.0
	ask[wire.State](p, wire.OpPlanMake, wire.PlanMake{Goal: wire.PlanGoal{RaceDate: x.today + 70, RaceKm: 10, WeeklyKm: &weekly}})
	made := ask[wire.PlanScreen](p, wire.OpPlan, wire.DateArg{Date: x.today})
	if made.Made == nil {
		t.Fatal("no plan was made")
	}
	out := func(how, what string) {
		t.Helper()
		p.do("rebound." + how + "(" + strconv.Quote(fmt.Sprintf(`{"id":-77,"op":%q,"args":{"what":%q}}`, wire.OpPlanExport, what)) + ")")
	}
	if !eval[bool](p, "rebound.canShare") {
		t.Error("the page does not know that it can share")
	}
	out("share", "ics")
	p.wait("the calendar on the sheet", `shared.length === 1`)
	if got := eval[string](p, "shared[0]"); got != "rebound-plan.ics text/calendar BEGIN:VCALENDAR" {
		t.Errorf("shared: %s", got)
	}
	p.do(`window.refusal = "AbortError"`)
	out("share", "workouts")
	p.wait("the sheet that the runner closes", `shared.length === 2`)
	p.do(`window.refusal = "NotAllowedError"`)
	out("share", "workouts")
	file := downloaded(t, dir)
	if again, _ := filepath.Glob(filepath.Join(dir, "*")); len(again) != 1 {
		t.Errorf("saved: %q, though the runner closed the sheet once", again)
	}
	z, err := zip.OpenReader(file)
	if err != nil {
		t.Fatal(err)
	}
	defer z.Close()
	if len(z.File) == 0 || !strings.HasSuffix(z.File[0].Name, ".fit") {
		t.Errorf("%d files in %s", len(z.File), file)
	}
	if err := os.Remove(file); err != nil {
		t.Fatal(err)
	}
	out("send", "workouts")
	downloaded(t, dir)
	if n := eval[int](p, "shared.length"); n != 3 {
		t.Errorf("the sheet opened %d times", n)
	}
}
