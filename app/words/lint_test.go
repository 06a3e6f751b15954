package words

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"rebound/app/glossary"
	"rebound/engine/rule"
)

// fault is something that no sentence for a runner says: a word of the house or of
// coaches, an order of words that was translated, a slip of the pen. But says where
// the same letters are right. Bad is what must be found, good what must not.
type fault struct {
	what, say string
	is, but   *regexp.Regexp
	bad, good string
}

var faults = []fault{
	word("told", `told`, `told (Rebound|you)`, "name who: log, report, say", "Nothing was told of your body.", "What you told Rebound."),
	word("kept", `kept`, `kept up`, "declined, saved, or what it does now", "The original is kept.", "Keep the original."),
	word("stands", `stands`, ``, "stays, counts, is", "Your goal stands.", "Stand on a step."),
	word("the way back", `way back`, ``, "return to running", "The way back takes three weeks.", "On your back, knees up."),
	word("a bent plan", `bends|(plan|week|days?) (is|are|was|were) bent`, ``, "adjusts, adjusted", "Each morning bends the next seven days.", "Straight, then with the knee bent."),
	word("quality", `quality`, `sleep quality`, "hard session", "The next quality session waits.", "Your sleep quality was 2 of 4."),
	word("deload", `deload(s|ed|ing)?`, `also called a deload|deloading in strength`, "step-back week", "A deload is overdue.", "A step-back week is overdue."),
	word("a week cut", `week cuts?`, ``, "lighter week", "The week cut ends.", "Cut it short this week."),
	word("walk-run", `walk-runs?`, ``, "run-walk", "Start with walk-run sessions.", "Start with run-walk sessions."),
	word("hands on", `hands on for|hands-on`, ``, "self-massage", "Hands on for your calf.", "Hands on a wall, heel down."),
	word("your notes", `your notes`, ``, "your log", "It is in your notes.", "It is in your log."),
	word("speed for speed work", `no speed`, `no speed work`, "no speed work", "Run shorter, with no speed.", "No speed work today."),
	word("a promise of safety", `safely|be safe|is safe to run`, ``, "say what there is time for", "A marathon would be safe from May on.", "What was saved is safe."),
	word("normal without range", `your normal`, `your normal range`, "your normal range", "HRV is below your normal.", "HRV is in your normal range."),
	slip("the mean", `-day mean|\bmeans? of\b`, "average", "7-day mean 48 ms.", "What you mean to run."),
	word("words of statistics", `baseline|adverse|coefficient|median`, ``, "usual, out of range, typically", "The median of the last four.", "The middle of the week."),
	word("under-recovered", `under-?recovered`, ``, "before you had recovered", "Begun under-recovered.", "Before you had recovered."),
	word("clinician", `clinicians?`, ``, "physiotherapist or doctor", "See a clinician.", "See a physiotherapist or doctor."),
	word("immersion", `immersions?`, ``, "cold bath", "Log an immersion.", "Log a cold bath."),
	word("the guide without its name", `(the|owner's) guide('s)?\b|guide that Rebound`, ``, "the guide by its title", "By the guide's figure.", "RunNerd's guide says 7%."),
	word("translated turns", `by turns|lead on|is spoken of|worth a word|free of pain|it is asked|in favour|days running|on any usual|of which nothing|within your usual|has not resolved|for a \d+(st|nd|rd|th)`, ``,
		"as one says it", "Walking and running by turns.", "Walk and run in turn."),
	word("an ordinal day", `\d+(st|nd|rd|th) day`, ``, "for 4 days, day 4, today", "4th day out.", "The 13th week without one."),
	word("said twice", `(Next|Now|Because|Sleep): (Next|Now|Because|Sleep):`, ``, "say it once", "Next: Next: 1 min run.", "Next: 1 min run."),
	slip("a source as the store has it", `\b(garmin|polar|suunto|coros) fit\b|\bfrom (garmin|apple|polar|oura|whoop|strava)\b|(^|\s)[a-z]+_(account|connect|web)\b`, "brand.Name", "Readings from garmin fit.", "From Garmin 4315."),
	slip("curled quotes beside straight ones", `[‘“”]|\S’\D`, "straight quotes", "Don’t run.", "Do not run: it's sore."),
	slip("two spaces", `[^\s|]  +[^\s|]`, "one space", "Run easy  today.", "Run easy today."),
	slip("a space before a stop", `[a-z] [,.;:?](\s|$)`, "no space", "Run easy , then rest.", "Run easy, then rest."),
	slip("two stops", `[a-z)]\.\.(\s|$)|,,|;;|\?[?,]|!`, "one stop, no shouting", "Run easy..", "Run easy."),
}

// word is a fault by whole words, whatever their case.
func word(what, is, but, say, bad, good string) fault {
	f := fault{what: what, say: say, bad: bad, good: good, is: regexp.MustCompile(`(?i)(^|[^\w-])(` + is + `)($|[^\w-])`)}
	if but != "" {
		f.but = regexp.MustCompile(`(?i)` + but)
	}
	return f
}

func slip(what, is, say, bad, good string) fault {
	return fault{what: what, say: say, bad: bad, good: good, is: regexp.MustCompile(is)}
}

func (f fault) in(text string) bool {
	if f.but != nil {
		text = f.but.ReplaceAllString(text, "")
	}
	return f.is.MatchString(text)
}

// lint says what is wrong with a text; "" for nothing.
func lint(text string) string {
	for _, f := range faults {
		if f.in(text) {
			return fmt.Sprintf("%s (say: %s)", f.what, f.say)
		}
	}
	return ""
}

// A lint that finds nothing holds nothing: each fault is found where it is planted, and
// not where the same letters are right.
func TestLintBites(t *testing.T) {
	for _, f := range faults {
		if !f.in(f.bad) {
			t.Errorf("%s is not found in %q", f.what, f.bad)
		}
		if lint(f.good) != "" {
			t.Errorf("%q: %s", f.good, lint(f.good))
		}
	}
	planted := "package p\n\nconst class = \"kept\"\n\nvar x = T{\"cut_week\", `json:\"deload\"`, \"Your goal stands.\"}\n"
	found := 0
	for _, text := range literals(t, "planted.go", planted) {
		if lint(text) != "" {
			found++
		}
	}
	if found != 1 {
		t.Errorf("%d faults in a file with one", found)
	}
}

// read is what a runner reads, by where it is: every text in the code, every text of
// the screens' pictures, every sentence of the stories.
func read(t *testing.T) map[string]string {
	t.Helper()
	out := map[string]string{} // a text -> the first place that has it
	add := func(where, text string) {
		if out[text] == "" {
			out[text] = where
		}
	}
	for _, dir := range []string{".", "../page", "../sources", "../sheet", "../ical", "../glossary", "../chart", "../brand", "../unit", "../backend", "../reader", "../backup"} {
		walkFiles(t, dir, ".go", func(name, src string) {
			if !strings.HasSuffix(name, "_test.go") {
				for _, text := range literals(t, name, src) {
					add(name, text)
				}
			}
		})
	}
	for _, dir := range outside {
		walkFiles(t, dir, ".go", func(name, src string) {
			if strings.HasSuffix(name, "_test.go") || strings.HasSuffix(name, "plain/words.go") { // the latter knows columns
				return
			}
			for _, text := range literals(t, name, src) {
				add(name, strings.Join(strings.Fields(text), " ")) // a terminal's columns are set apart
			}
		})
	}
	walkFiles(t, "../page/testdata", ".txt", func(name, src string) {
		for _, line := range strings.Split(src, "\n") {
			if _, text, ok := strings.Cut(line, ": "); ok {
				add(name, text)
			}
		}
	})
	for _, dir := range []string{"../../web/boot", "../../web/strap", "../../web/seal"} {
		walkFiles(t, dir, ".js", func(name, src string) {
			for _, m := range regexp.MustCompile("[\"`]([A-Z][^\"`]* [^\"`]*)[\"`]").FindAllStringSubmatch(src, -1) {
				add(name, m[1])
			}
		})
	}
	walkFiles(t, "../../web", ".html", func(name, src string) {
		for _, m := range regexp.MustCompile(`>([^<>]*\w [^<>]*)<`).FindAllStringSubmatch(src, -1) {
			add(name, m[1])
		}
	})
	for _, text := range sentences(t, rule.Default()) {
		if strings.Contains(text, " ") { // else a code
			add("a story", text)
		}
	}
	return out
}

// outside are the packages beside app whose texts reach a runner: of files, and in a
// terminal.
var outside = []string{"../../engine/watch", "../../cmd/readiness"}

// What a runner reads is plain.
func TestPlainWords(t *testing.T) {
	texts := read(t)
	for text, where := range texts {
		if wrong := lint(text); wrong != "" {
			t.Errorf("%s: %s in %q", where, wrong, text)
		}
	}
	if len(texts) < 1500 {
		t.Errorf("%d texts were read", len(texts))
	}
}

func walkFiles(t *testing.T, dir, ext string, f func(name, src string)) {
	t.Helper()
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if d != nil && d.Name() == "node_modules" {
			return filepath.SkipDir
		}
		if err != nil || d.IsDir() || filepath.Ext(path) != ext {
			return err
		}
		src, err := os.ReadFile(path)
		f(path, string(src))
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

// literals are the texts of a file of Go: strings of more than one word, without those
// that are markup, tags of fields or paths. Verbs of fmt are letters.
func literals(t *testing.T, name, src string) (list []string) {
	t.Helper()
	file, err := parser.ParseFile(token.NewFileSet(), name, src, 0)
	if err != nil {
		t.Fatal(err)
	}
	ast.Inspect(file, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.ImportSpec:
			return false
		case *ast.Field:
			n.Tag = nil
		case *ast.BasicLit:
			text, err := strconv.Unquote(n.Value)
			if err == nil && n.Kind == token.STRING && strings.Contains(strings.TrimSpace(text), " ") && !slices.ContainsFunc([]string{"<", "{", "M", "json:", "input["}, func(p string) bool {
				return strings.HasPrefix(text, p) && (p != "M" || !strings.ContainsAny(text, "aeiou"))
			}) {
				list = append(list, text)
			}
		}
		return true
	})
	return list
}

// Every term of the glossary stands somewhere in what a runner reads, under its one
// name, and what is written in capitals is explained there.
func TestTermsAreUsedAndExplained(t *testing.T) {
	var all strings.Builder
	for text, where := range read(t) {
		if slices.ContainsFunc(outside, func(dir string) bool { return strings.HasPrefix(where, dir) }) {
			continue // a terminal's usage and what files are made of
		}
		all.WriteString(text + "\n")
	}
	text := all.String()
	explained := map[string]bool{}
	for _, term := range glossary.Terms {
		names := append([]string{term.Name}, term.As...)
		for _, name := range names {
			explained[name] = true
		}
		if !slices.ContainsFunc(names, func(name string) bool { return strings.Contains(strings.ToLower(text), strings.ToLower(name)) }) {
			t.Errorf("nobody reads of %s", term.Name)
		}
	}
	known := []string{"HR", "MB", "SDs", "USB", "MIT", "ID", "OK", "JSON", "PDF", "ACSM", "GARMIN", "WHOOP", "COROS", "INBOX"} // and names of makers
	for _, word := range regexp.MustCompile(`\b[A-Z]{2,}[a-z0-9]*\b`).FindAllString(text, -1) {
		if !explained[word] && !slices.Contains(known, word) {
			t.Errorf("nothing explains %s", word)
			known = append(known, word)
		}
	}
}
