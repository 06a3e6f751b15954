// Package boot tests, in Node, what of the page's start needs no page.
package boot

import (
	"os/exec"
	"strings"
	"testing"

	"rebound/app/chart"
	"rebound/app/wire"
)

func TestDraftStore(t *testing.T) {
	inNode(t, "draftstore.test.mjs")
}

func TestNoted(t *testing.T) {
	inNode(t, "noted.test.mjs")
}

func TestReading(t *testing.T) {
	inNode(t, "reading.test.mjs")
}

func TestStrap(t *testing.T) {
	inNode(t, "../strap/strap.test.mjs")
}

// What the content security policy lets be drawn is what package chart draws.
func TestChartsMayBeDrawn(t *testing.T) {
	c := wire.Chart{Key: "hrv", Title: `<"&>`, Unit: "ms", Lines: []wire.Line{{Name: "7-day average", Points: wire.Series{{Date: 20500, Value: 50}, {Date: 20501, Value: 48}}}},
		Limit: wire.Series{{Date: 20500, Value: 47}}, Marks: []wire.Mark{{Date: 20500, Text: `</svg><script>`, Kind: "cut"}}}
	for name, picture := range map[string]string{
		"a trend": chart.Trend(c, 20490, 20501), "a spark": chart.Spark(`Pain, <0> to "10"`, chart.SparkLine{Points: c.Lines[0].Points}),
	} {
		cmd := exec.Command("node", "--input-type=module", "-e", `import { isPicture } from "./trust.js"; import { readFileSync } from "node:fs"; console.log(isPicture(readFileSync(0, "utf8")))`)
		cmd.Stdin = strings.NewReader(picture)
		if out, err := cmd.Output(); err != nil || strings.TrimSpace(string(out)) != "true" {
			t.Errorf("%s: %s, %v: %s", name, out, err, picture)
		}
	}
}

func inNode(t *testing.T, file string) {
	t.Helper()
	if out, err := exec.Command("node", "--test", file).CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
}
