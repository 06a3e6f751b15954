package watch

import (
	"bytes"
	"iter"
	"path"
	"strings"
	"unicode"
	"unicode/utf8"
)

// cleanName makes a name from an archive fit to be shown: one line of printable
// text with forward slashes, no way up and no root. It is never opened as a
// path.
func cleanName(name string) string {
	const longest = 300
	name = strings.ToValidUTF8(strings.ReplaceAll(name, `\`, "/"), "\uFFFD")
	name = strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || unicode.Is(unicode.Cf, r) || r == '\u2028' || r == '\u2029' {
			return -1 // Cf holds the marks that turn the direction of text
		}
		return r
	}, name)
	var kept []string
	for _, part := range strings.Split(name, "/") {
		if part = strings.TrimSpace(part); part != "" && part != "." && part != ".." {
			kept = append(kept, part)
		}
	}
	name = strings.Join(kept, "/")
	for len(name) > longest {
		_, n := utf8.DecodeRuneInString(name)
		name = name[n:]
	}
	if name == "" {
		return "(no name)"
	}
	return name
}

func join(outer, inner string) string {
	if outer == "" {
		return inner
	}
	return outer + "/" + inner
}

// clutter reports whether a name is what systems leave behind in every folder,
// about which nobody wants to read.
func clutter(name string) bool {
	base := path.Base(name)
	return strings.HasPrefix(base, "._") || base == ".DS_Store" || strings.EqualFold(base, "Thumbs.db") ||
		strings.EqualFold(base, "desktop.ini") || strings.Contains("/"+name, "/__MACOSX/")
}

// otherFormats is what runners drop of which nothing can be read, and what to do: a
// GPX, a CSV and the like that a source knows (formats.go) never gets here.
var otherFormats = []struct{ ext, what, hint string }{
	{".gpx", "called a GPX file, but there is no track in it", exportAgain},
	{".tcx", "called a TCX file, but there is no workout in it", exportAgain},
	{".csv", "a CSV table, but not from a watch or app that Rebound knows", "Rebound can read a table with one row for each day: the date, and resting HR, HRV or sleep. " + WhatToExport},
	{".json", "a JSON file, but not from a watch or app that Rebound knows", WhatToExport},
	{".xml", "an XML file, but not from a watch or app that Rebound knows", WhatToExport},
	{".pdf", "a PDF document", WhatToExport},
	{".jpg", "a picture", "Nothing to do: a picture has no readings in it."},
	{".jpeg", "a picture", "Nothing to do: a picture has no readings in it."},
	{".png", "a picture", "Nothing to do: a picture has no readings in it."},
	{".tar", "a tar archive", "Unpack it and add the folder."},
	{".rar", "a RAR archive", "Unpack it and add the folder."},
	{".7z", "a 7z archive", "Unpack it and add the folder."},
}

const exportAgain = "Export the activity again, as FIT if you can."

// WhatToExport is the hint that ends the problem of a file that no format knows. It is for
// the page: the command line says where else that is written.
const WhatToExport = "The Files screen says what to export, under Where are my files?"

// spreadsheet is the problem of a workbook, which is a zip of XML to whoever opens it.
var spreadsheet = &Problem{Code: "spreadsheet", What: "This is a spreadsheet.", Hint: "Save the table as CSV in your spreadsheet program, then add the CSV file."}

// isSpreadsheet reports whether a zip's names are those of a workbook of Excel,
// LibreOffice or Numbers.
func isSpreadsheet(names iter.Seq[string]) bool {
	content, manifest := false, false
	for name := range names {
		switch name {
		case "xl/workbook.xml", "Index/Document.iwa":
			return true
		case "content.xml":
			content = true
		case "META-INF/manifest.xml":
			manifest = true
		}
	}
	return content && manifest
}

// notFIT says what a file is instead, by its name and, where that says nothing,
// by how it begins.
func notFIT(name string, head []byte) *Problem {
	ext := strings.ToLower(path.Ext(strings.TrimSuffix(strings.ToLower(name), ".gz")))
	text := bytes.ToLower(bytes.TrimSpace(head[:min(len(head), HeadSize)]))
	switch known := ext != ".fit" && ext != "" && ext != ".zip"; {
	case known:
	case bytes.Contains(text, []byte("<gpx")):
		ext = ".gpx"
	case bytes.Contains(text, []byte("<trainingcenterdatabase")):
		ext = ".tcx"
	case bytes.HasPrefix(text, []byte("<?xml")):
		ext = ".xml"
	}
	if ext == ".fit" {
		return &Problem{Code: "not_fit", What: "This is not a FIT file, despite its name.", Hint: "Copy it from the watch again, or export the original FIT file from its app."}
	}
	for _, f := range otherFormats {
		if f.ext == ext {
			return &Problem{Code: "not_fit", What: "This is " + f.what + ".", Hint: f.hint}
		}
	}
	return &Problem{Code: "not_fit", What: "This is not from a watch or app that Rebound knows.", Hint: WhatToExport}
}
