// Command readiness is the engine in a terminal: the same door, the same rules
// and the same words as the page has in a browser.
//
//	readiness assess  [-date D] [-json] [-settings FILE] [-plan FILE] [-journal FILE] PATH...
//	readiness replay  [-from D] [-to D] [-json] [-settings FILE] [-plan FILE] [-journal FILE] PATH...
//	readiness inspect [-json] PATH...
//	readiness diary   [-json] [-csv [-table NAME]] [-settings FILE] [-journal FILE] PATH...
//	readiness effects [-date D] [-json] [-settings FILE] [-journal FILE] PATH...
//	readiness summary [-date D] [-json] [-settings FILE] [-plan FILE] [-journal FILE] PATH...
//	readiness plan    [-race D -distance KM] [-tune D:KM,...] [-recover D:KM] [-days LIST] [-off LIST] [-json] PATH...
//	readiness story   [-date D] [-settings FILE] [-plan FILE] [-journal FILE] PATH...
//	readiness sample  [-years N] [-vendor NAME] [-date D] DIR
//
// A PATH is a file of a watch or of a vendor's export, a folder, a zip (zips inside it too) or a backup made by
// the app, under a passphrase too (sealed.go). Dates are written 2026-03-15. What cannot be read is said on standard
// error, with what to do about it, and never stops the rest. It exits with 0; 1
// when nothing could be read; 2 for wrong usage.
package main

import (
	"bufio"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"regexp"
	"slices"
	"strings"
	"time"

	"rebound/engine/diary"
	"rebound/engine/entry"
)

// Exit statuses.
const (
	exitOK      = 0
	exitNothing = 1
	exitUsage   = 2
)

const usage = `usage:
  readiness assess  [-date YYYY-MM-DD] [-json] PATH...    the assessment of a date
  readiness replay  [-from D] [-to D] [-json] PATH...     one assessment a day
  readiness inspect [-json] PATH...                       what each file holds
  readiness diary   [-json|-csv] PATH...                  what the diary holds, one line a day
  readiness effects [-date D] [-json] PATH...             whether a drink, a hard session or a short night matters for you
  readiness summary [-date D] [-json] PATH...             one page for a coach, physio or doctor: twelve weeks
  readiness plan    [-race D -distance KM] PATH...        a plan from what you run now
  readiness story   [-date D] PATH...                     one day's inputs as a text to send, without real dates or names
  readiness sample  [-years N] [-vendor NAME] DIR         write the sample runner's files

PATH is a file of a watch or an app, a folder, a zip or a backup made by Rebound. A
protected backup (.age) takes its passphrase from -passphrase-file FILE, from
REBOUND_PASSPHRASE, or from you.
diary -csv also takes -table days, sessions or intervals.icu (its wellness table).
assess, replay, diary, effects, summary and story also take:
  -settings FILE    {"gate_k": 0.5, "units": "mi", "sex": "female", "max_hr": 188, "age": 41}
  -plan FILE        what plan -json printed: the week is its next seven days (not diary, effects)
  -owner 2          whose data counts, where an export holds several people's (or polar:2)
  -journal FILE     {"morning": [{"date": "2026-03-15", "resting_hr": 51}], "checkins": [...]}
plan also takes (PATH may be left out with -weekly):
  -days mon,wed,sun | 4     the days to run, or how many      -long sun
  -weekly KM   -from D      what is run now; the first day    -json
  -tune D:KM,D:KM           races on the way
  -recover D:KM             the easy days after a race that was run
  -off D,D..D:travel+easy   days you cannot run, and why; +easy: easy running fits
  -minutes mon=40,tue=60    the time there is on a weekday
  -name NAME   -goal-time 3:45:00     of the race
  -ics FILE   -workouts DIR     a calendar; FIT workouts for the watch
sample -vendor list says whose exports it can write.
`

// invocation is one run of a verb: where it writes, and what time it is.
type invocation struct {
	flags          *flag.FlagSet
	args           []string
	stdout, stderr terminal
	now            time.Time
	passphraseFile string
}

// buffer has what goes out gathered until it is flushed.
func (inv *invocation) buffer() (flush func() error) {
	b := bufio.NewWriter(inv.stdout.w) // below what escapes, which must see characters whole
	inv.stdout.w = b
	failed := inv.stdout.failed
	return func() error {
		err := b.Flush()
		if err != nil && failed != nil {
			*failed = err
		}
		return err
	}
}

var verbs = map[string]func(*invocation) error{
	"assess":  ofDay(assess, (*question).flags, (*question).follows),
	"replay":  replay,
	"inspect": inspect,
	"diary":   writeDiary,
	"effects": ofDay(effects, (*question).flags),
	"plan":    makePlan,
	"story":   ofDay(writeStory, (*question).given, (*question).follows),
	"summary": ofDay(summary, (*question).flags, (*question).follows),
	"sample":  writeSample,
}

// errNothing says that no file could be read; why is on standard error already.
var errNothing = errors.New("nothing could be read: give an export from a watch or an app, a folder or zip of one, or a backup made by Rebound")

// usageError is a mistake in what was asked, not in the files.
type usageError struct{ error }

func badUsage(format string, args ...any) error { return usageError{fmt.Errorf(format, args...)} }

func main() { os.Exit(run(os.Args[1:], os.Stdout, os.Stderr)) }

// run does what args ask and returns the exit status.
func run(args []string, out, err io.Writer) int {
	var full error
	stdout, stderr := terminal{w: out, failed: &full}, terminal{w: err}
	if len(args) == 0 {
		fmt.Fprint(stderr, usage)
		return exitUsage
	}
	switch args[0] {
	case "help", "-h", "-help", "--help":
		fmt.Fprint(stdout, usage)
		return exitOK
	}
	verb, ok := verbs[args[0]]
	if !ok {
		fmt.Fprintf(stderr, "readiness: there is no %q\n%s", args[0], usage)
		return exitUsage
	}
	flags := flag.NewFlagSet(args[0], flag.ContinueOnError)
	flags.SetOutput(io.Discard)
	inv := &invocation{flags: flags, args: args[1:], stdout: stdout, stderr: stderr, now: time.Now()}
	failed := verb(inv)
	if failed == nil && full != nil {
		failed = full
	}
	if full != nil && errors.Is(failed, full) {
		failed = fmt.Errorf("the output cannot be written: %w", cause(full))
	}
	var wrong usageError
	switch {
	case failed == nil:
		return exitOK
	case errors.Is(failed, flag.ErrHelp):
		fmt.Fprint(stdout, usage)
		return exitOK
	case errors.As(failed, &wrong):
		fmt.Fprintf(stderr, "readiness %s: %v\n", args[0], failed)
		return exitUsage
	}
	fmt.Fprintf(stderr, "readiness %s: %v\n", args[0], failed)
	return exitNothing
}

// parse reads the flags and the paths. No path at all is wrong usage.
func (inv *invocation) parse() ([]string, error) {
	inv.opens()
	paths, err := inv.parsePaths()
	if err == nil && len(paths) == 0 {
		err = badUsage("name at least one file, folder or zip; readiness help lists what there is")
	}
	return paths, err
}

// parsePaths reads the flags, before, between and after the paths, and returns
// the paths, if any.
func (inv *invocation) parsePaths() (paths []string, err error) {
	for args := inv.args; ; {
		if err := inv.flags.Parse(args); err != nil {
			if errors.Is(err, flag.ErrHelp) {
				return nil, err
			}
			return nil, badUsage("%s", flagMistake(err))
		}
		rest := inv.flags.Args()
		if read := len(args) - len(rest); read > 0 && args[read-1] == "--" {
			paths = append(paths, rest...)
			break
		}
		if len(rest) == 0 {
			break
		}
		paths, args = append(paths, rest[0]), rest[1:]
	}
	if slices.Contains(paths, "") {
		return nil, badUsage("a PATH is empty: name a file, a folder or a zip")
	}
	return paths, nil
}

// flagMistakes are what package flag says, for programmers, and what is said instead.
var flagMistakes = []struct {
	said *regexp.Regexp
	ours string
}{
	{regexp.MustCompile(`^flag provided but not defined: (-.*)$`), "there is no $1 here; readiness help lists what there is"},
	{regexp.MustCompile(`^flag needs an argument: (-.*)$`), "$1 needs a value"},
	{regexp.MustCompile(`^invalid boolean value ("(?s:.*)") for (?:flag )?(-[^:]*): parse error$`), "$2 $1: $2 alone says yes"},
	{regexp.MustCompile(`^invalid value ("(?s:.*)") for (?:flag )?(-[^:]*): parse error$`), "$2 $1 is not a number"},
	{regexp.MustCompile(`^invalid value ("(?s:.*)") for flag (-[^:]*): (?s:(.*))$`), "$2 $1: $3"},
}

func flagMistake(err error) string {
	for _, m := range flagMistakes {
		if m.said.MatchString(err.Error()) {
			said := m.said.ReplaceAllString(err.Error(), m.ours)
			parts := m.said.FindStringSubmatch(err.Error())
			return strings.Replace(said, ": "+parts[1]+" is not", " is not", 1) // a value once
		}
	}
	return err.Error()
}

// dateFlag is an optional -date, -from or -to.
type dateFlag struct {
	date diary.Date
	set  bool
}

func (f *dateFlag) String() string {
	if !f.set {
		return ""
	}
	return f.date.String()
}

func (f *dateFlag) Set(s string) (err error) {
	f.date, err = diary.ParseDate(s)
	f.set = err == nil
	return err
}

// zone is the runner's own time zone as this machine has it.
func zone(unix int64) int {
	_, offset := time.Unix(unix, 0).Zone()
	return offset
}

// today is the local date.
func (inv *invocation) today() diary.Date {
	return diary.DateAt(inv.now.Unix(), zone(inv.now.Unix()))
}

// past refuses a date that has not come, and one that no diary reaches.
func (inv *invocation) past(name string, d dateFlag) error {
	switch {
	case d.set && d.date < entry.Oldest:
		return badUsage("%s %v is before the year %d: check the year", name, d.date, entry.Oldest.Time().Year())
	case d.set && d.date > inv.today():
		return badUsage("%s %v is in the future: the latest day that can be assessed is today, %v", name, d.date, inv.today())
	}
	return nil
}
