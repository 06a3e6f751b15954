// Package sources is what Rebound tells of *Where are my files?*: for each watch and app
// the quickest way to today's numbers and the way to all of them, by phone and by
// computer, with what comes of it and what does not; and the sheet of what every source
// gives.
//
// The texts are here (ways.go), the facts are engine/gives'. The site has it all as one
// file, which the Files screen fetches when it is shown: in the page's program the texts
// would delay every start for what is read once (docs/adr/0031). A source that is read
// has its place in both: a test fails otherwise.
package sources

import (
	"encoding/json"
	"slices"
	"strings"

	"rebound/app/brand"
	"rebound/engine/gives"
)

// File is the name of the file in the site.
const File = "sources.json"

// List is what the file holds.
type List struct {
	Makers []Maker    `json:"makers"`
	Heads  []string   `json:"heads"` // of the sheet
	Rows   [][]string `json:"rows"`
}

// Maker is a watch or an app as its owner looks for it.
type Maker struct {
	Name    string  `json:"name"`
	Daily   []Way   `json:"daily"`             // the quickest to the newest numbers
	History []Way   `json:"history,omitempty"` // to everything
	First   []Quick `json:"first,omitempty"`   // to weeks of nights, and so to a first verdict, the quickest first
	Gets    []Got   `json:"gets"`
	Note    string  `json:"note,omitempty"`
	Menus   string  `json:"menus,omitempty"` // where a way names any: that they may have other names
}

// menus is said because the names of most were found in makers' help and in what runners
// write, and not on a phone of each; because makers change them; and because people read
// them in other languages.
const menus = "Menus change, and yours may be named a little differently. If a step isn't where it says, look nearby, or search the app's or website's help for \"export\"."

// Got says what comes of one kind of a maker's files. Name is "" where there is one kind.
type Got struct {
	Name string `json:"name,omitempty"`
	Text string `json:"text"`
}

// JSON is the file.
func JSON() []byte {
	l := List{Heads: heads}
	for _, m := range makers {
		out := Maker{Name: m.name, Daily: m.daily, History: m.history, First: quickest(m), Note: m.note}
		if m.vias[0] != "table" {
			out.Menus = menus
		}
		for _, via := range m.vias {
			r, _ := gives.Of(via)
			g := Got{Text: got(r)}
			if len(m.vias) > 1 {
				g.Name = viaName(via)
			}
			out.Gets = append(out.Gets, g)
		}
		l.Makers = append(l.Makers, out)
	}
	for _, r := range gives.Sheet {
		l.Rows = append(l.Rows, Cells(r))
	}
	b, err := json.Marshal(l)
	if err != nil {
		panic(err) // strings always marshal
	}
	return b
}

// viaName is a row's name in the sheet.
func viaName(via string) string {
	if via == "" {
		return "The watch's FIT files"
	}
	return brand.Name(via)
}

// got says what comes of a source, and what does not: "Sleep with stages; resting HR;
// runs, totals only. No HRV."
func got(r gives.Row) string {
	var has, lacks []string
	add := func(p gives.Part, text, name string) {
		switch {
		case text == "":
			lacks = append(lacks, name)
		case may(r, p):
			has = append(has, text+" (not always)")
		default:
			has = append(has, text)
		}
	}
	add(gives.OfSleep, map[gives.Sleep]string{gives.Stages: "sleep with stages", gives.Total: "hours slept"}[r.Sleep], "sleep")
	add(gives.OfResting, map[gives.Resting]string{gives.Daily: "resting HR", gives.Lowest: "resting HR (the night's lowest)"}[r.Resting], "resting HR")
	hrv := ""
	if len(r.HRV) > 0 {
		hrv = "HRV: " + metrics(r.HRV)
	}
	add(gives.OfHRV, hrv, "HRV")
	add(gives.OfRuns, map[gives.Runs]string{gives.Series: "runs, second by second", gives.Beats: "runs with heart rate", gives.Summary: "runs, totals only"}[r.Runs], "runs")
	text := strings.Join(has, "; ")
	text = strings.ToUpper(text[:1]) + text[1:] + "."
	if len(lacks) > 0 {
		text += " No " + strings.Join(lacks, ", no ") + "."
	}
	return text
}

func may(r gives.Row, p gives.Part) bool { return slices.Contains(r.May, p) }

// metrics writes "RMSSD overnight", "SDNN overnight or at no fixed hour".
func metrics(list []gives.HRV) string {
	moments := map[string]string{"night": "overnight", "morning": "on waking", "any": "at no fixed hour"}
	text := ""
	for i, h := range list {
		switch {
		case i > 0 && h.Metric == list[i-1].Metric:
			text += " or " + moments[h.Moment]
			continue
		case i > 0:
			text += ", "
		}
		text += strings.ToUpper(h.Metric) + " " + moments[h.Moment]
	}
	return text
}

var heads = []string{"Source", "Sleep", "Resting HR", "HRV", "Runs"}

// Cells are a row of the sheet as it is written: its name, then the four parts.
func Cells(r gives.Row) []string {
	moments := map[string]string{"night": "night", "morning": "on waking", "any": "any hour"}
	hrv := ""
	for i, h := range r.HRV {
		if i > 0 {
			hrv += "; "
		}
		hrv += strings.ToUpper(h.Metric) + ", " + moments[h.Moment]
	}
	cell := func(p gives.Part, text string) string {
		switch {
		case text == "":
			return "–"
		case may(r, p):
			return text + " *"
		}
		return text
	}
	return []string{
		viaName(r.Via), cell(gives.OfSleep, map[gives.Sleep]string{gives.Stages: "stages", gives.Total: "hours"}[r.Sleep]),
		cell(gives.OfResting, map[gives.Resting]string{gives.Daily: "yes", gives.Lowest: "lowest of the night"}[r.Resting]),
		cell(gives.OfHRV, hrv),
		cell(gives.OfRuns, map[gives.Runs]string{gives.Series: "whole", gives.Beats: "heart rate", gives.Summary: "totals"}[r.Runs]),
	}
}
