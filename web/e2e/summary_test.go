package e2e

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"

	"rebound/app/wire"
	"rebound/engine/diary"
)

// papers are what a page is printed on, in inches.
var papers = map[string][2]float64{"A4": {8.27, 11.69}, "Letter": {8.5, 11}}

// The page for a coach, physio or doctor is one page, of A4 and of US Letter, from a light
// and a dark screen, of an ordinary diary and of one that is overfull: nothing of it is cut.
func TestOnePageByThumb(t *testing.T) {
	today := sampleExport(t).today
	s := newSite(t, built)
	p := shared(t).open(t, s.url("#/body"))
	p.viewport(390, 844)
	p.wait("the page", mounted)
	ask[wire.State](p, wire.OpSample, wire.SampleArg{On: true})
	p.wait("the way to the page", `document.querySelector("main a[href='#/summary']")`)
	p.do(`document.querySelector("main a[href='#/summary']").click()`)
	p.wait("the page", `document.querySelector(".one-page > .limits") && document.activeElement.id === "title" && document.title.startsWith("One page")`)
	if text := p.text(".one-page"); !strings.Contains(text, "Left calf") || !strings.Contains(text, "Sample runner") {
		t.Errorf("the sample's page says %s", clip(text))
	}
	p.look("summary")
	p.printsOn("summary")

	yes := true
	for i, site := range diary.Sites {
		for n := range 2 {
			d := today - diary.Date(40-i-7*n)
			ask[wire.State](p, wire.OpNiggle, wire.NiggleSaid{Date: d, Site: string(site), Side: "left", Severity: 1 + (n+i)%9, Tightness: true, Worse: true, Swelling: true, NightPain: &yes, Limp: &yes, BonePoint: &yes, Seen: &yes})
		}
	}
	for n := range 6 {
		from := today - diary.Date(80-9*n)
		ask[wire.State](p, wire.OpIllness, wire.IllnessSaid{From: from, To: from + 1, Where: "below_neck"})
	}
	for _, r := range ask[wire.Settings](p, wire.OpSettings, nil).Rules[3:7] {
		ask[wire.Settings](p, wire.OpSetting, wire.SettingArg{Key: r.Key, Value: r.Value + r.Step})
	}
	p.screen("#/body")
	p.drawn("Body")
	p.screen("#/summary")
	p.wait("all that was logged", `document.querySelector(".niggles")?.innerText.includes("earlier") && document.querySelector(".one-page > .limits")`)
	long := strings.Repeat("Averyveryverylongname", 9)
	p.fill("#summary-name", long[:60])
	p.wait("the name", `document.querySelector(".one-page .whose")`)
	p.do(`for (const e of document.querySelectorAll(".one-page .by")) e.textContent = "` + long + `"`)
	p.scheme("dark")
	p.printsOn("summary-full")
	p.scheme("light")
	p.fits("an overfull page", 390)
}

// cutOff is what of the page does not fit on the paper, or is printed too small to read: under
// 8 pt.
const cutOff = `(() => {
	const page = document.querySelector(".one-page"), box = page.getBoundingClientRect();
	const out = [];
	if (page.scrollHeight > page.clientHeight + 1) out.push("it is " + page.scrollHeight + " px high, of " + page.clientHeight);
	const notes = page.querySelector(".notes-of");
	if (notes.scrollHeight > notes.clientHeight + 1) out.push("the lists are " + notes.scrollHeight + " px high, of " + notes.clientHeight);
	for (const e of page.querySelectorAll("p, li, h2, h3, text")) {
		const r = e.getBoundingClientRect();
		if (!r.width) continue;
		const size = parseFloat(getComputedStyle(e).fontSize) * (e.getScreenCTM?.().a ?? 1);
		if (r.right > box.right + 1 || size < 10.6) out.push(e.textContent.slice(0, 30) + " " + Math.round(r.right) + " " + size.toFixed(1));
	}
	return out.slice(0, 6).join("; ");
})()`

// printsOn checks that what is shown prints on one page of each paper, nothing of it cut.
func (p *tab) printsOn(name string) {
	p.t.Helper()
	media := func(name string, width, height int64) {
		if _, err := chromedp.Call(p.ctx, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Media: name}); err != nil {
			p.t.Fatal(err)
		}
		p.viewport(width, height)
	}
	media("print", 688, 950) // what the margins leave of A4's width, in CSS pixels
	if cut := eval[string](p, cutOff); cut != "" {
		p.t.Errorf("%s: cut off on paper: %s", name, cut)
	}
	media("", 390, 844)
	for paper, size := range papers {
		pdf, err := chromedp.Call(p.ctx, page.PrintToPDF, page.PrintToPDFParams{PaperWidth: size[0], PaperHeight: size[1]})
		if err != nil {
			p.t.Fatal(err)
		}
		if n := len(pdfPage.FindAll(pdf.Data, -1)); n != 1 {
			p.t.Errorf("%s is %d pages of %s", name, n, paper)
		}
		if dir := os.Getenv("REBOUND_SHOTS"); dir != "" {
			if err := os.WriteFile(filepath.Join(dir, name+"-"+paper+".pdf"), pdf.Data, 0o666); err != nil {
				p.t.Fatal(err)
			}
		}
	}
}
