package backend

import (
	"slices"

	"rebound/app/wire"
	"rebound/app/words"
	"rebound/engine/diary"
)

// fewLines is how many good files are listed one by one; more are grouped.
const fewLines = 12

// outcome is what came of one import so far. Refused and partial files are
// counted here and kept in the book.
type outcome struct {
	progress wire.Progress
	lines    []wire.FileLine // the first good files
	groups   []group
}

// clone is a copy that add may change.
func (o outcome) clone() outcome {
	o.groups = slices.Clone(o.groups)
	return o
}

// group counts good files of a kind.
type group struct {
	kind, result string
	count        int
	first, last  diary.Date // 0: no file of it has a date
}

// add counts one file. day is the date it is about, 0 for none.
func (o *outcome) add(line wire.FileLine, day diary.Date) {
	p := &o.progress
	p.Done++
	switch line.Result {
	case "added":
		p.Added++
	case "partial":
		p.Partial++
		return
	case "duplicate":
		p.Dup++
		line.Kind = "duplicate"
	default:
		p.Rejected++
		return
	}
	if len(o.lines) <= fewLines {
		o.lines = append(o.lines, line)
	}
	for i := range o.groups {
		if g := &o.groups[i]; g.kind == line.Kind && g.result == line.Result {
			g.count++
			g.span(day)
			return
		}
	}
	g := group{kind: line.Kind, result: line.Result, count: 1}
	g.span(day)
	o.groups = append(o.groups, g)
}

func (g *group) span(day diary.Date) {
	if day == 0 {
		return
	}
	if g.first == 0 || day < g.first {
		g.first = day
	}
	g.last = max(g.last, day)
}

// list puts the good files on the Files screen: one by one, or grouped.
func (o *outcome) list(to *wire.FileList) {
	if len(o.lines) <= fewLines {
		to.Lines = append(to.Lines, o.lines...)
		return
	}
	for _, g := range o.groups {
		to.Groups = append(to.Groups, wire.FileGroup{
			Kind: g.kind, Result: g.result, Count: g.count, Text: words.Group(g.kind, g.count, g.first, g.last),
		})
	}
}

// dayOf is the local date that a file is about; 0 when it has none.
func dayOf(f *diary.File, offset func(unix int64) int) diary.Date {
	at := int64(0)
	switch {
	case len(f.Activities) > 0:
		at = f.Activities[0].Start
	case len(f.Nights) > 0:
		at = f.Nights[len(f.Nights)-1].End
	case len(f.HRV) > 0:
		at = f.HRV[len(f.HRV)-1].At
	case len(f.Resting) > 0:
		at = f.Resting[len(f.Resting)-1].At
	case len(f.Daily) > 0:
		at = f.Daily[0].At
	case len(f.Clocks) > 0:
		at = f.Clocks[0].At
	default:
		return 0
	}
	return diary.DateAt(at, offset(at))
}
