package main

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"time"
)

func (m mutant) String() string {
	return fmt.Sprintf("%s/%s:%d:%d %s %s (%s)", filepath.Base(filepath.Dir(m.pos.Filename)), filepath.Base(m.pos.Filename), m.pos.Line, m.pos.Column, m.kind, m.text, m.what)
}

// tester is a suite that knows which mutants it comes past, which of its tests are
// slow, and how long it takes.
type tester struct {
	suite
	reached map[int]bool
	slow    []string
	quick   bool // leave the slow ones out
	limit   time.Duration
}

// slowTest is how long a test takes that is left for last.
const slowTest = 300 * time.Millisecond

var passed = regexp.MustCompile(`(?m)^--- PASS: (\w+) \(([0-9.]+)s\)`)

// tester builds a package's tests and runs them once with no mutant on.
func (s *schema) tester(path, dir string) (*tester, error) {
	built, err := s.build(path, dir)
	if err != nil {
		return nil, err
	}
	t := &tester{suite: built, reached: map[int]bool{}, limit: 10 * time.Minute}
	trace := t.binary + ".trace"
	start := time.Now()
	pass, out := t.run("MUTANT_TRACE="+trace, "-test.v")
	if !pass {
		return nil, fmt.Errorf("%s fails with no mutant on:\n%s", path, out)
	}
	t.limit = 10*time.Since(start) + 5*time.Second
	for _, m := range passed.FindAllSubmatch(out, -1) {
		if took, err := time.ParseDuration(string(m[2]) + "s"); err == nil && took > slowTest {
			t.slow = append(t.slow, string(m[1]))
		}
	}
	text, err := os.ReadFile(trace)
	if err != nil && !os.IsNotExist(err) {
		return nil, err
	}
	for _, line := range strings.Fields(string(text)) {
		id, err := strconv.Atoi(line)
		if err != nil {
			return nil, err
		}
		t.reached[id] = true
	}
	return t, nil
}

// kills reports whether a test fails with a mutant on: of the quick ones, which most
// often see it, or of the slow ones.
func (t *tester) kills(m mutant) bool {
	on, slow := "MUTANT="+strconv.Itoa(m.id), "^("+strings.Join(t.slow, "|")+")$"
	if len(t.slow) > 0 {
		if pass, _ := t.run(on, "-test.skip", slow+"|"+needsSource); !pass || t.quick {
			return !pass
		}
		pass, _ := t.run(on, "-test.run", slow)
		return !pass
	}
	pass, _ := t.run(on)
	return !pass
}

// needsSource is the tests that ask the go command of the packages, which knows
// nothing of the mutants.
const needsSource = "^TestImports$"

// run runs the suite; a run that takes too long has not passed.
func (t *tester) run(env string, args ...string) (pass bool, out []byte) {
	ctx, cancel := context.WithTimeout(context.Background(), t.limit)
	defer cancel()
	cmd := exec.CommandContext(ctx, t.binary, append([]string{"-test.failfast", "-test.skip", needsSource}, args...)...)
	cmd.Dir, cmd.Env = t.dir, append(os.Environ(), env)
	out, err := cmd.CombinedOutput()
	return err == nil, out
}

// What is said of a mutant that no test killed.
const statusLived, statusUncovered = "LIVED", "not covered"

// score is what became of a package's mutants.
type score struct {
	killed, byOwn, ownCovered, lived, uncovered int
}

func (s score) share() float64 { return 100 * float64(s.killed) / float64(max(1, s.killed+s.lived)) }

func (s score) String() string {
	return fmt.Sprintf("%d of %d covered mutants killed, %.1f%%; by its own tests %d of %d, %.1f%%; %d not covered",
		s.killed, s.killed+s.lived, s.share(), s.byOwn, s.ownCovered, 100*float64(s.byOwn)/float64(max(1, s.ownCovered)), s.uncovered)
}

// tryAll tries each mutant on its own package's tests, which come first in
// testers, then on the others; say hears of those that none killed.
func tryAll(list []mutant, testers []*tester, workers int, say func(status string, m mutant)) (total score) {
	var mu sync.Mutex
	var all sync.WaitGroup
	jobs := make(chan mutant)
	for range workers {
		all.Go(func() {
			for m := range jobs {
				covered, own, killed := false, false, false
				for i, t := range testers {
					if !t.reached[m.first] {
						continue
					}
					covered, own = true, own || i == 0
					if t.kills(m) {
						killed = true
						if i == 0 {
							mu.Lock()
							total.byOwn++
							mu.Unlock()
						}
						break
					}
				}
				mu.Lock()
				if own {
					total.ownCovered++
				}
				switch {
				case !covered:
					total.uncovered++
					say(statusUncovered, m)
				case killed:
					total.killed++
				default:
					total.lived++
					say(statusLived, m)
				}
				mu.Unlock()
			}
		})
	}
	for _, m := range list {
		jobs <- m
	}
	close(jobs)
	all.Wait()
	return total
}
