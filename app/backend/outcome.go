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

// group counts good files of a kind, or of one vendor's export.
type group struct {
	kind, result string
	count        int
	first, last  diary.Date // 0: no file of it has a date

	via  string         // of an export
	held words.Contents // by its files
	seen *words.Seen    // shared by clones: an import whose commit fails ends
}

// export has what one more file of an export holds, and gives its line.
func (o *outcome) export(files []diary.File, offset func(f *diary.File) func(unix int64) int) wire.FileLine {
	var one words.Contents
	g := o.groupOf(files[0].Via)
	known := words.NewSeen()
	for i := range files {
		at := offset(&files[i])
		one.Add(&files[i], at, known)
		g.held.Add(&files[i], at, g.seen)
	}
	line := words.ExportLine(&files[0], one)
	if g.count++; line.Result == "partial" {
		o.progress.Done++
		o.progress.Partial++
		return line
	}
	o.count(line)
	return line
}

// groupOf is the group of an export, which is new where there is none.
func (o *outcome) groupOf(via string) *group {
	for i := range o.groups {
		if o.groups[i].via == via {
			return &o.groups[i]
		}
	}
	o.groups = append(o.groups, group{kind: words.KindExport, result: "added", via: via, seen: words.NewSeen()})
	return &o.groups[len(o.groups)-1]
}

// count counts a good file, and lists it while there are few.
func (o *outcome) count(line wire.FileLine) {
	if o.progress.Done++; line.Result == "duplicate" {
		o.progress.Dup++
	} else {
		o.progress.Added++
	}
	if len(o.lines) <= fewLines {
		o.lines = append(o.lines, line)
	}
}

// add counts one file. day is the date it is about, 0 for none.
func (o *outcome) add(line wire.FileLine, day diary.Date) {
	p := &o.progress
	switch line.Result {
	case "added":
	case "partial":
		p.Done++
		p.Partial++
		return
	case "duplicate":
		line.Kind = "duplicate"
	default:
		p.Done++
		p.Rejected++
		return
	}
	o.count(line)
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
	if n := o.progress.Other; n > 0 {
		defer func() {
			to.Groups = append(to.Groups, wire.FileGroup{Kind: "other", Result: "unneeded", Count: n, Text: words.Unneeded(n)})
		}()
	}
	if len(o.lines) <= fewLines {
		to.Lines = append(to.Lines, o.lines...)
		return
	}
	for _, g := range o.groups {
		text := words.Group(g.kind, g.count, g.first, g.last)
		if g.via != "" {
			text = words.ExportGroup(g.via, g.held, g.count)
		}
		to.Groups = append(to.Groups, wire.FileGroup{Kind: g.kind, Result: g.result, Count: g.count, Text: text})
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
