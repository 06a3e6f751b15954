package e2e

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"rebound/app/wire"
	"rebound/engine/diary"
	"rebound/engine/sample"
	"rebound/engine/watch/fitfile"
)

// fileLine is one list item of the Files screen.
type fileLine struct{ File, Result, Text string }

const fileLines = `[...document.querySelectorAll("li[data-file]")].map((e) =>
	({File: e.dataset.file, Result: e.dataset.result, Text: e.innerText}))`

// hostile is a file name that would run if it were taken for markup.
const hostile = `<img src=x onerror="window.harmed=1">.fit`

// mixed writes a folder with a good run, the same once more, the same cut off, and
// three files that are nothing. It gives each one's expected outcome.
func mixed(t *testing.T, today diary.Date) (dir string, want map[string]string) {
	t.Helper()
	run := encoded(t, "activity", sample.Files(today))
	dir = filepath.Join(t.TempDir(), "mixed")
	for name, data := range map[string][]byte{
		"a run.fit":    run,
		"same run.fit": run,
		"cut off.fit":  encoded(t, "activity", sample.Files(today-20))[:len(run)*3/5],
		"notes.fit":    []byte("Felt good today, 10 km."),
		"empty.fit":    nil,
		hostile:        []byte("\x0e\x10nothing of the kind"),
		"sub/deep.fit": encoded(t, "sleep", sample.Files(today)),
	} {
		if err := save(filepath.Join(dir, filepath.FromSlash(name)), data); err != nil {
			t.Fatal(err)
		}
	}
	return dir, map[string]string{
		"cut off.fit": "partial", "notes.fit": "rejected", "empty.fit": "rejected", hostile: "rejected",
		"deep.fit": "added",
	}
}

// encoded is the newest file of a kind, as the watch writes it.
func encoded(t *testing.T, kind string, list []diary.File) []byte {
	t.Helper()
	for i := len(list) - 1; i >= 0; i-- {
		if list[i].Kind == kind {
			data, err := fitfile.Encode(list[i])
			if err != nil {
				t.Fatal(err)
			}
			return data
		}
	}
	t.Fatalf("the sample runner has no file of kind %s", kind)
	return nil
}

// Every damaged file gets one line that stays, over navigation and reload, until
// it is dismissed; nothing in a file or its name is ever markup.
func TestEveryFileHasItsLine(t *testing.T) {
	s := newSite(t, built)
	p := shared(t).open(t, s.url("#/files"))
	p.wait("the page", mounted)
	dir, want := mixed(t, sampleExport(t).today)
	p.drop(dir)
	if tally := p.imported(1); tally.Added != 2 || tally.Dup != 1 || tally.Partial != 1 || tally.Rejected != 3 {
		t.Errorf("reported: %+v", tally)
	}
	p.wait("a line a file", fmt.Sprintf("document.querySelectorAll('li[data-file]').length >= %d", len(want)))
	for _, moment := range []struct {
		name string
		do   func()
		all  bool // the good files' lines are still there
	}{
		{"after the import", func() {}, true},
		{"back from another screen", func() {
			p.screen("#/trends")
			p.wait("the other screen", "!document.querySelector('li[data-file]')")
			p.screen("#/files")
		}, true},
		{"after a reload", p.reload, false},
	} {
		moment.do()
		p.wait("the lines "+moment.name, "document.querySelector('li[data-file]')")
		lines := eval[[]fileLine](p, fileLines)
		for name, result := range want {
			if result == "added" && !moment.all {
				continue
			}
			line := find(lines, name)
			if line.Result != result || strings.TrimSpace(strings.ReplaceAll(line.Text, line.File, "")) == "" {
				t.Errorf("%s, %s is %q (%s), want %s with a reason", moment.name, name, line.Result, clip(line.Text), result)
			}
		}
	}
	if eval[bool](p, `!!window.harmed || !!document.querySelector("main img")`) {
		t.Error("a file's name was taken for markup")
	}
	if line := find(eval[[]fileLine](p, fileLines), hostile); !strings.Contains(line.Text, hostile) {
		t.Errorf("the hostile name is shown as %q", line.Text)
	}
	for _, line := range eval[[]fileLine](p, fileLines) {
		t.Logf("%-9s %s", line.Result, clip(line.Text))
	}

	p.press("Dismiss")
	const bad = `document.querySelector("li[data-result=rejected], li[data-result=partial]")`
	p.wait("no bad lines", "!"+bad)
	p.reload()
	p.wait("the page", mounted)
	if list := ask[wire.FileList](p, wire.OpFiles, nil); len(list.Lines) > 0 || eval[bool](p, "!!"+bad) {
		t.Errorf("dismissed lines came back: %+v", list.Lines)
	}
}

func find(lines []fileLine, name string) fileLine {
	for _, l := range lines {
		if strings.HasSuffix(l.File, name) {
			return l
		}
	}
	return fileLine{}
}

// The page's own input takes files too.
func TestChooseFiles(t *testing.T) {
	s := newSite(t, built)
	p := shared(t).open(t, s.url(""))
	x := sampleExport(t)
	p.choose(x.zip)
	if tally := p.imported(1); tally.Added != x.files/2 {
		t.Errorf("reported: %+v", tally)
	}
	p.wait("a verdict", verdictStands)
}

// A drop with no file in it is answered, not met with silence.
func TestEmptyFolderIsSaid(t *testing.T) {
	p := shared(t).open(t, newSite(t, built).url("#/files"))
	p.wait("the Files screen", `document.querySelector("main h1")?.innerText === "Files"`)
	p.drop(t.TempDir())
	p.wait("a line that says so", `document.querySelector("[role=alert]")?.innerText.includes("no file in what you dropped")`)
}

// Four hundred files of which half are broken: each broken one has its line, the
// others are in, and the page stays responsive.
func TestHalfOfFourHundredBroken(t *testing.T) {
	long(t)
	x := sampleExport(t)
	s := newSite(t, built)
	dir := t.TempDir()
	for i, f := range sample.Files(x.today)[:400] {
		data, err := fitfile.Encode(f)
		if err != nil {
			t.Fatal(err)
		}
		switch i % 8 {
		case 1:
			data = data[:7]
		case 3:
			data = nil
		case 5:
			data = []byte(strings.Repeat("not a file of a watch\n", i))
		case 7:
			copy(data[8:], "FAT.")
		}
		if err := save(filepath.Join(dir, fmt.Sprintf("%03d.fit", i)), data); err != nil {
			t.Fatal(err)
		}
	}
	p := shared(t).open(t, s.url("#/files"))
	p.wait("the page", mounted)
	begun := eval[float64](p, "performance.now()")
	p.drop(dir)
	if tally := p.imported(1); tally.Added != 200 || tally.Rejected != 200 {
		t.Errorf("reported: %+v", tally)
	}
	p.wait("a line for each broken file", `document.querySelectorAll("li[data-result=rejected]").length === 200`)
	p.wait("a verdict", verdictStands)
	t.Logf("longest main-thread task: %.0f ms", p.longestTask(begun))
}
