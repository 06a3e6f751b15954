package watch

import (
	"bytes"
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

// otherFormats is what runners drop besides FIT, and where the FIT is.
var otherFormats = []struct{ ext, what, hint string }{
	{".gpx", "a GPX file: it holds the route, not the heart's readings", "In your watch's app or website, export the original FIT file of the activity."},
	{".tcx", "a TCX file: it leaves out most of what the watch measured", "In your watch's app or website, export the original FIT file of the activity."},
	{".csv", "a CSV table", "Export the watch's own FIT files; for Garmin, request all your data and drop the whole zip."},
	{".json", "a JSON file", "Nothing to do if the export also holds FIT files; those are read."},
	{".xml", "an XML file", "Export the watch's own FIT files: Apple Health's XML is not read."},
	{".pdf", "a PDF document", "Export the watch's own FIT files."},
	{".jpg", "a picture", "Nothing to do: only FIT files are read."},
	{".jpeg", "a picture", "Nothing to do: only FIT files are read."},
	{".png", "a picture", "Nothing to do: only FIT files are read."},
	{".tar", "a tar archive", "Unpack it and drop the folder."},
	{".rar", "a RAR archive", "Unpack it and drop the folder."},
	{".7z", "a 7z archive", "Unpack it and drop the folder."},
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
	for _, f := range otherFormats {
		if f.ext == ext {
			return &Problem{Code: "not_fit", What: "This is " + f.what + ".", Hint: f.hint}
		}
	}
	return &Problem{Code: "not_fit", What: "This is not a FIT file.", Hint: "Export the original FIT file from the watch or its app."}
}
